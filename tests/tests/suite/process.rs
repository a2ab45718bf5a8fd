//! The process and its surroundings: logs that nobody takes, signals, addresses, variables, and the data folder.

use serde_json::json;
use std::{
    fs::{self, File},
    path::Path,
    process::{Output, Stdio},
};
use tests::Binary;
use tokio::process::Command;

fn command(data: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(Binary::path());
    command
        .args(args)
        .arg("--data")
        .arg(data)
        .env("RUST_LOG", "info");
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true);
    command
}

/// What a studio that is to refuse says: one line, exit status 2.
async fn refusal(command: &mut Command) -> String {
    let Output { status, stderr, .. } = Binary::output(command).await;
    let said = String::from_utf8(stderr).unwrap();
    assert_eq!(status.code(), Some(2), "{said}");
    let lines: Vec<&str> = said
        .lines()
        .filter(|line| line.starts_with("error: "))
        .collect();
    assert_eq!(lines.len(), 1, "{said}");
    lines[0].to_owned()
}

async fn signal(studio: &Binary, name: &str) {
    let pid = studio.pid().to_string();
    assert!(
        Command::new("kill")
            .args([name, &pid])
            .status()
            .await
            .unwrap()
            .success()
    );
}

#[tokio::test]
async fn nobody_takes_the_log_and_everything_goes_on() {
    for sink in ["/dev/full", "a dead pipe"] {
        let data = tempfile::tempdir().unwrap();
        let mut command = Binary::command(data.path());
        command
            .env("RUST_LOG", "debug")
            .args(["--builtin-rate", "0"]);
        if sink == "a dead pipe" {
            let (reader, writer) = std::io::pipe().unwrap();
            drop(reader);
            command.stderr(writer);
        } else {
            command.stderr(File::options().write(true).open(sink).unwrap());
        }
        let studio = Binary::launch(command).await;
        let story = studio.client.story(2).await;
        let run = studio
            .client
            .start(&story, json!({"kind": "all_chapters"}))
            .await;
        let run = studio.client.ended(&run).await;
        assert_eq!(run["status"], "succeeded", "{sink}: {run}");
        assert_eq!(studio.client.get("/readyz").await.0, 200, "{sink}");
        assert_eq!(studio.terminate().await.code(), Some(0), "{sink}");
    }
}

#[tokio::test]
async fn a_closed_terminal_ends_it_in_order_and_nohup_does_not() {
    let data = tempfile::tempdir().unwrap();
    let studio = Binary::start(data.path(), "0").await;
    signal(&studio, "-HUP").await;
    assert_eq!(studio.ended().await.code(), Some(0));

    let mut command = Command::new("nohup");
    command
        .arg(Binary::path())
        .args(["--addr", "127.0.0.1:0", "--data"])
        .arg(data.path());
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true);
    let studio = Binary::launch(command).await;
    signal(&studio, "-HUP").await;
    let story = studio.client.story(1).await;
    assert!(story.contains("/stories/"));
    assert_eq!(studio.terminate().await.code(), Some(0));
}

#[tokio::test]
async fn addresses_are_taken_as_people_write_them() {
    let data = tempfile::tempdir().unwrap();
    for address in ["localhost:0", ":0", "0", "[::1]:0"] {
        let studio = Binary::launch(command(data.path(), &["--addr", address])).await;
        assert_eq!(studio.client.get("/healthz").await.0, 200, "{address}");
        assert_eq!(studio.terminate().await.code(), Some(0));
    }
    let said = refusal(&mut command(data.path(), &["--addr", "0.0.0.0:0"])).await;
    assert!(said.contains("--insecure-no-login"), "{said}");
    let studio = Binary::launch(command(
        data.path(),
        &["--addr", "0.0.0.0:0", "--insecure-no-login"],
    ))
    .await;
    assert_eq!(studio.terminate().await.code(), Some(0));
    let said = refusal(&mut command(data.path(), &["--addr", "nowhere"])).await;
    assert!(said.contains("--addr"), "{said}");
}

#[tokio::test]
async fn a_variable_that_is_empty_is_not_set() {
    let data = tempfile::tempdir().unwrap();
    let mut command = command(data.path(), &["--addr", "127.0.0.1:0"]);
    for name in [
        "ADDR",
        "DATA",
        "WORKERS",
        "ON_START",
        "MODEL",
        "MODEL_URL",
        "MODEL_KEY",
        "BUILTIN_RATE",
        "ALLOW_HOST",
    ] {
        command.env(format!("FABLEWRIGHT_{name}"), "");
    }
    command.env("RUST_LOG", "");
    let studio = Binary::launch(command).await;
    let (_, settings) = studio.client.get("/api/v1/settings").await;
    assert_eq!(
        (&settings["workers"], &settings["model"]),
        (&json!(2), &json!("builtin"))
    );
    studio.terminate().await;
}

#[tokio::test]
async fn what_is_refused_at_the_start_names_where_it_was_set() {
    let data = tempfile::tempdir().unwrap();
    for (variable, value, told) in [
        ("FABLEWRIGHT_WORKERS", "many", "from 0 to 64"),
        ("FABLEWRIGHT_ON_START", "later", "continue or wait"),
        ("FABLEWRIGHT_INSECURE_NO_LOGIN", "maybe", "true or false"),
        ("FABLEWRIGHT_BUILTIN_RATE", "-1", "0 to 1000000"),
        ("FABLEWRIGHT_ADDR", "a b", "127.0.0.1:3000"),
        ("FABLEWRIGHT_MODEL", "nothing", "no model “nothing”"),
        ("FABLEWRIGHT_MODEL_URL", "ftp://x", "http://"),
        ("RUST_LOG", "a=b=c", "is not valid"),
    ] {
        let mut command = command(data.path(), &[]);
        command.env_remove("FABLEWRIGHT_ADDR").env(variable, value);
        let said = refusal(&mut command).await;
        assert!(said.contains(variable) && said.contains(told), "{said}");
        assert!(!said.contains("--log"), "{said}");
    }
    let said = refusal(&mut command(data.path(), &["--workers", "65"])).await;
    assert!(
        said.contains("--workers") && said.contains("from 0 to 64"),
        "{said}"
    );
    let long = data.path().join("folder/".repeat(80));
    let said = refusal(&mut command(&long, &["--addr", "127.0.0.1:0"])).await;
    assert!(
        said.contains("too long") && said.contains("--data"),
        "{said}"
    );
    let mut by_variable = Command::new(Binary::path());
    by_variable
        .args(["--addr", "127.0.0.1:0"])
        .env("FABLEWRIGHT_DATA", &long)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let said = refusal(&mut by_variable).await;
    assert!(said.contains("with FABLEWRIGHT_DATA"), "{said}");
    let mut few = Command::new("sh");
    few.args(["-c", "ulimit -n 20; exec \"$0\" \"$@\""])
        .arg(Binary::path())
        .args(["--addr", "127.0.0.1:0", "--data"])
        .arg(data.path());
    few.stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let said = refusal(&mut few).await;
    assert!(said.contains("ulimit -n"), "{said}");
}

#[tokio::test]
async fn a_name_is_answered_where_it_was_allowed() {
    let data = tempfile::tempdir().unwrap();
    let args = ["--addr", "127.0.0.1:0", "--allow-host", "studio.home.arpa"];
    let studio = Binary::launch(command(data.path(), &args)).await;
    let asked = async |host: &str| {
        let request = studio
            .client
            .request(reqwest::Method::GET, "/healthz")
            .header("host", host);
        request.send().await.unwrap().status().as_u16()
    };
    assert_eq!(asked("studio.home.arpa").await, 200);
    assert_eq!(asked("other.home.arpa").await, 403);
    studio.terminate().await;
}

#[tokio::test]
async fn a_data_folder_that_lost_its_database_is_told_with_its_backup() {
    let data = tempfile::tempdir().unwrap();
    let studio = Binary::start(data.path(), "0").await;
    let story = studio.client.story(1).await;
    // The first backup comes by itself, once there is something to copy.
    let backups = data.path().join("backups");
    let is_done = || {
        let names = fs::read_dir(&backups)
            .into_iter()
            .flatten()
            .flatten()
            .map(|file| file.path());
        names
            .filter(|name| name.extension().is_some_and(|end| end == "db"))
            .count()
            == 1
    };
    let start = std::time::Instant::now();
    while !is_done() {
        assert!(start.elapsed().as_secs() < 90, "no backup was made");
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert_eq!(studio.terminate().await.code(), Some(0));
    let database = data.path().join("fablewright.db");
    fs::remove_file(&database).unwrap();
    let said = refusal(&mut command(data.path(), &["--addr", "127.0.0.1:0"])).await;
    assert!(
        said.contains("missing") && said.contains("backups"),
        "{said}"
    );
    let backup = fs::read_dir(&backups)
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    assert!(said.contains(backup.to_str().unwrap()), "{said}");
    fs::copy(&backup, &database).unwrap();
    let studio = Binary::start(data.path(), "0").await;
    assert_eq!(studio.client.get(&story).await.0, 200);
    studio.terminate().await;
}
