//! Servers that mean well and speak otherwise: each form of an answer is read for what it is.

use domain::{ModelServer, TimeLimits};
use engine::model::{
    Assignment, Call, Finish, LanguageModel as _, Piece, Server, StoryContext, Tuning,
};
use futures::StreamExt as _;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tests::{
    InProcess,
    mean_server::{Manner, MeanServer, RequestKind},
};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpListener,
};
use tokio_util::sync::CancellationToken;

const TEXT: &str = "It rains. “Now,” she said.";

/// What came of a call: text and end, or why there is none.
pub(crate) async fn ask_server(manner: Manner) -> (String, Result<Option<Finish>, String>) {
    let mean = MeanServer::start_unknown().await;
    mean.always(manner);
    let url = mean.url.clone();
    ask_server_at(&url).await
}

pub(crate) async fn ask_server_at(url: &str) -> (String, Result<Option<Finish>, String>) {
    let settings = ModelServer {
        id: "odd".to_owned(),
        url: url.to_owned(),
        at_once: 1,
        ..ModelServer::default()
    };
    let limits = TimeLimits {
        connect: 2.0,
        first_token: 20.0,
        between_tokens: 20.0,
        ..TimeLimits::default()
    };
    let server = Server::new(settings, None, limits).unwrap();
    let call = Call {
        story: StoryContext::default(),
        assignment: Assignment::World,
        prefix: String::new(),
        tuning: Tuning::default(),
        prompt: None,
        repair: None,
        looped: 0,
        short: false,
        cramped: 0,
    };
    let model = server.model("mean");
    let answer = model.answer(call, CancellationToken::new());
    let mut answer = match answer.await {
        Ok(answer) => answer,
        Err(error) => return (String::new(), Err(error.to_string())),
    };
    let (mut text, mut end) = (String::new(), None);
    while let Some(piece) = answer.next().await {
        match piece {
            Ok(Piece::Text { text: more, .. }) => text.push_str(&more),
            Ok(Piece::WasThinking) => text.clear(),
            Ok(Piece::End(finish)) => end = Some(finish),
            Ok(Piece::Thinking { .. } | Piece::Usage(_)) => {}
            Err(error) => return (text, Err(error.to_string())),
        }
    }
    (text, Ok(end))
}

pub(crate) fn raw(label: &str, body: impl AsRef<[u8]>) -> &'static [u8] {
    let label = match label {
        "" => String::new(),
        label => format!("Content-Type: {label}\r\n"),
    };
    let mut bytes = format!("HTTP/1.1 200 OK\r\n{label}Connection: close\r\n\r\n").into_bytes();
    bytes.extend_from_slice(body.as_ref());
    bytes.leak()
}

pub(crate) fn chunk(choice: Value) -> String {
    format!("data: {}\n\n", json!({"choices": [choice]}))
}

/// The text in two deltas, and then this.
fn streamed(end: &str) -> String {
    let (one, two) = TEXT.split_at(5);
    let said = [one, two].map(|text| chunk(json!({"delta": {"content": text}})));
    format!("{}{end}", said.concat())
}

fn stop() -> String {
    chunk(json!({"delta": {}, "finish_reason": "stop"}))
}

const STREAM: &str = "text/event-stream";

/// An answer that says [`TEXT`] and ends: a name for the case, the content type, the body.
type Case = (&'static str, &'static str, String);

/// A stream of chunks with something odd before its end.
fn odd_before_end(odd: &str) -> String {
    streamed(&format!("{odd}{}data: [DONE]\n\n", stop()))
}

/// The usual stream under other content types, and answers that are no stream of chunks.
fn odd_forms() -> Vec<Case> {
    let whole = json!({"choices": [{"message": {"role": "assistant", "content": TEXT}, "finish_reason": "stop"}]});
    let pretty = serde_json::to_string_pretty(&whole).unwrap();
    let done = odd_before_end("");
    let ndjson = [
        json!({"message": {"content": TEXT}, "done": false}),
        json!({"message": {"content": ""}, "done": true, "done_reason": "stop"}),
    ];
    let ndjson = ndjson.map(|line| format!("{line}\n")).concat();
    vec![
        ("as it should be", STREAM, done.clone()),
        ("another label", "text/plain; charset=utf-8", done.clone()),
        ("no label", "", done.clone()),
        ("a label in capitals", "Text/Event-Stream", done.clone()),
        ("a label of bytes", "application/octet-stream", done.clone()),
        ("a byte order mark", STREAM, format!("\u{feff}{done}")),
        ("a whole answer", "application/json", whole.to_string()),
        ("a whole answer on many lines", "text/plain", pretty),
        ("lines of JSON", "application/x-ndjson", ndjson),
        ("no blank lines", STREAM, done.replace("\n\n", "\n")),
    ]
}

/// Streams whose chunks hold the text in another place.
fn odd_choices() -> Vec<Case> {
    let parts = json!({"delta": {"content": [{"type": "thinking", "thinking": "hm"}, {"type": "text", "text": TEXT}]}});
    let second = chunk(json!({"index": 1, "delta": {"content": "It snows."}}));
    let escaped = format!("&lt;think&gt;Rain?&lt;/think&gt;\n\n{TEXT}");
    let bracketed = format!("[THINK]Rain?[/THINK]\n\n{TEXT}</s>");
    let choices = [
        ("parts", parts),
        ("a message", json!({"message": {"content": TEXT}})),
        ("a plain text", json!({"text": TEXT})),
        (
            "thoughts that were escaped",
            json!({"delta": {"content": escaped}}),
        ),
        (
            "thoughts in brackets",
            json!({"delta": {"content": bracketed}}),
        ),
    ];
    let mut cases: Vec<Case> = choices
        .map(|(case, choice)| (case, STREAM, chunk(choice) + &stop()))
        .into();
    cases.push(("a second choice", STREAM, odd_before_end(&second)));
    cases
}

/// Events that hold no text, and streams that end in another way.
fn odd_events() -> Vec<Case> {
    let between = [
        (
            "choices that are null",
            r#"{"choices": null, "usage": null}"#,
        ),
        ("data that is null", "null"),
        ("data that is a word", "keep-alive"),
        (
            "usage in odd forms",
            r#"{"choices": [], "usage": {"prompt_tokens": "9", "completion_tokens": 7.5}}"#,
        ),
        (
            "an error that is none",
            r#"{"error": {"code": 0, "message": null}}"#,
        ),
    ];
    let ends = [
        ("done and no reason", "data: [DONE]\n\n".to_owned()),
        ("neither, and a whole text", String::new()),
        ("a reason and no end", stop().trim_end().to_owned()),
    ];
    let between = between.map(|(case, data)| {
        let body = odd_before_end(&format!("data: {data}\n\n"));
        (case, STREAM, body)
    });
    let ends = ends.map(|(case, end)| (case, STREAM, streamed(&end)));
    between.into_iter().chain(ends).collect()
}

#[tokio::test]
async fn whatever_the_form_the_text_is_read_and_the_end_is_known() {
    let cases = [odd_forms(), odd_choices(), odd_events()];
    for (case, label, body) in cases.concat() {
        let heard = ask_server(Manner::Raw(raw(label, body))).await;
        assert_eq!(heard, (TEXT.to_owned(), Ok(Some(Finish::Stop))), "{case}");
    }
}

#[tokio::test]
async fn halves_of_letters_find_each_other() {
    let body = r#"data: {"choices":[{"delta":{"content":"It \ud83d"}}]}

data: {"choices":[{"delta":{"content":"\ude00 rains."}}]}

data: [DONE]

"#;
    let heard = ask_server(Manner::Raw(raw(STREAM, body))).await;
    assert_eq!(heard, ("It 😀 rains.".to_owned(), Ok(Some(Finish::Stop))));
}

#[tokio::test]
async fn after_a_finish_reason_nobody_waits_for_a_connection_that_stays_open() {
    let begun = Instant::now();
    let heard = ask_server(Manner::RawOpen(raw(STREAM, streamed(&stop())))).await;
    assert_eq!(heard, (TEXT.to_owned(), Ok(Some(Finish::Stop))));
    assert!(begun.elapsed() < Duration::from_secs(10));
}

#[tokio::test]
async fn what_is_cut_or_broken_is_not_taken_for_whole() {
    let half = chunk(json!({"delta": {"content": "It rains on the"}}));
    for end in ["", "data: {\"choices\": [{\"delta\": {\"con\n\n"] {
        let (text, told) = ask_server(Manner::Raw(raw(STREAM, format!("{half}{end}")))).await;
        assert_eq!(text, "It rains on the");
        assert!(told.is_err(), "{end}");
    }
}

#[tokio::test]
async fn a_line_without_an_end_is_given_up() {
    let (_, told) = ask_server(Manner::Raw(raw(
        STREAM,
        format!("data: {}", "x".repeat(2_000_000)),
    )))
    .await;
    assert!(told.unwrap_err().contains("does not end"));
}

/// The address, with `https://`, of a server that answers in HTTP whatever it is sent.
async fn without_tls() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut hello = [0; 64];
            let _ = stream.read(&mut hello).await;
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await;
        }
    });
    format!("https://{address}/v1")
}

#[tokio::test]
async fn each_failure_to_connect_has_its_own_sentence() {
    let (_, told) = ask_server_at(&without_tls().await).await;
    let told = told.unwrap_err();
    assert!(told.contains("does not use TLS"), "{told}");
    // What TLS says to somebody who does not speak it.
    let alert = Manner::Raw(b"\x15\x03\x03\x00\x02\x02\x16");
    let (_, told) = ask_server(alert).await;
    let told = told.unwrap_err();
    assert!(
        told.contains("does not speak HTTP") && told.contains("https://"),
        "{told}"
    );
    let (_, told) = ask_server(Manner::CloseAtOnce).await;
    let told = told.unwrap_err();
    assert!(told.contains("closed the connection"), "{told}");
    let (_, told) = ask_server_at("http://127.0.0.1:9/v1").await;
    let told = told.unwrap_err();
    assert!(told.contains("refused"), "{told}");
}

/// A chapter by this server; gives its text and its newest revision.
pub(crate) async fn chapter(mean: &MeanServer) -> (Value, String, Value) {
    let studio = InProcess::served("mean", &mean.url).await;
    let client = &studio.client;
    let story = client.story(1).await;
    let run = client
        .start(&story, json!({"kind": "chapter", "chapter": 1}))
        .await;
    let ended = client.ended(&run).await;
    let path = format!("{story}/chapters/1");
    let text = client.text(&format!("{path}/text")).await;
    let (_, revisions) = client.get(&format!("{path}/revisions")).await;
    let id = revisions["items"][0]["id"].as_str().unwrap_or_default();
    let (_, revision) = client.get(&format!("{path}/revisions/{id}")).await;
    (ended, text, revision)
}

#[tokio::test]
async fn what_a_model_refuses_without_naming_it_is_found_by_trying() {
    let mean = MeanServer::start().await;
    mean.refuse(
        |body| body["messages"][0]["role"] == "system",
        "Only two kinds of speakers are known here.",
    );
    mean.refuse(
        |body| body.get("temperature").is_some(),
        "400: this can't be done",
    );
    mean.refuse(
        |body| {
            let last = body["messages"].as_array().and_then(|all| all.last());
            last.is_some_and(|last| last["role"] == "assistant")
        },
        "This conversation is out of order.",
    );
    // Cut in its second paragraph: it is to be gone on with.
    mean.next(RequestKind::Prose, Manner::CutAfter(150));
    let (run, text, _) = chapter(&mean).await;
    assert_eq!(run["status"], "succeeded", "{run}");
    assert!(!text.is_empty());
    let asked = mean.asked();
    assert!(
        asked
            .iter()
            .all(|asked| asked.body.get("temperature").is_none())
    );
    assert_eq!(
        mean.asked_for(RequestKind::World).len(),
        1,
        "nothing is asked twice"
    );
    assert!(mean.refused() < 30, "{}", mean.refused());
}

#[tokio::test]
async fn a_beginning_that_is_said_again_stands_once() {
    let mean = MeanServer::start().await;
    mean.next(RequestKind::Prose, Manner::CutAfter(60));
    mean.next(RequestKind::Prose, Manner::Echo);
    let (run, text, _) = chapter(&mean).await;
    assert_eq!(run["status"], "succeeded", "{run}");
    let scenes = mean.asked_for(RequestKind::Prose);
    assert!(text.starts_with(&scenes[0].whole), "{text}");
    let begins: String = scenes[0].whole.chars().take(200).collect();
    assert_eq!(text.matches(&begins).count(), 1);
}

#[tokio::test]
async fn words_around_a_scene_are_removed_and_the_author_is_told() {
    let mean = MeanServer::start().await;
    mean.next(
        RequestKind::Prose,
        Manner::Around(
            "Sure! Here is the first scene:\n\n",
            "\n\nWould you like me to continue with the next scene?",
        ),
    );
    let (run, text, revision) = chapter(&mean).await;
    assert_eq!(run["status"], "succeeded", "{run}");
    let scenes = mean.asked_for(RequestKind::Prose);
    assert!(text.starts_with(&scenes[0].whole), "{text}");
    assert!(!text.contains("Would you like"), "{text}");
    let findings = revision["findings"].to_string();
    assert!(
        findings.contains("Here is the first scene") && findings.contains("Would you like me"),
        "{findings}"
    );
}
