//! Sentences, words and tokens of a text, how two texts differ, where a phrase stands, and whether one repeats itself.

pub mod compare;
pub mod find;
pub mod prose;
pub mod repetition;
pub mod tokens;
