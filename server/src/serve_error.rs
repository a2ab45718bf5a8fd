//! Why the studio did not start, or ended on its own.

use crate::args;

/// Why the studio did not start, or ended on its own.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// An argument, a variable or what they point at can't be used.
    #[error("{0}")]
    Configuration(String),
    /// The machine refused.
    #[error("{0}")]
    Machine(#[from] std::io::Error),
}

impl ServeError {
    /// 2: wrong arguments or configuration; 1: anything else.
    pub const fn exit_code(&self) -> u8 {
        match self {
            Self::Configuration(_) => 2,
            Self::Machine(_) => 1,
        }
    }
}

impl From<engine::Error> for ServeError {
    fn from(error: engine::Error) -> Self {
        match error {
            engine::Error::Unusable(reason) => {
                let set_by = format!("with {}", args::set_by("data"));
                Self::Configuration(reason.replace("with --data", &set_by))
            }
            // Said later, it would go on by itself; a start is not tried again.
            engine::Error::DiskFull(_) => Self::Configuration(
                "The disk is full, so nothing could be saved. Free some space, then start again. Nothing \
                 that was saved is lost."
                    .to_owned(),
            ),
            passing if passing.is_passing() => Self::Configuration(passing.to_string()),
            other => Self::Machine(std::io::Error::other(other.to_string())),
        }
    }
}

impl From<engine::secrets::Error> for ServeError {
    fn from(error: engine::secrets::Error) -> Self {
        Self::Configuration(error.to_string())
    }
}
