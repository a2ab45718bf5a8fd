//! The craft around the text: structures, making one thing again, reviews.

use super::{Engine, MAX_LIMIT};
use crate::Result;
use domain::{Actor, Chapter, Entity, EntityId, Review, StoryId, Structure, StructureTemplate};

impl Engine {
    /// The shapes a story can be given.
    pub fn structures(&self) -> Vec<StructureTemplate> {
        Structure::ALL
            .into_iter()
            .map(Structure::template)
            .collect()
    }

    /// A chapter's former beats and its present ones change places, based on `version` of the chapter.
    pub async fn swap_outline(
        &self,
        _actor: &Actor,
        story: StoryId,
        number: u32,
        version: i64,
    ) -> Result<Chapter> {
        self.store().swap_outline(story, number, version).await
    }

    /// One entity of a world and its version.
    pub async fn entity(
        &self,
        _actor: &Actor,
        story: StoryId,
        id: EntityId,
    ) -> Result<(Entity, i64)> {
        self.store().entity(story, id).await
    }

    /// What somebody or something was before and what it is change places, based on `version`.
    pub async fn swap_entity(
        &self,
        _actor: &Actor,
        story: StoryId,
        id: EntityId,
        version: i64,
    ) -> Result<(Entity, i64)> {
        self.store().swap_entity(story, id, version).await?;
        self.store().entity(story, id).await
    }

    /// Who and what of a world can be brought back to what it was before.
    pub async fn formers(&self, _actor: &Actor, story: StoryId) -> Result<Vec<EntityId>> {
        self.store().formers(story).await
    }

    /// A story's reviews, newest first.
    pub async fn reviews(&self, _actor: &Actor, story: StoryId, limit: u32) -> Result<Vec<Review>> {
        self.store().reviews(story, limit.clamp(1, MAX_LIMIT)).await
    }
}
