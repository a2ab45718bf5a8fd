//! What the tests share: briefs, a way through the pipeline, and what to look for in a text.

use crate::{compose, words};
use domain::{Brief, Entity, EntityId, EntityKind};
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use writing::assignment::{
    Assignment, ChapterContext, OutlineRequest, OutlineSketch, Plan, StoryContext, WorldSketch,
};

pub(crate) const PREMISES: &[(&str, &str)] = &[
    (
        "a lighthouse keeper who hears her dead brother on the radio",
        "",
    ),
    (
        "A retired detective finds a letter in a hotel, and his late wife’s name in it.",
        "mystery",
    ),
    (
        "Two strangers share an umbrella at a tram stop every Tuesday",
        "romance",
    ),
    ("A young dragon rider steals the king’s sword", "fantasy"),
    (
        "The last botanist on a space station talks to a robot",
        "science fiction",
    ),
    (
        "Smugglers race for a treasure map across the desert",
        "adventure",
    ),
    ("bread", ""),
    ("", ""),
    (
        "<script>alert('x')</script> {{slot}} [TODO] $P ~he ^A (a|b)",
        "",
    ),
    ("🐙🌊", "cosy"),
    (
        "Eine Leuchtturmwärterin hört ihren toten Bruder im Radio",
        "",
    ),
    ("老灯台守", ""),
    (
        "an orphan called Pip who wants to bake a croquembouche for the zeppelin",
        "comedy",
    ),
];

pub(crate) fn story(premise: &str, genre: &str, seed: u64) -> StoryContext {
    StoryContext {
        title: String::new(),
        brief: Brief {
            premise: premise.to_owned(),
            genre: genre.to_owned(),
            ..Brief::default()
        },
        seed,
        ..StoryContext::default()
    }
}

pub(crate) fn ask<T: DeserializeOwned>(story: &StoryContext, assignment: &Assignment) -> T {
    serde_json::from_str(&compose(story, assignment)).expect("an answer of its type")
}

pub(crate) fn entity(
    at: usize,
    kind: EntityKind,
    name: &str,
    pronouns: &str,
    role: &str,
) -> Entity {
    let id: EntityId =
        serde_json::from_str(&format!("\"00000000-0000-7000-8000-{at:012}\"")).expect("an id");
    Entity {
        id,
        kind,
        name: name.to_owned(),
        role: role.to_owned(),
        description: String::new(),
        pronouns: pronouns.to_owned(),
        goal: String::new(),
        traits: Vec::new(),
    }
}

pub(crate) fn add_world(story: &mut StoryContext) -> WorldSketch {
    let world: WorldSketch = ask(story, &Assignment::World);
    for (at, made) in world.entities.iter().enumerate() {
        let mut entity = entity(at, made.kind, &made.name, &made.pronouns, &made.role);
        entity.description.clone_from(&made.description);
        entity.traits.clone_from(&made.traits);
        story.world.entities.push(entity);
    }
    world
}

pub(crate) fn chapters(story: &StoryContext, of: u32) -> Vec<ChapterContext> {
    let outline: OutlineSketch = ask(
        story,
        &Assignment::Outline {
            outline: OutlineRequest::all(of),
        },
    );
    assert_eq!(outline.chapters.len(), of as usize);
    (1..)
        .zip(outline.chapters)
        .map(|(number, chapter)| ChapterContext {
            number,
            of,
            title: chapter.title,
            beats: chapter.beats,
            ..ChapterContext::default()
        })
        .collect()
}

pub(crate) fn write(story: &StoryContext, chapter: &ChapterContext, plan: &Plan) -> Vec<String> {
    (0..plan.scenes.len())
        .map(|scene| {
            compose(
                story,
                &Assignment::Draft {
                    chapter: chapter.clone(),
                    plan: plan.clone(),
                    scene,
                    before: String::new(),
                },
            )
        })
        .collect()
}

pub(crate) fn plan(story: &StoryContext, chapter: &ChapterContext) -> Plan {
    ask(
        story,
        &Assignment::Plan {
            chapter: chapter.clone(),
        },
    )
}

/// What is wrong with a chapter's text, if anything.
pub(crate) fn faults(text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let count = words::count(text);
    if !(900..=1800).contains(&count) {
        faults.push(format!("{count} words"));
    }
    let mut seen = BTreeSet::new();
    for sentence in text::prose::sentences(text) {
        if !seen.insert(text::prose::normal(sentence)) {
            faults.push(format!("twice: {sentence}"));
        }
        let first = sentence.trim_start_matches(['“', '*', '‘']).chars().next();
        if first.is_some_and(char::is_lowercase) {
            faults.push(format!("no capital: {sentence}"));
        }
    }
    for bad in [
        "{",
        "}",
        "[",
        "]",
        "$",
        "~",
        "^",
        "|",
        "TODO",
        "lorem",
        "  ",
        " ,",
        " .",
        " ;",
        " ?",
        " !",
        "..",
        ",.",
        ".,",
        "<",
        ">",
        "''",
        "they was ",
        "They was ",
        "themself’s",
        " a a",
        " a e",
        " a i",
        " a u",
        " an b",
        " an c",
        " an d",
        " an l",
        " an s",
        " an t",
        "\"",
    ] {
        let fine = bad == " a u" && (text.contains(" a use") || text.contains(" a uni"));
        if text.contains(bad) && !fine {
            let at = text.find(bad).unwrap_or(0);
            let near: String = text[at..].chars().take(40).collect();
            faults.push(format!("{bad:?}: {near}"));
        }
    }
    for paragraph in text.split("\n\n") {
        if paragraph.matches('“').count() != paragraph.matches('”').count() {
            faults.push(format!("quotes: {paragraph}"));
        }
        if paragraph.trim().is_empty() || paragraph.contains('\n') {
            faults.push(format!("paragraph: {paragraph:?}"));
        }
    }
    faults
}
