//! Stories and runs to test with.

use domain::{
    Brief, CallEnd, Chapter, ChapterPatch, Entity, EntityId, EntityKind, NewRun, Run, Spent, Stage,
    Step, StepId, StepKind, Story, StoryId, Timestamp, WorldPart,
};
use store::{Append, ChapterCommit, Claimed, FinishedCall, Lease, Store, ids};

/// The model that runs are started with.
pub(crate) const MODEL: &str = "builtin";

/// A story with this many chapters, each with beats, and a world: its runs have only their own steps.
pub(crate) async fn story(store: &impl Store, chapters: u32) -> StoryId {
    let now = Timestamp(1);
    let story = Story {
        id: StoryId(ids::new_id()),
        title: "The Lighthouse".to_owned(),
        brief: Brief {
            premise: "a lighthouse keeper hears her dead brother on the radio".to_owned(),
            ..Brief::default()
        },
        template: None,
        chapters,
        chapters_written: 0,
        words: 0,
        author: String::new(),
        cover: None,
        archived_at: None,
        version: 1,
        created_at: now,
        updated_at: now,
    };
    let story = store.insert_story(&story, None).await.unwrap().id;
    let mara = WorldPart::Entity(Entity {
        id: EntityId(ids::new_id()),
        kind: EntityKind::Person,
        name: "Mara".to_owned(),
        role: String::new(),
        description: String::new(),
        pronouns: String::new(),
        goal: String::new(),
        traits: Vec::new(),
    });
    store.put_part(story, mara, None).await.unwrap();
    for number in 1..=chapters {
        let patch = ChapterPatch {
            outline: Some(vec!["It rains.".to_owned()]),
            ..ChapterPatch::default()
        };
        let version = chapter(store, story, number).await.version;
        let outlined = store.update_chapter(story, number.into(), patch, version);
        outlined.await.unwrap();
    }
    story
}

pub(crate) async fn chapter(store: &impl Store, story: StoryId, number: u32) -> Chapter {
    store.chapter(story, number.into()).await.unwrap()
}

/// A queued run that writes a chapter.
pub(crate) async fn start(store: &impl Store, story: StoryId, number: u32) -> Run {
    let request = NewRun::chapter(number);
    store.insert_run(story, request, MODEL, None).await.unwrap()
}

/// A run that writes the first chapter of a new story, claimed, and its step.
pub(crate) async fn claimed(store: &impl Store) -> (StoryId, Claimed, Step) {
    let story = story(store, 1).await;
    start(store, story, 1).await;
    let claimed = store.claim().await.unwrap().unwrap();
    let step = claimed.run.steps[0].clone();
    assert_eq!(step.kind, StepKind::Chapter);
    (story, claimed, step)
}

/// A call that took this many tokens.
pub(crate) fn call(tokens: u64) -> FinishedCall {
    FinishedCall {
        model: MODEL.to_owned(),
        started_at: Timestamp(1),
        first_token_ms: None,
        ended: CallEnd::Whole,
        spent: Spent {
            calls: 1,
            answer_tokens: tokens,
            ..Spent::default()
        },
        parts: Vec::new(),
    }
}

/// The same, while it writes the draft.
pub(crate) async fn drafting(store: &impl Store) -> (StoryId, Lease, StepId) {
    let (story, claimed, step) = claimed(store).await;
    let (lease, step) = (claimed.lease, step.id);
    let entered = store.enter_stage(lease, step, Stage::Draft, None).await;
    entered.unwrap();
    (story, lease, step)
}

/// Adds text to a draft.
pub(crate) async fn write(store: &impl Store, lease: Lease, step: StepId, offset: u64, text: &str) {
    let text = append(offset, text);
    store.append(lease, step, text, None).await.unwrap();
}

pub(crate) fn append(offset: u64, text: &str) -> Append {
    Append {
        offset,
        text: text.to_owned(),
    }
}

/// A chapter as a run commits it, with a report.
pub(crate) fn commit(text: &str) -> ChapterCommit {
    ChapterCommit {
        text: text.to_owned(),
        findings: Vec::new(),
        needs_review: false,
        summary: "It rains.".to_owned(),
        facts: vec!["It rains in May.".to_owned()],
        threads: vec!["Why?".to_owned()],
    }
}

/// Saves a person's text of a chapter.
pub(crate) async fn save(store: &impl Store, story: StoryId, number: u32, text: &str) {
    let version = chapter(store, story, number).await.version;
    let text = text.to_owned().into();
    let saved = store.save_text(story, number.into(), text, version).await;
    saved.unwrap();
}

/// The text that a chapter has now.
pub(crate) async fn text(store: &impl Store, story: StoryId, number: u32) -> String {
    let revision = store.current_revision(story, number.into()).await.unwrap();
    revision.unwrap().text
}
