//! What was deleted and can be restored.

use crate::error::Result;
use async_trait::async_trait;
use domain::{Page, Restored, Timestamp, TrashId, Trashed};

/// The trash. Whatever deletes a story, a chapter or a part of a world puts it here,
/// whole, with all that belongs to it. Every change is durable.
#[async_trait]
pub trait TrashStore: Send + Sync {
    /// What is in it, last deleted first, after the one with id `after`. What was deleted of a story that is in the
    /// trash itself is not listed: it comes back with the story, to the trash.
    async fn trash(&self, limit: u32, after: Option<TrashId>) -> Result<Page<Trashed>>;
    /// Brings one back with everything that was deleted together with it.
    async fn restore_trashed(&self, id: TrashId) -> Result<Restored>;
    /// Deletes one for good.
    async fn delete_forever(&self, id: TrashId) -> Result<()>;
    /// Deletes for good what was deleted before this time. Answers how many went.
    async fn empty_trash(&self, before: Timestamp) -> Result<u64>;
}
