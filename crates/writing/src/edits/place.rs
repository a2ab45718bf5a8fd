//! Where a change is to be made, and with what: models put quotes around a passage, end it with dots, and leave marks
//! of their own in what replaces it.

use crate::{assignment::Edit, refusals::refuses};
use std::ops::Range;
use text::prose::{ends_like_a_sentence, folded, sentence_ranges};

/// A beginning of a passage that stands for all of it is so long, in bytes.
const BEGINNING: usize = 20;

/// What a model's template ends an answer with.
const MARKS: [&str; 8] = [
    "<|im_end|>",
    "<|eot_id|>",
    "<|endoftext|>",
    "<|end|>",
    "<end_of_turn>",
    "<|im_start|>",
    "</s>",
    "[/INST]",
];

/// How a passage was found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum MatchKind {
    AsItIs,
    /// Without the quotes around it.
    Unquoted,
    /// Its dots stand for the rest of a sentence.
    Begun,
}

/// Where an edit is to be made, and with what. `None` where its passage does not stand exactly once, or where the model
/// says that it would rather not.
pub(super) fn change(text: &str, edit: &Edit) -> Option<(Range<usize>, String)> {
    let passage = edit.passage.as_str();
    if refuses(edit.replacement.trim()) && !refuses(passage.trim()) {
        return None;
    }
    let (place, how) = find(text, passage)?;
    let found = &text[place.clone()];
    let cleaned = without_marks(&edit.replacement, passage);
    // Found without the white space around it, it is replaced without.
    let replacement = match found == passage && cleaned == edit.replacement {
        true => cleaned.as_str(),
        false => cleaned.trim(),
    };
    let replacement = match unquoted(passage) {
        Some(_) if how != MatchKind::AsItIs => unquoted(replacement).unwrap_or(replacement),
        _ => replacement,
    };
    let replacement = unmarked(replacement, found);
    if how != MatchKind::Begun {
        return Some((place, replacement.to_owned()));
    }
    match without_dots(replacement) {
        Some(begun) => Some((place, begun.to_owned())),
        // Nobody says how much of the sentence is to go.
        None if replacement.is_empty() => None,
        None if ends_like_a_sentence(replacement) => {
            let end = sentence_end(text, place.end);
            Some((place.start..end, replacement.to_owned()))
        }
        None => Some((place, replacement.to_owned())),
    }
}

/// Where a passage stands, if it does exactly once, with quotes or dots of the model's or without.
pub fn place(text: &str, passage: &str) -> Option<Range<usize>> {
    find(text, passage).map(|(place, _)| place)
}

fn find(text: &str, passage: &str) -> Option<(Range<usize>, MatchKind)> {
    if let Some(place) = stands(text, passage) {
        return Some((place, MatchKind::AsItIs));
    }
    let inner = unquoted(passage);
    if let Some(place) = inner.and_then(|inner| stands(text, inner)) {
        return Some((place, MatchKind::Unquoted));
    }
    let begun = without_dots(inner.unwrap_or(passage))?;
    let place = stands(text, begun).filter(|_| begun.len() >= BEGINNING)?;
    Some((place, MatchKind::Begun))
}

/// A text without the quotes around all of it.
fn unquoted(text: &str) -> Option<&str> {
    let text = text.trim();
    [
        ("\"", "\""),
        ("“", "”"),
        ("„", "“"),
        ("«", "»"),
        ("'", "'"),
        ("`", "`"),
    ]
    .iter()
    .find_map(|(open, close)| text.strip_prefix(open)?.strip_suffix(close))
    .map(str::trim)
    .filter(|inner| !inner.is_empty())
}

/// A text that ends in three dots, without them.
fn without_dots(text: &str) -> Option<&str> {
    let text = text.trim();
    let bare = text
        .strip_suffix("...")
        .or_else(|| text.strip_suffix('…'))?;
    Some(bare.trim_end())
}

/// A replacement without the marks of a template.
fn without_marks(replacement: &str, passage: &str) -> String {
    let marks = MARKS.iter().filter(|mark| !passage.contains(**mark));
    marks.fold(replacement.to_owned(), |text, mark| text.replace(mark, ""))
}

/// A replacement without emphasis around all of it, where what it replaces has none.
fn unmarked<'t>(replacement: &'t str, found: &str) -> &'t str {
    let inner = replacement
        .trim()
        .strip_prefix("**")
        .and_then(|rest| rest.strip_suffix("**"));
    match inner {
        Some(inner) if !inner.contains("**") && !inner.is_empty() && !found.contains("**") => inner,
        _ => replacement,
    }
}

/// Where the sentence ends that this place is in.
fn sentence_end(text: &str, at: usize) -> usize {
    let ranges = sentence_ranges(text);
    let around = ranges.iter().find(|(start, end)| *start < at && at <= *end);
    around.map_or(at, |(_, end)| *end)
}

/// Where a passage stands, if it does exactly once: letter for letter, or else without regard to the form of its
/// quotation marks, dashes and white space.
fn stands(text: &str, passage: &str) -> Option<Range<usize>> {
    if passage.trim().is_empty() {
        return None;
    }
    let mut exact = text.match_indices(passage);
    match (exact.next(), exact.next()) {
        (Some((at, _)), None) => return Some(at..at + passage.len()),
        (Some(_), Some(_)) => return None,
        (None, _) => {}
    }
    let (plain, ends) = plain_with_ends(text);
    let (wanted, _) = plain_with_ends(passage.trim());
    let mut loose = plain.match_indices(wanted.as_str());
    match (loose.next(), loose.next()) {
        (Some((at, _)), None) => {
            // The plain letters have lengths of their own: the places of the text go by their count.
            let first = plain[..at].chars().count();
            let last = first + wanted.chars().count() - 1;
            let begin = first.checked_sub(1).map_or(0, |before| ends[before]);
            Some(begin..ends[last])
        }
        _ => None,
    }
}

/// A text in plain letters, and where each of them ends in it, in bytes.
fn plain_with_ends(text: &str) -> (String, Vec<usize>) {
    let (mut plain, mut ends) = (String::with_capacity(text.len()), Vec::new());
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let letters: &[char] = match c {
            '…' => &['.', '.', '.'],
            c => &[folded(c)],
        };
        for &letter in letters {
            match ends.last_mut() {
                Some(last) if letter == ' ' && plain.ends_with(' ') => *last = end,
                _ => {
                    plain.push(letter);
                    ends.push(end);
                }
            }
        }
    }
    (plain, ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "Mara climbs the stairs of the lighthouse with a lamp. The iron is wet.\n\n“No,” she said.";

    fn changed(passage: &str, replacement: &str) -> Option<String> {
        let edit = Edit {
            passage: passage.to_owned(),
            replacement: replacement.to_owned(),
        };
        let (place, replacement) = change(TEXT, &edit)?;
        let mut text = TEXT.to_owned();
        text.replace_range(place, &replacement);
        Some(text)
    }

    #[test]
    fn what_a_model_puts_around_a_passage_and_its_replacement_is_left_out() {
        let old = "The iron is wet.";
        let expected = TEXT.replace(old, "The iron is dry.");
        for (passage, replacement) in [
            (old, "The iron is dry."),
            ("\"The iron is wet.\"", "\"The iron is dry.\""),
            ("“The iron is wet.”", "The iron is dry."),
            (old, "The iron is dry.<|im_end|>"),
            (old, "The iron is dry.\n<|eot_id|>"),
            (old, "**The iron is dry.**"),
        ] {
            assert_eq!(
                changed(passage, replacement).as_ref(),
                Some(&expected),
                "{passage}"
            );
        }
        assert_eq!(
            changed("“No,” she said.", "“Yes,” she said."),
            Some(TEXT.replace("No", "Yes"))
        );
    }

    #[test]
    fn dots_stand_for_the_rest_of_a_sentence() {
        let expected = TEXT.replace(
            "Mara climbs the stairs of the lighthouse with a lamp.",
            "Mara runs up.",
        );
        let passage = "Mara climbs the stairs of the lighthouse...";
        assert_eq!(changed(passage, "Mara runs up."), Some(expected));
        let begun = changed("Mara climbs the stairs…", "Mara runs up the stairs…");
        assert_eq!(begun, Some(TEXT.replace("climbs", "runs up")));
        assert_eq!(changed(passage, ""), None);
        assert_eq!(changed("The...", "An iron."), None, "too short to be sure");
    }

    #[test]
    fn a_refusal_takes_the_place_of_nothing() {
        let refusal = "I'm sorry, but I can't assist with that request.";
        assert_eq!(changed("The iron is wet.", refusal), None);
    }
}
