//! Versions of what was decided, and the trash.

use super::{Engine, MAX_LIMIT, after, chapters::compare_in_background};
use crate::Result;
use domain::{
    ComparedField, Page, Restored, StoryId, TrashId, Trashed, Version, VersionId, VersionTarget,
};
use rules::version_fields;

impl Engine {
    /// Versions of an outline, a brief or a part of a world, newest first.
    pub async fn versions(
        &self,
        story: StoryId,
        of: VersionTarget,
        limit: u32,
        from: Option<String>,
    ) -> Result<Page<Version>> {
        let limit = limit.clamp(1, MAX_LIMIT);
        self.store().versions(story, of, limit, after(from)?).await
    }

    /// How a version differs from what is there now, field by field.
    pub async fn compare_version(
        &self,
        story: StoryId,
        of: VersionTarget,
        id: VersionId,
    ) -> Result<Vec<ComparedField>> {
        let (old, now) = self.store().version(story, of, id).await?;
        let world = self.store().world(story).await?;
        let (old, now) = (
            version_fields::of(&old, &world),
            version_fields::of(&now, &world),
        );
        let mut compared = Vec::with_capacity(old.len());
        for ((label, old), (_, now)) in old.into_iter().zip(now) {
            compared.push(ComparedField {
                label: label.to_owned(),
                comparison: compare_in_background(old, now).await,
            });
        }
        Ok(compared)
    }

    /// Makes a version the present value again, based on `version` of what it is a version of. What is there now
    /// stays in the history.
    pub async fn restore_version(
        &self,
        story: StoryId,
        of: VersionTarget,
        id: VersionId,
        version: i64,
    ) -> Result<()> {
        self.store().restore_version(story, of, id, version).await
    }

    /// What was deleted and can be restored, last deleted first.
    pub async fn trash(&self, limit: u32, from: Option<String>) -> Result<Page<Trashed>> {
        let limit = limit.clamp(1, MAX_LIMIT);
        self.store().trash(limit, after(from)?).await
    }

    /// Brings something back from the trash. Runs that were cancelled when it was deleted stay cancelled.
    pub async fn restore_trashed(&self, id: TrashId) -> Result<Restored> {
        self.store().restore_trashed(id).await
    }

    /// Deletes something in the trash for good.
    pub async fn delete_forever(&self, id: TrashId) -> Result<()> {
        self.store().delete_forever(id).await
    }
}
