//! The names by which an author goes somewhere.

use crate::error::Result;
use async_trait::async_trait;
use domain::{NameMatch, StoryId};

/// Reads names alone: quick also with thousands of stories, so that it can be asked with every key.
#[async_trait]
pub trait NameStore: Send + Sync {
    /// The names of all stories, last changed first; before them those of the chapters of one story, in order, and of
    /// the entities of its world.
    async fn names(&self, story: Option<StoryId>) -> Result<Vec<NameMatch>>;
}
