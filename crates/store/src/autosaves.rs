//! What is typed and not saved yet, as the store keeps it.

use crate::error::Result;
use async_trait::async_trait;
use domain::{Autosave, ChapterRef, NewAutosave, StoryId};

/// Unsaved texts of chapters, one for each tab or device. They stay until the text is saved as a revision or
/// discarded. Quick: the next one comes a few seconds later.
#[async_trait]
pub trait AutosaveStore: Send + Sync {
    /// The unsaved texts of a chapter, newest first.
    async fn autosaves(&self, story: StoryId, chapter: ChapterRef) -> Result<Vec<Autosave>>;
    /// Keeps a text in the place of what this device kept before.
    async fn keep_autosave(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        new: NewAutosave,
    ) -> Result<Autosave>;
    /// Forgets what a device kept. Nothing happens where it kept nothing.
    async fn discard_autosave(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        device: &str,
    ) -> Result<()>;
}
