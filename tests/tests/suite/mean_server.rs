//! The mean server itself: what it says when it is good, and that it is mean when told to.

use serde_json::{Value, json};
use tests::mean_server::{Manner, MeanServer, RequestKind};

async fn ask(
    server: &MeanServer,
    schema: Option<&str>,
    prefix: &str,
) -> reqwest::Result<reqwest::Response> {
    let mut messages = vec![json!({"role": "user", "content": "Tell me of the harbour"})];
    if !prefix.is_empty() {
        messages.push(json!({"role": "assistant", "content": prefix}));
    }
    let mut body = json!({"model": "mean", "messages": messages, "stream": true});
    if let Some(name) = schema {
        body["response_format"] =
            json!({"type": "json_schema", "json_schema": {"name": name, "schema": {}}});
    }
    engine::model::server::prepare_tls();
    let url = format!("{}/chat/completions", server.url);
    reqwest::Client::new().post(url).json(&body).send().await
}

/// The text of a stream, its finish reason, and whether it ended as it should.
fn read(stream: &str) -> (String, Option<String>, bool) {
    let (mut text, mut finish, mut done) = (String::new(), None, false);
    for line in stream
        .lines()
        .filter_map(|line| line.strip_prefix("data: "))
    {
        if line == "[DONE]" {
            done = true;
            continue;
        }
        let Ok(event) = serde_json::from_str::<Value>(line) else {
            continue;
        };
        let choice = &event["choices"][0];
        text.push_str(choice["delta"]["content"].as_str().unwrap_or_default());
        finish = choice["finish_reason"]
            .as_str()
            .map(str::to_owned)
            .or(finish);
    }
    (text, finish, done)
}

#[tokio::test]
async fn good_answers_are_whole_the_same_each_time_and_go_on_from_a_prefix() {
    let server = MeanServer::start().await;
    let whole = ask(&server, None, "").await.unwrap().text().await.unwrap();
    let (text, finish, done) = read(&whole);
    assert_eq!((finish.as_deref(), done), (Some("stop"), true));
    assert_eq!(text, server.asked()[0].whole);
    let prefix = &text[..text.find(" at bell").unwrap() - 3];
    let rest = ask(&server, None, prefix)
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    assert_eq!(format!("{prefix}{}", read(&rest).0), text);
    for (name, what) in [
        ("world", RequestKind::World),
        ("plan", RequestKind::Plan),
        ("report", RequestKind::Report),
    ] {
        let answer = ask(&server, Some(name), "")
            .await
            .unwrap()
            .text()
            .await
            .unwrap();
        assert!(serde_json::from_str::<Value>(&read(&answer).0).is_ok());
        assert_eq!(server.asked().last().unwrap().what, what);
    }
}

#[tokio::test]
async fn each_manner_is_as_bad_as_it_says() {
    let server = MeanServer::start().await;
    server.next(RequestKind::Prose, Manner::Torn);
    let torn = ask(&server, None, "").await.unwrap().text().await.unwrap();
    assert_eq!(read(&torn).0, server.asked()[0].whole);

    server.next(RequestKind::Prose, Manner::CloseAtOnce);
    assert!(ask(&server, None, "").await.is_err());
    server.next(RequestKind::Prose, Manner::CutAfter(5));
    assert!(ask(&server, None, "").await.unwrap().text().await.is_err());
    server.next(RequestKind::Prose, Manner::EndAfter(5));
    let ended = ask(&server, None, "").await.unwrap().text().await.unwrap();
    assert_eq!((read(&ended).1, read(&ended).2), (None, false));
    server.next(RequestKind::Prose, Manner::LengthAfter(5));
    let length = ask(&server, None, "").await.unwrap().text().await.unwrap();
    assert_eq!(read(&length).1.as_deref(), Some("length"));
    server.next(RequestKind::Prose, Manner::NotUtf8After(5));
    let bytes = ask(&server, None, "").await.unwrap().bytes().await.unwrap();
    assert!(std::str::from_utf8(&bytes).is_err());
    server.next(RequestKind::Prose, Manner::TooMany(7));
    let refused = ask(&server, None, "").await.unwrap();
    assert_eq!(
        (refused.status().as_u16(), &refused.headers()["retry-after"]),
        (429, &"7".parse().unwrap())
    );
    for (manner, status) in [
        (Manner::Loading, 503),
        (Manner::Unauthorized, 401),
        (Manner::Html, 200),
    ] {
        server.next(RequestKind::Prose, manner);
        assert_eq!(
            ask(&server, None, "").await.unwrap().status().as_u16(),
            status
        );
    }
}

#[tokio::test]
async fn a_client_that_goes_away_is_noticed() {
    let server = MeanServer::start().await;
    server.next(RequestKind::Prose, Manner::HangSilent);
    let asking = tokio::spawn({
        let server = server.clone();
        async move { ask(&server, None, "").await.map(|_| ()) }
    });
    server.until(|asked| !asked.is_empty()).await;
    assert!(!asking.is_finished(), "it says nothing");
    asking.abort();
    server.until(|asked| asked[0].hung_up.is_some()).await;
    server.next(RequestKind::Prose, Manner::HangAfter(3));
    let begun = ask(&server, None, "").await.unwrap();
    drop(begun);
    server.until(|asked| asked[1].hung_up.is_some()).await;
}

/// What a real llama.cpp server sent.
#[tokio::test]
async fn recordings_are_replayed_byte_for_byte() {
    let server = MeanServer::start().await;
    let recordings: [(&'static [u8], u16); 4] = [
        (
            include_bytes!("../../recordings/01_stream_normal_end_done.txt"),
            200,
        ),
        (
            include_bytes!("../../recordings/02_stream_length_stop.txt"),
            200,
        ),
        (
            include_bytes!("../../recordings/14_error_503_loading_llama-server.txt"),
            503,
        ),
        (
            include_bytes!("../../recordings/18_stream_server_killed.txt"),
            200,
        ),
    ];
    for (bytes, status) in recordings {
        server.next(RequestKind::Prose, Manner::Raw(bytes));
        assert_eq!(
            ask(&server, None, "").await.unwrap().status().as_u16(),
            status
        );
    }
    server.next(RequestKind::Prose, Manner::Raw(recordings[0].0));
    let whole = ask(&server, None, "").await.unwrap().text().await.unwrap();
    assert_eq!(
        (read(&whole).1.as_deref(), read(&whole).2),
        (Some("stop"), true)
    );
    server.next(RequestKind::Prose, Manner::Raw(recordings[3].0));
    assert!(ask(&server, None, "").await.unwrap().text().await.is_err());
}
