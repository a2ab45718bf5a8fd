//! What is typed and not saved, kept in the browser until it is: the text, and what it was based on.
//!
//! Each tab has a place of its own, so that two tabs that edit one chapter do not take each other's text. What
//! a tab left behind that is gone, the next one finds.

use crate::browser;
use domain::{Chapter, ChapterId, RevisionId};
use serde::{Deserialize, Serialize};

/// The chapter as it was when the typing began: what a save is checked against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Base {
    pub version: i64,
    pub revision: Option<RevisionId>,
}

impl Base {
    pub fn of(chapter: &Chapter) -> Self {
        Self {
            version: chapter.version,
            revision: chapter.revision,
        }
    }
}

/// A text that is not saved.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Kept {
    pub text: String,
    pub base: Base,
}

impl Kept {
    /// Reads what was kept. Earlier versions kept the text alone: based on no version there is, so that a save
    /// of it is compared with what stands.
    fn read(stored: String) -> Self {
        serde_json::from_str(&stored).unwrap_or(Self {
            text: stored,
            base: Base {
                version: 0,
                revision: None,
            },
        })
    }
}

/// How all places of a chapter begin.
fn places(chapter: ChapterId) -> String {
    format!("fablewright-text-{chapter}")
}

fn own_place(chapter: ChapterId) -> String {
    format!("{}-{}", places(chapter), browser::tab())
}

/// The place of a text that says something else than what is on the page, this tab's own first.
fn place(chapter: ChapterId, current: &str) -> Option<(String, Kept)> {
    let own = own_place(chapter);
    let mut all = browser::kept_names(&places(chapter));
    all.sort_by_key(|name| *name != own);
    all.into_iter().find_map(|name| {
        let kept = Kept::read(browser::kept(&name)?);
        if kept.text == current {
            // Saved by now, in whatever way.
            browser::keep(&name, None);
            return None;
        }
        Some((name, kept))
    })
}

/// Whether there is something that was typed and not saved.
pub(super) fn is_there(chapter: ChapterId, current: &str) -> bool {
    place(chapter, current).is_some()
}

/// What was typed and not saved; it is this tab's from now on.
pub(super) fn take(chapter: ChapterId, current: &str) -> Option<Kept> {
    let (name, kept) = place(chapter, current)?;
    if name != own_place(chapter) {
        keep(chapter, &kept.text, kept.base);
        browser::keep(&name, None);
    }
    Some(kept)
}

/// Keeps what is typed.
pub(super) fn keep(chapter: ChapterId, text: &str, base: Base) {
    let kept = Kept {
        text: text.to_owned(),
        base,
    };
    if let Ok(stored) = serde_json::to_string(&kept) {
        browser::keep(&own_place(chapter), Some(&stored));
    }
}

/// Forgets what this tab kept: it is saved, or not wanted any more.
pub(super) fn forget(chapter: ChapterId) {
    browser::keep(&own_place(chapter), None);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_back_with_what_it_was_based_on() {
        let kept = Kept {
            text: "“Mine”,\nnot saved.".to_owned(),
            base: Base {
                version: 7,
                revision: Some(RevisionId(uuid::Uuid::from_u128(3))),
            },
        };
        let stored = serde_json::to_string(&kept).expect("plain data");
        assert_eq!(Kept::read(stored), kept);
    }

    #[test]
    fn text_kept_by_an_earlier_version_is_based_on_nothing() {
        let kept = Kept::read("Typed {long} ago.".to_owned());
        assert_eq!(kept.text, "Typed {long} ago.");
        assert_eq!(kept.base.version, 0);
    }
}
