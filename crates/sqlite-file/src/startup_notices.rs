//! What people should be told of how the data was found, kept in the data folder until they are told: a command that opens
//! the folder finds it first, and has nobody to tell.

use std::{fs, io, path::Path};
use store::StartupNotice;

const NAME: &str = "fablewright.notices";

const ALL: [StartupNotice; 3] = [
    StartupNotice::RestoredFromBackup,
    StartupNotice::CopiedWhileOpen,
    StartupNotice::SearchIndexRebuilt,
];

const fn word(notice: StartupNotice) -> &'static str {
    match notice {
        StartupNotice::RestoredFromBackup => "restored_from_backup",
        StartupNotice::CopiedWhileOpen => "copied_while_open",
        StartupNotice::SearchIndexRebuilt => "search_index_rebuilt",
    }
}

/// Adds what was found now to what was not told yet.
pub(crate) fn keep(data: &Path, found: &[StartupNotice]) {
    if found.is_empty() {
        return;
    }
    let mut all = read(data);
    all.extend(
        found
            .iter()
            .filter(|notice| !all.contains(notice))
            .copied()
            .collect::<Vec<_>>(),
    );
    let words: String = all
        .iter()
        .map(|notice| format!("{}\n", word(*notice)))
        .collect();
    // What is not kept is told by this process, if it has somebody to tell.
    if let Err(error) = fs::write(data.join(NAME), words) {
        tracing::warn!(%error, "notices of the start could not be kept");
    }
}

fn read(data: &Path) -> Vec<StartupNotice> {
    let text = fs::read_to_string(data.join(NAME)).unwrap_or_default();
    let known = text
        .lines()
        .filter_map(|line| ALL.into_iter().find(|notice| word(*notice) == line));
    known.collect()
}

/// What was not told yet. It is told now.
pub fn take(data: &Path) -> Vec<StartupNotice> {
    let untold = read(data);
    match fs::remove_file(data.join(NAME)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            tracing::warn!(%error, "notices that were told could not be forgotten");
        }
        _ => {}
    }
    untold
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_is_kept_until_it_is_told_once() {
        let data = tempfile::tempdir().expect("a folder");
        keep(data.path(), &[]);
        assert_eq!(take(data.path()), []);
        keep(data.path(), &[StartupNotice::CopiedWhileOpen]);
        keep(
            data.path(),
            &[
                StartupNotice::CopiedWhileOpen,
                StartupNotice::SearchIndexRebuilt,
            ],
        );
        let told = [
            StartupNotice::CopiedWhileOpen,
            StartupNotice::SearchIndexRebuilt,
        ];
        assert_eq!(take(data.path()), told);
        assert_eq!(take(data.path()), []);
    }
}
