//! A call to a model, read event by event, with a record of what it took. Runs and one-shot requests share it.

use domain::{CallEnd, Price, PromptPart, Spent, Timestamp};
use futures::{StreamExt as _, future::BoxFuture};
use std::{sync::Arc, time::Instant};
use store::{FinishedCall, clock};
use tokio_util::sync::CancellationToken;
use writing::{AnswerStream, Call, Finish, LanguageModel, ModelError, Piece, Usage};

/// What happens in a call.
pub enum CallEvent {
    /// The server takes the call: calls before it no longer delay it.
    Turn,
    /// Text of the answer, in so many tokens.
    Text {
        /// The text.
        text: String,
        /// How many tokens it is.
        tokens: u32,
    },
    /// The model thought, in so many tokens.
    Thinking {
        /// How many tokens.
        tokens: u32,
    },
    /// All text so far was thought.
    WasThinking,
    /// The server counted tokens.
    Usage,
    /// The answer ended as the model said.
    End(Finish),
    /// The connection closed before the answer ended.
    Cut,
    /// The call failed.
    Failed(ModelError),
}

/// A call under way. Dropping it closes the connection, so the model stops.
pub struct ModelCall {
    state: CallState,
    turn: CancellationToken,
    has_turn: bool,
    record: CallRecord,
}

enum CallState {
    Opening(BoxFuture<'static, Result<AnswerStream, ModelError>>),
    Answering(AnswerStream),
}

impl ModelCall {
    /// Prepares a call; the first [`Self::next`] sends it.
    pub fn new(model: &Arc<dyn LanguageModel>, call: Call, stop: CancellationToken) -> Self {
        let parts = call.prompt.as_ref().map(|prompt| prompt.parts.clone());
        let turn = CancellationToken::new();
        let (model, its_turn) = (Arc::clone(model), turn.clone());
        let opening = Box::pin(async move { model.answer_in_turn(call, stop, its_turn).await });
        Self {
            state: CallState::Opening(opening),
            turn,
            has_turn: false,
            record: CallRecord::begin(parts),
        }
    }

    /// The next event. It is safe to drop the future and call this again. Nothing follows `End`, `Cut` and `Failed`.
    pub async fn next(&mut self) -> CallEvent {
        loop {
            if !self.has_turn && self.turn.is_cancelled() {
                self.has_turn = true;
                self.record.began = Instant::now();
                return CallEvent::Turn;
            }
            let opened = match &mut self.state {
                CallState::Answering(answer) => {
                    let piece = answer.next().await;
                    return self.record.note(piece);
                }
                CallState::Opening(opening) => tokio::select! {
                    biased;
                    () = self.turn.cancelled(), if !self.has_turn => continue,
                    opened = opening => opened,
                },
            };
            match opened {
                Ok(answer) => self.state = CallState::Answering(answer),
                Err(error) => return CallEvent::Failed(error),
            }
        }
    }

    /// Whether the server accepted the call and the answer has begun.
    pub const fn is_answering(&self) -> bool {
        matches!(self.state, CallState::Answering(_))
    }

    /// Closes the call and answers its record; `None` where nothing was sent to a server.
    pub fn finish(self, ended: CallEnd, model: &str, price: Option<Price>) -> Option<FinishedCall> {
        self.record.end(ended, model, price)
    }
}

/// What a call took so far.
struct CallRecord {
    started_at: Timestamp,
    began: Instant,
    first: Option<Instant>,
    written: u64,
    thought: u64,
    usage: Option<Usage>,
    /// The prompt's parts, where there is a prompt.
    parts: Option<Vec<PromptPart>>,
}

impl CallRecord {
    fn begin(parts: Option<Vec<PromptPart>>) -> Self {
        Self {
            started_at: clock::now(),
            began: Instant::now(),
            first: None,
            written: 0,
            thought: 0,
            usage: None,
            parts,
        }
    }

    /// Counts a piece.
    fn note(&mut self, piece: Option<Result<Piece, ModelError>>) -> CallEvent {
        match piece {
            Some(Ok(Piece::Text { text, tokens })) => {
                self.first.get_or_insert_with(Instant::now);
                self.written += u64::from(tokens);
                CallEvent::Text { text, tokens }
            }
            Some(Ok(Piece::Thinking { tokens })) => {
                self.first.get_or_insert_with(Instant::now);
                self.thought += u64::from(tokens);
                CallEvent::Thinking { tokens }
            }
            Some(Ok(Piece::WasThinking)) => {
                self.thought += self.written;
                self.written = 0;
                CallEvent::WasThinking
            }
            // The server's own count is better than ours.
            Some(Ok(Piece::Usage(usage))) => {
                self.usage = Some(usage);
                CallEvent::Usage
            }
            Some(Ok(Piece::End(finish))) => CallEvent::End(finish),
            Some(Err(error)) => CallEvent::Failed(error),
            None => CallEvent::Cut,
        }
    }

    fn end(self, ended: CallEnd, model: &str, price: Option<Price>) -> Option<FinishedCall> {
        let parts = self.parts?;
        let guessed: u64 = parts.iter().map(|part| u64::from(part.tokens)).sum();
        // Where nothing was counted and nothing came, nothing was read either.
        let prompt_tokens = match (self.usage, self.first) {
            (Some(usage), _) => u64::from(usage.prompt),
            (None, Some(_)) => guessed,
            (None, None) => 0,
        };
        let answer_tokens = self
            .usage
            .map_or(self.written + self.thought, |usage| u64::from(usage.answer));
        let spent = Spent {
            calls: 1,
            prompt_tokens,
            cached_tokens: self.usage.map_or(0, |usage| u64::from(usage.cached)),
            answer_tokens,
            thinking_tokens: self.thought,
            seconds: self.began.elapsed().as_secs_f64(),
            cost: price.map_or(0.0, |price| price.of(prompt_tokens, answer_tokens)),
        };
        Some(FinishedCall {
            model: model.to_owned(),
            started_at: self.started_at,
            first_token_ms: self
                .first
                .map(|first| u64::try_from((first - self.began).as_millis()).unwrap_or(u64::MAX)),
            ended,
            spent,
            parts,
        })
    }
}
