//! Trying a server, what keys follow whom, and who is asked when an idea is talked over.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use tests::{
    InProcess,
    mean_server::{Manner, MeanServer},
};

const SETTINGS: &str = "/api/v1/settings";

async fn put(studio: &InProcess, change: Value) -> Value {
    let etag = studio.client.etag(SETTINGS).await;
    let (status, settings) = studio
        .client
        .change(Method::PUT, SETTINGS, &etag, change)
        .await;
    assert_eq!(status, StatusCode::OK, "{settings}");
    settings
}

async fn test(studio: &InProcess, body: Value) -> (StatusCode, Value) {
    studio.client.post("/api/v1/models/test", body).await
}

fn server(id: &str, url: &str) -> Value {
    json!({"id": id, "url": url, "at_once": 1})
}

fn list(mean: &MeanServer, names: &[&str]) {
    let models: Vec<Value> = names.iter().map(|name| json!({"id": name})).collect();
    mean.page("/v1/models", "200 OK", json!({"data": models}));
}

#[tokio::test]
async fn a_typed_key_may_go_anywhere_though_it_is_the_kept_one() {
    let studio = InProcess::builtin().await;
    let mean = MeanServer::start().await;
    let change = json!({
        "preferences": {"servers": [server("local", "http://127.0.0.1:9/v1")]}, "keys": {"local": "sk-1"},
    });
    put(&studio, change).await;
    let corrected = server("local", &mean.url);
    let (status, problem) = test(&studio, json!({"server": corrected})).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{problem}");
    let typed = json!({"server": corrected, "key": " sk-1 "});
    let (status, tried) = test(&studio, typed).await;
    assert_eq!(status, StatusCode::OK, "{tried}");
    assert_eq!(
        mean.asked()[0].authorization.as_deref(),
        Some("Bearer sk-1")
    );
    // White space around an address is no other address.
    let change = json!({"preferences": {"servers": [corrected]}, "keys": {"local": "sk-1"}});
    put(&studio, change).await;
    let spaced = json!({"server": server("local", &format!(" {} ", mean.url))});
    let (status, tried) = test(&studio, spaced).await;
    assert_eq!(status, StatusCode::OK, "{tried}");
}

#[tokio::test]
async fn the_model_that_is_tried_is_the_named_one_or_the_chosen_one_or_one_that_writes() {
    let studio = InProcess::builtin().await;
    let mean = MeanServer::start_unknown().await;
    list(&mean, &["bge-m3-embed", "mean", "whisper-1", "special"]);
    let local = server("local", &mean.url);
    let tried = async |body: Value| {
        let (status, tried) = test(&studio, body).await;
        assert_eq!(status, StatusCode::OK, "{tried}");
        assert_eq!(tried["models"].as_array().unwrap().len(), 4);
        assert_eq!(tried.get("trouble"), None);
        tried["model"].as_str().unwrap().to_owned()
    };
    assert_eq!(tried(json!({"server": local})).await, "mean");
    put(
        &studio,
        json!({"preferences": {"servers": [local], "stages": {"check": "local:special"}}}),
    )
    .await;
    assert_eq!(tried(json!({"server": local})).await, "special");
    let named = json!({"server": local, "model": "whisper-1"});
    assert_eq!(tried(named).await, "whisper-1");
}

#[tokio::test]
async fn a_list_that_came_is_told_though_no_sentence_followed() {
    let studio = InProcess::builtin().await;
    let mean = MeanServer::start_unknown().await;
    list(&mean, &["mean", "other"]);
    mean.always(Manner::Unauthorized);
    let (status, tried) = test(&studio, json!({"server": server("local", &mean.url)})).await;
    assert_eq!(status, StatusCode::OK, "{tried}");
    assert_eq!(tried["models"], json!(["mean", "other"]));
    assert_eq!(tried["sentence"], "");
    let trouble = tried["trouble"].as_str().unwrap();
    assert!(trouble.contains("does not accept the key"), "{trouble}");
}

#[tokio::test]
async fn a_model_that_is_known_by_name_needs_no_list() {
    let studio = InProcess::builtin().await;
    let mean = MeanServer::start_unknown().await;
    mean.page(
        "/v1/models",
        "404 Not Found",
        json!({"error": "no such page"}),
    );
    let local = server("local", &mean.url);
    let (status, problem) = test(&studio, json!({"server": local})).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{problem}");
    let (status, tried) = test(&studio, json!({"server": local, "model": "mean"})).await;
    assert_eq!(status, StatusCode::OK, "{tried}");
    assert_eq!(tried["models"], json!([]));
    assert!(!tried["sentence"].as_str().unwrap().is_empty());
}

/// Two thoughts, and then the end.
const ONLY_THOUGHT: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n\
    data: {\"choices\": [{\"delta\": {\"reasoning_content\": \"Rain\"}}]}\n\n\
    data: {\"choices\": [{\"delta\": {\"reasoning_content\": \", then.\"}, \"finish_reason\": \"length\"}]}\n\n\
    data: [DONE]\n\n";

#[tokio::test]
async fn a_model_that_only_thought_wrote_no_sentence() {
    let studio = InProcess::builtin().await;
    let mean = MeanServer::start_unknown().await;
    mean.always(Manner::Raw(ONLY_THOUGHT));
    let (status, tried) = test(&studio, json!({"server": server("local", &mean.url)})).await;
    assert_eq!(status, StatusCode::OK, "{tried}");
    let trouble = tried["trouble"].as_str().unwrap();
    assert!(
        trouble.contains("2 tokens of thinking and no sentence yet"),
        "{trouble}"
    );
}

#[tokio::test]
async fn a_server_that_gets_another_name_keeps_its_key() {
    let studio = InProcess::builtin().await;
    let url = "http://127.0.0.1:9/v1";
    let servers = |names: &[&str]| {
        let all: Vec<Value> = names.iter().map(|name| server(name, url)).collect();
        json!({"preferences": {"servers": all}})
    };
    let mut change = servers(&["old"]);
    change["keys"] = json!({"old": "sk-1"});
    put(&studio, change).await;
    let key_set =
        |settings: &Value, at: usize| settings["preferences"]["servers"][at]["key_set"].clone();
    let settings = put(&studio, servers(&["new"])).await;
    assert_eq!(key_set(&settings, 0), true, "{settings}");
    // The old name is free, and has no key.
    let settings = put(&studio, servers(&["new", "old"])).await;
    assert_eq!(
        (key_set(&settings, 0), key_set(&settings, 1)),
        (json!(true), json!(false))
    );
    // Which of two it was is not guessed.
    let settings = put(&studio, servers(&["third"])).await;
    assert_eq!(key_set(&settings, 0), false, "{settings}");
}

#[tokio::test]
async fn an_address_that_is_shown_has_no_key_in_it() {
    let studio = InProcess::builtin().await;
    let keyed = server("far", "http://127.0.0.1:9/v1?key=sk-1");
    let etag = studio.client.etag(SETTINGS).await;
    let change = json!({"preferences": {"servers": [keyed]}});
    let put = studio.client.change(Method::PUT, SETTINGS, &etag, change);
    for (status, problem) in [put.await, test(&studio, json!({"server": keyed})).await] {
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{problem}");
        let detail = problem["detail"].as_str().unwrap();
        assert!(
            detail.contains("its own field") && !detail.contains("sk-1"),
            "{detail}"
        );
    }
}

#[tokio::test]
async fn an_idea_is_talked_over_with_the_model_that_plans() {
    let studio = InProcess::builtin().await;
    let (writer, planner) = (MeanServer::start().await, MeanServer::start().await);
    let preferences = json!({
        "servers": [server("writer", &writer.url), server("planner", &planner.url)],
        "model": "writer:mean", "stages": {"plan": "planner:mean"},
    });
    put(&studio, json!({"preferences": preferences})).await;
    let idea = json!({"idea": "a ferry that burns"});
    // The mean server has no questions: it is asked, and corrected once.
    let (_, answer) = studio.client.post("/api/v1/interview", idea).await;
    assert_eq!(
        (writer.asked().len(), planner.asked().len()),
        (0, 2),
        "{answer}"
    );
}
