//! Remembering a long story in layers: the last chapters in full, those before in a sentence each, parts
//! of ten long ago by what a model has summed up of them, or else by how their first and last chapter begin,
//! and the whole of it by the story so far. However long the story, what is told of it stays bounded.

use super::budget::PromptItem;
use writing::{
    assignment::{ChapterContext, ChapterMemory, PART},
    layers::{fallback_summary, first_sentence},
};

/// So many chapters are told in full.
const IN_FULL: usize = 4;

/// So many before those in a sentence each.
const IN_A_SENTENCE: usize = 16;

/// The most parts told; of more than that, every second (third, …) falls out.
const MOST_PARTS: usize = 24;

/// What is told of the chapters before, in the order of its worth: the last ones, all of it in short, then
/// ever further back.
pub(super) fn layers(chapter: &ChapterContext) -> Vec<PromptItem> {
    let told: Vec<(usize, &ChapterMemory)> = chapter
        .earlier
        .iter()
        .enumerate()
        .filter(|(_, chapter)| !chapter.summary.is_empty())
        .collect();
    let recent = told.len().saturating_sub(IN_FULL);
    let middle = recent.saturating_sub(IN_A_SENTENCE);
    let mut items: Vec<PromptItem> = told[recent..]
        .iter()
        .rev()
        .map(|(place, chapter)| PromptItem {
            place: *place,
            text: format!("{}: {}", name(chapter), chapter.summary),
        })
        .collect();
    // While every chapter has a sentence of its own, nothing is gained by it.
    if middle > 0 {
        items.extend(chapter.layers.so_far.iter().map(|story| PromptItem {
            place: 0,
            text: format!("The story up to chapter {}: {}", story.to, story.summary),
        }));
    }
    items.extend(
        told[middle..recent]
            .iter()
            .rev()
            .map(|(place, chapter)| PromptItem {
                place: *place,
                text: format!("{}: {}", name(chapter), first_sentence(&chapter.summary)),
            }),
    );
    let parts: Vec<&[(usize, &ChapterMemory)]> = told[..middle]
        .chunk_by(|(_, one), (_, next)| part(one.number) == part(next.number))
        .collect();
    let every = parts.len().div_ceil(MOST_PARTS).max(1);
    items.extend(
        parts
            .iter()
            .rev()
            .step_by(every)
            .filter_map(|chapters| part_item(chapter, chapters)),
    );
    items
}

/// The part that a chapter belongs to, from 0.
const fn part(number: u32) -> u32 {
    number.saturating_sub(1) / PART
}

/// A part: as a model has summed it up, or as it can be told without one.
fn part_item(chapter: &ChapterContext, chapters: &[(usize, &ChapterMemory)]) -> Option<PromptItem> {
    let (place, first) = chapters.first()?;
    let known = chapter
        .layers
        .parts
        .iter()
        .find(|known| (known.from..=known.to).contains(&first.number));
    let text = match known {
        Some(known) => known.to_line(),
        None => {
            let chapters: Vec<&ChapterMemory> =
                chapters.iter().map(|(_, chapter)| *chapter).collect();
            fallback_summary(&chapters)?.to_line()
        }
    };
    Some(PromptItem {
        place: *place,
        text,
    })
}

pub(super) fn name(chapter: &ChapterMemory) -> String {
    if chapter.title.is_empty() {
        format!("Chapter {}", chapter.number)
    } else {
        format!("Chapter {} “{}”", chapter.number, chapter.title)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use writing::assignment::{Layers, PartMemory};

    fn chapter(number: u32) -> ChapterMemory {
        ChapterMemory {
            number,
            title: String::new(),
            summary: format!("In {number} the bell rang. Then it fell silent."),
        }
    }

    fn before(last: u32, layers: Layers) -> ChapterContext {
        ChapterContext {
            earlier: (1..=last).map(chapter).collect(),
            layers,
            ..ChapterContext::default()
        }
    }

    #[test]
    fn the_last_are_told_in_full_and_those_long_ago_in_parts() {
        let items = layers(&before(40, Layers::default()));
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
        let items = layers(&before(1_000, Layers::default()));
        assert!(items.len() <= 4 + 16 + MOST_PARTS + 1, "{}", items.len());
    }

    #[test]
    fn what_was_summed_up_takes_the_place_of_clipped_sentences() {
        let layers = Layers {
            parts: vec![part_of(11), part_of(21)],
            so_far: Some(PartMemory {
                from: 1,
                to: 40,
                summary: "Somebody rings a bell.".to_owned(),
            }),
        };
        let items = super::layers(&before(45, layers.clone()));
        let texts: Vec<&str> = items.iter().map(|item| item.text.as_str()).collect();
        // Right after the last chapters, so that it is there where little fits; read first of all.
        assert_eq!(
            texts[4],
            "The story up to chapter 40: Somebody rings a bell."
        );
        assert_eq!(items[4].place, 0);
        // A part that reaches into the chapters that have a sentence each is told whole.
        assert_eq!(texts[21], "Chapters 21 to 30: Much rings.");
        assert_eq!(texts[22], "Chapters 11 to 20: Much rings.");
        assert!(texts[23].starts_with("Chapters 1 to 10: In 1 the bell rang. …"));
        assert_eq!(texts.len(), 24);
        // Where every chapter has its sentence, neither is told.
        assert_eq!(super::layers(&before(20, layers)).len(), 20);
    }

    fn part_of(from: u32) -> PartMemory {
        PartMemory {
            from,
            to: from + PART - 1,
            summary: "Much rings.".to_owned(),
        }
    }
}
