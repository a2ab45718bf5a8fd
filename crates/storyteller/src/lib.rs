//! The built-in writer: a seeded storyteller that needs no language model.
//!
//! It answers every assignment from hand-written decks of paragraphs: the same story, seed and
//! assignment give the same text, byte for byte, on every platform.

mod appearance;
mod beats;
mod cast;
mod chapter;
mod check;
mod critic;
mod customs;
mod edit;
mod frame;
mod grammar;
mod interview;
mod lexicon;
mod names;
mod nouns;
mod outline;
pub mod paced;
mod paragraph_picker;
mod pattern_deck;
mod plan;
mod premise;
mod pronouns;
mod reader;
mod regenerate;
mod remaining;
mod revise;
mod roles;
mod seeded_rng;
mod setting;
mod signs;
mod stock_people;
mod stock_places;
mod storyline;
mod summary;
mod tense;
mod titles;
mod unwanted_words;
mod words;
mod world;

#[cfg(test)]
mod tests;

pub use paced::BuiltIn;
use serde::Serialize;

use writing::assignment::{Assignment, StoryContext};

/// Answers an assignment: prose for `Draft`, JSON of the named type for everything else.
pub fn compose(story: &StoryContext, assignment: &Assignment) -> String {
    match assignment {
        Assignment::World => json(&world::sketch(story)),
        Assignment::Outline { outline } => json(&remaining::sketch(story, outline)),
        Assignment::ChapterOutline { chapter } => json(&regenerate::chapter(story, chapter)),
        Assignment::Entity { entity, feedback } => {
            json(&regenerate::entity(story, entity, feedback))
        }
        Assignment::Interview { idea, answers } => json(&interview::sketch(idea, answers)),
        Assignment::Review { part, .. } => json(&critic::read(story, part)),
        Assignment::Read { part, known, .. } => json(&reader::read(part, known)),
        Assignment::Assess { notes } => json(&critic::assess(notes)),
        Assignment::Part { chapters } => json(&summary::of_part(chapters)),
        Assignment::SoFar { before, parts } => json(&summary::so_far(before.as_ref(), parts)),
        Assignment::Plan { chapter } => json(&plan::sketch(story, chapter)),
        Assignment::Draft {
            chapter,
            plan,
            scene,
            ..
        } => chapter::scene(story, chapter, plan, *scene),
        Assignment::Edit { text, .. } => json(&edit::sketch(text)),
        Assignment::Check { chapter, text } => json(&check::report(story, chapter, text)),
        Assignment::Revise { text, findings, .. } => json(&revise::sketch(text, findings)),
    }
}

/// The answer as JSON; plain data of strings and lists can't fail to be written.
fn json<T: Serialize>(answer: &T) -> String {
    serde_json::to_string_pretty(answer).unwrap_or_else(|_| "{}".to_owned())
}
