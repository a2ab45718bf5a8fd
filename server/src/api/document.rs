//! The OpenAPI document: what the handlers say of themselves, and what all of them share.

use crate::{api::examples, problem::Problem};
use axum::{
    Extension,
    http::{HeaderValue, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use domain::EventBody;
use serde_json::{Map, Value, json};
use utoipa::OpenApi;

/// What the document says of the studio as a whole.
#[derive(OpenApi)]
#[openapi(
    info(title = "Fablewright", description = include_str!("document.md")),
    components(schemas(Problem, EventBody))
)]
pub(super) struct ApiDocument;

/// Resources with a version: they come with an `ETag`.
const VERSIONED: [&str; 11] = [
    "Story",
    "Chapter",
    "Run",
    "Settings",
    "Entity",
    "Relation",
    "Rule",
    "Fact",
    "BookSettings",
    "Proposal",
    "ImportPreview",
];

/// This document.
#[utoipa::path(
    get,
    path = "/api/openapi.json",
    responses((status = 200, body = Object))
)]
pub(super) async fn show(Extension(DocumentSource(text)): Extension<DocumentSource>) -> Response {
    let json = HeaderValue::from_static("application/json");
    ([(CONTENT_TYPE, json)], text()).into_response()
}

/// Where the finished document is: whoever knows all routes has it.
#[derive(Clone, Copy)]
pub(super) struct DocumentSource(pub(super) fn() -> &'static str);

/// The document as JSON, from what the handlers say.
pub(super) fn text(written: &utoipa::openapi::OpenApi) -> String {
    let written = serde_json::to_value(written).unwrap_or_default();
    complete(written).to_string()
}

/// Adds what follows from a request's parts, the same for every handler: the path's parameters, the answers of the
/// extractors and of the guard, and the headers of versioned resources.
fn complete(mut document: Value) -> Value {
    if let Some(paths) = document["paths"].as_object_mut() {
        for (path, item) in paths {
            for (method, operation) in item.as_object_mut().into_iter().flatten() {
                if let Some(operation) = operation.as_object_mut() {
                    complete_operation(path, method, operation);
                }
            }
        }
    }
    for (name, example) in examples::all() {
        document["components"]["schemas"][name]["examples"] = json!([example]);
    }
    document
}

fn complete_operation(path: &str, method: &str, operation: &mut Map<String, Value>) {
    let words = path.trim_start_matches("/api/v1").split(['/', '.']);
    let words: Vec<&str> = words
        .map(|word| word.trim_matches(['{', '}']))
        .filter(|word| !word.is_empty())
        .collect();
    let id = format!("{method}_{}", words.join("_"));
    operation.insert("operationId".to_owned(), id.into());
    operation.insert("tags".to_owned(), json!([tag(&words)]));
    let mut statuses = statuses(path, operation);
    let parameters = operation.entry("parameters").or_insert_with(|| json!([]));
    if let Some(parameters) = parameters.as_array_mut() {
        let named = path.split('/').filter_map(|part| {
            let name = part.strip_prefix('{')?.strip_suffix('}')?;
            Some(path_parameter(path, name))
        });
        let rest = std::mem::take(parameters);
        parameters.extend(named.chain(rest));
    }
    let Some(responses) = operation["responses"].as_object_mut() else {
        return;
    };
    statuses.extend(
        responses
            .keys()
            .filter_map(|status| status.parse::<u16>().ok()),
    );
    statuses.retain(|status: &u16| *status >= 400);
    for (status, response) in responses.iter_mut() {
        complete_answer(status, response);
    }
    statuses.sort_unstable();
    statuses.dedup();
    for status in statuses {
        responses.insert(status.to_string(), problem(status));
    }
}

/// Which part of the studio an address belongs to.
fn tag<'a>(words: &[&'a str]) -> &'a str {
    match words {
        ["stories", _, "reading"] => "proposals",
        [
            "stories",
            _,
            part @ ("chapters" | "world" | "runs" | "reviews" | "proposals"),
            ..,
        ] => part,
        ["queue" | "events" | "state", ..] => "runs",
        [
            "interview" | "interviews" | "templates" | "structures" | "imports" | "search"
            | "names",
            ..,
        ] => "stories",
        ["models" | "calls", ..] => "settings",
        ["api" | "healthz" | "readyz" | "backups", ..] => "studio",
        [first, ..] => first,
        [] => "studio",
    }
}

/// The statuses with which a request may be refused before its handler decides.
fn statuses(path: &str, operation: &Map<String, Value>) -> Vec<u16> {
    if !path.starts_with("/api/v1/") {
        let mut statuses = vec![400, 403, 500];
        if path == "/readyz" {
            statuses.push(503);
        }
        return statuses;
    }
    // The guard refuses, the body breaks off, comes too late or is too large, the database fails.
    let mut statuses = vec![400, 403, 408, 413, 500, 503, 507];
    let parameters = operation.get("parameters").and_then(Value::as_array);
    let parameters = parameters.map(Vec::as_slice).unwrap_or_default();
    let has = |place: &str| parameters.iter().any(|parameter| parameter["in"] == place);
    let has_if_match = parameters
        .iter()
        .any(|parameter| parameter["name"] == "If-Match");
    if path.contains('{') {
        statuses.push(404);
    }
    if has_if_match {
        statuses.extend([412, 428]);
    }
    if operation.contains_key("requestBody") {
        statuses.push(415);
    }
    if operation.contains_key("requestBody") || has("query") || has("header") {
        statuses.push(422);
    }
    statuses
}

fn path_parameter(path: &str, name: &str) -> Value {
    let owner = path.split('/').collect::<Vec<_>>();
    let before = owner
        .iter()
        .position(|part| part.trim_matches(['{', '}']) == name)
        .and_then(|place| owner.get(place.checked_sub(1)?));
    let description = match (name, before) {
        ("number", _) if path.starts_with("/api/v1/imports") => {
            "The chapter's number in the preview, from 1."
        }
        ("number", _) => "The chapter's number or its id.",
        ("id", Some(&"stories")) => "The story's id.",
        ("id", Some(&"imports")) => "The import's id.",
        ("id", Some(&"runs")) => "The run's id.",
        ("id", Some(&"backups")) => "The backup's id.",
        ("id", Some(&"calls")) => "The call's id.",
        ("id", Some(&"interviews")) => "The interview's id.",
        ("cover", _) => "The cover's id.",
        ("proposal", _) => "The proposal's id.",
        ("rid", _) => "The revision's id.",
        ("replacement", _) => "The replacement's id.",
        ("vid", _) => "The version's id.",
        ("entry", _) => "The id of the entry in the trash.",
        _ => "The id of the part of the world.",
    };
    json!({
        "name": name,
        "in": "path",
        "required": true,
        "description": description,
        "schema": { "type": "string" },
    })
}

/// A description, and the headers of what was made and of what has a version.
fn complete_answer(status: &str, response: &mut Value) {
    let reason = status
        .parse()
        .ok()
        .and_then(|status| axum::http::StatusCode::from_u16(status).ok())
        .and_then(|status| status.canonical_reason());
    if response["description"].as_str().is_none_or(str::is_empty) {
        response["description"] = reason.unwrap_or("Answer").into();
    }
    let body = response["content"]["application/json"]["schema"]["$ref"].as_str();
    let body = body.and_then(|name| name.strip_prefix("#/components/schemas/"));
    if !body.is_some_and(|name| VERSIONED.contains(&name)) {
        return;
    }
    let text =
        |description: &str| json!({"description": description, "schema": {"type": "string"}});
    response["headers"]["ETag"] = text("The version, for `If-Match`.");
    if matches!(status, "201" | "202") {
        response["headers"]["Location"] = text("Where it is.");
    }
}

/// A refusal with the codes that it can have.
fn problem(status: u16) -> Value {
    let codes: Vec<_> = app::ERROR_CLASSES
        .iter()
        .filter(|class| class.status == status)
        .map(|class| class.code)
        .collect();
    let reason = axum::http::StatusCode::from_u16(status)
        .ok()
        .and_then(|status| status.canonical_reason())
        .unwrap_or_default();
    json!({
        "description": format!("{reason}; `code` is one of {}.", codes.join(", ")),
        "content": { "application/problem+json": {
            "schema": { "$ref": "#/components/schemas/Problem" },
            "example": {
                "status": status, "title": reason, "code": codes.first(),
                "detail": "One sentence that says what to do.",
            },
        }},
    })
}
