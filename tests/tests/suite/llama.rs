//! The pipeline through a real llama.cpp server.

use domain::TimeLimits;
use engine::model::{
    Call, CommandLineServer, LanguageModel as _, Server, StoryContext, Tuning,
    assignment::{Assignment, ChapterContext, Plan},
};
use futures::StreamExt as _;
use serde_json::{Value, json};
use std::{
    path::Path,
    time::{Duration, Instant},
};
use tests::{InProcess, Llama};
use tokio_util::sync::CancellationToken;

/// A story with world and outline, made by hand, so that a run begins with its chapter.
async fn outlined(studio: &InProcess, chapters: u32) -> String {
    let story = studio.client.story(chapters).await;
    let run = studio
        .client
        .start(&story, json!({"kind": "outline", "model": "builtin"}))
        .await;
    assert_eq!(studio.client.ended(&run).await["status"], "succeeded");
    story
}

/// Random weights may refuse to end, or loop: then the run says so and is tried again, as an author would.
async fn written(studio: &InProcess, run: &str) -> Value {
    let mut ended = studio.client.ended(run).await;
    for _ in 0..10 {
        if ended["status"] == "succeeded" {
            break;
        }
        assert_eq!(ended["control"]["can_resume"], true, "{ended}");
        let attempt = ended["attempt"].as_u64().unwrap();
        studio.client.post(&format!("{run}/retry"), json!({})).await;
        ended = studio
            .client
            .until(run, |run| {
                run["attempt"].as_u64().unwrap() > attempt
                    && matches!(run["status"].as_str(), Some("succeeded" | "failed"))
            })
            .await;
    }
    assert_eq!(ended["status"], "succeeded", "{ended}");
    ended
}

async fn chapter(studio: &InProcess, story: &str) -> String {
    studio
        .client
        .start(story, json!({"kind": "chapter", "chapter": 1}))
        .await
}

async fn calls(studio: &InProcess, run: &str) -> Vec<Value> {
    let (status, calls) = studio.client.get(&format!("{run}/calls?limit=200")).await;
    assert_eq!(status, 200, "{calls}");
    calls["items"].as_array().unwrap().clone()
}

/// Reads a run's events until text was written; answers what.
async fn first_text(studio: &InProcess, run: &str) -> String {
    let mut events = studio
        .client
        .events(&format!("{run}/events?after=0"), None)
        .await;
    let mut text = String::new();
    while let Some((_, name, data)) = events.next().await {
        if name == "text" {
            text.push_str(data["text"].as_str().unwrap());
            if text.len() > 60 {
                return text;
            }
        }
        assert_ne!(data["status"], "failed", "{data}");
    }
    panic!("the stream ended before text came");
}

#[tokio::test]
async fn a_story_is_imagined_outlined_and_written() {
    let Some(home) = Llama::home() else { return };
    let llama = Llama::serve(&home, "tiny", 0, &[]).await;
    let studio = InProcess::served("tiny", &llama.url()).await;
    let story = studio.client.story(2).await;
    let run = chapter(&studio, &story).await;
    let ended = written(&studio, &run).await;
    assert_eq!(ended["model"], "openai:tiny");
    let text = studio
        .client
        .text(&format!("{story}/chapters/1/text"))
        .await;
    assert!(!text.trim().is_empty());
    let (_, world) = studio.client.get(&format!("{story}/world/entities")).await;
    assert!(world["items"].as_array().unwrap().len() >= 3, "{world}");

    // Every call is there: what was sent, part by part, and what it took by the server's own count.
    let calls = calls(&studio, &run).await;
    let stages: Vec<&str> = calls
        .iter()
        .rev()
        .map(|c| c["stage"].as_str().unwrap())
        .collect();
    for stage in ["draft", "plan", "edit", "check"] {
        assert!(stages.contains(&stage), "{stages:?}");
    }
    // One that found a kept connection closed reached nobody: it has no count, and was made again.
    let (broken, reached): (Vec<&Value>, Vec<&Value>) =
        calls.iter().partition(|call| call["ended"] == "broken");
    for call in &reached {
        assert!(
            call["spent"]["prompt_tokens"].as_u64().unwrap() > 50,
            "{call}"
        );
    }
    assert!(broken.len() < 3, "{broken:?}");
    let id = calls[0]["id"].as_str().unwrap();
    let (_, sent) = studio.client.get(&format!("/api/v1/calls/{id}")).await;
    let parts = sent["parts"].as_array().unwrap();
    let names: Vec<&str> = parts
        .iter()
        .map(|part| part["name"].as_str().unwrap())
        .collect();
    assert!(
        names.contains(&"instructions") && names.contains(&"task"),
        "{names:?}"
    );
    // Every part says how large it is guessed to be; how good that guess is depends on the model's own letters.
    for call in calls.iter().take(3) {
        let (_, sent) = studio
            .client
            .get(&format!("/api/v1/calls/{}", call["id"].as_str().unwrap()))
            .await;
        let guessed: u64 = sent["parts"]
            .as_array()
            .unwrap()
            .iter()
            .map(|part| part["tokens"].as_u64().unwrap())
            .sum();
        assert!(guessed > 0, "{sent}");
    }
    let (_, spent) = studio.client.get(&format!("{story}/spent")).await;
    assert_eq!(spent["total"]["calls"], json!(calls.len()), "{spent}");
}

/// That thoughts are no prose is proven with recorded answers; random weights may write the marks into
/// their prose as well.
#[tokio::test]
async fn a_model_that_thinks_first_is_waited_for_and_its_thoughts_are_counted() {
    let Some(home) = Llama::home() else { return };
    let llama = Llama::serve(&home, "think", 0, &[]).await;
    let studio = InProcess::served("think", &llama.url()).await;
    studio.client.only_prose().await;
    let story = outlined(&studio, 1).await;
    let run = chapter(&studio, &story).await;
    let ended = written(&studio, &run).await;
    assert!(
        ended["spent"]["thinking_tokens"].as_u64().unwrap() > 0,
        "{ended}"
    );
}

/// Waits until the server is silent; how long that took after `since`, in milliseconds.
async fn silent(llama: &Llama, since: Instant) -> u128 {
    let idle = async {
        while llama.busy().await > 0 {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    };
    let in_time = tokio::time::timeout(Duration::from_secs(60), idle).await;
    assert!(in_time.is_ok(), "the slot is still at work");
    since.elapsed().as_millis()
}

#[tokio::test]
async fn cancel_closes_the_connection_and_the_slot_falls_idle() {
    let Some(home) = Llama::home() else { return };
    let llama = Llama::serve(&home, "slow", 0, &["--batch", "64"]).await;
    let studio = InProcess::served("slow", &llama.url()).await;
    studio.client.only_prose().await;
    let story = outlined(&studio, 1).await;
    let run = chapter(&studio, &story).await;
    first_text(&studio, &run).await;
    assert_eq!(llama.busy().await, 1);
    let asked = Instant::now();
    studio
        .client
        .post(&format!("{run}/cancel"), json!({}))
        .await;
    let ended = studio.client.ended(&run).await;
    let after = silent(&llama, asked).await;
    assert_eq!(ended["status"], "cancelled", "{ended}");
    eprintln!(
        "slot idle {after} ms after the request; {} ms after the wish",
        ended["stopped_after_ms"]
    );
    let text = studio
        .client
        .text(&format!("{story}/chapters/1/text"))
        .await;
    assert!(text.len() > 60);
    let last = calls(&studio, &run).await.remove(0);
    assert_eq!(last["ended"], "stopped", "{last}");
}

#[tokio::test]
async fn a_model_that_loops_is_kept_from_it_by_its_server() {
    let Some(home) = Llama::home() else { return };
    let llama = Llama::serve(&home, "slow", 0, &[]).await;
    let given = CommandLineServer::from_name("openai:slow", Some(&llama.url()), None).unwrap();
    let server = Server::new(given.settings, None, TimeLimits::default()).unwrap();
    let call = Call {
        story: StoryContext::default(),
        assignment: Assignment::Draft {
            chapter: ChapterContext::default(),
            plan: Plan::default(),
            scene: 0,
            before: String::new(),
        },
        prefix: String::new(),
        repair: None,
        looped: 2,
        short: false,
        cramped: 0,
        tuning: Tuning::default(),
        prompt: None,
    };
    let model = server.model("slow");
    let mut answer = model.answer(call, CancellationToken::new()).await.unwrap();
    answer.next().await.unwrap().unwrap();
    let slots = llama.slots().await;
    let params = &slots[0]["params"];
    assert_eq!(params["dry_allowed_length"], 6, "{params}");
    assert!(
        (params["dry_multiplier"].as_f64().unwrap() - 1.6).abs() < 0.01,
        "{params}"
    );
    assert!(
        (params["temperature"].as_f64().unwrap() - 1.0).abs() < 0.01,
        "{params}"
    );
}

#[tokio::test]
async fn a_paused_run_goes_on_in_mid_sentence_from_what_the_server_still_knows() {
    let Some(home) = Llama::home() else { return };
    let llama = Llama::serve(&home, "slow", 0, &["--batch", "64"]).await;
    let studio = InProcess::served("slow", &llama.url()).await;
    studio.client.only_prose().await;
    let story = outlined(&studio, 1).await;
    let run = chapter(&studio, &story).await;
    first_text(&studio, &run).await;
    studio.client.post(&format!("{run}/pause"), json!({})).await;
    studio
        .client
        .until(&run, |run| run["status"] == "paused")
        .await;
    let (_, before) = studio.client.get(&format!("{run}/draft")).await;
    let before = before["text"].as_str().unwrap().to_owned();
    let (_, state) = studio.client.get("/api/v1/state").await;
    studio
        .client
        .post(&format!("{run}/resume"), json!({}))
        .await;
    let after = state["seq"].as_i64().unwrap();
    let mut events = studio
        .client
        .events(&format!("{run}/events?after={after}"), None)
        .await;
    // The very next text begins where the draft ended: nothing was written again.
    while let Some((_, name, data)) = events.next().await {
        assert_ne!(name, "rewind", "{data}");
        if name == "text" {
            assert_eq!(data["offset"], json!(before.len()), "{data}");
            break;
        }
    }
    studio
        .client
        .post(&format!("{run}/cancel"), json!({}))
        .await;
    studio
        .client
        .until(&run, |run| run["status"] == "cancelled")
        .await;
    let calls = calls(&studio, &run).await;
    let drafts: Vec<&Value> = calls
        .iter()
        .filter(|call| call["stage"] == "draft")
        .collect();
    assert!(drafts.len() >= 2);
    let text = studio
        .client
        .text(&format!("{story}/chapters/1/text"))
        .await;
    assert!(text.starts_with(&before));
}

#[tokio::test]
async fn a_context_that_is_too_small_is_told_with_the_way_out() {
    let Some(home) = Llama::home() else { return };
    let llama = Llama::serve(&home, "tiny", 0, &["--ctx", "512"]).await;
    let studio = InProcess::served("tiny", &llama.url()).await;
    let story = outlined(&studio, 1).await;
    let run = chapter(&studio, &story).await;
    let ended = studio.client.ended(&run).await;
    assert_eq!(ended["status"], "failed", "{ended}");
    let error = ended["error"].as_str().unwrap();
    assert!(
        error.contains("context of 512 tokens") && error.contains("-c "),
        "{error}"
    );
    assert_eq!(ended["control"]["can_resume"], true);
}

#[tokio::test]
async fn a_server_that_was_killed_and_comes_back_is_gone_on_with() {
    let Some(home) = Llama::home() else { return };
    let llama = Llama::serve(&home, "slow", 0, &["--batch", "64"]).await;
    let port = llama.port();
    let studio = InProcess::served("slow", &llama.url()).await;
    studio.client.only_prose().await;
    let story = outlined(&studio, 1).await;
    let run = chapter(&studio, &story).await;
    let before = first_text(&studio, &run).await;
    llama.kill().await;
    let again = serve_again(&home, port).await;
    // It is asked again, with what is written so far.
    let mut events = studio
        .client
        .events(&format!("{run}/events?after=0"), None)
        .await;
    let mut text = String::new();
    while text.len() < before.len() + 200 {
        let (_, name, data) = events.next().await.unwrap();
        if name == "text" {
            assert_eq!(
                data["offset"],
                json!(text.len()),
                "no gap and nothing twice"
            );
            text.push_str(data["text"].as_str().unwrap());
        }
        assert_ne!(data["status"], "failed", "{data}");
    }
    // It may have come to its end meanwhile: the second server may be quicker than this test.
    studio
        .client
        .post(&format!("{run}/cancel"), json!({}))
        .await;
    studio.client.ended(&run).await;
    drop(again);
}

async fn serve_again(home: &Path, port: u16) -> Llama {
    Llama::serve(home, "slow", port, &["--batch", "64"]).await
}

#[tokio::test]
async fn a_server_is_tried_from_the_settings() {
    let Some(home) = Llama::home() else { return };
    let llama = Llama::serve(&home, "tiny", 0, &[]).await;
    let studio = InProcess::builtin().await;
    let server = json!({"id": "local", "url": llama.url(), "at_once": 1});
    let (status, test) = studio
        .client
        .post("/api/v1/models/test", json!({"server": server}))
        .await;
    assert_eq!(status, 200, "{test}");
    assert!(!test["sentence"].as_str().unwrap().is_empty(), "{test}");
    assert_eq!(test["context"], 8192, "{test}");
    assert_eq!(test["continues_text"], true, "{test}");

    // Saved, its models can be chosen, and the next run takes the one that was.
    let model = format!("local:{}", test["models"][0].as_str().unwrap());
    let etag = studio.client.etag("/api/v1/settings").await;
    let change = json!({"preferences": {"model": model, "servers": [server]}});
    let (status, settings) = studio
        .client
        .change(reqwest::Method::PUT, "/api/v1/settings", &etag, change)
        .await;
    assert_eq!(status, 200, "{settings}");
    assert_eq!(settings["model"], json!(model));
    let (_, models) = studio.client.get("/api/v1/models").await;
    assert!(models.to_string().contains(&model), "{models}");
    let story = studio.client.story(1).await;
    let run = studio.client.start(&story, json!({"kind": "world"})).await;
    let ended = written(&studio, &run).await;
    assert_eq!(ended["model"], json!(model));
}
