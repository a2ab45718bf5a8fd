//! A studio in this process: the real router over a real SQLite file.

use crate::Client;
use engine::{
    Engine, EngineOptions,
    model::{
        BuiltIn, LanguageModel,
        scripted::{Script, ScriptedModel},
    },
    store::SqliteStore,
};
use std::sync::Arc;
use tempfile::TempDir;
use tokio::net::TcpListener;

/// Lives as long as the test's runtime.
pub struct InProcess {
    pub client: Client,
    pub engine: Engine,
    _folder: TempDir,
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

    async fn with(model: Arc<dyn LanguageModel>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Arc::new(SqliteStore::open(folder.path()).await.unwrap());
        let data = folder.path().display().to_string();
        let engine = Engine::start_up(EngineOptions {
            workers: 2,
            data,
            ..EngineOptions::new(store, model)
        })
        .await
        .unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let addr = listener.local_addr().unwrap();
        let router = server::router::router(engine.clone(), addr);
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self {
            client: Client::new(format!("http://{addr}")),
            engine,
            _folder: folder,
        }
    }
}
