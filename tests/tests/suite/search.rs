//! Find and replace over REST.

use reqwest::StatusCode;
use serde_json::{Value, json};
use tests::{Client, InProcess};

/// Gives a chapter a text.
async fn write(client: &Client, story: &str, number: u32, text: &str) {
    let path = format!("{story}/chapters/{number}/revisions");
    let request = client.request(reqwest::Method::POST, &path);
    let request = request.header("if-match", "*").json(&json!({"text": text}));
    let answer = request.send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::CREATED);
}

#[tokio::test]
async fn a_phrase_is_found_in_a_story_and_in_the_library() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let story = client.story(3).await;
    write(
        client,
        &story,
        1,
        "The comet fell.\n\nNobody saw the comet.",
    )
    .await;
    write(client, &story, 3, "A comet rose.").await;
    for path in [format!("{story}/search"), "/api/v1/search".to_owned()] {
        let (status, first) = client.get(&format!("{path}?q=COMET&limit=1")).await;
        assert_eq!(status, StatusCode::OK, "{first}");
        let hit = &first["items"][0];
        assert_eq!((&hit["kind"], &hit["chapter"]), (&json!("text"), &json!(1)));
        assert_eq!((&hit["matches"], &hit["offset"]), (&json!(2), &json!(4)));
        let snippet =
            json!({"before": "The ", "found": "comet", "after": " fell. Nobody saw the comet."});
        assert_eq!(hit["snippet"], snippet);
        let next = first["next"].as_str().unwrap();
        let (_, last) = client
            .get(&format!("{path}?q=comet&limit=1&after={next}"))
            .await;
        assert_eq!(last["items"][0]["chapter"], 3);
        assert_eq!(last["next"], Value::Null);
    }
    let nowhere = "/api/v1/stories/0197a7c4-0000-7000-8000-000000000000/search?q=x";
    let refused = [
        (
            "/api/v1/search?q=%20".to_owned(),
            422,
            "at least one character",
        ),
        (
            format!("{story}/search?q={}", "x".repeat(201)),
            422,
            "at most 200",
        ),
        (format!("{story}/search?q=x&after=1"), 422, "`after`"),
        (nowhere.to_owned(), 404, "story"),
    ];
    for (path, status, says) in refused {
        let (answered, problem) = client.get(&path).await;
        assert_eq!(answered.as_u16(), status, "{path}");
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains(says), "{detail}");
    }
}

#[tokio::test]
async fn a_name_is_replaced_in_all_chapters_and_taken_back() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let story = client.story(2).await;
    write(client, &story, 1, "Mara slept. Tamara woke.").await;
    write(client, &story, 2, "“Mara,” he said.").await;
    let pattern = json!({"find": "mara", "replace": "Ines", "whole_words": true});
    let post = async |path: &str, body: &Value| {
        let request = client.request(reqwest::Method::POST, &format!("{story}/{path}"));
        let answer = request.json(body).send().await.unwrap();
        let status = answer.status().as_u16();
        (status, answer.json::<Value>().await.unwrap())
    };
    let mut ask = pattern.clone();
    ask["preview"] = json!(true);
    let (status, preview) = post("replace", &ask).await;
    assert_eq!(status, 200, "{preview}");
    let places = preview["matches"].as_array().unwrap();
    assert_eq!((places.len(), &preview["more"]), (2, &json!(0)));
    let second = &places[1];
    assert_eq!(
        (&second["kind"], &second["chapter"]),
        (&json!("text"), &json!(2))
    );
    assert_eq!(
        (&second["before"], &second["match"], &second["after"]),
        (&json!("“"), &json!("Mara"), &json!(",” he said."))
    );
    let mut new = pattern;
    new["base"] = preview["base"].clone();
    let (status, done) = post("replace", &new).await;
    assert_eq!((status, &done["changed"]), (200, &json!(2)), "{done}");
    let text = async |number: u32| {
        client
            .text(&format!("{story}/chapters/{number}/text"))
            .await
    };
    assert_eq!(text(1).await, "Ines slept. Tamara woke.");
    assert_eq!(text(2).await, "“Ines,” he said.");
    write(client, &story, 2, "Mara again.").await;
    let (status, problem) = post("replace", &new).await;
    assert_eq!((status, &problem["code"]), (409, &json!("conflict")));
    let (status, list) = client.get(&format!("{story}/replace")).await;
    assert_eq!(
        (status, &list["items"][0]["undo"]),
        (StatusCode::OK, &done["undo"])
    );
    let undo = format!("replace/{}/undo", done["undo"].as_str().unwrap());
    let (status, undone) = post(&undo, &json!({})).await;
    assert_eq!(status, 200, "{undone}");
    assert_eq!(
        (&undone["restored"], &undone["kept"][0]["chapter"]),
        (&json!(1), &json!(2))
    );
    assert_eq!(text(1).await, "Mara slept. Tamara woke.");
    assert_eq!(text(2).await, "Mara again.");
    let (status, problem) = post(&undo, &json!({})).await;
    assert_eq!((status, &problem["code"]), (409, &json!("conflict")));
    let only = places[0]["id"].clone();
    for (body, status, says) in [
        (json!({"find": "("  , "regex": true}), 422, "unclosed group"),
        (json!({"find": "zebra"}), 422, "found nowhere"),
        (
            json!({"find": "Mara", "replace": "Ines", "only": [only]}),
            409,
            "Chapter 1 changed",
        ),
    ] {
        let (answered, problem) = post("replace", &body).await;
        let detail = problem["detail"].as_str().unwrap_or_default();
        assert!(
            answered == status && detail.contains(says),
            "{answered} {problem}"
        );
    }
}

#[tokio::test]
async fn somebody_gets_another_name_over_rest() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let story = client.story(2).await;
    write(
        client,
        &story,
        1,
        "Anna Holm slept. Annas woke; Anna’s lamp.",
    )
    .await;
    let post = async |path: &str, body: &Value| {
        let request = client.request(reqwest::Method::POST, &format!("{story}/{path}"));
        let answer = request.json(body).send().await.unwrap();
        let status = answer.status().as_u16();
        (status, answer.json::<Value>().await.unwrap())
    };
    let anna = json!({"kind": "person", "name": "Anna Holm"});
    let (status, anna) = post("world/entities", &anna).await;
    assert_eq!(status, 201, "{anna}");
    let path = format!("world/entities/{}/rename", anna["id"].as_str().unwrap());
    let new = json!({"name": "Elsa Berg", "aliases": ["Annie", {"name": "Ann", "becomes": "El"}], "preview": true});
    let (status, preview) = post(&path, &new).await;
    assert_eq!(status, 200, "{preview}");
    assert_eq!(
        (&preview["places"], &preview["doubtful"]),
        (&json!(4), &json!(1))
    );
    let doubtful = &preview["matches"][1];
    assert_eq!(
        (&doubtful["match"], &doubtful["doubt"]),
        (&json!("Annas"), &json!("ending"))
    );
    let new = json!({"name": "Elsa Berg", "also": [doubtful["id"]]});
    let (status, done) = post(&path, &new).await;
    assert_eq!((status, &done["changed"]), (200, &json!(4)), "{done}");
    let text = client.text(&format!("{story}/chapters/1/text")).await;
    assert_eq!(text, "Elsa Berg slept. Elsas woke; Elsa’s lamp.");
    let path = "world/entities/0197a7c4-0000-7000-8000-000000000000/rename";
    let (status, _) = post(path, &json!({"name": "Elsa"})).await;
    assert_eq!(status, 404);
}

#[tokio::test]
async fn a_place_is_found_by_a_part_of_its_name() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let story = client.story(12).await;
    let id = story.rsplit('/').next().unwrap();
    let person = json!({"kind": "person", "name": "Zoë Marrable"});
    let request = client.request(reqwest::Method::POST, &format!("{story}/world/entities"));
    let answer = request.json(&person).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::CREATED);
    for (typed, kind, number) in [
        ("12", "chapter", json!(12)),
        ("chapter%2012", "chapter", json!(12)),
        ("zoe", "entity", Value::Null),
        ("zm", "entity", Value::Null),
    ] {
        let (status, found) = client
            .get(&format!("/api/v1/names?q={typed}&story={id}"))
            .await;
        assert_eq!(status, StatusCode::OK, "{found}");
        let first = &found["items"][0];
        assert_eq!(
            (&first["kind"], &first["number"]),
            (&json!(kind), &number),
            "{typed}"
        );
    }
    let (_, all) = client.get("/api/v1/names").await;
    let kinds: Vec<_> = all["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["kind"])
        .collect();
    assert_eq!(
        kinds,
        [&json!("story")],
        "without a story, its chapters are not looked at"
    );
    let nowhere = "0197a7c4-0000-7000-8000-000000000000";
    for (query, status) in [
        (format!("story={nowhere}"), 404),
        ("story=x".to_owned(), 404),
        ("limit=0".to_owned(), 422),
        (format!("q={}", "x".repeat(101)), 422),
    ] {
        let (answered, says) = client.get(&format!("/api/v1/names?{query}")).await;
        assert_eq!(answered.as_u16(), status, "{query}: {says}");
    }
}
