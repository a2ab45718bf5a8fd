//! Studios that earlier builds made: everything the author has in them is there after the upgrade.
//!
//! `tests/earlier_builds/schema-N.sql` is the database that a build with `N` as its newest migration left behind when
//! it was killed in the middle of a chapter; `schema-N.json` is what that build's REST interface said was in it.
//! `tests/earlier_builds/make.py` makes both.

use crate::support::open;
use domain::{RevisionId, RunId, StoryId};
use serde::Deserialize;
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, sqlite::SqliteConnectOptions};
use std::{fs, path::PathBuf, sync::Arc};
use test_support::scripted::ScriptedModel;

/// What an earlier build said was in its studio.
#[derive(Deserialize)]
struct Known {
    story: StoryId,
    title: String,
    chapters: Vec<KnownChapter>,
    entities: Vec<KnownEntity>,
    facts: Vec<String>,
    rules: Vec<String>,
    /// The run that was killed, and what it had written.
    run: RunId,
    draft: String,
}

#[derive(Deserialize)]
struct KnownChapter {
    number: u32,
    title: String,
    outline: Vec<String>,
    text: String,
    revisions: Vec<KnownRevision>,
}

#[derive(Deserialize)]
struct KnownRevision {
    id: RevisionId,
    text: String,
}

#[derive(Deserialize, PartialEq, Debug)]
struct KnownEntity {
    name: String,
    description: String,
}

fn folder() -> PathBuf {
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/earlier_builds").into()
}

#[tokio::test]
async fn a_studio_of_every_earlier_build_keeps_all_its_texts() {
    let mut studios: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".sql").map(str::to_owned))
        .collect();
    studios.sort_unstable();
    assert!(studios.len() >= 6, "{studios:?}");
    for studio in studios {
        keeps_all(&studio).await;
    }
}

async fn keeps_all(studio: &str) {
    let read = |ending| fs::read_to_string(folder().join(format!("{studio}.{ending}"))).unwrap();
    let known: Known = serde_json::from_str(&read("json")).unwrap();
    let data = tempfile::tempdir().unwrap();
    // The rows come before the tables that they refer to.
    let options = SqliteConnectOptions::new()
        .filename(data.path().join("fablewright.db"))
        .create_if_missing(true)
        .foreign_keys(false);
    let mut sql = options.connect().await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(read("sql")))
        .execute(&mut sql)
        .await
        .unwrap();
    sql.close().await.unwrap();

    let (model, _script) = ScriptedModel::new();
    let engine = open(data.path(), Arc::new(model), 0).await;
    let story = known.story;
    assert_eq!(engine.story(story).await.unwrap().title, known.title);
    let chapters = engine.chapters(story).await.unwrap();
    assert_eq!(chapters.len(), known.chapters.len(), "{studio}");
    for (chapter, known) in chapters.iter().zip(&known.chapters) {
        let place = format!("{studio}, chapter {}", known.number);
        assert_eq!(chapter.number, known.number, "{place}");
        assert_eq!(chapter.title, known.title, "{place}");
        assert_eq!(chapter.outline, known.outline, "{place}");
        let text = match chapter.revision {
            Some(id) => {
                let revision = engine.revision(story, chapter.number, id).await;
                revision.unwrap().text
            }
            None => String::new(),
        };
        assert_eq!(text, known.text, "{place}");
        for before in &known.revisions {
            let now = engine.revision(story, chapter.number, before.id);
            assert_eq!(now.await.unwrap().text, before.text, "{place}");
        }
    }
    let world = engine.world(story).await.unwrap();
    let entities: Vec<KnownEntity> = world
        .entities
        .into_iter()
        .map(|entity| KnownEntity {
            name: entity.name,
            description: entity.description,
        })
        .collect();
    assert_eq!(entities, known.entities, "{studio}");
    let facts: Vec<_> = world.facts.into_iter().map(|fact| fact.text).collect();
    assert_eq!(facts, known.facts, "{studio}");
    let rules: Vec<_> = world.rules.into_iter().map(|rule| rule.text).collect();
    assert_eq!(rules, known.rules, "{studio}");
    // The run that was killed waits for its turn, with all that it had written.
    let draft = engine.draft(known.run).await.unwrap().unwrap();
    assert_eq!(draft.text, known.draft, "{studio}");
    let status = engine.run(known.run).await.unwrap().status;
    assert!(!status.is_ended(), "{studio}: {status:?}");
}
