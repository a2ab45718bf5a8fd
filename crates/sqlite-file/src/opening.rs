//! What is looked at before a database is used: whether it is there, is ours, is whole, and what has to be kept before
//! it is changed. Where something is wrong, nothing is changed and one sentence says what.

use super::{
    backup, backup_name,
    file_header::{self, FileState, Header},
    folder::{unusable, unusable_because},
    integrity::{self, IntegrityCheck},
    schema_upgrade::migrate,
};
use domain::BackupReason;
use files::keep_private;
use sqlx::{
    Connection as _, SqliteConnection,
    migrate::Migrator,
    sqlite::{SqliteAutoVacuum, SqliteConnectOptions, SqliteJournalMode},
};
use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
    time::Duration,
};
use store::{DataFolderError, Error, LOCK_FILE_NOTE, OpenFailure, Result, StartupNotice};

/// How long the check at the start may take. What it does not reach of a large file is checked with the next backup.
const CHECK_TIME: Duration = Duration::from_secs(2);

/// Makes sure that there is a database to open. Answers what a person should be told of it.
pub(crate) async fn prepare(
    folder: &Path,
    file: &Path,
    lock: &File,
    create: bool,
    schema: &Migrator,
) -> Result<Vec<StartupNotice>> {
    let header = file_header::header(file).map_err(|error| unreadable(file, &error))?;
    let notices = match header {
        None if !create && was_used(folder, file, lock) => {
            return Err(DataFolderError::Missing {
                folder: folder.to_owned(),
                advice: backup::advice(folder),
            }
            .into());
        }
        Some(Header::Empty) if !create => {
            return Err(DataFolderError::Empty {
                file: file.to_owned(),
                advice: backup::advice(folder),
            }
            .into());
        }
        None | Some(Header::Empty) => {
            set_log_aside(file).map_err(|error| unreadable(file, &error))?;
            make(file, schema).await?;
            Vec::new()
        }
        Some(Header::Foreign) => {
            return Err(DataFolderError::NoDatabase {
                file: file.to_owned(),
                advice: backup::advice(folder),
            }
            .into());
        }
        Some(Header::Sqlite {
            is_ours,
            is_unmarked,
            in_use,
        }) => {
            let may_be_ours = is_ours || is_unmarked;
            examine(folder, file, schema, may_be_ours, in_use).await?
        }
    };
    keep_private(file);
    Ok(notices)
}

/// Notes that the folder has a database.
pub(crate) fn mark_used(mut lock: &File) {
    let is_marked = lock.metadata().is_ok_and(|file| file.len() > 0);
    if !is_marked && let Err(error) = lock.write_all(LOCK_FILE_NOTE.as_bytes()) {
        tracing::warn!(%error, "could not note that the data folder is in use");
    }
}

fn was_used(folder: &Path, file: &Path, lock: &File) -> bool {
    lock.metadata().is_ok_and(|file| file.len() > 0)
        || !backup_name::list(folder).is_empty()
        || folder.join("secrets.toml").exists()
        || beside(file, "-wal").exists()
}

/// Makes a database under another name first: a file with the right name always has its tables.
async fn make(file: &Path, schema: &Migrator) -> Result<()> {
    let fresh = beside(file, ".new");
    for old in ["", "-wal", "-shm", "-journal"] {
        drop(fs::remove_file(beside(&fresh, old)));
    }
    let options = SqliteConnectOptions::new()
        .filename(&fresh)
        .create_if_missing(true)
        .auto_vacuum(SqliteAutoVacuum::Incremental)
        .journal_mode(SqliteJournalMode::Wal);
    let failed = |error| unusable(file, error);
    let mut sql = SqliteConnection::connect_with(&options)
        .await
        .map_err(failed)?;
    let made = match migrate(&mut sql, file, schema).await {
        Ok(()) => file_header::claim(&mut sql).await,
        Err(error) => Err(error),
    };
    sql.close().await.map_err(failed)?;
    made?;
    let renamed = File::open(&fresh)
        .and_then(|made| made.sync_all())
        .and_then(|()| fs::rename(&fresh, file))
        .and_then(|()| match file.parent() {
            Some(folder) => File::open(folder)?.sync_all(),
            None => Ok(()),
        });
    renamed.map_err(|error| unreadable(file, &error))
}

async fn examine(
    folder: &Path,
    file: &Path,
    schema: &Migrator,
    may_be_ours: bool,
    in_use: FileState,
) -> Result<Vec<StartupNotice>> {
    let mut notices = Vec::new();
    if in_use == FileState::Backup {
        // Changes that belong to the file which was here before would damage it.
        set_log_aside(file).map_err(|error| unreadable(file, &error))?;
        notices.push(StartupNotice::RestoredFromBackup);
    }
    if in_use == FileState::Open && !beside(file, "-wal").exists() {
        let notice = StartupNotice::CopiedWhileOpen;
        tracing::warn!(file = %file.display(), "{notice}");
        notices.push(notice);
    }
    // Reading alone, so that closing it changes nothing.
    let options = SqliteConnectOptions::new()
        .filename(file)
        .read_only(true)
        .busy_timeout(Duration::from_secs(5));
    let mut sql = SqliteConnection::connect_with(&options)
        .await
        .map_err(|error| failed(folder, file, error.into()))?;
    let looked = look(&mut sql, folder, file, schema, may_be_ours).await;
    drop(sql.close().await);
    if looked.map_err(|error| failed(folder, file, error))? {
        notices.push(StartupNotice::SearchIndexRebuilt);
    }
    Ok(notices)
}

/// Refuses what is foreign or damaged; whether the index of full-text search has to be made again.
async fn look(
    sql: &mut SqliteConnection,
    folder: &Path,
    file: &Path,
    schema: &Migrator,
    may_be_ours: bool,
) -> Result<bool> {
    let ours: i64 = sqlx::query_scalar(
        "SELECT COUNT(*) FROM sqlite_master WHERE name IN ('stories', 'chapters', '_sqlx_migrations')",
    )
    .fetch_one(&mut *sql)
    .await?;
    if !may_be_ours || ours < 3 {
        return Err(DataFolderError::Foreign {
            file: file.to_owned(),
            advice: backup::advice(folder),
        }
        .into());
    }
    let checked = integrity::check_within(sql, CHECK_TIME).await?;
    let rebuilds_index = checked == IntegrityCheck::SearchIndexDamaged;
    match checked {
        IntegrityCheck::Whole | IntegrityCheck::SearchIndexDamaged => {}
        IntegrityCheck::Unfinished => {
            tracing::info!("the database is large: the rest of it is checked with the next backup");
        }
        IntegrityCheck::Damaged(damage) => return Err(Error::Damaged(damage)),
    }
    let applied: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM _sqlx_migrations")
        .fetch_one(&mut *sql)
        .await?;
    if usize::try_from(applied).is_ok_and(|applied| applied < schema.iter().count()) {
        let kept = backup::make(sql, folder, file, BackupReason::Upgrade)
            .await
            .map_err(|error| match error {
                // What the copy has, the database has: nothing is changed then.
                Error::BackupDamaged(damage) => Error::Damaged(damage),
                error => DataFolderError::NoBackupBeforeUpgrade {
                    file: file.to_owned(),
                    cause: error.to_string(),
                }
                .into(),
            })?;
        tracing::info!(file = %kept.file.display(), "a backup was made before the database is updated");
    }
    Ok(rebuilds_index)
}

/// What an error means for a person who starts the studio.
pub(crate) fn failed(folder: &Path, file: &Path, error: Error) -> Error {
    match error {
        Error::Damaged(damage) => DataFolderError::Damaged {
            file: file.to_owned(),
            damage,
            advice: backup::advice(folder),
        }
        .into(),
        said @ Error::Unusable(_) => said,
        error => match integrity::said(&error) {
            Some(said) if integrity::is_damage(said.code().as_deref()) => {
                failed(folder, file, Error::Damaged(said.message().to_owned()))
            }
            _ => unusable_because(file, error),
        },
    }
}

fn unreadable(file: &Path, error: &io::Error) -> Error {
    DataFolderError::Failed {
        file: file.to_owned(),
        cause: OpenFailure::Other(error.to_string()),
    }
    .into()
}

/// A write-ahead log that does not belong to the database beside it keeps its content under another name.
fn set_log_aside(file: &Path) -> io::Result<()> {
    for end in ["-wal", "-shm"] {
        let log = beside(file, end);
        if log.exists() {
            fs::rename(&log, beside(&log, ".old"))?;
        }
    }
    Ok(())
}

/// The file with this at the end of its name.
pub(crate) fn beside(file: &Path, end: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(end);
    name.into()
}
