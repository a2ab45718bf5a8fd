//! The page that shows the API, and what it may load.

use axum::{
    body::{Body, to_bytes},
    http::Request,
};
use reqwest::{Method, Response, StatusCode};
use tests::{Client, InProcess};
use tower::ServiceExt as _;

async fn get(client: &Client, path: &str) -> Response {
    client.request(Method::GET, path).send().await.unwrap()
}

fn header<'a>(answer: &'a Response, name: &str) -> &'a str {
    answer.headers()[name].to_str().unwrap()
}

/// The values of an attribute in the page, in their order.
fn values(html: &str, attribute: &str) -> Vec<String> {
    html.split(&format!("{attribute}=\""))
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('"')?.0.to_owned()))
        .collect()
}

#[tokio::test]
async fn the_page_and_all_that_it_loads_come_from_the_studio() {
    let studio = InProcess::idle().await;
    let page = get(&studio.client, "/api/docs").await;
    assert_eq!(page.status(), StatusCode::OK);
    assert_eq!(header(&page, "content-type"), "text/html; charset=utf-8");
    let html = page.text().await.unwrap();
    let (scripts, links) = (values(&html, "src"), values(&html, "href"));
    assert_eq!(scripts.len(), 2, "{scripts:?}");
    for script in &scripts {
        let answer = get(&studio.client, script).await;
        assert_eq!(answer.status(), StatusCode::OK, "{script}");
        assert!(header(&answer, "content-type").starts_with("text/javascript"));
    }
    for path in scripts.iter().chain(&links) {
        assert!(path.starts_with('/') && !path.starts_with("//"), "{path}");
    }
    assert!(links.iter().any(|link| link.ends_with(".css")), "{links:?}");
    for link in links.iter().filter(|link| link.starts_with("/api/")) {
        assert_eq!(
            get(&studio.client, link).await.status(),
            StatusCode::OK,
            "{link}"
        );
    }
    let start = studio.client.text("/api/docs/start.js").await;
    assert!(start.contains("\"/api/openapi.json\""), "{start}");
    assert!(!start.contains("://"), "{start}");
}

/// Without a client, which might unpack what it gets.
#[tokio::test]
async fn swagger_ui_is_sent_compressed_and_only_once() {
    let studio = InProcess::idle().await;
    let ask = async |name: &str, value: &str| {
        let request = Request::get("/api/docs/swagger-ui.js").header("host", "127.0.0.1");
        let request = request.header(name, value).body(Body::empty()).unwrap();
        let answer = studio.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        (parts.status, parts.headers, body)
    };
    let (_, packed, body) = ask("accept-encoding", "gzip, br").await;
    assert_eq!(packed["content-encoding"], "gzip");
    assert!(body.starts_with(b"\x1f\x8b") && body.len() < 600_000);
    let (status, _, body) = ask("if-none-match", packed["etag"].to_str().unwrap()).await;
    assert_eq!((status, body.len()), (StatusCode::NOT_MODIFIED, 0));
    let (_, plain, body) = ask("accept-encoding", "identity").await;
    assert!(!plain.contains_key("content-encoding"));
    assert!(String::from_utf8_lossy(&body).contains("SwaggerUIBundle"));
}

#[tokio::test]
async fn the_page_has_a_policy_of_its_own_and_no_other_page_has() {
    let studio = InProcess::idle().await;
    let policy = |path: &'static str| {
        let asked = get(&studio.client, path);
        async move { header(&asked.await, "content-security-policy").to_owned() }
    };
    let own = policy("/api/docs").await;
    for source in own
        .split(';')
        .flat_map(|part| part.split_whitespace().skip(1))
    {
        assert!(["'none'", "'self'", "data:"].contains(&source), "{own}");
    }
    assert!(own.contains("script-src 'self';"), "{own}");
    for path in ["/", "/settings", "/queue"] {
        let studio = policy(path).await;
        assert!(
            studio.contains("script-src 'self' 'nonce-"),
            "{path}: {studio}"
        );
        assert!(!studio.contains("unsafe-inline"), "{path}: {studio}");
    }
    let strict = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";
    for path in [
        "/api/openapi.json",
        "/api/v1/stories",
        "/api/docs/swagger-ui.js",
    ] {
        assert_eq!(policy(path).await, strict, "{path}");
    }
}
