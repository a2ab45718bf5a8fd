//! Questions to a model that no run asks: somebody waits for the answer. They are noted like all others.

use super::Engine;
use domain::{CallEnd, Price};
use model_session::{CallEvent, ModelCall};
use prompts as prompt;
use std::{sync::Arc, time::Duration};
use store::{OneShotPurpose, Store};
use tokio::time::{Instant, sleep, sleep_until};
use tokio_util::sync::CancellationToken;
use writing::{Call, Finish, LanguageModel, ModelError};

/// So often a question is asked again in another way.
const MAX_HINTS: usize = 3;

/// A model that writes something else is waited for as long as for an answer, and not longer than this.
const TURN: Duration = Duration::from_secs(600);

/// What is asked, and of whom.
pub(super) struct OneShotRequest {
    /// What for.
    pub(super) of: OneShotPurpose,
    /// Who is to answer.
    pub(super) model: Arc<dyn LanguageModel>,
    /// What its tokens cost, where that is known.
    pub(super) price: Option<Price>,
    /// The question; what is sent is made here, to fit the model.
    pub(super) call: Call,
    /// Nobody waits for longer, once it is its turn.
    pub(super) limit: Duration,
    /// Whether no more is wanted than what came so far.
    pub(super) enough: fn(&OneShotAnswer) -> bool,
}

/// An answer, or the beginning of one.
pub(super) struct OneShotAnswer {
    /// Its text.
    pub(super) text: String,
    /// Tokens so far, thinking included.
    pub(super) tokens: u32,
    /// Those of them that were thought.
    pub(super) thought: u32,
    /// When it was asked for.
    pub(super) asked: Instant,
    /// When its first and its latest token came.
    pub(super) came: Option<(Instant, Instant)>,
}

/// Why there is no answer.
pub(super) enum OneShotError {
    /// It took too long.
    Late,
    /// The model had others to answer for this long.
    Busy(Duration),
    /// The studio is about to stop, or whoever asked is gone.
    Stopped,
    /// The model failed.
    Failed(ModelError),
}

impl OneShotError {
    /// For a person; `late` says what it is where it took too long.
    pub(super) fn into_message(self, late: String) -> String {
        match self {
            Self::Late => late,
            Self::Busy(waited) => format!(
                "The model is busy: this request waited {} s without a turn. Try again when the model is \
                 free, or allow its server more parallel calls in Settings.",
                waited.as_secs()
            ),
            Self::Stopped => "The studio is shutting down. Try again when it is back.".to_owned(),
            Self::Failed(error) => error.to_string(),
        }
    }
}

impl Engine {
    /// Asks, and notes what was sent and what it took.
    pub(super) async fn ask_once(
        &self,
        request: OneShotRequest,
    ) -> Result<OneShotAnswer, OneShotError> {
        // Falls when the caller goes, or the process ends: a model must not go on writing for nobody.
        let stop = self.ctx.closing.child_token();
        let _ends = stop.clone().drop_guard();
        let store = Arc::clone(&self.ctx.store);
        // In a task of its own: a call is noted, too, where nobody waits for its answer any more. It is among
        // the workers, so that the store is not closed before.
        let task = self
            .workers
            .spawn(async move { request.ask(&*store, stop).await });
        task.await.unwrap_or_else(|error| {
            tracing::error!(%error, "a question to a model came to no end");
            let reason = "The studio could not ask the model. Try again.".to_owned();
            Err(OneShotError::Failed(ModelError::Lasting(reason)))
        })
    }
}

impl OneShotRequest {
    /// A server that learns from a call what the model takes wants it again at once, in another way; one that loads
    /// its model, after a while.
    async fn ask(
        mut self,
        store: &dyn Store,
        stop: CancellationToken,
    ) -> Result<OneShotAnswer, OneShotError> {
        let until = Instant::now() + self.limit;
        let mut lessons = 0;
        loop {
            match self.once(store, &stop).await {
                Err(OneShotError::Failed(ModelError::Passing {
                    retry_after: Some(Duration::ZERO),
                    ..
                })) if lessons < MAX_HINTS => lessons += 1,
                Err(OneShotError::Failed(ModelError::Loading { retry_after, .. }))
                    if Instant::now() + retry_after < until =>
                {
                    tokio::select! {
                        biased;
                        () = stop.cancelled() => return Err(OneShotError::Stopped),
                        () = sleep(retry_after) => {}
                    }
                }
                received => return received,
            }
        }
    }

    async fn once(
        &mut self,
        store: &dyn Store,
        stop: &CancellationToken,
    ) -> Result<OneShotAnswer, OneShotError> {
        let abilities = tokio::select! {
            biased;
            () = stop.cancelled() => return Err(OneShotError::Stopped),
            () = sleep(self.limit) => return Err(OneShotError::Late),
            abilities = self.model.abilities() => abilities,
        };
        self.call.prompt = prompt::prepared(&self.call, &abilities)
            .map_err(|small| OneShotError::Failed(ModelError::Lasting(small.to_string())))?;
        let mut received = OneShotAnswer {
            text: String::new(),
            tokens: 0,
            thought: 0,
            asked: Instant::now(),
            came: None,
        };
        let mut call = ModelCall::new(&self.model, self.call.clone(), stop.clone());
        let ended = self.listen(&mut call, stop, &mut received).await;
        let how = match &ended {
            Ok(how) => *how,
            Err(OneShotError::Stopped) => CallEnd::Stopped,
            Err(OneShotError::Late | OneShotError::Busy(_) | OneShotError::Failed(_)) => {
                CallEnd::Broken
            }
        };
        if let Some(done) = call.finish(how, self.model.name(), self.price) {
            // Whoever waits gets the answer all the same.
            if let Err(error) = store.record_one_shot(self.of, done).await {
                tracing::warn!(%error, cause = ?error, "a call could not be noted");
            }
        }
        ended.map(|_| received)
    }

    /// Listens until the answer ends, or enough of it came. The time limit begins with the call's turn: what others
    /// take is not this one's slowness.
    async fn listen(
        &self,
        call: &mut ModelCall,
        stop: &CancellationToken,
        received: &mut OneShotAnswer,
    ) -> Result<CallEnd, OneShotError> {
        let wait = self.limit.min(TURN);
        let (mut deadline, mut has_turn) = (Instant::now() + wait, false);
        loop {
            let event = tokio::select! {
                biased;
                () = stop.cancelled() => return Err(OneShotError::Stopped),
                () = sleep_until(deadline) => {
                    return Err(if has_turn { OneShotError::Late } else { OneShotError::Busy(wait) });
                }
                event = call.next() => event,
            };
            match event {
                CallEvent::Turn => {
                    has_turn = true;
                    deadline = Instant::now() + self.limit;
                    continue;
                }
                CallEvent::Text { text, tokens } => {
                    received.text.push_str(&text);
                    received.count(tokens);
                }
                CallEvent::Thinking { tokens } => {
                    received.thought += tokens;
                    received.count(tokens);
                }
                CallEvent::WasThinking => {
                    received.text.clear();
                    received.thought = received.tokens;
                    continue;
                }
                CallEvent::Usage => continue,
                CallEvent::End(Finish::Stop) => return Ok(CallEnd::Whole),
                CallEvent::End(Finish::Length) => return Ok(CallEnd::Length),
                CallEvent::End(Finish::Refused) => return Ok(CallEnd::Refused),
                // What came may be of use.
                CallEvent::Cut => return Ok(CallEnd::Broken),
                CallEvent::Failed(error) => return Err(OneShotError::Failed(error)),
            }
            if (self.enough)(received) {
                return Ok(CallEnd::Stopped);
            }
        }
    }
}

impl OneShotAnswer {
    /// Tokens came now.
    fn count(&mut self, tokens: u32) {
        self.tokens += tokens;
        let now = Instant::now();
        self.came = Some((self.came.map_or(now, |(first, _)| first), now));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial as test;
    use async_trait::async_trait;
    use futures::StreamExt as _;
    use store_sqlite::SqliteStore;
    use writing::{Abilities, AnswerStream, Piece};

    /// A model whose turn comes, and that answers, after this long.
    struct Late {
        turn: Duration,
        answer: Duration,
    }

    #[async_trait]
    impl LanguageModel for Late {
        fn name(&self) -> &'static str {
            "late"
        }

        async fn abilities(&self) -> Abilities {
            Abilities {
                continues_text: true,
                context: None,
                takes_schema: true,
                is_sure: true,
            }
        }

        async fn answer(&self, _: Call, _: CancellationToken) -> Result<AnswerStream, ModelError> {
            sleep(self.answer).await;
            let text = Piece::Text {
                text: "It rains.".to_owned(),
                tokens: 3,
            };
            let pieces = [Ok(text), Ok(Piece::End(Finish::Stop))];
            Ok(futures::stream::iter(pieces).boxed())
        }

        async fn answer_in_turn(
            &self,
            call: Call,
            stop: CancellationToken,
            turn: CancellationToken,
        ) -> Result<AnswerStream, ModelError> {
            sleep(self.turn).await;
            turn.cancel();
            self.answer(call, stop).await
        }
    }

    /// What a person hears who waits for ten seconds.
    async fn answer_after(turn: u64, answer: u64) -> String {
        let folder = tempfile::tempdir().expect("a folder");
        let store = SqliteStore::open(folder.path()).await.expect("a store");
        tokio::time::pause();
        let request = OneShotRequest {
            of: OneShotPurpose::Trial,
            model: Arc::new(Late {
                turn: Duration::from_secs(turn),
                answer: Duration::from_secs(answer),
            }),
            price: None,
            call: test::call(),
            limit: Duration::from_secs(10),
            enough: |_| false,
        };
        match request.ask(&store, CancellationToken::new()).await {
            Ok(received) => received.text,
            Err(error) => error.into_message("It took too long.".to_owned()),
        }
    }

    #[tokio::test]
    async fn the_clock_runs_from_when_it_is_its_turn() {
        assert_eq!(answer_after(8, 8).await, "It rains.");
    }

    #[tokio::test]
    async fn a_model_that_is_slow_is_told_from_one_that_is_busy() {
        assert_eq!(answer_after(0, 11).await, "It took too long.");
    }

    #[tokio::test]
    async fn a_turn_that_does_not_come_is_told_as_that() {
        let told = answer_after(11, 0).await;
        assert!(told.contains("is busy") && told.contains("10 s"), "{told}");
    }
}
