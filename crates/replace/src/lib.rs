//! Finds a pattern, or somebody's name, in everything that a story says, and replaces it.
//!
//! Architecture invariant: this crate does no I/O, and takes time that grows with the length of the text alone,
//! whatever the pattern: the crate `regex` guarantees it.

mod choice;
mod fields;
mod name;
mod name_context;
mod pattern;
mod place;
mod rename;
mod story;
mod word;

pub use name::forms;
pub use pattern::{MAX_FIND, MAX_REPLACE, PatternError, TextPattern};
pub use place::{
    MAX_PLACES, PartField, PlaceBudget, PlaceSearch, TextPlace, replaced, sentence_around,
};
pub use rename::NameSearch;
pub use story::{FoundPlaces, PartChanges, find};
