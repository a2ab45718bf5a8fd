//! The data folder: how long its path may be, who has its lock, and what is said where it can't be used.

use std::{
    fs::{File, TryLockError},
    io,
    path::{self, Path},
};
use store::Result;
use store::{DataFolderError, Error, OpenFailure};

/// SQLite takes no longer path than 512 bytes; so many of them are left to a folder's own files, and to those SQLite
/// puts beside them.
const LONGEST_FOLDER: usize = 512 - 96;

pub(super) fn check_length(folder: &Path) -> Result<()> {
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
pub(super) fn lock(folder: &Path) -> Result<File> {
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

pub(super) fn unwritable(folder: &Path, error: &io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::InvalidFilename => DataFolderError::NameTooLong,
        _ => DataFolderError::NotWritable {
            folder: folder.to_owned(),
            cause: error.to_string(),
        },
    }
    .into()
}

pub(super) fn unusable(file: &Path, error: sqlx::Error) -> Error {
    unusable_because(file, error.into())
}

pub(super) fn unusable_because(file: &Path, error: Error) -> Error {
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
