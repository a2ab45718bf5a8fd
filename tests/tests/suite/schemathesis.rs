//! The API against its own description: requests made from the OpenAPI document, to the real binary. No answer may be a
//! failure of the studio or contradict the document.
//!
//! `cargo xtask test` installs Schemathesis and says where in `FABLEWRIGHT_SCHEMATHESIS`. `tests/schemathesis.toml` says
//! what is asked and for how long. A failure prints a request that repeats it.

use serde_json::{Value, json};
use std::{path::Path, time::Duration};
use tests::{Binary, Client, skipped};
use tokio::process::Command;

/// Longer than all of it takes on a busy machine.
const LIMIT: Duration = Duration::from_secs(300);

async fn made(client: &Client, path: &str, body: Value) -> String {
    let (status, made) = client.post(path, body).await;
    assert_eq!(status, 201, "{path}: {made}");
    made["id"].as_str().unwrap().to_owned()
}

/// A story with a run, texts and a world: the ids that requests name, under the names that the configuration has.
async fn known_ids(client: &Client) -> Vec<(&'static str, String)> {
    let story = client.story(2).await;
    let run = client.start(&story, json!({"kind": "all_chapters"})).await;
    assert_eq!(client.ended(&run).await["status"], "succeeded");
    let (_, chapter) = client.get(&format!("{story}/chapters/1")).await;
    let part = |list: &str| format!("{story}/world/{list}");
    let person = |name: &str| json!({"kind": "person", "name": name});
    let ann = made(client, &part("entities"), person("Ann")).await;
    let bob = made(client, &part("entities"), person("Bob")).await;
    let relation = json!({"from": ann, "to": bob, "label": "sister of"});
    let relation = made(client, &part("relations"), relation).await;
    let rule = made(client, &part("rules"), json!({"text": "Nobody flies."})).await;
    let fact = made(client, &part("facts"), json!({"text": "Ann left."})).await;
    let last = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    vec![
        ("STORY", last(&story)),
        ("RUN", last(&run)),
        ("REVISION", chapter["revision"].as_str().unwrap().to_owned()),
        ("ENTITY", ann),
        ("RELATION", relation),
        ("RULE", rule),
        ("FACT", fact),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn no_answer_contradicts_the_document() {
    let Some(home) = std::env::var_os("FABLEWRIGHT_SCHEMATHESIS") else {
        skipped("run it with `cargo xtask test`, which installs Schemathesis");
        return;
    };
    let data = tempfile::tempdir().unwrap();
    let studio = Binary::start(data.path(), "0").await;
    let config = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemathesis.toml");
    let mut command = Command::new(Path::new(&home).join("bin/schemathesis"));
    command
        .arg("--config-file")
        .arg(config)
        .args(["run", "--no-color"])
        .arg(format!("{}/api/openapi.json", studio.client.base))
        .envs(known_ids(&studio.client).await)
        // It keeps files beside where it is.
        .current_dir(data.path())
        .kill_on_drop(true);
    let ended = tokio::time::timeout(LIMIT, command.output()).await;
    let output = ended.expect("it ends in time").unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}\n{output:?}");
    // A configuration that selects nothing would succeed, too.
    let cases = said.lines().find_map(|line| {
        let (number, rest) = line.trim().split_once(' ')?;
        rest.starts_with("generated")
            .then(|| number.parse::<u32>().ok())?
    });
    assert!(cases.is_some_and(|cases| cases > 100), "{said}");
}
