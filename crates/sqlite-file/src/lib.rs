//! One SQLite file in a data folder: opened, checked, upgraded and backed up.
//!
//! WAL; one connection for each way to write, a small pool of read-only connections. Commits on the durable connection
//! wait for the disk (`synchronous=FULL`), those on the quick one do not (`NORMAL`): they survive the death of the
//! process, and a power cut takes at most the last of them.

mod backup;
mod backup_name;
mod backup_retention;
mod file_header;
mod folder;
mod integrity;
mod open_folder;
mod opened_backup;
mod opening;
mod schema_upgrade;
mod startup_notices;
mod wal_checkpoint;

pub use backup::make as make_backup;
pub use backup_name::{Backup, list as list_backups};
pub use file_header::{FileState, set as set_state};
pub use open_folder::OpenFolder;
pub use opened_backup::{BackupPurpose, OpenedBackup, explained};
pub use startup_notices::take as take_startup_notices;
pub use wal_checkpoint::WalCheckpointer;

use folder::{check_length, lock, unusable, unwritable};
use schema_upgrade::migrate;
use sqlx::{
    Connection as _, SqlitePool,
    migrate::Migrator,
    sqlite::{
        SqliteAutoVacuum, SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions,
        SqliteSynchronous,
    },
};
use std::{path::Path, time::Duration};
use store::{DataFolderError, Result, StartupNotice};

/// An open database, held by this process alone.
#[derive(Debug)]
pub struct Database {
    /// One connection, `synchronous=FULL`.
    pub durable: SqlitePool,
    /// One connection, `synchronous=NORMAL`.
    pub quick: SqlitePool,
    /// One connection that looks after the file: checkpoints, backups, checks.
    pub keeper: SqlitePool,
    /// Connections that only read.
    pub readers: SqlitePool,
    /// Folds the write-ahead log into the file.
    pub checkpoints: WalCheckpointer,
    /// Where it is; its lock is held until it is closed: a second studio on the same data is refused.
    pub place: OpenFolder,
    /// What a person should be told of how it was found.
    pub notices: Vec<StartupNotice>,
}

impl Database {
    /// Opens (or makes) `fablewright.db` in `folder` and brings its schema up to date. A folder that was used before
    /// and has lost its database is refused; with `create` it begins with an empty one.
    ///
    /// # Errors
    ///
    /// A [`DataFolderError`] where the folder or the file can't be used; nothing is changed then.
    pub async fn open(folder: &Path, create: bool, schema: &Migrator) -> Result<Self> {
        check_length(folder)?;
        backup::make_private(folder).map_err(|error| unwritable(folder, &error))?;
        let lock = lock(folder)?;
        backup::forget_cut_off(folder);
        let file = folder.join("fablewright.db");
        let notices = opening::prepare(folder, &file, &lock, create, schema).await?;
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
            migrate(&mut sql, &file, schema).await?;
            file_header::claim(&mut sql).await?;
            file_header::set(&mut sql, FileState::Open).await?;
        }
        startup_notices::keep(folder, &notices);
        opening::mark_used(&lock);
        let quick = one()
            .connect_with(options.clone().synchronous(SqliteSynchronous::Normal))
            .await
            .map_err(connected)?;
        let keeper = one().connect_with(options).await.map_err(connected)?;
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
            durable,
            quick,
            keeper,
            readers,
            checkpoints,
            place,
            notices,
        })
    }
}

/// Whether a connection keeps rows and those that they refer to together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForeignKeys {
    /// A row needs those that it refers to, and goes with them.
    On,
    /// Rows are taken as they are.
    Off,
}

impl Database {
    /// One connection that writes here and has another database beside it, under the name `backup`. Its commits wait for
    /// the disk.
    ///
    /// # Errors
    ///
    /// [`store::Error::Gone`] where the database is not in its place any more.
    pub async fn connect_with(
        &self,
        other: &Path,
        foreign_keys: ForeignKeys,
    ) -> Result<SqlitePool> {
        self.place.check()?;
        let other = other.to_str().ok_or(DataFolderError::NotUtf8)?.to_owned();
        let options = SqliteConnectOptions::new()
            .filename(&self.place.file)
            .busy_timeout(Duration::from_secs(5))
            .foreign_keys(foreign_keys == ForeignKeys::On)
            .synchronous(SqliteSynchronous::Full)
            .pragma("journal_size_limit", "8388608");
        let attached = one().after_connect(move |connection, _| {
            let other = other.clone();
            Box::pin(async move {
                let attach = sqlx::query("ATTACH DATABASE ? AS backup").bind(other);
                attach.execute(connection).await.map(drop)
            })
        });
        let pool = attached.connect_with(options).await?;
        self.place.check()?;
        Ok(pool)
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
