//! Lists of words to listen for.

use std::{collections::HashSet, sync::OnceLock};

/// A list of words to listen for, divided by spaces.
#[derive(Debug)]
pub struct Words {
    text: &'static str,
    set: OnceLock<HashSet<&'static str>>,
}

impl Words {
    /// Of these words.
    pub const fn new(text: &'static str) -> Self {
        Self {
            text,
            set: OnceLock::new(),
        }
    }
}

/// What may have a word.
pub trait List {
    /// Whether it has it, in lower case.
    fn has(&self, word: &str) -> bool;
}

impl List for Words {
    fn has(&self, word: &str) -> bool {
        let set = self
            .set
            .get_or_init(|| self.text.split_whitespace().collect());
        set.contains(word)
    }
}

impl<const N: usize> List for [&str; N] {
    fn has(&self, word: &str) -> bool {
        self.contains(&word)
    }
}

/// Whether a list has a word.
pub fn has(list: &impl List, word: &str) -> bool {
    list.has(word)
}
