//! The pages' own requests (server functions): bad ones are refused, and failures told, as REST does.

use crate::{problem::Problem, request::json_body};
use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{
        HeaderValue, Method, StatusCode,
        header::{ACCEPT, CONTENT_TYPE},
    },
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use serde::Deserialize;
use serde_json::Value;

/// Where they are.
const PREFIX: &str = "/api/studio/";

/// What a failed server function says.
#[derive(Deserialize)]
struct Failure {
    code: String,
    detail: String,
}

/// The addresses of all server functions.
pub fn paths() -> Vec<&'static str> {
    let mut paths: Vec<_> = leptos::server_fn::axum::server_fn_paths()
        .map(|(path, _)| path)
        .collect();
    paths.sort_unstable();
    paths
}

/// Passes well-formed requests on and turns failures into problems.
pub(crate) async fn as_rest(request: Request, next: Next) -> Response {
    if !request.uri().path().starts_with(PREFIX) {
        return next.run(request).await;
    }
    let path = request.uri().path();
    if !leptos::server_fn::axum::server_fn_paths().any(|(known, _)| known == path) {
        // Not for the pages' router, which would render a page that says so.
        return Problem::new(
            StatusCode::NOT_FOUND,
            "not_found",
            "There is nothing at this address. Reload the page: the studio may have been updated.",
        )
        .into_response();
    }
    let (mut parts, body) = request.into_parts();
    if parts.method != Method::POST {
        return Problem::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "method_not_allowed",
            "This address takes POST requests.",
        )
        .into_response();
    }
    let checked = match to_bytes(body, usize::MAX).await {
        Ok(bytes) => json_body::<Value>(&parts.headers, &bytes).map(|_| bytes),
        Err(_) => Err(unreadable()),
    };
    let bytes = match checked {
        Ok(bytes) => bytes,
        Err(problem) => return problem.into_response(),
    };
    // Whoever prefers HTML would be sent to another page instead of being told.
    parts
        .headers
        .insert(ACCEPT, HeaderValue::from_static("application/json"));
    let response = next
        .run(Request::from_parts(parts, Body::from(bytes)))
        .await;
    if response.status().is_client_error() || response.status().is_server_error() {
        return to_problem(response).await;
    }
    response
}

async fn to_problem(response: Response) -> Response {
    let status = response.status();
    let is_problem = response
        .headers()
        .get(CONTENT_TYPE)
        .is_some_and(|of| of.as_bytes().starts_with(b"application/problem+json"));
    if is_problem {
        return response;
    }
    let (parts, body) = response.into_parts();
    let said = to_bytes(body, 1 << 20).await.unwrap_or_default();
    let problem = match serde_json::from_slice::<Failure>(&said) {
        Ok(Failure { code, detail }) => {
            let known = StatusCode::from_u16(app::error_class(&code).status);
            Problem::new(known.unwrap_or(status), code, detail)
        }
        Err(_) => Problem::new(
            status,
            "failed",
            "The studio could not carry this out. Try again.",
        ),
    };
    let mut answer = problem.into_response();
    for (name, value) in &parts.headers {
        if name.as_str() == "serverfnerror" {
            answer.headers_mut().insert(name.clone(), value.clone());
        }
    }
    answer
}

fn unreadable() -> Problem {
    Problem::new(
        StatusCode::BAD_REQUEST,
        "malformed_request",
        "The request's body could not be read to its end. Send it again.",
    )
}
