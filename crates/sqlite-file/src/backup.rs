//! Copies of the database in `backups/` of the data folder: made while it is in use, checked, and thinned out.
//!
//! A copy is written under a temporary name, checked with SQLite's `integrity_check`, forced to the disk and renamed: a
//! file with a backup's name is whole, or says in its name that it is not. It is one file with no write-ahead log beside
//! it.

use super::{
    backup_name::{Backup, FOLDER, PREFIX, list},
    backup_retention::prune,
    file_header, integrity,
};
use domain::BackupReason;
use sqlx::{
    Connection as _, SqliteConnection,
    sqlite::{SqliteConnectOptions, SqliteJournalMode},
};
use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};
use store::clock;
use store::{DataFolderError, Error, LatestBackup, Result};

/// How the name of one ends that is being written, or that is a copy which somebody reads.
const UNFINISHED: &str = "part";
const READ_COPY: &str = "copy";

/// Room that a copy leaves on the disk for what is being written.
const ROOM_LEFT: u64 = 16 * 1024 * 1024;

/// What a person without a database can restore.
pub(crate) fn advice(data: &Path) -> LatestBackup {
    let newest = list(data).into_iter().next();
    LatestBackup {
        folder: data.join(FOLDER),
        newest: newest.map(|newest| (newest.file, newest.at)),
    }
}

/// Makes a copy of the database behind `sql`, and deletes those that are too old.
///
/// # Errors
///
/// [`Error::BackupDamaged`] where the copy is not whole: it is kept, and its name says so. After any other error there is
/// no copy.
pub async fn make(
    sql: &mut SqliteConnection,
    data: &Path,
    database: &Path,
    reason: BackupReason,
) -> Result<Backup> {
    let folder = data.join(FOLDER);
    make_private(&folder).map_err(|error| unwritable(&folder, &error))?;
    forget_unfinished(&folder, UNFINISHED);
    check_room(data, size_of(database))?;
    let at = clock::now();
    let made = Backup::next(data, at, reason);
    let unfinished = made.file.with_extension(UNFINISHED);
    let written = match copy(sql, &unfinished).await {
        Ok(damage) => publish(&unfinished, &made.file)
            .map(|()| damage)
            .map_err(|error| unwritable(&folder, &error)),
        Err(error) => Err(error),
    };
    let damage = written.inspect_err(|_| forget_unfinished(&folder, UNFINISHED))?;
    if let Some(damage) = damage {
        made.mark_damaged()
            .map_err(|error| unwritable(&folder, &error))?;
        prune(data, at);
        return Err(Error::BackupDamaged(damage));
    }
    prune(data, at);
    Ok(made)
}

/// Writes a copy and checks it; what is wrong with it.
async fn copy(sql: &mut SqliteConnection, to: &Path) -> Result<Option<String>> {
    let text = to.to_str().ok_or(DataFolderError::NotUtf8)?;
    // SQLite takes an empty file; made here, it is its owner's alone from the start.
    private_file(to).map_err(|error| unwritable(to, &error))?;
    sqlx::query("VACUUM INTO ?").bind(text).execute(sql).await?;
    let options = SqliteConnectOptions::new()
        .filename(to)
        .journal_mode(SqliteJournalMode::Memory);
    let mut copy = SqliteConnection::connect_with(&options).await?;
    let checked = async {
        file_header::set(&mut copy, file_header::FileState::Backup).await?;
        integrity::check(&mut copy).await
    }
    .await;
    copy.close().await?;
    checked
}

/// Copies a backup beside it, to be read and changed; the backup itself stays as it is.
pub(crate) fn copy_to_read(backup: &Backup) -> Result<PathBuf> {
    let copy = backup
        .file
        .with_extension(format!("{}.{READ_COPY}", store::ids::new_id()));
    check_room(
        backup.file.parent().unwrap_or(&backup.file),
        size_of(&backup.file),
    )?;
    let copied = private_file(&copy)
        .and_then(|()| io::copy(&mut File::open(&backup.file)?, &mut File::create(&copy)?));
    match copied {
        Ok(_) => Ok(copy),
        Err(error) => {
            drop(fs::remove_file(&copy));
            Err(unwritable(&copy, &error))
        }
    }
}

/// Deletes what was cut off when the last process ended.
pub(crate) fn forget_cut_off(data: &Path) {
    let folder = data.join(FOLDER);
    forget_unfinished(&folder, UNFINISHED);
    forget_unfinished(&folder, READ_COPY);
}

/// Forces a copy to the disk and gives it its name.
fn publish(unfinished: &Path, target: &Path) -> io::Result<()> {
    File::open(unfinished)?.sync_all()?;
    fs::rename(unfinished, target)?;
    match target.parent() {
        Some(folder) => File::open(folder)?.sync_all(),
        None => Ok(()),
    }
}

fn private_file(file: &Path) -> io::Result<()> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file).map(drop)
}

/// Makes the folder, if it is missing, for its owner alone: manuscripts are private.
pub(crate) fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn unwritable(place: &Path, error: &io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Error::NoRoom,
        _ => DataFolderError::NoBackup {
            place: place.to_owned(),
            cause: error.to_string(),
        }
        .into(),
    }
}

/// What a database needs on the disk, with its write-ahead log.
fn size_of(database: &Path) -> u64 {
    let size = |name: &Path| fs::metadata(name).map_or(0, |file| file.len());
    let mut log = database.as_os_str().to_owned();
    log.push("-wal");
    size(database) + size(Path::new(&log))
}

/// A copy must not take the last room from what an author saves meanwhile.
fn check_room(folder: &Path, needed: u64) -> Result<()> {
    match rustix::fs::statvfs(folder) {
        Ok(disk) if disk.f_bavail.saturating_mul(disk.f_frsize) < needed + ROOM_LEFT => {
            Err(Error::NoRoom)
        }
        // Where it can't be asked, the copy itself tells.
        _ => Ok(()),
    }
}

/// What a copy that was cut off left behind.
fn forget_unfinished(folder: &Path, end: &str) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let file = entry.path();
        let is_ours = file
            .file_name()
            .and_then(|name| name.to_str())
            .is_some_and(|name| name.starts_with(PREFIX));
        // SQLite may have put its journal beside it: `….part-journal`.
        let of_end = |found: &str| found.split('-').next() == Some(end);
        let found = file.extension().and_then(|found| found.to_str());
        if is_ours && found.is_some_and(of_end) {
            drop(fs::remove_file(file));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_cut_off_goes_with_its_journal() {
        let data = tempfile::tempdir().expect("a folder");
        let folder = data.path().join(FOLDER);
        fs::create_dir(&folder).expect("a folder");
        let name = |end: &str| folder.join(format!("fablewright-2026-01-31T09-30-00Z-daily{end}"));
        let others = [name(".db"), folder.join("mine.part"), name(".partly")];
        let cut_off = [".part", ".part-journal", ".x.copy", ".x.copy-journal"].map(name);
        for file in others.iter().chain(&cut_off) {
            fs::write(file, "x").expect("written");
        }
        forget_cut_off(data.path());
        assert!(others.iter().all(|file| file.exists()));
        assert!(cut_off.iter().all(|file| !file.exists()));
    }
}
