//! Search: what the author has now, and nothing else.

use crate::support::{builtin, database, ended, open, sql, story};
use domain::{NewRun, RunKind, SearchHit, SearchKind, StoryId};
use engine::{Engine, Error};
use sqlx::{Connection as _, SqliteConnection, sqlite::SqliteConnectOptions};
use std::{path::Path, sync::Arc};
use storyteller::BuiltIn;

async fn search(engine: &Engine, of: Option<StoryId>, query: &str) -> Vec<SearchHit> {
    let page = engine.search(of, query, 200, None).await.unwrap();
    assert_eq!(page.next, None);
    page.items
}

/// What is in the index and no text of the author, and the reverse; how many texts are in both.
async fn differences(folder: &Path) -> (Vec<String>, i64) {
    let options = SqliteConnectOptions::new().filename(database(folder));
    let mut sql = SqliteConnection::connect_with(&options).await.unwrap();
    let wrong = sqlx::query_scalar(
        "SELECT kind || ' ' || subject_id FROM (SELECT kind, subject_id, story_id FROM search_docs \
           EXCEPT SELECT kind, subject_id, story_id FROM search_texts) \
         UNION ALL SELECT 'missing ' || kind || ' ' || subject_id FROM (SELECT kind, subject_id, story_id \
           FROM search_texts EXCEPT SELECT kind, subject_id, story_id FROM search_docs)",
    );
    let wrong = wrong.fetch_all(&mut sql).await.unwrap();
    // The index itself is whole and has a row for each of them.
    sqlx::query("INSERT INTO search_words (search_words) VALUES ('integrity-check')")
        .execute(&mut sql)
        .await
        .unwrap();
    let count = sqlx::query_scalar(
        "SELECT COUNT(*) FROM search_docs d JOIN search_words_docsize w ON w.id & 4294967295 = d.id",
    );
    (wrong, count.fetch_one(&mut sql).await.unwrap())
}

#[tokio::test]
async fn what_a_run_wrote_is_found_and_its_earlier_texts_are_not() {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(folder.path(), Arc::new(BuiltIn::new(0.0)), 2).await;
    let id = story(&engine, 2).await.id;
    let all = NewRun::of(RunKind::AllChapters);
    let run = engine.start(id, all, None).await.unwrap();
    ended(&engine, run.id).await;
    let text = engine.current_revision(id, 2).await.unwrap().unwrap().text;
    let phrase: String = text.chars().skip(400).take(60).collect();
    let found = search(&engine, None, &phrase).await;
    let hit = found
        .iter()
        .find(|hit| (hit.kind, hit.chapter) == (SearchKind::Text, Some(2)))
        .unwrap();
    let at = usize::try_from(hit.offset).unwrap();
    assert!(text[at..].starts_with(phrase.split_whitespace().next().unwrap()));
    assert!(hit.snippet.before.starts_with('…') && hit.snippet.after.ends_with('…'));
    let world = engine.world(id).await.unwrap();
    let name = world.entities[0].name.clone();
    let found = search(&engine, Some(id), &name.to_uppercase()).await;
    assert!(
        found
            .iter()
            .any(|hit| hit.subject == world.entities[0].id.0)
    );
    let version = engine.chapter(id, 2).await.unwrap().version;
    let saved = engine.save_text(id, 2, "Mine alone.".to_owned(), version);
    saved.await.unwrap();
    let found = search(&engine, Some(id), &phrase).await;
    assert!(found.iter().all(|hit| hit.chapter != Some(2)));
    let copy = engine.duplicate_story(id).await.unwrap().id;
    assert_eq!(search(&engine, Some(copy), "mine alone").await.len(), 1);
    let (wrong, count) = differences(folder.path()).await;
    assert_eq!(wrong, Vec::<String>::new());
    assert!(count > 15, "{count}");
    engine.shut_down().await;
}

#[tokio::test]
async fn a_query_that_cannot_be_answered_says_what_to_change() {
    let (_folder, engine) = builtin().await;
    let id = story(&engine, 1).await.id;
    let long = "x".repeat(201);
    for (query, from, says) in [
        ("", None, "at least one character"),
        (" \n ", None, "at least one character"),
        (long.as_str(), None, "201 characters, but at most 200"),
        ("lamp", Some("x".to_owned()), "`after`"),
    ] {
        let refused = engine.search(Some(id), query, 10, from).await;
        let Err(Error::Invalid(sentence)) = refused else {
            panic!("{query:?}: {refused:?}")
        };
        assert!(sentence.contains(says), "{sentence}");
    }
    let longest = search(&engine, Some(id), &long[..200]).await;
    assert_eq!(longest, []);
}

#[tokio::test]
async fn values_that_cannot_be_read_are_found_as_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(folder.path(), Arc::new(BuiltIn::new(0.0)), 0).await;
    let id = story(&engine, 2).await.id;
    engine.shut_down().await;
    drop(engine);
    let statements = "UPDATE stories SET brief = '{\"premise\": \"cut o'; \
        UPDATE chapters SET outline = 'no list at all' WHERE number = 2; \
        UPDATE chapters SET outline = '{\"a\": [1, \"nested beat\"]}', \
          title = CAST(x'ff4142434445' AS TEXT) WHERE number = 1; \
        INSERT INTO entities (id, story_id, kind, name, traits) \
          SELECT '0197a7c4-0000-7000-8000-000000000000', id, 'person', 'Mara', '\"half' FROM stories";
    sql(folder.path(), statements).await;
    let engine = open(folder.path(), Arc::new(BuiltIn::new(0.0)), 0).await;
    for (query, kind) in [
        ("premise\": \"cut", SearchKind::Story),
        ("no list at all", SearchKind::Outline),
        ("nested beat", SearchKind::Outline),
        ("abcde", SearchKind::Outline),
        ("ab", SearchKind::Outline),
        ("\"half", SearchKind::Entity),
    ] {
        let found = search(&engine, Some(id), query).await;
        let found: Vec<_> = found.iter().map(|hit| hit.kind).collect();
        assert_eq!(found, [kind], "{query}");
    }
    engine.shut_down().await;
    assert_eq!(differences(folder.path()).await.0, Vec::<String>::new());
}

#[tokio::test]
async fn a_database_without_an_index_gets_one() {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(folder.path(), Arc::new(BuiltIn::new(0.0)), 0).await;
    let id = story(&engine, 1).await.id;
    let version = engine.chapter(id, 1).await.unwrap().version;
    let saved = engine.save_text(id, 1, "The comet fell.".to_owned(), version);
    saved.await.unwrap();
    engine.shut_down().await;
    drop(engine);
    // As it was before there was a search.
    let triggers: Vec<String> = {
        let options = SqliteConnectOptions::new().filename(database(folder.path()));
        let mut sql = SqliteConnection::connect_with(&options).await.unwrap();
        let names = sqlx::query_scalar(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'search_%'",
        );
        names.fetch_all(&mut sql).await.unwrap()
    };
    let drops: String = triggers
        .iter()
        .map(|name| format!("DROP TRIGGER {name};"))
        .collect();
    let before = "DROP VIEW search_texts; DROP TABLE search_words; DROP TABLE search_docs; DROP TABLE search_stories; \
                  DROP TABLE replaced_parts; DROP TABLE replacements; \
                  DELETE FROM _sqlx_migrations WHERE version IN (15, 16, 19)";
    sql(folder.path(), &format!("{drops}{before}")).await;
    let engine = open(folder.path(), Arc::new(BuiltIn::new(0.0)), 0).await;
    let found = search(&engine, Some(id), "comet").await;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].snippet.before, "The ");
    assert_eq!(found[0].snippet.after, " fell.");
    engine.shut_down().await;
}

#[tokio::test]
async fn a_damaged_index_keeps_nobody_out_and_is_made_again() {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(folder.path(), Arc::new(BuiltIn::new(0.0)), 0).await;
    let id = story(&engine, 1).await.id;
    engine.shut_down().await;
    let damage = "UPDATE search_words_data SET block = zeroblob(40) WHERE id > 10";
    sql(folder.path(), damage).await;

    let engine = open(folder.path(), Arc::new(BuiltIn::new(0.0)), 0).await;
    let hits = search(&engine, None, "lighthouse keeper").await;
    assert!(hits.iter().any(|hit| hit.story == id), "{hits:?}");
    let (wrong, indexed) = differences(folder.path()).await;
    assert!(wrong.is_empty() && indexed > 0, "{wrong:?}");
    // It is kept up to date as before.
    let version = engine.story(id).await.unwrap().version;
    let patch = domain::StoryPatch {
        title: Some("Zanzibar".to_owned()),
        ..domain::StoryPatch::default()
    };
    engine.update_story(id, patch, version).await.unwrap();
    assert_eq!(search(&engine, None, "zanzibar").await.len(), 1);
}

#[tokio::test]
async fn a_phrase_is_found_whatever_white_space_its_text_has() {
    let (_folder, engine) = builtin().await;
    let id = story(&engine, 1).await.id;
    let version = engine.chapter(id, 1).await.unwrap().version;
    let edit = domain::TextEdit {
        text: "Il pleut\u{202f}! Elle\u{3000}rame.".to_owned(),
        finished: None,
    };
    engine.save_text(id, 1, edit, version).await.unwrap();
    for query in ["pleut !", "elle rame", "t !"] {
        assert_eq!(search(&engine, Some(id), query).await.len(), 1, "{query}");
    }
}
