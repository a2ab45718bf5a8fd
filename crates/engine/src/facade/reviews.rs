//! The craft around the text: structures, making one thing again, reviews.

use super::{Engine, MAX_LIMIT};
use crate::Result;
use domain::{Entity, EntityId, Review, StoryId, Structure, StructureTemplate};

impl Engine {
    /// The shapes a story can be given.
    pub fn structures(&self) -> Vec<StructureTemplate> {
        Structure::ALL
            .into_iter()
            .map(Structure::template)
            .collect()
    }

    /// One entity of a world and its version.
    pub async fn entity(&self, story: StoryId, id: EntityId) -> Result<(Entity, i64)> {
        self.store().entity(story, id).await
    }

    /// A story's reviews, newest first.
    pub async fn reviews(&self, story: StoryId, limit: u32) -> Result<Vec<Review>> {
        self.store().reviews(story, limit.clamp(1, MAX_LIMIT)).await
    }
}
