//! `/api/docs`: a page that shows the OpenAPI document with Swagger UI, all of it from this binary.

use axum::{
    Router,
    http::{
        HeaderValue,
        header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE},
    },
    response::{IntoResponse as _, Response},
    routing::get,
};

/// What this page may load and run: the studio's own files. Swagger UI has pictures as `data:` in its style.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
);

/// The page and the script that starts Swagger UI, which [`crate::site`] serves.
pub(crate) fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/api/docs", get(page))
        .route("/api/docs/start.js", get(script))
}

async fn page() -> Response {
    let html = HeaderValue::from_static("text/html; charset=utf-8");
    let headers = [(CONTENT_TYPE, html), (CONTENT_SECURITY_POLICY, POLICY)];
    (headers, include_str!("api_page.html")).into_response()
}

async fn script() -> Response {
    let script = HeaderValue::from_static("text/javascript; charset=utf-8");
    ([(CONTENT_TYPE, script)], include_str!("api_page.js")).into_response()
}
