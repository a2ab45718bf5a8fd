//! The text of a run as it is printed while it is written: what was printed can't be taken back.

use domain::Draft;

/// What is printed so far.
#[derive(Debug, Default)]
pub(crate) struct PrintedText {
    chapter: Option<u32>,
    /// The end of what is printed, in bytes of the draft.
    end: u64,
    /// So many bytes at the end of what is printed were dropped by the run and are written anew.
    dropped: u64,
}

impl PrintedText {
    /// Text was added to a chapter's draft; answers what is to be printed for it.
    pub(crate) fn add(&mut self, chapter: u32, offset: u64, text: &str) -> String {
        let mut printed = String::new();
        if self.chapter != Some(chapter) {
            if self.chapter.is_some() {
                printed.push_str("\n\n");
            }
            self.chapter = Some(chapter);
            self.end = offset;
            self.dropped = 0;
        }
        if std::mem::take(&mut self.dropped) > 0 {
            printed.push('\n');
        }
        let known = usize::try_from(self.end.saturating_sub(offset)).unwrap_or(usize::MAX);
        if let Some(new) = text.get(known..) {
            printed.push_str(new);
            self.end = offset + text.len() as u64;
        }
        printed
    }

    /// Whether nothing is printed yet.
    pub(crate) const fn is_empty(&self) -> bool {
        self.chapter.is_none()
    }

    /// A draft as it stands, when watching begins or after a gap.
    pub(crate) fn catch_up(&mut self, draft: &Draft) -> String {
        self.add(draft.chapter, draft.offset, &draft.text)
    }

    /// The draft goes on from `offset`; answers how many bytes of what is printed were dropped.
    pub(crate) fn rewind(&mut self, chapter: u32, offset: u64) -> u64 {
        if self.chapter != Some(chapter) || offset >= self.end {
            return 0;
        }
        let dropped = self.end - offset;
        self.end = offset;
        self.dropped += dropped;
        dropped
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_printed_once_whatever_overlaps() {
        let mut printed = PrintedText::default();
        assert_eq!(printed.add(1, 0, "Ça "), "Ça ");
        assert_eq!(printed.add(1, 0, "Ça "), "");
        assert_eq!(printed.add(1, 2, "a "), "");
        assert_eq!(printed.add(1, 3, " ira."), "ira.");
        // After a gap it goes on with what there is.
        assert_eq!(printed.add(1, 100, " Fin."), " Fin.");
    }

    #[test]
    fn another_chapter_begins_a_paragraph() {
        let mut printed = PrintedText::default();
        assert_eq!(printed.add(3, 40, "on"), "on");
        assert_eq!(printed.add(4, 0, "New"), "\n\nNew");
    }

    #[test]
    fn what_was_dropped_is_written_anew_on_a_line_of_its_own() {
        let mut printed = PrintedText::default();
        printed.add(1, 0, "One two");
        assert_eq!(printed.rewind(1, 7), 0);
        assert_eq!(printed.rewind(2, 0), 0);
        assert_eq!(printed.rewind(1, 4), 3);
        assert_eq!(printed.add(1, 4, "three"), "\nthree");
        assert_eq!(printed.add(1, 9, " four"), " four");
    }
}
