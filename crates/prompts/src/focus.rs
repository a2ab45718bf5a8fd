//! What a scene is about: the words and names by which facts and people are ranked.

use std::collections::HashSet;

/// Words shorter than this say nothing.
const SHORTEST: usize = 4;

/// The words of a text that carry meaning, in lower case.
pub(super) struct Focus {
    words: HashSet<String>,
    text: String,
}

impl Focus {
    pub(super) fn on<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let text = texts
            .into_iter()
            .collect::<Vec<_>>()
            .join("\n")
            .to_lowercase();
        let words = words(&text).map(str::to_owned).collect();
        Self { words, text }
    }

    /// Whether a name is spoken of: whole, or by a part that is long enough to be a name.
    pub(super) fn names(&self, name: &str) -> bool {
        let name = name.to_lowercase();
        self.text.contains(&name) || words(&name).any(|word| self.words.contains(word))
    }

    /// How many of a text's words are among its own.
    pub(super) fn shares(&self, text: &str) -> usize {
        words(&text.to_lowercase())
            .filter(|word| self.words.contains(*word))
            .count()
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() >= SHORTEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_words_are_recognised() {
        let focus = Focus::on(["Odran refuses the fare.", "Mara Tollan finds the ledger."]);
        assert!(focus.names("Mara Tollan") && focus.names("Odran the ferryman"));
        assert!(!focus.names("Ilse"));
        assert_eq!(focus.shares("The ledger names Mara."), 2);
    }
}
