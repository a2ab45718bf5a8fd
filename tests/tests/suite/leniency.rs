//! What comes over HTTP a little otherwise than it should, and how it is told.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use tests::InProcess;

#[tokio::test]
async fn an_address_that_is_no_text_or_has_too_much_is_told_as_it_was_sent() {
    let studio = InProcess::idle().await;
    let client = &studio.client;
    for path in [
        "/api/v1/stories/%ff",
        "/api/v1/stories/%ff/chapters/1",
        "/api/v1/stories/%ff/world/entities/x",
        "/api/v1/runs/%ff/events",
        "/api/v1/trash/%ff",
        "/api/v1/stories/",
        "/api/v1/nothing/here",
    ] {
        let method = match path.contains("trash") {
            true => Method::DELETE,
            false => Method::GET,
        };
        let answer = client.request(method, path).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
        let of = answer.headers()["content-type"].clone();
        assert_eq!(of, "application/problem+json", "{path}");
        let problem: Value = answer.json().await.unwrap();
        assert_eq!(problem["code"], "not_found", "{path}");
        let detail = problem["detail"].as_str().unwrap();
        assert_eq!(detail, format!("Nothing was found at {path}."));
    }
}

#[tokio::test]
async fn a_byte_order_mark_before_json_is_no_part_of_it() {
    let studio = InProcess::idle().await;
    let client = &studio.client;
    let story = client.story(1).await;
    let story = story.rsplit('/').next().unwrap();
    let save = json!({"story": story, "chapter": 1, "text": "It rains.", "version": 1});
    for (path, body, status) in [
        (
            "/api/v1/stories",
            json!({"brief": {"premise": "a lamp"}}),
            201,
        ),
        ("/api/studio/save_text", save, 200),
    ] {
        let request = client.request(Method::POST, path);
        let request = request
            .header("content-type", "application/json")
            .body(format!("\u{feff}{body}"));
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status().as_u16(), status, "{path}");
    }
}

#[tokio::test]
async fn titles_and_names_have_letters_that_are_seen() {
    let studio = InProcess::idle().await;
    let client = &studio.client;
    let brief = json!({"premise": "a lighthouse keeper", "chapters": 1});
    let new = json!({"title": "\u{200b}\u{2060}", "brief": brief});
    let (_, story) = client.post("/api/v1/stories", new).await;
    assert_eq!(story["title"], "The Lighthouse Keeper");
    let new = json!({"title": "The\u{0} Lamp\n of Elin\u{200b}", "brief": brief});
    let (_, story) = client.post("/api/v1/stories", new).await;
    assert_eq!(story["title"], "The Lamp of Elin");
    let path = format!("/api/v1/stories/{}", story["id"].as_str().unwrap());
    let etag = client.etag(&path).await;
    let patch = json!({"title": "\u{202e}\u{3164}"});
    let (status, problem) = client.change(Method::PATCH, &path, &etag, patch).await;
    assert_eq!(
        (status.as_u16(), &problem["detail"]),
        (422, &json!("Enter a title."))
    );

    let names =
        json!({"kind": "person", "name": "Mara\u{0}\tVoss", "traits": ["\u{200d}", "kind"]});
    let (status, person) = client.post(&format!("{path}/world/entities"), names).await;
    assert_eq!(status, StatusCode::CREATED, "{person}");
    assert_eq!(
        (&person["name"], &person["traits"]),
        (&json!("Mara Voss"), &json!(["kind"]))
    );
    for (what, part) in [
        ("entities", json!({"kind": "person", "name": "\u{200b}"})),
        ("rules", json!({"text": "\u{2060}\u{0}"})),
        ("facts", json!({"text": "\u{feff}"})),
    ] {
        let (status, problem) = client.post(&format!("{path}/world/{what}"), part).await;
        assert_eq!(status.as_u16(), 422, "{what}");
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains("is missing"), "{what}: {detail}");
    }
}
