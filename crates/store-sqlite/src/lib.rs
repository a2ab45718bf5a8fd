//! The store in one SQLite file.
//!
//! WAL; one writer at a time, a small pool of read-only connections. Commits that end a stage wait for the
//! disk (`synchronous=FULL`), token appends do not (`NORMAL`): they survive the death of the process, and a
//! power cut takes at most the last of them.

mod autosaves;
mod backup;
mod calls;
mod chapters;
mod claim;
mod commit;
mod dismissed;
mod drafts;
mod events;
mod file_header;
mod finish_run;
mod ids;
mod integrity;
mod maintenance;
mod new_run;
mod numbers;
mod offers;
mod open_folder;
mod opening;
mod pace;
mod paging;
mod partial;
mod queue;
mod readable;
mod regenerate;
mod reports;
mod reviews;
mod revisions;
mod rows;
mod runs;
mod settings;
mod stale;
mod step_origin;
mod stories;
mod summaries;
mod trash;
mod tx;
mod version_values;
mod versions;
mod wal_checkpoint;
mod world;
mod world_edit;

use file_header::FileState;
use open_folder::OpenFolder;
use sqlx::{
    Connection as _, SqliteConnection, SqlitePool,
    migrate::{MigrateError, Migrator},
    sqlite::{
        SqliteAutoVacuum, SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions,
        SqliteSynchronous,
    },
};
use std::{
    fs::{File, TryLockError},
    io,
    path::{self, Path},
    time::Duration,
};
use store::hub::Hub;
use store::{DataFolderError, Error, OpenFailure, Result, StartupNotice};
use tokio::sync::Mutex;
use wal_checkpoint::WalCheckpointer;

/// Runs, stories and everything else in one SQLite file, held by this process alone.
#[derive(Debug)]
pub struct SqliteStore {
    /// Whoever writes holds the turn from `BEGIN` until its events are told, so that events are told in
    /// the order of their numbers.
    turn: Mutex<()>,
    /// One connection, `synchronous=FULL`.
    durable: SqlitePool,
    /// One connection, `synchronous=NORMAL`.
    quick: SqlitePool,
    /// One connection that looks after the file: checkpoints, backups, checks.
    keeper: SqlitePool,
    readers: SqlitePool,
    hub: Hub,
    checkpoints: WalCheckpointer,
    /// What a person should be told of how the database was found.
    startup_notices: std::sync::Mutex<Vec<StartupNotice>>,
    /// Where it is; its lock is held until it is closed: a second studio on the same data is refused.
    place: OpenFolder,
}

/// The schema, step by step.
static MIGRATIONS: Migrator = sqlx::migrate!("src/migrations");

impl SqliteStore {
    /// Opens (or makes) `fablewright.db` in `folder` and brings its schema up to date. A folder that was used before
    /// and has lost its database is refused.
    pub async fn open(folder: &Path) -> Result<Self> {
        Self::open_or_create(folder, false).await
    }

    /// The same; with `create`, also a folder that has lost its database begins with an empty one.
    pub async fn open_or_create(folder: &Path, create: bool) -> Result<Self> {
        check_length(folder)?;
        backup::make_private(folder).map_err(|error| unwritable(folder, &error))?;
        let lock = lock(folder)?;
        let file = folder.join("fablewright.db");
        let notices = opening::prepare(folder, &file, &lock, create).await?;
        let reading = SqliteConnectOptions::new()
            .filename(&file)
            .read_only(true)
            .busy_timeout(Duration::from_secs(5));
        let options = reading
            .clone()
            .read_only(false)
            .foreign_keys(true)
            .auto_vacuum(SqliteAutoVacuum::Incremental)
            .journal_mode(SqliteJournalMode::Wal)
            .pragma("journal_size_limit", "8388608");
        let connected = |error| unusable(&file, error);
        let durable = one()
            .connect_with(options.clone().synchronous(SqliteSynchronous::Full))
            .await
            .map_err(connected)?;
        {
            let mut sql = durable.acquire().await.map_err(connected)?;
            migrate(&mut sql, &file).await?;
            file_header::claim(&mut sql).await?;
            file_header::set(&mut sql, FileState::Open).await?;
        }
        opening::mark_used(&lock);
        let quick = one()
            .connect_with(options.clone().synchronous(SqliteSynchronous::Normal))
            .await
            .map_err(connected)?;
        let keeper = one().connect_with(options).await.map_err(connected)?;
        ids::continue_after(&durable).await?;
        let readers = lasting(SqlitePoolOptions::new())
            .max_connections(READERS)
            .min_connections(READERS)
            .connect_with(reading)
            .await
            .map_err(connected)?;
        // Each of them opens its files now, with its first read: later, the folder may have moved.
        let mut opened = Vec::new();
        for _ in 0..READERS {
            let mut reader = readers.acquire().await.map_err(connected)?;
            sqlx::query("SELECT COUNT(*) FROM sqlite_schema")
                .execute(&mut *reader)
                .await
                .map_err(connected)?;
            opened.push(reader);
        }
        drop(opened);
        let checkpoints = WalCheckpointer::begin(keeper.clone());
        checkpoints.request();
        let place = OpenFolder::new(folder, &file, lock);
        Ok(Self {
            turn: Mutex::new(()),
            durable,
            quick,
            keeper,
            readers,
            hub: Hub::default(),
            checkpoints,
            startup_notices: std::sync::Mutex::new(notices),
            place,
        })
    }
}

/// Connections that only read.
const READERS: u32 = 4;

/// One connection, for whoever writes.
fn one() -> SqlitePoolOptions {
    lasting(SqlitePoolOptions::new())
        .max_connections(1)
        .min_connections(1)
        // A commit that found no room was rolled back by SQLite itself, which sqlx does not learn: it
        // would refuse every later transaction on this connection.
        .before_acquire(|connection, _| {
            Box::pin(async move { Ok(!connection.is_in_transaction()) })
        })
}

/// Connections that are kept: opened anew, they would look for the file at a place that may have another by now.
fn lasting(pool: SqlitePoolOptions) -> SqlitePoolOptions {
    pool.idle_timeout(None).max_lifetime(None)
}

async fn migrate(sql: &mut SqliteConnection, file: &Path) -> Result<()> {
    MIGRATIONS.run(sql).await.map_err(|error| match error {
        MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => {
            DataFolderError::Newer(file.to_owned()).into()
        }
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => {
            unusable(file, error)
        }
        other => DataFolderError::NotUpgraded {
            file: file.to_owned(),
            cause: other.to_string(),
        }
        .into(),
    })
}

/// SQLite takes no longer path than 512 bytes; so many of them are left to a folder's own files, and to those SQLite
/// puts beside them.
const LONGEST_FOLDER: usize = 512 - 96;

fn check_length(folder: &Path) -> Result<()> {
    let whole = path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let length = whole.as_os_str().len();
    match length <= LONGEST_FOLDER {
        true => Ok(()),
        false => Err(DataFolderError::PathTooLong {
            length,
            longest: LONGEST_FOLDER,
        }
        .into()),
    }
}

/// Takes the folder's lock file, or says who has it.
fn lock(folder: &Path) -> Result<File> {
    let path = folder.join("fablewright.lock");
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .map_err(|error| unwritable(folder, &error))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(DataFolderError::InUse(folder.to_owned()).into()),
        Err(TryLockError::Error(error)) => Err(unwritable(folder, &error)),
    }
}

fn unwritable(folder: &Path, error: &io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::InvalidFilename => DataFolderError::NameTooLong,
        _ => DataFolderError::NotWritable {
            folder: folder.to_owned(),
            cause: error.to_string(),
        },
    }
    .into()
}

fn unusable(file: &Path, error: sqlx::Error) -> Error {
    unusable_because(file, error.into())
}

fn unusable_because(file: &Path, error: Error) -> Error {
    let cause = match error {
        Error::DiskFull(_) | Error::NoRoom => OpenFailure::DiskFull,
        Error::Locked(_) => OpenFailure::Locked,
        Error::ReadOnly(_) => OpenFailure::ReadOnly,
        Error::Store(cause) => match cause.downcast_ref::<sqlx::Error>() {
            Some(sqlx::Error::Database(said)) => OpenFailure::Other(said.message().to_owned()),
            _ => OpenFailure::Other(cause.to_string()),
        },
        other => OpenFailure::Other(other.to_string()),
    };
    DataFolderError::Failed {
        file: file.to_owned(),
        cause,
    }
    .into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Brief, Story, StoryId};
    use store::{StoryStore as _, clock, ids};

    fn story() -> Story {
        Story {
            id: StoryId(ids::new_id()),
            title: "x".repeat(20_000),
            chapters: 0,
            brief: Brief::default(),
            template: None,
            chapters_written: 0,
            words: 0,
            version: 1,
            created_at: clock::now(),
            updated_at: clock::now(),
        }
    }

    #[tokio::test]
    async fn a_full_disk_is_named_and_forgotten_once_there_is_room() -> Result<()> {
        let folder = tempfile::tempdir().map_err(|_| Error::Corrupt("a folder"))?;
        let store = SqliteStore::open(folder.path()).await?;
        // No page more than there are: what a full disk says, on this connection alone.
        sqlx::query("PRAGMA max_page_count = 1")
            .fetch_all(&store.durable)
            .await?;
        let refused = store.insert_story(&story(), None).await;
        assert!(matches!(refused, Err(Error::DiskFull(_))), "{refused:?}");
        // Its connection was given up, and the limit with it.
        store.insert_story(&story(), None).await?;
        Ok(())
    }
}
