//! Lines without their form.

/// A line without case, marks and the form of its apostrophes.
pub(super) fn plain(line: &str) -> String {
    let marks = |c: char| !c.is_alphanumeric();
    let line = line.trim_matches(marks).to_lowercase();
    line.replace('’', "'")
}

/// Whether a line divides, and says nothing.
pub(super) fn is_rule(line: &str) -> bool {
    let line: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    line.len() >= 3
        && line
            .chars()
            .all(|c| matches!(c, '-' | '*' | '_' | '=' | '~' | '#' | '⁂'))
}

/// Whether a text begins with this word.
pub(super) fn starts_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word)
        .is_some_and(|rest| !word.is_ascii() || !rest.starts_with(char::is_alphanumeric))
}

/// Whether a text has this word, in the singular or the plural.
pub(super) fn has_word(text: &str, word: &str) -> bool {
    match word
        .chars()
        .all(|c| c.is_ascii() || c.is_alphabetic() && (c as u32) < 0x500)
    {
        true => text
            .split(|c: char| !c.is_alphanumeric())
            .any(|part| part.trim_end_matches('s') == word.trim_end_matches('s')),
        false => text.contains(word),
    }
}
