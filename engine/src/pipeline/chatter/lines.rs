//! Lines that are no part of a story, each known by more than one sign.

use super::words::{ANNOUNCED, ENDS, OFFERED, OFFERS, POLITE, WORK};

/// A line without case, marks and the form of its apostrophes.
pub(super) fn plain(line: &str) -> String {
    let marks = |c: char| !c.is_alphanumeric();
    let line = line.trim_matches(marks).to_lowercase();
    line.replace('’', "'")
}

/// Whether somebody announces a scene: as an assistant does, of the work, with a colon; or in two of these ways, where
/// no people in a story do.
pub(super) fn is_preamble(line: &str) -> bool {
    let line = line.trim();
    if line.chars().count() > 300 || line.starts_with(['“', '"', '«', '„', '「', '—', '–'])
    {
        return false;
    }
    let plain = plain(line);
    let polite = POLITE.iter().find(|word| starts_with_word(&plain, word));
    let rest = polite.map_or(plain.as_str(), |word| {
        plain[word.len()..].trim_start_matches(|c: char| !c.is_alphanumeric())
    });
    let announced = ANNOUNCED.iter().any(|words| rest.starts_with(words));
    let of_work = WORK.iter().any(|word| has_word(rest, word));
    let has_colon = line.trim_end_matches(['*', '_']).ends_with([':', '：']);
    match (polite.is_some(), announced) {
        (true, true) => of_work || has_colon,
        (true, false) => of_work && has_colon,
        // "Here is the story of my life:" may be the story.
        (false, true) => has_colon && of_work && !has_word(rest, "my") && !has_word(rest, "our"),
        (false, false) => false,
    }
}

/// Whether a line is a heading or a label, and no sentence.
pub(super) fn is_heading(line: &str, title: &str) -> bool {
    let line = line.trim();
    let hashes = line.len() - line.trim_start_matches('#').len();
    if (1..=6).contains(&hashes) && line[hashes..].starts_with(' ') {
        return true;
    }
    let is_bold = line.len() > 4 && line.starts_with("**") && line.ends_with("**");
    let is_boxed = line.starts_with('[') && line.ends_with(']');
    let bare = line.trim_matches(['*', '_', '[', ']', ' ']);
    let is_short = bare.chars().count() < 80;
    let is_sentence = bare.ends_with(['.', '”', '"', '?', '!', '…']);
    let is_title = !title.is_empty() && plain(line) == plain(title);
    let is_label = is_short && !is_sentence && is_labelled(bare);
    let named = ["title:", "scene:", "chapter:", "setting:", "pov:", "titel:"];
    let is_field = is_short
        && named
            .iter()
            .any(|name| bare.to_lowercase().starts_with(name));
    is_label || ((is_bold || is_boxed || is_short) && (is_field || is_title && !is_sentence))
}

/// "Scene 4: The quay", "chapter two", "第一章".
fn is_labelled(line: &str) -> bool {
    let lower = line.to_lowercase();
    let words = [
        "chapter ",
        "scene ",
        "kapitel ",
        "szene ",
        "chapitre ",
        "scène ",
        "capítulo ",
        "escena ",
        "capitolo ",
        "scena ",
        "hoofdstuk ",
        "prologue",
        "epilogue",
    ];
    let asian = lower.starts_with('第') && lower.contains(['章', '场', '幕', '話']);
    let named = words.iter().any(|word| {
        let Some(rest) = lower.strip_prefix(word) else {
            return false;
        };
        if !word.ends_with(' ') {
            return rest.is_empty() || rest.starts_with([':', ' ']);
        }
        let end = rest
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(rest.len());
        let (number, rest) = rest.split_at(end);
        let ends = rest.is_empty()
            || rest
                .trim_start()
                .starts_with([':', '.', '-', '–', '—', '|']);
        ends && is_number(number)
    });
    named || (asian && line.chars().count() < 30)
}

fn is_number(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve", "eins", "zwei", "drei", "un", "deux", "trois", "uno", "dos", "tres",
    ];
    word.parse::<u32>().is_ok()
        || WORDS.contains(&word)
        || (!word.is_empty() && word.chars().all(|c| "ivxl".contains(c)))
}

/// Whether a line divides, and says nothing.
pub(super) fn is_rule(line: &str) -> bool {
    let line: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    line.len() >= 3
        && line
            .chars()
            .all(|c| matches!(c, '-' | '*' | '_' | '=' | '~' | '#' | '⁂'))
}

/// "(continued)", "Continuing:".
pub(super) fn is_continued(line: &str) -> bool {
    const WORDS: &[&str] = &[
        "continued",
        "continuing",
        "cont'd",
        "cont",
        "continuation",
        "scene continued",
        "scene continues",
        "chapter continued",
        "continued from above",
        "fortsetzung",
        "suite",
        "continuación",
        "continuazione",
        "续",
        "続き",
    ];
    let line = line.trim();
    let is_marked = line.starts_with(['(', '[', '*', '_', '.', '…', '（']) || line.ends_with([':', '：']);
    is_marked && WORDS.contains(&plain(line).as_str())
}

/// Whether a last line is said about the text, and not in it.
pub(super) fn is_closing(line: &str) -> bool {
    let trimmed = line.trim();
    if trimmed.starts_with("```") {
        return true;
    }
    let starts_spoken = trimmed.starts_with(['“', '"', '«', '„', '「', '‘', '\'']);
    if starts_spoken || trimmed.chars().count() > 600 {
        return false;
    }
    let plain = plain(trimmed);
    is_end(trimmed, &plain)
        || is_count(trimmed, &plain)
        || is_note(&plain)
        || is_teaser(trimmed, &plain)
        || is_turn(trimmed)
        || (OFFERS.iter().any(|offer| plain.starts_with(offer))
            && OFFERED.iter().any(|word| plain.contains(word)))
}

fn is_end(line: &str, plain: &str) -> bool {
    let without_number = plain.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let is_known = ENDS.contains(&plain) || ENDS.contains(&without_number);
    // "End." alone may be said; "THE END", "[END]" and "The End" are none of the story.
    let is_sentence = line.ends_with(['.', '!', '?', '…', ',']);
    is_known && (plain.contains(' ') || !plain.is_ascii() || !is_sentence)
}

/// "(Word count: 95)", "[97 words]".
fn is_count(line: &str, plain: &str) -> bool {
    let boxed = line.starts_with(['(', '[', '*', '_', '~']);
    let digits = plain.chars().any(|c| c.is_ascii_digit());
    let counted = [
        "words", "wörter", "mots", "palabras", "parole", "字", "tokens",
    ]
    .iter()
    .any(|word| plain.ends_with(word));
    let named = [
        "word count",
        "wordcount",
        "words:",
        "total words",
        "wortzahl",
        "字数",
    ]
    .iter()
    .any(|name| plain.starts_with(name));
    digits && (named || (boxed && counted && plain.chars().count() < 40))
}

fn is_note(plain: &str) -> bool {
    [
        "author's note",
        "authors note",
        "writer's note",
        "note to the author",
        "note: this",
        "note: i ",
        "note: i'",
        "note: the scene",
        "notes on this",
        "a/n:",
        "anmerkung des autors",
        "anmerkung:",
        "note de l'auteur",
        "nota del autor",
    ]
    .iter()
    .any(|name| plain.starts_with(name))
}

/// "*Next: Mara goes down to the harbour.*"
fn is_teaser(line: &str, plain: &str) -> bool {
    let boxed = line.starts_with(['*', '_', '(', '[']);
    let named = [
        "next:",
        "next scene",
        "next chapter",
        "next time",
        "coming up",
        "up next",
    ]
    .iter()
    .any(|name| plain.starts_with(name));
    named && (boxed || plain.starts_with("next:") || plain.contains(':'))
}

/// "User: go on".
fn is_turn(line: &str) -> bool {
    let bare = line.trim_start_matches(['*', ' ']);
    [
        "User:",
        "Human:",
        "Assistant:",
        "USER:",
        "ASSISTANT:",
        "### User",
        "### Human",
        "### Instruction",
    ]
    .iter()
    .any(|name| bare.starts_with(name))
}

fn starts_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word)
        .is_some_and(|rest| !word.is_ascii() || !rest.starts_with(char::is_alphanumeric))
}

fn has_word(text: &str, word: &str) -> bool {
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
