//! Copies of the whole database.

use super::Engine;
use crate::{Error, Result};
use domain::BackupFile;

impl Engine {
    /// The backups in the data folder, newest first.
    pub async fn backups(&self) -> Result<Vec<BackupFile>> {
        self.store().backups().await
    }

    /// Makes a checked backup now.
    pub async fn back_up(&self) -> Result<BackupFile> {
        let made = self.store().back_up().await?.display().to_string();
        let backups = self.store().backups().await?;
        let mut found = backups.into_iter().filter(|backup| backup.file == made);
        found.next().ok_or(Error::NotFound("backup"))
    }
}
