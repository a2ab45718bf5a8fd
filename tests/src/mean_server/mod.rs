//! A model server that answers plausibly, in the shape of llama.cpp's, and misbehaves on demand.

mod answers;
mod manner;
mod visits;
mod wire;

pub use manner::{Manner, RequestKind};
pub use visits::Visit;

use serde_json::{Value, json};
use std::{
    collections::VecDeque,
    io,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    sync::watch,
};

/// The longest wait for calls: then something is stuck.
const TIMEOUT: Duration = Duration::from_secs(60);

/// A call as it came.
#[derive(Clone, Debug)]
pub struct ReceivedCall {
    pub what: RequestKind,
    /// The text to be continued: the last message, where the assistant said it.
    pub prefix: String,
    /// The whole text this request is answered with, the prefix included.
    pub whole: String,
    pub authorization: Option<String>,
    /// The request itself.
    pub body: Value,
    pub at: Instant,
    /// When the client went away while we still had something to say.
    pub hung_up: Option<Instant>,
}

#[derive(Default)]
struct Plan {
    next: VecDeque<(RequestKind, Manner)>,
    always: Option<Manner>,
    asked: Vec<ReceivedCall>,
    pages: Vec<visits::StubPage>,
    visits: Vec<Visit>,
    refusals: Vec<Refusal>,
    /// How many calls were refused for one of these.
    refused: usize,
}

/// Whether a request has what is refused, and what is said then.
type Refusal = (fn(&Value) -> bool, &'static str);

/// The server; it ends with the test's runtime.
#[derive(Clone)]
pub struct MeanServer {
    /// The base address, as `--model-url` takes it.
    pub url: String,
    /// Whether it is llama.cpp's, which goes on from a given text in mid-sentence.
    continues_text: bool,
    plan: Arc<Mutex<Plan>>,
    changed: watch::Sender<()>,
}

impl MeanServer {
    /// Listens on a free port of this machine, and says that it is llama.cpp.
    pub async fn start() -> Self {
        Self::listen(true).await
    }

    /// The same, for a server of which nothing is known.
    pub async fn start_unknown() -> Self {
        Self::listen(false).await
    }

    async fn listen(continues_text: bool) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = Self {
            url: format!("http://{}/v1", listener.local_addr().unwrap()),
            continues_text,
            plan: Arc::default(),
            changed: watch::Sender::new(()),
        };
        let serving = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let serving = serving.clone();
                // A client that went away is what many of these manners are about.
                tokio::spawn(async move { drop(serving.serve(stream).await) });
            }
        });
        server
    }

    /// The next call that asks for this is answered so. Several add up in order.
    pub fn next(&self, what: RequestKind, manner: Manner) {
        self.plan.lock().unwrap().next.push_back((what, manner));
    }

    /// Calls that nothing else is said about are answered so.
    pub fn always(&self, manner: Manner) {
        self.plan.lock().unwrap().always = Some(manner);
    }

    /// Calls of which this is so are refused with these words, as hosted models do. They are not among those
    /// asked.
    pub fn refuse(&self, what: fn(&Value) -> bool, said: &'static str) {
        self.plan.lock().unwrap().refusals.push((what, said));
    }

    /// This page says so from now on, with a status like `200 OK`; it may be one that is there otherwise.
    pub fn page(&self, path: &'static str, status: &'static str, says: Value) {
        let mut plan = self.plan.lock().unwrap();
        plan.pages.retain(|(known, ..)| *known != path);
        plan.pages.push((path, status, says));
    }

    /// The requests for a page.
    pub fn visits(&self, path: &str) -> Vec<Visit> {
        let plan = self.plan.lock().unwrap();
        let visits = plan.visits.iter().filter(|visit| visit.path == path);
        visits.cloned().collect()
    }

    /// How many calls were refused so.
    pub fn refused(&self) -> usize {
        self.plan.lock().unwrap().refused
    }

    /// All calls so far.
    pub fn asked(&self) -> Vec<ReceivedCall> {
        self.plan.lock().unwrap().asked.clone()
    }

    /// Calls for one thing.
    pub fn asked_for(&self, what: RequestKind) -> Vec<ReceivedCall> {
        self.asked()
            .into_iter()
            .filter(|asked| asked.what == what)
            .collect()
    }

    /// Waits until the calls are as wanted.
    pub async fn until(&self, wanted: impl Fn(&[ReceivedCall]) -> bool) {
        let mut changed = self.changed.subscribe();
        let come = async {
            while !wanted(&self.asked()) {
                changed.changed().await.unwrap();
            }
        };
        if tokio::time::timeout(TIMEOUT, come).await.is_err() {
            let asked: Vec<RequestKind> = self.asked().iter().map(|asked| asked.what).collect();
            panic!("the calls that the test waits for did not come, but these: {asked:?}");
        }
    }

    async fn serve(&self, mut stream: TcpStream) -> io::Result<()> {
        stream.set_nodelay(true)?;
        let Some(request) = wire::read(&mut stream).await? else {
            return Ok(());
        };
        let path = request.path.split('?').next().unwrap_or_default();
        if path != "/v1/chat/completions" {
            let page = {
                let mut plan = self.plan.lock().unwrap();
                plan.visits.push(Visit {
                    path: path.to_owned(),
                    headers: request.headers.clone(),
                });
                plan.pages
                    .iter()
                    .find(|(known, ..)| *known == path)
                    .cloned()
            };
            if let Some((_, status, says)) = page {
                let json = "application/json";
                return wire::answer(&mut stream, status, "", json, &says.to_string()).await;
            }
        }
        match path {
            "/v1/models" => {
                let owner = if self.continues_text {
                    "llamacpp"
                } else {
                    "nobody"
                };
                let model = json!({"id": "mean", "object": "model", "owned_by": owner});
                let models = json!({"object": "list", "data": [model]});
                wire::answer(
                    &mut stream,
                    "200 OK",
                    "",
                    "application/json",
                    &models.to_string(),
                )
                .await
            }
            "/props" if self.continues_text => {
                let props = json!({"default_generation_settings": {"n_ctx": 16_384}});
                wire::answer(
                    &mut stream,
                    "200 OK",
                    "",
                    "application/json",
                    &props.to_string(),
                )
                .await
            }
            "/v1/chat/completions" => self.complete(stream, &request).await,
            _ => {
                let error = json!({"error": {"code": 404, "message": "File Not Found", "type": "not_found_error"}});
                wire::answer(
                    &mut stream,
                    "404 Not Found",
                    "",
                    "application/json",
                    &error.to_string(),
                )
                .await
            }
        }
    }

    /// Notes a call; answers its place among all, how to answer it and what.
    fn note(&self, request: &wire::Request) -> (usize, Manner, String) {
        let body = &request.body;
        let what = RequestKind::of(body);
        let mut messages: Vec<Value> = body["messages"].as_array().cloned().unwrap_or_default();
        let prefix = messages
            .pop_if(|last| last["role"] == "assistant")
            .and_then(|last| last["content"].as_str().map(str::to_owned))
            .unwrap_or_default();
        let mut plan = self.plan.lock().unwrap();
        // A text that was begun is gone on with, however the rest of the request differs.
        let chapters = manner::schema(body)["properties"]["chapters"]["minItems"]
            .as_u64()
            .unwrap_or_default();
        let begun = plan
            .asked
            .iter()
            .rev()
            .filter(|_| !prefix.is_empty())
            .find(|asked| asked.whole.starts_with(&prefix))
            .map(|asked| asked.whole.clone());
        let whole = begun.unwrap_or_else(|| answers::answer(what, &messages, chapters));
        let rest = whole
            .strip_prefix(prefix.as_str())
            .unwrap_or_default()
            .to_owned();
        let planned = plan.next.iter().position(|(known, _)| *known == what);
        let manner = planned
            .and_then(|at| plan.next.remove(at).map(|(_, manner)| manner))
            .or_else(|| plan.always.clone())
            .unwrap_or(Manner::Good);
        let rest = match manner {
            Manner::Echo => whole.clone(),
            Manner::Around(before, after) => format!("{before}{rest}{after}"),
            _ => rest,
        };
        plan.asked.push(ReceivedCall {
            what,
            prefix,
            whole,
            authorization: request.header("authorization").map(str::to_owned),
            body: body.clone(),
            at: Instant::now(),
            hung_up: None,
        });
        let place = plan.asked.len() - 1;
        drop(plan);
        self.changed.send_replace(());
        (place, manner, rest)
    }

    /// What is said against a request, if anything is.
    fn objection(&self, body: &Value) -> Option<&'static str> {
        let mut plan = self.plan.lock().unwrap();
        let found = plan.refusals.iter().find(|(what, _)| what(body));
        let said = found.map(|(_, said)| *said);
        plan.refused += usize::from(said.is_some());
        said
    }

    async fn complete(&self, mut stream: TcpStream, request: &wire::Request) -> io::Result<()> {
        if let Some(said) = self.objection(&request.body) {
            let error = json!({"error": {"message": said, "type": "invalid_request_error"}});
            let json = "application/json";
            return wire::answer(&mut stream, "400 Bad Request", "", json, &error.to_string())
                .await;
        }
        let (place, manner, rest) = self.note(request);
        let error = |code: u16, kind: &str, message: &str| {
            json!({"error": {"code": code, "message": message, "type": kind}}).to_string()
        };
        let json = "application/json; charset=utf-8";
        match &manner {
            Manner::CloseAtOnce => return Ok(()),
            Manner::HangSilent => return self.hang(place, &mut stream).await,
            Manner::Html => {
                let page = "<!doctype html><title>Welcome</title><h1>It works!</h1>";
                return wire::answer(&mut stream, "200 OK", "", "text/html", page).await;
            }
            Manner::TooMany(seconds) => {
                let body = error(429, "rate_limit_error", "Too many requests");
                let headers = format!("Retry-After: {seconds}\r\n");
                return wire::answer(&mut stream, "429 Too Many Requests", &headers, json, &body)
                    .await;
            }
            Manner::Loading => {
                let body = error(503, "unavailable_error", "Loading model");
                return wire::answer(&mut stream, "503 Service Unavailable", "", json, &body).await;
            }
            Manner::Unauthorized => {
                let body = error(401, "authentication_error", "Invalid API Key");
                return wire::answer(&mut stream, "401 Unauthorized", "", json, &body).await;
            }
            Manner::Raw(bytes) => {
                stream.write_all(bytes).await?;
                return stream.shutdown().await;
            }
            Manner::RawOpen(bytes) => {
                stream.write_all(bytes).await?;
                return self.hang(place, &mut stream).await;
            }
            _ => {}
        }
        let streamed = self.stream(place, &mut stream, &manner, &rest).await;
        if streamed.is_err() {
            self.gone(place);
        }
        streamed
    }

    async fn stream(
        &self,
        place: usize,
        stream: &mut TcpStream,
        manner: &Manner,
        rest: &str,
    ) -> io::Result<()> {
        wire::begin(stream).await?;
        let mut out = Out {
            stream,
            is_torn: matches!(manner, Manner::Torn),
        };
        out.event(wire::event(
            &json!({"role": "assistant", "content": null}),
            None,
        ))
        .await?;
        let tokens = if matches!(manner, Manner::Empty) {
            Vec::new()
        } else {
            answers::tokens(rest)
        };
        for (count, token) in tokens.iter().enumerate() {
            match manner {
                Manner::Slow(pause) => {
                    tokio::select! {
                        () = tokio::time::sleep(*pause) => {}
                        () = closed(out.stream) => return Err(io::ErrorKind::ConnectionAborted.into()),
                    }
                }
                Manner::HangAfter(after) if count == *after => {
                    return self.hang(place, out.stream).await;
                }
                Manner::CutAfter(after) if count == *after => {
                    let mut half = token.len() / 2;
                    while !token.is_char_boundary(half) {
                        half += 1;
                    }
                    return out
                        .event(wire::event(&json!({"content": token[..half]}), None))
                        .await;
                }
                Manner::EndAfter(after) if count == *after => {
                    return out.raw(wire::LAST_CHUNK).await;
                }
                Manner::GarbageAfter(after) if count >= *after => {
                    out.event(wire::data("{\"choices\": [{\"delta\": {\"con"))
                        .await?;
                    continue;
                }
                Manner::NotUtf8After(after) if count == *after => {
                    let event =
                        String::from_utf8(wire::event(&json!({"content": "@"}), None)).unwrap();
                    let at = event.find('@').unwrap();
                    let mut event = event.into_bytes();
                    event.splice(at..=at, [b' ', 0xc3, 0x28, 0xff]);
                    out.event(event).await?;
                }
                Manner::LengthAfter(after) if count == *after => {
                    out.event(wire::event(&json!({}), Some("length"))).await?;
                    return out.end(count).await;
                }
                _ => {}
            }
            out.event(wire::event(&json!({"content": token}), None))
                .await?;
        }
        out.event(wire::event(&json!({}), Some("stop"))).await?;
        out.end(tokens.len()).await
    }

    /// Says nothing more until the client goes away.
    async fn hang(&self, place: usize, stream: &mut TcpStream) -> io::Result<()> {
        closed(stream).await;
        self.gone(place);
        Ok(())
    }

    fn gone(&self, place: usize) {
        self.plan.lock().unwrap().asked[place].hung_up = Some(Instant::now());
        self.changed.send_replace(());
    }
}

/// Waits until the other side has closed.
async fn closed(stream: &mut TcpStream) {
    let mut byte = [0];
    while stream.read(&mut byte).await.is_ok_and(|read| read > 0) {}
}

/// Where a streamed answer goes.
struct Out<'s> {
    stream: &'s mut TcpStream,
    is_torn: bool,
}

impl Out<'_> {
    async fn event(&mut self, bytes: Vec<u8>) -> io::Result<()> {
        let size = if self.is_torn { 5 } else { bytes.len() };
        for piece in bytes.chunks(size) {
            self.stream.write_all(&wire::chunk(piece)).await?;
        }
        Ok(())
    }

    async fn raw(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stream.write_all(bytes).await
    }

    async fn end(&mut self, tokens: usize) -> io::Result<()> {
        self.event(wire::usage(tokens)).await?;
        self.event(wire::data("[DONE]")).await?;
        self.raw(wire::LAST_CHUNK).await?;
        self.stream.shutdown().await
    }
}
