//! One conversation with the model: streamed, stopped between two tokens, continued until it is whole.

use super::{
    StepContext, StepError,
    backoff::{self, Backoff},
    opening,
    sink::Sink,
    stream::AnswerEnd,
    unusable_answer::UnusableAnswer,
};
use domain::text::last_whole_paragraph;
use prompts as prompt;
use std::time::{Duration, Instant};
use text::prose::{ends_like_a_sentence, sentence_ranges};
use writing::{Abilities, Assignment, Call, LanguageModel, Repair};

/// Answers in a row that are no use (empty, refusing, looping) before a person has to look.
const MAX_UNUSABLE: u32 = 3;

/// Loops in one answer, whatever came between them.
const MAX_LOOPS: u32 = 8;

/// What a call is to be.
enum Prepared {
    Ready(Box<Call>),
    /// What its model can was only guessed at, and the guess would cost: it is asked for again; why, for the author.
    Later(String),
}

/// What loops is asked for otherwise, and after another time still more so.
const MOST_LOOPED: u32 = 2;

/// So often a scene that was called done far too soon is asked to go on.
const MOST_LONGER: u32 = 2;

/// A model is given so many seconds to be loaded, however short the limits are.
const LOADS: f64 = 60.0;

/// What a scene goes on with.
const NEXT_PARAGRAPH: &str = "\n\n";

/// A scene that is so many times as long as its whole chapter is meant to be has no end.
const ENDLESS: u32 = 3;

impl StepContext {
    /// Asks until the answer is whole. What is in the sink already is continued; with a `repair` the model
    /// corrects an answer of its own.
    pub(super) async fn converse(
        &mut self,
        assignment: Assignment,
        repair: Option<Repair>,
        sink: &mut Sink,
    ) -> Result<(), StepError> {
        let model = self.model()?;
        let mut backoff = Backoff::new();
        let (mut doubts, mut looped, mut longer) = (0, 0, 0);
        let (mut loops, mut cramped) = (0, 0);
        let mut loading_since = None;
        // What was cut off for a model that can't go on with it.
        let mut fallen = String::new();
        // Where the last call began: whoever can't go on in mid-sentence may fall back behind what it wrote.
        let mut begun = None;
        loop {
            let mut call = self.call(assignment.clone(), repair.clone());
            (call.looped, call.short, call.cramped) = (looped, longer > 0, cramped);
            let call = match self.prepare(&*model, call, sink, &mut fallen).await? {
                Prepared::Ready(call) => *call,
                Prepared::Later(reason) => {
                    let Some(pause) = backoff.pause(None, Duration::ZERO) else {
                        return Err(StepError::Failed(reason));
                    };
                    self.wait(&reason, pause).await?;
                    continue;
                }
            };
            let has_context = call.prompt.is_some();
            let before = sink.text.len();
            // As long as each call begins further on than the one before, going on is right. A structured
            // answer always begins anew.
            if begun.is_some_and(|begun| before > begun) {
                backoff = Backoff::new();
                doubts = 0;
            }
            begun = Some(before);
            let mut ended = self.stream(&model, call, sink).await?;
            if !matches!(ended, AnswerEnd::Loading(..)) {
                loading_since = None;
            }
            looped = match &ended {
                AnswerEnd::Unusable(UnusableAnswer::Looped, _) => {
                    loops += 1;
                    MOST_LOOPED.min(looped + 1)
                }
                _ => 0,
            };
            if loops >= MAX_LOOPS {
                doubts = MAX_UNUSABLE;
            }
            self.put_back(&mut fallen, &mut ended, before, sink).await?;
            // It ran into its limit behind its last bracket.
            if matches!(ended, AnswerEnd::Length) && !sink.is_draft() && sink.is_whole() {
                ended = AnswerEnd::Whole;
            }
            // Nothing to go on from: asked the same way, it would end the same way.
            if matches!(ended, AnswerEnd::Length) && (!sink.is_draft() || sink.text.len() <= before)
            {
                ended = AnswerEnd::Unusable(UnusableAnswer::Cramped, sink.text.len().min(before));
                cramped += 1;
            }
            if !matches!(ended, AnswerEnd::Whole) && self.is_endless(sink) {
                return Err(StepError::UnusableAnswer(
                    UnusableAnswer::Endless.to_message(model.name()),
                ));
            }
            let (reason, wait, seen) = match ended {
                AnswerEnd::Whole => {
                    let whole = sink.text.trim_end().len();
                    let tuning = self.models.tuning();
                    let is_short = has_context && prompt::is_short(&sink.text, &assignment, tuning);
                    if is_short && longer < MOST_LONGER && whole > before {
                        longer += 1;
                        if !sink.text[whole..].contains(NEXT_PARAGRAPH) {
                            sink.push(NEXT_PARAGRAPH);
                            self.flush(sink).await?;
                        }
                        continue;
                    }
                    // It had nothing to add.
                    if longer > 0 {
                        self.cut(sink, whole, false).await?;
                    }
                    return Ok(());
                }
                AnswerEnd::Length => ("The model reached its length limit.".to_owned(), None, None),
                AnswerEnd::Cut(reason, wait) => (reason, wait, None),
                // It says that it is coming: that may take as long as its first word.
                AnswerEnd::Loading(reason, wait) => {
                    let since = *loading_since.get_or_insert_with(Instant::now);
                    let most = self.models.limits().first_token.max(LOADS);
                    if since.elapsed().as_secs_f64() > most {
                        return Err(StepError::Failed(reason));
                    }
                    self.wait(&reason, wait).await?;
                    continue;
                }
                // What it was asked to add is no use: it had called the scene done.
                AnswerEnd::Unusable(_, keep) if longer > 0 => {
                    let keep = sink.text[..keep].trim_end().len();
                    let prose = sink.text.len() - keep > writing::refusals::SHORT;
                    self.cut(sink, keep, prose).await?;
                    return Ok(());
                }
                AnswerEnd::Unusable(unusable, keep) => {
                    // A refusal is no prose; a scene that a filter cut off is.
                    let cut = &sink.text[keep..];
                    let prose = cut.len() > writing::refusals::SHORT
                        || unusable == UnusableAnswer::Refused
                            && !cut.trim().is_empty()
                            && !writing::refusals::refuses(cut);
                    self.cut(sink, keep, prose).await?;
                    doubts += 1;
                    if doubts >= MAX_UNUSABLE {
                        return Err(StepError::UnusableAnswer(unusable.to_message(model.name())));
                    }
                    (
                        unusable.to_message(model.name()),
                        None,
                        Some(unusable.to_notice(model.name())),
                    )
                }
            };
            // Prose goes on at once, but for a server that wants a pause.
            let advanced = sink.is_draft() && sink.text.len() > before;
            let wish = wait.or(advanced.then_some(Duration::ZERO));
            let Some(pause) = backoff.pause(wish, self.asked_at.elapsed()) else {
                return Err(StepError::Failed(reason));
            };
            tracing::warn!(run = %self.lease.run, reason, "asking the model again");
            self.wait(seen.as_ref().unwrap_or(&reason), pause).await?;
        }
    }

    /// A call as it is before anything is known of the model.
    fn call(&self, assignment: Assignment, repair: Option<Repair>) -> Call {
        Call {
            story: self.story.clone(),
            assignment,
            prefix: String::new(),
            repair,
            looped: 0,
            short: false,
            cramped: 0,
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
        fallen: &mut String,
    ) -> Result<Prepared, StepError> {
        let abilities = self.abilities(model).await?;
        if !sink.is_draft() {
            // Half a structured answer can't be gone on with: the shape begins anew with each call.
            sink.truncate(0);
        } else if !abilities.continues_text {
            let authors = self.author_bytes(sink);
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
                sink.text[keep..].clone_into(fallen);
            }
            self.cut(sink, keep, true).await?;
            if authors > 0 && sink.text.len() == authors {
                sink.push(opening::gap(&sink.text));
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
        fallen: &mut String,
        ended: &mut AnswerEnd,
        before: usize,
        sink: &mut Sink,
    ) -> Result<(), StepError> {
        let is_of_use = !matches!(ended, AnswerEnd::Unusable(..));
        if is_of_use && sink.text.trim_end().len() > before {
            fallen.clear();
        }
        let is_silent = matches!(
            ended,
            AnswerEnd::Whole | AnswerEnd::Unusable(UnusableAnswer::Empty, _)
        );
        let whole = whole_sentences(fallen);
        if is_silent && !whole.is_empty() {
            self.cut(sink, before, false).await?;
            sink.push(whole);
            self.flush(sink).await?;
            fallen.clear();
            *ended = AnswerEnd::Whole;
        }
        Ok(())
    }

    /// What a model can; its server may have to load it to say so.
    pub(super) async fn abilities(
        &mut self,
        model: &dyn LanguageModel,
    ) -> Result<Abilities, StepError> {
        let mut asked = model.abilities();
        tokio::select! {
            biased;
            () = self.stop.token().cancelled() => return Err(StepError::Stopped),
            abilities = &mut asked => return Ok(abilities),
            () = tokio::time::sleep(backoff::SLOW) => {}
        }
        self.set_wait_reason(Some("waiting for its server to load the model".to_owned()))
            .await?;
        tokio::select! {
            biased;
            () = self.stop.token().cancelled() => Err(StepError::Stopped),
            abilities = &mut asked => Ok(abilities),
        }
    }

    /// Drops what is in the sink from `keep` bytes on, but nothing of what the author wrote; where it is prose, it stays
    /// in the history.
    pub(super) async fn cut(
        &mut self,
        sink: &mut Sink,
        keep: usize,
        prose: bool,
    ) -> Result<(), StepError> {
        let keep = keep.max(self.author_bytes(sink));
        if keep < sink.text.len() {
            if sink.is_draft() {
                let cut = sink.draft_end() - (sink.text.len() - keep);
                let offset = u64::try_from(cut).unwrap_or(u64::MAX);
                self.store
                    .cut_draft(self.lease, self.step.id, offset, prose)
                    .await?;
            }
            sink.truncate(keep);
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
