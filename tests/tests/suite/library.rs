//! The library over REST: order, filter, archive, several stories at once, small pictures of covers.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Client, InProcess};

async fn named(client: &Client, title: &str, chapters: u32) -> String {
    let brief = json!({"premise": "a ferry that nobody boards", "chapters": chapters});
    let answer = client
        .request(Method::POST, "/api/v1/stories")
        .json(&json!({"title": title, "brief": brief}))
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 201);
    let story: Value = answer.json().await.unwrap();
    story["id"].as_str().unwrap().to_owned()
}

async fn titles(client: &Client, query: &str, language: &str) -> Vec<String> {
    let path = format!("/api/v1/stories?{query}");
    let request = client.request(Method::GET, &path);
    let answer = request
        .header("accept-language", language)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 200, "{path}");
    let page: Value = answer.json().await.unwrap();
    let items = page["items"].as_array().unwrap();
    items
        .iter()
        .map(|story| story["title"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn the_library_is_sorted_filtered_and_paged() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    for title in ["Zebra", "Ängel", "apple", "Part 10", "Part 2"] {
        named(client, title, 1).await;
    }
    let by_title = "sort=title";
    assert_eq!(
        titles(client, by_title, "en-GB,en;q=0.9").await,
        ["Ängel", "apple", "Part 2", "Part 10", "Zebra"]
    );
    assert_eq!(
        titles(client, by_title, "sv").await,
        ["apple", "Part 2", "Part 10", "Zebra", "Ängel"]
    );
    assert_eq!(
        titles(client, "", "en").await[0],
        "Part 2",
        "the last change first"
    );
    assert_eq!(
        titles(client, "sort=title&q=PART", "en").await,
        ["Part 2", "Part 10"]
    );
    assert!(titles(client, "filter=finished", "en").await.is_empty());
    let (_, first) = client.get("/api/v1/stories?sort=title&limit=3").await;
    let next = first["next"].as_str().unwrap();
    let rest = titles(client, &format!("sort=title&limit=3&after={next}"), "").await;
    assert_eq!(rest, ["Part 10", "Zebra"]);
    let (_, counts) = client.get("/api/v1/stories/counts?q=part").await;
    assert_eq!(
        counts,
        json!({"all": 2, "in_progress": 2, "finished": 0, "generating": 0, "archived": 0})
    );
    for wrong in [
        "sort=colour",
        "filter=lost",
        &format!("q={}", "x".repeat(201)),
    ] {
        let (status, problem) = client.get(&format!("/api/v1/stories?{wrong}")).await;
        assert_eq!(status, 422, "{problem}");
    }
}

#[tokio::test]
async fn a_story_is_archived_and_back() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let id = named(client, "The Lamp", 1).await;
    let path = format!("/api/v1/stories/{id}");
    let archive = async |archived: bool, version: &str| {
        let request = client
            .request(Method::PATCH, &path)
            .header("if-match", version);
        let answer = request
            .json(&json!({"archived": archived}))
            .send()
            .await
            .unwrap();
        (
            answer.status().as_u16(),
            answer.json::<Value>().await.unwrap(),
        )
    };
    let (_, before) = client.get(&path).await;
    let version = format!("\"{}\"", before["version"]);
    let (status, archived) = archive(true, &version).await;
    assert_eq!(status, 200);
    assert!(archived["archived_at"].is_string());
    assert_eq!(archived["updated_at"], before["updated_at"]);
    assert!(titles(client, "", "").await.is_empty());
    assert_eq!(titles(client, "filter=archived", "").await, ["The Lamp"]);
    assert_eq!(titles(client, "filter=any", "").await, ["The Lamp"]);
    // Based on an earlier version.
    let (status, problem) = archive(false, &version).await;
    assert_eq!((status, &problem["code"]), (412, &json!("stale_version")));
    let (status, back) = archive(false, "*").await;
    assert_eq!(status, 200);
    assert!(back.get("archived_at").is_none());
    assert_eq!(titles(client, "", "").await, ["The Lamp"]);
}

#[tokio::test]
async fn several_stories_are_changed_at_once_and_one_that_cannot_be_says_why() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let mut stories = Vec::new();
    for title in ["One", "Two", "Three"] {
        let id = named(client, title, 1).await;
        stories.push(json!({"id": id, "version": 1}));
    }
    stories[1]["version"] = json!(7);
    let batch = async |action: &str, stories: &[Value]| {
        let request = client.request(Method::POST, "/api/v1/stories/batch");
        let body = json!({"action": action, "stories": stories});
        let answer = request.json(&body).send().await.unwrap();
        (
            answer.status().as_u16(),
            answer.json::<Value>().await.unwrap(),
        )
    };
    let (status, outcomes) = batch("archive", &stories).await;
    assert_eq!(status, 200);
    let items = outcomes["items"].as_array().unwrap();
    assert_eq!((items.len(), &items[0]["version"]), (3, &json!(2)));
    assert!(
        items[1]["error"]
            .as_str()
            .unwrap()
            .contains("changed elsewhere")
    );
    assert_eq!(titles(client, "", "").await, ["Two"]);

    let deleted: Vec<Value> = [0, 2]
        .map(|at| json!({"id": stories[at]["id"], "version": 2}))
        .into();
    let (_, outcomes) = batch("delete", &deleted).await;
    assert_eq!(titles(client, "filter=any", "").await, ["Two"]);
    let (_, trash) = client.get("/api/v1/trash").await;
    assert_eq!(trash["items"].as_array().unwrap().len(), 2);
    for outcome in outcomes["items"].as_array().unwrap() {
        let entry = outcome["trashed"].as_str().unwrap();
        let restore = client.request(Method::POST, &format!("/api/v1/trash/{entry}/restore"));
        assert_eq!(restore.send().await.unwrap().status(), 200);
    }
    // They come back as they were.
    assert_eq!(titles(client, "filter=archived", "").await.len(), 2);
    for (action, stories) in [("archive", &[][..]), ("burn", &stories)] {
        assert_eq!(batch(action, stories).await.0, 422);
    }
}

/// The smallest PNG: one pixel.
const PNG: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52,
    0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x06, 0x00, 0x00, 0x00, 0x1f, 0x15, 0xc4,
    0x89, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0xf8, 0xcf, 0xc0, 0xf0,
    0x1f, 0x00, 0x05, 0x00, 0x01, 0xff, 0x56, 0xc7, 0x2f, 0x0d, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45,
    0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

#[tokio::test]
async fn a_small_picture_of_a_cover_is_kept_by_browsers() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let story = client.story(1).await;
    let upload = async |bytes: &'static [u8]| {
        let request = client.request(Method::PUT, &format!("{story}/book/cover"));
        let answer = request
            .header("if-match", "*")
            .body(bytes)
            .send()
            .await
            .unwrap();
        let book: Value = answer.json().await.unwrap();
        let cover = book["cover"].as_str().unwrap().to_owned();
        (format!("{story}/book/covers/{cover}/thumbnail"), cover)
    };
    let (picture, cover) = upload(PNG).await;
    assert_eq!(client.get(&story).await.1["cover"], json!(cover));
    let get = |tag: Option<String>| {
        let request = client.request(Method::GET, &picture);
        match tag {
            Some(tag) => request.header("if-none-match", tag),
            None => request,
        }
    };
    let answer = get(None).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["content-type"], "image/jpeg");
    assert_eq!(
        answer.headers()["cache-control"],
        "private, max-age=31536000, immutable"
    );
    let tag = answer.headers()["etag"].to_str().unwrap().to_owned();
    assert!(answer.bytes().await.unwrap().starts_with(b"\xff\xd8"));
    let known = get(Some(tag)).send().await.unwrap();
    assert_eq!(known.status(), 304);
    assert!(known.bytes().await.unwrap().is_empty());
    // One that can't be read has none, and is not offered as a picture any more.
    let (broken, _) = upload(b"GIF89a nearly an image").await;
    assert_eq!(client.get(&broken).await.0, 404);
    assert!(client.get(&story).await.1.get("cover").is_none());
}
