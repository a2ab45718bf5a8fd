//! Manuscripts that become stories.

use crate::error::Result;
use async_trait::async_trait;
use domain::{BookDetails, Story};
use exchange::import::DraftChapter;

/// Imports. Durable.
#[async_trait]
pub trait ImportStore: Send + Sync {
    /// Adds a story with these chapters, all of it or nothing. Each text is a revision by a person, and its chapter is
    /// finished; a chapter without a text is empty.
    async fn insert_imported(
        &self,
        story: &Story,
        book: &BookDetails,
        texts: &[DraftChapter],
    ) -> Result<Story>;
}
