//! Examples in the document, made from the types themselves, so that they have the form that is sent.

use domain::{
    Brief, Chapter, ChapterId, ChapterPatch, ChapterState, Entity, EntityId, EntityKind,
    NewChapter, NewRun, NewStory, ProposalChoice, ProposalKind, RunKind, Story, StoryId,
    StoryPatch, Timestamp,
};
use serde::Serialize;
use serde_json::{Value, json};
use std::str::FromStr;

/// An id that looks like one.
fn id<T: FromStr>() -> Option<T> {
    "0196f3a2-7c5e-7d10-9b1a-2f4c6e8a0b1d".parse().ok()
}

fn value(value: impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

fn brief() -> Brief {
    Brief {
        premise: "A lighthouse keeper hears her dead brother on the radio.".to_owned(),
        genre: "mystery".to_owned(),
        chapters: 3,
        ..Brief::default()
    }
}

/// Names of schemas with an example of each.
pub(super) fn all() -> Vec<(&'static str, Value)> {
    let mut all = answers();
    all.extend(requests());
    all
}

/// What is answered.
fn answers() -> Vec<(&'static str, Value)> {
    let at = Timestamp(1_769_851_800_000);
    let story = id::<StoryId>().map(|id| Story {
        id,
        title: "The Lamp".to_owned(),
        brief: brief(),
        template: None,
        chapters: 3,
        chapters_written: 0,
        words: 0,
        version: 1,
        created_at: at,
        updated_at: at,
    });
    let chapter = id::<StoryId>()
        .zip(id::<ChapterId>())
        .map(|(story, id)| Chapter {
            id,
            story,
            number: 1,
            title: "The Voice".to_owned(),
            outline: vec!["She hears him for the first time.".to_owned()],
            state: ChapterState::Empty,
            revision: None,
            words: 0,
            summary: String::new(),
            stale: None,
            version: 1,
        });
    let entity = id::<EntityId>().map(|id| Entity {
        id,
        kind: EntityKind::Person,
        name: "Mara Holm".to_owned(),
        role: "keeper of the lighthouse".to_owned(),
        description: String::new(),
        pronouns: "she/her".to_owned(),
        goal: String::new(),
        traits: vec!["stubborn".to_owned()],
    });
    vec![
        ("Story", value(story)),
        ("Chapter", value(chapter)),
        ("Entity", value(entity)),
        ("Brief", value(brief())),
    ]
}

/// What is sent.
fn requests() -> Vec<(&'static str, Value)> {
    vec![
        (
            "StoryPatch",
            value(StoryPatch {
                title: Some("The Lamp".to_owned()),
                brief: None,
            }),
        ),
        (
            "NewStory",
            value(NewStory {
                title: "The Lamp".to_owned(),
                brief: brief(),
                ..NewStory::default()
            }),
        ),
        (
            "ProposalChoice",
            value(ProposalChoice {
                kind: Some(ProposalKind::Person),
                ..ProposalChoice::default()
            }),
        ),
        (
            "NewChapter",
            value(NewChapter {
                title: "The Voice".to_owned(),
                outline: Vec::new(),
            }),
        ),
        (
            "ChapterPatch",
            value(ChapterPatch {
                title: Some("The Voice".to_owned()),
                ..ChapterPatch::default()
            }),
        ),
        ("NewRun", value(NewRun::of(RunKind::AllChapters))),
        (
            "EditRequest",
            json!({ "text": "The lamp was out.", "finished": true }),
        ),
        (
            "NewEntity",
            json!({ "kind": "person", "name": "Mara Holm" }),
        ),
        ("EntityPatch", json!({ "goal": "to answer him" })),
        ("NewRule", json!({ "text": "The dead can't lie." })),
        (
            "NewFact",
            json!({ "text": "The lamp was lit in 1911.", "chapter": 1 }),
        ),
        (
            "ReplaceRequest",
            json!({ "find": "Mara", "replace": "Ines", "whole_words": true, "preview": true }),
        ),
        (
            "RenameRequest",
            json!({ "name": "Ines Berg", "aliases": ["Mari"], "preview": true }),
        ),
        ("BackupSelection", json!({})),
        ("CancelMany", json!({ "status": "queued" })),
    ]
}
