//! What texts say, as it is kept with their revisions.

use crate::rows;
use domain::{ChapterId, RevisionId};
use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;
use store::{ChapterCommit, Result};

/// What the run that wrote a text found it to say.
#[derive(Debug, Serialize, Deserialize)]
pub struct StoredReport {
    /// Whether a person should look at it.
    pub needs_review: bool,
    /// What happens in it.
    pub summary: String,
    /// What became true.
    pub facts: Vec<String>,
    /// Plot threads left open.
    pub threads: Vec<String>,
}

impl StoredReport {
    /// Of a text that a run commits.
    pub fn of(commit: &ChapterCommit) -> Self {
        Self {
            needs_review: commit.needs_review,
            summary: commit.summary.clone(),
            facts: commit.facts.clone(),
            threads: commit.threads.clone(),
        }
    }
}

/// Keeps a report with its revision.
pub async fn keep(
    sql: &mut SqliteConnection,
    revision: RevisionId,
    report: &StoredReport,
) -> Result<()> {
    sqlx::query("UPDATE revisions SET report = ? WHERE id = ?")
        .bind(rows::to_json(report))
        .bind(revision.to_string())
        .execute(sql)
        .await?;
    Ok(())
}

/// The report of a revision; of what a person typed there is none.
pub async fn read(
    sql: &mut SqliteConnection,
    revision: RevisionId,
) -> Result<Option<StoredReport>> {
    let report: Option<String> = sqlx::query_scalar("SELECT report FROM revisions WHERE id = ?")
        .bind(revision.to_string())
        .fetch_one(sql)
        .await?;
    report
        .map(|report| rows::from_json(&report, "a revision's report"))
        .transpose()
}

/// Keeps another summary and other threads with a revision: what the author decided that it tells.
pub async fn retell(
    sql: &mut SqliteConnection,
    chapter: ChapterId,
    revision: RevisionId,
    summary: &str,
    threads: &[String],
) -> Result<()> {
    let known = read(&mut *sql, revision).await?;
    let (needs_review, facts) = match known {
        Some(known) => (known.needs_review, known.facts),
        // The facts that runs found stay with the text.
        None => {
            let facts = sqlx::query_scalar(
                "SELECT text FROM facts WHERE chapter_id = ? AND NOT by_person ORDER BY id",
            )
            .bind(chapter.to_string())
            .fetch_all(&mut *sql)
            .await?;
            (false, facts)
        }
    };
    let report = StoredReport {
        needs_review,
        summary: summary.to_owned(),
        facts,
        threads: threads.to_vec(),
    };
    keep(sql, revision, &report).await
}
