//! Lines behind a scene that are no part of it.

use super::lines::{has_word, plain};
use super::words::{ENDS, OFFERED, OFFERS, WORK};

/// Whether a last line is said about the text, and not in it.
pub(super) fn is_closing(line: &str) -> bool {
    let trimmed = line.trim();
    if trimmed.starts_with("```") {
        return true;
    }
    let starts_spoken = trimmed.starts_with(['“', '"', '«', '„', '「', '‘', '\'', '—', '–']);
    if starts_spoken || trimmed.chars().count() > 600 {
        return false;
    }
    let plain = plain(trimmed);
    is_end(trimmed, &plain)
        || is_count(trimmed, &plain)
        || is_note(&plain)
        || is_teaser(trimmed, &plain)
        || is_turn(trimmed)
        || is_about_the_scene(&plain)
        || is_offer(&plain)
        || ends_in_an_offer(&plain)
}

fn is_offer(plain: &str) -> bool {
    OFFERS.iter().any(|offer| plain.starts_with(offer))
        && OFFERED.iter().any(|word| plain.contains(word))
}

/// "What happens next? Shall I proceed to Scene 2?"
fn ends_in_an_offer(plain: &str) -> bool {
    const LONGEST: usize = 160;
    const PARTS: &[&str] = &["scene", "chapter", "part"];
    let last = plain
        .rsplit(['?', '!', '.'])
        .next()
        .unwrap_or_default()
        .trim_start();
    plain.chars().count() <= LONGEST
        && is_offer(last)
        && PARTS.iter().any(|part| has_word(last, part))
}

/// "Summary: Mara climbs.", "This scene establishes her longing.", "(OOC: go on?)"
fn is_about_the_scene(plain: &str) -> bool {
    const NAMES: &[&str] = &[
        "summary:",
        "scene summary:",
        "chapter summary:",
        "recap:",
        "ooc:",
        "ooc ",
        "zusammenfassung:",
        "résumé :",
        "résumé:",
        "resumen:",
        "riassunto:",
    ];
    const SUBJECTS: &[&str] = &[
        "this scene ",
        "this chapter ",
        "this draft ",
        "this version ",
        "the scene above ",
    ];
    const DOES: &[&str] = &[
        "establish",
        "set",
        "introduc",
        "captur",
        "aim",
        "follow",
        "explor",
        "build",
        "convey",
        "incorporat",
        "highlight",
        "focus",
        "maintain",
        "show",
        "cover",
        "ends with",
        "is written",
    ];
    let does = SUBJECTS
        .iter()
        .find_map(|subject| plain.strip_prefix(subject));
    NAMES.iter().any(|name| plain.starts_with(name))
        || does.is_some_and(|does| DOES.iter().any(|word| does.starts_with(word)))
}

/// Whether a line is the heading of notes that follow in a list: "**Notes:**".
pub(super) fn is_heading_of_notes(line: &str) -> bool {
    const NAMES: &[&str] = &[
        "note",
        "notes",
        "author's notes",
        "craft notes",
        "writing notes",
        "changes",
        "changes made",
        "key changes",
        "key elements",
        "notes on this scene",
        "anmerkungen",
        "notas",
    ];
    let line = line.trim();
    let is_marked = line.starts_with(['*', '#', '_', '(']) || line.ends_with([':', '：']);
    is_marked && NAMES.contains(&plain(line).as_str())
}

/// Whether a line is an item of a list.
pub(super) fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    ["- ", "* ", "• ", "– ", "+ "]
        .iter()
        .any(|mark| line.starts_with(mark))
        || digits.len() < line.len() && digits.starts_with([')', '.'])
}

fn is_end(line: &str, plain: &str) -> bool {
    let without_number = plain.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let is_known = ENDS.contains(&plain) || ENDS.contains(&without_number);
    // "End." alone may be said; "THE END", "[END]" and "The End" are none of the story.
    let is_sentence = line.ends_with(['.', '!', '?', '…', ',']);
    let is_loud = plain.chars().count() >= 3 && !line.contains(char::is_lowercase);
    is_known && (is_loud || plain.contains(' ') || !plain.is_ascii() || !is_sentence)
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
    // "Note: I kept the scene short." Somebody in a story may leave one, too, but not about a scene.
    let is_own = ["note: i ", "note: i'"]
        .iter()
        .any(|name| plain.starts_with(name));
    if is_own && WORK.iter().any(|word| has_word(plain, word)) {
        return true;
    }
    [
        "author's note",
        "authors note",
        "writer's note",
        "note to the author",
        "note: this",
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
        "next time:",
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
