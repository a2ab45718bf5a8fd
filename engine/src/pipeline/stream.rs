//! One conversation with the model: streamed, stopped between two tokens, continued until it is whole.

use super::{Halt, Work, sink::Sink};
use crate::model::{Answer, Assignment, Call, Finish, ModelError, Piece};
use domain::text::last_whole_paragraph;
use futures::StreamExt as _;
use std::{future, time::Duration};

/// Tries in a row that brought nothing before the run gives up.
const MAX_TRIES: u32 = 4;

/// How one answer ended.
enum Ended {
    /// The model said that it was done.
    Whole,
    /// It ran into a length limit.
    Length,
    /// The stream just ended, or broke.
    Cut(String, Option<Duration>),
}

impl Work {
    /// Asks until the answer is whole. What is in the sink already is continued.
    pub(super) async fn converse(
        &mut self,
        assignment: Assignment,
        sink: &mut Sink,
    ) -> Result<(), Halt> {
        let mut tries = 0;
        loop {
            if !sink.text.is_empty() && !self.model.continues_text() {
                self.back_to_whole_paragraph(sink).await?;
            }
            let before = sink.text.len();
            let call = Call {
                story: self.story.clone(),
                assignment: assignment.clone(),
                prefix: sink.text.clone(),
            };
            let (reason, wait) = match self.stream(call, sink).await? {
                Ended::Whole if !sink.text.trim().is_empty() => return Ok(()),
                Ended::Whole => ("The model answered with nothing.".to_owned(), None),
                Ended::Length => ("The model stopped at its length limit.".to_owned(), None),
                Ended::Cut(reason, wait) => (reason, wait),
            };
            // As long as each answer brings text, going on is right.
            tries = if sink.text.len() > before {
                0
            } else {
                tries + 1
            };
            if tries >= MAX_TRIES {
                return Err(Halt::Failed(reason));
            }
            tracing::warn!(run = %self.lease.run, reason, tries, "asking the model again");
            let wait = wait.unwrap_or(Duration::from_millis(250) * 4_u32.pow(tries));
            tokio::select! {
                () = self.stop.token().cancelled() => return Err(Halt::Stopped),
                () = tokio::time::sleep(wait) => {}
            }
        }
    }

    /// For models that can't go on in mid-sentence.
    async fn back_to_whole_paragraph(&mut self, sink: &mut Sink) -> Result<(), Halt> {
        let keep = if sink.is_draft() {
            last_whole_paragraph(&sink.text).0.len()
        } else {
            0
        };
        if keep < sink.text.len() {
            let cut = sink.draft_end() - (sink.text.len() - keep);
            if sink.is_draft() {
                let offset = u64::try_from(cut).unwrap_or(u64::MAX);
                self.store
                    .cut_draft(self.lease, self.step.id, offset)
                    .await?;
            }
            sink.truncate(keep);
        }
        Ok(())
    }

    /// Streams one answer into the sink. Whatever ends it, what came is flushed first.
    async fn stream(&mut self, call: Call, sink: &mut Sink) -> Result<Ended, Halt> {
        let stop = self.stop.token().clone();
        let began = tokio::select! {
            biased;
            () = stop.cancelled() => return Err(Halt::Stopped),
            began = self.model.answer(call, stop.child_token()) => began,
        };
        let mut answer: Answer = match began {
            Ok(answer) => answer,
            Err(error) => return ended_by(error),
        };
        let ended = loop {
            let flush_at = sink.flush_at();
            tokio::select! {
                biased;
                () = stop.cancelled() => {
                    // Dropping the answer ends the call: the model falls silent here.
                    drop(answer);
                    self.flush(sink).await?;
                    return Err(Halt::Stopped);
                }
                () = until(flush_at) => self.flush(sink).await?,
                piece = answer.next() => match piece {
                    Some(Ok(Piece::Text { text, tokens })) => {
                        self.meter.count(tokens);
                        sink.push(&text);
                    }
                    Some(Ok(Piece::End(Finish::Stop))) => break Ok(Ended::Whole),
                    Some(Ok(Piece::End(Finish::Length))) => break Ok(Ended::Length),
                    Some(Err(error)) => break ended_by(error),
                    None => break Ok(Ended::Cut("The model's answer broke off.".to_owned(), None)),
                },
            }
        };
        self.flush(sink).await?;
        ended
    }
}

fn ended_by(error: ModelError) -> Result<Ended, Halt> {
    match error {
        ModelError::Passing {
            reason,
            retry_after,
        } => Ok(Ended::Cut(reason, retry_after)),
        ModelError::Lasting(reason) => Err(Halt::Failed(reason)),
    }
}

async fn until(at: Option<std::time::Instant>) {
    match at {
        Some(at) => tokio::time::sleep_until(at.into()).await,
        None => future::pending().await,
    }
}
