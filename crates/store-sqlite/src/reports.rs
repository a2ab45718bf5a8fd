//! What a text says: summary, facts and threads. They are kept with each revision a run commits, and the
//! chapter has those of the text that is current.

use super::tx::Tx;
use domain::{Chapter, EventBody, FactId};
use rules::report::fact_change;
use sqlite_rows::{reports::StoredReport, rows};
use store::Result;
use store::ids;

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
