//! What is kept of a story for its exports.

use crate::error::Result;
use async_trait::async_trait;
use domain::{
    Chapter, Story, StoryId,
    export::{BookSettings, BookSettingsChange},
};

/// The image of a cover.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverImage {
    /// Its media type: `image/png` …
    pub media_type: String,
    /// The image as it was uploaded.
    pub bytes: Vec<u8>,
}

/// All that an export needs, in one snapshot.
#[derive(Clone, Debug)]
pub struct StoryBook {
    /// The story.
    pub story: Story,
    /// What was set for its book.
    pub settings: BookSettings,
    /// The cover, where the author uploaded one.
    pub cover: Option<CoverImage>,
    /// Its chapters in order, each with its current text.
    pub chapters: Vec<(Chapter, String)>,
}

/// Books: settings of exports. Every change is durable. Earlier details are in the history.
#[async_trait]
pub trait BookStore: Send + Sync {
    /// What is set; the defaults with version 0 where nothing was set yet.
    async fn book_settings(&self, story: StoryId) -> Result<BookSettings>;
    /// Replaces details and options, based on `version`.
    async fn set_book_settings(
        &self,
        story: StoryId,
        change: &BookSettingsChange,
        version: i64,
    ) -> Result<BookSettings>;
    /// The cover that was uploaded.
    async fn cover(&self, story: StoryId) -> Result<Option<CoverImage>>;
    /// Replaces or removes the cover, based on `version`.
    async fn set_cover(
        &self,
        story: StoryId,
        cover: Option<&CoverImage>,
        version: i64,
    ) -> Result<BookSettings>;
    /// Everything that an export needs, in one read transaction.
    async fn story_book(&self, story: StoryId) -> Result<StoryBook>;
}
