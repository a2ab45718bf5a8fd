//! The real binary, killed and started again.

use serde_json::json;
use std::{fs, os::unix::fs::PermissionsExt as _, process::Output};
use tests::Binary;

#[tokio::test]
async fn a_killed_process_goes_on_by_itself_where_it_was() {
    let data = tempfile::tempdir().unwrap();
    let studio = Binary::start(data.path(), "400").await;
    let story = studio.client.story(2).await;
    let run = studio
        .client
        .start(&story, json!({"kind": "all_chapters"}))
        .await;
    studio.client.drafted(&run, 2, 600).await;
    let first = studio
        .client
        .text(&format!("{story}/chapters/1/text"))
        .await;
    let (_, before) = studio.client.get(&format!("{run}/draft")).await;
    studio.kill().await;

    let studio = Binary::start(data.path(), "0").await;
    let ended = studio.client.ended(&run).await;
    assert_eq!(ended["status"], "succeeded", "{ended}");
    assert_eq!(ended["attempt"], 2);
    assert_eq!(
        studio
            .client
            .text(&format!("{story}/chapters/1/text"))
            .await,
        first
    );
    // What was on disk when it died was gone on with: nothing was written twice or began again.
    let (_, state) = studio.client.get("/api/v1/state").await;
    let mut events = studio.client.events("/api/v1/events?after=0", None).await;
    let mut draft = String::new();
    let mut longest_before_edit = String::new();
    while let Some((seq, name, data)) = events.next().await {
        match name.as_str() {
            "text" if data["chapter"] == 2 => {
                let offset = usize::try_from(data["offset"].as_u64().unwrap()).unwrap();
                assert!(offset <= draft.len(), "no text is missing");
                draft.truncate(offset);
                draft.push_str(data["text"].as_str().unwrap());
            }
            "rewind" if data["chapter"] == 2 => {
                longest_before_edit = draft.clone();
                draft.truncate(usize::try_from(data["offset"].as_u64().unwrap()).unwrap());
            }
            _ => {}
        }
        if state["seq"] == seq {
            break;
        }
    }
    let whole = if longest_before_edit.is_empty() {
        draft
    } else {
        longest_before_edit
    };
    assert!(whole.starts_with(before["text"].as_str().unwrap()));
}

#[tokio::test]
async fn cancelled_in_chapter_two_killed_started_resumed_and_read() {
    let data = tempfile::tempdir().unwrap();
    let studio = Binary::start(data.path(), "400").await;
    let story = studio.client.story(3).await;
    let run = studio
        .client
        .start(&story, json!({"kind": "all_chapters"}))
        .await;
    studio.client.drafted(&run, 2, 600).await;
    studio
        .client
        .post(&format!("{run}/cancel"), json!({}))
        .await;
    assert_eq!(studio.client.ended(&run).await["status"], "cancelled");
    let partial = studio
        .client
        .text(&format!("{story}/chapters/2/text"))
        .await;
    assert!(partial.len() > 600);
    studio.kill().await;

    let studio = Binary::start(data.path(), "0").await;
    let (_, kept) = studio.client.get(&run).await;
    assert_eq!(
        kept["status"], "cancelled",
        "a cancelled run does not start by itself"
    );
    assert_eq!(
        studio
            .client
            .text(&format!("{story}/chapters/2/text"))
            .await,
        partial
    );
    studio
        .client
        .post(&format!("{run}/resume"), json!({}))
        .await;
    let finished = studio
        .client
        .until(&run, |run| {
            run["status"] == "succeeded" || run["status"] == "failed"
        })
        .await;
    assert_eq!(finished["status"], "succeeded", "{finished}");
    let (_, chapters) = studio.client.get(&format!("{story}/chapters")).await;
    for chapter in chapters["items"].as_array().unwrap() {
        assert_eq!(chapter["state"], "written");
        assert!(chapter["words"].as_u64().unwrap() >= 900);
    }
}

#[tokio::test]
async fn a_signal_ends_it_in_order_with_open_streams() {
    let data = tempfile::tempdir().unwrap();
    let studio = Binary::start(data.path(), "50").await;
    let client = studio.client.clone();
    let story = client.story(1).await;
    let run = client
        .start(&story, json!({"kind": "chapter", "chapter": 1}))
        .await;
    let mut stream = client.events("/api/v1/events", None).await;
    client.until(&run, |run| run["status"] == "running").await;
    let ended = studio.terminate().await;
    assert_eq!(ended.code(), Some(0));
    while stream.next().await.is_some() {}

    let studio = Binary::start(data.path(), "0").await;
    let ended = studio.client.ended(&run).await;
    assert_eq!(ended["status"], "succeeded");
    assert_eq!(ended["attempt"], 1, "a shutdown costs no attempt");
}

async fn refused(args: &[&str], data: &std::path::Path) -> Output {
    Binary::output(Binary::command(data).args(args)).await
}

fn assert_one_line(output: &Output, says: &str) {
    let stderr = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    assert_eq!(stderr.lines().count(), 1, "{stderr}");
    assert!(stderr.contains(says), "{stderr}");
}

#[tokio::test]
async fn what_cannot_be_started_says_why_in_one_line() {
    let data = tempfile::tempdir().unwrap();
    assert_one_line(
        &refused(&["--workers", "many"], data.path()).await,
        "--workers",
    );
    assert_one_line(&refused(&["--nonsense"], data.path()).await, "--nonsense");
    assert_one_line(
        &refused(&["--model", "telepathy"], data.path()).await,
        "telepathy",
    );
    let file = data.path().join("file");
    fs::write(&file, "in the way").unwrap();
    assert_one_line(&refused(&[], &file).await, "--data");

    let studio = Binary::start(data.path(), "0").await;
    assert_one_line(&refused(&[], data.path()).await, "Another Fablewright");
    let other = tempfile::tempdir().unwrap();
    let busy = studio
        .client
        .base
        .strip_prefix("http://")
        .unwrap()
        .to_owned();
    let output = Binary::output(Binary::command(other.path()).args(["--addr", &busy])).await;
    assert_one_line(&output, "--addr");
}

#[tokio::test]
async fn the_data_folder_is_for_its_owner_alone() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().join("new");
    let studio = Binary::start(&folder, "0").await;
    let mode = fs::metadata(&folder).unwrap().permissions().mode();
    assert_eq!(
        mode & 0o077,
        0,
        "others can't read the manuscripts: {mode:o}"
    );
    studio.terminate().await;
}
