//! An id for every request: answered as `X-Request-Id`, and on every line that the request logs.

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use domain::RunId;
use std::sync::atomic::{AtomicU64, Ordering};
use tracing::Instrument as _;

/// The header of a request and of its answer.
const HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// A longer id from outside is replaced: it would fill the log.
const MAX_LENGTH: usize = 64;

/// Carries out a request within a span that has its id, and the id of the run that it is about.
pub(crate) async fn identify(request: Request, next: Next) -> Response {
    let id = given(&request).unwrap_or_else(new);
    // Of the highest level, so that a line never loses its request to a filter.
    let span = tracing::error_span!(
        "request",
        id = id.to_str().unwrap_or_default(),
        method = %request.method(),
        run = tracing::field::Empty,
    );
    if let Some(run) = run_in(request.uri().path()) {
        span.record("run", tracing::field::display(run));
    }
    let mut response = next.run(request).instrument(span).await;
    response.headers_mut().insert(HEADER, id);
    response
}

/// The id that a client or a proxy chose, if it is short and plain.
fn given(request: &Request) -> Option<HeaderValue> {
    let id = request.headers().get(HEADER)?;
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    let bytes = id.as_bytes();
    ((1..=MAX_LENGTH).contains(&bytes.len()) && bytes.iter().all(is_plain)).then(|| id.clone())
}

/// A new id: the process and a count, so that two starts of the studio don't share one.
fn new() -> HeaderValue {
    static COUNT: AtomicU64 = AtomicU64::new(1);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let id = format!("{:x}-{count}", std::process::id());
    HeaderValue::from_str(&id).expect("digits, letters and a dash are a header")
}

/// The run that an address of REST names.
fn run_in(path: &str) -> Option<RunId> {
    let rest = path.strip_prefix("/api/v1/runs/")?;
    rest.split('/').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    #[test]
    fn only_a_short_plain_id_is_taken_from_outside() {
        let is_taken = |id: &str| {
            let request = Request::builder().header(HEADER, id);
            given(&request.body(Body::empty()).expect("a request")).is_some()
        };
        assert!(is_taken("a1-B_2.c") && is_taken(&"x".repeat(MAX_LENGTH)));
        for refused in ["", "a b", "a\"b", "é", "a=1", &"x".repeat(MAX_LENGTH + 1)] {
            assert!(!is_taken(refused), "{refused}");
        }
        assert_ne!(new(), new());
    }

    #[test]
    fn a_run_is_found_in_its_address() {
        let id = "018f0000-0000-7000-8000-000000000001";
        let run = run_in(&format!("/api/v1/runs/{id}/pause"));
        assert_eq!(run.map(|run| run.to_string()).as_deref(), Some(id));
        assert_eq!(run_in("/api/v1/runs/cancel"), None);
        assert_eq!(run_in("/api/v1/stories"), None);
    }
}
