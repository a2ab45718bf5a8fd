//! The text that stands, for a chapter that is written again with a wish: without it, nothing could be kept.

use super::{budget::PromptBudget, story_context::place};
use writing::assignment::ExistingText;

/// What a plan is asked for besides.
pub(super) const PLAN_REWRITE: &str = " The chapter is written already, as it stands above: keep its scenes and \
    what happens in them where the author’s wish does not touch it, and change what the wish asks for.";

/// What a scene is asked for besides.
pub(super) const DRAFT_REWRITE: &str = "\nIt is written already: what stands there today is above. Keep of it what \
    the author’s wish does not touch: what happens, what is said, what is good in it. Change what the wish asks \
    for; nothing of that is copied word for word.";

/// What a plan is asked for besides, where the chapter has a text that is continued.
pub(super) const CONTINUED: &str = " The chapter has begun already, with the text above, which stays word for word: \
    plan only the scenes that follow it, and leave out the beats that it has told.";

/// The text that is continued: all of it, or its end.
pub(super) fn opening(budget: &mut PromptBudget, text: &str) {
    if !text.is_empty() {
        budget.end_of(
            place::EXISTING_TEXT,
            "the chapter so far",
            "The chapter so far:",
            text,
            0.5,
        );
    }
}

/// Marks that stand alone between two scenes.
const BREAK: [char; 9] = ['*', '-', '_', '#', '~', '•', '·', '⁂', '—'];

/// All of it, or both its ends and what it was summed up as.
pub(super) fn whole(budget: &mut PromptBudget, existing: &ExistingText) {
    if existing.text.is_empty() {
        return;
    }
    let is_cut = budget.ends_of(
        place::EXISTING_TEXT,
        "the chapter today",
        "The chapter as it stands today:",
        &existing.text,
        0.6,
    );
    if is_cut {
        budget.beginning_of(
            place::EXISTING_TEXT,
            "what happens today",
            "What happens in it today, in short:",
            &existing.summary,
            0.2,
        );
    }
}

/// What of it is told where this scene is.
pub(super) fn at_scene(
    budget: &mut PromptBudget,
    existing: &ExistingText,
    scenes: usize,
    number: usize,
) {
    if existing.text.is_empty() {
        return;
    }
    budget.ends_of(
        place::EXISTING_TEXT,
        "the scene today",
        "What stands in the chapter today at about this place:",
        counterpart(&existing.text, scenes.max(1), number),
        0.45,
    );
}

/// The part of a text that is where this scene (from 0) of so many is. Where the text has as many scenes of its
/// own, divided by marks, it is theirs; else it is told by its place, with whole paragraphs at both ends.
fn counterpart(text: &str, scenes: usize, number: usize) -> &str {
    let number = number.min(scenes - 1);
    let own = sections(text);
    let (from, to) = if own.len() >= scenes {
        let first = number * own.len() / scenes;
        let last = (number + 1) * own.len() / scenes - 1;
        (own[first].0, own[last].1)
    } else {
        let begins = text.len() * number / scenes;
        let ends = text.len() * (number + 1) / scenes;
        let mut inside = paragraphs(text).filter(|(from, to)| *to > begins && *from < ends);
        let first = inside.next().unwrap_or((0, text.len()));
        (first.0, inside.last().unwrap_or(first).1)
    };
    text[from..to].trim()
}

/// Where paragraphs begin and end.
fn paragraphs(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut at = 0;
    text.split_inclusive("\n\n").map(move |paragraph| {
        let from = at;
        at += paragraph.len();
        (from, at)
    })
}

/// Where the parts of a text begin and end that marks divide.
fn sections(text: &str) -> Vec<(usize, usize)> {
    let mut sections: Vec<(usize, usize)> = Vec::new();
    let mut is_open = false;
    for (from, to) in paragraphs(text) {
        let paragraph = text[from..to].trim();
        if paragraph.is_empty() {
            continue;
        }
        if paragraph.chars().all(|c| c == ' ' || BREAK.contains(&c)) {
            is_open = false;
        } else if is_open && let Some(last) = sections.last_mut() {
            last.1 = to;
        } else {
            sections.push((from, to));
            is_open = true;
        }
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scene_is_found_between_marks() {
        let text = "One.\n\nOne, too.\n\n* * *\n\nTwo.\n\n***\n\nThree.\n\n---\n\nFour.";
        assert_eq!(counterpart(text, 4, 0), "One.\n\nOne, too.");
        assert_eq!(counterpart(text, 4, 3), "Four.");
        // Two of them for each of two scenes.
        assert_eq!(counterpart(text, 2, 1), "Three.\n\n---\n\nFour.");
        assert_eq!(counterpart(text, 3, 1), "Two.");
        assert_eq!(counterpart(text, 3, 2), "Three.\n\n---\n\nFour.");
        assert_eq!(counterpart(text, 1, 0), text);
    }

    #[test]
    fn a_scene_is_found_by_its_place_where_there_are_no_marks() {
        let text = "First it rained.\n\nThen it snowed.\n\nAt last it cleared.";
        // The one in the middle belongs to both.
        assert_eq!(
            counterpart(text, 2, 0),
            "First it rained.\n\nThen it snowed."
        );
        assert_eq!(
            counterpart(text, 2, 1),
            "Then it snowed.\n\nAt last it cleared."
        );
        assert_eq!(
            counterpart("One paragraph alone.", 3, 2),
            "One paragraph alone."
        );
        // Nothing is left out between two scenes.
        for scenes in 1..9 {
            let parts = (0..scenes).map(|number| counterpart(text, scenes, number));
            let told: Vec<&str> = parts.collect();
            for paragraph in text.split("\n\n") {
                assert!(
                    told.iter().any(|part| part.contains(paragraph)),
                    "{scenes}: {paragraph}"
                );
            }
        }
    }
}
