//! What can go wrong between a caller and the engine.

use domain::IllegalTransition;

/// Shorthand for results of the engine.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why the engine did not do what it was asked. `Display` is one clear sentence for the person who asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No such story, chapter, run, …
    #[error("There is no such {0} here. It may have been deleted.")]
    NotFound(&'static str),
    /// The request can't be carried out as it is; says what to change.
    #[error("{0}")]
    Invalid(String),
    /// The run's status does not allow it.
    #[error(transparent)]
    IllegalTransition(#[from] IllegalTransition),
    /// The request does not fit the present state in some other way.
    #[error("{0}")]
    Conflict(String),
    /// The change was based on an older version.
    #[error(
        "This was changed elsewhere meanwhile. Nothing was overwritten: look at the current version and save again."
    )]
    StaleVersion {
        /// The version now.
        current: i64,
    },
    /// The worker's lease went to another: it must write nothing more.
    #[error("The run was taken over by another worker.")]
    LeaseLost,
    /// A model that was asked at once did not answer as it should; what can be done.
    #[error("{0}")]
    Model(String),
    /// The data folder or the database can't be used; said at start.
    #[error("{0}")]
    Unusable(String),
    /// The database failed. The cause is for the log, not for the browser.
    #[error(
        "The studio could not use its database. Nothing that was saved is lost; try again in a moment."
    )]
    Store(#[source] sqlx::Error),
    /// Stored data that can't be read back. The cause is for the log.
    #[error("The studio found data it can't read: {0}.")]
    Corrupt(&'static str),
}

impl Error {
    /// Stable name for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotFound(_) => "not_found",
            Self::Invalid(_) => "invalid",
            Self::IllegalTransition(_) => "illegal_transition",
            Self::Conflict(_) => "conflict",
            Self::StaleVersion { .. } => "stale_version",
            Self::LeaseLost => "lease_lost",
            Self::Model(_) => "model",
            Self::Unusable(_) => "unusable",
            Self::Store(_) => "store",
            Self::Corrupt(_) => "corrupt",
        }
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error)
    }
}
