//! Somebody else has the database.

use crate::{
    machine::{catch_up, one_line, take_next},
    scenario::{FaultRow, ScenarioOutcome},
};
use serde_json::json;
use sqlx::{Connection as _, SqliteConnection};
use std::time::{Duration, Instant};
use tests::{Binary, Mirror};

/// A request may wait for the writers before it, and then for the lock: 5 s each.
const ANSWERED_IN: Duration = Duration::from_secs(11);

pub async fn by_another_program() -> ScenarioOutcome {
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

    let url = format!("sqlite://{}/fablewright.db", data.path().display());
    let mut other = SqliteConnection::connect(&url).await.unwrap();
    sqlx::query("BEGIN EXCLUSIVE")
        .execute(&mut other)
        .await
        .unwrap();
    let began = Instant::now();
    let (status, refused) = client.post(&format!("{run}/pause"), json!({})).await;
    assert!(began.elapsed() < ANSWERED_IN, "{:?}", began.elapsed());
    assert_eq!(status, 503, "{refused}");
    assert_eq!(refused["code"], "locked");
    let says = refused["detail"].as_str().unwrap().to_owned();
    let began = Instant::now();
    let (status, draft) = client.get(&format!("{run}/draft")).await;
    assert_eq!(status, 200, "reading needs no lock");
    assert!(began.elapsed() < Duration::from_secs(1));
    assert!(
        draft["text"]
            .as_str()
            .unwrap()
            .starts_with(mirror.text(&id, 1))
    );
    sqlx::query("ROLLBACK").execute(&mut other).await.unwrap();

    while mirror.runs[&id]["status"] != "succeeded" {
        take_next(&mut mirror, &mut events).await;
        assert_ne!(mirror.runs[&id]["status"], "failed", "{}", mirror.runs[&id]);
    }
    catch_up(&mut mirror, &mut events, &client).await;
    assert_eq!(mirror.runs[&id]["attempt"], 1, "a lock costs no attempt");
    let text = client.text(&format!("{story}/chapters/1/text")).await;
    assert_eq!(text, mirror.text(&id, 1));

    // A signal meanwhile: it can't put anything in order, and ends all the same.
    let story = client.story(1).await;
    let run = client
        .start(&story, json!({"kind": "chapter", "chapter": 1}))
        .await;
    let id = run.rsplit('/').next().unwrap().to_owned();
    while mirror.text(&id, 1).len() < 300 {
        take_next(&mut mirror, &mut events).await;
    }
    sqlx::query("BEGIN EXCLUSIVE")
        .execute(&mut other)
        .await
        .unwrap();
    let began = Instant::now();
    let ended = studio.terminate().await;
    let took = began.elapsed();
    assert_eq!(ended.code(), Some(0));
    assert!(took < Duration::from_secs(5), "{took:?}");
    sqlx::query("ROLLBACK").execute(&mut other).await.unwrap();
    other.close().await.unwrap();
    while let Some((seq, name, data)) = events.next().await {
        mirror.apply(seq, &name, &data);
    }
    let studio = Binary::start(data.path(), "0").await;
    let mut events = studio
        .client
        .events("/api/v1/events", Some(mirror.last))
        .await;
    while mirror.runs[&id]["status"] != "succeeded" {
        take_next(&mut mirror, &mut events).await;
    }
    catch_up(&mut mirror, &mut events, &studio.client).await;
    let text = studio
        .client
        .text(&format!("{story}/chapters/1/text"))
        .await;
    assert_eq!(text, mirror.text(&id, 1));
    Ok(vec![FaultRow {
        fault: "database locked",
        done:
            "another program held `BEGIN EXCLUSIVE` for longer than the studio waits (5 s) while a \
               chapter was written; once more during SIGTERM"
                .to_owned(),
        studio: format!(
            "answered the change with 503: “{says}”, reads at once; the run continued by itself when the \
             lock was released; SIGTERM ended the studio in less than 5 s with status 0"
        ),
        checked:
            "no told text is missing; every event number occurs once; no attempt was counted; the \
                  chapter is the told text, before and after"
                .to_owned(),
        lost: "0 bytes of told text".to_owned(),
    }])
}

pub async fn by_a_second_studio() -> ScenarioOutcome {
    let data = tempfile::tempdir().unwrap();
    let studio = Binary::start(data.path(), "0").await;
    let story = studio.client.story(1).await;
    let second = Binary::output(&mut Binary::command(data.path())).await;
    let says = one_line(&second);
    assert!(
        says.contains("Another Fablewright is using the data folder"),
        "{says}"
    );
    // The first does not notice.
    let run = studio
        .client
        .start(&story, json!({"kind": "chapter", "chapter": 1}))
        .await;
    assert_eq!(studio.client.ended(&run).await["status"], "succeeded");
    studio.kill().await;
    // The lock dies with its process.
    Binary::start(data.path(), "0").await.terminate().await;
    Ok(vec![FaultRow {
        fault: "two studios on one folder",
        done: "a second process started on a data folder in use".to_owned(),
        studio: "refused to start, exit status 2 and one line: “Another Fablewright is using the data folder …. Stop \
                 it, or choose another folder with --data.”"
            .to_owned(),
        checked: "the first studio continues and writes a chapter; the folder is free once that studio is \
                  killed".to_owned(),
        lost: "none".to_owned(),
    }])
}
