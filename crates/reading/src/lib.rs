//! What was read in a story, brought together with what is known of it.
//!
//! A model reads a chapter in parts and says what it tells. [`found()`] makes proposals of that, each with its sentence;
//! [`merge()`] leaves out what the author has or does not want, and joins what is the same. Pure functions over text.

mod entry;
mod found;
mod known;
mod merge;
mod names;
mod parts;
mod quotes;

#[cfg(test)]
mod tests;

pub use entry::{merged_entity, new_entity};
pub use found::{FoundProposal, found};
pub use known::known_names;
pub use merge::{KnownStory, ProposalChange, merge};
pub use names::is_same_name;
pub use parts::pieces;
pub use quotes::sentence;
