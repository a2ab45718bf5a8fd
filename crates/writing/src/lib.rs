//! The port to whatever writes text.

pub mod assignment;
mod chapter_memory;
pub mod edits;
pub mod layers;
mod outlines;
mod reading;
pub mod refusals;
mod sent;

pub use assignment::{Assignment, StoryContext};
pub use sent::{Prompt, Schema};

use async_trait::async_trait;
use futures::stream::BoxStream;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// One call to a language model.
#[derive(Clone, Debug)]
pub struct Call {
    /// The story it is about.
    pub story: StoryContext,
    /// What to write.
    pub assignment: Assignment,
    /// Text of this answer that is there already, to be continued in mid-sentence; often empty.
    pub prefix: String,
    /// An answer that did not fit, to be corrected.
    pub repair: Option<Repair>,
    /// How often in a row the answer ran in a loop and was stopped, 2 at most: it is asked for otherwise then.
    pub looped: u32,
    /// Whether the answer was called done and is far shorter than asked for: it is to go on.
    pub short: bool,
    /// How often an answer used up all it may write at once and came to nothing: it may write more then.
    pub cramped: u32,
    /// How much the writer may dare and how long it may get.
    pub tuning: Tuning,
    /// What is sent, for models with a context; made by the model where it is missing.
    pub prompt: Option<Prompt>,
}

/// An answer that does not fit the shape it was asked for in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// The answer, as it came.
    pub answer: String,
    /// What is wrong with it, in a sentence.
    pub problem: String,
}

/// What an author sets once for all calls.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tuning {
    /// 0 (always the likeliest word) to 2 (wild), for prose; structured answers are always calm.
    pub temperature: f32,
    /// How long a chapter is meant to be.
    pub chapter_words: u32,
}

impl Default for Tuning {
    fn default() -> Self {
        Self {
            temperature: 0.8,
            chapter_words: 1_500,
        }
    }
}

/// What a model can do. Asked for before each call: a server may have been replaced by another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Abilities {
    /// Whether [`Call::prefix`] is continued in mid-sentence. Where not, the engine resumes from the last
    /// whole paragraph.
    pub continues_text: bool,
    /// Tokens of prompt and answer together, where the model has such a limit and it is known.
    pub context: Option<u32>,
    /// Whether it can be held to a JSON schema. Where not, it is told the schema and what it answers is looked
    /// at all the more.
    pub takes_schema: bool,
    /// Whether this was found out; a server that is away for a moment is only guessed at.
    pub is_sure: bool,
}

/// A piece of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// More text. Never empty.
    Text {
        /// The text.
        text: String,
        /// How many tokens it took.
        tokens: u32,
    },
    /// The model thinks before it writes: never prose, never stored.
    Thinking {
        /// How many tokens it took.
        tokens: u32,
    },
    /// All text of this answer that came so far was thinking, too, and no prose: its model thinks without saying that
    /// it begins to.
    WasThinking,
    /// What the server counted; near the end.
    Usage(Usage),
    /// The proper end, and why it ended. A stream that ends without one was cut.
    End(Finish),
}

/// What a server says a call took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// Tokens of the prompt.
    pub prompt: u32,
    /// Those of them that were still known from an earlier call.
    pub cached: u32,
    /// Tokens of the answer, thinking included.
    pub answer: u32,
}

/// Why a model stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finish {
    /// It said that it was done.
    Stop,
    /// It ran into a length limit: the text is to be continued.
    Length,
    /// It (or a filter of its server) refused to go on.
    Refused,
}

/// Why a call failed, in words for the author.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ModelError {
    /// Worth another try after a while: no connection, overload, a cut stream.
    #[error("{reason}")]
    Passing {
        /// What happened and what can be done.
        reason: String,
        /// The server's own wish, where it said one.
        retry_after: Option<Duration>,
    },
    /// The model is on its way: its server loads it, which takes minutes where it is large. Waiting is no failed try.
    #[error("{reason}")]
    Loading {
        /// What happened and what can be done.
        reason: String,
        /// When to ask again.
        retry_after: Duration,
    },
    /// Another try would fail the same way: wrong key, unknown model.
    #[error("{0}")]
    Lasting(String),
}

/// The pieces of one answer. Dropping it ends the call.
pub type AnswerStream = BoxStream<'static, Result<Piece, ModelError>>;

/// Whatever writes text.
#[async_trait]
pub trait LanguageModel: Send + Sync {
    /// The name the author knows it by.
    fn name(&self) -> &str;

    /// What it can do.
    async fn abilities(&self) -> Abilities;

    /// Begins an answer. `stop` falls when nobody wants it any more: between two tokens at the latest, the
    /// model must be silent.
    async fn answer(&self, call: Call, stop: CancellationToken)
    -> Result<AnswerStream, ModelError>;

    /// The same; `turn` falls when it is this call's turn, where others go first.
    async fn answer_in_turn(
        &self,
        call: Call,
        stop: CancellationToken,
        turn: CancellationToken,
    ) -> Result<AnswerStream, ModelError> {
        turn.cancel();
        self.answer(call, stop).await
    }
}
