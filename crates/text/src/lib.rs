//! Sentences, words and tokens of a text, how two texts differ, and whether one repeats itself.

pub mod compare;
pub mod prose;
pub mod repetition;
pub mod tokens;
