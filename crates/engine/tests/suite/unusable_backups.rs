//! Backups that can't be used, and those of earlier versions: one sentence, and nothing is changed.

use crate::{
    backups::{EVERYTHING, faults, text},
    support::{open, story},
};
use domain::{BackupFile, BackupSelection, StoryId};
use engine::Engine;
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, sqlite::SqliteConnectOptions};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};
use storyteller::BuiltIn;

const NAME: &str = "fablewright-2026-01-31T09-30-00Z-manual.db";
const ID: &str = "2026-01-31T09-30-00Z-manual";

/// A studio with one story and a whole backup.
async fn studio(folder: &Path) -> (Engine, StoryId, BackupFile) {
    let engine = open(folder, Arc::new(BuiltIn::new(0.0)), 1).await;
    let id = story(&engine, 1).await.id;
    let version = engine.chapter(id, 1).await.unwrap().version;
    let words = "What the author wrote. ".repeat(40_000);
    engine.save_text(id, 1, words, version).await.unwrap();
    let backup = engine.back_up().await.unwrap();
    (engine, id, backup)
}

fn place(folder: &Path) -> PathBuf {
    folder.join("backups").join(NAME)
}

/// Looks into the backup and restores it, all of it and a story; what is said each time, which is the same.
async fn refused(engine: &Engine, folder: &Path, story: StoryId, found_by_looking: bool) -> String {
    let bytes = fs::read(place(folder)).unwrap();
    let backups = engine.backups().await.unwrap();
    let before = text(engine, story).await;
    let restored = engine.restore_backup(ID, EVERYTHING).await.unwrap_err();
    assert_eq!(restored.code(), "conflict", "{restored}");
    let only = BackupSelection { story: Some(story) };
    let one = engine.restore_backup(ID, only).await.unwrap_err();
    assert_eq!(one.to_string(), restored.to_string());
    if found_by_looking {
        let looked = engine.backup_contents(ID).await.unwrap_err();
        assert_eq!(looked.to_string(), restored.to_string());
    }
    assert!(
        restored.to_string().contains("Nothing was changed"),
        "{restored}"
    );
    // Neither the backup, nor the library, nor what else is in the folder.
    assert_eq!(fs::read(place(folder)).unwrap(), bytes);
    assert_eq!(text(engine, story).await, before);
    assert_eq!(engine.backups().await.unwrap(), backups);
    let left = fs::read_dir(folder.join("backups")).unwrap();
    assert_eq!(left.count(), backups.len());
    restored.to_string()
}

/// Makes a backup out of statements on a copy of a whole one.
async fn changed(backup: &BackupFile, to: &Path, statements: &str) {
    drop(fs::remove_file(to));
    fs::copy(&backup.file, to).unwrap();
    let options = SqliteConnectOptions::new().filename(to);
    let mut sql = options.connect().await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(statements.to_owned()))
        .execute(&mut sql)
        .await
        .unwrap();
    sql.close().await.unwrap();
}

#[tokio::test]
async fn what_is_no_whole_backup_is_refused_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let (engine, id, backup) = studio(folder.path()).await;
    let to = place(folder.path());
    let whole = fs::read(&backup.file).unwrap();
    let mut damaged = whole.clone();
    let middle = whole.len() / 4096 / 2 * 4096;
    damaged[middle..middle + 4096].fill(0x5a);
    // Whether the first pages alone tell it.
    for (bytes, looking, words) in [
        (Vec::new(), true, "empty (0 bytes)"),
        (
            b"A letter, not a database. ".repeat(50),
            true,
            "not a database",
        ),
        (whole[..90].to_vec(), true, "only a part of one"),
        (whole[..whole.len() / 2].to_vec(), false, "damaged"),
        (whole[..8192].to_vec(), false, "damaged"),
        (damaged, false, "damaged"),
    ] {
        fs::write(&to, bytes).unwrap();
        let said = refused(&engine, folder.path(), id, looking).await;
        assert!(said.contains(words), "{said}");
    }
    changed(&backup, &to, "PRAGMA application_id = 77").await;
    let said = refused(&engine, folder.path(), id, true).await;
    assert!(said.contains("another program"), "{said}");
    let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
                 VALUES (9999, 'to come', 1, x'00', 1)";
    changed(&backup, &to, newer).await;
    let said = refused(&engine, folder.path(), id, true).await;
    assert!(
        said.contains("newer version") && said.contains("Update Fablewright"),
        "{said}"
    );
    for none in [
        "2026-02-31T09-30-00Z",
        "../fablewright",
        "",
        "fablewright.db",
    ] {
        let said = engine.restore_backup(none, EVERYTHING).await.unwrap_err();
        assert_eq!(said.code(), "not_found", "{none}");
        assert_eq!(
            engine.backup_contents(none).await.unwrap_err().code(),
            "not_found"
        );
    }
    let other = BackupSelection {
        story: Some(StoryId(uuid::Uuid::nil())),
    };
    let said = engine.restore_backup(&backup.id, other).await.unwrap_err();
    assert_eq!(said.code(), "not_found");
    engine.shut_down().await;
    drop(engine);
    assert_eq!(faults(folder.path()).await, Vec::<String>::new());
}

#[tokio::test]
async fn a_backup_of_every_earlier_version_is_restored_and_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let (engine, id, _) = studio(folder.path()).await;
    let studios: PathBuf = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/earlier_builds").into();
    let mut tried = 0;
    for entry in fs::read_dir(studios).unwrap() {
        let studio = entry.unwrap().path();
        if studio.extension().is_none_or(|end| end != "sql") {
            continue;
        }
        tried += 1;
        let to = place(folder.path());
        drop(fs::remove_file(&to));
        let options = SqliteConnectOptions::new()
            .filename(&to)
            .create_if_missing(true)
            .foreign_keys(false);
        let mut sql = options.connect().await.unwrap();
        sqlx::raw_sql(AssertSqlSafe(fs::read_to_string(&studio).unwrap()))
            .execute(&mut sql)
            .await
            .unwrap();
        sql.close().await.unwrap();
        let bytes = fs::read(&to).unwrap();
        let name = studio.display();
        let contents = engine.backup_contents(ID).await.unwrap();
        assert_eq!(contents.stories.len(), 1, "{name}");
        let only = BackupSelection {
            story: Some(contents.stories[0].id),
        };
        let one = engine
            .restore_backup(ID, only)
            .await
            .unwrap()
            .story
            .unwrap();
        assert_eq!(
            u64::from(one.chapters),
            contents.stories[0].chapters,
            "{name}"
        );
        let restored = engine.restore_backup(ID, EVERYTHING).await.unwrap();
        assert_eq!(restored.stories, 1, "{name}");
        assert_eq!(restored.paused_runs, 1, "{name}");
        assert!(engine.story(id).await.is_err());
        let title = engine.story(contents.stories[0].id).await.unwrap().title;
        assert_eq!(title, contents.stories[0].title);
        assert_eq!(fs::read(&to).unwrap(), bytes, "{name}");
    }
    assert!(tried >= 7, "{tried}");
    engine.shut_down().await;
    drop(engine);
    assert_eq!(faults(folder.path()).await, Vec::<String>::new());
}
