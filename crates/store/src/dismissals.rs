//! What of the author's dismissals is kept.

use crate::error::Result;
use async_trait::async_trait;
use domain::{Chapter, ChapterId, ChapterRef, Dismissal, StoryId};

/// Findings that the author does not want to be told again, chapter by chapter.
#[async_trait]
pub trait DismissalStore: Send + Sync {
    /// What was dismissed in a chapter, in a fixed order.
    async fn dismissed(&self, chapter: ChapterId) -> Result<Vec<Dismissal>>;
    /// Dismisses a finding; nothing happens where it is dismissed already. A chapter that needed review for
    /// findings alone is written once none of them is left.
    async fn dismiss(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        finding: Dismissal,
    ) -> Result<Chapter>;
    /// Takes that back; nothing happens where it is not dismissed.
    async fn undismiss(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        finding: Dismissal,
    ) -> Result<Chapter>;
}
