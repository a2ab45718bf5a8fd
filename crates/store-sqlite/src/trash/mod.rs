//! The trash: rows that were deleted, whole, and how they come back.
//!
//! What is deleted leaves its tables for good, so no query has to know of it. It is kept row by row, as JSON, with
//! everything that is deleted together with it.

mod restore;

pub(super) use sqlite_stories::trash_entry::{put_chapter, put_part, put_story};

use super::{SqliteStore, tx::Durability};
use async_trait::async_trait;
use domain::{EventBody, Page, Restored, Timestamp, TrashId, Trashed};
use sqlite_rows::paging::{page, rows_for};
use sqlite_stories::{trash_entry::EntryRow, trash_rows as rows};
use sqlx::SqliteConnection;
use store::TrashStore;
use store::{Error, Result};

macro_rules! select_entry {
    ($rest:literal) => {
        concat!(
            "SELECT t.id, t.story_id, s.title AS story_title, t.kind, t.subject_id, t.title, t.contents, \
             t.deleted_at FROM trash t LEFT JOIN stories s ON s.id = t.story_id ",
            $rest
        )
    };
}

async fn find(sql: &mut SqliteConnection, id: TrashId) -> Result<EntryRow> {
    sqlx::query_as(select_entry!("WHERE t.id = ?"))
        .bind(id.to_string())
        .fetch_optional(sql)
        .await?
        .ok_or(Error::NotFound("entry in the trash"))
}

#[async_trait]
impl TrashStore for SqliteStore {
    async fn trash(&self, limit: u32, after: Option<TrashId>) -> Result<Page<Trashed>> {
        let items = sqlx::query_as::<_, EntryRow>(select_entry!(
            "WHERE ?1 IS NULL OR t.id < ?1 ORDER BY t.id DESC LIMIT ?2"
        ))
        .bind(after.map(|id| id.to_string()))
        .bind(rows_for(limit))
        .fetch_all(&self.database.readers)
        .await?
        .into_iter()
        .map(EntryRow::read)
        .collect::<Result<Vec<_>>>()?;
        Ok(page(items, limit, |item| item.id.to_string()))
    }

    async fn restore_trashed(&self, id: TrashId) -> Result<Restored> {
        let mut tx = self.begin(Durability::Durable).await?;
        let entry = find(tx.sql(), id).await?;
        let restored = restore::restore(&mut tx, &entry).await?;
        tx.touch_story(restored.story).await?;
        tx.commit().await?;
        Ok(restored)
    }

    async fn delete_forever(&self, id: TrashId) -> Result<()> {
        let mut tx = self.begin(Durability::Durable).await?;
        let entry = find(tx.sql(), id).await?;
        rows::forget(&mut tx, &entry.id).await?;
        // Open pages that show the trash hear of it.
        tx.emit(EventBody::Story {
            story: entry.story()?,
        })
        .await?;
        tx.commit().await
    }

    async fn empty_trash(&self, before: Timestamp) -> Result<u64> {
        let mut tx = self.begin(Durability::Durable).await?;
        let old: Vec<String> = sqlx::query_scalar("SELECT id FROM trash WHERE deleted_at < ?")
            .bind(before.millis())
            .fetch_all(tx.sql())
            .await?;
        for entry in &old {
            rows::forget(&mut tx, entry).await?;
        }
        tx.commit().await?;
        Ok(old.len() as u64)
    }
}
