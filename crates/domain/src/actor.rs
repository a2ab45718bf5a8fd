//! Who asks.

/// Whoever asks the engine for something: the engine's handle carries it.
///
/// A studio on a laptop has one author, the owner. Accounts will add variants, and change no operation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Actor {
    /// The person whose studio this is.
    #[default]
    Owner,
}
