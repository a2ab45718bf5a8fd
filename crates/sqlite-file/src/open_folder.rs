//! The place of the database on the disk, and whether it is still there.
//!
//! A folder that is renamed while the studio runs takes the open files with it, and all is well. A database that is
//! deleted, or replaced by another, would swallow everything saved from then on without a word.

use std::{
    fs::{self, File, Metadata},
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
};
use store::{Error, Result};

/// The data folder and the database in it, while it is open.
#[derive(Debug)]
pub struct OpenFolder {
    /// The folder as it was named.
    pub folder: PathBuf,
    /// The database.
    pub file: PathBuf,
    lock: File,
    /// The file as it was when it was opened.
    known: Option<Identity>,
    /// Whether it was said that the folder has moved.
    is_reported: AtomicBool,
}

type Identity = (u64, u64);

#[cfg(unix)]
fn identity(file: &Metadata) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt as _;
    Some((file.dev(), file.ino()))
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> Option<Identity> {
    None
}

#[cfg(unix)]
fn is_deleted(file: &File) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    file.metadata().is_ok_and(|file| file.nlink() == 0)
}

#[cfg(not(unix))]
fn is_deleted(_: &File) -> bool {
    false
}

impl OpenFolder {
    pub(crate) fn new(folder: &Path, file: &Path, lock: File) -> Self {
        Self {
            folder: folder.to_owned(),
            file: file.to_owned(),
            lock,
            known: found(file),
            is_reported: AtomicBool::new(false),
        }
    }

    /// Lets another studio open the folder: everything here is closed.
    pub fn release(&self) {
        if let Err(error) = self.lock.unlock() {
            tracing::debug!("the lock of the data folder could not be released: {error}");
        }
    }

    /// Refuses where what is saved would be lost.
    pub fn check(&self) -> Result<()> {
        if found(&self.file) == self.known {
            return Ok(());
        }
        let lock = self.lock.metadata().ok().as_ref().and_then(identity);
        let folder_is_here = lock.is_some() && found(&self.folder.join("fablewright.lock")) == lock;
        if folder_is_here || is_deleted(&self.lock) {
            return Err(Error::Gone);
        }
        if !self.is_reported.swap(true, Ordering::Relaxed) {
            tracing::warn!(
                folder = %self.folder.display(),
                "the data folder was moved while the studio runs: what is saved goes with it; restart the studio with \
                 its new place as --data"
            );
        }
        Ok(())
    }
}

fn found(file: &Path) -> Option<Identity> {
    fs::metadata(file).ok().as_ref().and_then(identity)
}
