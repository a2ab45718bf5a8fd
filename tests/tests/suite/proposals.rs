//! Reading a story over REST, and deciding about what was read.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use tests::{Client, InProcess};

const TEXT: &str = "Mara Quinn rowed to Skarn. Mara’s brother Odran had died at Skarn in the winter. She \
                    wondered who had lit the lamp. Odran had been the keeper, and Mara knew it.";

/// A story of two chapters with text, read by the built-in writer.
async fn read_story(client: &Client) -> String {
    let story = client.story(2).await;
    for number in 1..=2 {
        let path = format!("{story}/chapters/{number}/revisions");
        let request = client.request(Method::POST, &path);
        let request = request.header("if-match", "*").json(&json!({"text": TEXT}));
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::CREATED);
    }
    let run = client.start(&story, json!({"kind": "read"})).await;
    let run = client.ended(&run).await;
    assert_eq!(run["status"], "succeeded", "{run}");
    story
}

#[tokio::test]
async fn a_story_is_read_and_what_it_tells_is_accepted_and_taken_back() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let story = read_story(client).await;
    let (_, state) = client.get(&format!("{story}/reading")).await;
    assert_eq!((&state["chapters"], &state["read"]), (&json!(2), &json!(2)));
    let (status, page) = client
        .get(&format!("{story}/proposals?kind=person&state=open&limit=1"))
        .await;
    assert_eq!(status, StatusCode::OK, "{page}");
    let first = &page["items"][0];
    assert_eq!(first["content"]["entity"]["name"], "Mara Quinn");
    assert_eq!(first["places"][1]["chapter"], 2);
    assert_eq!(first["places"][0]["quote"], "Mara Quinn rowed to Skarn.");
    let next = page["next"].as_str().unwrap();
    let (_, rest) = client
        .get(&format!("{story}/proposals?kind=person&after={next}"))
        .await;
    assert_eq!(rest["items"][0]["content"]["entity"]["name"], "Odran");

    let accept = format!("{story}/proposals/accept");
    let (status, done) = client.post(&accept, json!({"kind": "person"})).await;
    assert_eq!(
        (status.as_u16(), done["changed"].as_array().unwrap().len()),
        (200, 2)
    );
    let (_, entities) = client.get(&format!("{story}/world/entities")).await;
    assert_eq!(entities["items"].as_array().unwrap().len(), 2);
    let (_, twice) = client.post(&accept, json!({"ids": done["changed"]})).await;
    assert_eq!(twice["left"][0]["reason"], "This was accepted already.");
    let reopen = format!("{story}/proposals/reopen");
    let (status, back) = client.post(&reopen, json!({"ids": done["changed"]})).await;
    assert_eq!((status.as_u16(), &back["left"]), (200, &json!([])));
    let (_, entities) = client.get(&format!("{story}/world/entities")).await;
    assert_eq!(entities["items"], json!([]));
}

#[tokio::test]
async fn a_proposal_is_changed_with_its_version() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let story = read_story(client).await;
    let (_, page) = client
        .get(&format!("{story}/proposals?kind=summary&chapter=2"))
        .await;
    assert_eq!(page["items"].as_array().unwrap().len(), 1);
    let path = format!(
        "{story}/proposals/{}",
        page["items"][0]["id"].as_str().unwrap()
    );
    let change = async |tag: Option<&str>, body: Value| {
        let mut request = client.request(Method::PATCH, &path).json(&body);
        if let Some(tag) = tag {
            request = request.header("if-match", tag);
        }
        let answer = request.send().await.unwrap();
        let status = answer.status().as_u16();
        (status, answer.json::<Value>().await.unwrap())
    };
    let mine = json!({"summary": "Mara rows to Skarn."});
    assert_eq!(change(None, mine.clone()).await.0, 428);
    let (status, problem) = change(Some("\"99\""), mine.clone()).await;
    assert_eq!(
        (status, &problem["current"]["state"]),
        (412, &json!("open"))
    );
    let etag = client.etag(&path).await;
    for (body, says) in [
        (json!({"summary": " "}), "Enter a text."),
        (json!({"fact": "It rains."}), "of kind summary"),
    ] {
        let (status, problem) = change(Some(&etag), body).await;
        let detail = problem["detail"].as_str().unwrap();
        assert!(status == 422 && detail.contains(says), "{status} {detail}");
    }
    let (status, edited) = change(Some(&etag), mine.clone()).await;
    assert_eq!((status, &edited["state"]), (200, &json!("edited")));
    let (_, chapter) = client.get(&format!("{story}/chapters/2")).await;
    assert_eq!(chapter["summary"], "Mara rows to Skarn.");
    let etag = client.etag(&path).await;
    let (status, problem) = change(Some(&etag), mine).await;
    assert_eq!((status, &problem["code"]), (409, &json!("conflict")));
}

#[tokio::test]
async fn a_choice_that_says_nothing_is_refused_in_a_sentence() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let story = read_story(client).await;
    let (_, page) = client.get(&format!("{story}/proposals?kind=fact")).await;
    let fact = page["items"][0]["id"].clone();
    let nobody = "0197a7c4-0000-7000-8000-000000000000";
    for (path, body, status, says) in [
        ("accept", json!({}), 422, "Name proposals"),
        (
            "drop",
            json!({"ids": [fact], "kind": "fact"}),
            422,
            "not both",
        ),
        (
            "accept",
            json!({"ids": [fact], "into": nobody}),
            422,
            "Only a person",
        ),
        (
            "accept",
            json!({"kind": "fact", "into": nobody}),
            422,
            "exactly one",
        ),
        (
            "drop",
            json!({"ids": [fact], "into": nobody}),
            422,
            "accepting",
        ),
        ("reopen", json!({"kind": "fact"}), 422, "`ids`"),
        ("accept", json!({"kind": "hero"}), 422, "hero"),
        ("drop", json!({"ids": [nobody]}), 404, "proposal"),
        ("drop", json!({"chapter": 9}), 404, "chapter"),
    ] {
        let (answered, problem) = client
            .post(&format!("{story}/proposals/{path}"), body)
            .await;
        let detail = problem["detail"].as_str().unwrap();
        assert!(
            answered.as_u16() == status && detail.contains(says),
            "{answered} {detail}"
        );
    }
    let runs = format!("{story}/runs");
    let (status, problem) = client.post(&runs, json!({"kind": "read"})).await;
    assert_eq!(status.as_u16(), 422, "{problem}");
    let (status, run) = client
        .post(&runs, json!({"kind": "read", "chapters": [2]}))
        .await;
    assert_eq!(
        (status.as_u16(), run["steps"].as_array().unwrap().len()),
        (202, 1)
    );
    let (status, problem) = client
        .post(&runs, json!({"kind": "world", "chapters": [2]}))
        .await;
    assert_eq!(status.as_u16(), 422, "{problem}");
}
