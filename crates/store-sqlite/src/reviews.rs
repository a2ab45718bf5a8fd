//! Reviews: what was noted of each chapter, and the last word.

use super::{SqliteStore, commit, drafts, stories, tx::Durability};
use async_trait::async_trait;
use domain::{
    ChapterId, EventBody, Finding, Review, ReviewFinding, RevisionId, RunId, StepId, StoryId,
    Timestamp,
};
use sqlite_rows::rows;
use sqlx::SqliteConnection;
use store::Result;
use store::{Lease, ReadChapter, ReviewStore, clock};
use writing::assignment::ReadingNote;

#[derive(sqlx::FromRow)]
struct ReadingRow {
    chapter_id: Option<String>,
    /// Its present number; the one it was read under where it was deleted.
    number: Option<u32>,
    is_there: bool,
    is_outdated: bool,
    notes: String,
    findings: String,
}

async fn readings(sql: &mut SqliteConnection, run: &str) -> Result<Vec<ReadingRow>> {
    Ok(sqlx::query_as(
        "SELECT d.chapter_id, COALESCE(c.number, t.chapter) AS number, c.id IS NOT NULL AS is_there, \
           c.revision_id IS NOT d.revision_id AS is_outdated, d.notes, d.findings \
         FROM readings d JOIN steps t ON t.id = d.step_id LEFT JOIN chapters c ON c.id = d.chapter_id \
         WHERE d.run_id = ? ORDER BY t.position",
    )
    .bind(run)
    .fetch_all(sql)
    .await?)
}

#[async_trait]
impl ReviewStore for SqliteStore {
    async fn reading_notes(&self, run: RunId) -> Result<Vec<ReadingNote>> {
        let mut sql = self.database.readers.acquire().await?;
        readings(&mut sql, &run.to_string())
            .await?
            .into_iter()
            .map(|row| {
                Ok(ReadingNote {
                    number: row.number.unwrap_or_default(),
                    notes: row.notes,
                    findings: rows::from_json(&row.findings, "a review's findings")?,
                })
            })
            .collect()
    }

    async fn read_texts(&self, run: RunId) -> Result<Vec<(ChapterId, RevisionId)>> {
        let rows: Vec<(String, String)> = sqlx::query_as(
            "SELECT d.chapter_id, d.revision_id FROM readings d JOIN chapters c ON c.id = d.chapter_id \
             WHERE d.run_id = ? ORDER BY c.number",
        )
        .bind(run.to_string())
        .fetch_all(&mut *self.database.readers.acquire().await?)
        .await?;
        rows.into_iter()
            .map(|(chapter, revision)| Ok((rows::id(&chapter)?, rows::id(&revision)?)))
            .collect()
    }

    async fn add_to_readings(
        &self,
        lease: Lease,
        found: &[(ChapterId, Vec<Finding>)],
    ) -> Result<()> {
        let mut tx = self.begin(Durability::Durable).await?;
        tx.check_lease(lease).await?;
        for (chapter, new) in found {
            let known: Option<String> = sqlx::query_scalar(
                "SELECT findings FROM readings WHERE run_id = ? AND chapter_id = ?",
            )
            .bind(lease.run.to_string())
            .bind(chapter.to_string())
            .fetch_optional(tx.sql())
            .await?;
            let Some(known) = known else {
                continue;
            };
            let mut all: Vec<Finding> = rows::from_json(&known, "a review's findings")?;
            let missing: Vec<Finding> = new
                .iter()
                .filter(|finding| !all.contains(finding))
                .cloned()
                .collect();
            all.extend(missing);
            sqlx::query("UPDATE readings SET findings = ? WHERE run_id = ? AND chapter_id = ?")
                .bind(rows::to_json(&all))
                .bind(lease.run.to_string())
                .bind(chapter.to_string())
                .execute(tx.sql())
                .await?;
        }
        tx.commit().await
    }

    async fn commit_reading(
        &self,
        lease: Lease,
        step: StepId,
        read: Option<ReadChapter>,
    ) -> Result<()> {
        let mut tx = self.begin(Durability::Durable).await?;
        tx.check_lease(lease).await?;
        let story = drafts::target(tx.sql(), step).await?.story;
        if let Some(read) = read {
            sqlx::query(
                "INSERT OR REPLACE INTO readings (step_id, run_id, chapter_id, revision_id, notes, \
                 findings) VALUES (?1, ?2, (SELECT id FROM chapters WHERE id = ?3), ?4, ?5, ?6)",
            )
            .bind(step.to_string())
            .bind(lease.run.to_string())
            .bind(read.chapter.to_string())
            .bind(read.revision.to_string())
            .bind(&read.reading.notes)
            .bind(rows::to_json(&read.reading.findings))
            .execute(tx.sql())
            .await?;
        }
        // Told, not touched: reading a story does not change it.
        tx.emit(EventBody::Story { story }).await?;
        commit::finish_step(&mut tx, step).await?;
        tx.emit_run_and_waiting(lease.run).await?;
        tx.commit().await
    }

    async fn commit_review(&self, lease: Lease, step: StepId, assessment: &str) -> Result<()> {
        let mut tx = self.begin(Durability::Durable).await?;
        tx.check_lease(lease).await?;
        let story = drafts::target(tx.sql(), step).await?.story;
        sqlx::query(
            "INSERT OR REPLACE INTO reviews (run_id, assessment, ended_at) VALUES (?, ?, ?)",
        )
        .bind(lease.run.to_string())
        .bind(assessment)
        .bind(clock::now().millis())
        .execute(tx.sql())
        .await?;
        tx.emit(EventBody::Story { story }).await?;
        commit::finish_step(&mut tx, step).await?;
        tx.emit_run_and_waiting(lease.run).await?;
        tx.commit().await
    }

    async fn reviews(&self, story: StoryId, limit: u32) -> Result<Vec<Review>> {
        let mut tx = self.database.readers.begin().await?;
        stories::load(&mut tx, story).await?;
        let runs: Vec<(String, String, i64, Option<String>, Option<i64>)> = sqlx::query_as(
            "SELECT r.id, r.model, r.created_at, v.assessment, v.ended_at FROM runs r \
             LEFT JOIN reviews v ON v.run_id = r.id WHERE r.story_id = ? AND r.kind = 'review' \
             AND (v.run_id IS NOT NULL OR EXISTS (SELECT 1 FROM readings d WHERE d.run_id = r.id)) \
             ORDER BY r.id DESC LIMIT ?",
        )
        .bind(story.to_string())
        .bind(limit)
        .fetch_all(&mut *tx)
        .await?;
        let mut reviews = Vec::with_capacity(runs.len());
        for (run, model, created_at, assessment, ended_at) in runs {
            let read = readings(&mut tx, &run).await?;
            let mut findings = Vec::new();
            for row in &read {
                let found: Vec<Finding> = rows::from_json(&row.findings, "a review's findings")?;
                let chapter_id = row.chapter_id.as_deref().map(rows::id).transpose()?;
                findings.extend(found.into_iter().map(|finding| ReviewFinding {
                    chapter: row.number.filter(|_| row.is_there),
                    chapter_id,
                    is_outdated: row.is_outdated,
                    finding,
                }));
            }
            reviews.push(Review {
                run: rows::id(&run)?,
                story,
                model,
                assessment: assessment.unwrap_or_default(),
                chapters: u32::try_from(read.len()).unwrap_or(u32::MAX),
                findings,
                created_at: Timestamp(created_at),
                ended_at: ended_at.map(Timestamp),
            });
        }
        Ok(reviews)
    }
}
