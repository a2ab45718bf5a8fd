//! The form that every chapter's text is kept in.

/// Lines that are so long on average, in characters, are paragraphs and no verse.
const LONG_LINE: usize = 80;

/// A text in the form in which chapters are kept, whoever wrote it: a model, or a person who typed or pasted it.
///
/// The rule:
/// - Lines end with `\n`: so do those that ended with `\r\n`, `\r`, a next-line or line-separator character or a
///   vertical tab. A paragraph separator or a form feed ends a paragraph.
/// - Paragraphs are divided by one empty line: white space at the end of a line goes, and so do further empty lines.
///   A text without an empty line whose lines are long and all end like sentences has a paragraph in each line.
/// - Control characters go, but for the tab; so do the byte order mark, soft hyphens, zero-width spaces and
///   characters that Unicode reserves.
/// - A joiner stays where letters of its script or emoji stand on both sides. Marks of direction stay where a text has
///   letters that run from right to left.
/// - A space that does not break stays where it belongs: between figures, and beside `« » ! ? ; : %` and dashes. Any
///   other is a plain space, as all other spaces of Unicode are but those of full width.
///
/// Nothing that can be seen is lost, and a text in this form stays as it is.
pub fn normalized(text: &str) -> String {
    let mut kept = once(text);
    // What is removed may have stood between two others: each round removes or replaces some, so there is a last.
    loop {
        let again = once(&kept);
        if again == kept {
            return kept;
        }
        kept = again;
    }
}

fn once(text: &str) -> String {
    let lines = with_plain_characters(text);
    let mut out = String::with_capacity(lines.len());
    let mut empty = 0;
    let mut all = lines.split('\n').peekable();
    while let Some(line) = all.next() {
        // White space at the very end may be what somebody is about to write behind.
        let line = match all.peek() {
            Some(_) => line.trim_end(),
            None if line.trim().is_empty() => "",
            None => line,
        };
        let is_last = all.peek().is_none();
        if line.is_empty() && !is_last {
            empty += 1;
            if empty > 1 {
                continue;
            }
        } else {
            // After an empty line that ends the text, nothing is added.
            empty = 0;
        }
        out.push_str(line);
        if !is_last {
            out.push('\n');
        }
    }
    match has_a_paragraph_in_each_line(&out) {
        true => out.replace('\n', "\n\n"),
        false => out,
    }
}

/// Replaces and removes characters, each by what stands beside it.
fn with_plain_characters(text: &str) -> String {
    let runs_left = text.chars().any(runs_from_right);
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let before = out.chars().next_back();
        let next = rest.peek().copied();
        match c {
            '\r' if next == Some('\n') => {}
            '\r' | '\u{85}' | '\u{2028}' | '\u{b}' => out.push('\n'),
            '\u{2029}' | '\u{c}' => out.push_str("\n\n"),
            '\n' | '\t' => out.push(c),
            '\u{200c}' | '\u{200d}' => {
                if before.is_some_and(joins) && next.is_some_and(joins) {
                    out.push(c);
                }
            }
            '\u{200e}'
            | '\u{200f}'
            | '\u{61c}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' => {
                if runs_left {
                    out.push(c);
                }
            }
            '\u{ad}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{180e}' => {}
            '\u{a0}' | '\u{202f}' | '\u{2007}' => {
                let stays = before.is_some_and(|before| holds(before, next));
                out.push(if stays { c } else { ' ' });
            }
            '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{205f}' => {
                out.push(' ');
            }
            c if c.is_control() || is_reserved(c) => {}
            c => out.push(c),
        }
    }
    out
}

/// Whether a space between these two is not to be broken.
fn holds(before: char, next: Option<char>) -> bool {
    let Some(next) = next else {
        return false;
    };
    let to_the_right = matches!(
        next,
        '»' | '!' | '?' | ';' | ':' | '%' | '–' | '—' | '€' | '…'
    );
    let between_figures = before.is_ascii_digit() && next.is_ascii_digit();
    !before.is_whitespace() && (before == '«' || to_the_right || between_figures)
}

/// Whether a joiner has a meaning beside this character.
fn joins(c: char) -> bool {
    let is_mark = matches!(
        c,
        '\u{2000}'..='\u{206f}' | '\u{feff}' | '\u{180e}' | '\u{61c}'
    );
    u32::from(c) > 0x24f && !is_mark && !c.is_whitespace() && !is_reserved(c)
}

const fn runs_from_right(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdfd}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

const fn is_reserved(c: char) -> bool {
    let code = c as u32;
    code & 0xfffe == 0xfffe || matches!(code, 0xfdd0..=0xfdef)
}

/// Whether lines stand for paragraphs: they are long sentences, and no empty line divides any.
fn has_a_paragraph_in_each_line(text: &str) -> bool {
    let text = text.trim_matches('\n');
    let mut lines = text.split('\n');
    let count = text.split('\n').count();
    let ends = |line: &str| {
        let line = line.trim_end_matches(['"', '\'', '”', '’', '“', '»', '«', '」', ')', '*', '_']);
        line.ends_with(['.', '!', '?', '…', '—', '–', ':', ',', '。', '！', '？'])
    };
    count > 1
        && text.chars().count() >= LONG_LINE * count
        && lines.all(|line| !line.is_empty() && ends(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_of_the_rule_is_kept() {
        for (text, kept) in [
            ("One.\r\n\r\nTwo.\rThree.", "One.\n\nTwo.\nThree."),
            (
                "One.\u{2029}Two.\u{2028}Three.\u{85}Four.\u{c}Five.",
                "One.\n\nTwo.\nThree.\nFour.\n\nFive.",
            ),
            ("One.  \n \t \n\n\n\nTwo. ", "One.\n\nTwo. "),
            (
                "\u{feff}It\u{0} \u{7}ra\u{ad}ins\u{200b}.\u{9f}\t\u{fffe}",
                "It rains.\t",
            ),
            ("It\u{a0}rains,\u{202f}she said.", "It rains, she said."),
            (
                "Il pleut\u{202f}! «\u{a0}Oui\u{a0}» 10\u{a0}000",
                "Il pleut\u{202f}! «\u{a0}Oui\u{a0}» 10\u{a0}000",
            ),
            (
                "a\u{200d}b 👩\u{200d}🚀 می\u{200c}خواهم",
                "ab 👩\u{200d}🚀 می\u{200c}خواهم",
            ),
            ("left\u{200f}", "left"),
            ("\u{200f}שלום", "\u{200f}שלום"),
            (
                "thin\u{2009}space, 全\u{3000}角",
                "thin space, 全\u{3000}角",
            ),
            (
                "Rose leaf\nfalls here\n\nOn stone",
                "Rose leaf\nfalls here\n\nOn stone",
            ),
            ("Rose leaf\nfalls here.", "Rose leaf\nfalls here."),
            ("", ""),
            ("\n", "\n"),
            ("One.\n\n", "One.\n\n"),
            ("One.\n\n\n\n", "One.\n\n"),
            ("lone \u{fffd} stays", "lone \u{fffd} stays"),
        ] {
            assert_eq!(normalized(text), kept, "{text:?}");
        }
        let long = "She rowed past the mole and the light and did not look back at the town she was born in.";
        let lines = format!("{long}\n“{long}”\n{long}\n");
        assert_eq!(
            normalized(&lines),
            format!("{long}\n\n“{long}”\n\n{long}\n\n")
        );
    }

    #[test]
    fn a_text_in_this_form_stays_and_nothing_that_is_seen_is_lost() {
        // Every sequence of four of these characters.
        let odd = [
            'a', '“', '.', ' ', '\n', '\r', '\u{a0}', '\u{200d}', '👩', '\u{ad}', 'ש', '\u{200f}',
            '«', '1', '\u{2029}',
        ];
        let count = odd.len();
        for at in 0..count.pow(4) {
            let text: String = (0..4)
                .map(|place| odd[at / count.pow(place) % count])
                .collect();
            let once = normalized(&text);
            assert_eq!(normalized(&once), once, "{text:?}");
            let seen = |text: &str| {
                let seen = |c: &char| "a“.👩ש«1".contains(*c);
                text.chars().filter(seen).collect::<String>()
            };
            assert_eq!(seen(&once), seen(&text), "{text:?}");
        }
    }
}
