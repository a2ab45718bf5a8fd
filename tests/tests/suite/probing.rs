//! What the studio finds out about servers and their models before it relies on them.

use domain::{ModelServer, ServerKind, TimeLimits};
use engine::model::{
    Assignment, Call, LanguageModel as _, ModelError, Piece, Server, StoryContext, Tuning,
};
use futures::StreamExt as _;
use serde_json::json;
use tests::mean_server::{Manner, MeanServer};
use tokio_util::sync::CancellationToken;

fn server(mean: &MeanServer, kind: ServerKind) -> Server {
    let settings = ModelServer {
        id: "probed".to_owned(),
        kind,
        url: mean.url.clone(),
        at_once: 1,
        ..ModelServer::default()
    };
    Server::new(settings, Some("sk-1".to_owned()), TimeLimits::default()).unwrap()
}

fn question() -> Call {
    Call {
        story: StoryContext::default(),
        assignment: Assignment::World,
        prefix: String::new(),
        tuning: Tuning::default(),
        prompt: None,
        repair: None,
        looped: 0,
        short: false,
        cramped: 0,
    }
}

/// The text of an answer, or why there is none.
async fn answer(server: &Server, model: &str) -> Result<String, ModelError> {
    let mut pieces = server
        .model(model)
        .answer(question(), CancellationToken::new())
        .await?;
    let mut heard = String::new();
    while let Some(piece) = pieces.next().await {
        match piece? {
            Piece::Text { text, .. } => heard.push_str(&text),
            Piece::WasThinking => heard.clear(),
            _ => {}
        }
    }
    Ok(heard)
}

#[tokio::test]
async fn lm_studio_is_asked_what_a_model_is_loaded_with() {
    let mean = MeanServer::start_unknown().await;
    let list = |entry| json!({"data": [{"id": "other", "max_context_length": 7}, entry]});
    let unloaded = json!({"id": "mean", "state": "not-loaded", "max_context_length": 131_072});
    mean.page("/api/v0/models", "200 OK", list(unloaded));
    let server = server(&mean, ServerKind::Openai);
    let model = server.model("mean");
    assert_eq!(model.abilities().await.context, Some(4_096));
    let loaded = json!({"id": "mean", "state": "loaded", "max_context_length": 131_072,
                        "loaded_context_length": 32_768});
    mean.page("/api/v0/models", "200 OK", list(loaded));
    assert_eq!(model.abilities().await.context, Some(32_768));
    assert_eq!(model.abilities().await.context, Some(32_768));
    assert_eq!(mean.visits("/api/v0/models").len(), 2, "then it is known");
}

#[tokio::test]
async fn other_servers_have_no_such_page_and_are_taken_as_usual() {
    let mean = MeanServer::start_unknown().await;
    let model = server(&mean, ServerKind::Openai).model("mean");
    let abilities = model.abilities().await;
    assert_eq!((abilities.context, abilities.is_sure), (Some(8_192), true));
}

#[tokio::test]
async fn ollama_loads_a_model_before_it_is_said_what_fits() {
    let mean = MeanServer::start_unknown().await;
    mean.page("/api/ps", "200 OK", json!({"models": []}));
    mean.page(
        "/api/generate",
        "404 Not Found",
        json!({"error": "model 'mean' not found"}),
    );
    let ollama = server(&mean, ServerKind::Ollama);
    for _ in 0..2 {
        let abilities = ollama.model("mean").abilities().await;
        assert_eq!((abilities.context, abilities.is_sure), (Some(4_096), false));
    }
    assert_eq!(mean.visits("/api/generate").len(), 1, "it was to be loaded");
    // Its name is completed with the tag that everybody leaves out.
    let running = json!({"models": [
        {"name": "mean:4b", "model": "mean:4b", "context_length": 2_048},
        {"name": "mean:latest", "model": "mean:latest", "context_length": 32_768},
    ]});
    mean.page("/api/ps", "200 OK", running);
    let ollama = server(&mean, ServerKind::Ollama);
    let abilities = ollama.model("mean").abilities().await;
    assert_eq!((abilities.context, abilities.is_sure), (Some(32_768), true));
    assert_eq!(mean.visits("/api/generate").len(), 1, "it was loaded");
}

#[tokio::test]
async fn anthropic_is_asked_for_its_models_in_its_own_way() {
    let mean = MeanServer::start_unknown().await;
    let server = server(&mean, ServerKind::Anthropic);
    assert_eq!(server.models().await.unwrap(), ["mean"]);
    let visit = &mean.visits("/v1/models")[0];
    assert_eq!(visit.header("x-api-key"), Some("sk-1"));
    assert_eq!(visit.header("anthropic-version"), Some("2023-06-01"));
    assert_eq!(visit.header("authorization"), None);
    answer(&server, "mean").await.unwrap();
    let asked = &mean.asked()[0];
    assert_eq!(asked.authorization.as_deref(), Some("Bearer sk-1"));
}

#[tokio::test]
async fn a_server_that_lists_no_models_is_not_asked_for_them_before_each_call() {
    let mean = MeanServer::start_unknown().await;
    mean.page(
        "/v1/models",
        "404 Not Found",
        json!({"error": "no such page"}),
    );
    let server = server(&mean, ServerKind::Openai);
    for _ in 0..3 {
        answer(&server, "mean").await.unwrap();
    }
    assert_eq!(mean.visits("/v1/models").len(), 1);
    // One that is away for a moment is asked again.
    mean.page("/v1/models", "503 Service Unavailable", json!({}));
    for _ in 0..2 {
        server.model("other").abilities().await;
    }
    assert_eq!(mean.visits("/v1/models").len(), 3);
}

#[tokio::test]
async fn a_context_that_overflows_in_the_stream_is_learned() {
    let mean = MeanServer::start_unknown().await;
    // Nothing is kept of a server whose list is away.
    mean.page("/v1/models", "503 Service Unavailable", json!({}));
    let server = server(&mean, ServerKind::Openai);
    mean.always(Manner::Raw(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n\
          event: error\ndata: {\"error\": \"Cannot truncate prompt with n_keep: 6094 >= n_ctx: 4096\"}\n\n",
    ));
    let error = answer(&server, "mean").await.unwrap_err();
    assert!(
        error
            .to_string()
            .contains("6094 tokens were sent, 4096 fit"),
        "{error}"
    );
    assert_eq!(server.model("mean").abilities().await.context, Some(4_096));
    assert_eq!(server.model("other").abilities().await.context, Some(8_192));
}

#[tokio::test]
async fn the_most_tokens_of_an_answer_are_learned_and_kept_to() {
    let mean = MeanServer::start_unknown().await;
    mean.refuse(
        |body| body["max_tokens"].as_u64() > Some(500),
        "max_tokens is too large: this model supports at most 500 completion tokens.",
    );
    let server = server(&mean, ServerKind::Openai);
    for _ in 0..2 {
        answer(&server, "mean").await.unwrap();
    }
    assert_eq!(mean.refused(), 1);
    assert!(
        mean.asked()
            .iter()
            .all(|asked| asked.body["max_tokens"] == 500)
    );
}

/// As a template that opens the thinking itself has it written.
const THOUGHT: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n\
    data: {\"choices\": [{\"delta\": {\"content\": \"Rain, then.\"}}]}\n\n\
    data: {\"choices\": [{\"delta\": {\"content\": \"</think>\"}}]}\n\n\
    data: {\"choices\": [{\"delta\": {\"content\": \"\\n\\nIt rains.\"}, \"finish_reason\": \"stop\"}]}\n\n\
    data: [DONE]\n\n";

#[tokio::test]
async fn a_model_that_begins_in_thought_is_known_by_two_answers() {
    let mean = MeanServer::start_unknown().await;
    mean.always(Manner::Raw(THOUGHT));
    let server = server(&mean, ServerKind::Openai);
    let mut corrected = Vec::new();
    for _ in 0..3 {
        let model = server.model("mean");
        let pieces = model
            .answer(question(), CancellationToken::new())
            .await
            .unwrap();
        let pieces: Vec<Piece> = pieces.map(Result::unwrap).collect().await;
        let text = |piece: &Piece| matches!(piece, Piece::Text { text, .. } if text == "It rains.");
        assert!(pieces.iter().any(text), "{pieces:?}");
        corrected.push(pieces.contains(&Piece::WasThinking));
    }
    assert_eq!(
        corrected,
        [true, true, false],
        "the third time it was held back"
    );
}
