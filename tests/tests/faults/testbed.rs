//! A studio whose writer is the mean server.

use crate::machine::{catch_up, take_next};
use reqwest::Method;
use serde_json::json;
use std::path::Path;
use tempfile::TempDir;
use tests::{
    Binary, Mirror, Sse,
    mean_server::{MeanServer, ReceivedCall, RequestKind},
};
use tokio::process::Command;

/// The key that must turn up in requests and nowhere else.
pub(crate) const KEY: &str = "sk-very-secret";

/// A model may be silent for so long where a test waits for the end of that, in seconds. Good answers come within
/// milliseconds; a busy machine may be a hundred times slower.
pub(crate) const LIMIT: f64 = 2.0;

/// A studio, its model, a story of one chapter, and a reader of everything.
pub(crate) struct Testbed {
    pub data: TempDir,
    pub mean: MeanServer,
    pub studio: Binary,
    pub story: String,
    pub mirror: Mirror,
    pub events: Sse,
}

impl Testbed {
    /// With a server that goes on from a given text.
    pub(crate) async fn open() -> Self {
        Self::with(MeanServer::start().await).await
    }

    pub(crate) async fn with(mean: MeanServer) -> Self {
        let data = tempfile::tempdir().unwrap();
        let studio = Binary::launch(Self::command(data.path(), &mean)).await;
        let events = studio.client.events("/api/v1/events", Some(0)).await;
        Self {
            story: studio.client.story(1).await,
            mirror: Mirror::default(),
            data,
            mean,
            studio,
            events,
        }
    }

    /// How such a studio is started.
    pub(crate) fn command(data: &Path, mean: &MeanServer) -> Command {
        let mut command = Binary::command(data);
        // Its warnings are about what is done to it on purpose.
        command
            .args(["--model", "openai:mean", "--model-url", &mean.url])
            .env("FABLEWRIGHT_MODEL_KEY", KEY)
            .env("RUST_LOG", "error");
        command
    }

    /// Sets how many seconds the model may take to begin, and between two words.
    pub(crate) async fn limit(&mut self, first_token: f64, between_tokens: f64) {
        let client = &self.studio.client;
        let (_, settings) = client.get("/api/v1/settings").await;
        let mut preferences = settings["preferences"].clone();
        preferences["limits"]["first_token"] = json!(first_token);
        preferences["limits"]["between_tokens"] = json!(between_tokens);
        let etag = client.etag("/api/v1/settings").await;
        let change = json!({"preferences": preferences});
        let (status, answer) = client
            .change(Method::PUT, "/api/v1/settings", &etag, change)
            .await;
        assert!(status.is_success(), "{answer}");
    }

    /// Starts writing the chapter; answers the run's id.
    pub(crate) async fn write_chapter(&mut self) -> String {
        let run = self
            .studio
            .client
            .start(&self.story, json!({"kind": "chapter", "chapter": 1}))
            .await;
        run.rsplit('/').next().unwrap().to_owned()
    }

    /// Reads on until the run is at rest; answers how.
    pub(crate) async fn ended(&mut self, run: &str) -> String {
        loop {
            take_next(&mut self.mirror, &mut self.events).await;
            let status = self.mirror.runs.get(run).map(|run| run["status"].clone());
            if let Some(status @ ("succeeded" | "failed" | "cancelled")) =
                status.as_ref().and_then(|status| status.as_str())
            {
                let status = status.to_owned();
                let client = self.studio.client.clone();
                catch_up(&mut self.mirror, &mut self.events, &client).await;
                return status;
            }
        }
    }
}

/// The chapter as the model wrote it: each scene's whole text, in order.
pub(crate) fn written_by(mean: &MeanServer) -> String {
    let mut scenes: Vec<String> = Vec::new();
    for ReceivedCall { whole, .. } in mean.asked_for(RequestKind::Prose) {
        if !scenes.contains(&whole) {
            scenes.push(whole);
        }
    }
    scenes.join("\n\n")
}
