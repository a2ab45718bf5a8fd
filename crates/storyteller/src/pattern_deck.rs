//! Decks of patterns: how their files are read, and how cards are dealt from them.

use super::seeded_rng::SeededRng;

/// One pattern of a deck.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pattern {
    /// When it fits: "rain", "in", "dusk", …
    pub tags: Vec<String>,
    /// The pattern, its paragraphs one a line.
    pub text: String,
}

impl Pattern {
    /// Whether it carries a tag.
    pub(crate) fn has(&self, tag: &str) -> bool {
        self.tags.iter().any(|own| own == tag)
    }
}

/// Cards that serve one purpose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PatternDeck {
    /// Its purpose: "opening", "coast opening", …
    pub name: String,
    /// The cards.
    pub cards: Vec<Pattern>,
}

/// Reads decks: `= name` opens one, an empty line ends a card, `@tag tag` before it says when it
/// fits, `//` is a remark.
pub(crate) fn read(source: &str) -> Vec<PatternDeck> {
    let mut decks: Vec<PatternDeck> = Vec::new();
    let mut card = Pattern::default();
    for line in source.lines().chain([""]) {
        let line = line.trim();
        if line.starts_with("//") {
            continue;
        }
        let name = line.strip_prefix("= ");
        if line.is_empty() || name.is_some() {
            let full = std::mem::take(&mut card);
            if let Some(deck) = decks.last_mut().filter(|_| !full.text.is_empty()) {
                deck.cards.push(full);
            }
            if let Some(name) = name {
                decks.push(PatternDeck {
                    name: name.trim().to_owned(),
                    cards: Vec::new(),
                });
            }
        } else if let Some(tags) = line.strip_prefix('@') {
            card.tags = tags.split_whitespace().map(str::to_owned).collect();
        } else {
            if !card.text.is_empty() {
                card.text.push('\n');
            }
            card.text.push_str(line);
        }
    }
    decks
}

/// The order a story deals a deck's cards in; a chapter begins where the one before it left off.
pub(crate) fn order(
    deck: &str,
    cards: usize,
    seed: u64,
    chapter: u32,
    stride: usize,
) -> Vec<usize> {
    let mut order: Vec<usize> = (0..cards).collect();
    let chapter = usize::try_from(chapter.saturating_sub(1)).unwrap_or(0);
    let start = chapter.saturating_mul(stride);
    let round = start.checked_div(cards).unwrap_or(0);
    // Each time round it is shuffled anew, so that a long story does not tread in a circle.
    SeededRng::new(seed, &["deck", deck, &round.to_string()]).shuffle(&mut order);
    if cards > 0 {
        order.rotate_left(start % cards);
    }
    order
}
