//! Where streamed text goes: into memory, or piece by piece into a draft on disk.

use answers::lenient;
use domain::text::count_words;
use serde_json::Value;
use std::time::{Duration, Instant};
use text::{
    prose::ends_like_a_sentence,
    repetition::{self, NearRepetition},
};
use writing::assignment::ChapterContext;

/// Text waits at most this long before it is on disk and in the open pages.
const FLUSH_AFTER: Duration = Duration::from_millis(40);

/// Collects one answer.
pub struct Sink {
    /// The answer so far, what an earlier execution wrote included.
    pub text: String,
    /// What the model said around the text and was left out of it.
    pub left_out: Vec<String>,
    /// The title of the chapter that is written; empty for what is no chapter.
    pub(crate) title: String,
    /// How much of the draft, in bytes from its start, is the author's.
    opening: usize,
    /// Up to here it is prose for sure; what comes behind may turn out to be thought.
    pub(crate) settled: usize,
    /// How much of it is on disk.
    flushed: usize,
    /// Where in the draft the answer begins; `None`: the answer is kept in memory alone.
    draft_offset: Option<usize>,
    /// Words in the draft before the answer.
    pub(crate) words_before: u64,
    last_flush: Instant,
    /// How long the answer was when it was last looked at for loops.
    looked_at: usize,
    /// The draft before the answer.
    before: String,
    /// What stands in the draft; made anew after a cut.
    near_repetition: Option<NearRepetition>,
}

/// What a model says before a scene is shorter, in bytes.
const OPENING: usize = 800;

/// So much white space behind a whole answer is its end, in bytes: the model has nothing more to say and goes on.
const SILENCE: usize = 500;

/// Look for loops after so many new bytes: some twenty tokens.
const LOOK_EVERY: usize = 80;

impl Sink {
    /// For answers that only count when they are whole.
    pub(crate) fn memory() -> Self {
        Self::new(String::new(), None, String::new())
    }

    /// For the text of a chapter: the answer continues `draft` from `offset` on.
    pub fn draft(draft: &str, offset: usize, chapter: &ChapterContext) -> Self {
        let (before, text) = draft.split_at(offset);
        Self {
            title: chapter.title.clone(),
            opening: chapter.opening.len(),
            ..Self::new(text.to_owned(), Some(offset), before.to_owned())
        }
    }

    fn new(text: String, draft_offset: Option<usize>, before: String) -> Self {
        let flushed = text.len();
        // Long ago, so that the first piece goes out at once.
        let last_flush = Instant::now()
            .checked_sub(FLUSH_AFTER)
            .unwrap_or_else(Instant::now);
        Self {
            text,
            left_out: Vec::new(),
            title: String::new(),
            opening: 0,
            settled: flushed,
            flushed,
            draft_offset,
            words_before: count_words(&before),
            last_flush,
            looked_at: flushed,
            before,
            near_repetition: None,
        }
    }

    /// How much of the answer, in bytes, is the author's: nothing of it is changed.
    pub(crate) fn author_bytes(&self) -> usize {
        let begins = self.draft_offset.unwrap_or_default();
        self.text
            .floor_char_boundary(self.opening.saturating_sub(begins))
    }

    /// Whether the text goes to a draft.
    pub(crate) const fn is_draft(&self) -> bool {
        self.draft_offset.is_some()
    }

    /// Adds a piece.
    pub fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Whether the text may have begun with words that are no part of it, and a line of it is whole.
    pub(crate) fn may_be_opening(&self) -> bool {
        self.is_draft() && self.text.len() < OPENING && self.text.trim_end().contains('\n')
    }

    /// Whether the answer is whole as it is: a text ends like a sentence, JSON with its last bracket.
    pub(crate) fn is_whole(&self) -> bool {
        if self.is_draft() {
            return ends_like_a_sentence(&self.text);
        }
        lenient::find(&self.text).is_some_and(|found| found.is_closed && says(&found.value))
    }

    /// Whether the answer is whole, and only white space has come for a long time.
    pub(crate) fn is_over(&self) -> bool {
        let silence = self.text.len() - self.text.trim_end().len();
        silence > SILENCE && self.is_whole()
    }

    /// Where a loop begins to repeat itself, if the answer runs in one.
    pub(crate) fn loops(&mut self) -> Option<usize> {
        if self.text.len() < self.looked_at + LOOK_EVERY {
            return None;
        }
        let looked_at = std::mem::replace(&mut self.looked_at, self.text.len());
        if !self.is_draft() {
            return repetition::loop_start(&self.text, repetition::STRUCTURED)
                .or_else(|| repetition::has_no_end(&self.text));
        }
        repetition::loop_start(&self.text, repetition::PROSE)
            .or_else(|| self.near_repetition_start(looked_at))
    }

    /// Where the answer begins to tell again what stands in the draft already; what stood there at `known`
    /// bytes was judged before.
    fn near_repetition_start(&mut self, known: usize) -> Option<usize> {
        let draft = format!("{}{}", self.before, self.text);
        let begun = self.before.len();
        let near_repetition = self
            .near_repetition
            .get_or_insert_with(|| NearRepetition::new(&draft[..begun + known]));
        near_repetition
            .start(&draft)
            .map(|at| at.saturating_sub(begun))
    }

    /// What is not on disk yet, and where it belongs in the draft, in bytes. It counts as written from now on.
    pub(crate) fn take_unflushed(&mut self) -> Option<(usize, String)> {
        self.last_flush = Instant::now();
        let flushed = std::mem::replace(&mut self.flushed, self.text.len());
        let at = self.draft_offset? + flushed;
        let pending = &self.text[flushed..];
        (!pending.is_empty()).then(|| (at, pending.to_owned()))
    }

    /// When the next flush has to be; `None` while nothing waits.
    pub(crate) fn flush_at(&self) -> Option<Instant> {
        (self.flushed < self.text.len()).then(|| self.last_flush + FLUSH_AFTER)
    }

    /// Drops text from `keep` bytes on; only for what is not on disk, or was cut there too.
    pub(crate) fn truncate(&mut self, keep: usize) {
        self.text.truncate(keep);
        self.flushed = self.flushed.min(keep);
        self.settled = self.settled.min(keep);
        self.looked_at = self.looked_at.min(keep);
        self.near_repetition = None;
    }

    /// Where the answer's end is in the draft.
    pub fn draft_end(&self) -> usize {
        self.draft_offset.unwrap_or_default() + self.text.len()
    }
}

/// Whether some JSON says anything: "{her}" among thoughts does not.
fn says(value: &Value) -> bool {
    match value {
        Value::Object(fields) => fields.values().any(|value| !value.is_null()),
        Value::Array(items) => items.iter().any(Value::is_object),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_without_an_end_ends_what_is_whole() {
        let silence = " \n".repeat(SILENCE);
        let is_over = |mut sink: Sink, text: &str| {
            sink.push(&format!("{text}{silence}"));
            sink.is_over()
        };
        for whole in [r#"{"edits": []}"#, "```json\n{\"edits\": []}\n```"] {
            assert!(is_over(Sink::memory(), whole), "{whole}");
        }
        for half in [r#"{"edits": ["#, "I think of {her}.", ""] {
            assert!(!is_over(Sink::memory(), half), "{half}");
        }
        assert!(is_over(
            Sink::draft("", 0, &ChapterContext::default()),
            "“Who is there?”"
        ));
        assert!(!is_over(
            Sink::draft("", 0, &ChapterContext::default()),
            "Who is"
        ));
        let mut sink = Sink::draft("", 0, &ChapterContext::default());
        sink.push("It rained.\n\n");
        assert!(!sink.is_over(), "a paragraph may follow");
    }
}
