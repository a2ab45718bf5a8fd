//! Unsaved texts of chapters.

use super::{
    SqliteStore, chapters,
    tx::{Durability, Tx},
};
use async_trait::async_trait;
use domain::{Autosave, ChapterId, ChapterRef, NewAutosave, Refusal, StoryId, Timestamp};
use sqlite_rows::rows;
use sqlx::FromRow;
use store::Result;
use store::{AutosaveStore, clock};

/// The most unsaved texts that one chapter keeps.
const MOST: u32 = 20;

#[derive(FromRow)]
struct Row {
    device: String,
    text: String,
    base_version: i64,
    base_revision: Option<String>,
    saved_at: i64,
}

impl Row {
    fn read(self) -> Result<Autosave> {
        let base_revision = self.base_revision.map(|id| rows::id(&id)).transpose()?;
        Ok(Autosave {
            device: self.device,
            text: self.text,
            base_version: self.base_version,
            base_revision,
            saved_at: Timestamp(self.saved_at),
        })
    }
}

/// Forgets every autosave that says what was just saved.
pub(super) async fn forget_saved(tx: &mut Tx<'_>, chapter: ChapterId, text: &str) -> Result<()> {
    sqlx::query("DELETE FROM autosaves WHERE chapter_id = ? AND text = ?")
        .bind(chapter.to_string())
        .bind(text)
        .execute(tx.sql())
        .await?;
    Ok(())
}

#[async_trait]
impl AutosaveStore for SqliteStore {
    async fn autosaves(&self, story: StoryId, chapter: ChapterRef) -> Result<Vec<Autosave>> {
        let mut tx = self.database.readers.begin().await?;
        let chapter = chapters::load(&mut tx, story, chapter).await?;
        sqlx::query_as::<_, Row>(
            "SELECT device, text, base_version, base_revision, saved_at FROM autosaves \
             WHERE chapter_id = ? ORDER BY saved_at DESC, device",
        )
        .bind(chapter.id.to_string())
        .fetch_all(&mut *tx)
        .await?
        .into_iter()
        .map(Row::read)
        .collect()
    }

    async fn keep_autosave(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        new: NewAutosave,
    ) -> Result<Autosave> {
        // It survives the death of the process; the next one comes a few seconds later.
        let mut tx = self.begin(Durability::Quick).await?;
        let chapter = chapters::load(tx.sql(), story, chapter).await?;
        let others: u32 = sqlx::query_scalar(
            "SELECT count(*) FROM autosaves WHERE chapter_id = ? AND device <> ?",
        )
        .bind(chapter.id.to_string())
        .bind(&new.device)
        .fetch_one(tx.sql())
        .await?;
        if others >= MOST {
            return Err(Refusal::TooManyAutosaves(MOST).into());
        }
        let saved_at = clock::now();
        sqlx::query(
            "INSERT INTO autosaves (chapter_id, device, text, base_version, base_revision, saved_at) \
             VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (chapter_id, device) DO UPDATE SET \
             text = excluded.text, base_version = excluded.base_version, \
             base_revision = excluded.base_revision, saved_at = excluded.saved_at",
        )
        .bind(chapter.id.to_string())
        .bind(&new.device)
        .bind(&new.text)
        .bind(new.base_version)
        .bind(new.base_revision.map(|id| id.to_string()))
        .bind(saved_at.millis())
        .execute(tx.sql())
        .await?;
        tx.commit().await?;
        Ok(Autosave {
            device: new.device,
            text: new.text,
            base_version: new.base_version,
            base_revision: new.base_revision,
            saved_at,
        })
    }

    async fn discard_autosave(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        device: &str,
    ) -> Result<()> {
        let mut tx = self.begin(Durability::Quick).await?;
        let chapter = chapters::load(tx.sql(), story, chapter).await?;
        sqlx::query("DELETE FROM autosaves WHERE chapter_id = ? AND device = ?")
            .bind(chapter.id.to_string())
            .bind(device)
            .execute(tx.sql())
            .await?;
        tx.commit().await
    }
}
