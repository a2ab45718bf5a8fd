//! The pages as the server renders them.

use reqwest::{Method, StatusCode};
use serde_json::json;
use std::thread;
use tests::InProcess;

#[tokio::test]
async fn every_page_comes_whole_from_the_server_with_a_policy() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let story = client.story(2).await;
    let id = story.rsplit('/').next().unwrap();
    let pages = [
        "/".to_owned(),
        "/stories/new".to_owned(),
        format!("/stories/{id}"),
        format!("/stories/{id}/write"),
        format!("/stories/{id}/write/2"),
        format!("/stories/{id}/world"),
        format!("/stories/{id}/outline"),
        format!("/stories/{id}/proposals"),
        format!("/stories/{id}/export"),
        format!("/stories/{id}/search?q=the"),
        format!("/stories/{id}/replace?find=the"),
        "/search?q=the".to_owned(),
        "/queue".to_owned(),
        "/settings".to_owned(),
    ];
    for page in pages {
        let answer = client.request(Method::GET, &page).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK, "{page}");
        let policy = answer.headers()["content-security-policy"]
            .to_str()
            .unwrap()
            .to_owned();
        let nonce = policy
            .split("'nonce-")
            .nth(1)
            .unwrap()
            .split('\'')
            .next()
            .unwrap()
            .to_owned();
        assert!(!policy.contains("unsafe-inline"), "{policy}");
        let html = answer.text().await.unwrap();
        assert!(html.contains("<main"), "{page}");
        assert!(
            html.contains(&format!("nonce=\"{nonce}\"")),
            "{page}: scripts carry the nonce"
        );
        for tag in html.split("<script").skip(1) {
            let tag = tag.split('>').next().unwrap();
            assert!(
                tag.contains("nonce="),
                "{page}: <script{tag}> would be refused"
            );
        }
    }
    for (missing, what) in [
        ("/nowhere".to_owned(), "page"),
        (format!("/stories/{id}/nowhere"), "page"),
        (format!("/stories/{id}/write/77"), "chapter"),
        (
            "/stories/0197a7c4-0000-7000-8000-000000000000".to_owned(),
            "story",
        ),
    ] {
        let answer = client.request(Method::GET, &missing).send().await.unwrap();
        assert_eq!(
            answer.status(),
            StatusCode::NOT_FOUND,
            "{missing}: no such {what}"
        );
    }
}

#[tokio::test]
async fn markup_in_a_premise_is_shown_as_text() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let brief = json!({"premise": "<script>alert(1)</script> & <img src=x onerror=alert(2)>"});
    let (_, story) = client
        .post("/api/v1/stories", json!({ "brief": brief }))
        .await;
    let html = client
        .text(&format!("/stories/{}", story["id"].as_str().unwrap()))
        .await;
    assert!(
        !html.contains("<script>alert(1)"),
        "the premise must be escaped"
    );
    assert!(!html.contains("<img src=x"), "the premise must be escaped");
}

#[tokio::test]
async fn many_readers_at_once_all_get_their_page() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let story = client.story(2).await;
    let page = story.replace("/api/v1", "");
    let readers = (0..40).map(|_| async {
        client
            .request(Method::GET, &page)
            .send()
            .await
            .unwrap()
            .status()
    });
    for status in futures::future::join_all(readers).await {
        assert_eq!(status, StatusCode::OK);
    }
}

/// Leptos finds the routes by running the pages without their data, with a switch of the whole process.
#[tokio::test]
async fn a_page_comes_while_other_studios_of_the_process_start() {
    let studio = InProcess::builtin().await;
    let starting = thread::spawn(|| {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            for _ in 0..8 {
                InProcess::builtin().await;
            }
        });
    });
    let page = studio.client.story(2).await.replace("/api/v1", "");
    while !starting.is_finished() {
        assert!(studio.client.text(&page).await.contains("<main"));
    }
    starting.join().unwrap();
}
