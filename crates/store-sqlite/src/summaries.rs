//! What of a story was summed up.

use super::{
    SqliteStore,
    tx::{Durability, Tx},
};
use async_trait::async_trait;
use domain::StoryId;
use store::Result;
use store::{Lease, StoredSummary, SummaryLevel, SummaryStore, clock};

#[derive(sqlx::FromRow)]
struct SummaryRow {
    level: String,
    part: u32,
    text: String,
    model: String,
    failures: u32,
    made_from: String,
}

/// A copy of a story has the same chapters, so what was summed up of them holds there too.
pub(super) async fn copy(tx: &mut Tx<'_>, from: StoryId, to: StoryId) -> Result<()> {
    sqlx::query(
        "INSERT INTO summaries (story_id, level, part, text, model, failures, made_from, made_at) \
         SELECT ?, level, part, text, model, failures, made_from, made_at FROM summaries \
         WHERE story_id = ?",
    )
    .bind(to.to_string())
    .bind(from.to_string())
    .execute(tx.sql())
    .await?;
    Ok(())
}

#[async_trait]
impl SummaryStore for SqliteStore {
    async fn summaries(&self, story: StoryId, parts: u32) -> Result<Vec<StoredSummary>> {
        let rows: Vec<SummaryRow> = sqlx::query_as(
            "SELECT level, part, text, model, failures, made_from FROM summaries \
             WHERE story_id = ?1 AND part <= ?2 AND (level = 'part' OR part >= ?2 - 1)",
        )
        .bind(story.to_string())
        .bind(parts)
        .fetch_all(&self.database.readers)
        .await?;
        rows.into_iter()
            .map(|row| {
                Ok(StoredSummary {
                    level: SummaryLevel::parse(&row.level)?,
                    part: row.part,
                    text: row.text,
                    model: row.model,
                    failures: row.failures,
                    made_from: row.made_from,
                })
            })
            .collect()
    }

    async fn keep_summary(
        &self,
        lease: Lease,
        story: StoryId,
        summary: &StoredSummary,
    ) -> Result<()> {
        let mut tx = self.begin(Durability::Durable).await?;
        tx.check_lease(lease).await?;
        sqlx::query("UPDATE runs SET crashes = 0 WHERE id = ?")
            .bind(lease.run.to_string())
            .execute(tx.sql())
            .await?;
        sqlx::query(
            "INSERT OR REPLACE INTO summaries (story_id, level, part, text, model, failures, \
               made_from, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(story.to_string())
        .bind(summary.level.as_str())
        .bind(summary.part)
        .bind(&summary.text)
        .bind(&summary.model)
        .bind(summary.failures)
        .bind(&summary.made_from)
        .bind(clock::now().millis())
        .execute(tx.sql())
        .await?;
        tx.commit().await
    }
}
