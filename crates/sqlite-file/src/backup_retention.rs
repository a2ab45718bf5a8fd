//! Which backups are kept: those made by themselves, those that somebody asked for, and those made before a change of
//! everything are counted apart, so that none pushes out another kind.

use super::backup_name::{Backup, list};
use domain::{BackupReason, Timestamp};
use std::{collections::HashSet, fs, path::Path};

/// So many of the newest automatic ones are kept in any case, and so many of those made before a change.
const KEEP_NEWEST: usize = 10;

/// And the newest automatic one of each day for so many days.
const KEEP_DAYS: i64 = 30;

/// So many of those that somebody asked for.
const KEEP_MANUAL: usize = 20;

/// One made before a change of everything is kept for so many days in any case.
const KEEP_BEFORE_CHANGE_DAYS: i64 = 7;

/// So many damaged ones, for whoever wants to save something out of them.
const KEEP_DAMAGED: usize = 2;

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// Deletes those that are too old.
pub(crate) fn prune(data: &Path, now: Timestamp) {
    for old in expired(list(data), now) {
        match fs::remove_file(&old.file) {
            Ok(()) => tracing::info!(file = %old.file.display(), "an old backup was deleted"),
            Err(error) => {
                tracing::warn!(file = %old.file.display(), %error, "could not delete an old backup");
            }
        }
    }
}

/// What is counted together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Automatic,
    Manual,
    BeforeChange,
    Damaged,
}

fn class(backup: &Backup) -> Class {
    match backup.reason {
        _ if !backup.verified => Class::Damaged,
        BackupReason::Daily | BackupReason::Unknown => Class::Automatic,
        BackupReason::Manual => Class::Manual,
        BackupReason::Upgrade | BackupReason::Restore => Class::BeforeChange,
    }
}

/// Which of these, newest first, are not kept.
fn expired(backups: Vec<Backup>, now: Timestamp) -> Vec<Backup> {
    let classes = [
        Class::Automatic,
        Class::Manual,
        Class::BeforeChange,
        Class::Damaged,
    ];
    let mut expired = Vec::new();
    for of in classes {
        let mut days = HashSet::new();
        let alike = backups.iter().filter(|backup| class(backup) == of);
        for (nth, backup) in alike.enumerate() {
            let age = now.millis() - backup.at.millis();
            let is_last_of_day = days.insert(backup.at.millis().div_euclid(DAY_MS));
            let is_kept = match of {
                Class::Automatic => nth < KEEP_NEWEST || is_last_of_day && age < KEEP_DAYS * DAY_MS,
                Class::Manual => nth < KEEP_MANUAL,
                Class::BeforeChange => nth < KEEP_NEWEST || age < KEEP_BEFORE_CHANGE_DAYS * DAY_MS,
                Class::Damaged => nth < KEEP_DAMAGED,
            };
            if !is_kept {
                expired.push(backup.clone());
            }
        }
    }
    expired
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backup_name::FOLDER;

    const NOW: Timestamp = Timestamp(1_772_366_400_000);

    /// Copies of this kind, so many hours old, written in this order.
    fn make(data: &Path, reason: BackupReason, hours: impl IntoIterator<Item = i64>) {
        drop(fs::create_dir(data.join(FOLDER)));
        for hours in hours {
            let at = Timestamp(NOW.millis() - hours * 60 * 60 * 1000);
            fs::write(Backup::next(data, at, reason).file, "x").expect("written");
        }
    }

    fn count(data: &Path, reason: BackupReason) -> usize {
        let all = list(data);
        all.iter().filter(|backup| backup.reason == reason).count()
    }

    #[test]
    fn the_newest_ten_and_one_a_day_for_thirty_days_are_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path();
        // Every hour for three days, then one a day for fifty days.
        make(
            data,
            BackupReason::Daily,
            (0..72).chain((3..53).map(|day| day * 24)),
        );
        let before = list(data);
        prune(data, NOW);
        let kept = list(data);
        assert_eq!(kept[..10], before[..10]);
        let days: HashSet<i64> = kept
            .iter()
            .map(|backup| backup.at.millis().div_euclid(DAY_MS))
            .collect();
        assert!(days.len() >= 30, "{}", days.len());
        assert!(kept.len() <= 10 + 31, "{}", kept.len());
        let oldest = kept.last().expect("some").at;
        assert!(NOW.millis() - oldest.millis() < KEEP_DAYS * DAY_MS);
        // Old ones that are the only ones stay.
        let other = tempfile::tempdir().expect("a folder");
        make(
            other.path(),
            BackupReason::Unknown,
            (100..105).map(|day| day * 24),
        );
        prune(other.path(), NOW);
        assert_eq!(list(other.path()).len(), 5);
    }

    #[test]
    fn no_kind_of_backup_pushes_out_another_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path();
        make(
            data,
            BackupReason::Manual,
            (0..30).map(|day| 2_000 + day * 24),
        );
        make(data, BackupReason::Restore, (0..12).map(|hour| 24 + hour));
        make(
            data,
            BackupReason::Upgrade,
            (0..12).map(|day| 1_000 + day * 24),
        );
        make(data, BackupReason::Daily, 0..40);
        prune(data, NOW);
        assert_eq!(count(data, BackupReason::Manual), KEEP_MANUAL);
        // Twelve of the last week are more than ten, and stay; older ones of the same kind go.
        assert_eq!(count(data, BackupReason::Restore), 12);
        assert_eq!(count(data, BackupReason::Upgrade), 0);
        // The newest ten, and the last one of the day before.
        assert!((10..=12).contains(&count(data, BackupReason::Daily)));
        for backup in list(data).into_iter().take(5) {
            backup.mark_damaged().expect("renamed");
        }
        prune(data, NOW);
        let damaged = list(data).into_iter().filter(|backup| !backup.verified);
        assert_eq!(damaged.count(), KEEP_DAMAGED);
    }
}
