//! Sentences and words of a text: what the built-in writer and the checks both read with.

/// Words that end in a full stop and yet end no sentence.
const SHORT: &[&str] = &[
    "Mr", "Mrs", "Ms", "Dr", "St", "Prof", "Capt", "Sgt", "Lt", "Col", "Gen",
];

/// Whether a text ends in a word that is written with a full stop.
fn shortened(before: &str) -> bool {
    let word = before
        .rsplit(|letter: char| !letter.is_alphanumeric())
        .next()
        .unwrap_or_default();
    SHORT.contains(&word)
}

/// The sentences of a text, in order, as byte ranges: a mark of ending, closing quotes with it,
/// then space and something that can open a sentence. Paragraphs always end one.
pub fn sentence_ranges(text: &str) -> Vec<(usize, usize)> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut ranges = Vec::new();
    let mut start: Option<usize> = None;
    let mut at = 0;
    while at < chars.len() {
        let (offset, letter) = chars[at];
        if start.is_none() && !letter.is_whitespace() {
            start = Some(offset);
        }
        if letter == '\n' {
            close(text, &mut start, offset, &mut ranges);
        } else if matches!(letter, '.' | '!' | '?' | '…') {
            let mut end = at + 1;
            while end < chars.len()
                && matches!(chars[end].1, '.' | '!' | '?' | '…' | '”' | '’' | '"')
            {
                end += 1;
            }
            let next = chars[end.min(chars.len())..]
                .iter()
                .map(|(_, next)| *next)
                .find(|next| !next.is_whitespace());
            let spaced = chars.get(end).is_none_or(|(_, next)| next.is_whitespace());
            let opens = next.is_none_or(|next| !next.is_lowercase());
            if spaced && opens && !(letter == '.' && shortened(&text[..offset])) {
                let stop = chars.get(end).map_or(text.len(), |(offset, _)| *offset);
                close(text, &mut start, stop, &mut ranges);
            }
            at = end;
            continue;
        }
        at += 1;
    }
    close(text, &mut start, text.len(), &mut ranges);
    ranges
}

/// Ends the sentence that is open, if one is.
fn close(text: &str, start: &mut Option<usize>, end: usize, ranges: &mut Vec<(usize, usize)>) {
    if let Some(begin) = start.take() {
        let end = begin + text[begin..end].trim_end().len();
        if end > begin {
            ranges.push((begin, end));
        }
    }
}

/// The sentences themselves.
pub fn sentences(text: &str) -> Vec<&str> {
    sentence_ranges(text)
        .into_iter()
        .map(|(start, end)| &text[start..end])
        .collect()
}

/// A sentence without case, punctuation and spacing, for comparing.
pub fn normal(sentence: &str) -> String {
    let mut out = String::with_capacity(sentence.len());
    for letter in sentence.chars() {
        if letter.is_alphanumeric() {
            out.extend(letter.to_lowercase());
        } else if letter.is_whitespace() && !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.trim_end().to_owned()
}

/// A letter without regard to its form: typographic quotes and dashes are plain ones, all white space is a space.
pub fn folded(c: char) -> char {
    match c {
        '“' | '”' | '„' | '«' | '»' | '‟' | '″' => '"',
        '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' => '\'',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// Whether a text ends like a sentence, whatever quotes, brackets and emphasis close after it.
pub fn ends_like_a_sentence(text: &str) -> bool {
    const CLOSING: [char; 14] = [
        '"', '\'', '”', '’', '“', '»', '«', '」', '』', ')', ']', '*', '_', '）',
    ];
    const ENDS: [char; 12] = [
        '.', '!', '?', '…', '—', '–', ':', '。', '！', '？', '।', '؟',
    ];
    text.trim_end().trim_end_matches(CLOSING).ends_with(ENDS)
}

/// The words of a text in lower case, apostrophes gone.
pub fn lower_words(text: &str) -> Vec<String> {
    text.split(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '’' | '\'')))
        .map(|word| {
            let word = word.to_lowercase();
            let word = word.trim_matches(['’', '\'']);
            word.trim_end_matches("’s")
                .trim_end_matches("'s")
                .to_owned()
        })
        .filter(|word| !word.is_empty())
        .collect()
}

/// Whether a quote stands in a text; nobody minds the form of its quotation marks or its white space. An
/// empty one stands everywhere.
pub fn occurs_in(quote: &str, text: &str) -> bool {
    let plain = |text: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        words
            .join(" ")
            .replace(['“', '”', '„', '«', '»'], "\"")
            .replace(['‘', '’'], "'")
    };
    let quote = plain(quote);
    quote.is_empty() || plain(text).contains(&quote)
}

/// The number a word or numeral stands for.
pub fn number(word: &str) -> Option<u32> {
    const SMALL: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = [
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ];
    // Most words begin with another letter than any number does.
    if !word.starts_with(|first: char| "zotfsen".contains(first) || first.is_ascii_digit()) {
        return None;
    }
    let at = |list: &[&str]| list.iter().position(|name| *name == word);
    at(&SMALL)
        .map(|value| value as u32)
        .or_else(|| at(&TENS).map(|tens| (tens as u32 + 2) * 10))
        .or_else(|| (word.len() <= 6).then(|| word.parse().ok()).flatten())
}

/// What parts a word that follows a half sentence from the word before: a space, but nothing in a language without
/// spaces or where white space is there already.
pub fn gap_after(text: &str) -> &'static str {
    let last = text.chars().next_back();
    // Kana, CJK ideographs and what is printed beside them.
    let has_no_spaces = |c: char| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}');
    match last {
        Some(last) if !last.is_whitespace() && !has_no_spaces(last) => " ",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_ends_no_sentence_and_a_closing_quote_belongs_to_it() {
        assert_eq!(
            sentences("Mr. Hale came in. “Sit!” he said. “Where?”\n\nNowhere."),
            [
                "Mr. Hale came in.",
                "“Sit!” he said.",
                "“Where?”",
                "Nowhere."
            ]
        );
    }

    #[test]
    fn a_text_ends_after_a_sentence_and_not_within_one() {
        for end in [
            "It rained.",
            "“Who’s there?”\n",
            "*Never again!*",
            "She said —",
            "「行こう。」",
        ] {
            assert!(ends_like_a_sentence(end), "{end}");
        }
        for middle in ["with the letter st", "She rowed,", "", "“Come with"] {
            assert!(!ends_like_a_sentence(middle), "{middle}");
        }
    }

    #[test]
    fn words_are_compared_without_case_and_possession() {
        assert_eq!(
            lower_words("Mara’s “boat”, 3 oars"),
            ["mara", "boat", "3", "oars"]
        );
        assert_eq!(normal("“No,” he said."), normal("No, he SAID"));
    }

    #[test]
    fn a_word_is_parted_from_the_word_before() {
        assert_eq!(gap_after("She opened the"), " ");
        assert_eq!(gap_after("She opened the "), "");
        assert_eq!(gap_after("彼女は窓を"), "");
        assert_eq!(gap_after("그녀는 창문을"), " ");
        assert_eq!(gap_after(""), "");
    }
}
