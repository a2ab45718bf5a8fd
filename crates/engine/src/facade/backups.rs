//! Copies of the whole database: made, looked into and restored.

use super::Engine;
use crate::{Error, Result};
use domain::{BackupContents, BackupFile, BackupReason, BackupRestored, BackupSelection, StoryId};
use std::path::PathBuf;

impl Engine {
    /// The backups in the data folder, newest first.
    pub async fn backups(&self) -> Result<Vec<BackupFile>> {
        self.store().backups().await
    }

    /// Makes a checked backup now.
    pub async fn back_up(&self) -> Result<BackupFile> {
        self.store().back_up(BackupReason::Manual).await
    }

    /// What is in a backup, compared with what is here.
    pub async fn backup_contents(&self, id: &str) -> Result<BackupContents> {
        self.store().backup_contents(id).await
    }

    /// Where the file of a backup is, and its size.
    pub async fn backup_file(&self, id: &str) -> Result<(PathBuf, u64)> {
        let found = self.store().backups().await?;
        let found = found.into_iter().find(|backup| backup.id == id);
        let backup = found.ok_or(Error::NotFound("backup"))?;
        Ok((backup.file.into(), backup.bytes))
    }

    /// Restores one story of a backup as a new one, or everything. What runs is stopped before everything is replaced;
    /// where that fails, it goes on by itself.
    pub async fn restore_backup(
        &self,
        id: &str,
        selection: BackupSelection,
    ) -> Result<BackupRestored> {
        let (engine, id) = (self.clone(), id.to_owned());
        // In a task of its own, among the workers: a caller that goes leaves nothing half done, and the store is not
        // closed before it ends.
        let task = async move {
            match selection.story {
                Some(story) => engine.restore_story(&id, story).await,
                None => engine.restore_everything(&id).await,
            }
        };
        self.workers.spawn(task).await.unwrap_or_else(|error| {
            tracing::error!(%error, "a restore came to no end");
            let reason =
                "The backup could not be restored. Look at the studio's log, then try again.";
            Err(Error::Unusable(reason.to_owned()))
        })
    }

    async fn restore_story(&self, id: &str, story: StoryId) -> Result<BackupRestored> {
        let restored = self.store().restore_story(id, story).await?;
        tracing::info!(backup = id, %story, "a story was restored from a backup");
        Ok(restored)
    }

    async fn restore_everything(&self, id: &str) -> Result<BackupRestored> {
        // What can't be used is refused before anything is stopped.
        self.store().backup_contents(id).await?;
        let resting = self.ctx.rest().await?;
        let restored = self.store().restore_backup(id).await;
        drop(resting);
        self.ctx.wake.notify_waiters();
        let restored = restored?;
        let kept = restored.kept.as_ref().map(|kept| &*kept.id);
        tracing::info!(backup = id, kept, "everything was restored from a backup");
        Ok(restored)
    }
}
