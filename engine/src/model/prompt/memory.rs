//! Remembering a long story in layers: the last chapters in full, those before in a sentence each, parts
//! of ten long ago in a line. However long the story, what is told of it stays bounded.

use super::budget::Item;
use crate::model::assignment::ChapterMemory;

/// So many chapters are told in full.
const IN_FULL: usize = 4;

/// So many before those in a sentence each.
const IN_A_SENTENCE: usize = 16;

/// Chapters that are told together, further back.
const PART: usize = 10;

/// The most parts told; of more than that, every second (third, …) falls out.
const MOST_PARTS: usize = 24;

/// What is told of the chapters before, the nearest first.
pub(super) fn layers(chapters: &[ChapterMemory]) -> Vec<Item> {
    let told: Vec<(usize, &ChapterMemory)> = chapters
        .iter()
        .enumerate()
        .filter(|(_, chapter)| !chapter.summary.is_empty())
        .collect();
    let recent = told.len().saturating_sub(IN_FULL);
    let middle = recent.saturating_sub(IN_A_SENTENCE);
    let mut items: Vec<Item> = told[recent..]
        .iter()
        .rev()
        .map(|(place, chapter)| Item {
            place: *place,
            text: format!("{}: {}", name(chapter), chapter.summary),
        })
        .collect();
    items.extend(
        told[middle..recent]
            .iter()
            .rev()
            .map(|(place, chapter)| Item {
                place: *place,
                text: format!("{}: {}", name(chapter), first_sentence(&chapter.summary)),
            }),
    );
    let parts: Vec<&[(usize, &ChapterMemory)]> = told[..middle].chunks(PART).collect();
    let every = parts.len().div_ceil(MOST_PARTS).max(1);
    items.extend(parts.iter().rev().step_by(every).filter_map(|part| {
        let ((place, first), (_, last)) = (part.first()?, part.last()?);
        let said = [first, last].map(|chapter| first_sentence(&chapter.summary));
        Some(Item {
            place: *place,
            text: format!(
                "Chapters {} to {}: {} … {}",
                first.number, last.number, said[0], said[1]
            ),
        })
    }));
    items
}

fn name(chapter: &ChapterMemory) -> String {
    if chapter.title.is_empty() {
        format!("Chapter {}", chapter.number)
    } else {
        format!("Chapter {} “{}”", chapter.number, chapter.title)
    }
}

/// The first sentence of a text, or all of it where it has only one.
fn first_sentence(text: &str) -> &str {
    text.char_indices()
        .zip(text.chars().skip(1).chain(Some(' ')))
        .find(|((_, c), next)| matches!(c, '.' | '!' | '?' | '…') && next.is_whitespace())
        .map_or(text, |((at, c), _)| &text[..at + c.len_utf8()])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chapter(number: u32) -> ChapterMemory {
        ChapterMemory {
            number,
            title: String::new(),
            summary: format!("In {number} the bell rang. Then it fell silent."),
        }
    }

    #[test]
    fn the_last_are_told_in_full_and_those_long_ago_in_parts() {
        let chapters: Vec<_> = (1..=40).map(chapter).collect();
        let items = layers(&chapters);
        assert_eq!(
            items[0].text,
            "Chapter 40: In 40 the bell rang. Then it fell silent."
        );
        assert_eq!(items[4].text, "Chapter 36: In 36 the bell rang.");
        assert_eq!(items.len(), 4 + 16 + 2);
        assert!(
            items[21]
                .text
                .starts_with("Chapters 1 to 10: In 1 the bell rang. … In 10")
        );
    }

    #[test]
    fn a_thousand_chapters_are_told_in_few_lines() {
        let chapters: Vec<_> = (1..=1_000).map(chapter).collect();
        let items = layers(&chapters);
        assert!(items.len() <= 4 + 16 + MOST_PARTS + 1, "{}", items.len());
    }

    #[test]
    fn a_sentence_ends_before_white_space() {
        assert_eq!(first_sentence("It is 3.5 miles. Far."), "It is 3.5 miles.");
        assert_eq!(first_sentence("No end"), "No end");
        assert_eq!(first_sentence("One."), "One.");
    }
}
