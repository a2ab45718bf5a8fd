//! Applying edits: passages that stand exactly once are replaced, everything else stays.

use crate::model::assignment::Edits;

/// The text with every edit applied whose passage stands exactly once.
pub(crate) fn apply(text: &str, edits: &Edits) -> String {
    let mut text = text.to_owned();
    for edit in &edits.edits {
        let mut found = text.match_indices(&edit.passage);
        if let (false, Some((at, passage)), None) =
            (edit.passage.is_empty(), found.next(), found.next())
        {
            let end = at + passage.len();
            text.replace_range(at..end, &edit.replacement);
        }
    }
    text
}

/// How many bytes two texts share at their beginning; never inside a letter.
pub(crate) fn common_prefix(a: &str, b: &str) -> usize {
    a.char_indices()
        .zip(b.chars())
        .find(|((_, left), right)| left != right)
        .map_or(a.len().min(b.len()), |((at, _), _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::assignment::Edit;

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
            apply(text, &edits),
            "The sea was very grey. The gulls were very loud. Rain came."
        );
    }

    #[test]
    fn the_common_prefix_ends_between_letters() {
        assert_eq!(common_prefix("Zoë came", "Zoé came"), 2);
        assert_eq!(common_prefix("same", "same"), 4);
        assert_eq!(common_prefix("short", "shorter"), 5);
    }
}
