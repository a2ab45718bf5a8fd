//! The commands of the command line, as a person or a script calls them.

use serde_json::{Value, json};
use std::{
    fs,
    io::{Read as _, Write as _},
    path::Path,
    process::{Output, Stdio},
};
use tempfile::TempDir;
use tests::Binary;
use tokio::{
    io::{AsyncBufReadExt as _, BufReader},
    process::{Child, Command},
};

const PREMISE: &str = "a lighthouse keeper who hears her dead brother on the radio";

/// A folder and the commands on it.
struct Cli {
    data: TempDir,
}

impl Cli {
    fn new() -> Self {
        Self {
            data: tempfile::tempdir().unwrap(),
        }
    }

    fn folder(&self) -> &Path {
        self.data.path()
    }

    fn address_file(&self) -> std::path::PathBuf {
        self.folder().join("fablewright.address")
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(Binary::path());
        command
            .args(words)
            .env("FABLEWRIGHT_DATA", self.folder())
            .env("FABLEWRIGHT_BUILTIN_RATE", "0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true);
        command
    }

    async fn output(&self, words: &[&str]) -> Output {
        Binary::output(&mut self.command(words)).await
    }

    /// What a command prints that is to succeed.
    async fn says(&self, words: &[&str]) -> String {
        let Output {
            status,
            stdout,
            stderr,
        } = self.output(words).await;
        let complaint = String::from_utf8(stderr).unwrap();
        assert!(status.success(), "{words:?}: {complaint}");
        String::from_utf8(stdout).unwrap()
    }

    async fn json(&self, words: &[&str]) -> Value {
        serde_json::from_str(&self.says(words).await).unwrap()
    }

    /// The one sentence of a command that is to fail with this status.
    async fn fails(&self, words: &[&str], code: i32) -> String {
        let Output { status, stderr, .. } = self.output(words).await;
        let said = String::from_utf8(stderr).unwrap();
        assert_eq!(status.code(), Some(code), "{words:?}: {said}");
        let lines: Vec<_> = said.lines().collect();
        assert_eq!(lines.len(), 1, "{words:?}: {said}");
        assert!(said.starts_with("error: "), "{words:?}: {said}");
        lines[0].to_owned()
    }

    async fn story(&self, chapters: &str) -> String {
        let words = ["story", "new", "--premise", PREMISE, "--chapters", chapters];
        self.says(&words).await.trim().to_owned()
    }
}

#[tokio::test]
async fn with_and_without_a_studio_the_answers_are_the_same() {
    let cli = Cli::new();
    let story = cli.story("2").await;
    let started = cli.says(&["run", "start", &story]).await;
    cli.says(&["run", "cancel", started.trim()]).await;
    let backup = cli.json(&["backup", "make", "--json"]).await;
    let backups = cli.json(&["backup", "list", "--json"]).await;
    assert_eq!(backups, json!({"items": [backup], "next": null}));
    let questions: [&[&str]; 6] = [
        &["story", "list", "--json"],
        &["story", "show", &story, "--json"],
        &["story", "show", &story],
        &["run", "list", "--json"],
        &["backup", "list", "--json"],
        &["story", "export", &story, "--format", "markdown", "-o", "-"],
    ];
    let mut alone = Vec::new();
    for words in questions {
        alone.push(cli.says(words).await);
    }
    // It executes nothing, so that nothing changes.
    let studio = Binary::start_with(cli.folder(), "0", &["--workers", "0"]).await;
    let address: Value = serde_json::from_slice(&fs::read(cli.address_file()).unwrap()).unwrap();
    assert_eq!(
        address,
        json!({"url": studio.client.base, "pid": studio.pid()})
    );
    for (words, alone) in questions.into_iter().zip(&alone) {
        assert_eq!(&cli.says(words).await, alone, "{words:?}");
    }
    // As it is over REST.
    let list = cli.json(&["story", "list", "--json"]).await;
    assert_eq!(studio.client.get("/api/v1/stories?limit=200").await.1, list);
    assert_eq!(list["items"][0]["id"], *story);
    // What one makes, the other has.
    let second = cli.story("1").await;
    let path = format!("/api/v1/stories/{second}");
    assert_eq!(studio.client.get(&path).await.1["chapters"], 1);
    assert_eq!(studio.terminate().await.code(), Some(0));
    assert!(!cli.address_file().exists());
    assert!(cli.says(&["story", "list"]).await.contains(&second));
}

#[tokio::test]
async fn the_address_of_a_killed_studio_is_not_believed() {
    let cli = Cli::new();
    let studio = Binary::start(cli.folder(), "0").await;
    let base = studio.client.base.clone();
    let story = cli.story("1").await;
    studio.kill().await;
    assert!(cli.address_file().exists());
    assert!(cli.says(&["story", "list"]).await.contains(&story));
    assert!(!cli.address_file().exists());
    // The port has another studio by now, which has other stories.
    let elsewhere = Cli::new();
    let port = base.strip_prefix("http://").unwrap();
    let other = Binary::launch(elsewhere.command(&["--addr", port])).await;
    fs::write(
        cli.address_file(),
        json!({"url": base, "pid": other.pid()}).to_string(),
    )
    .unwrap();
    assert!(cli.says(&["story", "list"]).await.contains(&story));
    assert_eq!(
        elsewhere.says(&["story", "list"]).await,
        "There are no stories yet.\n"
    );
}

#[tokio::test]
async fn a_studio_that_listens_everywhere_is_asked_on_this_machine() {
    let cli = Cli::new();
    let args = ["--addr", "0.0.0.0:0", "--insecure-no-login", "--allow-host"];
    let args = [&args[..], &["studio.example.org"]].concat();
    let mut command = cli.command(&args);
    command.env("RUST_LOG", "error");
    let studio = Binary::launch(command).await;
    let story = cli.story("1").await;
    assert!(cli.says(&["story", "list"]).await.contains(&story));
    let address = fs::read_to_string(cli.address_file()).unwrap();
    assert!(address.contains("http://127.0.0.1:"), "{address}");
    assert_eq!(studio.terminate().await.code(), Some(0));
}

#[tokio::test]
async fn what_is_wrong_is_one_sentence() {
    let cli = Cli::new();
    let nobody = "00000000-0000-7000-8000-000000000000";
    for id in [nobody, "nonsense", "../stories", ""] {
        let said = cli.fails(&["story", "show", id], 1).await;
        assert!(said.contains("story") || said.contains("found"), "{said}");
    }
    for words in [
        ["run", "watch", nobody],
        ["run", "cancel", nobody],
        ["run", "start", nobody],
        ["model", "test", "nobody"],
        ["story", "export", nobody],
    ] {
        cli.fails(&words, 1).await;
    }
    for words in [
        &["story", "new"][..],
        &["story", "show"],
        &["story", "list", "--colour"],
        &["run", "start", nobody, "--kind", "poem"],
        &["run", "start", nobody, "--text"],
        &["story", "export", nobody, "--chapters", "5-1"],
        &["completions", "cmd"],
    ] {
        cli.fails(words, 2).await;
    }
    let story = cli.story("1").await;
    let run = cli.says(&["run", "start", &story]).await;
    cli.says(&["run", "cancel", run.trim()]).await;
    let said = cli.fails(&["run", "pause", run.trim()], 1).await;
    assert!(said.contains("cancelled"), "{said}");
}

#[tokio::test]
async fn a_reader_that_has_enough_is_no_failure() {
    let cli = Cli::new();
    cli.story("1").await;
    for words in [
        &["story", "list"][..],
        &["story", "list", "--json"],
        &["man"],
        &["completions", "bash"],
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = cli.command(words);
        command.stdout(writer);
        let Output { status, stderr, .. } = Binary::output(&mut command).await;
        let said = String::from_utf8(stderr).unwrap();
        assert!(status.success() && said.is_empty(), "{words:?}: {said}");
    }
}

#[tokio::test]
async fn a_run_is_executed_and_watched_where_no_studio_runs() {
    let cli = Cli::new();
    let story = cli.story("1").await;
    let words = ["run", "start", &story, "--chapter", "1", "--wait", "--text"];
    let Output {
        status,
        stdout,
        stderr,
    } = cli.output(&words).await;
    let (text, told) = (
        String::from_utf8(stdout).unwrap(),
        String::from_utf8(stderr).unwrap(),
    );
    assert!(status.success(), "{told}");
    assert!(told.contains("Writing chapter 1"), "{told}");
    assert!(told.contains("100 % · Write chapter 1: finished"), "{told}");
    assert!(text.split_whitespace().count() > 100, "{text}");
    let runs = cli.json(&["run", "list", "--json"]).await;
    assert_eq!(runs["items"][0]["status"], "succeeded", "{runs}");
    // It has ended: there is nothing to wait for.
    let run = runs["items"][0]["id"].as_str().unwrap();
    let watched = cli.json(&["run", "watch", run, "--json"]).await;
    assert_eq!(watched, runs["items"][0]);
    assert!(cli.says(&["run", "list"]).await.contains("done"));
}

#[tokio::test]
async fn watching_ends_with_the_run_and_survives_the_studio() {
    let cli = Cli::new();
    let studio = Binary::start(cli.folder(), "300").await;
    let story = cli.story("1").await;
    let run = cli.says(&["run", "start", &story, "--chapter", "1"]).await;
    let run = run.trim();
    let path = format!("/api/v1/runs/{run}");
    let mut watch = cli.command(&["run", "watch", run, "--text"]);
    let watch = watch.spawn().unwrap();
    studio.client.drafted(&path, 1, 200).await;
    // The next one listens elsewhere.
    studio.kill().await;
    let studio = Binary::start(cli.folder(), "0").await;
    studio.client.ended(&path).await;
    let Output {
        status,
        stdout,
        stderr,
    } = watch.wait_with_output().await.unwrap();
    let told = String::from_utf8(stderr).unwrap();
    assert!(status.success(), "{told}");
    assert!(told.contains("finished"), "{told}");
    assert!(stdout.len() > 500, "{told}");
}

/// Sends a signal once a command says something like this, and reads what it says until it ends.
async fn interrupted(mut command: Child, signal: &str, when: &str) -> String {
    let mut lines = BufReader::new(command.stderr.take().unwrap()).lines();
    let mut said = String::new();
    let pid = command.id().unwrap().to_string();
    let mut is_sent = false;
    while let Some(line) = lines.next_line().await.unwrap() {
        if line.contains(when) && !is_sent {
            is_sent = true;
            let sent = Command::new("kill").args([signal, &pid]).status().await;
            assert!(sent.unwrap().success());
        }
        said.push_str(&line);
        said.push('\n');
    }
    assert_eq!(command.wait().await.unwrap().code(), Some(130), "{said}");
    said
}

#[tokio::test]
async fn what_is_interrupted_without_a_studio_waits_in_the_queue() {
    let cli = Cli::new();
    let story = cli.story("1").await;
    let words = ["run", "start", &story, "--chapter", "1", "--wait"];
    let mut command = cli.command(&words);
    command.env("FABLEWRIGHT_BUILTIN_RATE", "20");
    let said = interrupted(command.spawn().unwrap(), "-TERM", "Generating").await;
    assert!(said.contains("waits in the queue"), "{said}");
    let runs = cli.json(&["run", "list", "--json"]).await;
    assert_eq!(runs["items"][0]["status"], "queued", "{runs}");
    let run = runs["items"][0]["id"].as_str().unwrap();
    // A terminal that is closed, and Ctrl-C at once: nothing counts as a crash, however often it happens.
    for (signal, when) in [("-HUP", "Generating"), ("-INT", "this command generates")].repeat(2) {
        let mut command = cli.command(&["run", "watch", run]);
        command.env("FABLEWRIGHT_BUILTIN_RATE", "20");
        interrupted(command.spawn().unwrap(), signal, when).await;
    }
    let watched = cli.json(&["run", "watch", run, "--json"]).await;
    assert_eq!(watched["status"], "succeeded", "{watched}");
    assert_eq!(watched["attempt"], 1, "{watched}");
}

#[tokio::test]
async fn a_studio_waits_for_a_command_that_has_its_folder_open() {
    let cli = Cli::new();
    let story = cli.story("1").await;
    let words = ["run", "start", &story, "--chapter", "1", "--wait"];
    let mut command = cli.command(&words);
    command.env("FABLEWRIGHT_BUILTIN_RATE", "20");
    let mut command = command.spawn().unwrap();
    let mut lines = BufReader::new(command.stderr.take().unwrap()).lines();
    while !lines
        .next_line()
        .await
        .unwrap()
        .unwrap()
        .contains("Generating")
    {}
    // It lasts longer than a studio waits: what to do is said in one line.
    let refused = Binary::output(&mut Binary::command(cli.folder())).await;
    let said = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(2), "{said}");
    assert!(said.contains("fablewright run watch"), "{said}");
    // One that ends meanwhile is waited for.
    let starting = Binary::start_with(cli.folder(), "0", &["--workers", "0"]);
    let pid = command.id().unwrap().to_string();
    let ending = async {
        tokio::task::yield_now().await;
        let sent = Command::new("kill").args(["-TERM", &pid]).status().await;
        assert!(sent.unwrap().success());
        while lines.next_line().await.unwrap().is_some() {}
        command.wait().await.unwrap()
    };
    let (studio, ended) = tokio::join!(starting, ending);
    assert_eq!(ended.code(), Some(130));
    let runs = studio.client.get("/api/v1/runs").await.1;
    assert_eq!(runs["items"][0]["status"], "queued", "{runs}");
    studio.terminate().await;
}

#[tokio::test]
async fn control_c_detaches_and_the_run_goes_on() {
    let cli = Cli::new();
    let studio = Binary::start(cli.folder(), "20").await;
    let story = cli.story("1").await;
    let run = cli.says(&["run", "start", &story, "--chapter", "1"]).await;
    let run = run.trim();
    let watch = cli.command(&["run", "watch", run]).spawn().unwrap();
    let said = interrupted(watch, "-INT", "%").await;
    let how = format!("fablewright run cancel {run}");
    assert!(said.contains(&how), "{said}");
    let path = format!("/api/v1/runs/{run}");
    assert_eq!(studio.client.get(&path).await.1["status"], "running");
    cli.says(&["run", "pause", run]).await;
    studio
        .client
        .until(&path, |run| run["status"] == "paused")
        .await;
    cli.says(&["run", "resume", run]).await;
    cli.says(&["run", "cancel", run]).await;
    assert_eq!(studio.client.ended(&path).await["status"], "cancelled");
    let Output {
        status,
        stdout,
        stderr,
    } = cli.output(&["run", "watch", run, "--json"]).await;
    assert_eq!(status.code(), Some(1));
    let watched: Value = serde_json::from_slice(&stdout).unwrap();
    assert_eq!(watched["status"], "cancelled", "{watched}");
    let said = String::from_utf8(stderr).unwrap();
    assert!(said.contains("fablewright run resume"), "{said}");
}

#[tokio::test]
async fn a_book_goes_to_a_file_and_replaces_none_unasked() {
    let cli = Cli::new();
    let story = cli.story("1").await;
    let out = tempfile::tempdir().unwrap();
    let export = async |rest: &[&str]| {
        let words = [&["story", "export", &story, "--format", "epub"], rest].concat();
        let mut command = cli.command(&words);
        command.current_dir(out.path());
        Binary::output(&mut command).await
    };
    let made = export(&[]).await;
    let name = String::from_utf8(made.stdout).unwrap();
    let file = out.path().join(name.trim());
    assert!(name.ends_with(".epub\n"), "{name}");
    let mut start = [0; 2];
    let mut book = fs::File::open(&file).unwrap();
    book.read_exact(&mut start).unwrap();
    assert_eq!(&start, b"PK");
    let refused = export(&[]).await;
    assert_eq!(refused.status.code(), Some(1));
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("--output"), "{said}");
    assert!(export(&["-o", name.trim()]).await.status.success());
    let nowhere = export(&["-o", "nowhere/book.epub"]).await;
    assert_eq!(nowhere.status.code(), Some(1));
}

#[tokio::test]
async fn completions_and_the_manual_are_valid() {
    let cli = Cli::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = cli.says(&["completions", shell]).await;
        assert!(script.contains("backup"), "{shell}");
        if shell != "bash" {
            continue;
        }
        let mut bash = std::process::Command::new("bash")
            .arg("-n")
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = bash.stdin.take().unwrap();
        input.write_all(script.as_bytes()).unwrap();
        drop(input);
        assert!(bash.wait().unwrap().success());
    }
    let page = cli.says(&["man"]).await;
    assert!(page.contains(".TH fablewright 1"), "no title");
    let file = cli.folder().join("fablewright.1");
    fs::write(&file, page).unwrap();
    let mut man = Command::new("man");
    man.arg("-l").arg(&file).env("MANPAGER", "cat");
    let Ok(Output { status, stdout, .. }) = man.output().await else {
        return tests::skipped("man is not installed");
    };
    let shown = String::from_utf8_lossy(&stdout);
    assert!(status.success(), "{shown}");
    assert!(shown.contains("FABLEWRIGHT STORY EXPORT"), "{shown}");
    assert!(!shown.contains(".SH"), "{shown}");
}
