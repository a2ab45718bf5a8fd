//! What can go wrong between a caller and the engine.

use crate::DataFolderError;
use domain::{IllegalTransition, Refusal, RefusalKind};

/// Shorthand for results of the engine.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What a database said; for the log.
pub type Cause = Box<dyn std::error::Error + Send + Sync>;

/// Why the engine did not do what it was asked. `Display` is one clear sentence for the person who asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No such story, chapter, run, …
    #[error("This {0} does not exist. It may have been deleted.")]
    NotFound(&'static str),
    /// The request can't be carried out as it is; says what to change.
    #[error("{0}")]
    Invalid(String),
    /// What was sent is larger than can be taken; says how large it may be.
    #[error("{0}")]
    TooLarge(String),
    /// The run's status does not allow it.
    #[error(transparent)]
    IllegalTransition(#[from] IllegalTransition),
    /// The request does not fit the present state in some other way.
    #[error("{0}")]
    Conflict(String),
    /// The change was based on an older version.
    #[error(
        "This was changed elsewhere in the meantime. Nothing was overwritten. Check the current version, \
         then save again."
    )]
    StaleVersion {
        /// The version now.
        current: i64,
    },
    /// An idempotency key came with another request than before.
    #[error(
        "This Idempotency-Key was used for another request within the last 24 hours. Send a new key with a new request."
    )]
    KeyReused,
    /// The worker's lease went to another: it must write nothing more.
    #[error("Another worker took over this run.")]
    LeaseLost,
    /// All workers ended; each is started again by itself.
    #[error(
        "No worker is running, so nothing is being generated. The studio starts them again by itself; if this lasts, restart it and look at its log."
    )]
    NoWorker,
    /// A model that was asked at once did not answer as it should; what can be done.
    #[error("{0}")]
    Model(String),
    /// The data folder or the database can't be used; said at start.
    #[error("{0}")]
    Unusable(String),
    /// No room for what was to be saved. Passes when somebody makes some.
    #[error(
        "The disk is full. Nothing that was saved is lost. Free some space; the studio then continues by \
         itself."
    )]
    DiskFull(#[source] Cause),
    /// No room for a file beside the database. Passes when somebody makes some.
    #[error("The disk is full. Nothing that was saved is lost. Free some space, then try again.")]
    NoRoom,
    /// The database is broken: what SQLite says of it.
    #[error(
        "The studio's database is damaged ({0}). Stop the studio and restore the newest backup."
    )]
    Damaged(String),
    /// A backup that was just written is not whole: what SQLite says of it.
    #[error(
        "The backup was written, but the check found damage in it ({0}). The library was not changed. The file is kept \
         and marked as damaged. Check the disk, then make another backup."
    )]
    BackupDamaged(String),
    /// Everything is being replaced by a backup at this moment. Passes within seconds.
    #[error(
        "A backup is being restored, so nothing can be saved right now. Nothing you typed is lost. Try again in a moment."
    )]
    Restoring,
    /// The database was deleted or replaced while it was in use.
    #[error(
        "The studio's database was deleted or replaced while it was in use, so nothing can be saved. Copy what you have typed, put the data folder back or restore a backup, and restart the studio."
    )]
    Gone,
    /// Another program holds the database, for longer than we wait. Passes when it lets go.
    #[error(
        "The studio's database is locked by another program, or its disk is very slow. Nothing that was \
         saved is lost. Close that program, or try again in a moment."
    )]
    Locked(#[source] Cause),
    /// The disk or the file takes no changes. Passes when it does again.
    #[error(
        "The studio's database is read-only. Nothing that was saved is lost. Make its folder writable; the \
         studio then continues by itself."
    )]
    ReadOnly(#[source] Cause),
    /// The database failed. The cause is for the log, not for the browser.
    #[error(
        "The studio could not use its database. Nothing that was saved is lost. Try again in a moment."
    )]
    Store(#[source] Cause),
    /// Stored data that can't be read back. The cause is for the log.
    #[error("The studio found data that it can't read: {0}.")]
    Corrupt(&'static str),
}

impl Error {
    /// Stable name for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotFound(_) => "not_found",
            Self::Invalid(_) => "invalid",
            Self::TooLarge(_) => "too_large",
            Self::IllegalTransition(_) => "illegal_transition",
            Self::Conflict(_) => "conflict",
            Self::StaleVersion { .. } => "stale_version",
            Self::KeyReused => "idempotency_mismatch",
            Self::LeaseLost => "lease_lost",
            Self::NoWorker => "workers",
            Self::Model(_) => "model",
            Self::Unusable(_) => "unusable",
            Self::DiskFull(_) | Self::NoRoom => "disk_full",
            Self::Damaged(_) | Self::BackupDamaged(_) => "damaged",
            Self::Restoring => "restoring",
            Self::Gone => "gone",
            Self::Locked(_) => "locked",
            Self::ReadOnly(_) => "read_only",
            Self::Store(_) => "store",
            Self::Corrupt(_) => "corrupt",
        }
    }

    /// Whether it is the machine's trouble, which passes: the same request may succeed later.
    pub const fn is_passing(&self) -> bool {
        matches!(
            self,
            Self::DiskFull(_)
                | Self::NoRoom
                | Self::Locked(_)
                | Self::ReadOnly(_)
                | Self::Restoring
        )
    }
}

/// A rule of the store said no.
impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        match refusal.kind() {
            RefusalKind::NotFound(what) => Self::NotFound(what),
            RefusalKind::Invalid => Self::Invalid(refusal.to_string()),
            RefusalKind::Conflict => Self::Conflict(refusal.to_string()),
        }
    }
}

impl From<DataFolderError> for Error {
    fn from(reason: DataFolderError) -> Self {
        Self::Unusable(reason.to_string())
    }
}

#[cfg(feature = "sqlx")]
/// What SQLite calls its errors: the last byte says what, the one before it where.
mod sqlite {
    pub(super) const BUSY: i32 = 5;
    pub(super) const LOCKED: i32 = 6;
    pub(super) const READ_ONLY: i32 = 8;
    pub(super) const FULL: i32 = 13;
    /// No room for the index of the write-ahead log.
    pub(super) const NO_ROOM_FOR_INDEX: i32 = 10 | (19 << 8);
    /// A file refused a write, for another reason than room.
    pub(super) const WRITE_REFUSED: i32 = 10 | (3 << 8);
}

#[cfg(feature = "sqlx")]
impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        let code = match &error {
            // One connection writes: who waits for it waits for a lock.
            sqlx::Error::PoolTimedOut => return Self::Locked(Box::new(error)),
            sqlx::Error::Database(database) => database.code(),
            _ => None,
        };
        let code = code.and_then(|code| code.parse::<i32>().ok());
        match code.map(|code| (code, code & 0xff)) {
            Some((_, sqlite::FULL) | (sqlite::NO_ROOM_FOR_INDEX, _)) => {
                Self::DiskFull(Box::new(error))
            }
            Some((_, sqlite::BUSY | sqlite::LOCKED)) => Self::Locked(Box::new(error)),
            Some((_, sqlite::READ_ONLY) | (sqlite::WRITE_REFUSED, _)) => {
                Self::ReadOnly(Box::new(error))
            }
            _ => Self::Store(Box::new(error)),
        }
    }
}
