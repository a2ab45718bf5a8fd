//! One answer: streamed into its sink until it ends, and noted with what it took.

use super::{
    StepContext, StepError,
    backoff::{self, retry_write},
    resumed::{ResumeAction, ResumeMatcher},
    sink::Sink,
    unusable_answer::{self, UnusableAnswer},
};
use crate::pending_call::PendingCall;
use domain::CallEnd;
use futures::StreamExt as _;
use std::{
    future,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio_util::sync::CancellationToken;
use writing::{AnswerStream, Call, Finish, LanguageModel, ModelError, Piece};

/// No answer is longer, in bytes: many times the longest chapter.
const MOST: usize = 2_000_000;
/// How one answer ended.
pub(super) enum AnswerEnd {
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
impl StepContext {
    /// Streams one answer into the sink and notes what it took. Whatever ends it, what came is flushed.
    pub(super) async fn stream(
        &mut self,
        model: &Arc<dyn LanguageModel>,
        call: Call,
        sink: &mut Sink,
    ) -> Result<AnswerEnd, StepError> {
        let parts = call.prompt.as_ref().map(|prompt| prompt.parts.clone());
        let mut entry = PendingCall::begin();
        let ended = self.listen(model, call, sink, &mut entry).await;
        self.meter.think(false);
        // What came is on disk before anything else is done.
        let flushed = self.flush(sink).await;
        if let Some(parts) = parts {
            let how = match &ended {
                Ok(AnswerEnd::Whole) => CallEnd::Whole,
                Ok(AnswerEnd::Length) => CallEnd::Length,
                Ok(AnswerEnd::Unusable(UnusableAnswer::Refused, _)) => CallEnd::Refused,
                Ok(AnswerEnd::Unusable(UnusableAnswer::Looped, _)) => CallEnd::Looped,
                Ok(AnswerEnd::Unusable(
                    UnusableAnswer::Empty | UnusableAnswer::Endless | UnusableAnswer::Cramped,
                    _,
                )) => CallEnd::Whole,
                Ok(AnswerEnd::Cut(..) | AnswerEnd::Loading(..))
                | Err(StepError::Failed(_) | StepError::UnusableAnswer(_) | StepError::Engine(_)) => {
                    CallEnd::Broken
                }
                Err(StepError::Stopped) => CallEnd::Stopped,
            };
            let name = model.name();
            let done = entry.end(how, name, self.models.price(name), parts);
            let stop = self.stop.token();
            let noted = retry_write(stop, || {
                let done = done.clone();
                self.store
                    .record_call(self.lease, self.step.id, self.stage, done)
            });
            if let Some(cause) = noted.await? {
                self.stop.ask(cause);
            }
        }
        flushed?;
        ended
    }

    async fn listen(
        &mut self,
        model: &Arc<dyn LanguageModel>,
        call: Call,
        sink: &mut Sink,
        entry: &mut PendingCall,
    ) -> Result<AnswerEnd, StepError> {
        let stop = self.stop.token().clone();
        let mut before = sink.text.len();
        let (mut slow_at, mut has_turn) = (Some(backoff::slow_at()), false);
        let mut was_thought = false;
        // A structured answer always begins anew.
        let mut resumed = ResumeMatcher::new(if sink.is_draft() { &sink.text } else { "" });
        let turn = CancellationToken::new();
        let mut begins = model.answer_in_turn(call, stop.child_token(), turn.clone());
        let mut answer: AnswerStream = loop {
            tokio::select! {
                biased;
                () = stop.cancelled() => return Err(StepError::Stopped),
                () = turn.cancelled(), if !has_turn => {
                    has_turn = true;
                    slow_at = Some(backoff::slow_at());
                    self.asked_at = Instant::now();
                    entry.asked();
                }
                began = &mut begins => match began {
                    Ok(answer) => break answer,
                    Err(error) => return ended_by(error),
                },
                () = until(slow_at) => slow_at = self.report_slow(has_turn).await?,
            }
        };
        loop {
            let flush_at = sink.flush_at();
            let piece = tokio::select! {
                biased;
                // Dropping the answer ends the call: the model falls silent here.
                () = stop.cancelled() => return Err(StepError::Stopped),
                () = until(flush_at) => {
                    self.flush(sink).await?;
                    continue;
                }
                piece = answer.next() => piece,
                () = until(slow_at) => {
                    slow_at = self.report_slow(has_turn).await?;
                    continue;
                }
            };
            slow_at = None;
            self.set_wait_reason(None).await?;
            if was_thought {
                sink.settled = sink.text.len();
            }
            match piece {
                Some(Ok(Piece::Text { text, tokens })) => {
                    entry.wrote(tokens);
                    self.meter.think(false);
                    self.meter.count(tokens);
                    let took = resumed.take(&text);
                    self.left_out.append(&mut resumed.left_out);
                    self.take(took, &mut before, sink).await?;
                    if sink.text.len() > MOST {
                        return Ok(AnswerEnd::Cut(
                            "The model’s answer does not end.".to_owned(),
                            None,
                        ));
                    }
                    if sink.is_over() {
                        return self.end_of_silence(sink, before).await;
                    }
                    if let Some(keep) = sink.loops() {
                        return Ok(AnswerEnd::Unusable(UnusableAnswer::Looped, keep));
                    }
                }
                Some(Ok(Piece::Thinking { tokens })) => {
                    entry.thought(tokens);
                    self.meter.think(true);
                    self.report_thinking().await?;
                }
                Some(Ok(Piece::WasThinking)) => {
                    entry.was_thought();
                    let held = resumed.end();
                    self.left_out.append(&mut resumed.left_out);
                    self.take(held, &mut before, sink).await?;
                    // Calls before this one may have been cut in the middle of the same thought.
                    let settled = sink.settled;
                    self.cut(sink, settled, settled < before).await?;
                    before = before.min(settled);
                    was_thought = true;
                }
                Some(Ok(Piece::Usage(usage))) => entry.counted(usage),
                over => {
                    let held = resumed.end();
                    self.left_out.append(&mut resumed.left_out);
                    self.take(held, &mut before, sink).await?;
                    return over_by(over, sink, before);
                }
            }
        }
    }

    /// Takes in what came of an answer.
    async fn take(
        &mut self,
        took: ResumeAction,
        before: &mut usize,
        sink: &mut Sink,
    ) -> Result<(), StepError> {
        match took {
            ResumeAction::Held => return Ok(()),
            ResumeAction::Text(text) => sink.push(&text),
            // What the author wrote is never replaced.
            ResumeAction::Restart(keep, text) if keep < self.author_bytes(sink) => sink.push(&text),
            // The former telling stays in the history.
            ResumeAction::Restart(keep, text) => {
                self.flush(sink).await?;
                self.cut(sink, keep, true).await?;
                *before = keep.min(*before);
                sink.push(&text);
            }
        }
        if sink.may_be_opening() {
            self.clean_opening(sink).await?;
            *before = sink.text.len().min(*before);
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
        over_by(Some(Ok(Piece::End(Finish::Stop))), sink, before)
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

    /// Lets the pages know that the model thinks, now and then.
    async fn report_thinking(&mut self) -> Result<(), StepError> {
        if let Some(report) = self.meter.report_if_due() {
            self.store
                .progress(self.lease, self.step.id, report)
                .await?;
        }
        Ok(())
    }
}

/// What the last piece of an answer means; `before` is where the answer began in the sink.
fn over_by(
    piece: Option<Result<Piece, ModelError>>,
    sink: &Sink,
    before: usize,
) -> Result<AnswerEnd, StepError> {
    match piece {
        Some(Ok(Piece::End(Finish::Stop))) => Ok(match unusable_answer::of_answer(sink, before) {
            Some(unusable) => AnswerEnd::Unusable(unusable, before),
            None => AnswerEnd::Whole,
        }),
        Some(Ok(Piece::End(Finish::Length))) => Ok(AnswerEnd::Length),
        Some(Ok(Piece::End(Finish::Refused))) => {
            Ok(AnswerEnd::Unusable(UnusableAnswer::Refused, before))
        }
        Some(Err(error)) => ended_by(error),
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
