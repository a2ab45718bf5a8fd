//! Straight quotes, double hyphens and three dots as a language prints them. The stored text stays as it is.
//!
//! What is already typographic is not touched.

mod language;

use crate::{ProseBlock, ProseSpan};
use language::Quotes;

/// Sets the quotes and dashes of a text as its language has them, given the BCP 47 tag; English where it is unknown.
pub fn smart(blocks: &mut [ProseBlock], tag: &str) {
    for block in blocks {
        if let ProseBlock::Paragraph(spans) = block {
            paragraph(spans, tag);
        }
    }
}

/// The same for a title.
pub(crate) fn smart_line(line: &str, tag: &str) -> String {
    let mut spans = [ProseSpan {
        text: line.to_owned(),
        ..ProseSpan::default()
    }];
    paragraph(&mut spans, tag);
    let [span] = spans;
    span.text
}

fn paragraph(spans: &mut [ProseSpan], tag: &str) {
    let needs_work = |c: char| matches!(c, '"' | '\'' | '-' | '.');
    let is_french = language::is_french(tag);
    if !is_french && !spans.iter().any(|span| span.text.contains(needs_work)) {
        return;
    }
    // All of the paragraph, so that a quote is seen together with what an emphasised word begins with.
    let chars: Vec<char> = spans.iter().flat_map(|span| span.text.chars()).collect();
    let mut setter = Setter {
        chars: &chars,
        quotes: language::quotes(tag),
        dashes: language::dashes(tag),
        elided: [&language::ELIDED, language::elided_too(tag)],
        is_hebrew: language::is_hebrew(tag),
        is_french,
        doubles: 0,
        singles: 0,
        last: None,
        skip: 0,
    };
    let mut at = 0;
    for span in spans {
        let mut out = String::with_capacity(span.text.len() + 8);
        for _ in span.text.chars() {
            setter.set(at, &mut out);
            at += 1;
        }
        span.text = out;
    }
}

/// Walks over the characters of a paragraph.
struct Setter<'text> {
    chars: &'text [char],
    quotes: Quotes,
    dashes: language::DashStyle,
    /// Words that begin with an apostrophe.
    elided: [&'static [&'static str]; 2],
    is_hebrew: bool,
    is_french: bool,
    /// How many double and single quotes are open.
    doubles: usize,
    singles: usize,
    /// What was written last.
    last: Option<char>,
    /// How many characters are part of what is written already.
    skip: usize,
}

impl Setter<'_> {
    fn before(&self, at: usize) -> Option<char> {
        at.checked_sub(1).and_then(|at| self.chars.get(at)).copied()
    }

    fn after(&self, at: usize) -> Option<char> {
        self.chars.get(at + 1).copied()
    }

    /// How often a character stands in a row from here; no more than `most`.
    fn run(&self, at: usize, most: usize) -> usize {
        let same = |c: &&char| **c == self.chars[at];
        let row = self.chars[at..].iter().take(most);
        row.take_while(same).count()
    }

    fn set(&mut self, at: usize, out: &mut String) {
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        let from = out.len();
        match self.chars[at] {
            '"' => self.double(at, out),
            '\'' => self.single(at, out),
            '-' => self.dash(at, out),
            '.' if self.run(at, 4) == 3 && self.before(at) != Some('.') => {
                out.push('…');
                self.skip = 2;
            }
            ' ' if self.is_french => self.french_space(at, out),
            c @ ('!' | '?' | ';' | ':') if self.is_french => self.french_sign(at, c, out),
            c => out.push(c),
        }
        if let Some(last) = out[from..].chars().next_back() {
            self.last = Some(last);
        }
    }

    /// Whether a quote here begins something.
    fn opens(&self, at: usize, is_open: bool) -> bool {
        let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let (before, after) = (self.before(at), self.after(at));
        if is_space(before) && is_space(after) {
            return !is_open;
        }
        let is_dash = before.is_some_and(|c| matches!(c, '-' | '–' | '—'));
        // “I—” ends, and —“Go” begins.
        if is_dash {
            return after.is_some_and(char::is_alphanumeric) && !is_open;
        }
        let opening = |c: char| {
            matches!(
                c,
                '(' | '['
                    | '{'
                    | '“'
                    | '‘'
                    | '„'
                    | '‚'
                    | '«'
                    | '‹'
                    | '「'
                    | '『'
                    | '¿'
                    | '¡'
                    | '"'
                    | '\''
                    | '/'
            )
        };
        let after_quote = before.is_some_and(|c| matches!(c, '"' | '\''));
        is_space(before)
            || (before.is_some_and(opening) && !(after_quote && (is_open || is_space(after))))
            || (!is_open && before.is_some_and(language::is_wide) && !is_space(after))
    }

    fn double(&mut self, at: usize, out: &mut String) {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        if self.is_hebrew && is_letter(self.before(at)) && is_letter(self.after(at)) {
            out.push('״');
        } else if self.doubles == 0 && self.before(at).is_some_and(|c| c.is_ascii_digit()) {
            out.push('″');
        } else if self.opens(at, self.doubles > 0) {
            self.doubles += 1;
            out.push_str(self.quotes.open);
        } else {
            self.doubles = self.doubles.saturating_sub(1);
            out.push_str(self.quotes.close);
        }
    }

    fn single(&mut self, at: usize, out: &mut String) {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let (before, after) = (self.before(at), self.after(at));
        let within =
            is_letter(before) && is_letter(after) && !before.is_some_and(language::is_wide);
        if within || self.is_elision(at) {
            out.push('’');
        } else if self.opens(at, self.singles > 0) {
            self.singles += 1;
            out.push_str(self.quotes.inner_open);
        } else if self.singles > 0 {
            self.singles -= 1;
            out.push_str(self.quotes.inner_close);
        } else {
            out.push('’');
        }
    }

    /// Whether letters were left out here: ’tis, ’em, ’n’, ’90s.
    fn is_elision(&self, at: usize) -> bool {
        let rest = &self.chars[at + 1..];
        let word: String = rest
            .iter()
            .take_while(|c| c.is_alphanumeric())
            .take(10)
            .flat_map(|c| c.to_lowercase())
            .collect();
        let next = rest.get(word.chars().count());
        if word.is_empty() || self.before(at).is_some_and(char::is_alphanumeric) {
            // The second sign of ’n’.
            let back: String = self.chars[..at].iter().rev().take(3).collect();
            return matches!(back.as_str(), "n' " | "N' " | "n’ ");
        }
        let digits = word.chars().take_while(char::is_ascii_digit).count();
        let is_year = digits == 2 && matches!(&word[2..], "" | "s" | "er");
        let is_short = word == "n" && next == Some(&'\'');
        is_year || is_short || self.elided.iter().any(|list| list.contains(&word.as_str()))
    }

    fn dash(&mut self, at: usize, out: &mut String) {
        let run = self.run(at, usize::MAX);
        let (before, after) = (self.before(at), self.chars.get(at + run).copied());
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let is_spaced =
            before.is_none_or(char::is_whitespace) && after.is_none_or(char::is_whitespace);
        self.skip = run - 1;
        match run {
            1 if before.is_none_or(|c| c == '\n') && after == Some(' ') => {
                let sign = if self.dashes.speech { '—' } else { '-' };
                out.push(sign);
            }
            1 if is_spaced && before.is_some() && after.is_some() => {
                out.push_str(self.dashes.spaced);
            }
            2 if is_digit(before) && is_digit(after) => out.push('–'),
            2 if before.is_none_or(|c| c == '\n') => out.push('—'),
            2 if is_spaced => out.push_str(self.dashes.double),
            2 => out.push_str(self.dashes.joined),
            3 => out.push('—'),
            _ => out.extend(std::iter::repeat_n('-', run)),
        }
    }

    /// A space that may not break, where French has one.
    fn french_space(&self, at: usize, out: &mut String) {
        let sign = self.after(at);
        out.push(match (self.before(at), sign) {
            (_, Some('!' | '?' | ';')) => '\u{202f}',
            (_, Some(':' | '»')) | (Some('«'), _) => '\u{a0}',
            _ => ' ',
        });
    }

    /// A sign that French parts from the word before it.
    fn french_sign(&self, at: usize, sign: char, out: &mut String) {
        let ends = self.after(at).is_none_or(|c| {
            c.is_whitespace() || matches!(c, '"' | '»' | '”' | ')' | '!' | '?' | '.' | '…')
        });
        let follows = self
            .last
            .is_some_and(|c| c.is_alphanumeric() || matches!(c, '’' | ')' | '»' | '…' | '”'));
        if ends && follows {
            out.push(if sign == ':' { '\u{a0}' } else { '\u{202f}' });
        }
        out.push(sign);
    }
}

#[cfg(test)]
mod tests;
