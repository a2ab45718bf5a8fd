//! The decks and strands themselves, read once from the texts beside this file.

use super::pattern_deck::{self, Pattern, PatternDeck};
use super::storyline::{self, Storyline};
use std::sync::LazyLock;

/// Every text with decks in it.
const DECKS: &[&str] = &[
    include_str!("weather.txt"),
    include_str!("coast.txt"),
    include_str!("city.txt"),
    include_str!("country.txt"),
    include_str!("realm.txt"),
    include_str!("space.txt"),
    include_str!("common.txt"),
    include_str!("people.txt"),
    include_str!("exchange.txt"),
    include_str!("memory.txt"),
    include_str!("moods.txt"),
    include_str!("closing.txt"),
    include_str!("things.txt"),
    include_str!("frames.txt"),
];

/// Every text with strands in it.
const STRANDS: &[&str] = &[
    include_str!("strands_voice.txt"),
    include_str!("strands_haunted.txt"),
    include_str!("strands_general.txt"),
    include_str!("strands_moods.txt"),
    include_str!("strands_loose.txt"),
];

static ALL_DECKS: LazyLock<Vec<PatternDeck>> = LazyLock::new(|| {
    DECKS
        .iter()
        .flat_map(|text| pattern_deck::read(text))
        .collect()
});

static ALL_STRANDS: LazyLock<Vec<Storyline>> = LazyLock::new(|| {
    STRANDS
        .iter()
        .flat_map(|text| storyline::read(text))
        .collect()
});

/// The cards of a deck; none where there is no such deck.
pub(crate) fn cards(name: &str) -> &'static [Pattern] {
    ALL_DECKS
        .iter()
        .find(|deck| deck.name == name)
        .map_or(&[], |deck| deck.cards.as_slice())
}

/// All decks.
#[cfg(test)]
pub(crate) fn decks() -> &'static [PatternDeck] {
    &ALL_DECKS
}

/// All strands.
pub(crate) fn strands() -> &'static [Storyline] {
    &ALL_STRANDS
}
