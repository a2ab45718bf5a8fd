//! The page that shows the API, and what it may load.

use reqwest::{Method, Response, StatusCode};
use tests::{Client, InProcess};

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

#[tokio::test]
async fn swagger_ui_is_sent_compressed_and_only_once() {
    let studio = InProcess::idle().await;
    let path = "/api/docs/swagger-ui.js";
    let ask = |name: &'static str, value: String| {
        let request = studio.client.request(Method::GET, path);
        async move { request.header(name, value).send().await.unwrap() }
    };
    let packed = ask("accept-encoding", "gzip, br".to_owned()).await;
    assert_eq!(header(&packed, "content-encoding"), "gzip");
    let etag = header(&packed, "etag").to_owned();
    assert!(packed.bytes().await.unwrap().len() < 600_000);
    let known = ask("if-none-match", etag).await;
    assert_eq!(known.status(), StatusCode::NOT_MODIFIED);
    let plain = ask("accept-encoding", "identity".to_owned()).await;
    assert!(!plain.headers().contains_key("content-encoding"));
    assert!(plain.text().await.unwrap().contains("SwaggerUIBundle"));
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
