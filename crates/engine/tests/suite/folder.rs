//! The data folder: what is refused at the start, what is kept before a change, and what can't be read.

use crate::support::{all_events, database, open, sql, story};
use domain::{BackupReason, EventBody, NoticeLevel, Preferences, Story};
use engine::{
    Engine, EngineOptions,
    store::{
        EventLog as _, MaintenanceStore as _, SettingsStore as _, StartupNotice, StoryStore as _,
    },
};
use sqlx::{Connection as _, SqliteConnection, sqlite::SqliteConnectOptions};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};
use store_sqlite::SqliteStore;
use storyteller::BuiltIn;
use tempfile::TempDir;

fn backups(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder.join("backups")).into_iter().flatten();
    files.map(|file| file.unwrap().path()).collect()
}

/// A folder that was used: with one story, closed in order.
async fn used() -> (TempDir, Story) {
    let folder = tempfile::tempdir().unwrap();
    let engine = idle(folder.path()).await;
    let story = story(&engine, 2).await;
    engine.shut_down().await;
    (folder, story)
}

async fn idle(folder: &Path) -> Engine {
    open(folder, Arc::new(BuiltIn::new(0.0)), 0).await
}

async fn refusal(folder: &Path) -> String {
    let error = SqliteStore::open(folder).await.unwrap_err();
    assert_eq!(error.code(), "unusable", "{error}");
    error.to_string()
}

#[tokio::test]
async fn a_folder_that_lost_its_database_is_no_empty_library() {
    let (folder, _) = used().await;
    fs::remove_file(database(folder.path())).unwrap();
    let said = refusal(folder.path()).await;
    assert!(
        said.contains("missing") && said.contains("Nothing was changed"),
        "{said}"
    );
    assert!(
        said.contains("no backup") && said.contains("--create-database"),
        "{said}"
    );
    assert!(!database(folder.path()).exists());
    fs::write(database(folder.path()), "").unwrap();
    let said = refusal(folder.path()).await;
    assert!(said.contains("empty (0 bytes)"), "{said}");
    assert_eq!(fs::metadata(database(folder.path())).unwrap().len(), 0);
    // Wanted, it begins anew.
    let store = SqliteStore::open_or_create(folder.path(), true)
        .await
        .unwrap();
    assert!(store.stories(10, None).await.unwrap().items.is_empty());
}

#[tokio::test]
async fn what_is_not_ours_is_left_alone() {
    let (folder, _) = used().await;
    let foreign = b"This is a letter, not a database. ".repeat(40);
    fs::write(database(folder.path()), &foreign).unwrap();
    let said = refusal(folder.path()).await;
    assert!(said.contains("not a database"), "{said}");
    assert_eq!(fs::read(database(folder.path())).unwrap(), foreign);
    fs::remove_file(database(folder.path())).unwrap();
    let options = SqliteConnectOptions::new()
        .filename(database(folder.path()))
        .create_if_missing(true);
    let mut other = SqliteConnection::connect_with(&options).await.unwrap();
    sqlx::raw_sql("PRAGMA application_id = 77; CREATE TABLE photos (id INTEGER)")
        .execute(&mut other)
        .await
        .unwrap();
    other.close().await.unwrap();
    let before = fs::read(database(folder.path())).unwrap();
    let said = refusal(folder.path()).await;
    assert!(said.contains("another program"), "{said}");
    assert_eq!(fs::read(database(folder.path())).unwrap(), before);
}

#[tokio::test]
async fn a_damaged_database_is_told_with_the_newest_backup_which_restores_it() {
    let (folder, story) = used().await;
    let store = SqliteStore::open(folder.path()).await.unwrap();
    let backup = store.back_up(BackupReason::Daily).await.unwrap();
    store.close().await;
    drop(store);
    let mut bytes = fs::read(database(folder.path())).unwrap();
    let whole = bytes.clone();
    // A page in the middle is overwritten.
    let at = bytes.len() / 4096 / 2 * 4096;
    bytes[at..at + 4096].fill(0x5a);
    fs::write(database(folder.path()), &bytes).unwrap();
    let said = refusal(folder.path()).await;
    assert!(
        said.contains("damaged") && said.contains(&backup.file),
        "{said}"
    );
    assert_eq!(fs::read(database(folder.path())).unwrap(), bytes);
    assert_ne!(bytes, whole);
    // By hand, as the README says; an old log beside it does no harm.
    fs::copy(&backup.file, database(folder.path())).unwrap();
    fs::write(folder.path().join("fablewright.db-wal"), b"of another file").unwrap();
    let engine = idle(folder.path()).await;
    assert_eq!(engine.story(story.id).await.unwrap().title, story.title);
    assert!(folder.path().join("fablewright.db-wal.old").exists());
    engine.shut_down().await;
}

#[tokio::test]
async fn a_backup_is_whole_private_and_one_file() {
    let (folder, story) = used().await;
    let store = SqliteStore::open(folder.path()).await.unwrap();
    assert_eq!(store.last_backup().await.unwrap(), None);
    assert_eq!(store.backups().await.unwrap(), []);
    let backup = store.back_up(BackupReason::Daily).await.unwrap();
    let last = store.last_backup().await.unwrap();
    let listed = store.backups().await.unwrap();
    assert_eq!(listed, std::slice::from_ref(&backup));
    assert_eq!(Some(backup.at), last);
    let file = PathBuf::from(&backup.file);
    assert_eq!(backup.bytes, fs::metadata(&file).unwrap().len());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(
            fs::metadata(&file).unwrap().permissions().mode() & 0o777,
            0o600
        );
    }
    assert_eq!(backups(folder.path()), std::slice::from_ref(&file));
    let elsewhere = tempfile::tempdir().unwrap();
    fs::copy(&file, database(elsewhere.path())).unwrap();
    let copy = SqliteStore::open(elsewhere.path()).await.unwrap();
    assert_eq!(copy.story(story.id).await.unwrap().brief, story.brief);
}

#[tokio::test]
async fn a_database_of_an_earlier_version_is_copied_before_it_is_changed() {
    let (folder, story) = used().await;
    // As it was before the last change of the schema.
    let last = "DELETE FROM _sqlx_migrations WHERE version = 14; DROP TABLE books; DROP TABLE covers; PRAGMA application_id = 0";
    sql(folder.path(), last).await;
    assert!(backups(folder.path()).is_empty());
    let store = SqliteStore::open(folder.path()).await.unwrap();
    assert_eq!(store.story(story.id).await.unwrap().title, story.title);
    assert_eq!(backups(folder.path()).len(), 1);
    drop(store);
    // Not again, where nothing is changed.
    let again = SqliteStore::open(folder.path()).await.unwrap();
    assert_eq!(backups(folder.path()).len(), 1);
    drop(again);
}

#[tokio::test]
async fn one_value_that_cannot_be_read_takes_nothing_else_with_it() {
    let (folder, broken) = used().await;
    let engine = idle(folder.path()).await;
    let whole = story(&engine, 1).await;
    engine.shut_down().await;
    let statements = format!(
        "UPDATE stories SET brief = '{{\"premise\": \"cut o' WHERE id = '{0}'; \
         UPDATE chapters SET outline = 'no list' WHERE story_id = '{0}' AND number = 2; \
         UPDATE chapters SET title = CAST(x'ff41' AS TEXT) WHERE story_id = '{0}' AND number = 1; \
         UPDATE settings SET preferences = '{{\"temperature\": \"warm\", \"chapter_words\": 900}}'",
        broken.id
    );
    sql(folder.path(), &statements).await;

    let engine = idle(folder.path()).await;
    let library = engine.stories(10, None).await.unwrap();
    assert_eq!(library.items.len(), 2);
    assert_eq!(engine.story(whole.id).await.unwrap().brief, whole.brief);
    let read = engine.story(broken.id).await.unwrap();
    assert!(
        read.brief.premise.contains("can't be read"),
        "{}",
        read.brief.premise
    );
    let chapters = engine.chapters(broken.id).await.unwrap();
    assert_eq!(chapters[0].title, "\u{fffd}A");
    assert!(chapters[1].outline[0].contains("can't be read"));
    let preferences = engine.settings().await.unwrap().preferences;
    let expected = Preferences {
        chapter_words: 900,
        ..Preferences::default()
    };
    assert_eq!(preferences, expected);
    engine.shut_down().await;
    drop(engine);

    let store = SqliteStore::open(folder.path()).await.unwrap();
    let told = store.unreadable().await.unwrap();
    assert_eq!(told.len(), 3, "{told:?}");
    // What others take the place of is kept.
    let brief = whole.brief.clone();
    store
        .update_story(broken.id, None, Some(brief.clone()), broken.version)
        .await
        .unwrap();
    store
        .save_preferences(&Preferences::default(), 1)
        .await
        .unwrap();
    let patch = domain::ChapterPatch {
        outline: Some(vec!["A beat.".to_owned()]),
        ..domain::ChapterPatch::default()
    };
    let chapter = store.chapter(broken.id, 2.into()).await.unwrap();
    store
        .update_chapter(broken.id, 2.into(), patch, chapter.version)
        .await
        .unwrap();
    assert_eq!(store.story(broken.id).await.unwrap().brief, brief);
    assert!(store.unreadable().await.unwrap().is_empty());
    store.close().await;
    drop(store);
    assert_eq!(
        kept_unreadable(folder.path()).await,
        [
            "chapters.outline: no list",
            "settings.preferences: {\"temperature\": \"warm\", \"chapter_words\": 900}",
            "stories.brief: {\"premise\": \"cut o",
        ]
    );
}

/// The values that could not be read and that others have taken the place of, each with its column.
async fn kept_unreadable(folder: &Path) -> Vec<String> {
    let options = SqliteConnectOptions::new().filename(database(folder));
    let mut sql = SqliteConnection::connect_with(&options).await.unwrap();
    sqlx::query_scalar("SELECT place || ': ' || value FROM unreadable ORDER BY place")
        .fetch_all(&mut sql)
        .await
        .unwrap()
}

#[tokio::test]
async fn the_database_file_alone_has_what_was_saved() {
    let folder = tempfile::tempdir().unwrap();
    let engine = idle(folder.path()).await;
    let story = story(&engine, 1).await;
    let chapter = engine.chapter(story.id, 1).await.unwrap();
    engine
        .save_text(story.id, 1, "Saved by hand.".to_owned(), chapter.version)
        .await
        .unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    // The checkpoint comes by itself, a moment after.
    let in_time = async {
        loop {
            fs::copy(database(folder.path()), database(elsewhere.path())).unwrap();
            let bytes = fs::read(database(elsewhere.path())).unwrap();
            if bytes.windows(14).any(|text| text == b"Saved by hand.") {
                return;
            }
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(20), in_time)
        .await
        .unwrap();
    let copy = open(elsewhere.path(), Arc::new(BuiltIn::new(0.0)), 0).await;
    let text = copy
        .current_revision(story.id, 1)
        .await
        .unwrap()
        .unwrap()
        .text;
    assert_eq!(text, "Saved by hand.");
    // And it is said that it was copied while it was in use.
    let mut told = false;
    while !told {
        told = all_events(&copy).await.into_iter().any(|event| {
            matches!(event.body, EventBody::Notice { level: NoticeLevel::Warn, text, .. } if text.contains("copied"))
        });
        tokio::task::yield_now().await;
    }
    copy.shut_down().await;
    engine.shut_down().await;
}

#[tokio::test]
async fn a_command_leaves_what_it_found_at_the_start_for_the_studio() {
    let (folder, story) = used().await;
    let store = SqliteStore::open(folder.path()).await.unwrap();
    let backup = store.back_up(BackupReason::Daily).await.unwrap();
    store.close().await;
    drop(store);
    fs::copy(&backup.file, database(folder.path())).unwrap();
    for _ in 0..2 {
        let store = Arc::new(SqliteStore::open(folder.path()).await.unwrap());
        let command = Engine::start_up(EngineOptions {
            workers: 0,
            has_pages: false,
            ..EngineOptions::new(store, Arc::new(BuiltIn::new(0.0)))
        });
        let command = command.await.unwrap();
        command.story(story.id).await.unwrap();
        command.shut_down().await;
    }
    let store = SqliteStore::open(folder.path()).await.unwrap();
    assert_eq!(store.found_at_start(), [StartupNotice::RestoredFromBackup]);
    assert_eq!(store.found_at_start(), []);
}

#[cfg(unix)]
#[tokio::test]
async fn a_folder_that_moves_takes_what_is_saved_with_it_and_one_that_is_deleted_says_so() {
    let parent = tempfile::tempdir().unwrap();
    let (before, after) = (parent.path().join("before"), parent.path().join("after"));
    let engine = idle(&before).await;
    let first = story(&engine, 1).await;
    fs::rename(&before, &after).unwrap();
    let second = story(&engine, 1).await;
    for id in [first.id, second.id] {
        engine.story(id).await.unwrap();
    }
    assert!(
        SqliteStore::open(&after)
            .await
            .unwrap_err()
            .to_string()
            .contains("Another Fablewright")
    );
    engine.shut_down().await;
    drop(engine);
    let engine = idle(&after).await;
    assert_eq!(engine.stories(10, None).await.unwrap().items.len(), 2);
    // A database that is deleted or replaced would swallow what is saved.
    fs::remove_file(database(&after)).unwrap();
    let chapter = engine.chapter(first.id, 1).await.unwrap();
    let lost = engine
        .save_text(first.id, 1, "Lost.".to_owned(), chapter.version)
        .await;
    assert_eq!(lost.unwrap_err().code(), "gone");
    assert_eq!(engine.ready().await.unwrap_err().code(), "gone");
    engine.shut_down().await;
}
