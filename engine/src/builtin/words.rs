//! Small tools for text: sentences, words, counting, cleaning what other people typed.

/// Words in a text, as a reader counts them.
pub fn count(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
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
            if spaced && opens {
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

/// Words that say nothing about what a sentence is about.
const EMPTY: &[&str] = &[
    "about",
    "after",
    "again",
    "against",
    "almost",
    "along",
    "already",
    "another",
    "anything",
    "because",
    "before",
    "being",
    "between",
    "cannot",
    "could",
    "every",
    "everything",
    "first",
    "from",
    "have",
    "into",
    "never",
    "nobody",
    "nothing",
    "other",
    "rather",
    "should",
    "since",
    "someone",
    "something",
    "still",
    "their",
    "them",
    "there",
    "these",
    "they",
    "thing",
    "things",
    "those",
    "though",
    "through",
    "under",
    "until",
    "what",
    "when",
    "where",
    "which",
    "while",
    "whose",
    "with",
    "without",
    "would",
];

/// The words a beat is about: at least five letters and not empty talk.
pub fn content(text: &str) -> Vec<String> {
    lower_words(text)
        .into_iter()
        .filter(|word| word.chars().count() >= 5 && !EMPTY.contains(&word.as_str()))
        .collect()
}

/// What other people typed, made fit to stand in prose: no markup, no braces, single spaces,
/// curly quotes, at most `most` words.
pub fn clean(text: &str, most: usize) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut tag = false;
    for letter in text.chars() {
        match letter {
            // A tag holds no sentence; a lone "<" does not swallow the rest.
            '<' if text.contains('>') => tag = true,
            '>' if tag => {
                tag = false;
                plain.push(' ');
            }
            _ if tag => {}
            '\'' => plain.push('’'),
            letter if letter.is_alphanumeric() => plain.push(letter),
            ' ' | '.' | ',' | ';' | ':' | '!' | '?' | '-' | '–' | '—' | '’' | '&' | '%' => {
                plain.push(letter);
            }
            _ => plain.push(' '),
        }
    }
    let words: Vec<&str> = plain
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        // Marks of unfinished work are no part of a sentence.
        .filter(|word| !matches!(*word, "TODO" | "TBD" | "FIXME" | "XXX"))
        .take(most)
        .collect();
    words
        .join(" ")
        .trim_matches(|letter: char| !(letter.is_alphanumeric()))
        .to_owned()
}

/// With a capital first letter.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// "a" or "an" before this word.
pub fn article(word: &str) -> &'static str {
    let word = word.to_lowercase();
    let silent = ["hour", "honest", "heir", "honour", "honor"];
    let hard = ["uni", "use", "usu", "eu", "one", "ute", "ura"];
    if silent.iter().any(|start| word.starts_with(start)) {
        "an"
    } else if hard.iter().any(|start| word.starts_with(start)) {
        "a"
    } else if word.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    }
}

/// Whether a whole word of the text starts with this one, so that "storm" finds "storms".
pub fn mentions(text: &str, stem: &str) -> bool {
    lower_words(text).iter().any(|word| {
        word.starts_with(stem)
            && word.chars().count() <= stem.chars().count() + if stem.len() > 3 { 3 } else { 1 }
    })
}
