//! Backups while the studio runs, and stored values that can't be read.

use super::{SqliteStore, tx::Durability};
use async_trait::async_trait;
use domain::{
    BackupContents, BackupFile, BackupReason, BackupRestored, Brief, EventBody, NoticeLevel,
    Preferences, StoryId, Timestamp,
};
use sqlite_file::{FileState, take_startup_notices};
use sqlite_rows::readable::Lossy;
use store::{Error, Result};
use store::{MaintenanceStore, StartupNotice, UnreadableValue};

#[async_trait]
impl MaintenanceStore for SqliteStore {
    async fn back_up(&self, reason: BackupReason) -> Result<BackupFile> {
        self.back_up_(reason).await
    }

    async fn backups(&self) -> Result<Vec<BackupFile>> {
        Ok(self.backups_())
    }

    async fn last_backup(&self) -> Result<Option<Timestamp>> {
        let mut all = self.backups_().into_iter();
        let daily = all.find(|backup| {
            let is_daily = matches!(backup.reason, BackupReason::Daily | BackupReason::Unknown);
            is_daily && backup.verified
        });
        Ok(daily.map(|backup| backup.at))
    }

    async fn backup_contents(&self, id: &str) -> Result<BackupContents> {
        self.backup_contents_(id).await
    }

    async fn restore_backup(&self, id: &str) -> Result<BackupRestored> {
        self.restore_backup_(id).await
    }

    async fn restore_story(&self, id: &str, story: StoryId) -> Result<BackupRestored> {
        self.restore_story_(id, story).await
    }

    async fn is_worth_a_backup(&self) -> Result<bool> {
        let any = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM stories)")
            .fetch_one(&self.database.readers)
            .await?;
        Ok(any)
    }

    async fn unreadable(&self) -> Result<Vec<UnreadableValue>> {
        let mut found = Vec::new();
        let briefs: Vec<(Lossy, Lossy)> = sqlx::query_as("SELECT title, brief FROM stories")
            .fetch_all(&self.database.readers)
            .await?;
        for (title, brief) in briefs {
            if serde_json::from_str::<Brief>(&brief.0).is_err() {
                found.push(UnreadableValue::Brief(title.0));
            }
        }
        let outlines: Vec<(Lossy, i64)> = sqlx::query_as(
            "SELECT s.title, c.number FROM chapters c JOIN stories s ON s.id = c.story_id \
             WHERE CASE WHEN json_valid(c.outline) THEN json_type(c.outline) <> 'array' ELSE 1 END",
        )
        .fetch_all(&self.database.readers)
        .await?;
        found.extend(outlines.into_iter().map(|(title, chapter)| {
            let story = title.0;
            UnreadableValue::Outline { story, chapter }
        }));
        let entities: Vec<(Lossy, Lossy)> = sqlx::query_as(
            "SELECT s.title, e.name FROM entities e JOIN stories s ON s.id = e.story_id \
             WHERE CASE WHEN json_valid(e.traits) THEN json_type(e.traits) <> 'array' ELSE 1 END",
        )
        .fetch_all(&self.database.readers)
        .await?;
        found.extend(entities.into_iter().map(|(title, name)| {
            let (story, entity) = (title.0, name.0);
            UnreadableValue::Traits { story, entity }
        }));
        let settings: Lossy = sqlx::query_scalar("SELECT preferences FROM settings")
            .fetch_one(&self.database.readers)
            .await?;
        if serde_json::from_str::<Preferences>(&settings.0).is_err() {
            found.push(UnreadableValue::Settings);
        }
        Ok(found)
    }

    fn found_at_start(&self) -> Vec<StartupNotice> {
        take_startup_notices(&self.database.place.folder)
    }

    async fn announce(&self, level: NoticeLevel, text: &str) -> Result<()> {
        let mut tx = self.begin(Durability::Quick).await?;
        tx.emit(EventBody::Notice {
            level,
            text: text.to_owned(),
            run: None,
        })
        .await?;
        tx.commit().await
    }
}

impl SqliteStore {
    /// Notes in the file that everything is in it.
    pub(super) async fn mark_closed(&self) -> Result<()> {
        let mut sql = self.database.durable.acquire().await.map_err(Error::from)?;
        sqlite_file::set_state(&mut sql, FileState::Closed).await
    }
}
