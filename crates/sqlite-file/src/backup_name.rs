//! The names of backups: when each was made, why, and whether it was found whole.
//!
//! `fablewright-2026-01-31T09-30-00Z-daily.db`; a second one within the same second ends with `-2`, and one that was
//! found damaged has the word `damaged` in its name.

use domain::{BackupReason, Timestamp};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Where backups are, in the data folder.
pub(crate) const FOLDER: &str = "backups";

/// How their names begin.
pub(crate) const PREFIX: &str = "fablewright-";

const DAMAGED: &str = "damaged";

/// One copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Its name without what all of them share.
    pub id: String,
    /// When it was made.
    pub at: Timestamp,
    /// Its place among those of the same second.
    nth: u32,
    /// Where it is.
    pub file: PathBuf,
    /// Why it was made.
    pub reason: BackupReason,
    /// Whether it was found whole when it was written.
    pub verified: bool,
}

const fn word(reason: BackupReason) -> Option<&'static str> {
    match reason {
        BackupReason::Daily => Some("daily"),
        BackupReason::Upgrade => Some("upgrade"),
        BackupReason::Manual => Some("manual"),
        BackupReason::Restore => Some("restore"),
        BackupReason::Unknown => None,
    }
}

impl Backup {
    /// What the name of a file says; `None` where it is none of ours.
    fn read(file: PathBuf) -> Option<Self> {
        let name = file.file_name()?.to_str()?;
        let id = name.strip_prefix(PREFIX)?.strip_suffix(".db")?.to_owned();
        let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if !id.chars().all(is_plain) {
            return None;
        }
        let (date, rest) = id.split_once('T')?;
        let (clock, rest) = rest.split_once('Z')?;
        let at = Timestamp::from_rfc3339(&format!("{date}T{}Z", clock.replace('-', ":")))?;
        let (mut nth, mut reason, mut verified) = (1, BackupReason::Unknown, true);
        for part in rest.split('-') {
            let named = BackupReason::ALL
                .into_iter()
                .find(|reason| word(*reason) == Some(part));
            match (named, part.parse()) {
                (Some(named), _) => reason = named,
                (None, Ok(number)) => nth = number,
                (None, Err(_)) => verified &= part != DAMAGED,
            }
        }
        Some(Self {
            id,
            at,
            nth,
            file,
            reason,
            verified,
        })
    }

    /// One that is about to be made: its name comes after all that are there.
    pub(crate) fn next(data: &Path, at: Timestamp, reason: BackupReason) -> Self {
        let at = Timestamp(at.millis() - at.millis().rem_euclid(1000));
        let here = list(data);
        let same = here.iter().filter(|other| other.at == at);
        let nth = same.map(|other| other.nth).max().unwrap_or_default() + 1;
        let made = Self {
            id: String::new(),
            at,
            nth,
            file: data.join(FOLDER),
            reason,
            verified: true,
        };
        made.named(true)
    }

    /// The same with the name that says whether it is whole.
    fn named(self, verified: bool) -> Self {
        let mut id = self.at.to_rfc3339().replace(':', "-");
        let reason = word(self.reason).map(str::to_owned);
        let damaged = (!verified).then(|| DAMAGED.to_owned());
        let nth = (self.nth > 1).then(|| self.nth.to_string());
        for part in [reason, damaged, nth].into_iter().flatten() {
            id.push('-');
            id.push_str(&part);
        }
        let folder = match self.id.is_empty() {
            true => self.file.clone(),
            false => self.file.with_file_name(""),
        };
        Self {
            file: folder.join(format!("{PREFIX}{id}.db")),
            id,
            verified,
            ..self
        }
    }

    /// Gives it the name of one that was found damaged.
    pub(crate) fn mark_damaged(self) -> io::Result<Self> {
        let before = self.file.clone();
        let marked = self.named(false);
        fs::rename(before, &marked.file)?;
        Ok(marked)
    }
}

/// The copies in a data folder, newest first. Files with other names are none of ours.
pub fn list(data: &Path) -> Vec<Backup> {
    let Ok(files) = fs::read_dir(data.join(FOLDER)) else {
        return Vec::new();
    };
    let mut found: Vec<Backup> = files
        .filter_map(|entry| Backup::read(entry.ok()?.path()))
        .collect();
    found.sort_by(|one, other| (other.at, other.nth, &other.id).cmp(&(one.at, one.nth, &one.id)));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp::from_rfc3339(text).expect("a time")
    }

    #[test]
    fn names_tell_when_and_why_a_copy_was_made() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join(FOLDER)).expect("a folder");
        let moment = at("2026-01-31T09:30:00.250Z");
        let mut made = Vec::new();
        let reasons = BackupReason::ALL.into_iter().cycle();
        for reason in reasons.take(12) {
            let next = Backup::next(folder.path(), moment, reason);
            fs::write(&next.file, "x").expect("written");
            made.insert(0, next);
        }
        // The tenth of a second comes after the second, whatever its reason.
        assert_eq!(list(folder.path()), made);
        assert_eq!(made[0].at, at("2026-01-31T09:30:00Z"));
        assert_eq!(made[11].id, "2026-01-31T09-30-00Z-daily");
        assert_eq!(made[9].id, "2026-01-31T09-30-00Z-manual-3");
        let damaged = made[9].clone().mark_damaged().expect("renamed");
        assert_eq!(damaged.id, "2026-01-31T09-30-00Z-manual-damaged-3");
        assert!(!damaged.verified);
        assert!(list(folder.path()).contains(&damaged));
    }

    #[test]
    fn other_files_are_none_of_ours() {
        let read = |name: &str| Backup::read(Path::new("/backups").join(name));
        for other in [
            "fablewright.db",
            "fablewright-old.db",
            "fablewright-2026-01-31T09-30-00Z.part",
            "fablewright-2026-01-31T09-30-00Z/../x.db",
            "fablewright-2026-01-31T09-30-00Z ä.db",
        ] {
            assert_eq!(read(other), None, "{other}");
        }
        // As earlier versions named them.
        let plain = read("fablewright-2026-01-31T09-30-00Z-2.db").expect("a backup");
        assert_eq!((plain.nth, plain.reason), (2, BackupReason::Unknown));
        assert!(plain.verified);
    }
}
