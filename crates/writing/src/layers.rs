//! Layers of memory: chapters are summed up in parts, parts in the story so far.

use super::chapter_memory::ChapterMemory;
use serde::{Deserialize, Serialize};
use text::tokens::{beginning_within, estimate};

/// So many chapters make a part.
pub const PART: u32 = 10;

/// What is remembered of chapters that follow each other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartMemory {
    /// The number of the first.
    pub from: u32,
    /// The number of the last.
    pub to: u32,
    /// What happens in them.
    pub summary: String,
}

/// What a model has summed up of the chapters before the one at hand, as far as it still holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layers {
    /// Whole parts, in order; those that nobody has summed up are missing.
    pub parts: Vec<PartMemory>,
    /// The story from its beginning to the end of a part.
    pub so_far: Option<PartMemory>,
}

/// The answer to `Assignment::Part` and `Assignment::SoFar`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Summary {
    /// What happens, in a paragraph.
    pub summary: String,
}

impl PartMemory {
    /// "Chapters 1 to 10: …"
    pub fn to_line(&self) -> String {
        format!("Chapters {} to {}: {}", self.from, self.to, self.summary)
    }
}

/// Chapters told together without asking a model: how the first of them begins and the last one does. `None`
/// where nothing is known of any.
pub fn fallback_summary(chapters: &[&ChapterMemory]) -> Option<PartMemory> {
    let (first, last) = (chapters.first()?, chapters.last()?);
    let said = [first, last].map(|chapter| first_sentence(&chapter.summary));
    Some(PartMemory {
        from: first.number,
        to: last.number,
        summary: format!("{} … {}", said[0], said[1]),
    })
}

/// The first sentence of a text, or all of it where it has only one.
pub fn first_sentence(text: &str) -> &str {
    sentence_ends(text).next().map_or(text, |end| &text[..end])
}

/// As many whole sentences of a text as take at most this many tokens together; where not even the first
/// does, its beginning.
pub fn within(text: &str, tokens: u32) -> String {
    let text = text.trim();
    if estimate(text) <= tokens {
        return text.to_owned();
    }
    let end = sentence_ends(text)
        .take_while(|&end| estimate(&text[..end]) <= tokens)
        .last();
    if let Some(end) = end {
        return text[..end].to_owned();
    }
    let end = beginning_within(text, tokens);
    format!("{} …", text[..end].trim_end())
}

/// Where sentences end: at a mark before white space, or before nothing.
fn sentence_ends(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices()
        .zip(text.chars().skip(1).chain(Some(' ')))
        .filter(|((_, c), next)| matches!(c, '.' | '!' | '?' | '…') && next.is_whitespace())
        .map(|((at, c), _)| at + c.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_before_white_space() {
        assert_eq!(first_sentence("It is 3.5 miles. Far."), "It is 3.5 miles.");
        assert_eq!(first_sentence("No end"), "No end");
        assert_eq!(first_sentence("One."), "One.");
    }

    #[test]
    fn what_is_too_long_ends_with_a_sentence() {
        assert_eq!(
            within(" It rained. It snowed. ", 9),
            "It rained. It snowed."
        );
        assert_eq!(within("It rained. It snowed a lot.", 4), "It rained.");
        assert_eq!(within("Everything rained", 4), "Everything rai …");
        assert_eq!(within(&"雨".repeat(9), 4), "雨雨 …");
    }

    #[test]
    fn a_stand_in_says_how_the_first_and_the_last_begin() {
        let chapter = |number: u32| ChapterMemory {
            number,
            title: String::new(),
            summary: format!("It is {number}. Then it rains."),
        };
        let (a, b) = (chapter(1), chapter(9));
        let told = fallback_summary(&[&a, &b]).map(|part| part.to_line());
        assert_eq!(
            told.as_deref(),
            Some("Chapters 1 to 9: It is 1. … It is 9.")
        );
        assert_eq!(fallback_summary(&[]), None);
    }
}
