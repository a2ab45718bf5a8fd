//! Small pure rules about prose.

mod emphasis;
mod field;
mod normalized;

pub use emphasis::{EmphasisSpan, emphasis};
pub use field::{field, fields, line};
pub use normalized::normalized;

/// Words as a person counts them: runs of letters and digits; "don't" is one. Chinese and Japanese have no spaces
/// between theirs: there each character is one, as word processors count.
pub fn count_words(text: &str) -> u64 {
    let words = text.split_whitespace().map(|run| {
        let characters = match run.is_ascii() {
            true => 0,
            false => run.chars().filter(|&c| is_word_alone(c)).count() as u64,
        };
        match characters {
            0 => u64::from(run.chars().any(char::is_alphanumeric)),
            many => many,
        }
    });
    words.sum()
}

/// Han and kana.
const fn is_word_alone(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// 1214 as "1,214".
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A passage in quotation marks, which are there once: “…” around all of it, ‘…’ within it.
pub fn quoted(passage: &str) -> String {
    format!("“{}”", within_quotes(passage))
}

/// A passage that something else puts quotation marks around: without those it has around itself, and with single
/// ones for those within it.
pub fn within_quotes(passage: &str) -> String {
    let is_double = |c: char| matches!(c, '“' | '”' | '„' | '‟' | '"');
    let trimmed = passage.trim();
    let inner = trimmed
        .strip_prefix(is_double)
        .and_then(|rest| rest.strip_suffix(is_double))
        .filter(|inner| !inner.contains(is_double));
    // „German“ closes with the mark that “English” opens with.
    let low = trimmed.contains('„');
    let mut open = false;
    let single = |c: char| match c {
        '„' | '‟' => '‘',
        '“' if low => '’',
        '“' => '‘',
        '”' => '’',
        '"' => {
            open = !open;
            if open { '‘' } else { '’' }
        }
        other => other,
    };
    inner.unwrap_or(trimmed).chars().map(single).collect()
}

/// The text up to the end of its last whole paragraph, and the rest.
///
/// Models that can't go on in mid-sentence resume from there.
pub fn last_whole_paragraph(text: &str) -> (&str, &str) {
    text.rfind("\n\n")
        .map_or(("", text), |at| text.split_at(at + 2))
}

/// The paragraphs of a text: blocks divided by blank lines, trimmed, none empty.
pub fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n")
        .map(str::trim)
        .filter(|paragraph| !paragraph.is_empty())
}

/// The text cut after the blank lines between its paragraphs, nothing left out: all chunks, one after the
/// other, are the text again. A chunk holds one paragraph; a text without a word has none.
pub fn chunks(text: &str) -> Vec<&str> {
    let mut starts = Vec::new();
    let (mut start, mut from) = (0, 0);
    while let Some(at) = text[from..].find("\n\n").map(|at| from + at) {
        let blank = text[at..].trim_start_matches('\n');
        from = text.len() - blank.len();
        // Blank lines before the first paragraph belong to it.
        if !text[start..at].trim().is_empty() {
            starts.push(start);
            start = from;
        }
    }
    if !text[start..].trim().is_empty() {
        starts.push(start);
    }
    // Blank space after the last paragraph belongs to that one.
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let starts = starts.iter().copied();
    starts
        .zip(ends)
        .map(|(start, end)| &text[start..end])
        .collect()
}

/// How much of a chapter's end the writer of the next one is shown, in bytes.
const ENDING_BYTES: usize = 2_400;

/// The last whole paragraphs of a text: what the next chapter goes on from.
pub fn ending(text: &str) -> String {
    let mut all: Vec<&str> = paragraphs(text).collect();
    let mut size = 0;
    let keep = all
        .iter()
        .rev()
        .take_while(|paragraph| {
            size += paragraph.len();
            size <= ENDING_BYTES
        })
        .count()
        .max(1);
    let from = all.len().saturating_sub(keep);
    all.split_off(from).join("\n\n")
}

/// The first sentences of a text, as many as are needed to say something.
pub fn beginning(text: &str) -> String {
    const ENOUGH: usize = 200;
    let text: Vec<&str> = text.split_whitespace().collect();
    let mut said = String::new();
    for word in text {
        if !said.is_empty() {
            said.push(' ');
        }
        said.push_str(word);
        let ends = word
            .trim_end_matches(['”', '"', '’'])
            .ends_with(['.', '!', '?', '…']);
        if (ends && said.len() >= ENOUGH) || said.len() >= 2 * ENOUGH {
            break;
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(thousands(1_214), "1,214");
        assert_eq!(thousands(12), "12");
        assert_eq!(thousands(1_000_000), "1,000,000");
    }

    #[test]
    fn counts_words_as_a_person_does() {
        assert_eq!(count_words("“Don’t,” she said — twice."), 4);
        assert_eq!(count_words("  \n\n "), 0);
        assert_eq!(count_words("Zoë wrote: 海は静かだった。"), 2 + 7);
        assert_eq!(count_words("바다는 조용했다."), 2);
    }

    #[test]
    fn quotes_are_quoted_once() {
        assert_eq!(quoted("took the boat"), "“took the boat”");
        assert_eq!(quoted(" “Go.” "), "“Go.”");
        assert_eq!(quoted("\"Go.\""), "“Go.”");
        assert_eq!(quoted("„Geh.“"), "“Geh.”");
        assert_eq!(
            quoted("“Go,” she said. \"Now.\""),
            "“‘Go,’ she said. ‘Now.’”"
        );
        assert_eq!(quoted("„Geh“, sagte sie."), "“‘Geh’, sagte sie.”");
        assert_eq!(within_quotes("It’s “so”"), "It’s ‘so’");
        assert_eq!(quoted("\""), "“‘”");
        assert_eq!(quoted(""), "“”");
    }

    #[test]
    fn chunks_hold_a_paragraph_each_and_together_the_text() {
        let whole = |text: &str| chunks(text).concat();
        let text = "\n\nOne.\nStill one.\n\n\n  Two.\n\n \n\nThree. \n";
        assert_eq!(
            chunks(text),
            ["\n\nOne.\nStill one.\n\n\n", "  Two.\n\n", " \n\nThree. \n"]
        );
        assert_eq!(whole(text), text);
        assert_eq!(chunks("One.\n\n"), ["One.\n\n"]);
        assert_eq!(chunks("One.\n\nTwo.\n\n \n"), ["One.\n\n", "Two.\n\n \n"]);
        assert!(chunks(" \n\n\n").is_empty() && chunks("").is_empty());
        let paragraphs: Vec<_> = chunks(text).into_iter().map(str::trim).collect();
        assert!(paragraphs.into_iter().eq(super::paragraphs(text)));
    }

    #[test]
    fn splits_after_the_last_whole_paragraph() {
        assert_eq!(
            last_whole_paragraph("One.\n\nTwo is not"),
            ("One.\n\n", "Two is not")
        );
        assert_eq!(last_whole_paragraph("Only this"), ("", "Only this"));
    }
}
