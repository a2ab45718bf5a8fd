//! What can be wrong with servers, models and their keys.

/// Shorthand for results of this part.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a server, a model or a key can't be used. `Display` is one clear sentence for the person who asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A name or a setting that can't be used; says what to change.
    #[error("{0}")]
    Invalid(String),
    /// The file of the keys can't be used.
    #[error("{0}")]
    Unusable(String),
    /// No room for the file of the keys. Passes when somebody makes some.
    #[error("The disk is full. Nothing that was saved is lost. Free some space, then try again.")]
    NoRoom,
}
