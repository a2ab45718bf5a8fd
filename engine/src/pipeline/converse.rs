//! One conversation with the model: streamed, stopped between two tokens, continued until it is whole.

use super::{
    Halt, Work,
    doubt::{self, Doubt},
    patience::Patience,
    sink::Sink,
    stream::Ended,
};
use crate::model::{Assignment, Call, LanguageModel, Repair, prompt};
use domain::text::last_whole_paragraph;
use std::time::{Duration, Instant};

/// Answers in a row that are no use (empty, refusing, looping) before a person has to look.
const MAX_DOUBTS: u32 = 3;

/// Loops in one answer, whatever came between them.
const MAX_LOOPS: u32 = 8;

/// So often a server that does not say what its model can is asked once more, where half a sentence waits.
const MAX_UNSURE: u32 = 3;

/// What loops is asked for otherwise, and after another time still more so.
const MOST_LOOPED: u32 = 2;

/// So often a scene that was called done far too soon is asked to go on.
const MOST_LONGER: u32 = 2;

/// What a scene goes on with.
const NEXT_PARAGRAPH: &str = "\n\n";

/// A scene that is so many times as long as its whole chapter is meant to be has no end.
const ENDLESS: u32 = 3;

impl Work {
    /// Asks until the answer is whole. What is in the sink already is continued; with a `repair` the model
    /// corrects an answer of its own.
    pub(super) async fn converse(
        &mut self,
        assignment: Assignment,
        repair: Option<Repair>,
        sink: &mut Sink,
    ) -> Result<(), Halt> {
        let model = self.model()?;
        let mut patience = Patience::new();
        let (mut doubts, mut looped, mut longer) = (0, 0, 0);
        let (mut loops, mut cramped, mut unsure) = (0, 0, 0);
        let mut loading_since = None;
        // Where the last call began: whoever can't go on in mid-sentence may fall back behind what it wrote.
        let mut begun = None;
        loop {
            let mut call = self.call(assignment.clone(), repair.clone());
            (call.looped, call.short, call.cramped) = (looped, longer > 0, cramped);
            let Some(call) = self.prepare(&*model, call, sink, unsure).await? else {
                unsure += 1;
                let pause = patience.pause(None, Duration::ZERO).unwrap_or_default();
                self.wait("The server does not say what its model can.", pause)
                    .await?;
                continue;
            };
            let has_context = call.prompt.is_some();
            let before = sink.text.len();
            // As long as each call begins further on than the one before, going on is right. A structured
            // answer always begins anew.
            if begun.is_some_and(|begun| before > begun) {
                patience = Patience::new();
                doubts = 0;
            }
            begun = Some(before);
            let began_at = Instant::now();
            let mut ended = self.stream(&model, call, sink).await?;
            looped = match &ended {
                Ended::Doubtful(Doubt::Looped, _) => {
                    loops += 1;
                    MOST_LOOPED.min(looped + 1)
                }
                _ => 0,
            };
            if loops >= MAX_LOOPS {
                doubts = MAX_DOUBTS;
            }
            // Nothing to go on from: asked the same way, it would end the same way.
            if matches!(ended, Ended::Length) && (!sink.is_draft() || sink.text.len() <= before) {
                ended = Ended::Doubtful(Doubt::Cramped, sink.text.len().min(before));
                cramped += 1;
            }
            if !matches!(ended, Ended::Whole) && self.is_endless(sink) {
                return Err(Halt::Doubt(Doubt::Endless.told(model.name())));
            }
            let (reason, wait) = match ended {
                Ended::Whole => {
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
                Ended::Length => ("The model stopped at its length limit.".to_owned(), None),
                Ended::Cut(reason, wait) => (reason, wait),
                // It says that it is coming: that may take as long as its first word.
                Ended::Loading(reason, wait) => {
                    let since = *loading_since.get_or_insert(began_at);
                    if since.elapsed().as_secs_f64() > self.models.limits().first_token {
                        return Err(Halt::Failed(reason));
                    }
                    self.wait(&reason, wait).await?;
                    continue;
                }
                // What it was asked to add is no use: it had called the scene done.
                Ended::Doubtful(_, keep) if longer > 0 => {
                    let keep = sink.text[..keep].trim_end().len();
                    let prose = sink.text.len() - keep > doubt::SHORT;
                    self.cut(sink, keep, prose).await?;
                    return Ok(());
                }
                Ended::Doubtful(doubt, keep) => {
                    // A refusal is no prose; a scene that a filter cut off is.
                    let cut = &sink.text[keep..];
                    let prose = cut.len() > doubt::SHORT
                        || doubt == Doubt::Refused
                            && !cut.trim().is_empty()
                            && !doubt::refuses(cut);
                    self.cut(sink, keep, prose).await?;
                    doubts += 1;
                    if doubts >= MAX_DOUBTS {
                        return Err(Halt::Doubt(doubt.told(model.name())));
                    }
                    (doubt.told(model.name()), None)
                }
            };
            // Prose goes on at once, but for a server that wants a pause.
            let advanced = sink.is_draft() && sink.text.len() > before;
            let wish = wait.or(advanced.then_some(Duration::ZERO));
            let Some(pause) = patience.pause(wish, began_at.elapsed()) else {
                return Err(Halt::Failed(reason));
            };
            tracing::warn!(run = %self.lease.run, reason, "asking the model again");
            self.wait(&reason, pause).await?;
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

    /// The call for what is still missing in the sink, with what this model is sent for it; `None` where it is
    /// better to ask first what the model can.
    async fn prepare(
        &mut self,
        model: &dyn LanguageModel,
        mut call: Call,
        sink: &mut Sink,
        unsure: u32,
    ) -> Result<Option<Call>, Halt> {
        let abilities = tokio::select! {
            biased;
            () = self.stop.token().cancelled() => return Err(Halt::Stopped),
            abilities = model.abilities() => abilities,
        };
        if !sink.is_draft() {
            // Half a structured answer can't be gone on with: the shape begins anew with each call.
            sink.truncate(0);
        } else if !abilities.continues_text {
            let keep = last_whole_paragraph(&sink.text).0.len();
            // A guess is no reason to drop half a sentence, and a new paragraph behind it would be worse.
            if keep < sink.text.len() && !abilities.is_sure && unsure < MAX_UNSURE {
                return Ok(None);
            }
            self.cut(sink, keep, true).await?;
        }
        call.prefix.clone_from(&sink.text);
        call.prompt = prompt::prepared(&call, &abilities).map_err(|small| {
            let told = small.to_string();
            match call.assignment {
                // The text is written: it is whole without what no prompt is large enough for.
                Assignment::Edit { .. } | Assignment::Check { .. } | Assignment::Revise { .. } => {
                    Halt::Doubt(told)
                }
                _ => Halt::Failed(told),
            }
        })?;
        Ok(Some(call))
    }

    /// Drops what is in the sink from `keep` bytes on; where it is prose, it stays in the history.
    pub(super) async fn cut(
        &mut self,
        sink: &mut Sink,
        keep: usize,
        prose: bool,
    ) -> Result<(), Halt> {
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
        let most = prompt::tokens::tokens_for_words(words, &self.story.brief.language);
        sink.is_draft() && prompt::estimate(&sink.text) > most
    }
}
