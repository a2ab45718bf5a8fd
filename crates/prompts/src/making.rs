//! Making what a story is written from: its brief and its world.

use super::{
    TooSmall,
    budget::{PromptBudget, PromptItem},
    story_context::{brief, people_and_places, place, rules, task},
};
use domain::{AnsweredQuestion, Entity, Role};
use std::fmt::Write as _;
use writing::assignment::StoryContext;

pub(super) fn world(budget: &mut PromptBudget, story: &StoryContext) -> Result<(), TooSmall> {
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

/// The author's wish, where there is one.
pub(super) fn wish(text: &mut String, feedback: &str) {
    if !feedback.trim().is_empty() {
        let _ = write!(
            text,
            "\nThe author wants this, above all: {}",
            feedback.trim()
        );
    }
}

pub(super) fn entity(
    budget: &mut PromptBudget,
    story: &StoryContext,
    entity: &Entity,
    feedback: &str,
) -> Result<(), TooSmall> {
    let mut text = format!(
        "Imagine {} again, that one alone; the name stays, and so does everybody and everything else. It is \
         a {}.",
        entity.name,
        entity.kind.as_str()
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
    budget: &mut PromptBudget,
    idea: &str,
    answers: &[AnsweredQuestion],
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
            PromptItem {
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
