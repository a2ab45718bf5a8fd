//! Settings, servers and keys over REST.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use std::{fs, os::unix::fs::PermissionsExt as _};
use tests::{Binary, InProcess, mean_server::MeanServer};

const SETTINGS: &str = "/api/v1/settings";

async fn put(studio: &InProcess, change: Value) -> (StatusCode, Value) {
    let etag = studio.client.etag(SETTINGS).await;
    studio
        .client
        .change(Method::PUT, SETTINGS, &etag, change)
        .await
}

fn server(id: &str, url: &str) -> Value {
    json!({"id": id, "url": url, "at_once": 1})
}

#[tokio::test]
async fn keys_are_written_and_never_read() {
    let studio = InProcess::builtin().await;
    // Nobody listens there; nothing is sent before somebody asks.
    let far = server("far", "http://127.0.0.1:9/v1");
    let change = json!({"preferences": {"servers": [far]}, "keys": {"far": "sk-secret"}});
    let (status, settings) = put(&studio, change).await;
    assert_eq!(status, StatusCode::OK, "{settings}");
    assert_eq!(settings["preferences"]["servers"][0]["key_set"], true);
    for answer in [
        settings.to_string(),
        studio.client.text(SETTINGS).await,
        studio.client.text("/api/v1/models").await,
        studio.client.text("/settings").await,
    ] {
        assert!(!answer.contains("sk-secret"), "{answer}");
    }
    let data = settings["data"].as_str().unwrap();
    let file = std::path::Path::new(data).join("secrets.toml");
    assert!(fs::read_to_string(&file).unwrap().contains("sk-secret"));
    assert_eq!(
        fs::metadata(&file).unwrap().permissions().mode() & 0o777,
        0o600
    );

    // A kept key does not follow its server to another address by itself.
    let moved = json!({"preferences": {"servers": [server("far", "http://127.0.0.1:10/v1")]}});
    let (status, problem) = put(&studio, moved).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{problem}");
    let elsewhere = json!({"server": server("far", "http://127.0.0.1:10/v1")});
    let (status, problem) = studio.client.post("/api/v1/models/test", elsewhere).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{problem}");
    assert!(
        problem["detail"]
            .as_str()
            .unwrap()
            .contains("Enter the key again")
    );

    // Nor is it kept for another server that gets the same name later.
    let (_, _) = put(&studio, json!({"preferences": {"servers": []}})).await;
    let again = json!({"preferences": {"servers": [server("far", "http://127.0.0.1:10/v1")]}});
    let (status, settings) = put(&studio, again).await;
    assert_eq!(status, StatusCode::OK, "{settings}");
    assert_eq!(settings["preferences"]["servers"][0]["key_set"], false);
    let back = json!({
        "preferences": {"servers": [server("far", "http://127.0.0.1:9/v1")]},
        "keys": {"far": "sk-secret"},
    });
    let (status, settings) = put(&studio, back).await;
    assert_eq!(status, StatusCode::OK, "{settings}");
    assert_eq!(settings["preferences"]["servers"][0]["key_set"], true);

    let forget = json!({
        "preferences": {"servers": [server("far", "http://127.0.0.1:9/v1")]},
        "keys": {"far": ""},
    });
    let (_, settings) = put(&studio, forget).await;
    assert_eq!(settings["preferences"]["servers"][0]["key_set"], false);
}

#[tokio::test]
async fn what_cannot_be_set_is_told_in_one_sentence_and_changes_nothing() {
    let studio = InProcess::builtin().await;
    let url = "http://127.0.0.1:9/v1";
    let two = json!({"servers": [server("one", url), server("one", url)]});
    for (change, says) in [
        (
            json!({"preferences": {"servers": [server("No Spaces", url)]}}),
            "short name",
        ),
        (
            json!({"preferences": {"servers": [server("builtin", url)]}}),
            "short name",
        ),
        (
            json!({"preferences": {"servers": [server("one", "nowhere")]}}),
            "looks like http://",
        ),
        (json!({"preferences": two}), "Two servers"),
        (
            json!({"preferences": {"model": "nowhere:model"}}),
            "no model “nowhere:model”",
        ),
        (
            json!({"preferences": {"stages": {"check": "telepathy"}}}),
            "telepathy",
        ),
        (json!({"preferences": {"temperature": 3}}), "temperature"),
        (json!({"preferences": {"chapter_words": 1}}), "words"),
        (
            json!({"preferences": {"limits": {"connect": 0}}}),
            "time limit",
        ),
        (
            json!({"preferences": {}, "keys": {"stranger": "x"}}),
            "stranger",
        ),
        (json!({"preferences": {"colour": "red"}}), "colour"),
    ] {
        let (status, problem) = put(&studio, change.clone()).await;
        assert_eq!(
            status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{change}: {problem}"
        );
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains(says), "{change}: {detail}");
    }
    let (_, settings) = studio.client.get(SETTINGS).await;
    assert_eq!(settings["revision"], 1, "{settings}");

    // Two people at once: the second is shown what the first has set.
    let (status, _) = studio
        .client
        .change(Method::PUT, SETTINGS, "\"7\"", json!({"preferences": {}}))
        .await;
    assert_eq!(status, StatusCode::PRECONDITION_FAILED);
    let bare = studio
        .client
        .request(Method::PUT, SETTINGS)
        .json(&json!({"preferences": {}}));
    assert_eq!(
        bare.send().await.unwrap().status(),
        StatusCode::PRECONDITION_REQUIRED
    );
}

#[tokio::test]
async fn a_server_that_is_away_is_told_with_the_way_out() {
    let studio = InProcess::builtin().await;
    let away = json!({"server": server("away", "http://127.0.0.1:9/v1")});
    let (status, problem) = studio.client.post("/api/v1/models/test", away).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let detail = problem["detail"].as_str().unwrap();
    assert!(
        detail.contains("does not answer") && detail.contains("127.0.0.1:9"),
        "{detail}"
    );

    let change = json!({"preferences": {
        "model": "away:anything",
        "servers": [server("away", "http://127.0.0.1:9/v1")],
    }});
    let (status, settings) = put(&studio, change).await;
    assert_eq!(
        status,
        StatusCode::OK,
        "a server may be off while it is set: {settings}"
    );
    let (_, models) = studio.client.get("/api/v1/models").await;
    assert!(models.to_string().contains("does not answer"), "{models}");
    // Settings hold from the next call on: a run asked for now takes the new model.
    let story = studio.client.story(1).await;
    let run = studio.client.start(&story, json!({"kind": "world"})).await;
    let (_, run) = studio.client.get(&run).await;
    assert_eq!(run["model"], "away:anything");
}

#[tokio::test]
async fn settings_survive_a_restart_and_the_command_line_wins() {
    let data = tempfile::tempdir().unwrap();
    let studio = Binary::start(data.path(), "0").await;
    let etag = studio.client.etag(SETTINGS).await;
    let change = json!({
        "preferences": {"chapter_words": 900, "servers": [server("far", "http://127.0.0.1:9/v1")]},
        "keys": {"far": "sk-kept"},
    });
    let (status, _) = studio
        .client
        .change(Method::PUT, SETTINGS, &etag, change)
        .await;
    assert_eq!(status, StatusCode::OK);
    studio.terminate().await;
    let url = "http://127.0.0.1:9/v1";
    let args = ["--model", "openai:something", "--model-url", url];
    let studio = Binary::start_with(data.path(), "0", &args).await;
    let (_, settings) = studio.client.get(SETTINGS).await;
    assert_eq!(settings["preferences"]["chapter_words"], 900);
    assert_eq!(settings["preferences"]["servers"][0]["key_set"], true);
    assert_eq!(settings["model"], "openai:something");
    assert_eq!(settings["model_is_fixed"], true);
    studio.terminate().await;
}

#[tokio::test]
async fn what_was_sent_to_try_a_server_is_kept_without_its_key() {
    const CALLS: &str = "/api/v1/models/test/calls";
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let (_, list) = client.get(CALLS).await;
    assert_eq!(list["items"], json!([]));
    let mean = MeanServer::start().await;
    let mut settings = server("local", &mean.url);
    settings["price"] = json!({"prompt": 2.0, "answer": 10.0});
    let body = json!({"server": settings, "key": "sk-very-secret"});
    let (status, test) = client.post("/api/v1/models/test", body).await;
    assert_eq!(status, StatusCode::OK, "{test}");

    let (_, list) = client.get(CALLS).await;
    let calls = list["items"].as_array().unwrap();
    assert_eq!(calls.len(), 1, "{list}");
    assert_eq!(calls[0]["model"], "local:mean");
    assert_eq!(calls[0]["run"], Value::Null);
    assert!(calls[0]["spent"]["cost"].as_f64().unwrap() > 0.0, "{list}");
    let path = format!("/api/v1/calls/{}", calls[0]["id"].as_str().unwrap());
    let (_, sent) = client.get(&path).await;
    let sent = sent.to_string();
    assert!(sent.contains("Rain comes to the harbour."), "{sent}");
    assert!(!sent.contains("sk-very-secret"));
    assert!(
        mean.asked()
            .iter()
            .any(|asked| { asked.authorization.as_deref() == Some("Bearer sk-very-secret") })
    );
}
