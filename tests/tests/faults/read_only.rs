//! A database that can be read but not written.

use crate::{
    machine::{ImmutableFiles, SmallDisk, catch_up, one_line, take_next},
    scenario::{FaultRow, ScenarioOutcome},
};
use serde_json::json;
use tests::{Binary, Mirror};

pub(crate) async fn at_the_start() -> ScenarioOutcome {
    let disk = SmallDisk::mount(24)?;
    let studio = Binary::start(disk.path(), "0").await;
    let story = studio.client.story(1).await;
    let run = studio
        .client
        .start(&story, json!({"kind": "chapter", "chapter": 1}))
        .await;
    studio.client.ended(&run).await;
    let text = studio
        .client
        .text(&format!("{story}/chapters/1/text"))
        .await;
    studio.terminate().await;

    disk.set_read_only(true);
    let refused = Binary::output(&mut Binary::command(disk.path())).await;
    let says = one_line(&refused);
    assert!(
        says.contains("is not writable") && says.contains("--data"),
        "{says}"
    );
    disk.set_read_only(false);
    let studio = Binary::start(disk.path(), "0").await;
    assert_eq!(
        studio
            .client
            .text(&format!("{story}/chapters/1/text"))
            .await,
        text
    );
    studio.terminate().await;
    Ok(vec![FaultRow {
        fault: "read-only disk",
        done: "the studio was started on a disk mounted read-only".to_owned(),
        studio: "refused to start, exit status 2 and one line: “The data folder … is not writable \
                 (Read-only file system …). Choose another folder with --data.”"
            .to_owned(),
        checked: "when mounted writable again, the studio starts and has every text".to_owned(),
        lost: "none".to_owned(),
    }])
}

pub(crate) async fn while_it_writes() -> ScenarioOutcome {
    let data = tempfile::tempdir().unwrap();
    let studio = Binary::start(data.path(), "700").await;
    let client = studio.client.clone();
    let story = client.story(1).await;
    let run = client
        .start(&story, json!({"kind": "chapter", "chapter": 1}))
        .await;
    let id = run.rsplit('/').next().unwrap().to_owned();
    let mut mirror = Mirror::default();
    let mut events = client.events("/api/v1/events", Some(0)).await;
    while mirror.text(&id, 1).len() < 300 {
        take_next(&mut mirror, &mut events).await;
    }
    let files = ["fablewright.db", "fablewright.db-wal"].map(|name| data.path().join(name));
    let frozen = ImmutableFiles::make(&files)?;
    let (status, refused) = client.post(&format!("{run}/pause"), json!({})).await;
    assert_eq!(status, 503, "{refused}");
    assert_eq!(refused["code"], "read_only");
    let says = refused["detail"].as_str().unwrap().to_owned();
    let (status, draft) = client.get(&format!("{run}/draft")).await;
    assert_eq!(status, 200);
    assert!(
        draft["text"]
            .as_str()
            .unwrap()
            .starts_with(mirror.text(&id, 1))
    );
    assert_eq!(client.get("/readyz").await.0, 503);
    drop(frozen);
    while mirror.runs[&id]["status"] != "succeeded" {
        take_next(&mut mirror, &mut events).await;
        assert_ne!(mirror.runs[&id]["status"], "failed", "{}", mirror.runs[&id]);
    }
    catch_up(&mut mirror, &mut events, &client).await;
    assert_eq!(mirror.runs[&id]["attempt"], 1);
    let text = client.text(&format!("{story}/chapters/1/text")).await;
    assert_eq!(text, mirror.text(&id, 1));
    studio.terminate().await;
    Ok(vec![FaultRow {
        fault: "read-only database",
        done: "the database's files were made immutable (`chattr +i`) while a chapter was written"
            .to_owned(),
        studio: format!(
            "answered the change with 503: “{says}”, reads as before, `/readyz` with 503; the run continued \
             by itself when the files were writable again"
        ),
        checked:
            "no told text is missing; every event number occurs once; no attempt was counted; the \
                  chapter is the told text"
                .to_owned(),
        lost: "0 bytes of told text".to_owned(),
    }])
}
