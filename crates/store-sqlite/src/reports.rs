//! What a text says: summary, facts and threads. They are kept with each revision a run commits, and the
//! chapter has those of the text that is current.

use super::tx::Tx;
use domain::{Chapter, ChapterId, EventBody, FactId, RevisionId};
use rules::report::fact_change;
use serde::{Deserialize, Serialize};
use sqlite_rows::rows;
use sqlx::SqliteConnection;
use store::Result;
use store::{ChapterCommit, ids};

/// What the run that wrote a text found it to say.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct StoredReport {
    pub(super) needs_review: bool,
    summary: String,
    facts: Vec<String>,
    threads: Vec<String>,
}

impl StoredReport {
    pub(super) fn of(commit: &ChapterCommit) -> Self {
        Self {
            needs_review: commit.needs_review,
            summary: commit.summary.clone(),
            facts: commit.facts.clone(),
            threads: commit.threads.clone(),
        }
    }
}

/// Keeps a report with its revision.
pub(super) async fn keep(
    tx: &mut Tx<'_>,
    revision: RevisionId,
    report: &StoredReport,
) -> Result<()> {
    sqlx::query("UPDATE revisions SET report = ? WHERE id = ?")
        .bind(rows::to_json(report))
        .bind(revision.to_string())
        .execute(tx.sql())
        .await?;
    Ok(())
}

/// The report of a revision; of what a person typed there is none.
pub(super) async fn read(
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
pub(super) async fn retell(
    tx: &mut Tx<'_>,
    chapter: ChapterId,
    revision: RevisionId,
    summary: &str,
    threads: &[String],
) -> Result<()> {
    let known = read(tx.sql(), revision).await?;
    let (needs_review, facts) = match known {
        Some(known) => (known.needs_review, known.facts),
        // The facts that runs found stay with the text.
        None => {
            let facts = sqlx::query_scalar(
                "SELECT text FROM facts WHERE chapter_id = ? AND NOT by_person ORDER BY id",
            )
            .bind(chapter.to_string())
            .fetch_all(tx.sql())
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
    keep(tx, revision, &report).await
}

/// Makes a report that of the chapter, whose text is becoming the one it is about. A person's facts stay, and what
/// a person corrected or deleted does not come back. Answers the first fact that is no longer so.
pub(super) async fn take_over(
    tx: &mut Tx<'_>,
    chapter: &Chapter,
    report: &StoredReport,
) -> Result<Option<String>> {
    let id = chapter.id.to_string();
    sqlx::query("UPDATE chapters SET summary = ?, threads = ? WHERE id = ?")
        .bind(&report.summary)
        .bind(rows::to_json(&report.threads))
        .bind(&id)
        .execute(tx.sql())
        .await?;
    let before: Vec<String> = sqlx::query_scalar(
        "SELECT text FROM facts WHERE chapter_id = ? AND NOT by_person ORDER BY id",
    )
    .bind(&id)
    .fetch_all(tx.sql())
    .await?;
    // A person has each of these as a fact of their own, or does not want it.
    let decided: Vec<String> = sqlx::query_scalar(
        "SELECT text FROM facts WHERE chapter_id = ?1 AND by_person \
         UNION SELECT text FROM withdrawn_facts WHERE chapter_id = ?1",
    )
    .bind(&id)
    .fetch_all(tx.sql())
    .await?;
    let Some(change) = fact_change(&before, &decided, &report.facts) else {
        return Ok(None);
    };
    sqlx::query("DELETE FROM facts WHERE chapter_id = ? AND NOT by_person")
        .bind(&id)
        .execute(tx.sql())
        .await?;
    for fact in change.facts {
        sqlx::query("INSERT INTO facts (id, story_id, chapter_id, text) VALUES (?, ?, ?, ?)")
            .bind(FactId(ids::new_id()).to_string())
            .bind(chapter.story.to_string())
            .bind(&id)
            .bind(fact)
            .execute(tx.sql())
            .await?;
    }
    tx.emit(EventBody::World {
        story: chapter.story,
    })
    .await?;
    Ok(change.gone)
}
