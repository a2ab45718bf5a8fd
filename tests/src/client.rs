//! A small REST and SSE client.

use futures::StreamExt as _;
use reqwest::{Method, RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};
use std::{pin::Pin, time::Duration};

/// No test waits longer than this for the next event: one that would wait for ever says what it last saw.
const TIMEOUT: Duration = Duration::from_secs(120);

/// Nor longer than this for a run to be as it should.
const LIMIT: Duration = Duration::from_secs(300);

/// A client that waits for no answer for ever; how TLS computes is chosen by the engine, which is linked in here.
pub fn http() -> reqwest::Client {
    engine::model::server::prepare_tls();
    let client = reqwest::Client::builder().read_timeout(LIMIT);
    client.build().unwrap()
}

/// Talks to one studio.
#[derive(Clone)]
pub struct Client {
    pub base: String,
    http: reqwest::Client,
}

impl Client {
    pub fn new(base: String) -> Self {
        Self { base, http: http() }
    }

    /// A request to any path.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.http.request(method, format!("{}{path}", self.base))
    }

    pub async fn get(&self, path: &str) -> (StatusCode, Value) {
        read(self.request(Method::GET, path).send().await.unwrap()).await
    }

    pub async fn post(&self, path: &str, body: Value) -> (StatusCode, Value) {
        read(
            self.request(Method::POST, path)
                .json(&body)
                .send()
                .await
                .unwrap(),
        )
        .await
    }

    /// A change that says what it is based on.
    pub async fn change(
        &self,
        method: Method,
        path: &str,
        etag: &str,
        body: Value,
    ) -> (StatusCode, Value) {
        let request = self
            .request(method, path)
            .header("if-match", etag)
            .json(&body);
        read(request.send().await.unwrap()).await
    }

    pub async fn etag(&self, path: &str) -> String {
        let answer = self.request(Method::GET, path).send().await.unwrap();
        answer.headers()["etag"].to_str().unwrap().to_owned()
    }

    pub async fn text(&self, path: &str) -> String {
        self.request(Method::GET, path)
            .send()
            .await
            .unwrap()
            .text()
            .await
            .unwrap()
    }

    /// Makes a story and answers its path.
    pub async fn story(&self, chapters: u32) -> String {
        let premise = "a lighthouse keeper who hears her dead brother on the radio";
        let brief = json!({"premise": premise, "chapters": chapters});
        let (status, story) = self
            .post("/api/v1/stories", json!({ "brief": brief }))
            .await;
        assert_eq!(status, StatusCode::CREATED, "{story}");
        format!("/api/v1/stories/{}", story["id"].as_str().unwrap())
    }

    /// From here on only prose comes from the model: random weights take minutes to fill a form.
    pub async fn only_prose(&self) {
        let etag = self.etag("/api/v1/settings").await;
        let stages = json!({"plan": "builtin", "edit": "builtin", "check": "builtin"});
        let change = json!({"preferences": {"stages": stages}});
        let (status, settings) = self
            .change(Method::PUT, "/api/v1/settings", &etag, change)
            .await;
        assert_eq!(status, StatusCode::OK, "{settings}");
    }

    /// Starts a run and answers its path.
    pub async fn start(&self, story: &str, request: Value) -> String {
        let (status, run) = self.post(&format!("{story}/runs"), request).await;
        assert_eq!(status, StatusCode::ACCEPTED, "{run}");
        format!("/api/v1/runs/{}", run["id"].as_str().unwrap())
    }

    /// Follows a run's events from the first, until one `run` event matches.
    pub async fn until(&self, run: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        let mut events = self.events(&format!("{run}/events?after=0"), None).await;
        let mut last = Value::Null;
        let followed = async {
            while let Some((_, name, data)) = events.next().await {
                if name == "run" {
                    last = data;
                    if wanted(&last) {
                        return;
                    }
                }
            }
            panic!("the stream of {run} ended before the run was as wanted");
        };
        let in_time = tokio::time::timeout(LIMIT, followed).await;
        assert!(in_time.is_ok(), "not as wanted after {LIMIT:?}: {last}");
        last
    }

    /// Follows a run until it ended.
    pub async fn ended(&self, run: &str) -> Value {
        self.until(run, |run| {
            matches!(
                run["status"].as_str(),
                Some("succeeded" | "failed" | "cancelled")
            )
        })
        .await
    }

    /// Waits until this much of a draft is written.
    pub async fn drafted(&self, run: &str, chapter: u64, bytes: u64) {
        let mut events = self.events(&format!("{run}/events?after=0"), None).await;
        while let Some((_, name, data)) = events.next().await {
            if name == "text"
                && data["chapter"] == chapter
                && data["offset"].as_u64().unwrap() >= bytes
            {
                return;
            }
        }
        panic!("the stream of {run} ended before {bytes} bytes of chapter {chapter} were written");
    }

    /// Opens a live stream.
    pub async fn events(&self, path: &str, last: Option<i64>) -> Sse {
        let mut request = self.request(Method::GET, path);
        if let Some(last) = last {
            request = request.header("last-event-id", last.to_string());
        }
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()["content-type"], "text/event-stream");
        let pieces = answer
            .bytes_stream()
            .map(|piece| piece.map(|piece| piece.to_vec()));
        Sse {
            pieces: Box::pin(pieces),
            buffer: Vec::new(),
        }
    }
}

/// The body as JSON; null where there is none.
pub async fn read(answer: Response) -> (StatusCode, Value) {
    let status = answer.status();
    let body = answer.bytes().await.unwrap();
    (status, serde_json::from_slice(&body).unwrap_or(Value::Null))
}

type Pieces = Pin<Box<dyn futures::Stream<Item = reqwest::Result<Vec<u8>>> + Send>>;

/// A live stream, event by event.
pub struct Sse {
    pieces: Pieces,
    buffer: Vec<u8>,
}

impl Sse {
    /// The next event's number, name and data; `None` when the stream ended or broke.
    ///
    /// # Panics
    /// Where none comes in time.
    pub async fn next(&mut self) -> Option<(i64, String, Value)> {
        let next = tokio::time::timeout(TIMEOUT, self.read()).await;
        next.unwrap_or_else(|_| panic!("no event for {TIMEOUT:?}"))
    }

    async fn read(&mut self) -> Option<(i64, String, Value)> {
        loop {
            if let Some(end) = self.buffer.windows(2).position(|pair| pair == b"\n\n") {
                let block: Vec<u8> = self.buffer.drain(..end + 2).collect();
                let block = String::from_utf8(block).unwrap();
                let field = |name: &str| {
                    block
                        .lines()
                        .find_map(|line| line.strip_prefix(name).map(str::trim_start))
                };
                // A comment keeps the connection open and is no event.
                let (Some(id), Some(name), Some(data)) =
                    (field("id:"), field("event:"), field("data:"))
                else {
                    continue;
                };
                return Some((
                    id.parse().unwrap(),
                    name.to_owned(),
                    serde_json::from_str(data).unwrap(),
                ));
            }
            self.buffer.extend(self.pieces.next().await?.ok()?);
        }
    }
}
