//! From rows to domain types. What can't be read back is `Corrupt`, never a panic.

use crate::readable::{Lossy, by_field};
use domain::{
    Brief, Chapter, ChapterState, Offer, Origin, Pace, RevisionKind, RevisionSummary, Run, RunKind,
    Spent, Stage, Status, Step, StepKind, Story, Subject, Timestamp,
    notice::{UNREADABLE_OUTLINE, UNREADABLE_PREMISE},
};
use rules::run_view;
use serde::{Serialize, de::DeserializeOwned};
use sqlx::FromRow;
use std::str::FromStr;
use store::{Error, Result};

/// JSON of something that always can be written as JSON.
pub fn to_json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("plain data with string keys can be written as JSON")
}

/// A value out of JSON; `what` names it where it can't be read.
pub fn from_json<T: DeserializeOwned>(text: &str, what: &'static str) -> Result<T> {
    serde_json::from_str(text).map_err(|_| Error::Corrupt(what))
}

/// An id.
pub fn id<T: FromStr>(text: &str) -> Result<T> {
    text.parse().map_err(|_| Error::Corrupt("an id"))
}

/// The state of a chapter. One that can't be read asks for a look, and keeps no run from ending.
pub fn chapter_state(word: &str) -> ChapterState {
    ChapterState::parse(word).unwrap_or(ChapterState::NeedsReview)
}

/// The status of a run or a step.
pub fn status(word: &str) -> Result<Status> {
    Status::parse(word).ok_or(Error::Corrupt("a status"))
}

pub(crate) fn number(value: i64) -> u32 {
    u32::try_from(value).unwrap_or_default()
}

fn count(value: i64) -> u64 {
    u64::try_from(value).unwrap_or_default()
}

/// A row of a story.
#[derive(FromRow)]
pub struct StoryRow {
    id: String,
    title: Lossy,
    brief: Lossy,
    template: Option<String>,
    chapters: i64,
    chapters_written: i64,
    words: i64,
    archived_at: Option<i64>,
    author: Option<Lossy>,
    cover: Option<String>,
    version: i64,
    created_at: i64,
    updated_at: i64,
}

impl StoryRow {
    /// The story.
    pub fn read(self) -> Result<Story> {
        let (mut brief, whole) = by_field::<Brief>(&self.brief.0);
        if !whole {
            tracing::error!(
                story = self.id,
                "the brief can't be read; what can be is shown"
            );
            if brief.premise.is_empty() {
                UNREADABLE_PREMISE.clone_into(&mut brief.premise);
            }
        }
        Ok(Story {
            id: id(&self.id)?,
            title: self.title.0,
            brief,
            template: self.template,
            chapters: number(self.chapters),
            chapters_written: number(self.chapters_written),
            words: count(self.words),
            author: self.author.map(|author| author.0).unwrap_or_default(),
            cover: self.cover.as_deref().map(id).transpose()?,
            archived_at: self.archived_at.map(Timestamp),
            version: self.version,
            created_at: Timestamp(self.created_at),
            updated_at: Timestamp(self.updated_at),
        })
    }
}

/// A row of a chapter.
#[derive(FromRow)]
pub struct ChapterRow {
    id: String,
    story_id: String,
    number: i64,
    title: Lossy,
    outline: Lossy,
    state: String,
    revision_id: Option<String>,
    words: i64,
    summary: Lossy,
    stale: Option<Lossy>,
    version: i64,
}

impl ChapterRow {
    /// The chapter.
    pub fn read(self) -> Result<Chapter> {
        Ok(Chapter {
            id: id(&self.id)?,
            story: id(&self.story_id)?,
            number: number(self.number),
            title: self.title.0,
            outline: from_json(&self.outline.0, "an outline").unwrap_or_else(|_| {
                tracing::error!(chapter = self.id, "the outline can't be read");
                vec![UNREADABLE_OUTLINE.to_owned()]
            }),
            // A person should look at it.
            state: chapter_state(&self.state),
            revision: self.revision_id.as_deref().map(id).transpose()?,
            words: count(self.words),
            summary: self.summary.0,
            stale: self.stale.map(|stale| stale.0),
            version: self.version,
        })
    }
}

/// A row of a revision, without its text.
#[derive(FromRow)]
pub struct RevisionRow {
    id: String,
    kind: String,
    run_id: Option<String>,
    offer: Option<String>,
    words: i64,
    created_at: i64,
}

impl RevisionRow {
    /// The revision.
    pub fn read(self) -> Result<RevisionSummary> {
        Ok(RevisionSummary {
            id: id(&self.id)?,
            origin: self
                .run_id
                .as_deref()
                .map(id)
                .transpose()?
                .map_or(Origin::Person, Origin::Run),
            kind: RevisionKind::parse(&self.kind).ok_or(Error::Corrupt("a revision's kind"))?,
            offer: self
                .offer
                .map(|word| Offer::parse(&word).ok_or(Error::Corrupt("a candidate's offer")))
                .transpose()?,
            words: count(self.words),
            created_at: Timestamp(self.created_at),
        })
    }
}

/// A row of a run.
#[derive(FromRow)]
pub struct RunRow {
    id: String,
    story_id: String,
    story_title: String,
    kind: String,
    status: String,
    cancel_requested: bool,
    pause_requested: bool,
    feedback: Option<String>,
    model: String,
    priority: i64,
    attempt: i64,
    rate: Option<f64>,
    error: Option<String>,
    stopped_after_ms: Option<i64>,
    version: i64,
    created_at: i64,
    started_at: Option<i64>,
    ended_at: Option<i64>,
    position: f64,
    waiting_for: Option<String>,
    pause_after_chapter: bool,
    pace: String,
    budget: Option<String>,
    model_named: bool,
    held_up: Option<String>,
    /// Chapters of unfinished steps that were deleted; a run over all chapters passes over them.
    lost_chapters: i64,
}

impl RunRow {
    /// Its id as stored.
    pub fn key(&self) -> &str {
        &self.id
    }

    /// The run, with these steps and what it took so far.
    pub fn read(self, steps: Vec<Step>, spent: Spent) -> Result<Run> {
        let status = status(&self.status)?;
        let pace: Pace = from_json(&self.pace, "a run's pace").unwrap_or_default();
        Ok(Run {
            id: id(&self.id)?,
            story: id(&self.story_id)?,
            story_title: self.story_title,
            kind: RunKind::parse(&self.kind).ok_or(Error::Corrupt("a run's kind"))?,
            status,
            control: domain::ControlFlags {
                cancel_requested: self.cancel_requested,
                pause_requested: self.pause_requested,
                is_paused: status == Status::Paused,
                can_resume: run_view::can_resume(status, self.lost_chapters > 0),
                pause_after_chapter: self.pause_after_chapter,
            },
            stage: run_view::stage_under_way(&steps),
            progress: run_view::run_progress(status, &pace, &steps, self.rate),
            steps,
            attempt: number(self.attempt),
            priority: i32::try_from(self.priority).unwrap_or_default(),
            position: self.position,
            model: self.model,
            model_named: self.model_named,
            budget: self
                .budget
                .as_deref()
                .map(|budget| from_json(budget, "a budget"))
                .transpose()?,
            spent,
            feedback: self.feedback,
            waiting_for: self.waiting_for,
            held_up: self.held_up,
            error: self.error,
            stopped_after_ms: self.stopped_after_ms.map(count),
            version: self.version,
            created_at: Timestamp(self.created_at),
            started_at: self.started_at.map(Timestamp),
            ended_at: self.ended_at.map(Timestamp),
        })
    }
}

/// A row of a step.
#[derive(FromRow)]
pub struct StepRow {
    id: String,
    kind: String,
    chapter_id: Option<String>,
    chapter: Option<i64>,
    status: String,
    stage: Option<String>,
    scene: Option<i64>,
    scenes: Option<i64>,
    fraction: f64,
    tokens: i64,
    words: i64,
    is_thinking: bool,
    entity_id: Option<String>,
    entity: Option<String>,
}

impl StepRow {
    /// The step.
    pub fn read(self) -> Result<Step> {
        Ok(Step {
            id: id(&self.id)?,
            kind: StepKind::parse(&self.kind).ok_or(Error::Corrupt("a step's kind"))?,
            chapter_id: self.chapter_id.as_deref().map(id).transpose()?,
            chapter: self.chapter.map(number),
            subject: match self.entity_id.zip(self.entity) {
                Some((key, name)) => Some(Subject {
                    id: id(&key)?,
                    name,
                }),
                None => None,
            },
            status: status(&self.status)?,
            stage: self.stage.as_deref().and_then(Stage::parse),
            scene: self
                .scene
                .zip(self.scenes)
                .map(|(scene, of)| (number(scene), number(of))),
            fraction: self.fraction,
            tokens: count(self.tokens),
            words: count(self.words),
            is_thinking: self.is_thinking,
        })
    }
}
