//! A place in a text, and what would stand there.

use std::ops::Range;
use text::{find, prose::sentence_ranges};

/// A place that matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextPlace {
    /// Where it is, in bytes.
    pub range: Range<usize>,
    /// What takes its place.
    pub replacement: String,
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
            replacement: replacement.to_owned(),
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
            replacement: "x".to_owned(),
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
