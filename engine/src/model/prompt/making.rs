//! Making what a story is written from: its world and its outline.

use super::{
    TooSmall,
    budget::{Budget, Item},
    known::{brief, people_and_places, place, rules, task},
};
use crate::model::assignment::{Neighbour, Outlining, StoryContext};
use domain::{Answered, Entity, Role};
use std::fmt::Write as _;

pub(super) fn world(budget: &mut Budget, story: &StoryContext) -> Result<(), TooSmall> {
    task(
        budget,
        "Imagine the world of this story: six to twelve people, places, things, factions and ideas that \
         the story can't do without; how they are tied to each other; and three to six rules that always \
         hold here. Give people full names that fit the place and are easy to tell apart, what each wants, \
         and what stands against it. What is named already stays as it is. Answer in JSON."
            .to_owned(),
    )?;
    budget.must(place::BRIEF, Role::User, "brief", brief(story))?;
    people_and_places(budget, story, None, 0.9);
    Ok(())
}

pub(super) fn outline(
    budget: &mut Budget,
    story: &StoryContext,
    chapters: u32,
) -> Result<(), TooSmall> {
    task(
        budget,
        format!(
            "Outline the story in exactly {chapters} chapters. Give each a title and three to five beats: \
             what happens, who does it, what it changes; one plain sentence each, so that somebody else \
             could write the chapter from them. The first chapter begins in the middle of something, \
             the stakes rise, what is planted is paid off, and the last chapter answers the premise. \
             Answer in JSON."
        ),
    )?;
    budget.must(place::BRIEF, Role::User, "brief", brief(story))?;
    structure(budget, story, chapters);
    people_and_places(budget, story, None, 0.7);
    rules(budget, story, 0.5);
    Ok(())
}

/// What each chapter has to do in the story's structure; chapters that do the same stand together.
fn structure(budget: &mut Budget, story: &StoryContext, chapters: u32) {
    let laid = story.brief.structure.lay(chapters);
    let mut items: Vec<Item> = Vec::new();
    let mut from = 0;
    while let Some(parts) = laid.get(from).filter(|parts| !parts.is_empty()) {
        let until = laid[from..]
            .iter()
            .position(|other| other != parts)
            .map_or(laid.len(), |length| from + length);
        let which = if until == from + 1 {
            format!("Chapter {until}")
        } else {
            format!("Chapters {} to {until}", from + 1)
        };
        let does: Vec<String> = parts
            .iter()
            .map(|part| format!("{} — {}", part.name, part.does))
            .collect();
        items.push(Item {
            place: from,
            text: format!("{which}: {}", does.join(" ")),
        });
        from = until;
    }
    budget.list(
        place::STRUCTURE,
        "structure",
        "What each chapter has to do for the shape of the whole:",
        items,
        0.5,
    );
}

pub(super) fn chapter_outline(
    budget: &mut Budget,
    story: &StoryContext,
    chapter: &Outlining,
) -> Result<(), TooSmall> {
    let mut text = format!(
        "Outline chapter {} of {} again, that one alone: the chapters around it stay as they are, and what \
         happens in it has to follow from the one before and lead to the one after. Three to five beats: \
         what happens, who does it, what it changes; one plain sentence each. ",
        chapter.number, chapter.of
    );
    if chapter.title.is_empty() {
        text.push_str("Give it a title.");
    } else {
        let _ = write!(text, "Its title is “{}” and stays.", chapter.title);
    }
    let at = usize::try_from(chapter.number.saturating_sub(1)).unwrap_or_default();
    for part in story
        .brief
        .structure
        .lay(chapter.of)
        .get(at)
        .into_iter()
        .flatten()
    {
        let _ = write!(text, "\nIn the whole it is “{}”: {}", part.name, part.does);
    }
    if !chapter.beats.is_empty() {
        text.push_str("\nThe author wants other beats than these:");
        for beat in &chapter.beats {
            let _ = write!(text, "\n- {beat}");
        }
    }
    wish(&mut text, &chapter.feedback);
    text.push_str("\nAnswer in JSON.");
    task(budget, text)?;
    budget.must(place::BRIEF, Role::User, "brief", brief(story))?;
    // The nearest first: they matter most.
    let mut near: Vec<&Neighbour> = chapter.neighbours.iter().collect();
    near.sort_by_key(|other| other.number.abs_diff(chapter.number));
    let items = near
        .into_iter()
        .map(|other| Item {
            place: usize::try_from(other.number).unwrap_or_default(),
            text: format!(
                "Chapter {} {}: {}",
                other.number,
                other.title,
                other.beats.join(" ")
            ),
        })
        .collect();
    budget.list(
        place::BEATS,
        "chapters around it",
        "What happens in the chapters around it:",
        items,
        0.5,
    );
    people_and_places(budget, story, None, 0.6);
    rules(budget, story, 0.5);
    Ok(())
}

/// The author's wish, where there is one.
fn wish(text: &mut String, feedback: &str) {
    if !feedback.trim().is_empty() {
        let _ = write!(
            text,
            "\nThe author wants this, above all: {}",
            feedback.trim()
        );
    }
}

pub(super) fn entity(
    budget: &mut Budget,
    story: &StoryContext,
    entity: &Entity,
    feedback: &str,
) -> Result<(), TooSmall> {
    let mut text = format!(
        "Imagine {} again, that one alone; the name stays, and so does everybody and everything else. It is \
         a {}.",
        entity.name,
        entity.kind.word()
    );
    for (name, value) in [
        ("Pronouns", &entity.pronouns),
        ("So far in one line", &entity.role),
        ("So far", &entity.description),
        ("Wants so far", &entity.goal),
        ("Traits so far", &entity.traits.join(", ")),
    ] {
        if !value.is_empty() {
            let _ = write!(text, "\n{name}: {value}");
        }
    }
    wish(&mut text, feedback);
    text.push_str(
        "\nGive a role in one line, a description in two to four sentences, what it wants (empty where it \
         can want nothing) and two to five traits. It fits what is tied to it, and it is not what it was. \
         Answer in JSON.",
    );
    task(budget, text)?;
    budget.must(place::BRIEF, Role::User, "brief", brief(story))?;
    people_and_places(budget, story, None, 0.7);
    rules(budget, story, 0.5);
    Ok(())
}

pub(super) fn interview(
    budget: &mut Budget,
    idea: &str,
    answers: &[Answered],
) -> Result<(), TooSmall> {
    task(
        budget,
        "An author has an idea for a novel and talks it over with you. Ask one to three short questions, each \
         about one thing, that would help most to write it: genre, tone, where and when, whose story it is \
         and what that person wants, what must not be in it. Never ask what was said already; what was \
         passed over is not asked again. Where you know enough, ask nothing. Give the brief too, with all \
         that was said and nothing that was not: the premise in the author’s own words with what the \
         answers add, and every other field empty that nobody spoke of. Answer in JSON."
            .to_owned(),
    )?;
    budget.must(
        place::BRIEF,
        Role::User,
        "idea",
        format!("The idea: {}", idea.trim()),
    )?;
    let items = answers
        .iter()
        .enumerate()
        .map(|(place, answered)| {
            let said = match answered.answer.trim() {
                "" => "(passed over)",
                said => said,
            };
            Item {
                place,
                text: format!("{} — {said}", answered.question.trim()),
            }
        })
        .collect();
    budget.list(
        place::BEATS,
        "answers",
        "What was asked and said:",
        items,
        0.9,
    );
    Ok(())
}
