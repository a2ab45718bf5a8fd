//! Models behind a server that speaks OpenAI's `/v1/chat/completions`.
//!
//! One shape reaches llama.cpp, LM Studio, vLLM, Ollama, OpenRouter, OpenAI and, through the compatible
//! addresses they offer, Anthropic and Gemini. A client of our own, thin, over `reqwest`: it keeps what general ones lose (why a call was refused, whether a
//! stream really ended, exact schemas and names), and dropping its answer closes the connection, so that
//! the server stops working. What a server sends is read for what it is, whatever it is labelled as, field by
//! field: what can't be read is left out.

mod address;
mod call_limiter;
mod chunk;
mod client;
mod connect;
pub mod error;
mod error_body;
mod failure;
mod key;
pub mod models;
mod overflow;
mod probe;
mod programs;
mod reader;
mod refusal;
mod request;
pub mod secrets;
mod send;
mod sse;
mod stream;
mod thinking;
mod unsupported_params;
mod wait;

pub use address::check as check_address;
pub use client::prepare_tls;
use writing::{Abilities, AnswerStream, Call, LanguageModel, ModelError};

use async_trait::async_trait;
use call_limiter::CallLimiter;
use domain::{ModelServer, ServerKind, TimeLimits};
use failure::CallFailure;
use probe::ProbeResult;
use reader::Reader;
use reqwest::{Client, RequestBuilder, Url};
use send::StartedAnswer;
use std::{fmt, sync::Arc};
use tokio::{sync::Mutex, time::Instant};
use tokio_util::sync::CancellationToken;
use unsupported_params::UnsupportedParams;

/// So many answers in a row that began in thought without saying so: then the next one is held back.
const SURELY_THINKS: u8 = 2;

/// A server and how it is talked to. Clones share its connections, its gate and what is known of it.
#[derive(Clone)]
pub struct Server(Arc<Inner>);

struct Inner {
    settings: ModelServer,
    base: Url,
    key: Option<String>,
    http: Client,
    /// Whether this machine knows any certificate authority.
    has_authorities: bool,
    /// The variable that names a proxy on the way to it.
    proxy: Option<&'static str>,
    limits: TimeLimits,
    limiter: Arc<CallLimiter>,
    /// What was found out about its models, by name, and until when it holds.
    known: Mutex<Vec<(String, ProbeResult, Instant)>>,
    /// What its models do not take of a request, by name.
    unsupported: Mutex<Vec<(String, UnsupportedParams)>>,
    /// What helped one of them once, where it is not known yet whether it was needed.
    suspected: Mutex<Vec<(String, UnsupportedParams)>>,
}

// By hand, so that a key can't get into a log.
impl fmt::Debug for Server {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Server")
            .field("id", &self.0.settings.id)
            .field("url", &self.0.settings.url)
            .finish_non_exhaustive()
    }
}

impl Server {
    /// A server to talk to; says what is wrong with its address. Nothing is sent yet.
    pub fn new(
        settings: ModelServer,
        key: Option<String>,
        limits: TimeLimits,
    ) -> Result<Self, String> {
        let base = address::base(&settings.url)?;
        let client = client::of(&base, limits)?;
        let limiter = Arc::new(CallLimiter::new(settings.at_once.max(1)));
        Ok(Self(Arc::new(Inner {
            settings,
            base,
            key: key.as_deref().and_then(key::cleaned),
            http: client.http,
            has_authorities: client.has_authorities,
            proxy: client.proxy,
            limits,
            limiter,
            known: Mutex::default(),
            unsupported: Mutex::default(),
            suspected: Mutex::default(),
        })))
    }

    /// The same server after the settings were changed: where nothing was that is about it, it stays as it is;
    /// else those who wait for their turn at it, and those who have it, still count.
    pub fn reconfigured(
        &self,
        settings: ModelServer,
        key: Option<String>,
        limits: TimeLimits,
    ) -> Result<Self, String> {
        let before = &self.0;
        let key = key.as_deref().and_then(key::cleaned);
        if before.settings == settings && before.key == key && before.limits == limits {
            return Ok(self.clone());
        }
        let is_there = before.settings.url == settings.url;
        let keeps_gate = is_there && before.settings.at_once == settings.at_once;
        let mut server = Self::new(settings, key, limits)?;
        if keeps_gate && let Some(inner) = Arc::get_mut(&mut server.0) {
            inner.limiter = Arc::clone(&before.limiter);
        }
        Ok(server)
    }

    /// What an author set about it.
    pub fn settings(&self) -> &ModelServer {
        &self.0.settings
    }

    /// One of its models.
    pub fn model(&self, name: &str) -> ServerModel {
        ServerModel {
            name: format!("{}:{name}", self.0.settings.id),
            id: name.to_owned(),
            server: self.clone(),
        }
    }

    /// The models it has, by the names it gives them.
    pub async fn models(&self) -> Result<Vec<String>, ModelError> {
        probe::models(self).await
    }

    /// An address below the base, with the key.
    fn request(&self, method: reqwest::Method, path: &str) -> RequestBuilder {
        let address = format!("{}/{path}", self.0.base.as_str().trim_end_matches('/'));
        self.authorized(self.0.http.request(method, address))
    }

    /// The list of its models. Anthropic's is no part of what it has in OpenAI's shape, and is asked for in its own
    /// way; pages of it have twenty models, unless more are asked for.
    fn list(&self) -> RequestBuilder {
        if self.0.settings.kind != ServerKind::Anthropic {
            return self.request(reqwest::Method::GET, "models");
        }
        let base = self.0.base.as_str().trim_end_matches('/');
        let request = self.0.http.get(format!("{base}/models?limit=1000"));
        let request = request.header("anthropic-version", "2023-06-01");
        match &self.0.key {
            Some(key) => request.header("x-api-key", key),
            None => request,
        }
    }

    /// An address beside `/v1`: what a server has besides OpenAI's.
    fn beside(&self, method: reqwest::Method, path: &str) -> RequestBuilder {
        let base = self.0.base.as_str().trim_end_matches('/');
        let root = base.strip_suffix("/v1").unwrap_or(base);
        self.authorized(self.0.http.request(method, format!("{root}/{path}")))
    }

    fn authorized(&self, request: RequestBuilder) -> RequestBuilder {
        match &self.0.key {
            Some(key) => request.bearer_auth(key),
            None => request,
        }
    }

    /// How a person knows it: by its address, without anything secret that may have stood in it.
    fn shown(&self) -> &str {
        self.0.base.as_str().trim_end_matches('/')
    }

    fn failure(&self, cause: CallFailure) -> ModelError {
        cause.to_model_error(self.shown(), &self.0.settings.id, self.0.key.as_deref())
    }
}

/// A model of a server.
#[derive(Clone, Debug)]
pub struct ServerModel {
    /// `server:model`, as authors know it.
    name: String,
    /// As its server knows it.
    id: String,
    server: Server,
}

#[async_trait]
impl LanguageModel for ServerModel {
    fn name(&self) -> &str {
        &self.name
    }

    async fn abilities(&self) -> Abilities {
        let known = probe::known(&self.server, &self.id, false).await;
        self.abilities_of(known, self.unsupported().await)
    }

    async fn answer(
        &self,
        call: Call,
        stop: CancellationToken,
    ) -> Result<AnswerStream, ModelError> {
        self.answer_in_turn(call, stop, CancellationToken::new())
            .await
    }

    async fn answer_in_turn(
        &self,
        mut call: Call,
        stop: CancellationToken,
        its_turn: CancellationToken,
    ) -> Result<AnswerStream, ModelError> {
        let given = call.prompt.take();
        let asking = async {
            let server = &self.server;
            let turn = server
                .0
                .limiter
                .acquire()
                .await
                .map_err(|cause| server.failure(cause))?;
            its_turn.cancel();
            let StartedAnswer {
                response,
                prefill,
                asked,
                is_structured,
            } = self.send(&call, given).await?;
            let thinks = asked.unsupported.thoughts >= SURELY_THINKS;
            let mut reader = Reader::after(&call.prefix, &prefill, thinks);
            reader.is_structured = is_structured;
            reader.takes_marred = asked.unsupported.marred;
            Ok(stream::pieces(self.clone(), asked, response, turn, reader))
        };
        tokio::select! {
            biased;
            // Whoever asked is gone; what is returned does not matter.
            () = stop.cancelled() => Err(ModelError::Lasting("Stopped.".to_owned())),
            answer = asking => answer,
        }
    }
}

impl ServerModel {
    fn abilities_of(&self, known: ProbeResult, unsupported: UnsupportedParams) -> Abilities {
        Abilities {
            continues_text: known.continues_text && !unsupported.prefill,
            context: Some(unsupported.fitting(known.context)),
            takes_schema: !unsupported.schema,
            is_sure: known.is_sure || self.server.settings().continues_text.is_some(),
        }
    }

    async fn unsupported(&self) -> UnsupportedParams {
        let all = self.server.0.unsupported.lock().await;
        let found = all.iter().find(|(name, _)| *name == self.id);
        found
            .map(|(_, unsupported)| *unsupported)
            .unwrap_or_default()
    }

    async fn update(&self, change: impl FnOnce(&mut UnsupportedParams)) {
        let mut all = self.server.0.unsupported.lock().await;
        match all.iter_mut().find(|(name, _)| *name == self.id) {
            Some((_, unsupported)) => change(unsupported),
            None => {
                let mut unsupported = UnsupportedParams::default();
                change(&mut unsupported);
                all.push((self.id.clone(), unsupported));
            }
        }
    }

    /// Takes over what a refusal said about the context: the next try fits.
    async fn learn_context(&self, used: u32, told: Option<u32>) {
        self.update(|unsupported| unsupported.learn_context(used, told))
            .await;
    }
}

#[cfg(test)]
mod properties;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_in_no_debug_output_and_in_no_shown_address() {
        let settings = ModelServer {
            id: "here".to_owned(),
            url: "http://localhost:1/v1?key=abc".to_owned(),
            ..ModelServer::default()
        };
        let server = Server::new(settings, Some("secret".to_owned()), TimeLimits::default())
            .expect("a server");
        assert!(!format!("{:?}", server.model("m")).contains("secret"));
        assert_eq!(server.shown(), "http://localhost:1/v1");
    }
}
