//! A text that is typed in a chapter and not saved, and the forms it is kept in.

use crate::live::{
    draft_storage::{DraftSubject, StoredDraft},
    tabs,
};
use domain::{Autosave, Chapter, NewAutosave};

pub(super) use crate::live::draft_storage::BaseVersion;

/// The one field of a chapter's record.
const TEXT: &str = "text";

impl BaseVersion {
    /// The chapter as it is.
    pub fn of(chapter: &Chapter) -> Self {
        Self {
            version: chapter.version,
            revision: chapter.revision,
        }
    }
}

/// A text that is not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct UnsavedText {
    pub text: String,
    pub base: BaseVersion,
    /// When it was typed, in milliseconds since 1970.
    pub at: i64,
}

impl UnsavedText {
    /// The text of a record of the browser.
    pub fn of(draft: &StoredDraft) -> Option<Self> {
        Some(Self {
            text: draft.field(TEXT)?.to_owned(),
            base: draft.base,
            at: draft.at,
        })
    }

    /// The text as the studio kept it.
    pub fn of_autosave(autosave: Autosave) -> Self {
        Self {
            text: autosave.text,
            base: BaseVersion {
                version: autosave.base_version,
                revision: autosave.base_revision,
            },
            at: autosave.saved_at.0,
        }
    }

    /// As the studio keeps it.
    pub fn autosave(&self) -> NewAutosave {
        NewAutosave {
            device: tabs::id(),
            text: self.text.clone(),
            base_version: self.base.version,
            base_revision: self.base.revision,
        }
    }

    /// As a record of the browser.
    pub fn draft(&self, about: DraftSubject) -> StoredDraft {
        StoredDraft {
            at: self.at,
            base: self.base,
            about,
            fields: vec![(TEXT.to_owned(), self.text.clone())],
            began: Vec::new(),
        }
    }
}

/// Where a text was found that another tab left behind.
pub(super) enum UnsavedSource {
    Browser(String),
    Studio(String),
    /// It was in this page's editor.
    Editor,
}

/// Whether so much was typed that it belongs into the chapter's history when it is discarded.
pub(super) fn is_worth_keeping(current: &str, typed: &str) -> bool {
    /// Less than a short sentence is typed again in a moment.
    const LITTLE: usize = 20;
    let same = |(one, other): &(char, char)| one == other;
    let begin = current.chars().zip(typed.chars()).take_while(same).count();
    let end = (current.chars().rev())
        .zip(typed.chars().rev())
        .take_while(same)
        .count();
    let length = typed.chars().count();
    let end = end.min(length - begin.min(length));
    length.saturating_sub(begin + end) >= LITTLE
}

#[cfg(test)]
mod tests {
    use super::is_worth_keeping;

    #[test]
    fn a_few_letters_are_not_worth_a_place_in_the_history() {
        let text = "She sits down on the last step.\n\nThe glass is grey.";
        let typed = |added: &str| text.replace("\n\n", added);
        assert!(!is_worth_keeping(text, text));
        assert!(!is_worth_keeping(text, ""));
        assert!(!is_worth_keeping(text, &typed(" Slowly.\n\n")));
        assert!(is_worth_keeping(
            text,
            &typed("\n\nThen the radio speaks again.\n\n")
        ));
        assert!(is_worth_keeping("", "A beginning of some length."));
    }
}
