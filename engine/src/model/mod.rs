//! The port to whatever writes text.

pub mod assignment;
mod builtin;
pub mod scripted;

pub use assignment::{Assignment, StoryContext};
pub use builtin::BuiltIn;

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
    /// The proper end, and why it ended. A stream that ends without one was cut.
    End(Finish),
}

/// Why a model stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finish {
    /// It said that it was done.
    Stop,
    /// It ran into a length limit: the text is to be continued.
    Length,
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
    /// Another try would fail the same way: wrong key, unknown model.
    #[error("{0}")]
    Lasting(String),
}

/// The pieces of one answer. Dropping it ends the call.
pub type Answer = BoxStream<'static, Result<Piece, ModelError>>;

/// Whatever writes text.
#[async_trait]
pub trait LanguageModel: Send + Sync {
    /// The name the author knows it by.
    fn name(&self) -> &str;

    /// Whether [`Call::prefix`] is continued in mid-sentence. Where not, the engine resumes from the last
    /// whole paragraph.
    fn continues_text(&self) -> bool;

    /// Begins an answer. `stop` falls when nobody wants it any more: between two tokens at the latest, the
    /// model must be silent.
    async fn answer(&self, call: Call, stop: CancellationToken) -> Result<Answer, ModelError>;
}
