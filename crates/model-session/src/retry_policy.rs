//! When a model is asked again, and when a person has to look. Pure: no I/O and no clock, so each rule is tested by
//! itself.

use crate::{StepError, backoff::Backoff, stream::AnswerEnd, unusable_answer::UnusableAnswer};
use std::time::{Duration, Instant};
use writing::refusals::{SHORT, refuses};

/// Unusable answers in a row before a person has to look.
const MAX_UNUSABLE: u32 = 3;

/// Loops in one conversation, whatever came between them.
const MAX_LOOPS: u32 = 8;

/// The strongest hint that a model gets after answers that ran in a loop.
const MAX_LOOP_HINT: u32 = 2;

/// How often a scene that ended far too early is continued.
const MAX_EXTENSIONS: u32 = 2;

/// A server may load its model for at least so many seconds, however short the limit for a first word is.
const MIN_LOADING_SECONDS: f64 = 60.0;

/// What the next call tells the model about the calls before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct PromptHints {
    /// How often in a row its answer ran in a loop, 2 at most.
    pub(crate) looped: u32,
    /// Whether its scene ended too early.
    pub(crate) short: bool,
    /// How often it used up its output limit without an answer.
    pub(crate) cramped: u32,
}

/// The text of the answer so far, and where the last call began.
pub(crate) struct AnswerText<'a> {
    /// All of the answer, what was there before the call included.
    pub(crate) text: &'a str,
    /// Where the call began, in bytes.
    pub(crate) start: usize,
    /// Whether it is prose, which can be continued; a structured answer always begins anew.
    pub(crate) is_draft: bool,
    /// Whether the answer is complete as it stands.
    pub(crate) is_whole: bool,
    /// Whether it is far shorter than what was asked for.
    pub(crate) is_short: bool,
    /// Whether it is many times as long as what was asked for.
    pub(crate) is_endless: bool,
}

/// How long a call took, and how long it may take.
#[derive(Clone, Copy)]
pub(crate) struct CallTiming {
    /// The present.
    pub(crate) now: Instant,
    /// How long ago the call had its turn.
    pub(crate) took: Duration,
    /// So many seconds may pass before the first word.
    pub(crate) first_word_limit: f64,
}

/// How much of the text to keep; done before anything else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Truncation {
    /// How many bytes stay.
    pub(crate) keep: usize,
    /// Whether the rest is prose and stays in the chapter's history.
    pub(crate) is_prose: bool,
}

/// What to do after a call.
#[derive(Debug)]
pub(crate) struct RetryDecision {
    /// What is cut from the text first.
    pub(crate) cut: Option<Truncation>,
    /// What is done then.
    pub(crate) next: RetryAction,
}

/// The next action.
#[derive(Debug)]
pub(crate) enum RetryAction {
    /// The answer is complete.
    Finish,
    /// The scene is too short: it continues with a new paragraph.
    Extend,
    /// The server is not ready: the same call again after a pause.
    Wait {
        /// Why, for the author.
        reason: String,
        /// For how long.
        pause: Duration,
    },
    /// The call brought no complete answer: another call after a pause.
    Retry {
        /// Why, for the log.
        reason: String,
        /// Why, for the author.
        notice: String,
        /// For how long.
        pause: Duration,
    },
    /// No further call.
    GiveUp(StepError),
}

impl From<RetryAction> for RetryDecision {
    fn from(next: RetryAction) -> Self {
        Self { cut: None, next }
    }
}

/// Counts what went wrong in one conversation with a model.
pub(crate) struct RetryPolicy {
    model: String,
    backoff: Backoff,
    unusable_in_a_row: u32,
    loops: u32,
    loops_in_a_row: u32,
    cramped: u32,
    extensions: u32,
    loading_since: Option<Instant>,
    /// Where the latest call began.
    last_start: Option<usize>,
}

impl RetryPolicy {
    /// For a conversation with a model of this name.
    pub(crate) fn new(model: &str) -> Self {
        Self {
            model: model.to_owned(),
            backoff: Backoff::new(),
            unusable_in_a_row: 0,
            loops: 0,
            loops_in_a_row: 0,
            cramped: 0,
            extensions: 0,
            loading_since: None,
            last_start: None,
        }
    }

    /// What the next call tells the model.
    pub(crate) fn hints(&self) -> PromptHints {
        PromptHints {
            looped: self.loops_in_a_row.min(MAX_LOOP_HINT),
            short: self.extensions > 0,
            cramped: self.cramped,
        }
    }

    /// A call begins with so many bytes of text. A call that begins further on than the one before made progress, so all
    /// tries are available again. A model that can't continue in mid-sentence may also begin further back.
    pub(crate) fn begin_call(&mut self, start: usize) {
        if self.last_start.is_some_and(|last| start > last) {
            self.backoff = Backoff::new();
            self.unusable_in_a_row = 0;
        }
        self.last_start = Some(start);
    }

    /// No call can be made now, because the server does not say what its model supports.
    pub(crate) fn postpone(&mut self, reason: String) -> RetryDecision {
        match self.backoff.pause(None, Duration::ZERO) {
            Some(pause) => RetryAction::Wait { reason, pause },
            None => RetryAction::GiveUp(StepError::Failed(reason)),
        }
        .into()
    }

    /// What follows a call that ended like this.
    pub(crate) fn next(
        &mut self,
        ended: AnswerEnd,
        progress: &AnswerText<'_>,
        timing: CallTiming,
    ) -> RetryDecision {
        self.count(&ended);
        let ended = self.reconsider(ended, progress);
        if progress.is_endless && !matches!(ended, AnswerEnd::Whole) {
            let reason = UnusableAnswer::Endless.to_message(&self.model);
            return RetryAction::GiveUp(StepError::UnusableAnswer(reason)).into();
        }
        match ended {
            AnswerEnd::Whole => self.after_whole(progress),
            AnswerEnd::Length => {
                let reason = "The model reached its length limit.".to_owned();
                self.retry(reason, None, progress.text.len(), progress, timing)
                    .into()
            }
            AnswerEnd::Cut(reason, wish) => self
                .retry(reason, wish, progress.text.len(), progress, timing)
                .into(),
            AnswerEnd::Loading(reason, pause) => self.while_loading(reason, pause, timing).into(),
            AnswerEnd::Unusable(_, keep) if self.extensions > 0 => {
                // The model had called the scene complete. What it was asked to add is dropped.
                let keep = progress.text[..keep].trim_end().len();
                let is_prose = progress.text.len() - keep > SHORT;
                RetryDecision {
                    cut: Some(Truncation { keep, is_prose }),
                    next: RetryAction::Finish,
                }
            }
            AnswerEnd::Unusable(unusable, keep) => {
                self.after_unusable(unusable, keep, progress, timing)
            }
        }
    }

    fn count(&mut self, ended: &AnswerEnd) {
        if !matches!(ended, AnswerEnd::Loading(..)) {
            self.loading_since = None;
        }
        if matches!(ended, AnswerEnd::Unusable(UnusableAnswer::Looped, _)) {
            self.loops += 1;
            self.loops_in_a_row += 1;
        } else {
            self.loops_in_a_row = 0;
        }
    }

    /// An answer that reached its length limit may be complete, or may have brought nothing to continue from.
    fn reconsider(&mut self, ended: AnswerEnd, progress: &AnswerText<'_>) -> AnswerEnd {
        let AnswerText { text, start, .. } = *progress;
        match ended {
            // The limit was behind its last bracket.
            AnswerEnd::Length if !progress.is_draft && progress.is_whole => AnswerEnd::Whole,
            // Asked in the same way, it would end in the same way.
            AnswerEnd::Length if !progress.is_draft || text.len() <= start => {
                self.cramped += 1;
                AnswerEnd::Unusable(UnusableAnswer::Cramped, text.len().min(start))
            }
            ended => ended,
        }
    }

    fn after_whole(&mut self, progress: &AnswerText<'_>) -> RetryDecision {
        let keep = progress.text.trim_end().len();
        let has_grown = keep > progress.start;
        if progress.is_short && has_grown && self.extensions < MAX_EXTENSIONS {
            self.extensions += 1;
            return RetryAction::Extend.into();
        }
        // The paragraph that it was to continue with is dropped where nothing came.
        let cut = (self.extensions > 0).then_some(Truncation {
            keep,
            is_prose: false,
        });
        let next = RetryAction::Finish;
        RetryDecision { cut, next }
    }

    fn while_loading(
        &mut self,
        reason: String,
        pause: Duration,
        timing: CallTiming,
    ) -> RetryAction {
        let since = *self.loading_since.get_or_insert(timing.now);
        let limit = timing.first_word_limit.max(MIN_LOADING_SECONDS);
        if timing.now.duration_since(since).as_secs_f64() > limit {
            return RetryAction::GiveUp(StepError::Failed(reason));
        }
        RetryAction::Wait { reason, pause }
    }

    fn after_unusable(
        &mut self,
        unusable: UnusableAnswer,
        keep: usize,
        progress: &AnswerText<'_>,
        timing: CallTiming,
    ) -> RetryDecision {
        let dropped = &progress.text[keep..];
        // A refusal is no prose; a scene that a filter cut off is.
        let is_cut_off =
            unusable == UnusableAnswer::Refused && !dropped.trim().is_empty() && !refuses(dropped);
        let cut = Some(Truncation {
            keep,
            is_prose: dropped.len() > SHORT || is_cut_off,
        });
        let reason = unusable.to_message(&self.model);
        self.unusable_in_a_row += 1;
        if self.unusable_in_a_row >= MAX_UNUSABLE || self.loops >= MAX_LOOPS {
            let next = RetryAction::GiveUp(StepError::UnusableAnswer(reason));
            return RetryDecision { cut, next };
        }
        let mut next = self.retry(reason, None, keep, progress, timing);
        if let RetryAction::Retry { notice, .. } = &mut next {
            *notice = unusable.to_notice(&self.model);
        }
        RetryDecision { cut, next }
    }

    /// Another call after a pause, where a try is left; `kept` bytes of the text remain. Prose continues at once, unless
    /// the server wishes a pause.
    fn retry(
        &mut self,
        reason: String,
        wish: Option<Duration>,
        kept: usize,
        progress: &AnswerText<'_>,
        timing: CallTiming,
    ) -> RetryAction {
        let has_grown = progress.is_draft && kept > progress.start;
        let wish = wish.or(has_grown.then_some(Duration::ZERO));
        match self.backoff.pause(wish, timing.took) {
            Some(pause) => RetryAction::Retry {
                notice: reason.clone(),
                reason,
                pause,
            },
            None => RetryAction::GiveUp(StepError::Failed(reason)),
        }
    }
}

#[cfg(test)]
mod tests;
