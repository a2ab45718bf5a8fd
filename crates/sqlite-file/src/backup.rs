//! Copies of the database in `backups/` of the data folder: made while it is in use, checked, and thinned out.
//!
//! A copy is written under a temporary name, checked with SQLite's `quick_check`, forced to the disk and renamed: a
//! file with a backup's name is whole. It is one file with no write-ahead log beside it.

use super::{file_header, integrity};
use domain::Timestamp;
use sqlx::{
    Connection as _, SqliteConnection,
    sqlite::{SqliteConnectOptions, SqliteJournalMode},
};
use std::{
    collections::HashSet,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};
use store::clock;
use store::{DataFolderError, Error, LatestBackup, Result};

const FOLDER: &str = "backups";
const PREFIX: &str = "fablewright-";
const UNFINISHED: &str = "part";

/// So many of the newest are kept in any case.
const KEEP_NEWEST: usize = 10;

/// And the newest of each day for so many days.
const KEEP_DAYS: i64 = 30;

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// Room that a copy leaves on the disk for what is being written.
const ROOM_LEFT: u64 = 16 * 1024 * 1024;

/// One copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// When it was made.
    pub at: Timestamp,
    /// Where it is.
    pub file: PathBuf,
}

/// The copies in a data folder, newest first. Files with other names are none of ours.
pub fn list(data: &Path) -> Vec<Backup> {
    let Ok(files) = fs::read_dir(data.join(FOLDER)) else {
        return Vec::new();
    };
    let mut found: Vec<Backup> = files
        .filter_map(|entry| {
            let file = entry.ok()?.path();
            let at = time_of(file.file_name()?.to_str()?)?;
            Some(Backup { at, file })
        })
        .collect();
    found.sort_by(|one, other| (other.at, &other.file).cmp(&(one.at, &one.file)));
    found
}

/// What a person without a database can restore.
pub(crate) fn advice(data: &Path) -> LatestBackup {
    let newest = list(data).into_iter().next();
    LatestBackup {
        folder: data.join(FOLDER),
        newest: newest.map(|newest| (newest.file, newest.at)),
    }
}

/// Makes a copy of the database behind `sql`, and forgets those that are too old.
pub async fn make(sql: &mut SqliteConnection, data: &Path, database: &Path) -> Result<Backup> {
    let folder = data.join(FOLDER);
    make_private(&folder).map_err(|error| unwritable(&folder, &error))?;
    forget_unfinished(&folder);
    check_room(data, database)?;
    let at = clock::now();
    let target = free_name(&folder, at);
    let unfinished = target.with_extension(UNFINISHED);
    let made = copy(sql, &unfinished).await;
    let made = match made {
        Ok(()) => publish(&unfinished, &target).map_err(|error| unwritable(&folder, &error)),
        Err(error) => Err(error),
    };
    if let Err(error) = made {
        drop(fs::remove_file(&unfinished));
        return Err(error);
    }
    prune(data, at);
    Ok(Backup { at, file: target })
}

async fn copy(sql: &mut SqliteConnection, to: &Path) -> Result<()> {
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
    match checked? {
        None => Ok(()),
        Some(damage) => Err(Error::Damaged(damage)),
    }
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

/// A copy must not take the last room from what an author saves meanwhile.
fn check_room(data: &Path, database: &Path) -> Result<()> {
    let size = |name: &Path| fs::metadata(name).map_or(0, |file| file.len());
    let mut log = database.as_os_str().to_owned();
    log.push("-wal");
    let needed = size(database) + size(Path::new(&log)) + ROOM_LEFT;
    match rustix::fs::statvfs(data) {
        Ok(disk) if disk.f_bavail.saturating_mul(disk.f_frsize) < needed => Err(Error::NoRoom),
        // Where it can't be asked, the copy itself tells.
        _ => Ok(()),
    }
}

/// What a copy that was cut off left behind.
fn forget_unfinished(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let file = entry.path();
        let is_ours = file
            .file_name()
            .and_then(|name| name.to_str())
            .is_some_and(|name| name.starts_with(PREFIX));
        if is_ours && file.extension().is_some_and(|end| end == UNFINISHED) {
            drop(fs::remove_file(file));
        }
    }
}

fn free_name(folder: &Path, at: Timestamp) -> PathBuf {
    let whole = Timestamp(at.millis() - at.millis().rem_euclid(1000));
    let stem = format!("{PREFIX}{}", whole.to_rfc3339().replace(':', "-"));
    (1..)
        .map(|nth| match nth {
            1 => folder.join(format!("{stem}.db")),
            _ => folder.join(format!("{stem}-{nth}.db")),
        })
        .find(|file| !file.exists())
        .unwrap_or_default()
}

/// `fablewright-2026-01-31T09-30-00Z.db`, or the same with `-2` before its end.
fn time_of(name: &str) -> Option<Timestamp> {
    let stem = name.strip_prefix(PREFIX)?.strip_suffix(".db")?;
    let (date, clock) = stem.split_once('T')?;
    let (clock, _nth) = clock.split_once('Z')?;
    Timestamp::from_rfc3339(&format!("{date}T{}Z", clock.replace('-', ":")))
}

fn prune(data: &Path, now: Timestamp) {
    for old in expired(list(data), now) {
        match fs::remove_file(&old.file) {
            Ok(()) => tracing::info!(file = %old.file.display(), "an old backup was deleted"),
            Err(error) => {
                tracing::warn!(file = %old.file.display(), %error, "could not delete an old backup");
            }
        }
    }
}

/// Which of these, newest first, are neither among the newest nor the last of a recent day.
fn expired(backups: Vec<Backup>, now: Timestamp) -> Vec<Backup> {
    let mut days = HashSet::new();
    let is_kept = |nth: usize, backup: &Backup, days: &mut HashSet<i64>| {
        let is_last_of_day = days.insert(backup.at.millis().div_euclid(DAY_MS));
        let is_recent = now.millis() - backup.at.millis() < KEEP_DAYS * DAY_MS;
        nth < KEEP_NEWEST || is_recent && is_last_of_day
    };
    backups
        .into_iter()
        .enumerate()
        .filter(|(nth, backup)| !is_kept(*nth, backup, &mut days))
        .map(|(_, backup)| backup)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp::from_rfc3339(text).expect("a time")
    }

    #[test]
    fn names_tell_when_a_copy_was_made() {
        let folder = tempfile::tempdir().expect("a folder");
        let moment = at("2026-01-31T09:30:00.250Z");
        let first = free_name(folder.path(), moment);
        fs::write(&first, "x").expect("written");
        let second = free_name(folder.path(), moment);
        assert_ne!(first, second);
        for file in [&first, &second] {
            let name = file
                .file_name()
                .and_then(|name| name.to_str())
                .expect("a name");
            assert_eq!(time_of(name), Some(at("2026-01-31T09:30:00Z")), "{name}");
        }
        for other in [
            "fablewright.db",
            "fablewright-old.db",
            "fablewright-2026-01-31T09-30-00Z.part",
        ] {
            assert_eq!(time_of(other), None, "{other}");
        }
    }

    #[test]
    fn the_newest_ten_and_one_a_day_for_thirty_days_are_kept() {
        let now = at("2026-03-01T12:00:00Z");
        let hours_ago = |hours: i64| Backup {
            at: Timestamp(now.millis() - hours * 60 * 60 * 1000),
            file: PathBuf::from(format!("{hours}")),
        };
        // Every hour for three days, then one a day for fifty days.
        let all: Vec<Backup> = (0..72)
            .chain((3..53).map(|day| day * 24))
            .map(hours_ago)
            .collect();
        let gone = expired(all.clone(), now);
        let kept: Vec<&Backup> = all.iter().filter(|backup| !gone.contains(backup)).collect();
        assert!(all[..10].iter().all(|newest| kept.contains(&newest)));
        let days: HashSet<i64> = kept
            .iter()
            .map(|backup| backup.at.millis().div_euclid(DAY_MS))
            .collect();
        assert!(days.len() >= 30, "{}", days.len());
        assert!(kept.len() <= 10 + 31, "{}", kept.len());
        let oldest = kept.last().expect("some").at;
        assert!(now.millis() - oldest.millis() < KEEP_DAYS * DAY_MS);
        // Old ones that are the only ones stay.
        let old: Vec<Backup> = (100..105).map(|day| hours_ago(day * 24)).collect();
        assert_eq!(expired(old, now), []);
    }
}
