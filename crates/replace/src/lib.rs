//! Finds a pattern in a text and replaces it.
//!
//! Architecture invariant: this crate does no I/O, and takes time that grows with the length of the text alone,
//! whatever the pattern: the crate `regex` guarantees it.

mod pattern;
mod place;
mod story;
mod word;

pub use pattern::{MAX_FIND, MAX_REPLACE, PatternError, TextPattern};
pub use place::{TextPlace, replaced, sentence_around};
pub use story::{ChapterPlaces, MAX_PLACES, changes, find, preview};
