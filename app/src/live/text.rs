//! A draft as paragraphs: finished ones that never change again, and the one being written.

use domain::{Draft, Splice};
use std::sync::Arc;

/// A finished paragraph. The key tells it from all others, also from one that stood in its place
/// before a rewind, so that a list by key never touches what is already on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Unique within its draft.
    pub key: usize,
    /// Its text.
    pub text: Arc<str>,
    /// Where the next one begins, in bytes of the draft.
    end: usize,
}

/// A draft that grows, split as it grows.
#[derive(Clone, Debug)]
pub struct LiveText {
    draft: Draft,
    finished: Vec<Paragraph>,
    tail_at: usize,
    next_key: usize,
}

impl LiveText {
    /// Splits what is written so far.
    pub fn new(draft: Draft) -> Self {
        let mut this = Self {
            draft,
            finished: Vec::new(),
            tail_at: 0,
            next_key: 0,
        };
        this.split();
        this
    }

    /// The draft behind it.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// The finished paragraphs.
    pub fn finished(&self) -> &[Paragraph] {
        &self.finished
    }

    /// The paragraph being written.
    pub fn tail(&self) -> &str {
        self.draft.text[self.tail_at..].trim_start()
    }

    /// Adds streamed text; on a gap nothing changes and the draft has to be fetched again.
    pub fn add(&mut self, offset: u64, text: &str) -> Splice {
        let splice = self.draft.add(offset, text);
        if splice == Splice::Added {
            self.split();
        }
        splice
    }

    /// Drops everything from `offset` on.
    pub fn rewind(&mut self, offset: u64) {
        self.draft.rewind(offset);
        let length = self.draft.text.len();
        while self.finished.last().is_some_and(|last| last.end > length) {
            self.finished.pop();
        }
        self.tail_at = self.finished.last().map_or(0, |last| last.end);
        self.split();
    }

    fn split(&mut self) {
        while let Some(at) = self.draft.text[self.tail_at..].find("\n\n") {
            let end = self.tail_at + at + 2;
            let text = self.draft.text[self.tail_at..end].trim();
            if !text.is_empty() {
                self.finished.push(Paragraph {
                    key: self.next_key,
                    text: text.into(),
                    end,
                });
                self.next_key += 1;
            }
            self.tail_at = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{ChapterId, RunId, StoryId};
    use uuid::Uuid;

    fn live(text: &str) -> LiveText {
        LiveText::new(Draft {
            run: RunId(Uuid::nil()),
            story: StoryId(Uuid::nil()),
            chapter: 1,
            chapter_id: ChapterId(Uuid::nil()),
            offset: 0,
            text: text.to_owned(),
        })
    }

    fn texts(live: &LiveText) -> Vec<&str> {
        live.finished()
            .iter()
            .map(|paragraph| &*paragraph.text)
            .collect()
    }

    #[test]
    fn a_paragraph_is_finished_by_a_blank_line() {
        let mut live = live("One.\n\nTw");
        assert_eq!((texts(&live), live.tail()), (vec!["One."], "Tw"));
        assert_eq!(live.add(8, "o.\n"), Splice::Added);
        assert_eq!((texts(&live), live.tail()), (vec!["One."], "Two.\n"));
        assert_eq!(live.add(11, "\nThree"), Splice::Added);
        assert_eq!((texts(&live), live.tail()), (vec!["One.", "Two."], "Three"));
    }

    #[test]
    fn finished_paragraphs_keep_their_keys_and_rewritten_ones_get_new_ones() {
        let mut live = live("One.\n\nTwo.\n\nThree");
        let keys = |live: &LiveText| -> Vec<usize> {
            live.finished()
                .iter()
                .map(|paragraph| paragraph.key)
                .collect()
        };
        assert_eq!(keys(&live), [0, 1]);
        live.rewind(8);
        assert_eq!((keys(&live), live.tail()), (vec![0], "Tw"));
        live.add(8, "enty.\n\nFour");
        assert_eq!(
            (keys(&live), texts(&live)),
            (vec![0, 2], vec!["One.", "Twenty."])
        );
    }

    #[test]
    fn a_rewind_into_the_blank_line_reopens_the_paragraph() {
        let mut live = live("One.\n\nTwo");
        live.rewind(5);
        assert_eq!((texts(&live), live.tail()), (vec![], "One.\n"));
        live.add(5, "\nTwo again");
        assert_eq!((texts(&live), live.tail()), (vec!["One."], "Two again"));
    }

    #[test]
    fn a_gap_changes_nothing() {
        let mut live = live("One.");
        assert_eq!(live.add(9, "lost"), Splice::Gap);
        assert_eq!(live.tail(), "One.");
    }
}
