//! The examples of `docs/api.md` work as they are written.

use std::{path::Path, process::Stdio};
use tests::{InProcess, skipped};
use tokio::process::Command;

/// The blocks of one language, one after the other.
fn blocks(language: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/api.md");
    let text = std::fs::read_to_string(path).unwrap();
    let (begin, mut inside, mut code) = (format!("```{language}"), false, String::new());
    for line in text.lines() {
        match line {
            "```" => inside = false,
            line if line == begin => inside = true,
            line if inside => code.extend([line, "\n"]),
            _ => {}
        }
    }
    assert!(code.lines().count() > 10, "{language}: {code}");
    code
}

/// Whether a program is installed. Without it, the test that asks counts as skipped and has to return.
async fn has(program: &str) -> bool {
    let mut command = Command::new(program);
    let is_there = command.arg("--version").output().await.is_ok();
    if !is_there {
        skipped(&format!("{program} is not installed"));
    }
    is_there
}

/// What the blocks print when they run against a studio.
async fn run(program: &str, flag: &str, code: &str) -> String {
    let studio = InProcess::builtin().await;
    let mut command = Command::new(program);
    command
        .args([flag, code])
        .env("STUDIO", &studio.client.base);
    let output = command.stdin(Stdio::null()).output().await.unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}\n{output:?}");
    said
}

#[tokio::test(flavor = "multi_thread")]
async fn the_examples_for_curl_work() {
    if !has("curl").await {
        return;
    }
    let printed = run("sh", "-c", &blocks("sh")).await;
    assert!(printed.len() > 100, "{printed}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_example_in_python_works() {
    if !has("python3").await {
        return;
    }
    let printed = run("python3", "-c", &blocks("python")).await;
    assert!(printed.trim_end().ends_with("succeeded"), "{printed}");
    assert!(printed.split_whitespace().count() > 200, "{printed}");
}
