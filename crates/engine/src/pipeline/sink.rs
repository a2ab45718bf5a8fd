//! Where streamed text goes: into memory, or piece by piece into a draft on disk.

use super::{StepContext, StepError, looping, near_repetition::NearRepetition};
use answers::lenient;
use domain::text::count_words;
use serde_json::Value;
use std::time::{Duration, Instant};
use store::Append;
use text::prose::ends_like_a_sentence;

/// Text waits at most this long before it is on disk and in the open pages.
const FLUSH_AFTER: Duration = Duration::from_millis(40);

/// Collects one answer.
pub(super) struct Sink {
    /// The answer so far, what an earlier execution wrote included.
    pub(super) text: String,
    /// Up to here it is prose for sure; what comes behind may turn out to be thought.
    pub(super) settled: usize,
    /// How much of it is on disk.
    flushed: usize,
    /// Where in the draft the answer begins; `None`: the answer is kept in memory alone.
    draft_offset: Option<usize>,
    /// Words in the draft before the answer.
    words_before: u64,
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
    pub(super) fn memory() -> Self {
        Self::new(String::new(), None, String::new())
    }

    /// For text: the answer continues `draft` from `offset` on.
    pub(super) fn draft(draft: &str, offset: usize) -> Self {
        let (before, text) = draft.split_at(offset);
        Self::new(text.to_owned(), Some(offset), before.to_owned())
    }

    fn new(text: String, draft_offset: Option<usize>, before: String) -> Self {
        let flushed = text.len();
        // Long ago, so that the first piece goes out at once.
        let last_flush = Instant::now()
            .checked_sub(FLUSH_AFTER)
            .unwrap_or_else(Instant::now);
        Self {
            text,
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

    /// Whether the text goes to a draft.
    pub(super) const fn is_draft(&self) -> bool {
        self.draft_offset.is_some()
    }

    /// Adds a piece.
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Whether the text may have begun with words that are no part of it, and a line of it is whole.
    pub(super) fn may_be_opening(&self) -> bool {
        self.is_draft() && self.text.len() < OPENING && self.text.trim_end().contains('\n')
    }

    /// Whether the answer is whole as it is: a text ends like a sentence, JSON with its last bracket.
    pub(super) fn is_whole(&self) -> bool {
        if self.is_draft() {
            return ends_like_a_sentence(&self.text);
        }
        lenient::find(&self.text).is_some_and(|found| found.is_closed && says(&found.value))
    }

    /// Whether the answer is whole, and only white space has come for a long time.
    pub(super) fn is_over(&self) -> bool {
        let silence = self.text.len() - self.text.trim_end().len();
        silence > SILENCE && self.is_whole()
    }

    /// Where a loop begins to repeat itself, if the answer runs in one.
    pub(super) fn loops(&mut self) -> Option<usize> {
        if self.text.len() < self.looked_at + LOOK_EVERY {
            return None;
        }
        let looked_at = std::mem::replace(&mut self.looked_at, self.text.len());
        if !self.is_draft() {
            return looping::loop_start(&self.text, looping::STRUCTURED)
                .or_else(|| looping::has_no_end(&self.text));
        }
        looping::loop_start(&self.text, looping::PROSE)
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

    /// When the next flush has to be; `None` while nothing waits.
    pub(super) fn flush_at(&self) -> Option<Instant> {
        (self.flushed < self.text.len()).then(|| self.last_flush + FLUSH_AFTER)
    }

    /// Drops text from `keep` bytes on; only for what is not on disk, or was cut there too.
    pub(super) fn truncate(&mut self, keep: usize) {
        self.text.truncate(keep);
        self.flushed = self.flushed.min(keep);
        self.settled = self.settled.min(keep);
        self.looked_at = self.looked_at.min(keep);
        self.near_repetition = None;
    }

    /// Where in the draft the answer begins.
    pub(super) fn begins(&self) -> usize {
        self.draft_offset.unwrap_or_default()
    }

    /// Where the answer's end is in the draft.
    pub(super) fn draft_end(&self) -> usize {
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

impl StepContext {
    /// Puts what waits on disk and in the open pages.
    pub(super) async fn flush(&mut self, sink: &mut Sink) -> Result<(), StepError> {
        sink.last_flush = Instant::now();
        let pending = sink.text[sink.flushed..].to_owned();
        sink.flushed = sink.text.len();
        match sink.draft_offset {
            Some(offset) if !pending.is_empty() => {
                self.meter.words = sink.words_before + count_words(&sink.text);
                let at = offset + sink.text.len() - pending.len();
                let append = Append {
                    offset: u64::try_from(at).unwrap_or(u64::MAX),
                    text: pending,
                };
                let report = self.meter.report_if_due();
                self.store
                    .append(self.lease, self.step.id, append, report)
                    .await?;
            }
            _ => {
                if let Some(report) = self.meter.report_if_due() {
                    self.store
                        .progress(self.lease, self.step.id, report)
                        .await?;
                }
            }
        }
        Ok(())
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
        assert!(is_over(Sink::draft("", 0), "“Who is there?”"));
        assert!(!is_over(Sink::draft("", 0), "Who is"));
        let mut sink = Sink::draft("", 0);
        sink.push("It rained.\n\n");
        assert!(!sink.is_over(), "a paragraph may follow");
    }
}
