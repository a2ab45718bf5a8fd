//! A model for tests that does exactly what the test says, when the test says it: no sleeping, no racing.

use async_trait::async_trait;
use futures::StreamExt as _;
use std::{
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
    time::Duration,
};
use storyteller as builtin;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;
use writing::{Abilities, AnswerStream, Call, Finish, LanguageModel, ModelError, Piece, Usage};

/// The longest wait for a call: then something is stuck.
const TIMEOUT: Duration = Duration::from_secs(120);

/// The context that is guessed at, in tokens: too small for a chapter.
const GUESSED: u32 = 1_000;

/// The engine's end of a script.
#[derive(Debug)]
pub struct ScriptedModel {
    calls: mpsc::UnboundedSender<ScriptedCall>,
    name: String,
    abilities: Abilities,
    away: Arc<AtomicU32>,
    refuses_beginnings: Arc<AtomicBool>,
    first_seed: OnceLock<u64>,
}

/// The test's end: every call the engine makes turns up here.
#[derive(Debug)]
pub struct Script {
    calls: mpsc::UnboundedReceiver<ScriptedCall>,
    away: Arc<AtomicU32>,
    refuses_beginnings: Arc<AtomicBool>,
}

/// One call, to be answered step by step. Dropping it cuts the stream.
#[derive(Debug)]
pub struct ScriptedCall {
    /// What the engine asked.
    pub call: Call,
    pieces: mpsc::Sender<Result<Piece, ModelError>>,
    stop: CancellationToken,
}

impl ScriptedModel {
    /// A model and the script that moves it.
    pub fn new() -> (Self, Script) {
        Self::continuing(true)
    }

    /// The same, for a model that can or can't go on in mid-sentence.
    pub fn continuing(continues_text: bool) -> (Self, Script) {
        let (sender, calls) = mpsc::unbounded_channel();
        let away = Arc::new(AtomicU32::new(0));
        let refuses_beginnings = Arc::new(AtomicBool::new(false));
        (
            Self {
                calls: sender,
                name: "scripted".to_owned(),
                abilities: Abilities {
                    continues_text,
                    context: None,
                    takes_schema: true,
                    is_sure: true,
                },
                away: Arc::clone(&away),
                refuses_beginnings: Arc::clone(&refuses_beginnings),
                first_seed: OnceLock::new(),
            },
            Script {
                calls,
                away,
                refuses_beginnings,
            },
        )
    }

    /// The same with a limit of tokens, as models on servers have one: prompts are made for it, and its calls
    /// are noted.
    #[must_use]
    pub fn with_context(mut self, context: u32) -> Self {
        self.abilities.context = Some(context);
        self
    }

    /// The same under another name: `server:model` has the price of that server.
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        name.clone_into(&mut self.name);
        self
    }
}

impl Script {
    /// So many times, what the model can is only guessed at, as of a server that is away: little.
    pub fn stay_away(&self, times: u32) {
        self.away.store(times, Ordering::SeqCst);
    }

    /// From now on it is known that the model can't continue the beginning of an answer: its server refused one.
    pub fn refuse_beginnings(&self) {
        self.refuses_beginnings.store(true, Ordering::SeqCst);
    }

    /// How many of them are left.
    pub fn is_away(&self) -> u32 {
        self.away.load(Ordering::SeqCst)
    }

    /// Waits for the engine's next call.
    ///
    /// # Panics
    /// Where the engine is gone, or asks nothing for two minutes: the test expects a call that does not come.
    pub async fn next_call(&mut self) -> ScriptedCall {
        tokio::time::timeout(TIMEOUT, self.calls.recv())
            .await
            .expect("the engine asks what the test expects")
            .expect("the engine lives as long as the test asks for calls")
    }

    /// Answers calls as the built-in writer would until one matches, and hands that one over.
    pub async fn play_until(&mut self, stop_at: impl Fn(&Call) -> bool) -> ScriptedCall {
        loop {
            let call = self.next_call().await;
            if stop_at(&call.call) {
                return call;
            }
            call.play().await;
        }
    }
}

impl ScriptedCall {
    /// What the built-in writer would answer.
    pub fn builtin_answer(&self) -> String {
        builtin::compose(&self.call.story, &self.call.assignment)
    }

    /// Writes a piece of text, one token.
    pub async fn write(&self, text: &str) {
        let piece = Piece::Text {
            text: text.to_owned(),
            tokens: 1,
        };
        drop(self.pieces.send(Ok(piece)).await);
    }

    /// Says that what it wrote so far was thought, and no text.
    pub async fn was_thinking(&self) {
        drop(self.pieces.send(Ok(Piece::WasThinking)).await);
    }

    /// Says what the server counted.
    pub async fn count(&self, usage: Usage) {
        drop(self.pieces.send(Ok(Piece::Usage(usage))).await);
    }

    /// Ends the answer: the model says that it is done.
    pub async fn finish(self) {
        drop(self.pieces.send(Ok(Piece::End(Finish::Stop))).await);
    }

    /// Ends the answer at a length limit.
    pub async fn stop_at_length(self) {
        self.end(Finish::Length).await;
    }

    /// Ends the answer for this reason.
    pub async fn end(self, finish: Finish) {
        drop(self.pieces.send(Ok(Piece::End(finish))).await);
    }

    /// Ends the answer with an error.
    pub async fn fail(self, error: ModelError) {
        drop(self.pieces.send(Err(error)).await);
    }

    /// Answers as the built-in writer would, whole.
    pub async fn play(self) {
        let answer = self.builtin_answer();
        let rest = answer
            .strip_prefix(self.call.prefix.as_str())
            .unwrap_or(&answer)
            .to_owned();
        if !rest.is_empty() {
            self.write(&rest).await;
        }
        self.finish().await;
    }

    /// Waits until the engine wants no more of this answer.
    pub async fn dropped(&self) {
        self.pieces.closed().await;
    }

    /// Whether the engine asked the model to stop.
    pub fn is_stopped(&self) -> bool {
        self.stop.is_cancelled()
    }
}

#[async_trait]
impl LanguageModel for ScriptedModel {
    fn name(&self) -> &str {
        &self.name
    }

    async fn abilities(&self) -> Abilities {
        let one_less = |left: u32| left.checked_sub(1);
        let away = self
            .away
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_less);
        if away.is_err() {
            let refuses = self.refuses_beginnings.load(Ordering::SeqCst);
            return Abilities {
                continues_text: self.abilities.continues_text && !refuses,
                ..self.abilities
            };
        }
        Abilities {
            continues_text: false,
            context: self.abilities.context.map(|_| GUESSED),
            is_sure: false,
            ..self.abilities
        }
    }

    async fn answer(
        &self,
        mut call: Call,
        stop: CancellationToken,
    ) -> Result<AnswerStream, ModelError> {
        // A story's seed comes out of its random id. Seen from the first one, it is the same each time.
        call.story.seed ^= self.first_seed.get_or_init(|| call.story.seed);
        let (pieces, answer) = mpsc::channel(1_024);
        self.calls
            .send(ScriptedCall { call, pieces, stop })
            .map_err(|_| ModelError::Lasting("The script has ended.".to_owned()))?;
        Ok(futures::stream::unfold(answer, |mut answer| async {
            answer.recv().await.map(|piece| (piece, answer))
        })
        .boxed())
    }
}
