//! Weaves an author's own beat into prose.

use super::cast::Cast;
use super::grammar::PatternSlots;
use super::{tense, words};

/// The deck an author's beat is told from, and the slots it then needs.
pub(crate) fn deck(beat: &str, cast: &Cast, slots: &mut PatternSlots) -> &'static str {
    if let Some(past) = tense::past(beat, cast) {
        slots.set("beat", &past);
        return "told";
    }
    // As it was typed, and so in a frame that may hold any clause.
    let mut text = words::clean(beat, 40);
    let named = cast
        .people
        .iter()
        .any(|person| text.starts_with(person.name.as_str()));
    if named {
        slots.set("beat", &text);
    } else {
        text = words::capital(&text);
        slots.set("beat", &text);
    }
    "framed"
}
