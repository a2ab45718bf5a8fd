//! Finds a phrase in a text as a person reads it: without regard to case, to accents of Latin letters, to the form of
//! quotation marks, and to how much white space there is.
//!
//! Architecture invariant: two letters that are the same here are the same to the search index of every store, too;
//! otherwise a search would miss them.

use domain::Snippet;
use std::ops::Range;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Whether a character is a mark above or below a letter that a search leaves out. These are the marks of Latin
/// letters; vowel signs and other marks of other scripts count.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{304}' | '\u{306}'..='\u{30c}' | '\u{30f}' | '\u{311}' | '\u{31b}'
        | '\u{323}'..='\u{328}' | '\u{32d}' | '\u{32e}' | '\u{330}' | '\u{331}')
}

/// Letters whose two cases are younger than the tables of search indexes: here they stay two letters.
const fn has_young_cases(c: char) -> bool {
    matches!(c, '\u{37f}' | '\u{528}'..='\u{52f}' | '\u{13a0}'..='\u{13f5}' | '\u{1c80}'..='\u{1cbf}' | '\u{2c2f}'
        | '\u{a698}'..='\u{a69b}' | '\u{a796}'..='\u{a79f}' | '\u{a7ab}'..='\u{a7f6}')
}

/// A letter as a search compares it: one character, or none where it is a mark.
fn folded(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c.to_ascii_lowercase());
    }
    match c {
        '‘' | '’' => return Some('\''),
        '“' | '”' => return Some('"'),
        'ς' => return Some('σ'),
        'Ǡ' | 'ǡ' => return Some('ǡ'),
        c if has_young_cases(c) => return Some(c),
        c if is_mark(c) => return None,
        _ => {}
    }
    let mut base = None;
    let mut has_other_marks = false;
    decompose_canonical(c, |part| match base {
        None => base = Some(part),
        Some(_) => has_other_marks |= !is_mark(part),
    });
    match base {
        Some(base) if base.is_ascii_alphabetic() && !has_other_marks => {
            Some(base.to_ascii_lowercase())
        }
        // The lower case of some letters is more than one character: those have none here.
        _ => {
            let mut lower = c.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(only), None) => Some(only),
                _ => Some(c),
            }
        }
    }
}

/// A text as a search compares it, and where each byte of it comes from.
struct FoldedText {
    text: String,
    /// For each byte, where its character begins in the original, and the length of the original at the end.
    origins: Vec<usize>,
}

impl FoldedText {
    fn of(original: &str) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut origins = Vec::with_capacity(original.len() + 1);
        let mut after_space = false;
        for (at, c) in original.char_indices() {
            let is_space = c.is_whitespace();
            let c = match is_space {
                true if after_space => None,
                true => Some(' '),
                false => folded(c),
            };
            after_space = is_space;
            if let Some(c) = c {
                text.push(c);
                origins.resize(text.len(), at);
            }
        }
        origins.push(original.len());
        Self { text, origins }
    }
}

/// A name as a search compares it: in lower case, without the accents of Latin letters.
pub fn folded_name(name: &str) -> String {
    FoldedText::of(name).text
}

/// A phrase to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    folded: String,
}

impl Phrase {
    /// The phrase that somebody typed: white space around it does not count. `None` where nothing is left of it.
    pub fn new(typed: &str) -> Option<Self> {
        let visible: String = typed
            .chars()
            .filter(|c| c.is_whitespace() || !c.is_control())
            .collect();
        let folded = FoldedText::of(visible.trim()).text;
        (!folded.is_empty()).then_some(Self { folded })
    }

    /// The phrase as a search compares it.
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// Its length in characters, as they are compared.
    pub fn length(&self) -> usize {
        self.folded.chars().count()
    }

    /// Whether the phrase stands in a text: quicker than to ask where.
    pub fn stands_in(&self, text: &str) -> bool {
        let mut folded_text = String::with_capacity(text.len());
        let mut after_space = false;
        for c in text.chars() {
            let is_space = c.is_whitespace();
            if !is_space {
                if let Some(c) = folded(c) {
                    folded_text.push(c);
                }
            } else if !after_space {
                folded_text.push(' ');
            }
            after_space = is_space;
        }
        folded_text.contains(&self.folded)
    }

    /// Where the phrase stands in a text, in bytes: every place that does not overlap the one before.
    pub fn find_in(&self, text: &str) -> Vec<Range<usize>> {
        if !self.stands_in(text) {
            return Vec::new();
        }
        let folded = FoldedText::of(text);
        let found = folded.text.match_indices(self.folded.as_str());
        found
            .filter_map(|(at, found)| {
                let start = *folded.origins.get(at)?;
                let end = *folded.origins.get(at + found.len())?;
                // White space after the phrase is no part of it.
                let end = start + text.get(start..end)?.trim_end().len();
                Some(start..end)
            })
            .collect()
    }
}

/// A match with about `width` characters of the text around it, cut between words where there are spaces. Line
/// breaks become spaces. A range that is no part of the text gives an empty snippet.
pub fn snippet(text: &str, found: Range<usize>, width: usize) -> Snippet {
    let (Some(before), Some(inner), Some(after)) = (
        text.get(..found.start),
        text.get(found.clone()),
        text.get(found.end..),
    ) else {
        return Snippet::default();
    };
    let rest = width.saturating_sub(inner.chars().count());
    // What one side does not need, the other may have.
    let length = |side: &str, most: usize| side.chars().take(most).count();
    let (first, last) = (length(before, rest), length(after, rest));
    let left = (rest / 2).max(rest.saturating_sub(last)).min(first);
    let right = rest.saturating_sub(left);
    Snippet {
        before: one_line(&end_of(before, left)),
        found: one_line(inner),
        after: one_line(&start_of(after, right)),
    }
}

fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        match c.is_whitespace() {
            true if line.ends_with(' ') => {}
            true => line.push(' '),
            false => line.push(c),
        }
    }
    line
}

/// Whether a cut before this character would part it from the one that it belongs to.
fn belongs_to_the_one_before(c: char) -> bool {
    is_combining_mark(c) || matches!(c, '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// The last `most` characters of a text, from the beginning of a word.
fn end_of(text: &str, most: usize) -> String {
    let Some((cut, _)) = text.char_indices().rev().take(most).last() else {
        return if text.is_empty() { "" } else { "…" }.to_owned();
    };
    if cut == 0 {
        return text.trim_start().to_owned();
    }
    let kept = &text[cut..];
    let is_between = text[..cut].ends_with(char::is_whitespace);
    let word = match kept.find(char::is_whitespace) {
        // A word that is cut goes, unless hardly anything would be left.
        Some(space) if !is_between && space < kept.len() / 2 => &kept[space..],
        _ => kept.trim_start_matches(belongs_to_the_one_before),
    };
    format!("…{}", word.trim_start())
}

/// The first `most` characters of a text, up to the end of a word.
fn start_of(text: &str, most: usize) -> String {
    let Some((cut, _)) = text.char_indices().nth(most) else {
        return text.trim_end().to_owned();
    };
    let (kept, rest) = text.split_at(cut);
    let marks = rest.find(|c| !belongs_to_the_one_before(c));
    let whole = &text[..cut + marks.unwrap_or(rest.len())];
    if rest.trim().is_empty() {
        return kept.trim_end().to_owned();
    }
    let word = match kept.rfind(char::is_whitespace) {
        Some(space) if !rest.starts_with(char::is_whitespace) && space > kept.len() / 2 => {
            &kept[..space]
        }
        _ => whole,
    };
    format!("{}…", word.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found<'t>(phrase: &str, text: &'t str) -> Vec<&'t str> {
        let places = Phrase::new(phrase).expect("a phrase").find_in(text);
        places.into_iter().map(|place| &text[place]).collect()
    }

    #[test]
    fn a_phrase_is_found_as_a_person_reads_it() {
        let text = "The LAMP was out. “Don’t,” she said.\n\nThe  lamp…";
        assert_eq!(found("the lamp", text), ["The LAMP", "The  lamp"]);
        assert_eq!(found("\"don't,\"", text), ["“Don’t,”"]);
        assert_eq!(found(" said. the ", text), ["said.\n\nThe"]);
        assert_eq!(found("candle", text), [""; 0]);
        assert_eq!(
            found("cafe", "CAFÉ, cafe\u{301} au lait"),
            ["CAFÉ", "cafe\u{301}"]
        );
        assert_eq!(found("café", "the cafe"), ["cafe"]);
        assert_eq!(found("οδος", "ΟΔΟΣ"), ["ΟΔΟΣ"]);
        assert_eq!(found("нева", "НЕВА и Нева"), ["НЕВА", "Нева"]);
    }

    #[test]
    fn letters_whose_lower_case_is_longer_keep_their_places() {
        assert_eq!(found("istanbul", "x İstanbul y"), ["İstanbul"]);
        assert_eq!(found("straße", "die STRAẞE dort"), ["STRAẞE"]);
        assert_eq!(found("ab", "ȺȾ İİ aB"), ["aB"]);
    }

    #[test]
    fn scripts_without_spaces_or_from_right_to_left() {
        assert_eq!(found("海", "夜の海は静かだった。海。"), ["海", "海"]);
        assert_eq!(found("静かだ", "夜の海は静かだった。"), ["静かだ"]);
        assert_eq!(found("か", "が"), [""; 0]);
        assert_eq!(found("שלום", "אמר שלום לכולם"), ["שלום"]);
        assert_eq!(found("नमस्ते", "वह नमस्ते बोली"), ["नमस्ते"]);
    }

    #[test]
    fn nothing_is_no_phrase() {
        for empty in ["", "  \n", "\u{0}", "\u{301}"] {
            assert_eq!(Phrase::new(empty), None, "{empty:?}");
        }
        assert_eq!(Phrase::new(" A  b ").expect("a phrase").folded(), "a b");
        assert_eq!(Phrase::new("夜\u{0}の").expect("a phrase").length(), 2);
    }

    #[test]
    fn a_snippet_is_cut_between_words() {
        let text = "One two three four five six seven.\n\nEight nine ten eleven twelve thirteen.";
        let place = Phrase::new("eight")
            .expect("a phrase")
            .find_in(text)
            .remove(0);
        let made = snippet(text, place.clone(), 30);
        assert_eq!(
            (&*made.before, &*made.found, &*made.after),
            ("…six seven. ", "Eight", " nine ten…")
        );
        let whole = snippet(text, place, 500);
        assert_eq!(
            whole.before + &whole.found + &whole.after,
            text.replace("\n\n", " ")
        );
        let start = snippet(text, 0..3, 20);
        assert_eq!((&*start.before, &*start.after), ("", " two three four…"));
    }

    #[test]
    fn a_snippet_without_spaces_is_cut_anywhere_but_in_a_letter() {
        let text = "海".repeat(300);
        let made = snippet(&text, 300..303, 21);
        assert_eq!(made.before.chars().count(), 11);
        assert_eq!(made.after.chars().count(), 11);
        let marks = "e\u{301}".repeat(50);
        let made = snippet(&marks, 60..63, 10);
        assert!(made.before.starts_with("…e"), "{made:?}");
        assert!(made.after.ends_with("\u{301}…"), "{made:?}");
    }

    proptest! {
        #[test]
        fn every_place_is_a_part_of_the_text(text in "\\PC{0,60}", phrase in "\\PC{1,3}", width in 0usize..40) {
            let Some(phrase) = Phrase::new(&phrase) else { return Ok(()) };
            let mut end = 0;
            for place in phrase.find_in(&text) {
                prop_assert!(place.start >= end && place.start < place.end);
                end = place.end;
                let again = Phrase::new(&text[place.clone()]).map(|again| again.folded);
                prop_assert_eq!(again.as_deref(), Some(phrase.folded()));
                let made = snippet(&text, place, width);
                prop_assert!(!made.found.is_empty());
            }
            let part: String = text.chars().skip(2).take(3).collect();
            if let Some(part) = Phrase::new(&part) {
                prop_assert!(!part.find_in(&text).is_empty());
            }
        }
    }
}
