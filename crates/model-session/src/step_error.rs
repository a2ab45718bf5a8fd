//! Why a step does not go on.

use store::Error;

/// Why a step does not go on.
#[derive(Debug)]
pub enum StepError {
    /// Somebody asked; the stop knows who.
    Stopped,
    /// It can't go on; why, in words for the author.
    Failed(String),
    /// The model's answers are no use; why, in words for the author, who has to look.
    UnusableAnswer(String),
    /// The engine itself could not.
    Engine(Error),
}

impl From<Error> for StepError {
    fn from(error: Error) -> Self {
        Self::Engine(error)
    }
}
