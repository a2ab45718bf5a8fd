//! Small tools for text: words, counting, cleaning what other people typed.

pub(crate) use text::prose::lower_words;

/// Words in a text, as a reader counts them.
pub(crate) fn count(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
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
pub(crate) fn content(text: &str) -> Vec<String> {
    lower_words(text)
        .into_iter()
        .filter(|word| word.chars().count() >= 5 && !EMPTY.contains(&word.as_str()))
        .collect()
}

/// What other people typed, made fit to stand in prose: no markup, no braces, single spaces,
/// curly quotes, at most `most` words.
pub(crate) fn clean(text: &str, most: usize) -> String {
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
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// "a" or "an" before this word.
pub(crate) fn article(word: &str) -> &'static str {
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
pub(crate) fn mentions(text: &str, stem: &str) -> bool {
    lower_words(text).iter().any(|word| {
        word.starts_with(stem)
            && word.chars().count() <= stem.chars().count() + if stem.len() > 3 { 3 } else { 1 }
    })
}
