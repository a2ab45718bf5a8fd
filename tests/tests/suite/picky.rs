//! Models that refuse a part of what the studio sends, as hosted ones do: they are asked without it.

use serde_json::{Value, json};
use tests::{
    InProcess,
    mean_server::{MeanServer, RequestKind},
};

/// In the words of the servers that say so.
fn picky(mean: &MeanServer) {
    mean.refuse(
        |body| body.get("max_tokens").is_some(),
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
    );
    mean.refuse(
        |body| body.get("temperature").is_some(),
        "Unsupported value: 'temperature' does not support 0.7 with this model. Only the default (1) value is \
         supported.",
    );
    mean.refuse(
        |body| body["response_format"]["type"] == "json_schema",
        "This response_format type is unavailable now",
    );
    mean.refuse(
        |body| {
            let last = body["messages"].as_array().and_then(|all| all.last());
            last.is_some_and(|last| last["role"] == "assistant")
        },
        "This model does not support assistant message prefill. The conversation must end with a user message.",
    );
}

#[tokio::test]
async fn a_story_is_written_by_a_model_that_takes_little() {
    let mean = MeanServer::start().await;
    picky(&mean);
    let studio = InProcess::served("mean", &mean.url).await;
    let client = &studio.client;
    let story = client.story(1).await;
    for kind in ["world", "outline"] {
        let run = client.start(&story, json!({"kind": kind})).await;
        let ended = client.ended(&run).await;
        assert_eq!(ended["status"], "succeeded", "{ended}");
    }
    assert_eq!(
        mean.refused(),
        3,
        "each was learned at once, and for all that follows"
    );
    // Cut in its second paragraph: it can't be given its own beginning, and is told it.
    mean.next(
        RequestKind::Prose,
        tests::mean_server::Manner::CutAfter(150),
    );
    let run = client
        .start(&story, json!({"kind": "chapter", "chapter": 1}))
        .await;
    let ended = client.ended(&run).await;
    assert_eq!(ended["status"], "succeeded", "{ended}");
    assert_eq!(mean.refused(), 4);

    let plan = &mean.asked_for(RequestKind::Plan)[0].body;
    assert_eq!(plan["response_format"], json!({"type": "json_object"}));
    assert!(plan["max_completion_tokens"].as_u64().unwrap() > 0);
    assert_eq!(plan.get("temperature"), None);
    // What was sent is shown as it was.
    let (_, calls) = client.get(&format!("{run}/calls")).await;
    let calls = calls["items"].as_array().unwrap();
    let of = |stage: &str| calls.iter().find(|call| call["stage"] == stage).unwrap();
    let id = of("plan")["id"].as_str().unwrap();
    let (_, sent) = client.get(&format!("/api/v1/calls/{id}")).await;
    let parts = sent["parts"].as_array().unwrap();
    let shape = parts.iter().find(|part| part["name"] == "shape").unwrap();
    let told = shape["text"].as_str().unwrap();
    assert!(
        told.contains("JSON schema") && told.contains("\"scenes\""),
        "{told}"
    );
    assert!(
        plan["messages"]
            .to_string()
            .contains(&json!(told).to_string().trim_matches('"').to_owned())
    );
}

#[tokio::test]
async fn somebody_who_talks_an_idea_over_with_one_notices_nothing() {
    let mean = MeanServer::start().await;
    picky(&mean);
    let studio = InProcess::served("mean", &mean.url).await;
    let (status, answer) = studio
        .client
        .post("/api/v1/interview", json!({"idea": "a ferry that burns"}))
        .await;
    // The mean server has no questions: what it answered was no interview, twice, and that is said.
    assert_eq!(mean.refused(), 3, "{status} {answer}");
    let asked = mean.asked();
    assert_eq!(asked.len(), 2, "asked and corrected: {answer}");
    let shape = |body: &Value| body["messages"].to_string().contains("JSON schema");
    assert!(asked.iter().all(|asked| shape(&asked.body)));
}
