//! What a text says, as it is kept with its revision: summary, facts and threads.

use domain::RevisionId;
use serde::{Deserialize, Serialize};
use sqlite_rows::rows;
use sqlx::SqliteConnection;
use store::{ChapterCommit, Result};

/// What the run that wrote a text found it to say.
#[derive(Debug, Serialize, Deserialize)]
pub struct StoredReport {
    /// Whether a person should look at it.
    pub needs_review: bool,
    /// What happens in it.
    pub summary: String,
    /// What became true in it.
    pub facts: Vec<String>,
    /// The plot threads that it leaves open.
    pub threads: Vec<String>,
}

impl StoredReport {
    /// What a commit says.
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
        .execute(&mut *sql)
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
