//! The text of a step under way, as a reader holds it.

use crate::{ChapterId, RunId, StoryId};
use serde::{Deserialize, Serialize};

/// What is written so far of the step under way. Offsets are UTF-8 bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Draft {
    /// The run that writes.
    pub run: RunId,
    /// The story it writes for.
    pub story: StoryId,
    /// The chapter that is written, by number.
    pub chapter: u32,
    /// The same chapter for good.
    pub chapter_id: ChapterId,
    /// Where `text` begins within the draft.
    pub offset: u64,
    /// The text from `offset` on.
    pub text: String,
}

/// What came of adding streamed text to a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Splice {
    /// The draft is longer now.
    Added,
    /// The text was here already (a repeated delivery).
    Known,
    /// Text is missing between the draft and this piece: fetch the draft again.
    Gap,
}

impl Draft {
    /// Adds `text` at `offset`. Safe to repeat, whatever the order of deliveries.
    pub fn add(&mut self, offset: u64, text: &str) -> Splice {
        let end = self.offset + self.text.len() as u64;
        if offset > end {
            return Splice::Gap;
        }
        // What overlaps is the same text: an offset is only reused after a rewind, which cuts first.
        let known = usize::try_from(end - offset).unwrap_or(usize::MAX);
        match text.get(known..) {
            Some("") | None => Splice::Known,
            Some(new) => {
                self.text.push_str(new);
                Splice::Added
            }
        }
    }

    /// Drops everything from `offset` on; the draft goes on from there.
    pub fn rewind(&mut self, offset: u64) {
        let keep = usize::try_from(offset.saturating_sub(self.offset)).unwrap_or(usize::MAX);
        if keep < self.text.len() {
            let keep = (0..=keep)
                .rev()
                .find(|&at| self.text.is_char_boundary(at))
                .unwrap_or(0);
            self.text.truncate(keep);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn draft(text: &str) -> Draft {
        Draft {
            run: RunId(Uuid::nil()),
            story: StoryId(Uuid::nil()),
            chapter: 1,
            chapter_id: ChapterId(Uuid::nil()),
            offset: 0,
            text: text.to_owned(),
        }
    }

    #[test]
    fn repeated_and_overlapping_text_is_added_once() {
        let mut draft = draft("The ferry");
        assert_eq!(draft.add(9, " did"), Splice::Added);
        assert_eq!(draft.add(9, " did"), Splice::Known);
        assert_eq!(draft.add(4, "ferry did not"), Splice::Added);
        assert_eq!(draft.text, "The ferry did not");
    }

    #[test]
    fn missing_text_is_noticed() {
        let mut draft = draft("The");
        assert_eq!(draft.add(8, " did"), Splice::Gap);
        assert_eq!(draft.text, "The");
    }

    #[test]
    fn a_rewind_cuts_and_never_splits_a_letter() {
        let mut draft = draft("Zoë went");
        draft.rewind(3);
        assert_eq!(draft.text, "Zo");
        draft.rewind(100);
        assert_eq!(draft.text, "Zo");
    }
}
