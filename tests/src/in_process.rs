//! A studio in this process: the real router over a real SQLite file.

use crate::Client;
use axum::Router;
use engine::{
    Engine, EngineOptions,
    model::{CommandLineServer, LanguageModel},
    secrets::Secrets,
};
use std::{path::Path, sync::Arc};
use store_sqlite::SqliteStore;
use storyteller::BuiltIn;
use tempfile::TempDir;
use test_support::scripted::{Script, ScriptedModel};
use tokio::net::TcpListener;

/// Lives as long as the test's runtime.
pub struct InProcess {
    pub client: Client,
    pub engine: Engine,
    /// What answers, for requests that need no network.
    pub router: Router,
    folder: TempDir,
}

impl InProcess {
    /// With the built-in writer at full speed.
    pub async fn builtin() -> Self {
        Self::with(Arc::new(BuiltIn::new(0.0))).await
    }

    /// With a model that the test moves.
    pub async fn scripted() -> (Self, Script) {
        let (model, script) = ScriptedModel::new();
        (Self::with(Arc::new(model)).await, script)
    }

    /// With a model that the test moves and that has a context, as those on servers have: its calls are noted.
    pub async fn measured() -> (Self, Script) {
        let (model, script) = ScriptedModel::new();
        let model = model.named("local:double").with_context(8_192);
        (Self::with(Arc::new(model)).await, script)
    }

    /// With a model of a server: `openai:NAME` at this address.
    pub async fn served(name: &str, url: &str) -> Self {
        let name = format!("openai:{name}");
        let server = CommandLineServer::from_name(&name, Some(url), None);
        Self::start(Arc::new(BuiltIn::new(0.0)), |options| {
            options.model = Some(name);
            options.server = server;
        })
        .await
    }

    /// With nobody who executes runs.
    pub async fn idle() -> Self {
        Self::start(Arc::new(BuiltIn::new(0.0)), |options| options.workers = 0).await
    }

    /// Where the data is.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    async fn with(model: Arc<dyn LanguageModel>) -> Self {
        Self::start(model, |_| {}).await
    }

    async fn start(own: Arc<dyn LanguageModel>, set: impl FnOnce(&mut EngineOptions)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Arc::new(SqliteStore::open(folder.path()).await.unwrap());
        let mut options = EngineOptions {
            secrets: Secrets::open(folder.path()).unwrap(),
            data: folder.path().display().to_string(),
            ..EngineOptions::new(store, own)
        };
        set(&mut options);
        let engine = Engine::start_up(options).await.unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let addr = listener.local_addr().unwrap();
        let router = server::router::router(engine.clone(), addr);
        let ended = engine.closing().clone();
        tokio::spawn(server::connections::serve(
            listener,
            router.clone(),
            server::connections::ClientTimeouts::default(),
            ended,
        ));
        Self {
            client: Client::new(format!("http://{addr}")),
            engine,
            router,
            folder,
        }
    }
}
