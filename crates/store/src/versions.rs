//! What the store keeps of earlier decisions.

use crate::error::Result;
use async_trait::async_trait;
use domain::{Page, StoryId, Version, VersionId, VersionTarget, VersionValue};

/// The history of outlines, briefs and parts of a world. Every change of these keeps the value before it and the
/// new one, in its own transaction.
#[async_trait]
pub trait VersionStore: Send + Sync {
    /// Versions, newest first, after the one with id `after`.
    async fn versions(
        &self,
        story: StoryId,
        of: VersionTarget,
        limit: u32,
        after: Option<VersionId>,
    ) -> Result<Page<Version>>;
    /// What a version says, and what is there now.
    async fn version(
        &self,
        story: StoryId,
        of: VersionTarget,
        id: VersionId,
    ) -> Result<(VersionValue, VersionValue)>;
    /// Makes a version the present value again, based on `version` of what has the history. That is a change like
    /// any other, and kept as one.
    async fn restore_version(
        &self,
        story: StoryId,
        of: VersionTarget,
        id: VersionId,
        version: i64,
    ) -> Result<()>;
}
