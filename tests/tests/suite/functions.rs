//! The pages' own requests, as nobody's page sends them.

use axum::{
    body::{Body, to_bytes},
    http::Request,
};
use serde_json::{Map, Value, json};
use tests::{InProcess, SplitMix64};
use tower::ServiceExt as _;

/// A server function's answer: its status, its type of content, its body.
async fn send(
    studio: &InProcess,
    path: &str,
    of: Option<&str>,
    body: Vec<u8>,
) -> (u16, String, Vec<u8>) {
    let mut request = Request::post(path).header("host", "127.0.0.1");
    if let Some(of) = of {
        request = request.header("content-type", of);
    }
    let request = request.body(Body::from(body)).unwrap();
    let answer = studio.router.clone().oneshot(request).await.unwrap();
    let status = answer.status().as_u16();
    let of = answer
        .headers()
        .get("content-type")
        .map(|of| of.to_str().unwrap().to_owned());
    let body = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    (status, of.unwrap_or_default(), body.to_vec())
}

/// Checks that a failure is told as REST tells it.
fn check(sent: &str, (status, of, body): &(u16, String, Vec<u8>)) {
    assert!(
        *status < 500,
        "{sent}\n{status} {}",
        String::from_utf8_lossy(body)
    );
    if *status >= 400 {
        assert_eq!(of, "application/problem+json", "{sent}: {status}");
        let problem: Value = serde_json::from_slice(body).unwrap();
        assert_eq!(problem["status"], *status, "{sent}: {problem}");
        let sentence = problem["detail"].as_str().unwrap();
        assert!(
            sentence.len() > 10 && problem["code"].is_string(),
            "{sent}: {problem}"
        );
    }
}

#[tokio::test]
async fn bad_requests_of_pages_are_told_as_rest_tells_them() {
    let studio = InProcess::idle().await;
    let story = studio.client.story(1).await;
    let story = story.rsplit('/').next().unwrap();
    let save = "/api/studio/save_text";
    let json = Some("application/json");
    let text =
        |text: &str| json!({"story": story, "chapter": 1, "text": text, "version": 1}).to_string();
    for (path, of, body, status, code) in [
        (save, json, "{\"story\":".to_owned(), 400, "malformed_json"),
        (save, json, String::new(), 400, "malformed_json"),
        (save, json, "{}".to_owned(), 422, "invalid"),
        (save, json, "[7]".to_owned(), 422, "invalid"),
        (
            save,
            json,
            json!({"story": "x", "chapter": -1, "text": 7, "version": "a"}).to_string(),
            422,
            "invalid",
        ),
        (save, None, text("x"), 415, "unsupported_media_type"),
        (
            save,
            Some("application/x-www-form-urlencoded"),
            "story=1".to_owned(),
            415,
            "unsupported_media_type",
        ),
        (save, json, text(&"x".repeat(9 << 20)), 413, "too_large"),
        (
            "/api/studio/nothing_here",
            json,
            "{}".to_owned(),
            404,
            "not_found",
        ),
    ] {
        let answer = send(&studio, path, of, body.clone().into_bytes()).await;
        let sent = format!("{path} {of:?} {}", &body[..body.len().min(80)]);
        check(&sent, &answer);
        let problem: Value = serde_json::from_slice(&answer.2).unwrap();
        assert_eq!(
            (answer.0, &problem["code"]),
            (status, &json!(code)),
            "{sent}: {problem}"
        );
    }
    let (status, _, saved) = send(
        &studio,
        save,
        Some("application/JSON; charset=utf-8"),
        text("x").into_bytes(),
    )
    .await;
    assert_eq!(status, 200, "{}", String::from_utf8_lossy(&saved));
    let stale = send(&studio, save, json, text("y").into_bytes()).await;
    check("a stale version", &stale);
    assert_eq!(stale.0, 412);
}

/// What arguments are called, and values that one of them takes.
struct Words {
    names: Vec<&'static str>,
    values: Vec<Value>,
}

impl Words {
    fn new(story: &str) -> Self {
        let names = "story number text version new patch run wish key request after of call server model change \
                     revision from to candidate finding entity part feedback held brief title premise chapters kind \
                     chapter outline preferences keys idea answers interview id name limit draft at value";
        Self {
            names: names.split_whitespace().collect(),
            values: vec![
                json!(story),
                json!("0197a7c4-0000-7000-8000-000000000000"),
                json!("not an id"),
                json!(""),
                json!("\u{0}\u{7f}\u{202e}\u{1f3f4}"),
                json!("x".repeat(3000)),
                json!(1),
                json!(0),
                json!(-1),
                json!(u64::MAX),
                json!(1e308),
                json!(0.5),
                json!(true),
                Value::Null,
                json!([]),
                json!({}),
                json!("Cancel"),
                json!("chapter"),
                json!({"kind": "chapter", "chapter": 1}),
                json!({"premise": "a radio", "chapters": 2}),
                json!({"brief": {"premise": "a radio"}}),
                json!({"Run": "0197a7c4-0000-7000-8000-000000000000"}),
                json!({"Chapter": [story, 1]}),
            ],
        }
    }

    fn value(&self, dice: &mut SplitMix64, depth: u32) -> Value {
        match dice.below(8) {
            0 if depth < 3 => (0..dice.below(4))
                .map(|_| self.value(dice, depth + 1))
                .collect(),
            1 if depth < 3 => Value::Object(self.object(dice, depth + 1)),
            _ => dice.pick(&self.values).clone(),
        }
    }

    fn object(&self, dice: &mut SplitMix64, depth: u32) -> Map<String, Value> {
        let fields = dice.below(6);
        (0..fields)
            .map(|_| {
                (
                    (*dice.pick(&self.names)).to_owned(),
                    self.value(dice, depth),
                )
            })
            .collect()
    }

    /// A body: what a page could send, or that with something broken in it.
    fn body(&self, dice: &mut SplitMix64) -> Vec<u8> {
        let mut fields = self.object(dice, 0);
        // What most functions take, so that some get further than their arguments.
        for (name, value) in [
            ("story", self.values[0].clone()),
            ("number", json!(1)),
            ("version", json!(1)),
        ] {
            if dice.below(2) == 0 {
                fields.insert(name.to_owned(), value);
            }
        }
        let mut bytes = Value::Object(fields).to_string().into_bytes();
        match dice.below(10) {
            0 => bytes.truncate(usize::try_from(dice.below(bytes.len() as u64 + 1)).unwrap()),
            1 => bytes = b"[".repeat(usize::try_from(dice.below(5000)).unwrap()),
            2 | 3 => {
                for _ in 0..=dice.below(4) {
                    let at = usize::try_from(dice.below(bytes.len() as u64)).unwrap();
                    bytes[at] = u8::try_from(dice.below(256)).unwrap();
                }
            }
            4 => bytes = self.value(dice, 0).to_string().into_bytes(),
            _ => {}
        }
        bytes
    }
}

#[tokio::test]
async fn no_request_whatever_fails_in_the_studio() {
    let studio = InProcess::idle().await;
    let story = studio.client.story(2).await;
    let words = Words::new(story.rsplit('/').next().unwrap());
    let paths = server::functions::paths();
    assert!(paths.len() > 30, "{paths:?}");
    let types = [
        Some("application/json"),
        Some("application/json; charset=utf-8"),
        Some("application/x-www-form-urlencoded"),
        Some("multipart/form-data; boundary=x"),
        Some("text/plain"),
        None,
    ];
    // `FABLEWRIGHT_FUZZ=10000` looks longer.
    let requests = std::env::var("FABLEWRIGHT_FUZZ")
        .ok()
        .and_then(|many| many.parse().ok());
    let mut dice = SplitMix64::from_env();
    let mut taken = 0;
    for nth in 0..requests.unwrap_or(2_000) {
        let path = *dice.pick(&paths);
        // Mostly right, so that most get as far as their arguments.
        let of = if dice.below(10) < 8 {
            types[0]
        } else {
            *dice.pick(&types)
        };
        let body = words.body(&mut dice);
        let sent = format!(
            "request {nth}: {path} {of:?} {}",
            String::from_utf8_lossy(&body)
        );
        let answer = send(&studio, path, of, body).await;
        check(&sent, &answer);
        taken += u32::from(answer.0 == 200);
    }
    assert!(
        taken > 20,
        "only {taken} requests were carried out: the bodies are too far off"
    );
}
