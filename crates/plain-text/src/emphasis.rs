//! Emphasis within a paragraph: `*so*`, `_so_`, `**strong**` and `***both***`. Pages and exports read it here.
//!
//! A sign without its match stays as a character. What stands beside a sign decides little, so that it works in
//! scripts without spaces between words: `**「夜」**と` is strong.

/// A piece of a paragraph in one style. What a style is written with is in no piece.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EmphasisSpan<'text> {
    /// The text, a part of the paragraph.
    pub text: &'text str,
    /// Whether it is emphasised, `*so*` or `_so_`.
    pub emphasis: bool,
    /// Whether it is strong, `**so**`.
    pub strong: bool,
}

/// A piece of a paragraph while signs look for their match.
enum Piece<'text> {
    Text(&'text str),
    Signs(Signs<'text>),
}

/// A run of one sign.
struct Signs<'text> {
    /// All of it.
    text: &'text str,
    sign: char,
    /// How many have no match: they are printed.
    left: usize,
    closes: Styles,
    opens: Styles,
}

/// How many of each style begin or end here.
#[derive(Default)]
struct Styles {
    emphasis: usize,
    strong: usize,
}

impl Styles {
    fn add(&mut self, signs: usize) {
        match signs {
            1 => self.emphasis += 1,
            _ => self.strong += 1,
        }
    }

    /// With how many signs they are written.
    const fn signs(&self) -> usize {
        self.emphasis + 2 * self.strong
    }
}

/// Reads a paragraph; takes time in proportion to its length.
pub fn emphasis(paragraph: &str) -> Vec<EmphasisSpan<'_>> {
    let mut pieces = Vec::new();
    // Runs that could open something, by their place in `pieces`.
    let mut open: Vec<usize> = Vec::new();
    let mut rest = paragraph;
    while let Some(at) = rest.find(['*', '_']) {
        let before = paragraph[..paragraph.len() - rest.len() + at]
            .chars()
            .next_back();
        if at > 0 {
            pieces.push(Piece::Text(&rest[..at]));
        }
        rest = &rest[at..];
        let sign = if rest.starts_with('*') { '*' } else { '_' };
        let after_signs = rest.trim_start_matches(sign);
        let count = rest.len() - after_signs.len();
        rest = after_signs;
        let (opens, closes) = sides(sign, before, rest.chars().next());
        let mut signs = Signs {
            text: &paragraph[paragraph.len() - rest.len() - count..paragraph.len() - rest.len()],
            sign,
            left: count,
            closes: Styles::default(),
            opens: Styles::default(),
        };
        if closes {
            close(&mut signs, &mut open, &mut pieces);
        }
        // Four signs or more in a row are an ornament, unless some of them end what is open: `*a****b***`.
        let is_ornament = count > 3 && signs.left == count || signs.left > 3;
        if opens && !is_ornament && signs.left > 0 {
            open.push(pieces.len());
        }
        pieces.push(Piece::Signs(signs));
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    styled(paragraph, &pieces)
}

/// Whether a run of signs can open something, and whether it can close something.
fn sides(sign: char, before: Option<char>, after: Option<char>) -> (bool, bool) {
    let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    // 5*3 is a product, and snake_case one word.
    let is_within = match sign {
        '_' => {
            let is_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            is_word(before) && is_word(after)
        }
        _ => is_digit(before) && is_digit(after),
    };
    (
        !is_space(after) && !is_within,
        !is_space(before) && !is_within,
    )
}

/// Matches a run of signs with those before it that are open.
fn close(signs: &mut Signs<'_>, open: &mut Vec<usize>, pieces: &mut [Piece<'_>]) {
    let has_sign = |pieces: &[Piece<'_>], place: usize, sign: char| matches!(&pieces[place], Piece::Signs(other) if other.sign == sign);
    while signs.left > 0 {
        // Not looked for deeper than anybody nests; so a text of nothing but signs takes no longer.
        let from = open.len().saturating_sub(8);
        let found = open[from..]
            .iter()
            .rposition(|place| has_sign(pieces, *place, signs.sign));
        let Some(depth) = found.map(|at| from + at) else {
            return;
        };
        let place = open[depth];
        let Piece::Signs(opener) = &mut pieces[place] else {
            return;
        };
        let matched = if opener.left >= 2 && signs.left >= 2 {
            2
        } else {
            1
        };
        opener.left -= matched;
        opener.opens.add(matched);
        signs.left -= matched;
        signs.closes.add(matched);
        let is_used = opener.left == 0;
        open.truncate(if is_used { depth } else { depth + 1 });
    }
}

/// The text with its styles; neighbours of one style are one span, unless a sign was between them.
fn styled<'text>(paragraph: &'text str, pieces: &[Piece<'text>]) -> Vec<EmphasisSpan<'text>> {
    let mut spans: Vec<EmphasisSpan<'text>> = Vec::new();
    let (mut emphasis, mut strong) = (0_usize, 0_usize);
    let mut end = 0;
    let mut push = |at: usize, text: &'text str, emphasis: usize, strong: usize| {
        let (emphasis, strong) = (emphasis > 0, strong > 0);
        match spans.last_mut() {
            _ if text.is_empty() => return,
            Some(last) if at == end && last.emphasis == emphasis && last.strong == strong => {
                last.text = &paragraph[at - last.text.len()..at + text.len()];
            }
            _ => spans.push(EmphasisSpan {
                text,
                emphasis,
                strong,
            }),
        }
        end = at + text.len();
    };
    let mut at = 0;
    for piece in pieces {
        match piece {
            Piece::Text(text) => {
                push(at, text, emphasis, strong);
                at += text.len();
            }
            Piece::Signs(signs) => {
                let closing = signs.closes.signs();
                emphasis = emphasis.saturating_sub(signs.closes.emphasis);
                strong = strong.saturating_sub(signs.closes.strong);
                let left = &signs.text[closing..closing + signs.left];
                push(at + closing, left, emphasis, strong);
                emphasis += signs.opens.emphasis;
                strong += signs.opens.strong;
                at += signs.text.len();
            }
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Emphasis as `<e>`, strong as `<s>`, both as `<b>`.
    fn shown(text: &str) -> String {
        let shown = |span: &EmphasisSpan<'_>| match (span.emphasis, span.strong) {
            (false, false) => span.text.to_owned(),
            (true, false) => format!("<e>{}</e>", span.text),
            (false, true) => format!("<s>{}</s>", span.text),
            (true, true) => format!("<b>{}</b>", span.text),
        };
        emphasis(text).iter().map(shown).collect()
    }

    #[test]
    fn signs_in_pairs_are_emphasis() {
        for (text, read) in [
            ("It *is* so.", "It <e>is</e> so."),
            ("It _is_ so.", "It <e>is</e> so."),
            ("**Loud** and __clear__", "<s>Loud</s> and <s>clear</s>"),
            ("***Both.***", "<b>Both.</b>"),
            ("*a **b** c*", "<e>a </e><b>b</b><e> c</e>"),
            ("**a *b* c**", "<s>a </s><b>b</b><s> c</s>"),
            ("**a *b***", "<s>a </s><b>b</b>"),
            ("un*believ*able", "un<e>believ</e>able"),
            ("**「夜」**と", "<s>「夜」</s>と"),
            ("彼は*夜*と", "彼は<e>夜</e>と"),
            ("彼は_夜_と", "彼は<e>夜</e>と"),
            ("“*No*,” *she* said.", "“<e>No</e>,” <e>she</e> said."),
            ("*one\ntwo*", "<e>one\ntwo</e>"),
            ("_*mixed*_", "<e>mixed</e>"),
            ("*a* *b*", "<e>a</e> <e>b</e>"),
            ("**a****b**", "<s>a</s><s>b</s>"),
            ("*a****b***", "<e>a</e><b>b</b>"),
            (
                "It read: *took the boat*. *So.*",
                "It read: <e>took the boat</e>. <e>So.</e>",
            ),
            ("a * b *c* d", "a * b <e>c</e> d"),
            ("**Loud**", "<s>Loud</s>"),
        ] {
            assert_eq!(shown(text), read, "{text}");
        }
    }

    #[test]
    fn a_sign_without_its_match_is_a_character() {
        for text in [
            "2 * 3 * 4",
            "**",
            "* * *",
            "*",
            "no stars",
            "5*3*2",
            "snake_case_name",
            "a*",
            "*open",
            "** **",
            "_ _",
            "a *b",
            "*****",
            "____x____",
            "f***",
            "*a_",
        ] {
            assert_eq!(shown(text), text);
        }
        assert_eq!(shown("**bold*"), "*<e>bold</e>");
        assert_eq!(shown("*a _b* c"), "<e>a _b</e> c");
        assert!(emphasis("").is_empty());
    }

    #[test]
    fn a_long_line_of_signs_takes_no_time() {
        for part in ["*a", "*a _b ", "a* ", "**a_", "* ", "_*"] {
            let line = part.repeat(100_000 / part.len());
            let read: usize = emphasis(&line).iter().map(|span| span.text.len()).sum();
            assert!(read <= line.len(), "{part}");
        }
    }
}
