//! Applying edits: passages that stand exactly once are replaced, everything else stays.

use crate::assignment::Edits;
pub use place::place;

mod place;

/// Edits together strike this part of a text at most: a quarter. Whoever wants more gone has not understood.
const MOST_STRUCK: usize = 4;

/// Striking so many bytes, and this part of the text (a twentieth), is worth keeping what was there before.
const WORTH_KEEPING: (usize, usize) = (200, 20);

/// A text after edits.
#[derive(Debug, PartialEq, Eq)]
pub struct Edited {
    /// The text now.
    pub text: String,
    /// By how many bytes passages became shorter.
    pub struck: usize,
    /// How many edits were not made: their passage does not stand exactly once, or too much would be gone.
    pub not_made: usize,
}

impl Edited {
    /// Whether so much is gone that the text before is to stay in the history.
    pub fn lost_much_of(&self, before: &str) -> bool {
        let (bytes, part) = WORTH_KEEPING;
        self.struck >= bytes && self.struck * part >= before.len()
    }
}

/// The text with every edit applied whose passage stands exactly once. What would strike too much stays.
pub fn apply(before: &str, edits: &Edits) -> Edited {
    let mut edited = Edited {
        text: before.to_owned(),
        struck: 0,
        not_made: 0,
    };
    for edit in &edits.edits {
        let Some((place, replacement)) = place::change(&edited.text, edit) else {
            edited.not_made += 1;
            continue;
        };
        let found = &edited.text[place.clone()];
        let struck = edited.struck + found.len().saturating_sub(replacement.len());
        if struck * MOST_STRUCK > before.len() {
            edited.not_made += 1;
            continue;
        }
        edited.struck = struck;
        edited.text.replace_range(place, &replacement);
    }
    edited
}

/// How many bytes two texts share at their beginning; never inside a letter.
pub fn common_prefix(a: &str, b: &str) -> usize {
    a.char_indices()
        .zip(b.chars())
        .find(|((_, left), right)| left != right)
        .map_or(a.len().min(b.len()), |((at, _), _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assignment::Edit;

    fn edits(pairs: &[(&str, &str)]) -> Edits {
        let edits = pairs
            .iter()
            .map(|(passage, replacement)| Edit {
                passage: (*passage).to_owned(),
                replacement: (*replacement).to_owned(),
            })
            .collect();
        Edits {
            edits,
            ..Edits::default()
        }
    }

    #[test]
    fn only_what_stands_exactly_once_is_replaced() {
        let text = "The sea was very grey. The gulls were very loud. It rained.";
        let edits = edits(&[
            ("very", ""),
            ("It rained.", "Rain came."),
            ("snow", "x"),
            ("", "y"),
        ]);
        assert_eq!(
            apply(text, &edits).text,
            "The sea was very grey. The gulls were very loud. Rain came."
        );
    }

    #[test]
    fn a_passage_is_found_whatever_the_form_of_its_marks() {
        let text = "She came.\n\n“I can’t – not now…” he  said.\nIt rained.";
        let apply =
            |passage: &str, replacement: &str| apply(text, &edits(&[(passage, replacement)]));
        for passage in [
            "\"I can't - not now...\" he said.",
            " “I can’t — not now…” he said. ",
            "“I can't – not now...” he\nsaid.",
        ] {
            let edited = apply(passage, " “I can’t,” he said, and left. ");
            let expected = "She came.\n\n“I can’t,” he said, and left.\nIt rained.";
            assert_eq!(
                (edited.text.as_str(), edited.not_made),
                (expected, 0),
                "{passage}"
            );
        }
        let edited = apply("It snowed.", "x");
        assert_eq!((edited.text.as_str(), edited.not_made), (text, 1));
        assert_eq!(apply(" ", "x").not_made, 1);
    }

    #[test]
    fn a_text_is_not_struck_out_and_what_loses_much_is_told() {
        let paragraphs: Vec<String> = (0..10)
            .map(|n| format!("Paragraph {n}. {}", "The sea was grey. ".repeat(6)))
            .collect();
        let text = paragraphs.join("\n\n");
        let all: Vec<(&str, &str)> = paragraphs.iter().map(|p| (p.as_str(), "")).collect();
        let edited = apply(&text, &edits(&all));
        assert!(edited.text.len() * 4 >= text.len() * 3, "{}", edited.text);
        assert!(edited.text.ends_with(&paragraphs[9]));
        assert!(edited.lost_much_of(&text));
        let shorter = apply(&text, &edits(&[("Paragraph 1. The sea", "The sea")]));
        assert!(!shorter.lost_much_of(&text), "{shorter:?}");
        let whole = apply("It rained.", &edits(&[("It rained.", "")]));
        assert_eq!(whole.text, "It rained.");
    }

    #[test]
    fn the_common_prefix_ends_between_letters() {
        assert_eq!(common_prefix("Zoë came", "Zoé came"), 2);
        assert_eq!(common_prefix("same", "same"), 4);
        assert_eq!(common_prefix("short", "shorter"), 5);
    }
}
