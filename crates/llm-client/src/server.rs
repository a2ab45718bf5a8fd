//! A server of models: how it is reached, and what is known of it.

use super::{
    address, call_limiter::CallLimiter, client, failure::CallFailure, key,
    probe_result::ProbeResult, unsupported_params::UnsupportedParams,
};
use domain::{ModelServer, ServerKind, TimeLimits};
use reqwest::{Client, RequestBuilder, Url};
use std::{fmt, sync::Arc, time::Duration};
use tokio::{sync::Mutex, time::Instant};
use writing::ModelError;

/// Questions about itself are answered at once, or the server has other things to do.
pub(crate) const QUESTION_TIME: Duration = Duration::from_secs(5);

/// A server and how it is talked to. Clones share its connections, its gate and what is known of it.
#[derive(Clone)]
pub struct Server(pub(crate) Arc<ServerState>);

pub(crate) struct ServerState {
    pub(crate) settings: ModelServer,
    pub(crate) base: Url,
    pub(crate) key: Option<String>,
    pub(crate) http: Client,
    /// Whether this machine knows any certificate authority.
    pub(crate) has_authorities: bool,
    /// The variable that names a proxy on the way to it.
    pub(crate) proxy: Option<&'static str>,
    pub(crate) limits: TimeLimits,
    pub(crate) limiter: Arc<CallLimiter>,
    /// What was found out about its models, by name, and until when it holds.
    pub(crate) known: Mutex<Vec<(String, ProbeResult, Instant)>>,
    /// What its models do not take of a request, by name.
    pub(crate) unsupported: Mutex<Vec<(String, UnsupportedParams)>>,
    /// What helped one of them once, where it is not known yet whether it was needed.
    pub(crate) suspected: Mutex<Vec<(String, UnsupportedParams)>>,
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
        Ok(Self(Arc::new(ServerState {
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

    /// An address below the base, with the key.
    pub(crate) fn request(&self, method: reqwest::Method, path: &str) -> RequestBuilder {
        let address = format!("{}/{path}", self.0.base.as_str().trim_end_matches('/'));
        self.authorized(self.0.http.request(method, address))
    }

    /// The list of its models. Anthropic's is no part of what it has in OpenAI's shape, and is asked for in its own
    /// way; pages of it have twenty models, unless more are asked for.
    pub(crate) fn list(&self) -> RequestBuilder {
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
    pub(crate) fn beside(&self, method: reqwest::Method, path: &str) -> RequestBuilder {
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
    pub(crate) fn shown(&self) -> &str {
        self.0.base.as_str().trim_end_matches('/')
    }

    pub(crate) fn failure(&self, cause: CallFailure) -> ModelError {
        cause.to_model_error(self.shown(), &self.0.settings.id, self.0.key.as_deref())
    }
}
