//! One answer: streamed into its sink until it ends, and noted with what it took.

use super::{
    Halt, Work,
    doubt::{self, Doubt},
    patience::{self, insist},
    resumed::{Resumed, Took},
    sink::Sink,
};
use crate::logbook::Entry;
use domain::CallEnd;
use futures::StreamExt as _;
use std::{
    future,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio_util::sync::CancellationToken;
use writing::{Answer, Call, Finish, LanguageModel, ModelError, Piece};

/// No answer is longer, in bytes: many times the longest chapter.
const MOST: usize = 2_000_000;
/// How one answer ended.
pub(super) enum Ended {
    /// The model said that it was done.
    Whole,
    /// It ran into a length limit.
    Length,
    /// It is no use; what of the sink is to be kept, in bytes.
    Doubtful(Doubt, usize),
    /// The stream just ended, or broke.
    Cut(String, Option<Duration>),
    /// The server is about to be ready.
    Loading(String, Duration),
}
impl Work {
    /// Streams one answer into the sink and notes what it took. Whatever ends it, what came is flushed.
    pub(super) async fn stream(
        &mut self,
        model: &Arc<dyn LanguageModel>,
        call: Call,
        sink: &mut Sink,
    ) -> Result<Ended, Halt> {
        let parts = call.prompt.as_ref().map(|prompt| prompt.parts.clone());
        let mut entry = Entry::begin();
        let ended = self.listen(model, call, sink, &mut entry).await;
        self.meter.think(false);
        // What came is on disk before anything else is done.
        let flushed = self.flush(sink).await;
        if let Some(parts) = parts {
            let how = match &ended {
                Ok(Ended::Whole) => CallEnd::Whole,
                Ok(Ended::Length) => CallEnd::Length,
                Ok(Ended::Doubtful(Doubt::Refused, _)) => CallEnd::Refused,
                Ok(Ended::Doubtful(Doubt::Looped, _)) => CallEnd::Looped,
                Ok(Ended::Doubtful(Doubt::Empty | Doubt::Endless | Doubt::Cramped, _)) => {
                    CallEnd::Whole
                }
                Ok(Ended::Cut(..) | Ended::Loading(..))
                | Err(Halt::Failed(_) | Halt::Doubt(_) | Halt::Engine(_)) => CallEnd::Broken,
                Err(Halt::Stopped) => CallEnd::Stopped,
            };
            let name = model.name();
            let done = entry.end(how, name, self.models.price(name), parts);
            let stop = self.stop.token();
            let noted = insist(stop, || {
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
        entry: &mut Entry,
    ) -> Result<Ended, Halt> {
        let stop = self.stop.token().clone();
        let mut before = sink.text.len();
        let (mut slow_at, mut has_turn) = (Some(patience::slow_at()), false);
        let mut was_thought = false;
        // A structured answer always begins anew.
        let mut resumed = Resumed::new(if sink.is_draft() { &sink.text } else { "" });
        let turn = CancellationToken::new();
        let mut begins = model.answer_in_turn(call, stop.child_token(), turn.clone());
        let mut answer: Answer = loop {
            tokio::select! {
                biased;
                () = stop.cancelled() => return Err(Halt::Stopped),
                () = turn.cancelled(), if !has_turn => {
                    has_turn = true;
                    slow_at = Some(patience::slow_at());
                    self.asked_at = Instant::now();
                    entry.asked();
                }
                began = &mut begins => match began {
                    Ok(answer) => break answer,
                    Err(error) => return ended_by(error),
                },
                () = until(slow_at) => slow_at = self.tell_slow(has_turn).await?,
            }
        };
        loop {
            let flush_at = sink.flush_at();
            let piece = tokio::select! {
                biased;
                // Dropping the answer ends the call: the model falls silent here.
                () = stop.cancelled() => return Err(Halt::Stopped),
                () = until(flush_at) => {
                    self.flush(sink).await?;
                    continue;
                }
                piece = answer.next() => piece,
                () = until(slow_at) => {
                    slow_at = self.tell_slow(has_turn).await?;
                    continue;
                }
            };
            slow_at = None;
            self.hold_up(None).await?;
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
                        return Ok(Ended::Cut(
                            "The model’s answer does not end.".to_owned(),
                            None,
                        ));
                    }
                    if sink.is_over() {
                        return self.end_of_silence(sink, before).await;
                    }
                    if let Some(keep) = sink.loops() {
                        return Ok(Ended::Doubtful(Doubt::Looped, keep));
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
    async fn take(&mut self, took: Took, before: &mut usize, sink: &mut Sink) -> Result<(), Halt> {
        match took {
            Took::Held => return Ok(()),
            Took::Text(text) => sink.push(&text),
            // What the author wrote is never replaced.
            Took::Anew(keep, text) if keep < self.authors(sink) => sink.push(&text),
            // The former telling stays in the history.
            Took::Anew(keep, text) => {
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
    async fn end_of_silence(&mut self, sink: &mut Sink, before: usize) -> Result<Ended, Halt> {
        self.flush(sink).await?;
        let keep = sink.text.trim_end().len().max(before);
        self.cut(sink, keep, false).await?;
        over_by(Some(Ok(Piece::End(Finish::Stop))), sink, before)
    }

    /// Says why nothing comes yet, once.
    async fn tell_slow(&mut self, has_turn: bool) -> Result<Option<Instant>, Halt> {
        let reason = match has_turn {
            true => "waiting for the model’s first word",
            false => "waiting for the model: other calls come first",
        };
        self.hold_up(Some(reason.to_owned())).await?;
        Ok(None)
    }

    /// Lets the pages know that the model thinks, now and then.
    async fn report_thinking(&mut self) -> Result<(), Halt> {
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
) -> Result<Ended, Halt> {
    match piece {
        Some(Ok(Piece::End(Finish::Stop))) => Ok(match doubt::of_answer(sink, before) {
            Some(doubt) => Ended::Doubtful(doubt, before),
            None => Ended::Whole,
        }),
        Some(Ok(Piece::End(Finish::Length))) => Ok(Ended::Length),
        Some(Ok(Piece::End(Finish::Refused))) => Ok(Ended::Doubtful(Doubt::Refused, before)),
        Some(Err(error)) => ended_by(error),
        _ => Ok(Ended::Cut(
            "The model’s answer was cut off.".to_owned(),
            None,
        )),
    }
}

fn ended_by(error: ModelError) -> Result<Ended, Halt> {
    match error {
        ModelError::Passing {
            reason,
            retry_after,
        } => Ok(Ended::Cut(reason, retry_after)),
        ModelError::Loading {
            reason,
            retry_after,
        } => Ok(Ended::Loading(reason, retry_after)),
        ModelError::Lasting(reason) => Err(Halt::Failed(reason)),
    }
}

async fn until(at: Option<Instant>) {
    match at {
        Some(at) => tokio::time::sleep_until(at.into()).await,
        None => future::pending().await,
    }
}
