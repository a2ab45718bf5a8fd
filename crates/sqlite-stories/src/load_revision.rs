//! Revisions as they are read.

use domain::{Chapter, ChapterId, Revision, RevisionId, RevisionSummary, text::count_words};
use sqlite_rows::{
    readable::{Lossy, readable},
    rows,
    rows::RevisionRow,
};
use sqlx::SqliteConnection;
use store::{Error, Result};

const COLUMNS: &str = "SELECT id, kind, run_id, offer, words, created_at FROM revisions ";

/// The chapter with the state that is stored: while a run writes it, the chapter itself says "drafting".
pub async fn stored_state(sql: &mut SqliteConnection, chapter: Chapter) -> Result<Chapter> {
    let word: String = sqlx::query_scalar("SELECT state FROM chapters WHERE id = ?")
        .bind(chapter.id.to_string())
        .fetch_one(sql)
        .await?;
    Ok(Chapter {
        state: rows::chapter_state(&word),
        ..chapter
    })
}

/// Words as the store counts them.
pub fn words(text: &str) -> i64 {
    i64::try_from(count_words(text)).unwrap_or(i64::MAX)
}

/// A revision with its text.
pub async fn read(
    sql: &mut SqliteConnection,
    chapter: ChapterId,
    id: RevisionId,
) -> Result<Revision> {
    let summary: RevisionRow = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "{COLUMNS} WHERE id = ? AND chapter_id = ?"
    )))
    .bind(id.to_string())
    .bind(chapter.to_string())
    .fetch_optional(&mut *sql)
    .await?
    .ok_or(Error::NotFound("revision"))?;
    let (text, findings): (Lossy, Lossy) =
        sqlx::query_as("SELECT text, findings FROM revisions WHERE id = ?")
            .bind(id.to_string())
            .fetch_one(sql)
            .await?;
    Ok(Revision {
        summary: summary.read()?,
        text: text.0,
        findings: rows::from_json(&findings.0, "findings").unwrap_or_else(|error| {
            tracing::error!(revision = %id, %error, "the findings can't be read");
            Vec::new()
        }),
    })
}

/// The text a chapter has now.
pub async fn current(sql: &mut SqliteConnection, chapter: &Chapter) -> Result<Option<Revision>> {
    match chapter.revision {
        Some(id) => read(sql, chapter.id, id).await.map(Some),
        None => Ok(None),
    }
}

/// All revisions of a chapter, newest first, without their texts.
pub async fn history(
    sql: &mut SqliteConnection,
    chapter: ChapterId,
) -> Result<Vec<RevisionSummary>> {
    let rows = sqlx::query_as::<_, RevisionRow>(sqlx::AssertSqlSafe(format!(
        "{COLUMNS} WHERE chapter_id = ? ORDER BY id DESC"
    )))
    .bind(chapter.to_string())
    .fetch_all(sql)
    .await?;
    Ok(readable(rows.into_iter().map(RevisionRow::read)))
}
