//! The studio as its users start it: the real binary.

use crate::Client;
use std::{
    path::{Path, PathBuf},
    process::{ExitStatus, Output, Stdio},
    time::Duration,
};
use tokio::{
    io::{AsyncBufReadExt as _, BufReader},
    process::{Child, Command},
};

/// The longest wait for something that takes a moment.
const TIMEOUT: Duration = Duration::from_secs(120);

/// A running studio; killed when dropped.
pub struct Binary {
    pub client: Client,
    child: Child,
}

impl Binary {
    /// The binary under test: `FABLEWRIGHT_BIN`, else the newest one built.
    pub fn path() -> PathBuf {
        if let Some(path) = std::env::var_os("FABLEWRIGHT_BIN") {
            return path.into();
        }
        let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target");
        ["release", "debug"]
            .map(|profile| target.join(profile).join("fablewright"))
            .into_iter()
            .filter_map(|path| Some((path.metadata().ok()?.modified().ok()?, path)))
            .max()
            .map(|(_, path)| path)
            .expect("build the binary first: cargo xtask build")
    }

    /// A command with this data folder, on a free port.
    pub fn command(data: &Path) -> Command {
        let mut command = Command::new(Self::path());
        command.args(["--addr", "127.0.0.1:0", "--data"]).arg(data);
        for name in [
            "ADDR",
            "DATA",
            "WORKERS",
            "ON_START",
            "MODEL",
            "MODEL_URL",
            "MODEL_KEY",
            "BUILTIN_RATE",
        ] {
            command.env_remove(format!("FABLEWRIGHT_{name}"));
        }
        command
            .env("RUST_LOG", "warn")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command.kill_on_drop(true);
        command
    }

    /// Starts it and waits until it says where it listens.
    pub async fn start(data: &Path, rate: &str) -> Self {
        Self::start_with(data, rate, &[]).await
    }

    /// The same, with more arguments.
    pub async fn start_with(data: &Path, rate: &str, args: &[&str]) -> Self {
        let mut command = Self::command(data);
        command.args(args);
        // Its complaints belong to the test's output.
        command
            .args(["--builtin-rate", rate])
            .stderr(Stdio::inherit());
        Self::launch(command).await
    }

    /// Runs a command that the caller has made, and waits until it says where it listens.
    pub async fn launch(mut command: Command) -> Self {
        let mut child = command.spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let line = in_time("it says where it listens", lines.next_line()).await;
        let line = line.unwrap().expect("the studio says where it listens");
        let base = line
            .strip_prefix("listening on ")
            .expect("the address comes first")
            .to_owned();
        Self {
            client: Client::new(base),
            child,
        }
    }

    /// The process.
    pub fn pid(&self) -> u32 {
        self.child.id().unwrap()
    }

    /// SIGKILL: nothing is put in order.
    pub async fn kill(mut self) {
        self.child.start_kill().unwrap();
        in_time("it is killed", self.child.wait()).await.unwrap();
    }

    /// SIGTERM, then waits for the end.
    pub async fn terminate(mut self) -> ExitStatus {
        let pid = self.pid().to_string();
        assert!(
            Command::new("kill")
                .args(["-TERM", &pid])
                .status()
                .await
                .unwrap()
                .success()
        );
        in_time("it ends as it was asked to", self.child.wait())
            .await
            .unwrap()
    }

    /// Waits for the end of one that was told to end.
    pub async fn ended(mut self) -> ExitStatus {
        in_time("it ends as it was asked to", self.child.wait())
            .await
            .unwrap()
    }

    /// Runs a studio that is to end by itself, and what it said.
    pub async fn output(command: &mut Command) -> Output {
        in_time("it ends by itself", command.output())
            .await
            .unwrap()
    }
}

/// Waits for something that a studio is to do.
async fn in_time<T>(what: &str, done: impl Future<Output = T>) -> T {
    let done = tokio::time::timeout(TIMEOUT, done).await;
    done.unwrap_or_else(|_| panic!("{TIMEOUT:?} are over before this is so: {what}"))
}
