//! Sentences, words and tokens of a text, and how two texts differ.

pub mod compare;
pub mod prose;
pub mod tokens;
