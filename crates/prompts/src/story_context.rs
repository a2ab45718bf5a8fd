//! What a model is told of a story: the brief, the world, its rules, what is true by now.

use super::{
    TooSmall,
    budget::{PromptBudget, PromptItem},
    focus::Focus,
};
use domain::{EntityKind, Role};
use std::fmt::Write as _;
use writing::assignment::StoryContext;

/// Where parts stand when they are read, from what is furthest to what is asked.
pub(super) mod place {
    pub(crate) const HOUSE: u8 = 0;
    pub(crate) const BRIEF: u8 = 1;
    pub(crate) const WORLD: u8 = 2;
    pub(crate) const RULES: u8 = 3;
    pub(crate) const FACTS: u8 = 4;
    pub(crate) const EARLIER: u8 = 5;
    pub(crate) const THREADS: u8 = 6;
    pub(crate) const PREVIOUS: u8 = 7;
    pub(crate) const STRUCTURE: u8 = 8;
    pub(crate) const BEATS: u8 = 9;
    pub(crate) const EXISTING_TEXT: u8 = 10;
    pub(crate) const PLAN: u8 = 11;
    pub(crate) const SO_FAR: u8 = 12;
    pub(crate) const TASK: u8 = 13;
    pub(crate) const BEGUN: u8 = 14;
    pub(crate) const INVALID_ANSWER: u8 = 15;
    pub(crate) const REPAIR: u8 = 16;
}

pub(super) fn brief(story: &StoryContext) -> String {
    let brief = &story.brief;
    let mut text = format!(
        "The story\nTitle: {}\nPremise: {}",
        story.title, brief.premise
    );
    for (name, value) in [
        ("Genre", &brief.genre),
        ("Tone", &brief.tone),
        ("Setting", &brief.setting),
    ] {
        if !value.is_empty() {
            let _ = write!(text, "\n{name}: {value}");
        }
    }
    for (name, values) in [
        ("Themes", &brief.themes),
        ("Must be in it", &brief.include),
        ("Must not be in it", &brief.avoid),
    ] {
        if !values.is_empty() {
            let _ = write!(text, "\n{name}: {}", values.join("; "));
        }
    }
    text
}

/// The cast and the world; those spoken of first.
pub(super) fn people_and_places(
    budget: &mut PromptBudget,
    story: &StoryContext,
    focus: Option<&Focus>,
    share: f32,
) {
    let world = &story.world;
    let ties = |id| {
        world
            .relations
            .iter()
            .filter(|tie| tie.from == id || tie.to == id)
            .count()
    };
    let mut ranked: Vec<_> = world
        .entities
        .iter()
        .enumerate()
        .map(|(place, entity)| {
            let named = focus.is_some_and(|focus| focus.names(&entity.name));
            let person = entity.kind == EntityKind::Person;
            (
                std::cmp::Reverse((named, person, ties(entity.id))),
                place,
                entity,
            )
        })
        .collect();
    ranked.sort_by_key(|(worth, place, _)| (*worth, *place));
    let items = ranked
        .into_iter()
        .map(|(_, place, entity)| {
            let mut text = format!("{} ({}", entity.name, entity.kind.as_str());
            if !entity.pronouns.is_empty() {
                let _ = write!(text, ", {}", entity.pronouns);
            }
            text.push(')');
            let said = [&entity.role, &entity.description];
            let said: Vec<&str> = said
                .iter()
                .map(|s| s.as_str())
                .filter(|s| !s.is_empty())
                .collect();
            if !said.is_empty() {
                let _ = write!(text, ": {}", said.join(". "));
            }
            if !entity.traits.is_empty() {
                let _ = write!(text, " [{}]", entity.traits.join(", "));
            }
            if !entity.goal.is_empty() {
                let _ = write!(text, " Wants: {}", entity.goal);
            }
            for tie in world.relations.iter().filter(|tie| tie.from == entity.id) {
                if let Some(to) = world.entity(tie.to) {
                    let _ = write!(text, "; {} {}", tie.label, to.name);
                }
            }
            PromptItem { place, text }
        })
        .collect();
    budget.list(place::WORLD, "world", "The world:", items, share);
}

pub(super) fn rules(budget: &mut PromptBudget, story: &StoryContext, share: f32) {
    let items = story
        .world
        .rules
        .iter()
        .enumerate()
        .map(|(place, rule)| PromptItem {
            place,
            text: rule.text.clone(),
        })
        .collect();
    budget.list(place::RULES, "rules", "What always holds:", items, share);
}

/// Facts; those about the matter at hand first, then the newest.
pub(super) fn facts(budget: &mut PromptBudget, story: &StoryContext, focus: &Focus, share: f32) {
    let mut ranked: Vec<_> = story
        .world
        .facts
        .iter()
        .enumerate()
        .map(|(place, fact)| {
            (
                std::cmp::Reverse((focus.shares(&fact.text), place)),
                place,
                fact,
            )
        })
        .collect();
    ranked.sort_by_key(|(worth, _, _)| *worth);
    let items = ranked
        .into_iter()
        .map(|(_, place, fact)| PromptItem {
            place,
            text: fact.text.clone(),
        })
        .collect();
    budget.list(place::FACTS, "facts", "What is true by now:", items, share);
}

pub(super) fn task(budget: &mut PromptBudget, text: String) -> Result<(), TooSmall> {
    budget.must(place::TASK, Role::User, "task", text)
}
