//! Who asks.

/// Whoever asks the engine for something. Every engine operation takes one.
///
/// A studio on a laptop has one author, the owner. Accounts will add variants, not parameters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Actor {
    /// The person whose studio this is.
    #[default]
    Owner,
}
