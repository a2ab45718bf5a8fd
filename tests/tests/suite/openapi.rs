//! The OpenAPI document and the routes say the same, and answers have the form that the document gives them.

mod changes;

use crate::documented::DocumentedClient;
use changes::change_everything;
use reqwest::{Method, StatusCode};
use serde_json::json;
use std::collections::BTreeSet;
use tests::InProcess;

#[tokio::test]
async fn every_route_is_in_the_document_with_its_methods() {
    let studio = InProcess::builtin().await;
    let documented = DocumentedClient::of(&studio.client).await;
    let paths = documented.document["paths"].as_object().unwrap();
    assert!(paths.len() > 50, "{}", paths.len());
    let mut ids = BTreeSet::new();
    for (path, item) in paths {
        // No route takes this method; the refusal lists those that it does take.
        let odd = Method::from_bytes(b"QUERY").unwrap();
        let address = path.replace(['{', '}'], "");
        let answer = studio.client.request(odd, &address).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED, "{path}");
        let allowed = answer.headers()["allow"].to_str().unwrap().to_lowercase();
        let allowed: BTreeSet<_> = allowed
            .split(',')
            .filter(|method| *method != "head")
            .collect();
        let methods: BTreeSet<_> = item
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        assert_eq!(allowed, methods, "{path}");
        for (method, operation) in item.as_object().unwrap() {
            let what = format!("{method} {path}");
            let id = operation["operationId"].as_str().unwrap();
            assert!(ids.insert(id.to_owned()), "{what} shares its id {id}");
            let summary = operation["summary"].as_str().unwrap_or_default();
            assert!(!summary.is_empty(), "{what} has no summary");
            assert!(operation["responses"]["500"].is_object(), "{what}");
        }
    }
}

/// The router is made of `routes!` alone, which takes a handler and its documentation together.
#[test]
fn no_route_goes_round_the_document() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../server/src/api");
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        for undocumented in [".route(", ".route_service(", ".nest_service("] {
            assert!(
                !text.contains(undocumented),
                "{undocumented} in {}",
                path.display()
            );
        }
    }
}

#[tokio::test]
async fn examples_fit_their_schemas() {
    let studio = InProcess::builtin().await;
    let documented = DocumentedClient::of(&studio.client).await;
    let schemas = documented.document["components"]["schemas"]
        .as_object()
        .unwrap();
    let mut examples = 0;
    for (name, schema) in schemas {
        let reference = json!({ "$ref": format!("#/components/schemas/{name}") });
        assert!(
            !schema["type"].is_null() || schema.as_object().unwrap().len() > 1,
            "{name}"
        );
        for example in schema["examples"].as_array().into_iter().flatten() {
            documented.fits(&reference, example, name);
            examples += 1;
        }
    }
    assert!(examples >= 15, "{examples}");
}

#[tokio::test]
async fn answers_are_as_the_document_says() {
    let studio = InProcess::builtin().await;
    let mut api = DocumentedClient::of(&studio.client).await;
    let brief = json!({"premise": "a lighthouse keeper hears her dead brother", "chapters": 2});
    let story = api
        .post(
            "/api/v1/stories",
            json!({"title": "The Lamp", "brief": brief}),
            201,
        )
        .await;
    let story = format!("/api/v1/stories/{}", story["id"].as_str().unwrap());
    let run = api
        .post(
            &format!("{story}/runs"),
            json!({"kind": "all_chapters"}),
            202,
        )
        .await;
    let run = format!("/api/v1/runs/{}", run["id"].as_str().unwrap());
    api.get(&run).await;
    studio.client.ended(&run).await;
    for path in ["", "/calls"] {
        api.get(&format!("{run}{path}")).await;
    }
    read_everything(&mut api, &story).await;
    change_everything(&mut api, &story).await;
    let review = api
        .post(&format!("{story}/runs"), json!({"kind": "review"}), 202)
        .await;
    let review = format!("/api/v1/runs/{}", review["id"].as_str().unwrap());
    studio.client.ended(&review).await;
    api.get(&format!("{story}/reviews")).await;
    decide(&mut api, &studio, &story).await;
    api.send(Method::POST, &format!("{review}/pause"), None, None, 409)
        .await;
    let seen: Vec<_> = api.seen.iter().cloned().collect();
    assert!(
        seen.len() >= 50,
        "{} of the operations: {seen:#?}",
        seen.len()
    );
}

/// Has the story read, and decides about what it tells.
async fn decide(api: &mut DocumentedClient<'_>, studio: &InProcess, story: &str) {
    let read = api
        .post(&format!("{story}/runs"), json!({"kind": "read"}), 202)
        .await;
    let read = format!("/api/v1/runs/{}", read["id"].as_str().unwrap());
    studio.client.ended(&read).await;
    let proposals = api.get(&format!("{story}/proposals?kind=summary")).await;
    let proposal = proposals["items"][0]["id"].as_str().unwrap().to_owned();
    let path = format!("{story}/proposals/{proposal}");
    api.get(&path).await;
    let mine = json!({"summary": "It was dark."});
    api.change(Method::PATCH, &path, Some(mine), 200).await;
    let ids = json!({"ids": [proposal]});
    for (decision, body) in [
        ("reopen", ids.clone()),
        ("drop", ids.clone()),
        ("accept", ids),
        ("accept", json!({"kind": "fact"})),
    ] {
        api.post(&format!("{story}/proposals/{decision}"), body, 200)
            .await;
    }
}

async fn read_everything(api: &mut DocumentedClient<'_>, story: &str) {
    for path in [
        "stories",
        "templates",
        "structures",
        "trash",
        "runs",
        "queue",
        "state",
        "models",
        "settings",
        "models/test/calls",
        "backups",
        "search?q=lamp",
        "names?q=lamp&limit=3",
    ] {
        api.get(&format!("/api/v1/{path}")).await;
    }
    api.get("/healthz").await;
    api.get("/readyz").await;
    for path in [
        "",
        "/chapters",
        "/chapters/1",
        "/chapters/1/text",
        "/chapters/1/revisions",
        "/chapters/1/autosave",
        "/chapters/1/outlines",
        "/chapters/1/dismissed",
        "/chapters/1/calls",
        "/brief/versions",
        "/book",
        "/book/versions",
        "/export?format=epub&chapters=1",
        "/export?format=text",
        "/export/warnings?format=html",
        "/world/entities",
        "/world/relations",
        "/world/rules",
        "/world/facts",
        "/spent",
        "/reviews",
        "/reading",
        "/proposals?limit=2",
        "/search?q=lamp&limit=2",
    ] {
        api.get(&format!("{story}{path}")).await;
    }
    let revisions = api.get(&format!("{story}/chapters/1/revisions")).await;
    let id = revisions["items"][0]["id"].as_str().unwrap().to_owned();
    api.get(&format!("{story}/chapters/1/revisions/{id}")).await;
    api.get(&format!("{story}/chapters/1/compare?from={id}&to={id}"))
        .await;
    let missing = "/api/v1/stories/00000000-0000-0000-0000-000000000000";
    api.send(Method::GET, missing, None, None, 404).await;
    for refused in ["stories?limit=0", "search?q=", "search"] {
        let path = format!("/api/v1/{refused}");
        api.send(Method::GET, &path, None, None, 422).await;
    }
}

#[tokio::test]
async fn events_are_as_the_document_says() {
    let studio = InProcess::builtin().await;
    let documented = DocumentedClient::of(&studio.client).await;
    let schema = json!({ "$ref": "#/components/schemas/EventBody" });
    let validator = documented.validator(&schema);
    let story = studio.client.story(1).await;
    let run = studio
        .client
        .start(&story, json!({"kind": "all_chapters"}))
        .await;
    studio.client.ended(&run).await;
    let mut events = studio.client.events("/api/v1/events?after=0", None).await;
    let mut missing = BTreeSet::from(["run", "text", "chapter", "world"]);
    while !missing.is_empty() {
        let (_, name, data) = events.next().await.expect("an event");
        missing.remove(name.as_str());
        let event = json!({ name.as_str(): data });
        assert!(validator.is_valid(&event), "{event}");
    }
    // What is too old to go on from is answered with a state.
    let (_, state) = studio.client.get("/api/v1/state").await;
    assert!(validator.is_valid(&json!({ "reset": state })), "{state}");
}
