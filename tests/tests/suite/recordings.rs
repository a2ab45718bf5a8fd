//! Answers that real servers gave, byte for byte, through the client.

use domain::{ModelServer, TimeLimits};
use engine::model::{
    Assignment, Call, Finish, LanguageModel as _, ModelError, Piece, Server, StoryContext, Tuning,
    Usage,
};
use futures::StreamExt as _;
use tests::mean_server::{Manner, MeanServer};
use tokio_util::sync::CancellationToken;

/// What came of a call.
#[derive(Default)]
struct CallResult {
    text: String,
    thoughts: usize,
    usage: Option<Usage>,
    end: Option<Finish>,
    error: Option<ModelError>,
}

impl CallResult {
    fn to_message(&self) -> String {
        self.error.as_ref().unwrap().to_string()
    }

    fn may_be_tried_again(&self) -> bool {
        matches!(
            self.error,
            Some(ModelError::Passing { .. } | ModelError::Loading { .. })
        )
    }
}

async fn ask_server(recording: &'static [u8]) -> CallResult {
    ask_server_after(recording, "").await
}

async fn ask_server_after(recording: &'static [u8], prefix: &str) -> CallResult {
    let mean = MeanServer::start().await;
    mean.always(Manner::Raw(recording));
    let settings = ModelServer {
        id: "recorded".to_owned(),
        url: mean.url.clone(),
        at_once: 1,
        ..ModelServer::default()
    };
    let server = Server::new(settings, None, TimeLimits::default()).unwrap();
    let call = Call {
        story: StoryContext::default(),
        assignment: Assignment::World,
        prefix: prefix.to_owned(),
        tuning: Tuning::default(),
        prompt: None,
        repair: None,
        looped: 0,
        short: false,
        cramped: 0,
    };
    let mut heard = CallResult::default();
    let mut answer = match server
        .model("mean")
        .answer(call, CancellationToken::new())
        .await
    {
        Ok(answer) => answer,
        Err(error) => {
            heard.error = Some(error);
            return heard;
        }
    };
    while let Some(piece) = answer.next().await {
        match piece {
            Ok(Piece::Text { text, .. }) => heard.text.push_str(&text),
            Ok(Piece::Thinking { .. }) => heard.thoughts += 1,
            Ok(Piece::WasThinking) => heard.text.clear(),
            Ok(Piece::Usage(usage)) => heard.usage = Some(usage),
            Ok(Piece::End(end)) => heard.end = Some(end),
            Err(error) => heard.error = Some(error),
        }
    }
    heard
}

macro_rules! recording {
    ($name:literal) => {
        include_bytes!(concat!("../../recordings/", $name, ".txt"))
    };
}

#[tokio::test]
async fn an_answer_ends_with_its_reason_and_its_usage() {
    let heard = ask_server(recording!("01_stream_normal_end_done")).await;
    assert_eq!(heard.end, Some(Finish::Stop));
    assert!(
        heard.text.starts_with(" three? no summer"),
        "{}",
        heard.text
    );
    let usage = Usage {
        prompt: 51,
        cached: 50,
        answer: 46,
    };
    assert_eq!(heard.usage, Some(usage));

    assert_eq!(
        ask_server(recording!("02_stream_length_stop")).await.end,
        Some(Finish::Length)
    );
    assert_eq!(
        ask_server(recording!("04_stream_stop_string")).await.end,
        Some(Finish::Stop)
    );
}

#[tokio::test]
async fn progress_and_comments_are_no_text() {
    for recording in [
        &recording!("03_stream_return_progress_timings")[..],
        recording!("20_stream_ping_prompt_phase"),
    ] {
        let heard = ask_server(recording).await;
        assert!(
            !heard.text.is_empty() && heard.end.is_some(),
            "{:?}",
            heard.error
        );
        assert!(!heard.text.contains("null"));
    }
}

#[tokio::test]
async fn thoughts_are_counted_and_no_prose() {
    let heard = ask_server(recording!("19_stream_reasoning")).await;
    assert!(heard.thoughts > 5, "{}", heard.thoughts);
    assert!(heard.end.is_some());
    // The first thought of the recording is “ window She Tobias!”.
    assert!(
        !heard.text.starts_with(" window She Tobias"),
        "{}",
        heard.text
    );
    assert!(!heard.text.is_empty());
}

#[tokio::test]
async fn a_structured_answer_is_json() {
    let heard = ask_server(recording!("06_stream_json_schema")).await;
    let json: serde_json::Value = serde_json::from_str(&heard.text).unwrap();
    assert!(json["chapters"].is_array(), "{json}");
}

#[tokio::test]
async fn a_beginning_that_was_given_is_not_said_again() {
    let heard = ask_server(recording!("11_stream_prefill")).await;
    assert!(!heard.text.contains("The harbour"), "{}", heard.text);
    assert!(heard.end.is_some());
}

#[tokio::test]
async fn a_stream_that_breaks_is_never_whole() {
    let heard = ask_server(recording!("18_stream_server_killed")).await;
    assert!(heard.text.len() > 100, "what came is kept");
    assert_eq!(heard.end, None);
    assert!(heard.may_be_tried_again());
    assert!(
        heard.to_message().contains("was cut off"),
        "{}",
        heard.to_message()
    );
}

#[tokio::test]
async fn refusals_say_what_to_do() {
    let heard = ask_server(recording!("08_error_400_context")).await;
    assert!(
        heard
            .to_message()
            .contains("9022 tokens were sent, 8192 fit"),
        "{}",
        heard.to_message()
    );
    assert!(heard.may_be_tried_again(), "with a shorter prompt");
    let heard = ask_server(recording!("14_error_503_loading_llama-server")).await;
    assert!(heard.to_message().contains("Loading model") && heard.may_be_tried_again());
    let heard = ask_server(recording!("09_error_400_bad_schema")).await;
    assert!(
        heard.to_message().contains("rejected the request (400"),
        "{}",
        heard.to_message()
    );
    assert!(!heard.may_be_tried_again());
}
