//! Backups: what became of a story since then, and the name under which one comes back.

use domain::{BackupComparison, Timestamp};

/// The name of a story that comes back out of a backup, beside the one that may still be there.
pub fn restored_name(title: &str, made: Timestamp) -> String {
    let made = made.to_rfc3339();
    let day = made.split('T').next().unwrap_or_default();
    format!("{title} (from backup of {day})")
}

/// What open pages are told once everything was restored.
pub fn restored_notice(made: Timestamp, paused_runs: u64) -> String {
    let made = made.to_rfc3339();
    let (day, clock) = made.split_once('T').unwrap_or_default();
    let clock = clock.get(..5).unwrap_or_default();
    let runs = match paused_runs {
        0 => String::new(),
        1 => " One run that was unfinished then is paused. Resume it in the queue.".to_owned(),
        many => {
            format!(" {many} runs that were unfinished then are paused. Resume them in the queue.")
        }
    };
    format!(
        "The library was restored from the backup of {day}, {clock} UTC. What was here before is kept as a backup.{runs}"
    )
}

/// What became of a story that was last changed at `then`. `now` is when the one that is here was last changed.
pub fn changed_since(then: Timestamp, now: Option<Timestamp>, in_trash: bool) -> BackupComparison {
    match now {
        Some(now) if now == then => BackupComparison::Same,
        Some(_) => BackupComparison::Changed,
        None if in_trash => BackupComparison::InTrash,
        None => BackupComparison::Missing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_is_compared_by_its_last_change() {
        let (then, later) = (Timestamp(1), Timestamp(2));
        for (now, in_trash, expected) in [
            (Some(then), false, BackupComparison::Same),
            (Some(later), false, BackupComparison::Changed),
            // Of a library that was set back, the backup is the newer one.
            (Some(Timestamp(0)), false, BackupComparison::Changed),
            (None, true, BackupComparison::InTrash),
            (None, false, BackupComparison::Missing),
        ] {
            assert_eq!(changed_since(then, now, in_trash), expected);
        }
    }

    #[test]
    fn the_notice_says_what_is_paused() {
        let made = Timestamp(1_769_851_800_000);
        let said = restored_notice(made, 2);
        assert!(said.contains("2026-01-31, 09:30 UTC."), "{said}");
        assert!(
            said.ends_with(
                "2 runs that were unfinished then are paused. Resume them in the queue."
            ),
            "{said}"
        );
        assert!(restored_notice(made, 0).ends_with("kept as a backup."));
        assert!(restored_notice(made, 1).contains("One run"));
    }

    #[test]
    fn the_name_says_which_backup_it_is_from() {
        let made = Timestamp(1_769_851_800_000);
        assert_eq!(
            restored_name("The Lamp", made),
            "The Lamp (from backup of 2026-01-31)"
        );
    }
}
