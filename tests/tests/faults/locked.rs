//! Somebody else has the database.

use crate::{
    machine::{EventWatch, catch_up, one_line, take_next},
    scenario::{FaultRow, ScenarioOutcome},
};
use serde_json::json;
use sqlx::{Connection as _, SqliteConnection};
use std::{
    path::Path,
    time::{Duration, Instant},
};
use tests::{Binary, Client, Mirror};

/// A request may wait for the writers before it, and then for the lock: 5 s each.
const ANSWERED_IN: Duration = Duration::from_secs(11);

pub(crate) async fn by_another_program() -> ScenarioOutcome {
    let data = tempfile::tempdir().unwrap();
    let studio = Binary::start(data.path(), "700").await;
    let url = format!("sqlite://{}/fablewright.db", data.path().display());
    let mut other = SqliteConnection::connect(&url).await.unwrap();
    let mut watch = EventWatch {
        mirror: Mirror::default(),
        events: studio.client.events("/api/v1/events", Some(0)).await,
    };
    let says = the_lock_is_released_while_it_runs(&studio.client, &mut other, &mut watch).await;
    it_is_ended_while_it_is_locked(data.path(), studio, other, watch).await;
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

/// Starts a chapter, and waits until some of it was told: the story, the run's path and its id.
async fn begun_chapter(client: &Client, watch: &mut EventWatch) -> (String, String, String) {
    let story = client.story(1).await;
    let run = client
        .start(&story, json!({"kind": "chapter", "chapter": 1}))
        .await;
    let id = run.rsplit('/').next().unwrap().to_owned();
    watch.until_told(&id, 300).await;
    (story, run, id)
}

/// Locks the database while a chapter is written; returns how the studio refused a change.
async fn the_lock_is_released_while_it_runs(
    client: &Client,
    other: &mut SqliteConnection,
    watch: &mut EventWatch,
) -> String {
    let (story, run, id) = begun_chapter(client, watch).await;
    let EventWatch { mirror, events } = watch;

    lock(other).await;
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
    unlock(other).await;

    while mirror.runs[&id]["status"] != "succeeded" {
        take_next(mirror, events).await;
        assert_ne!(mirror.runs[&id]["status"], "failed", "{}", mirror.runs[&id]);
    }
    catch_up(mirror, events, client).await;
    assert_eq!(mirror.runs[&id]["attempt"], 1, "a lock costs no attempt");
    let text = client.text(&format!("{story}/chapters/1/text")).await;
    assert_eq!(text, mirror.text(&id, 1));
    says
}

/// Ends the studio by a signal while it can't store anything; the next one continues the chapter.
async fn it_is_ended_while_it_is_locked(
    data: &Path,
    studio: Binary,
    mut other: SqliteConnection,
    mut watch: EventWatch,
) {
    let (story, _, id) = begun_chapter(&studio.client, &mut watch).await;
    let EventWatch {
        mut mirror,
        mut events,
    } = watch;
    lock(&mut other).await;
    let began = Instant::now();
    let ended = studio.terminate().await;
    let took = began.elapsed();
    assert_eq!(ended.code(), Some(0));
    assert!(took < Duration::from_secs(5), "{took:?}");
    unlock(&mut other).await;
    other.close().await.unwrap();
    while let Some((seq, name, data)) = events.next().await {
        mirror.apply(seq, &name, &data);
    }
    let studio = Binary::start(data, "0").await;
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
}

async fn lock(database: &mut SqliteConnection) {
    let begin = sqlx::query("BEGIN EXCLUSIVE").execute(database).await;
    begin.unwrap();
}

async fn unlock(database: &mut SqliteConnection) {
    sqlx::query("ROLLBACK").execute(database).await.unwrap();
}

pub(crate) async fn by_a_second_studio() -> ScenarioOutcome {
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
        studio: "refused to start, exit status 2 and one line: “Another Fablewright is using the data folder …: a \
                 studio, or a command such as `fablewright run watch`. Stop it with Ctrl-C or wait until it has ended, or \
                 choose another folder with --data.”"
            .to_owned(),
        checked: "the first studio continues and writes a chapter; the folder is free once that studio is \
                  killed".to_owned(),
        lost: "none".to_owned(),
    }])
}
