//! `/licences`: the licences of what is in this binary, as a text.

use axum::{
    Router,
    http::{
        HeaderValue,
        header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE},
    },
    response::{IntoResponse as _, Response},
    routing::get,
};

/// A text loads and runs nothing.
const POLICY: HeaderValue = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");

/// The text.
pub(crate) fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/licences", get(show))
}

async fn show() -> Response {
    let text = HeaderValue::from_static("text/plain; charset=utf-8");
    let headers = [(CONTENT_TYPE, text), (CONTENT_SECURITY_POLICY, POLICY)];
    (headers, cli::licences()).into_response()
}
