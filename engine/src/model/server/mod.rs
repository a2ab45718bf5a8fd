//! Models behind a server that speaks OpenAI's `/v1/chat/completions`.
//!
//! One shape reaches llama.cpp, LM Studio, vLLM, Ollama, OpenRouter, OpenAI and, through the compatible
//! addresses they offer, Anthropic and Gemini. A client of our own, thin, over two well-kept crates
//! (`reqwest`, `eventsource-stream`): it keeps what general ones lose (why a call was refused, whether a
//! stream really ended, exact schemas and names), and dropping its answer closes the connection, so that
//! the server stops working.

mod address;
mod declined;
mod failure;
mod gate;
mod overflow;
mod probe;
mod programs;
mod refusal;
mod request;
mod stream;
mod thinking;
mod wait;

use super::{Abilities, Answer, Call, LanguageModel, ModelError, Prompt, prompt};
pub use address::check as check_address;

use async_trait::async_trait;
use declined::{Declined, Lesson};
use domain::{ModelServer, ServerKind, TimeLimits};
use failure::Failure;
use gate::Gate;
use probe::Known;
use reqwest::{Client, RequestBuilder, Url, redirect};
use std::{fmt, sync::Arc, sync::Once, time::Duration};
use stream::Reader;
use tokio::{sync::Mutex, time::Instant};
use tokio_util::sync::CancellationToken;

/// A server and how it is talked to. Clones share its connections, its gate and what is known of it.
#[derive(Clone)]
pub struct Server(Arc<Inner>);

/// So many answers in a row that began in thought without saying so: then the next one is held back.
const SURELY_THINKS: u8 = 2;

struct Inner {
    settings: ModelServer,
    base: Url,
    key: Option<String>,
    http: Client,
    limits: TimeLimits,
    gate: Arc<Gate>,
    /// What was found out about its models, by name, and until when it holds.
    known: Mutex<Vec<(String, Known, Instant)>>,
    /// What its models do not take of a request, by name.
    declined: Mutex<Vec<(String, Declined)>>,
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

/// Chooses how TLS computes, once for the process. Whoever makes a `reqwest::Client` calls it first.
pub fn prepare_tls() {
    static ONCE: Once = Once::new();
    // An error says that somebody has chosen already.
    ONCE.call_once(|| drop(rustls::crypto::ring::default_provider().install_default()));
}

impl Server {
    /// A server to talk to; says what is wrong with its address. Nothing is sent yet.
    pub fn new(
        settings: ModelServer,
        key: Option<String>,
        limits: TimeLimits,
    ) -> Result<Self, String> {
        let base = address::base(&settings.url)?;
        prepare_tls();
        let mut builder = Client::builder()
            .connect_timeout(Duration::from_secs_f64(limits.connect))
            .tcp_nodelay(true)
            // A manuscript goes where it was meant to go, and nowhere else.
            .redirect(redirect::Policy::none())
            .user_agent(concat!("fablewright/", env!("CARGO_PKG_VERSION")));
        if address::is_near(&base) {
            // A proxy for the outside has no business between two programs on one machine.
            builder = builder.no_proxy();
        }
        let http = builder
            .build()
            .map_err(|_| "This machine can’t make TLS connections.".to_owned())?;
        let gate = Arc::new(Gate::new(settings.at_once.max(1)));
        Ok(Self(Arc::new(Inner {
            settings,
            base,
            key: key.filter(|key| !key.is_empty()),
            http,
            limits,
            gate,
            known: Mutex::default(),
            declined: Mutex::default(),
        })))
    }

    /// The same server after the settings were changed: where nothing was that is about it, it stays as it is;
    /// else those who wait for their turn at it, and those who have it, still count.
    pub(crate) fn anew(
        &self,
        settings: ModelServer,
        key: Option<String>,
        limits: TimeLimits,
    ) -> Result<Self, String> {
        let before = &self.0;
        let key = key.filter(|key| !key.is_empty());
        if before.settings == settings && before.key == key && before.limits == limits {
            return Ok(self.clone());
        }
        let is_there = before.settings.url == settings.url;
        let keeps_gate = is_there && before.settings.at_once == settings.at_once;
        let mut server = Self::new(settings, key, limits)?;
        if keeps_gate && let Some(inner) = Arc::get_mut(&mut server.0) {
            inner.gate = Arc::clone(&before.gate);
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

    fn failure(&self, cause: Failure) -> ModelError {
        cause.told(self.shown(), &self.0.settings.id, self.0.key.as_deref())
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
        self.abilities_of(known, self.declined().await)
    }

    async fn answer(&self, call: Call, stop: CancellationToken) -> Result<Answer, ModelError> {
        self.answer_in_turn(call, stop, CancellationToken::new())
            .await
    }

    async fn answer_in_turn(
        &self,
        mut call: Call,
        stop: CancellationToken,
        its_turn: CancellationToken,
    ) -> Result<Answer, ModelError> {
        let given = call.prompt.take();
        let asking = async {
            let server = &self.server;
            let turn = server
                .0
                .gate
                .enter()
                .await
                .map_err(|cause| server.failure(cause))?;
            its_turn.cancel();
            let Begun {
                response,
                prefill,
                context,
                thinks,
            } = self.send(&call, given).await?;
            let reader = Reader::after(&call.prefix, &prefill, thinks);
            Ok(stream::pieces(
                self.clone(),
                context,
                response,
                turn,
                reader,
            ))
        };
        tokio::select! {
            biased;
            // Whoever asked is gone; what is returned does not matter.
            () = stop.cancelled() => Err(ModelError::Lasting("Stopped.".to_owned())),
            answer = asking => answer,
        }
    }
}

/// An answer that has begun.
struct Begun {
    response: reqwest::Response,
    /// The beginning of it that was sent.
    prefill: String,
    /// The tokens that the prompt was made for.
    context: u32,
    /// Whether it begins in thought, as far as known.
    thinks: bool,
}

impl ServerModel {
    fn abilities_of(&self, known: Known, declined: Declined) -> Abilities {
        Abilities {
            continues_text: known.continues_text && !declined.prefill,
            context: Some(declined.fitting(known.context)),
            takes_schema: !declined.schema,
            is_sure: known.is_sure || self.server.settings().continues_text.is_some(),
        }
    }

    async fn declined(&self) -> Declined {
        let all = self.server.0.declined.lock().await;
        let found = all.iter().find(|(name, _)| *name == self.id);
        found.map(|(_, declined)| *declined).unwrap_or_default()
    }

    async fn update(&self, change: impl FnOnce(&mut Declined)) {
        let mut all = self.server.0.declined.lock().await;
        match all.iter_mut().find(|(name, _)| *name == self.id) {
            Some((_, declined)) => change(declined),
            None => {
                let mut declined = Declined::default();
                change(&mut declined);
                all.push((self.id.clone(), declined));
            }
        }
    }

    /// Takes over what a refusal said about the context: the next try fits.
    async fn learn_context(&self, used: u32, told: Option<u32>) {
        self.update(|declined| declined.learn_context(used, told))
            .await;
    }

    /// Sends a call and answers with the beginning of its answer. What the model
    /// does not take is left out and the call sent again; it comes back as one to be made again at once where
    /// the prompt that was given has to be another one for that.
    async fn send(&self, call: &Call, given: Option<Prompt>) -> Result<Begun, ModelError> {
        let server = &self.server;
        loop {
            let known = probe::known(server, &self.id, true).await;
            let mut declined = self.declined().await;
            let prompt = match &given {
                Some(prompt) => prompt.clone(),
                None => prompt::prepared(call, &self.abilities_of(known, declined))
                    .map_err(|too_small| ModelError::Lasting(too_small.to_string()))?
                    .unwrap_or_default(),
            };
            let body = request::body(&self.id, &prompt, &known, declined);
            let sent = stream::send(server, &body).await;
            server
                .0
                .gate
                .note(sent.is_ok() || !matches!(sent, Err(ref cause) if cause.is_unreachable()));
            let cause = match sent {
                Ok(response) => {
                    return Ok(Begun {
                        response,
                        prefill: prompt.prefill,
                        context: declined.fitting(known.context),
                        thinks: declined.thoughts >= SURELY_THINKS,
                    });
                }
                Err(cause) => cause,
            };
            if let Failure::ContextTooSmall { context, .. } = &cause {
                self.learn_context(declined.fitting(known.context), *context)
                    .await;
            }
            let lesson = match &cause {
                Failure::Refused(_, said) => declined.learn(said, &body),
                _ => None,
            };
            let failure = server.failure(cause);
            let Some(lesson) = lesson else {
                return Err(failure);
            };
            tracing::info!(model = self.name, %failure, "asked otherwise from now on");
            self.update(|all| all.add(declined)).await;
            if lesson == Lesson::Rewrite && given.is_some() {
                return Err(ModelError::Passing {
                    reason: failure.to_string(),
                    retry_after: Some(Duration::ZERO),
                });
            }
        }
    }
}

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
