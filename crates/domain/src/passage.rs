//! Finding a quoted passage in a text again.

use std::ops::Range;

/// The most occurrences that are looked for: nobody steps through more of them.
const MOST: usize = 1_000;

/// A part of a quote is looked for alone from so many bytes on.
const PART: usize = 12;

/// Where a passage appears in a text, in bytes and in order; empty where it does not.
///
/// The form of quotation marks, apostrophes, dashes and white space does not count, nor do the asterisks of
/// Markdown. Where the quote as a whole is not found, it is looked for without the marks around it, then in another
/// case, then by its longest part where something was left out ("…").
pub fn find(quote: &str, text: &str) -> Vec<Range<usize>> {
    let candidates = candidates(quote);
    for ignores_case in [false, true] {
        let plain = Plain::of(text, ignores_case);
        for candidate in &candidates {
            let found = plain.find(&Plain::of(candidate, ignores_case).text);
            if !found.is_empty() {
                return found;
            }
        }
    }
    Vec::new()
}

/// Where exactly these words appear in a text, in capital or small letters.
pub fn find_in_any_case(words: &str, text: &str) -> Vec<Range<usize>> {
    let plain = Plain::of(text, true);
    plain.find(&Plain::of(words.trim(), true).text)
}

/// What may be meant by a quote, the best guess first.
fn candidates(quote: &str) -> Vec<&str> {
    let quote = quote.trim();
    let bare = bare(quote);
    let parts = bare.split('…').flat_map(|part| part.split("..."));
    let longest = parts.map(str::trim).max_by_key(|part| part.len());
    let mut all = vec![quote, bare];
    all.extend(longest.filter(|part| part.len() >= PART));
    all.retain(|candidate| !candidate.is_empty());
    all.dedup();
    all
}

/// A quote without the quotation marks around it and without the marks of what was left out at its ends.
fn bare(quote: &str) -> &str {
    let is_mark = |c: char| is_double(c) || is_single(c) || c == '…' || c.is_whitespace();
    let inner = quote.trim_matches(is_mark);
    let inner = inner.trim_start_matches("...").trim_end_matches("...");
    inner.trim_matches(is_mark)
}

const fn is_double(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '″')
}

const fn is_single(c: char) -> bool {
    matches!(c, '\'' | '‘' | '’' | '‚' | '‛' | '′' | '`' | '´')
}

/// A text in the form in which passages are compared, and where each byte of it comes from.
struct Plain<'t> {
    original: &'t str,
    text: String,
    /// For each byte of `text`, where its character begins in the original.
    from: Vec<usize>,
}

impl<'t> Plain<'t> {
    fn of(original: &'t str, ignores_case: bool) -> Self {
        let mut plain = Self {
            original,
            text: String::with_capacity(original.len()),
            from: Vec::with_capacity(original.len()),
        };
        for (at, letter) in original.char_indices() {
            match letter {
                '*' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
                c if c.is_whitespace() => {
                    if !plain.text.is_empty() && !plain.text.ends_with(' ') {
                        plain.push(' ', at);
                    }
                }
                c if is_double(c) => plain.push('"', at),
                c if is_single(c) => plain.push('\'', at),
                '‐' | '‑' | '–' | '—' | '―' => plain.push('-', at),
                '…' => (0..3).for_each(|_| plain.push('.', at)),
                c if ignores_case => c.to_lowercase().for_each(|c| plain.push(c, at)),
                c => plain.push(c, at),
            }
        }
        let whole = plain.text.trim_end().len();
        plain.text.truncate(whole);
        plain.from.truncate(whole);
        plain
    }

    fn push(&mut self, letter: char, from: usize) {
        self.text.push(letter);
        self.from.resize(self.text.len(), from);
    }

    /// Where a passage appears in the original: as whole words, or where it does so nowhere, within words.
    fn find(&self, passage: &str) -> Vec<Range<usize>> {
        if passage.is_empty() {
            return Vec::new();
        }
        let all: Vec<usize> = self
            .text
            .match_indices(passage)
            .map(|(at, _)| at)
            .take(MOST)
            .collect();
        let whole: Vec<usize> = all
            .iter()
            .copied()
            .filter(|at| self.is_whole(*at, passage))
            .collect();
        let best = if whole.is_empty() { all } else { whole };
        let original = |at: usize| {
            let last = self.from[at + passage.len() - 1];
            let width = self.original[last..]
                .chars()
                .next()
                .map_or(0, char::len_utf8);
            self.from[at]..last + width
        };
        best.into_iter().map(original).collect()
    }

    /// Whether no word begins before or ends after a passage.
    fn is_whole(&self, at: usize, passage: &str) -> bool {
        let parted = |one: Option<char>, other: Option<char>| {
            let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            !(is_letter(one) && is_letter(other))
        };
        let (before, after) = (&self.text[..at], &self.text[at + passage.len()..]);
        parted(before.chars().next_back(), passage.chars().next())
            && parted(passage.chars().next_back(), after.chars().next())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Ines walked along the *old* quay.\n\n“You’re late,” said Odran — and didn’t look \
                        up. “Sit.”\n\nInes sat. “You’re late,”  said  Odran.";

    fn found(quote: &str) -> Vec<&'static str> {
        find(quote, TEXT).into_iter().map(|at| &TEXT[at]).collect()
    }

    #[test]
    fn a_passage_is_found_whatever_its_marks_and_spaces() {
        assert_eq!(found("along the old quay"), ["along the *old* quay"]);
        assert_eq!(
            found("\"You're late,\" said Odran"),
            ["“You’re late,” said Odran", "“You’re late,”  said  Odran"]
        );
        assert_eq!(
            found("Odran - and didn't look up."),
            ["Odran — and didn’t look up."]
        );
        assert_eq!(
            found("quay.\n“You’re late,”"),
            ["quay.\n\n“You’re late,”"],
            "over the end of a paragraph"
        );
    }

    #[test]
    fn a_passage_that_is_quoted_freely_is_found_too() {
        assert_eq!(found("“Ines walked along”"), ["Ines walked along"]);
        assert_eq!(found("ines WALKED along"), ["Ines walked along"]);
        assert_eq!(
            found("Ines walked along the … look up"),
            ["Ines walked along the"]
        );
        assert_eq!(found("… and didn’t look up …"), ["and didn’t look up"]);
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        assert!(found("Odran looked up").is_empty());
        assert!(found("").is_empty());
        assert!(found("“”").is_empty());
        assert!(find("anything", "").is_empty());
    }

    #[test]
    fn whole_words_come_before_parts_of_words() {
        let text = "Banana for Ana.";
        let at: Vec<_> = find("Ana", text).into_iter().map(|at| at.start).collect();
        assert_eq!(at, [11]);
        assert_eq!(find("光が", "灯台の光がゆっくり").len(), 1);
    }

    #[test]
    fn a_large_text_is_searched_once() {
        let text = "The rain fell on İstanbul. ".repeat(40_000);
        assert_eq!(find("the rain fell", &text).len(), MOST);
        assert!(find("the rain rose", &text).is_empty());
    }
}
