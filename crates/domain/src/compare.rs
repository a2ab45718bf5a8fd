//! Two texts side by side, and the text that comes of picking from both.

use serde::{Deserialize, Serialize};

/// How two texts differ, paragraph by paragraph, in the order of both.
///
/// All pieces of one side, one after the other, are that side's text to the letter; what is the same stands
/// once, as the left side has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Comparison {
    /// From the beginning to the end.
    pub parts: Vec<DiffBlock>,
    /// The texts were too long to look at every word in time: some paragraphs are marked as a whole.
    #[serde(default)]
    pub coarse: bool,
}

/// A stretch of both texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DiffBlock {
    /// Paragraphs that both have.
    Same(String),
    /// A paragraph that is another one on each side, or stands on one side alone.
    Changed {
        /// The left paragraph; empty where only the right text has one here.
        left: Vec<DiffSpan>,
        /// The right paragraph; empty where only the left text has one here.
        right: Vec<DiffSpan>,
    },
}

/// Some words of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DiffSpan {
    /// The words, with what stands between them.
    pub text: String,
    /// Whether the other side says something else here.
    #[serde(default, skip_serializing_if = "is_false")]
    pub changed: bool,
}

fn is_false(value: &bool) -> bool {
    !value
}

/// One of the two texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The first one; what nobody picked otherwise is taken from here.
    #[default]
    Left,
    /// The second one.
    Right,
}

impl Comparison {
    /// How many paragraphs there are to pick.
    pub fn changes(&self) -> usize {
        self.parts
            .iter()
            .filter(|part| matches!(part, DiffBlock::Changed { .. }))
            .count()
    }

    /// The text with each changed paragraph taken from the side that was picked for it, in order; from the
    /// left where nothing was picked. Left throughout is the left text to the letter.
    pub fn merged(&self, picks: &[Side]) -> String {
        let mut merged = String::new();
        let mut picks = picks.iter().copied();
        let mut mixed = false;
        for part in &self.parts {
            let start = merged.len();
            match part {
                DiffBlock::Same(text) => merged.push_str(text),
                DiffBlock::Changed { left, right } => {
                    let side = picks.next().unwrap_or_default();
                    mixed |= side == Side::Right;
                    let pieces = match side {
                        Side::Left => left,
                        Side::Right => right,
                    };
                    merged.extend(pieces.iter().map(|piece| piece.text.as_str()));
                }
            }
            // A text's last paragraph has no blank line after it, and need not be the last one here.
            if mixed && start > 0 && merged.len() > start && !merged[..start].ends_with("\n\n") {
                let gap = match merged[..start].ends_with('\n') {
                    true => "\n",
                    false => "\n\n",
                };
                merged.insert_str(start, gap);
            }
        }
        if mixed {
            merged.truncate(merged.trim_end_matches('\n').len());
        }
        merged
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<DiffSpan> {
        (!text.is_empty())
            .then(|| DiffSpan {
                text: text.to_owned(),
                changed: true,
            })
            .into_iter()
            .collect()
    }

    fn changed(left: &str, right: &str) -> DiffBlock {
        DiffBlock::Changed {
            left: pieces(left),
            right: pieces(right),
        }
    }

    fn same(text: &str) -> DiffBlock {
        DiffBlock::Same(text.to_owned())
    }

    fn comparison(parts: Vec<DiffBlock>) -> Comparison {
        Comparison {
            parts,
            coarse: false,
        }
    }

    #[test]
    fn left_throughout_is_the_left_text_to_the_letter() {
        let both = comparison(vec![
            same("\nOne.\n\n\n"),
            changed("Two.\n\n", "Zwei.\n\n"),
            changed("Three. \n", ""),
        ]);
        assert_eq!(both.merged(&[]), "\nOne.\n\n\nTwo.\n\nThree. \n");
        assert_eq!(both.merged(&[Side::Left; 2]), both.merged(&[]));
        assert_eq!(both.changes(), 2);
    }

    #[test]
    fn picks_are_taken_in_order_and_paragraphs_stay_apart() {
        let both = comparison(vec![
            changed("One.\n\n", "Eins."),
            same("Two.\n\n"),
            changed("Three.", ""),
            changed("", "Vier.\n\n"),
        ]);
        assert_eq!(both.changes(), 3);
        let picked = both.merged(&[Side::Right, Side::Left, Side::Right]);
        assert_eq!(picked, "Eins.\n\nTwo.\n\nThree.\n\nVier.");
        let picked = both.merged(&[Side::Left, Side::Right, Side::Left]);
        assert_eq!(picked, "One.\n\nTwo.");
    }

    #[test]
    fn a_comparison_is_sent_as_it_is_read() {
        let both = comparison(vec![same("One.\n\n"), changed("Two.", "Zwei.")]);
        let json = serde_json::to_value(&both).expect("plain data");
        assert_eq!(json["parts"][0]["same"], "One.\n\n");
        assert_eq!(json["parts"][1]["changed"]["right"][0]["text"], "Zwei.");
        let back: Comparison = serde_json::from_value(json).expect("what was sent");
        assert_eq!(back, both);
    }
}
