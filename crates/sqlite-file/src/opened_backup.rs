//! A backup that somebody looks into or restores. The backup itself is never changed: one of an earlier version is
//! brought up to date in a copy, which is deleted again.

use super::{
    backup,
    backup_name::{Backup, list},
    file_header::{self, Header},
    integrity,
    opening::beside,
};
use sqlx::{
    Connection as _, SqliteConnection,
    migrate::{MigrateError, Migrator},
    sqlite::{SqliteConnectOptions, SqliteJournalMode},
};
use std::{
    collections::HashSet,
    fmt, fs,
    path::{Path, PathBuf},
};
use store::{Error, Result};

/// What a backup is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupPurpose {
    /// To see what is in it.
    Look,
    /// To restore what is in it: every page of it is checked first.
    Restore,
}

/// Why a backup can't be used. `Display` is the sentence for a person.
enum UnusableBackup {
    Empty,
    NoDatabase,
    Foreign,
    Newer,
    Damaged(String),
    Unreadable(String),
    NotUpgraded(String),
}

impl fmt::Display for UnusableBackup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("This backup is empty (0 bytes)."),
            Self::NoDatabase => {
                f.write_str("This backup is not a database, or only a part of one.")
            }
            Self::Foreign => f.write_str("This file is a database of another program."),
            Self::Newer => {
                return f.write_str(
                    "A newer version of Fablewright made this backup. Nothing was changed. Update Fablewright, then \
                     try again.",
                );
            }
            Self::Damaged(what) => write!(f, "This backup is damaged ({what})."),
            Self::Unreadable(why) => write!(f, "This backup can't be read ({why})."),
            Self::NotUpgraded(why) => write!(
                f,
                "An earlier version of Fablewright made this backup, and a copy of it could not be brought up to date \
                 ({why})."
            ),
        }?;
        f.write_str(" Nothing was changed. Choose another backup.")
    }
}

impl From<UnusableBackup> for Error {
    fn from(reason: UnusableBackup) -> Self {
        Self::Conflict(reason.to_string())
    }
}

/// A backup with the schema of this version, ready to be read.
#[derive(Debug)]
pub struct OpenedBackup {
    /// Which one it is.
    pub backup: Backup,
    /// Whether its index of the search has to be made again.
    pub search_index_is_damaged: bool,
    /// The copy that is read in its place.
    copy: Option<PathBuf>,
}

impl Drop for OpenedBackup {
    fn drop(&mut self) {
        if let Some(copy) = &self.copy {
            for end in ["", "-journal", "-wal", "-shm"] {
                drop(fs::remove_file(beside(copy, end)));
            }
        }
    }
}

impl OpenedBackup {
    /// Finds a backup of a data folder by its id, and makes sure that it can be used.
    ///
    /// # Errors
    ///
    /// A sentence that says why it can't be used: no database, a newer version's, damaged, cut off. Nothing is changed.
    pub async fn open(data: &Path, id: &str, schema: &Migrator, to: BackupPurpose) -> Result<Self> {
        let mut found = list(data).into_iter().filter(|backup| backup.id == id);
        let backup = found.next().ok_or(Error::NotFound("backup"))?;
        check_header(&backup.file)?;
        let mut opened = Self {
            backup,
            search_index_is_damaged: false,
            copy: None,
        };
        let version = opened.version(schema).await.map_err(explained)?;
        if version == SchemaVersion::Newer {
            return Err(UnusableBackup::Newer.into());
        }
        if to == BackupPurpose::Restore || version == SchemaVersion::Older {
            let of = opened.backup.clone();
            let copied = tokio::task::spawn_blocking(move || backup::copy_to_read(&of));
            let copied = copied
                .await
                .map_err(|error| Error::Store(Box::new(error)))?;
            opened.copy = Some(copied?);
            opened.prepare(schema, to).await.map_err(explained)?;
        }
        Ok(opened)
    }

    /// The file to read.
    pub fn file(&self) -> &Path {
        self.copy.as_deref().unwrap_or(&self.backup.file)
    }

    /// A connection that only reads.
    pub async fn connect(&self) -> Result<SqliteConnection> {
        let options = SqliteConnectOptions::new()
            .filename(self.file())
            .read_only(true)
            .immutable(true);
        SqliteConnection::connect_with(&options)
            .await
            .map_err(|error| explained(error.into()))
    }

    async fn version(&self, schema: &Migrator) -> Result<SchemaVersion> {
        let mut sql = self.connect().await?;
        let read = version(&mut sql, schema).await;
        drop(sql.close().await);
        read
    }

    /// Brings the copy up to date and checks it.
    async fn prepare(&mut self, schema: &Migrator, to: BackupPurpose) -> Result<()> {
        let options = SqliteConnectOptions::new()
            .filename(self.file())
            .journal_mode(SqliteJournalMode::Memory);
        let mut sql = SqliteConnection::connect_with(&options).await?;
        let prepared = async {
            // What is damaged is said as such, and not as an upgrade that failed.
            if to == BackupPurpose::Restore {
                let found = integrity::check_all(&mut sql).await?;
                if let Some(damage) = found.damage {
                    return Err(UnusableBackup::Damaged(damage).into());
                }
                self.search_index_is_damaged = found.search_index;
            }
            // `run` asks for more of its lifetimes than a boxed future can promise.
            let upgraded = schema.run_direct(None, &mut sql, false).await;
            upgraded.map_err(not_upgraded)
        }
        .await;
        drop(sql.close().await);
        prepared
    }
}

fn not_upgraded(error: MigrateError) -> Error {
    let cause = match error {
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => error,
        other => sqlx::Error::Migrate(Box::new(other)),
    };
    let error = Error::from(cause);
    let is_damaged =
        integrity::said(&error).is_some_and(|said| integrity::is_damage(said.code().as_deref()));
    match error {
        Error::Store(cause) if !is_damaged => UnusableBackup::NotUpgraded(cause.to_string()).into(),
        other => other,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum SchemaVersion {
    Older,
    Present,
    Newer,
}

async fn version(sql: &mut SqliteConnection, schema: &Migrator) -> Result<SchemaVersion> {
    let ours: i64 = sqlx::query_scalar(
        "SELECT COUNT(*) FROM sqlite_master WHERE name IN ('stories', 'chapters', '_sqlx_migrations')",
    )
    .fetch_one(&mut *sql)
    .await?;
    if ours < 3 {
        return Err(UnusableBackup::Foreign.into());
    }
    let applied: Vec<i64> = sqlx::query_scalar("SELECT version FROM _sqlx_migrations")
        .fetch_all(sql)
        .await?;
    let known: HashSet<i64> = schema.iter().map(|step| step.version).collect();
    Ok(match applied.len().cmp(&known.len()) {
        _ if applied.iter().any(|version| !known.contains(version)) => SchemaVersion::Newer,
        std::cmp::Ordering::Less => SchemaVersion::Older,
        _ => SchemaVersion::Present,
    })
}

fn check_header(file: &Path) -> Result<()> {
    let header = file_header::header(file);
    let reason = match header.map_err(|error| UnusableBackup::Unreadable(error.to_string()))? {
        None => return Err(Error::NotFound("backup")),
        Some(Header::Empty) => UnusableBackup::Empty,
        Some(Header::Foreign) => UnusableBackup::NoDatabase,
        Some(Header::Sqlite {
            is_ours,
            is_unmarked,
            ..
        }) => match is_ours || is_unmarked {
            true => return Ok(()),
            false => UnusableBackup::Foreign,
        },
    };
    Err(reason.into())
}

/// What SQLite says of a file that is damaged or cut off, in our words.
pub fn explained(error: Error) -> Error {
    match integrity::said(&error) {
        Some(said) if integrity::is_damage(said.code().as_deref()) => {
            UnusableBackup::Damaged(said.message().to_owned()).into()
        }
        _ => error,
    }
}
