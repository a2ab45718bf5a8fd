//! What the store does for the craft around the text: making one thing again, reviews, a world by hand.

use super::Lease;
use crate::error::Result;
use async_trait::async_trait;
use domain::{
    ChapterId, Entity, EntityId, Finding, PartId, Review, RevisionId, RunId, StepId, StoryId,
    TrashId, WorldPart,
};
use writing::assignment::{ChapterReading, ChapterSketch, EntityRewrite, ReadingNote};

/// A chapter that a review has read.
#[derive(Clone, Debug)]
pub struct ReadChapter {
    /// Which.
    pub chapter: ChapterId,
    /// The text that was read.
    pub revision: RevisionId,
    /// What was noted of it.
    pub reading: ChapterReading,
}

/// One thing made again.
#[async_trait]
pub trait RegenerateStore: Send + Sync {
    /// Commits one chapter's beats (and its title, where it has none). `based_on` are the beats that were to
    /// be replaced: where a person has others by now, those stay and the new ones go to the history alone.
    async fn commit_chapter_outline(
        &self,
        lease: Lease,
        step: StepId,
        sketch: &ChapterSketch,
        based_on: &[String],
    ) -> Result<()>;
    /// Commits what is new of somebody or something. `based_on` is what was to be replaced: where a person
    /// has changed it, that stays and the new goes to the history alone.
    async fn commit_entity(
        &self,
        lease: Lease,
        step: StepId,
        rewrite: &EntityRewrite,
        based_on: &Entity,
    ) -> Result<()>;
    /// One entity and its version.
    async fn entity(&self, story: StoryId, id: EntityId) -> Result<(Entity, i64)>;
}

/// A world changed by hand, part by part.
#[async_trait]
pub trait WorldStore: Send + Sync {
    /// One part and its version.
    async fn part(&self, story: StoryId, id: PartId) -> Result<(WorldPart, i64)>;
    /// Adds a part, or changes the one that is there, based on `version`.
    async fn put_part(
        &self,
        story: StoryId,
        part: WorldPart,
        version: Option<i64>,
    ) -> Result<(WorldPart, i64)>;
    /// Moves a part to the trash, based on `version`; an entity with its relations.
    async fn delete_part(&self, story: StoryId, id: PartId, version: i64) -> Result<TrashId>;
}

/// Reviews of whole stories.
#[async_trait]
pub trait ReviewStore: Send + Sync {
    /// What a run has noted so far, in order.
    async fn reading_notes(&self, run: RunId) -> Result<Vec<ReadingNote>>;
    /// Which text of which chapter a run has read, in the present order of the chapters.
    async fn read_texts(&self, run: RunId) -> Result<Vec<(ChapterId, RevisionId)>>;
    /// Adds findings to what a run has noted of chapters; those that are there already are left out.
    async fn add_to_readings(
        &self,
        lease: Lease,
        found: &[(ChapterId, Vec<Finding>)],
    ) -> Result<()>;
    /// Commits the reading of a chapter; `None` where there was nothing to read.
    async fn commit_reading(
        &self,
        lease: Lease,
        step: StepId,
        read: Option<ReadChapter>,
    ) -> Result<()>;
    /// Commits the last word.
    async fn commit_review(&self, lease: Lease, step: StepId, assessment: &str) -> Result<()>;
    /// A story's reviews, newest first.
    async fn reviews(&self, story: StoryId, limit: u32) -> Result<Vec<Review>>;
}
