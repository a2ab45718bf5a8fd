//! Servers that fail in their own ways: each failure is known for what it is, and one that passes teaches nothing.

use crate::odd_servers::{ask_server, ask_server_at, chapter, chunk, raw};
use engine::model::Finish;
use serde_json::{Value, json};
use tests::mean_server::{Manner, MeanServer, RequestKind};
use tokio::net::TcpListener;

const STREAM: &str = "text/event-stream";
const JSON: &str = "application/json";

/// An answer with another status than success.
fn refusal(status: &str, body: &str) -> Manner {
    let all =
        format!("HTTP/1.1 {status}\r\nContent-Type: {JSON}\r\nConnection: close\r\n\r\n{body}");
    Manner::Raw(all.into_bytes().leak())
}

fn has_system(body: &Value) -> bool {
    let mut messages = body["messages"].as_array().into_iter().flatten();
    messages.any(|message| message["role"] == "system")
}

#[tokio::test]
async fn a_refusal_that_passes_teaches_nothing() {
    for (status, body) in [
        (
            "400 Bad Request",
            r#"{"error":{"message":"Provider returned error","code":400}}"#,
        ),
        (
            "400 Bad Request",
            r#"{"error":{"message":"upstream connect error"}}"#,
        ),
        ("409 Conflict", r#"{"error":"busy"}"#),
        ("413 Payload Too Large", ""),
    ] {
        let mean = MeanServer::start().await;
        mean.next(RequestKind::Prose, refusal(status, body));
        let (run, text, _) = chapter(&mean).await;
        assert_eq!(run["status"], "succeeded", "{status} {run}");
        assert!(!text.is_empty());
        for asked in mean.asked() {
            let body = &asked.body;
            assert!(
                has_system(body) && body.get("temperature").is_some(),
                "{status} {body}"
            );
        }
    }
}

/// Longer than the second try: then it seems as if something that was left out had helped.
#[tokio::test]
async fn a_refusal_that_passes_late_teaches_nothing_for_good() {
    for times in 3..6 {
        let mean = MeanServer::start().await;
        for _ in 0..times {
            let body = r#"{"error":{"message":"Provider returned error","code":400}}"#;
            mean.next(RequestKind::Prose, refusal("400 Bad Request", body));
        }
        let (run, text, _) = chapter(&mean).await;
        assert_eq!(run["status"], "succeeded", "{times} {run}");
        assert!(!text.is_empty());
        let asked = mean.asked();
        let body = &asked.last().unwrap().body;
        let is_whole = [
            "temperature",
            "stream_options",
            "max_tokens",
            "cache_prompt",
        ]
        .iter()
        .all(|field| body.get(field).is_some());
        assert!(is_whole && has_system(body), "{times} {body}");
    }
}

#[tokio::test]
async fn an_error_with_a_status_of_success_is_no_text() {
    let error = r#"{"code":500,"message":"The upstream server had an error."}"#;
    let half = chunk(json!({"delta": {"content": "It rains."}}));
    for (label, body, heard) in [
        (JSON, error.to_owned(), ""),
        (STREAM, format!("data: {error}\n\ndata: [DONE]\n\n"), ""),
        (
            STREAM,
            format!("{half}error: {error}\n\ndata: [DONE]\n\n"),
            "It rains.",
        ),
        (
            JSON,
            json!({"choices": [], "message": "The upstream server had an error."}).to_string(),
            "",
        ),
    ] {
        let (text, told) = ask_server(Manner::Raw(raw(label, &body))).await;
        assert_eq!(text, heard, "{body}");
        let told = told.unwrap_err();
        assert!(told.contains("The upstream server had an error"), "{told}");
    }
    let key = r#"data: {"error":{"code":401,"message":"No auth credentials found"}}"#;
    let (_, told) = ask_server(Manner::Raw(raw(STREAM, key))).await;
    let told = told.unwrap_err();
    assert!(told.contains("does not accept the key"), "{told}");
}

#[tokio::test]
async fn a_refusal_inside_a_stream_is_learned_from() {
    let mean = MeanServer::start().await;
    let error = json!({"error": {"code": 400, "message": "Unsupported parameter: temperature"}});
    mean.next(
        RequestKind::Prose,
        Manner::Raw(raw(STREAM, format!("data: {error}\n\n"))),
    );
    let (run, text, _) = chapter(&mean).await;
    assert_eq!(run["status"], "succeeded", "{run}");
    assert!(!text.is_empty());
    let asked = mean.asked();
    let has_temperature = |body: &Value| body.get("temperature").is_some();
    let refused = asked
        .iter()
        .position(|asked| asked.what == RequestKind::Prose)
        .unwrap();
    assert!(has_temperature(&asked[refused].body));
    assert!(
        asked[refused + 1..]
            .iter()
            .all(|asked| !has_temperature(&asked.body))
    );
}

#[tokio::test]
async fn a_model_that_can_not_stream_answers_whole() {
    let mean = MeanServer::start().await;
    mean.refuse(
        |body| body["stream"] == true,
        "'stream' does not support true with this model. Only the default (false) value is supported.",
    );
    let (run, text, _) = chapter(&mean).await;
    assert_eq!(run["status"], "succeeded", "{run}");
    assert!(!text.is_empty());
    assert_eq!(mean.refused(), 1);
}

#[tokio::test]
async fn letters_that_are_none_in_each_answer_do_not_end_the_run() {
    let mean = MeanServer::start().await;
    let mut body = b"data: {\"usage\": {\"x\": \n\n".to_vec();
    body.extend_from_slice(
        b"data: {\"choices\":[{\"delta\":{\"content\":\"It rains on the \xff\xfe wall.\"}}]}\n\n",
    );
    body.extend_from_slice(chunk(json!({"delta": {}, "finish_reason": "stop"})).as_bytes());
    for _ in 0..12 {
        mean.next(RequestKind::Prose, Manner::Raw(raw(STREAM, &body)));
    }
    let (run, text, _) = chapter(&mean).await;
    assert_ne!(run["status"], "failed", "{run}");
    assert!(text.contains("It rains on the"), "{text}");
}

/// What a model answers that thinks this and then stops.
fn thought(thoughts: &str) -> String {
    let thinks = json!({"delta": {"reasoning_content": thoughts}});
    chunk(thinks) + &chunk(json!({"delta": {}, "finish_reason": "stop"}))
}

#[tokio::test]
async fn what_was_only_thought_is_told_and_whole_json_in_it_is_taken() {
    let world = r#"{"entities": [], "relations": [], "rules": ["No rain."]}"#;
    let open = chunk(
        json!({"delta": {"content": format!("<think>Hm. {world}")}, "finish_reason": "stop"}),
    );
    for body in [thought(&format!("Here: {world}")), open] {
        let (text, end) = ask_server(Manner::Raw(raw(STREAM, body))).await;
        assert_eq!(end, Ok(Some(Finish::Stop)));
        let taken: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(taken["rules"][0], "No rain.");
    }
    let (_, told) = ask_server(Manner::Raw(raw(STREAM, thought("Rain? Yes.")))).await;
    let told = told.unwrap_err();
    assert!(told.contains("only thought and wrote nothing"), "{told}");
    // Asked again it writes.
    let mean = MeanServer::start().await;
    let body = raw(STREAM, thought("It rains."));
    mean.next(RequestKind::Prose, Manner::Raw(body));
    let (run, text, _) = chapter(&mean).await;
    assert_eq!(run["status"], "succeeded", "{run}");
    assert!(!text.is_empty());
}

/// One event that says “It rains.” and stops.
const GZIP: &[u8] =
    b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\x0d\xc9\xc1\x09\xc0 \x0c\x05\xd0\xbbS\xc8?\x97\
    \x0e\x90\x0d:C)%\xa8E\xa1$\xc5\xe4&\xee^\xaf\xefev\xa68\x90\xaa\xb6T\x0ct\x0e\xe4\xf2:\x83\
    \x16\xaax\x11\x07\xe1\xf0\xd8\xb9\x89\xed\x98\x1b\x9e&\xcd\xea\xdd\x0b\x9b\xcaJs\xfd0\xaf\
    \x19\xc2\x0f\x95\x10\xbbGN\x00\x00\x00";
const DEFLATE: &[u8] =
    b"x\x9c\x0d\xc9\xc1\x09\xc0 \x0c\x05\xd0\xbbS\xc8?\x97\x0e\x90\x0d:C)%\xa8E\xa1$\xc5\xe4&\
    \xee^\xaf\xefev\xa68\x90\xaa\xb6T\x0ct\x0e\xe4\xf2:\x83\x16\xaax\x11\x07\xe1\xf0\xd8\xb9\
    \x89\xed\x98\x1b\x9e&\xcd\xea\xdd\x0b\x9b\xcaJs\xfd0\xaf\x19\xc2\x0f#\x00\x1a\x8e";

#[tokio::test]
async fn an_answer_that_is_compressed_though_nobody_asked_for_it_is_read() {
    for (encoding, bytes) in [("gzip", GZIP), ("deflate", DEFLATE)] {
        let mut all = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: {STREAM}\r\nContent-Encoding: {encoding}\r\nConnection: close\r\n\r\n"
        )
        .into_bytes();
        all.extend_from_slice(bytes);
        let heard = ask_server(Manner::Raw(all.leak())).await;
        assert_eq!(
            heard,
            ("It rains.".to_owned(), Ok(Some(Finish::Stop))),
            "{encoding}"
        );
    }
}

#[tokio::test]
async fn a_page_in_place_of_a_model_says_what_to_change() {
    for (status, body, says) in [
        (
            "400 Bad Request",
            "<html><title>400 The plain HTTP request was sent to HTTPS port</title></html>",
            "Change http:// to https://",
        ),
        ("407 Proxy Authentication Required", "<html>", "NO_PROXY"),
        (
            "301 Moved Permanently\r\nLocation: https://there.example/v1/chat/completions",
            "",
            "“https://there.example/v1”",
        ),
        ("403 Forbidden", "<html>Forbidden</html>", "forbids access"),
    ] {
        let (_, told) = ask_server(refusal(status, body)).await;
        let told = told.unwrap_err();
        assert!(told.contains(says), "{told}");
    }
}

#[tokio::test]
async fn a_server_that_accepts_and_says_nothing_is_too_slow_and_not_away() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/v1", listener.local_addr().unwrap());
    let silent = tokio::spawn(async move {
        let mut all = Vec::new();
        while let Ok((stream, _)) = listener.accept().await {
            all.push(stream);
        }
    });
    let settings = domain::ModelServer {
        id: "silent".to_owned(),
        url,
        ..domain::ModelServer::default()
    };
    let server = engine::model::Server::new(settings, None, domain::TimeLimits::default()).unwrap();
    let told = server.models().await.unwrap_err().to_string();
    assert!(told.contains("took longer than 5 s"), "{told}");
    silent.abort();
    let (_, told) = ask_server_at("http://127.0.0.1:9/v1").await;
    assert!(told.unwrap_err().contains("refused"));
}
