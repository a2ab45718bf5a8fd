//! Summing up what is long ago: a part out of its chapters, the story so far out of its parts.

use super::{
    TooSmall,
    budget::{PromptBudget, PromptItem},
    memory::name,
    story_context::{brief, place, task},
};
use domain::Role;
use std::cmp::Reverse;
use writing::{
    assignment::{ChapterMemory, PartMemory, StoryContext},
    layers::first_sentence,
};

/// So many parts are told in full; of more, those further back in a sentence each.
const IN_FULL: usize = 8;

/// What a summary is for, and so what has to be in it.
const KEEP: &str = "It is all that the writer of a later chapter will know of them: say who did what and why \
    it matters, what changed for good, who died, left or learned what, and what is still open. Names as they \
    stand there; plain sentences in the past tense; nothing that is not there, no judgement, no list. Answer \
    in JSON.";

pub(super) fn part(
    budget: &mut PromptBudget,
    story: &StoryContext,
    chapters: &[ChapterMemory],
) -> Result<(), TooSmall> {
    task(
        budget,
        format!("Sum up these chapters together, in at most a hundred words. {KEEP}"),
    )?;
    budget.must(place::BRIEF, Role::User, "brief", brief(story))?;
    let items = chapters
        .iter()
        .enumerate()
        .map(|(place, chapter)| PromptItem {
            place,
            text: format!("{}: {}", name(chapter), chapter.summary),
        })
        .collect();
    add_sources(budget, "chapters", "The chapters:", items);
    Ok(())
}

pub(super) fn so_far(
    budget: &mut PromptBudget,
    story: &StoryContext,
    before: Option<&PartMemory>,
    parts: &[PartMemory],
) -> Result<(), TooSmall> {
    task(
        budget,
        format!("Sum up the story so far, in at most two hundred words. {KEEP}"),
    )?;
    budget.must(place::BRIEF, Role::User, "brief", brief(story))?;
    if let Some(before) = before {
        budget.beginning_of(
            place::FACTS,
            "story before",
            &format!("The story up to chapter {}:", before.to),
            &before.summary,
            0.4,
        );
    }
    let recent = parts.len().saturating_sub(IN_FULL);
    let items = parts
        .iter()
        .enumerate()
        .map(|(place, part)| {
            let text = if place < recent {
                let summary = first_sentence(&part.summary).to_owned();
                PartMemory {
                    summary,
                    ..part.clone()
                }
                .to_line()
            } else {
                part.to_line()
            };
            PromptItem { place, text }
        })
        .collect();
    let heading = match before {
        Some(_) => "What happened after that:",
        None => "What happened:",
    };
    add_sources(budget, "parts", heading, items);
    Ok(())
}

/// What is to be summed up. Where not all of it fits, what falls out is spread over the whole: every second is
/// worth less than every fourth, and that less than every eighth.
fn add_sources(budget: &mut PromptBudget, name: &str, heading: &str, mut items: Vec<PromptItem>) {
    items.sort_by_key(|item| Reverse(item.place.trailing_zeros()));
    budget.list(place::EARLIER, name, heading, items, 0.95);
}
