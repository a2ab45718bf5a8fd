//! REST over the real router and a real SQLite file.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use tests::InProcess;

#[tokio::test]
async fn a_story_is_made_written_and_read() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let story = client.story(2).await;
    let run = client.start(&story, json!({"kind": "all_chapters"})).await;
    let run = client.ended(&run).await;
    assert_eq!(run["status"], "succeeded", "{run}");
    assert_eq!(run["progress"]["fraction"], 1.0);
    let (_, chapters) = client.get(&format!("{story}/chapters")).await;
    assert_eq!(chapters["items"].as_array().unwrap().len(), 2);
    assert_eq!(chapters["items"][0]["state"], "written");
    let text = client.text(&format!("{story}/chapters/1/text")).await;
    assert!(text.split_whitespace().count() >= 900);
    let (_, people) = client.get(&format!("{story}/world/entities")).await;
    assert!(!people["items"].as_array().unwrap().is_empty());
    let (_, state) = client.get("/api/v1/state").await;
    assert_eq!(state["runs"], json!([]));
}

/// A request that is refused: method, path, body, the status of the answer and the code in it.
type Refused = (Method, String, Value, u16, &'static str);

/// Resources that do not exist, and queries that can't be answered.
fn refused_reads(story: &str) -> Vec<Refused> {
    let nowhere = "/api/v1/stories/0197a7c4-0000-7000-8000-000000000000";
    let not_found = [
        nowhere.to_owned(),
        "/api/v1/stories/what".to_owned(),
        format!("{story}/chapters/9"),
        format!("{story}/chapters/-1"),
        "/api/v1/nothing".to_owned(),
    ];
    let invalid = [
        "/api/v1/stories?limit=0",
        "/api/v1/stories?after=x",
        "/api/v1/runs?status=done",
    ];
    let not_found = not_found.map(|path| (Method::GET, path, Value::Null, 404, "not_found"));
    let invalid = invalid.map(|path| (Method::GET, path.to_owned(), Value::Null, 422, "invalid"));
    not_found.into_iter().chain(invalid).collect()
}

fn refused_stories() -> Vec<Refused> {
    let brief =
        |premise: &str, chapters| json!({"brief": {"premise": premise, "chapters": chapters}});
    let bodies = [
        brief("  ", 3),
        brief("x", 0),
        brief("x", 1001),
        json!({"titel": "x"}),
    ];
    let refused = |body| {
        let path = "/api/v1/stories".to_owned();
        (Method::POST, path, body, 422, "invalid")
    };
    bodies.map(refused).into()
}

fn refused_runs(story: &str) -> Vec<Refused> {
    let bodies = [
        (json!({"kind": "novel"}), 422, "invalid"),
        (json!({"kind": "chapter"}), 422, "invalid"),
        (json!({"kind": "chapter", "chapter": 7}), 404, "not_found"),
        (json!({"kind": "rewrite", "chapter": 1}), 422, "invalid"),
        (json!({"kind": "world", "model": "x"}), 422, "invalid"),
        (json!({"kind": "world", "priority": 101}), 422, "invalid"),
    ];
    let refused = |(body, status, code)| {
        let path = format!("{story}/runs");
        (Method::POST, path, body, status, code)
    };
    bodies.map(refused).into()
}

/// Changes that name no version, or that a run which has ended does not allow.
fn refused_changes(story: &str, ended_run: &str) -> Vec<Refused> {
    let transition = |action: &str| {
        let path = format!("{ended_run}/{action}");
        (Method::POST, path, json!({}), 409, "illegal_transition")
    };
    let unconditional = |method, body| {
        let path = story.to_owned();
        (method, path, body, 428, "precondition_required")
    };
    let state = "/api/v1/state".to_owned();
    vec![
        (
            Method::DELETE,
            state,
            Value::Null,
            405,
            "method_not_allowed",
        ),
        transition("cancel"),
        transition("pause"),
        transition("resume"),
        unconditional(Method::PATCH, json!({"title": "x"})),
        unconditional(Method::DELETE, Value::Null),
    ]
}

#[tokio::test]
async fn bad_input_gets_one_clear_sentence_and_the_right_status() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let story = client.story(1).await;
    let run = client.start(&story, json!({"kind": "world"})).await;
    client.ended(&run).await;
    let cases = [
        refused_reads(&story),
        refused_stories(),
        refused_runs(&story),
        refused_changes(&story, &run),
    ];
    for (method, path, body, status, code) in cases.concat() {
        let mut request = client.request(method.clone(), &path);
        if !body.is_null() {
            request = request.json(&body);
        }
        let answer = request.send().await.unwrap();
        let name = format!("{method} {path} {body}");
        assert_eq!(answer.status().as_u16(), status, "{name}");
        assert_eq!(
            answer.headers()["content-type"],
            "application/problem+json",
            "{name}"
        );
        let problem: Value = answer.json().await.unwrap();
        assert_eq!(problem["code"], code, "{name}: {problem}");
        assert!(
            problem["detail"].as_str().unwrap().len() > 15,
            "{name}: {problem}"
        );
    }
}

#[tokio::test]
async fn a_body_that_is_not_json_is_refused() {
    let studio = InProcess::builtin().await;
    let post = || studio.client.request(Method::POST, "/api/v1/stories");
    let malformed = post()
        .header("content-type", "application/json")
        .body("{\"brief\": ")
        .send()
        .await
        .unwrap();
    assert_eq!(malformed.status(), StatusCode::BAD_REQUEST);
    let no_json = post().body("hello").send().await.unwrap();
    assert_eq!(no_json.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[tokio::test]
async fn an_edit_based_on_an_old_version_is_answered_with_the_current_text() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let story = client.story(1).await;
    let chapter = format!("{story}/chapters/1");
    let revisions = format!("{chapter}/revisions");
    let old = client.etag(&chapter).await;
    let write = |etag: String, text: &'static str| {
        let (client, revisions) = (client.clone(), revisions.clone());
        async move {
            client
                .change(Method::POST, &revisions, &etag, json!({"text": text}))
                .await
        }
    };
    let (status, saved) = write(old.clone(), "First, by hand.").await;
    assert_eq!(status, StatusCode::CREATED, "{saved}");
    let (status, problem) = write(old, "Second tab.").await;
    assert_eq!(status, StatusCode::PRECONDITION_FAILED);
    assert_eq!(problem["current"]["text"], "First, by hand.");
    let (status, _) = write(client.etag(&chapter).await, "Third, on top.").await;
    assert_eq!(status, StatusCode::CREATED);
    // Every text is still there, and the first can come back.
    let (_, list) = client.get(&revisions).await;
    let first = list["items"].as_array().unwrap().last().unwrap()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let etag = client.etag(&chapter).await;
    let restore = format!("{revisions}/{first}/restore");
    let (status, _) = client
        .change(Method::POST, &restore, &etag, json!({}))
        .await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(
        client.text(&format!("{chapter}/text")).await,
        "First, by hand."
    );
    let (status, details) = client.get(&format!("{chapter}/details")).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(details["revision"]["text"], "First, by hand.");
    assert_eq!(
        (&details["of"], &details["chapter"]["number"]),
        (&json!(1), &json!(1))
    );
    let (status, _) = client.get(&format!("{story}/chapters/2/details")).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_run_is_cancelled_and_resumed_over_rest() {
    let (studio, mut script) = InProcess::scripted().await;
    let client = &studio.client;
    let story = client.story(1).await;
    let run = client
        .start(&story, json!({"kind": "chapter", "chapter": 1}))
        .await;
    let draft = script
        .play_until(|call| matches!(call.assignment, engine::model::Assignment::Draft { .. }))
        .await;
    draft.write("It was four o’clock wh").await;
    client.drafted(&run, 1, 0).await;
    let (status, written) = client.get(&format!("{run}/draft")).await;
    assert_eq!(
        (status, &written["text"]),
        (StatusCode::OK, &json!("It was four o’clock wh"))
    );
    let (status, answer) = client.post(&format!("{run}/cancel"), json!({})).await;
    assert_eq!(status, StatusCode::OK);
    assert!(answer["control"]["cancel_requested"] == true || answer["status"] == "cancelled");
    let ended = client.ended(&run).await;
    assert_eq!(ended["status"], "cancelled");
    let (_, chapter) = client.get(&format!("{story}/chapters/1")).await;
    assert_eq!(chapter["state"], "partial");
    let (status, _) = client.post(&format!("{run}/resume"), json!({})).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(
        script.next_call().await.call.prefix,
        "It was four o’clock wh"
    );
}

#[tokio::test]
async fn the_same_key_answers_the_same_run() {
    let (studio, _script) = InProcess::scripted().await;
    let client = &studio.client;
    let story = client.story(1).await;
    let start = || async {
        client
            .request(Method::POST, &format!("{story}/runs"))
            .header("idempotency-key", "one click")
            .json(&json!({"kind": "chapter", "chapter": 1}))
            .send()
            .await
            .unwrap()
    };
    let (first, second) = (start().await, start().await);
    assert_eq!(first.status(), StatusCode::ACCEPTED);
    assert_eq!(first.headers()["location"], second.headers()["location"]);
}

#[tokio::test]
async fn the_live_stream_resumes_after_the_last_event() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let story = client.story(1).await;
    let run = client.start(&story, json!({"kind": "all_chapters"})).await;
    client.ended(&run).await;
    let (_, state) = client.get("/api/v1/state").await;
    let last = state["seq"].as_i64().unwrap();
    let mut whole = client.events("/api/v1/events?after=0", None).await;
    for expected in 1..=last {
        assert_eq!(whole.next().await.unwrap().0, expected);
    }
    // The header wins over the address, as browsers that come back need it.
    let mut rest = client
        .events("/api/v1/events?after=0", Some(last - 1))
        .await;
    assert_eq!(rest.next().await.unwrap().0, last);
    // A number from another database.
    let mut reset = client.events("/api/v1/events", Some(last + 50)).await;
    let (seq, name, data) = reset.next().await.unwrap();
    assert_eq!((seq, name.as_str()), (last, "reset"));
    assert_eq!(data["seq"], last);
}

#[tokio::test]
async fn foreign_pages_and_names_are_refused() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let ask = |name: &'static str, value: &'static str| {
        let request = client
            .request(Method::POST, "/api/v1/stories")
            .header(name, value)
            .json(&json!({"brief": {"premise": "x"}}));
        async move { request.send().await.unwrap() }
    };
    for (name, value) in [
        ("host", "evil.example"),
        ("origin", "https://evil.example"),
        ("origin", "null"),
    ] {
        let answer = ask(name, value).await;
        assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{name}: {value}");
    }
    let (_, stories) = client.get("/api/v1/stories").await;
    assert_eq!(stories["items"], json!([]));
}

#[tokio::test]
async fn operators_get_health_and_readiness() {
    let studio = InProcess::builtin().await;
    assert_eq!(studio.client.text("/healthz").await, "ok");
    assert_eq!(studio.client.text("/readyz").await, "ready");
}
