//! One answer: streamed into its sink until it ends, and noted with what it took.

use crate::{
    CallEvent, ModelCall, ModelSession, Sink, StepError,
    backoff::{self, retry_write},
    unusable_answer::{self, UnusableAnswer},
};
use answers::resumed::{ResumeAction, ResumeMatcher};
use domain::CallEnd;
use std::{
    future,
    sync::Arc,
    time::{Duration, Instant},
};
use writing::{Call, Finish, LanguageModel, ModelError};

/// No answer is longer, in bytes: many times the longest chapter.
const MOST: usize = 2_000_000;

/// How one answer ended.
pub(crate) enum AnswerEnd {
    /// The model said that it was done.
    Whole,
    /// It ran into a length limit.
    Length,
    /// It is no use; what of the sink is to be kept, in bytes.
    Unusable(UnusableAnswer, usize),
    /// The stream just ended, or broke.
    Cut(String, Option<Duration>),
    /// The server is about to be ready.
    Loading(String, Duration),
}

/// What is known of an answer while it comes.
struct AnswerState {
    /// Where it begins in the sink, in bytes.
    start: usize,
    /// Finds what repeats the text before it.
    resumed: ResumeMatcher,
    /// Whether the model wrote its thoughts as text before.
    was_thought: bool,
}

impl ModelSession {
    /// Streams one answer into the sink and notes what it took. Whatever ends it, what came is flushed.
    pub(crate) async fn stream(
        &mut self,
        model: &Arc<dyn LanguageModel>,
        call: Call,
        sink: &mut Sink,
    ) -> Result<AnswerEnd, StepError> {
        let mut call = ModelCall::new(model, call, self.stop.token().child_token());
        let ended = self.listen(&mut call, sink).await;
        self.meter.think(false);
        let name = model.name();
        // Closed first: the model falls silent, however long the disk takes.
        let done = call.finish(call_end(&ended), name, self.models.price(name));
        // What came is on disk before anything else is done.
        let flushed = self.flush(sink).await;
        if let Some(done) = done {
            let noted = retry_write(self.stop.token(), || {
                let done = done.clone();
                self.store
                    .record_call(self.lease, self.step, self.stage, done)
            });
            if let Some(cause) = noted.await? {
                self.stop.ask(cause);
            }
        }
        flushed?;
        ended
    }

    /// Follows a call until its answer ends, or is stopped.
    async fn listen(
        &mut self,
        call: &mut ModelCall,
        sink: &mut Sink,
    ) -> Result<AnswerEnd, StepError> {
        let stop = self.stop.token().clone();
        let (mut slow_at, mut has_turn) = (Some(backoff::slow_at()), false);
        let mut answer = AnswerState {
            start: sink.text.len(),
            // A structured answer always begins anew.
            resumed: ResumeMatcher::new(if sink.is_draft() { &sink.text } else { "" }),
            was_thought: false,
        };
        loop {
            // Also where the model pauses: what it wrote in the last moment is told.
            let flush_at = sink.flush_at().or_else(|| self.meter.report_at());
            let event = tokio::select! {
                biased;
                // The caller closes the call.
                () = stop.cancelled() => return Err(StepError::Stopped),
                () = until(flush_at) => {
                    self.flush(sink).await?;
                    continue;
                }
                event = call.next() => event,
                () = until(slow_at) => {
                    slow_at = self.report_slow(has_turn).await?;
                    continue;
                }
            };
            match event {
                CallEvent::Turn => {
                    has_turn = true;
                    slow_at = Some(backoff::slow_at());
                    self.asked_at = Instant::now();
                }
                CallEvent::Failed(error) if !call.is_answering() => return ended_by(error),
                event => {
                    slow_at = None;
                    self.set_wait_reason(None).await?;
                    if let Some(ended) = self.take_event(event, &mut answer, sink).await? {
                        return Ok(ended);
                    }
                }
            }
        }
    }

    /// Takes in an event of the answer; how the answer ended, once it did.
    async fn take_event(
        &mut self,
        event: CallEvent,
        answer: &mut AnswerState,
        sink: &mut Sink,
    ) -> Result<Option<AnswerEnd>, StepError> {
        if answer.was_thought {
            sink.settled = sink.text.len();
        }
        match event {
            CallEvent::Text { text, tokens } => {
                self.meter.think(false);
                self.meter.count(tokens);
                let took = answer.resumed.take(&text);
                self.take(took, answer, sink).await?;
                self.ends_early(sink, answer.start).await
            }
            CallEvent::Thinking { .. } => {
                self.meter.think(true);
                self.report_progress().await?;
                Ok(None)
            }
            CallEvent::WasThinking => {
                let held = answer.resumed.end();
                self.take(held, answer, sink).await?;
                // Calls before this one may have been cut in the middle of the same thought.
                let settled = sink.settled;
                self.cut(sink, settled, settled < answer.start).await?;
                answer.start = answer.start.min(settled);
                answer.was_thought = true;
                Ok(None)
            }
            CallEvent::Usage | CallEvent::Turn => Ok(None),
            CallEvent::End(_) | CallEvent::Cut | CallEvent::Failed(_) => {
                let held = answer.resumed.end();
                self.take(held, answer, sink).await?;
                over_by(event, sink, answer.start).map(Some)
            }
        }
    }

    /// Ends an answer that is too long, followed by silence, or running in a loop.
    async fn ends_early(
        &mut self,
        sink: &mut Sink,
        start: usize,
    ) -> Result<Option<AnswerEnd>, StepError> {
        if sink.text.len() > MOST {
            let reason = "The model’s answer does not end.".to_owned();
            return Ok(Some(AnswerEnd::Cut(reason, None)));
        }
        if sink.is_over() {
            return self.end_of_silence(sink, start).await.map(Some);
        }
        let looped = |keep| AnswerEnd::Unusable(UnusableAnswer::Looped, keep);
        Ok(sink.loops().map(looped))
    }

    /// Takes in what came of an answer.
    async fn take(
        &mut self,
        took: ResumeAction,
        answer: &mut AnswerState,
        sink: &mut Sink,
    ) -> Result<(), StepError> {
        sink.left_out.append(&mut answer.resumed.left_out);
        match took {
            ResumeAction::Held => return Ok(()),
            ResumeAction::Text(text) => sink.push(&text),
            // What the author wrote is never replaced.
            ResumeAction::Restart(keep, text) if keep < sink.author_bytes() => sink.push(&text),
            // The former telling stays in the history.
            ResumeAction::Restart(keep, text) => {
                self.flush(sink).await?;
                self.cut(sink, keep, true).await?;
                answer.start = answer.start.min(keep);
                sink.push(&text);
            }
        }
        if sink.may_be_opening() {
            self.clean_opening(sink).await?;
            answer.start = answer.start.min(sink.text.len());
        }
        Ok(())
    }

    /// Ends an answer that is whole and is followed by white space without an end, which is dropped.
    async fn end_of_silence(
        &mut self,
        sink: &mut Sink,
        before: usize,
    ) -> Result<AnswerEnd, StepError> {
        self.flush(sink).await?;
        let keep = sink.text.trim_end().len().max(before);
        self.cut(sink, keep, false).await?;
        over_by(CallEvent::End(Finish::Stop), sink, before)
    }

    /// Says why nothing comes yet, once.
    async fn report_slow(&mut self, has_turn: bool) -> Result<Option<Instant>, StepError> {
        let reason = match has_turn {
            true => "waiting for the model’s first word",
            false => "waiting for the model: other calls come first",
        };
        self.set_wait_reason(Some(reason.to_owned())).await?;
        Ok(None)
    }
}

/// How a call ended, for its record.
fn call_end(ended: &Result<AnswerEnd, StepError>) -> CallEnd {
    match ended {
        Ok(AnswerEnd::Length) => CallEnd::Length,
        Ok(AnswerEnd::Unusable(UnusableAnswer::Refused, _)) => CallEnd::Refused,
        Ok(AnswerEnd::Unusable(UnusableAnswer::Looped, _)) => CallEnd::Looped,
        Ok(
            AnswerEnd::Whole
            | AnswerEnd::Unusable(
                UnusableAnswer::Empty | UnusableAnswer::Endless | UnusableAnswer::Cramped,
                _,
            ),
        ) => CallEnd::Whole,
        Ok(AnswerEnd::Cut(..) | AnswerEnd::Loading(..))
        | Err(StepError::Failed(_) | StepError::UnusableAnswer(_) | StepError::Engine(_)) => {
            CallEnd::Broken
        }
        Err(StepError::Stopped) => CallEnd::Stopped,
    }
}

/// What the last event of an answer means; `before` is where the answer began in the sink.
fn over_by(event: CallEvent, sink: &Sink, before: usize) -> Result<AnswerEnd, StepError> {
    match event {
        CallEvent::End(Finish::Stop) => Ok(match unusable_answer::of_answer(sink, before) {
            Some(unusable) => AnswerEnd::Unusable(unusable, before),
            None => AnswerEnd::Whole,
        }),
        CallEvent::End(Finish::Length) => Ok(AnswerEnd::Length),
        CallEvent::End(Finish::Refused) => Ok(AnswerEnd::Unusable(UnusableAnswer::Refused, before)),
        CallEvent::Failed(error) => ended_by(error),
        _ => Ok(AnswerEnd::Cut(
            "The model’s answer was cut off.".to_owned(),
            None,
        )),
    }
}

fn ended_by(error: ModelError) -> Result<AnswerEnd, StepError> {
    match error {
        ModelError::Passing {
            reason,
            retry_after,
        } => Ok(AnswerEnd::Cut(reason, retry_after)),
        ModelError::Loading {
            reason,
            retry_after,
        } => Ok(AnswerEnd::Loading(reason, retry_after)),
        ModelError::Lasting(reason) => Err(StepError::Failed(reason)),
    }
}

async fn until(at: Option<Instant>) {
    match at {
        Some(at) => tokio::time::sleep_until(at.into()).await,
        None => future::pending().await,
    }
}
