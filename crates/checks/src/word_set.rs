//! Lists of words to listen for.

use std::{collections::HashSet, sync::OnceLock};

/// A list of words to listen for, divided by spaces.
#[derive(Debug)]
pub(crate) struct WordSet {
    text: &'static str,
    set: OnceLock<HashSet<&'static str>>,
}

impl WordSet {
    /// Of these words.
    pub(crate) const fn new(text: &'static str) -> Self {
        Self {
            text,
            set: OnceLock::new(),
        }
    }
}

/// What may have a word.
pub(crate) trait HasWord {
    /// Whether it has it, in lower case.
    fn has(&self, word: &str) -> bool;
}

impl HasWord for WordSet {
    fn has(&self, word: &str) -> bool {
        let set = self
            .set
            .get_or_init(|| self.text.split_whitespace().collect());
        set.contains(word)
    }
}

impl<const N: usize> HasWord for [&str; N] {
    fn has(&self, word: &str) -> bool {
        self.contains(&word)
    }
}

/// Whether a list has a word.
pub(crate) fn has(list: &impl HasWord, word: &str) -> bool {
    list.has(word)
}
