//! Where words begin and end.

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation as _;

/// The boundaries of the words of a text, as Unicode has them.
pub(crate) struct WordBoundaries(Vec<usize>);

impl WordBoundaries {
    pub(crate) fn of(text: &str) -> Self {
        let mut all: Vec<usize> = text.split_word_bound_indices().map(|(at, _)| at).collect();
        all.push(text.len());
        Self(all)
    }

    fn has(&self, at: usize) -> bool {
        self.0.binary_search(&at).is_ok()
    }

    /// Whether a place begins and ends with a word. Unicode takes “Mara’s” and “l’amour” for one word each; here the
    /// name and what follows an apostrophe are words of their own. Where a script has no spaces between words, nothing
    /// is asked.
    pub(crate) fn surround(&self, text: &str, place: Range<usize>) -> bool {
        let found = &text[place.clone()];
        let begins = found.starts_with(is_without_spaces)
            || self.has(place.start)
            || text[..place.start].ends_with(is_apostrophe);
        let ends = found.ends_with(is_without_spaces)
            || self.has(place.end)
            || self.is_possessive(text, place.end);
        begins && ends
    }

    /// Whether an apostrophe and an s follow, and nothing more of the word.
    fn is_possessive(&self, text: &str, at: usize) -> bool {
        let rest = &text[at..];
        rest.strip_prefix(is_apostrophe)
            .and_then(|rest| rest.strip_prefix(['s', 'S']))
            .is_some_and(|rest| self.has(text.len() - rest.len()))
    }
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// Han, kana, bopomofo, and the scripts of Thai, Lao, Khmer and Burmese.
pub(crate) const fn is_without_spaces(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{312f}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{323af}'
        | '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}
