//! A place in a text, and what would stand there.

use domain::{MatchDoubt, Refusal, StoryPart};
use std::{ops::Range, sync::Arc};
use text::{find, prose::sentence_ranges};

/// The most places of one replacement.
pub const MAX_PLACES: usize = 20_000;

/// How much may take the place of what is found, in bytes.
const MAX_BYTES: usize = 32_000_000;

/// A place that matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextPlace {
    /// Where it is, in bytes.
    pub range: Range<usize>,
    /// What takes its place.
    pub replacement: Arc<str>,
    /// Why it may be something else.
    pub doubt: Option<MatchDoubt>,
}

/// One of the texts of a part of a story.
#[derive(Clone, Copy, Debug)]
pub struct PartField<'p> {
    /// The part.
    pub part: &'p StoryPart,
    /// Which of its texts it is.
    pub number: usize,
    /// What it says.
    pub text: &'p str,
}

/// Finds places in the texts of a story.
pub trait PlaceSearch {
    /// The places in a text, in order. None overlaps another.
    ///
    /// # Errors
    ///
    /// See [`PlaceBudget::take`].
    fn places(
        &self,
        field: &PartField<'_>,
        budget: &mut PlaceBudget,
    ) -> Result<Vec<TextPlace>, Refusal>;
}

/// How much a replacement may still take.
#[derive(Clone, Debug)]
pub struct PlaceBudget {
    places: usize,
    bytes: usize,
}

impl Default for PlaceBudget {
    fn default() -> Self {
        Self {
            places: MAX_PLACES,
            bytes: MAX_BYTES,
        }
    }
}

impl PlaceBudget {
    /// Takes a place whose replacement has so many bytes.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] where there are more places than [`MAX_PLACES`], or the replacements take too much memory.
    pub fn take(&mut self, bytes: usize) -> Result<(), Refusal> {
        let places = self.places.checked_sub(1);
        self.places = places.ok_or(Refusal::TooManyPlaces(MAX_PLACES))?;
        let bytes = self.bytes.checked_sub(bytes);
        self.bytes = bytes.ok_or(Refusal::ReplacementTooLarge)?;
        Ok(())
    }
}

/// The text with all of these places replaced. They come in order; one that overlaps the one before, or is no part of
/// the text, is passed over.
pub fn replaced(text: &str, places: &[TextPlace]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for place in places {
        let Some(between) = text.get(from..place.range.start) else {
            continue;
        };
        if text.get(place.range.clone()).is_none() {
            continue;
        }
        out.push_str(between);
        out.push_str(&place.replacement);
        from = place.range.end;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out
}

/// What stands before and after a place in its sentence, both together about `width` characters at most.
pub fn sentence_around(text: &str, place: &TextPlace, width: usize) -> (String, String) {
    let Range { start, end } = place.range;
    // A sentence lies in its paragraph: only that is read.
    let first = text.get(..start).and_then(|before| before.rfind('\n'));
    let first = first.map_or(0, |at| at + 1);
    let rest = text.get(end..).unwrap_or_default();
    let last = rest.find('\n').map_or(text.len(), |at| end + at);
    let paragraph = text.get(first..last).unwrap_or_default();
    let (mut from, mut to) = (start - first, end - first);
    for (begin, close) in sentence_ranges(paragraph) {
        if begin <= from && start - first < close {
            from = begin;
        }
        if begin < end - first && end - first <= close {
            to = close;
        }
    }
    let around = paragraph.get(from..to).unwrap_or_default();
    let inner = start - first - from..end - first - from;
    let snippet = find::snippet(around, inner.clone(), width + inner.len());
    (snippet.before, snippet.after)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, what: &str, replacement: &str) -> TextPlace {
        let at = text.find(what).expect("it is there");
        TextPlace {
            range: at..at + what.len(),
            replacement: replacement.into(),
            doubt: None,
        }
    }

    #[test]
    fn chosen_places_are_replaced() {
        let text = "One lamp, two lamps, 海 lamp.";
        let first = place(text, "lamp", "light");
        let last = place(text, "海", "the sea's");
        assert_eq!(
            replaced(text, &[first.clone(), last.clone()]),
            "One light, two lamps, the sea's lamp."
        );
        // What does not fit changes nothing.
        assert_eq!(
            replaced(text, &[last, first]),
            "One lamp, two lamps, the sea's lamp."
        );
        let cut = TextPlace {
            range: 22..23,
            replacement: "x".into(),
            doubt: None,
        };
        assert_eq!(replaced(text, &[cut]), text);
    }

    #[test]
    fn a_place_is_shown_with_its_sentence() {
        let text =
            "It rained. She lit the lamp, and waited. Nobody came.\n\nThe door. It stayed shut.";
        let around = |what| sentence_around(text, &place(text, what, ""), 200);
        assert_eq!(
            around("lamp"),
            ("She lit the ".to_owned(), ", and waited.".to_owned())
        );
        assert_eq!(around("The"), (String::new(), " door.".to_owned()));
        assert_eq!(
            around("rained. She"),
            ("It ".to_owned(), " lit the lamp, and waited.".to_owned())
        );
        let (before, after) = sentence_around(text, &place(text, "lamp", ""), 16);
        assert_eq!((&*before, &*after), ("…lit the ", ", and…"));
    }
}
