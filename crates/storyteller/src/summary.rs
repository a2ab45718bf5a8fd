//! Summing up without a model: first sentences, put together.

use writing::{
    assignment::{ChapterMemory, PartMemory, Summary},
    layers::{first_sentence, within},
};

/// The most tokens of either.
const MOST: u32 = 200;

pub(super) fn of_part(chapters: &[ChapterMemory]) -> Summary {
    together(chapters.iter().map(|chapter| chapter.summary.as_str()))
}

pub(super) fn so_far(before: Option<&PartMemory>, parts: &[PartMemory]) -> Summary {
    together(
        before
            .into_iter()
            .chain(parts)
            .map(|part| part.summary.as_str()),
    )
}

fn together<'s>(summaries: impl Iterator<Item = &'s str>) -> Summary {
    let said: Vec<&str> = summaries.map(first_sentence).collect();
    Summary {
        summary: within(&said.join(" "), MOST),
    }
}
