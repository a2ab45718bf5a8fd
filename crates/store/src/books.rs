//! What is kept of a story for its exports.

use crate::error::Result;
use async_trait::async_trait;
use domain::{Chapter, CoverId, Story, StoryId};
use exchange::export::{BookSettings, BookSettingsChange};

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
    /// The cover in use, or the one with this id.
    async fn cover(&self, story: StoryId, id: Option<CoverId>) -> Result<Option<CoverImage>>;
    /// The small picture of a cover: none where it was not made yet, empty where the cover can't be read.
    async fn thumbnail(&self, story: StoryId, id: CoverId) -> Result<Option<Vec<u8>>>;
    /// Keeps the small picture of a cover beside it, or that there is none. Quick: it can be made again.
    async fn keep_thumbnail(&self, id: CoverId, picture: &[u8]) -> Result<()>;
    /// Adds a cover and uses it, based on `version`. Earlier ones stay.
    async fn add_cover(
        &self,
        story: StoryId,
        cover: &CoverImage,
        version: i64,
    ) -> Result<BookSettings>;
    /// Uses an earlier cover again, or none, based on `version`. All of them stay.
    async fn use_cover(
        &self,
        story: StoryId,
        id: Option<CoverId>,
        version: i64,
    ) -> Result<BookSettings>;
    /// Everything that an export needs, in one read transaction.
    async fn story_book(&self, story: StoryId) -> Result<StoryBook>;
}
