//! Why a command did not do what was asked.

use std::io;

/// What ends a command early. `Display` is the sentence for a person.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// The studio refused, or a run did not succeed.
    #[error("{0}")]
    Failed(String),
    /// The studio can't be reached, or can't answer now.
    #[error("{0}")]
    Unavailable(String),
    /// The data folder can't be opened.
    #[error("{sentence}")]
    Folder {
        /// Why, and what to do.
        sentence: String,
        /// The exit status that a studio has for it.
        exit_code: u8,
    },
    /// A person stopped watching.
    #[error("{0}")]
    Detached(String),
    /// Nobody reads the output any more.
    #[error("The output is closed.")]
    OutputClosed,
}

impl CliError {
    /// With this sentence.
    pub(crate) fn failed(sentence: impl Into<String>) -> Self {
        Self::Failed(sentence.into())
    }

    /// 1; 2 for a data folder that can't be used, as the studio has it; 130 after Ctrl-C, as shells have it.
    pub const fn exit_code(&self) -> u8 {
        match self {
            Self::Failed(_) | Self::Unavailable(_) => 1,
            Self::Folder { exit_code, .. } => *exit_code,
            Self::Detached(_) => 130,
            Self::OutputClosed => 0,
        }
    }
}

impl From<io::Error> for CliError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::OutputClosed,
            _ => Self::Failed(format!("The output can't be written: {error}.")),
        }
    }
}
