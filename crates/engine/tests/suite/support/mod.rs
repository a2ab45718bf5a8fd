//! An engine over a real SQLite file in a folder of its own.

#![allow(dead_code, clippy::unwrap_used, missing_docs)]

pub(crate) mod measured;

use domain::{Brief, Event, EventBody, NewStory, Run, RunId, Story};
use engine::{
    Engine, EngineOptions,
    model::{Assignment, Call, LanguageModel},
};
use futures::StreamExt as _;
use sqlx::{Connection as _, SqliteConnection, sqlite::SqliteConnectOptions};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};
use store_sqlite::SqliteStore;
use storyteller::BuiltIn;
use tempfile::TempDir;
use test_support::scripted::{Script, ScriptedCall, ScriptedModel};

pub(crate) async fn open(folder: &Path, model: Arc<dyn LanguageModel>, workers: usize) -> Engine {
    over(
        Arc::new(SqliteStore::open(folder).await.unwrap()),
        model,
        workers,
    )
    .await
}

pub(crate) async fn over(
    store: Arc<SqliteStore>,
    model: Arc<dyn LanguageModel>,
    workers: usize,
) -> Engine {
    let data = "test".to_owned();
    Engine::start_up(EngineOptions {
        workers,
        data,
        ..EngineOptions::new(store, model)
    })
    .await
    .unwrap()
}

/// An engine whose model the test moves step by step.
pub(crate) async fn scripted() -> (TempDir, Engine, Script) {
    let folder = tempfile::tempdir().unwrap();
    let (model, script) = ScriptedModel::new();
    let engine = open(folder.path(), Arc::new(model), 2).await;
    (folder, engine, script)
}

/// An engine with the built-in writer at full speed.
pub(crate) async fn builtin() -> (TempDir, Engine) {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(folder.path(), Arc::new(BuiltIn::new(0.0)), 2).await;
    (folder, engine)
}

pub(crate) async fn story(engine: &Engine, chapters: u32) -> Story {
    let premise = "a lighthouse keeper who hears her dead brother on the radio".to_owned();
    let brief = Brief {
        premise,
        chapters,
        ..Brief::default()
    };
    engine
        .create_story(NewStory {
            brief,
            ..NewStory::default()
        })
        .await
        .unwrap()
}

/// The longest wait for what happens next: then something is stuck.
const TIMEOUT: Duration = Duration::from_secs(120);

async fn in_time<T>(next: impl Future<Output = T>) -> T {
    let next = tokio::time::timeout(TIMEOUT, next).await;
    next.expect("something happens")
}

/// Waits, without sleeping, until a run is as asked for.
pub(crate) async fn until(engine: &Engine, id: RunId, wanted: impl Fn(&Run) -> bool) -> Run {
    let mut events = engine.follow(Some(0), Some(id)).await.unwrap();
    while let Some(event) = in_time(events.next()).await {
        if let EventBody::Run(run) = &event.unwrap().body
            && wanted(run)
        {
            return (**run).clone();
        }
    }
    panic!("the engine ended before run {id} was as wanted");
}

pub(crate) async fn ended(engine: &Engine, id: RunId) -> Run {
    until(engine, id, |run| run.status.is_ended()).await
}

/// Answers every call as the built-in writer would, until a run has ended.
pub(crate) async fn played(engine: &Engine, script: &mut Script, id: RunId) -> Run {
    let play = async {
        loop {
            script.next_call().await.play().await;
        }
    };
    tokio::select! {
        run = ended(engine, id) => run,
        () = play => unreachable!(),
    }
}

/// Waits until this much text of a run is in the store and told.
pub(crate) async fn written(engine: &Engine, id: RunId, text: &str) {
    let mut events = engine.follow(Some(0), Some(id)).await.unwrap();
    let mut seen = String::new();
    while let Some(event) = in_time(events.next()).await {
        match &event.unwrap().body {
            EventBody::Text { offset, text, .. } => {
                seen.truncate(usize::try_from(*offset).unwrap());
                seen.push_str(text);
            }
            EventBody::Rewind { offset, .. } => seen.truncate(usize::try_from(*offset).unwrap()),
            _ => {}
        }
        if seen.ends_with(text) {
            return;
        }
    }
    panic!("the engine ended before the text was written");
}

/// All events stored so far.
pub(crate) async fn all_events(engine: &Engine) -> Vec<Event> {
    let last = engine.state().await.unwrap().seq;
    let mut events = engine.follow(Some(0), None).await.unwrap();
    let mut seen = Vec::new();
    while let Some(event) = events.next().await {
        let event = event.unwrap();
        seen.push((*event).clone());
        if event.seq == last {
            break;
        }
    }
    seen
}

pub(crate) fn is_draft(call: &Call) -> bool {
    matches!(call.assignment, Assignment::Draft { .. })
}

/// Plays the script up to the first call for prose.
pub(crate) async fn first_draft(script: &mut Script) -> ScriptedCall {
    script.play_until(is_draft).await
}

/// The database in a data folder.
pub(crate) fn database(folder: &Path) -> PathBuf {
    folder.join("fablewright.db")
}

/// Runs statements on a database from outside.
pub(crate) async fn sql(folder: &Path, statement: &str) {
    let options = SqliteConnectOptions::new().filename(database(folder));
    let mut sql = SqliteConnection::connect_with(&options).await.unwrap();
    let statement = sqlx::AssertSqlSafe(statement.to_owned());
    sqlx::raw_sql(statement).execute(&mut sql).await.unwrap();
    sql.close().await.unwrap();
}
