//! Books over REST: settings, covers and files.

use reqwest::Method;
use serde_json::json;
use tests::{Client, InProcess};

const GIF: &[u8] = b"GIF89a nearly an image";

#[tokio::test]
async fn a_book_is_downloaded_under_its_title() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let story = client.story(1).await;
    let title = json!({"title": "Tom & \"Ann\" <draft> 夜/昼"});
    let change = client.request(Method::PATCH, &story);
    let changed = change.header("if-match", "*").json(&title).send().await;
    assert_eq!(changed.unwrap().status(), 200);
    let request = client.request(Method::GET, &format!("{story}/export?format=html"));
    let answer = request.send().await.unwrap();
    assert_eq!(answer.status(), 200);
    let header = |name| answer.headers()[name].to_str().unwrap().to_owned();
    assert_eq!(header("content-type"), "text/html; charset=utf-8");
    let named = header("content-disposition");
    assert!(
        named.starts_with("attachment; filename=\"") && named.contains("filename*=UTF-8''"),
        "{named}"
    );
    assert!(
        named.contains("%E5%A4%9C") && !named.contains('/'),
        "{named}"
    );
    let page = answer.text().await.unwrap();
    assert!(page.contains("&lt;draft&gt;") && !page.contains("<draft>"));
    let warnings = client.get(&format!("{story}/export/warnings")).await;
    assert_eq!(warnings.1["items"][0]["text"], "Chapter 1 has no text.");
}

/// What comes compressed is asked for once more after its end.
#[tokio::test]
async fn a_whole_story_and_a_backup_come_to_their_ends_compressed() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let story = client.story(3).await;
    let (_, backup) = client.post("/api/v1/backups", json!({})).await;
    let backup = format!("/api/v1/backups/{}/file", backup["id"].as_str().unwrap());
    for path in [format!("{story}/export?format=json"), backup] {
        let request = client.request(Method::GET, &path);
        let answer = request.header("accept-encoding", "gzip").send().await;
        let body = answer.unwrap().bytes().await.unwrap();
        assert!(body.len() > 100, "{path}: {} bytes", body.len());
    }
}

async fn status_of(client: &Client, path: &str) -> u16 {
    let answer = client.request(Method::GET, path).send().await.unwrap();
    answer.status().as_u16()
}

#[tokio::test]
async fn a_cover_is_uploaded_shown_and_removed() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let story = client.story(1).await;
    let cover = format!("{story}/book/cover");
    assert_eq!(status_of(client, &cover).await, 204);
    for (bytes, version, status) in [
        (GIF.to_vec(), "\"7\"", 412),
        (b"<svg/>".to_vec(), "*", 422),
        (GIF.to_vec(), "\"0\"", 200),
    ] {
        let request = client
            .request(Method::PUT, &cover)
            .header("if-match", version);
        let answer = request.body(bytes).send().await.unwrap();
        assert_eq!(answer.status(), status);
    }
    let shown = client.request(Method::GET, &cover).send().await.unwrap();
    assert_eq!(shown.headers()["content-type"], "image/gif");
    assert_eq!(shown.bytes().await.unwrap(), GIF);
    let remove = client.request(Method::DELETE, &cover);
    let removed = remove.header("if-match", "\"1\"").send().await.unwrap();
    assert_eq!(removed.headers()["etag"], "\"2\"");
    assert_eq!(status_of(client, &cover).await, 204);
    // It can be used again.
    let (_, book) = client.get(&format!("{story}/book")).await;
    let earlier = book["covers"][0].as_str().unwrap();
    let earlier = format!("{story}/book/covers/{earlier}");
    assert_eq!(status_of(client, &earlier).await, 200);
    let restore = client.request(Method::POST, &format!("{earlier}/restore"));
    let restored = restore.header("if-match", "\"2\"").send().await.unwrap();
    assert_eq!(restored.status(), 200);
    assert_eq!(status_of(client, &cover).await, 200);
}

#[tokio::test]
async fn options_that_can_not_be_read_are_told() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let story = client.story(1).await;
    for (query, says) in [
        ("format=papyrus", "papyrus"),
        ("chapters=5-1", "runs backwards"),
        ("chapters=7", "last chapter is 1"),
        ("trim_size=a3", "a3"),
    ] {
        let (status, problem) = client.get(&format!("{story}/export?{query}")).await;
        assert_eq!(status, 422, "{query}: {problem}");
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains(says), "{query}: {detail}");
    }
    let book = format!("{story}/book");
    let request = client.request(Method::PUT, &book).header("if-match", "*");
    let odd = json!({"details": {"colour": "blue"}});
    let answer = request.json(&odd).send().await.unwrap();
    assert_eq!(answer.status(), 422);
    let request = client.request(Method::PUT, &book).header("if-match", "*");
    let answer = request.json(&json!([{}])).send().await.unwrap();
    assert_eq!(answer.status(), 422);
}
