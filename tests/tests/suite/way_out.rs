//! A run that a setting was wrong for says so, keeps what is written, and goes on once it was put right.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use tests::{
    InProcess,
    mean_server::{Manner, MeanServer, RequestKind},
};

const SETTINGS: &str = "/api/v1/settings";

async fn write_with(studio: &InProcess, server: &MeanServer, model: &str) {
    let etag = studio.client.etag(SETTINGS).await;
    let change = json!({"preferences": {
        "model": format!("mean:{model}"),
        "servers": [{"id": "mean", "url": server.url, "at_once": 1}],
    }});
    let (status, settings) = studio
        .client
        .change(Method::PUT, SETTINGS, &etag, change)
        .await;
    assert_eq!(status, StatusCode::OK, "{settings}");
}

#[tokio::test]
async fn what_failed_for_want_of_its_model_goes_on_with_the_one_chosen_since() {
    let mean = MeanServer::start().await;
    let gone = |body: &Value| body["model"] == "gone";
    mean.refuse(gone, "The model `gone` does not exist.");
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    write_with(&studio, &mean, "gone").await;
    let story = client.story(1).await;
    let run = client.start(&story, json!({"kind": "world"})).await;
    let failed = client.ended(&run).await;
    assert_eq!(failed["status"], "failed", "{failed}");
    let error = failed["error"].as_str().unwrap();
    assert!(error.contains("does not exist"), "{error}");

    write_with(&studio, &mean, "there").await;
    let (status, run_again) = client.post(&format!("{run}/retry"), json!({})).await;
    assert_eq!(status, StatusCode::OK, "{run_again}");
    let done = client.ended(&run).await;
    assert_eq!(done["status"], "succeeded", "{done}");
    assert_eq!(done["model"], "mean:there");
    assert_eq!(done["model_named"], false);
}

#[tokio::test]
async fn half_a_sentence_waits_until_its_server_says_what_its_model_can() {
    let mean = MeanServer::start().await;
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    write_with(&studio, &mean, "there").await;
    let story = client.story(1).await;
    mean.next(RequestKind::Prose, Manner::HangAfter(12));
    let run = client
        .start(&story, json!({"kind": "chapter", "chapter": 1}))
        .await;
    client.drafted(&run, 1, 1).await;
    let (status, pausing) = client.post(&format!("{run}/pause"), json!({})).await;
    assert_eq!(status, StatusCode::OK, "{pausing}");
    client.until(&run, |run| run["status"] == "paused").await;
    let (_, draft) = client.get(&format!("{run}/draft")).await;
    let half = draft["text"].as_str().unwrap().to_owned();
    assert!(!half.ends_with('.'), "{half}");

    // What was known of the model is found out anew under another name, and the server is not ready for that.
    mean.page("/v1/models", "503 Service Unavailable", json!({}));
    write_with(&studio, &mean, "elsewhere").await;
    client.post(&format!("{run}/resume"), json!({})).await;
    client
        .until(&run, |run| {
            let told = run["held_up"].as_str().unwrap_or_default();
            told.contains("does not say what its model supports")
        })
        .await;
    let known = json!({"data": [{"id": "elsewhere", "owned_by": "llamacpp"}]});
    mean.page("/v1/models", "200 OK", known);
    let done = client.ended(&run).await;
    assert_eq!(done["status"], "succeeded", "{done}");
    let again = &mean.asked_for(RequestKind::Prose)[1].body;
    let last = again["messages"].as_array().unwrap().last().unwrap();
    assert_eq!(last["role"], "assistant");
    assert_eq!(
        last["content"],
        half.trim_end(),
        "gone on with in mid-sentence"
    );
}
