//! One conversation with the model: it is asked until the answer is complete.

use crate::{
    ModelSession, StepError,
    retry_policy::{AnswerText, CallTiming, PromptHints, RetryAction, RetryDecision, RetryPolicy},
    sink::Sink,
    stream::AnswerEnd,
    unusable_answer::UnusableAnswer,
};
use domain::text::last_whole_paragraph;
use prompts as prompt;
use std::{sync::Arc, time::Instant};
use text::prose::{ends_like_a_sentence, gap_after, sentence_ranges};
use tracing::Instrument as _;
use writing::{Assignment, Call, LanguageModel, Repair};

/// A call that is ready to be made, or not.
enum Prepared {
    Ready(Box<Call>),
    /// The model's abilities are only guessed, and a wrong guess would cost text; why, for the author.
    Later(String),
}

/// What a scene continues with.
const NEXT_PARAGRAPH: &str = "\n\n";

/// A scene that is so many times as long as its whole chapter is meant to be has no end.
const ENDLESS: u32 = 3;

impl ModelSession {
    /// Asks until the answer is complete. What is in the sink already is continued; with a `repair` the model corrects
    /// an answer of its own. `RetryPolicy` decides what follows each call.
    pub async fn converse(
        &mut self,
        assignment: Assignment,
        repair: Option<Repair>,
        sink: &mut Sink,
    ) -> Result<(), StepError> {
        let span = tracing::error_span!("stage", name = self.stage.as_str());
        self.ask_until_complete(assignment, repair, sink)
            .instrument(span)
            .await
    }

    async fn ask_until_complete(
        &mut self,
        assignment: Assignment,
        repair: Option<Repair>,
        sink: &mut Sink,
    ) -> Result<(), StepError> {
        let model = self.model()?;
        let mut policy = RetryPolicy::new(model.name());
        // What was cut off for a model that can't continue it.
        let mut dropped = String::new();
        loop {
            let call = self.call(assignment.clone(), repair.clone(), policy.hints());
            let decision = match self.prepare(&*model, call, sink, &mut dropped).await? {
                Prepared::Ready(call) => {
                    self.ask_once(&model, *call, &mut policy, sink, &mut dropped)
                        .await?
                }
                Prepared::Later(reason) => policy.postpone(reason),
            };
            if let Some(cut) = decision.cut {
                self.cut(sink, cut.keep, cut.is_prose).await?;
            }
            match decision.next {
                RetryAction::Finish => return Ok(()),
                RetryAction::GiveUp(error) => return Err(error),
                RetryAction::Extend => self.begin_paragraph(sink).await?,
                RetryAction::Wait { reason, pause } => self.wait(&reason, pause).await?,
                RetryAction::Retry {
                    reason,
                    notice,
                    pause,
                } => {
                    tracing::warn!(reason, "asking the model again");
                    self.wait(&notice, pause).await?;
                }
            }
        }
    }

    /// Makes one call and decides what follows it.
    async fn ask_once(
        &mut self,
        model: &Arc<dyn LanguageModel>,
        call: Call,
        policy: &mut RetryPolicy,
        sink: &mut Sink,
        dropped: &mut String,
    ) -> Result<RetryDecision, StepError> {
        let tuning = self.models.tuning();
        let assignment = call.assignment.clone();
        // A writer without a context knows how long its scenes are.
        let has_context = call.prompt.is_some();
        let start = sink.text.len();
        policy.begin_call(start);
        let mut ended = self.stream(model, call, sink).await?;
        self.put_back(dropped, &mut ended, start, sink).await?;
        let progress = AnswerText {
            text: &sink.text,
            start,
            is_draft: sink.is_draft(),
            is_whole: sink.is_whole(),
            is_short: has_context && prompt::is_short(&sink.text, &assignment, tuning),
            is_endless: self.is_endless(sink),
        };
        let timing = CallTiming {
            now: Instant::now(),
            took: self.asked_at.elapsed(),
            first_word_limit: self.models.limits().first_token,
        };
        Ok(policy.next(ended, &progress, timing))
    }

    /// A text that is to be longer continues with a new paragraph.
    async fn begin_paragraph(&mut self, sink: &mut Sink) -> Result<(), StepError> {
        let end = sink.text.trim_end().len();
        if !sink.text[end..].contains(NEXT_PARAGRAPH) {
            sink.push(NEXT_PARAGRAPH);
            self.flush(sink).await?;
        }
        Ok(())
    }

    /// A call as it is before anything is known of the model.
    fn call(&self, assignment: Assignment, repair: Option<Repair>, hints: PromptHints) -> Call {
        Call {
            story: self.story.clone(),
            assignment,
            prefix: String::new(),
            repair,
            looped: hints.looped,
            short: hints.short,
            cramped: hints.cramped,
            tuning: self.models.tuning(),
            prompt: None,
        }
    }

    /// The call for what is still missing in the sink, with what this model is sent for it.
    async fn prepare(
        &mut self,
        model: &dyn LanguageModel,
        mut call: Call,
        sink: &mut Sink,
        dropped: &mut String,
    ) -> Result<Prepared, StepError> {
        let abilities = self.abilities_of(model).await?;
        if !sink.is_draft() {
            // Half a structured answer can't be gone on with: the shape begins anew with each call.
            sink.truncate(0);
        } else if !abilities.continues_text {
            let authors = sink.author_bytes();
            let is_authors = authors > 0 && sink.text[authors..].trim().is_empty();
            let keep = match last_whole_paragraph(&sink.text).0.len() {
                // The author's half sentence stays.
                _ if is_authors => sink.text.len(),
                keep => keep.max(authors),
            };
            if keep < sink.text.len() && !abilities.is_sure {
                return Ok(Prepared::Later(format!(
                    "The server of {} does not say what its model supports. Check that it is running, or \
                     set “Can continue mid-sentence” in Settings.",
                    model.name()
                )));
            }
            if keep < sink.text.len() {
                sink.text[keep..].clone_into(dropped);
            }
            self.cut(sink, keep, true).await?;
            if authors > 0 && sink.text.len() == authors {
                sink.push(gap_after(&sink.text));
                self.flush(sink).await?;
            }
        }
        call.prefix.clone_from(&sink.text);
        match prompt::prepared(&call, &abilities) {
            Ok(prompt) => {
                call.prompt = prompt;
                Ok(Prepared::Ready(Box::new(call)))
            }
            Err(small) if !abilities.is_sure => Ok(Prepared::Later(small.to_string())),
            Err(small) => Err(match call.assignment {
                // The text is written: it is whole without what no prompt is large enough for.
                Assignment::Edit { .. } | Assignment::Check { .. } | Assignment::Revise { .. } => {
                    StepError::UnusableAnswer(small.to_string())
                }
                _ => StepError::Failed(small.to_string()),
            }),
        }
    }

    /// Puts back the sentences that were cut off for a model that had nothing to put in their place: the scene was whole
    /// with them.
    async fn put_back(
        &mut self,
        dropped: &mut String,
        ended: &mut AnswerEnd,
        start: usize,
        sink: &mut Sink,
    ) -> Result<(), StepError> {
        let is_of_use = !matches!(ended, AnswerEnd::Unusable(..));
        if is_of_use && sink.text.trim_end().len() > start {
            dropped.clear();
        }
        let is_silent = matches!(
            ended,
            AnswerEnd::Whole | AnswerEnd::Unusable(UnusableAnswer::Empty, _)
        );
        let whole = whole_sentences(dropped);
        if is_silent && !whole.is_empty() {
            self.cut(sink, start, false).await?;
            sink.push(whole);
            self.flush(sink).await?;
            dropped.clear();
            *ended = AnswerEnd::Whole;
        }
        Ok(())
    }

    /// Whether an answer that is to be continued is far longer than what was asked for. In tokens: not every
    /// language puts spaces between its words.
    fn is_endless(&self, sink: &Sink) -> bool {
        let words = self.models.tuning().chapter_words * ENDLESS;
        let most = text::tokens::tokens_for_words(words, &self.story.brief.language);
        sink.is_draft() && text::tokens::estimate(&sink.text) > most
    }
}

/// A text up to where its last whole sentence ends.
fn whole_sentences(text: &str) -> &str {
    let ranges = sentence_ranges(text);
    let mut ends = ranges.iter().rev().map(|(_, end)| &text[..*end]);
    ends.find(|text| ends_like_a_sentence(text))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::whole_sentences;

    #[test]
    fn half_a_sentence_at_the_end_is_left_out() {
        for (text, whole) in [
            ("It rained. She sat", "It rained."),
            (
                "“Who is there?” she asked. No",
                "“Who is there?” she asked.",
            ),
            ("It rained.", "It rained."),
            ("It rai", ""),
            ("", ""),
        ] {
            assert_eq!(whole_sentences(text), whole);
        }
    }
}
