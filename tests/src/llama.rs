//! A real llama.cpp server with a tiny model of random weights: it proves protocol, never prose.
//!
//! `cargo xtask test` installs it under `target/llama` and says so in `FABLEWRIGHT_LLAMA`.

use crate::skipped;
use std::{
    path::{Path, PathBuf},
    process::Stdio,
    time::Duration,
};
use tokio::{
    io::{AsyncBufReadExt as _, BufReader},
    process::{Child, Command},
};

/// A running server; it ends when it is dropped.
pub struct Llama {
    /// Its address, without `/v1`.
    pub base: String,
    child: Child,
}

impl Llama {
    /// Where it was installed. Without it, the test that asks counts as skipped and has to return.
    pub fn home() -> Option<PathBuf> {
        let home = std::env::var_os("FABLEWRIGHT_LLAMA").map(PathBuf::from);
        if home.is_none() {
            skipped("run it with `cargo xtask test`, which installs a llama.cpp server");
        }
        home
    }

    /// Serves a model ("tiny", "think", "slow") on a free port, or on this one.
    pub async fn serve(home: &Path, model: &str, port: u16, args: &[&str]) -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("llama/serve_llamacpp.py");
        let mut child = Command::new(home.join("bin/python"))
            .arg(script)
            .arg(home.join(format!("{model}.gguf")))
            .args(["--with-stdin", "--port", &port.to_string()])
            .args(args)
            // It ends when this pipe is closed, so it can't outlive the test.
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let ready = async {
            loop {
                let line = lines.next_line().await.unwrap();
                let line = line.expect("the server says when it is ready");
                if let Some(base) = line.strip_prefix("READY ") {
                    return base.to_owned();
                }
            }
        };
        let ready = tokio::time::timeout(Duration::from_secs(120), ready).await;
        let base = ready.unwrap_or_else(|_| panic!("no llama.cpp server on port {port} in time"));
        Self { base, child }
    }

    /// What the studio is told.
    pub fn url(&self) -> String {
        format!("{}/v1", self.base)
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.base.rsplit(':').next().unwrap().parse().unwrap()
    }

    /// SIGKILL.
    pub async fn kill(mut self) {
        self.child.start_kill().unwrap();
        self.child.wait().await.unwrap();
    }

    /// What its slots do, and how they were asked to.
    pub async fn slots(&self) -> Vec<serde_json::Value> {
        let url = format!("{}/slots", self.base);
        let answer = crate::client::http().get(url).send().await.unwrap();
        answer.json().await.unwrap()
    }

    /// How many of its slots are at work.
    pub async fn busy(&self) -> usize {
        let slots = self.slots().await;
        let at_work = slots.iter().filter(|slot| slot["is_processing"] == true);
        at_work.count()
    }
}
