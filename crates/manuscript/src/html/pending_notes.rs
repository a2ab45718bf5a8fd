//! Notes of a page whose text is elsewhere, and the links to them.

use crate::emphasis::Style;
use std::collections::HashMap;

/// Notes that were referred to and not read yet.
#[derive(Debug, Default)]
pub(super) struct PendingNotes {
    /// The id of a note, and where its mark stood.
    pub(super) marks: HashMap<String, (usize, String)>,
}

/// A link to a place in the book: perhaps the mark of a note.
#[derive(Debug)]
pub(super) struct NoteLink {
    pub(super) target: String,
    pub(super) is_mark: bool,
    pub(super) style: Style,
    pub(super) text: String,
}

/// Word processors number the notes of a page like this.
pub(super) fn is_named_note(id: &str) -> bool {
    let number = id
        .strip_prefix("sdfootnote")
        .or_else(|| id.strip_prefix("sdendnote"));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|c| c.is_ascii_digit()))
}
