//! Why a data folder or a database in it can't be used, as values. Every sentence is worded here and nowhere else.

use domain::Timestamp;
use std::{fmt, path::PathBuf};

/// Written into the lock file of a folder once it has a database: a folder that has it is no new one.
pub const LOCK_FILE_NOTE: &str = "Fablewright keeps its data in this folder.\n";

/// The newest backup of a data folder, for a person who has no database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LatestBackup {
    /// Where backups are.
    pub folder: PathBuf,
    /// The newest one and when it was made.
    pub newest: Option<(PathBuf, Timestamp)>,
}

impl fmt::Display for LatestBackup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.newest {
            Some((file, made)) => write!(
                f,
                "The newest backup is {} (made {}): the README says how to restore it.",
                file.display(),
                made.to_rfc3339()
            ),
            None => write!(f, "There is no backup in {}.", self.folder.display()),
        }
    }
}

/// The reason. `Display` is one or two sentences for the person who starts the studio.
#[derive(Debug, thiserror::Error)]
pub enum DataFolderError {
    /// The folder's path is longer than the database takes.
    #[error(
        "The path of the data folder is too long: it has {length} bytes, and the database takes {longest}. Choose \
         another folder with --data."
    )]
    PathTooLong {
        /// Its bytes.
        length: usize,
        /// The most that there may be.
        longest: usize,
    },
    /// One name in the folder's path is longer than the disk takes.
    #[error(
        "The path of the data folder has a name that is too long for this disk. Choose another folder with --data."
    )]
    NameTooLong,
    /// The folder's path can't be written as text.
    #[error("The data folder's name is not UTF-8.")]
    NotUtf8,
    /// The folder can't be written to.
    #[error("The data folder {} is not writable ({cause}). Choose another folder with --data.", .folder.display())]
    NotWritable {
        /// Which.
        folder: PathBuf,
        /// What the system said.
        cause: String,
    },
    /// Another process holds the folder.
    #[error(
        "Another Fablewright is using the data folder {}: a studio, or a command such as `fablewright run watch`. Stop it \
         with Ctrl-C or wait until it has ended, or choose another folder with --data.", .0.display()
    )]
    InUse(PathBuf),
    /// The folder was used before and has lost its database.
    #[error(
        "The data folder {} was used before, but its database fablewright.db is missing. Nothing was changed. {advice} \
         To start with an empty library anyway, start once with --create-database.", .folder.display()
    )]
    Missing {
        /// Which.
        folder: PathBuf,
        /// What to restore.
        advice: LatestBackup,
    },
    /// The database has no bytes.
    #[error(
        "The database {} is empty (0 bytes). Nothing was changed. {advice} To start with an empty library anyway, \
         start once with --create-database.", .file.display()
    )]
    Empty {
        /// Which.
        file: PathBuf,
        /// What to restore.
        advice: LatestBackup,
    },
    /// The file is something else.
    #[error("The file {} is not a database. Nothing was changed. {advice}", .file.display())]
    NoDatabase {
        /// Which.
        file: PathBuf,
        /// What to restore.
        advice: LatestBackup,
    },
    /// The database has other tables.
    #[error("The database {} belongs to another program. Nothing was changed. {advice}", .file.display())]
    Foreign {
        /// Which.
        file: PathBuf,
        /// What to restore.
        advice: LatestBackup,
    },
    /// The database is broken.
    #[error("The database {} is damaged ({damage}). Nothing was changed. {advice}", .file.display())]
    Damaged {
        /// Which.
        file: PathBuf,
        /// What the database said.
        damage: String,
        /// What to restore.
        advice: LatestBackup,
    },
    /// The database is newer than this program.
    #[error(
        "The database {} was created by a newer version of Fablewright. Start that version, or choose another folder \
         with --data.", .0.display()
    )]
    Newer(PathBuf),
    /// The schema could not be brought up to date.
    #[error("The database {} could not be upgraded: {cause}.", .file.display())]
    NotUpgraded {
        /// Which.
        file: PathBuf,
        /// What the database said.
        cause: String,
    },
    /// The schema is not brought up to date without a backup.
    #[error(
        "The database {} has to be updated for this version, and the backup before that could not be made: {cause} \
         Nothing in it was changed.", .file.display()
    )]
    NoBackupBeforeUpgrade {
        /// Which.
        file: PathBuf,
        /// Why not: a sentence.
        cause: String,
    },
    /// The database failed when it was opened.
    #[error("The database {} can't be used ({cause}). Nothing in it was changed.", .file.display())]
    Failed {
        /// Which.
        file: PathBuf,
        /// What went wrong.
        cause: OpenFailure,
    },
    /// A backup can't be written.
    #[error("No backup can be written to {} ({cause}).", .place.display())]
    NoBackup {
        /// Where.
        place: PathBuf,
        /// What the system said.
        cause: String,
    },
}

/// What went wrong when a database was opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenFailure {
    /// No room.
    #[error("the disk is full")]
    DiskFull,
    /// Another program holds it.
    #[error("another program has locked it")]
    Locked,
    /// It takes no changes.
    #[error("it is read-only")]
    ReadOnly,
    /// Something else, in the words of whoever said so.
    #[error("{0}")]
    Other(String),
}
