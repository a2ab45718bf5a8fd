//! What decisions change: the summary and the threads of a chapter, and what pages are told.

use crate::{chapters, tx::Tx};
use domain::{Chapter, EventBody, StoryId};
use sqlite_rows::{reports, rows::to_json};
use store::Result;

/// Gives a chapter this summary and these threads. They are kept with its text, and come back with it.
pub(super) async fn set_told(
    tx: &mut Tx<'_>,
    chapter: &Chapter,
    summary: &str,
    threads: &[String],
) -> Result<()> {
    sqlx::query("UPDATE chapters SET summary = ?, threads = ?, version = version + 1 WHERE id = ?")
        .bind(summary)
        .bind(to_json(&threads))
        .bind(chapter.id.to_string())
        .execute(tx.sql())
        .await?;
    if let Some(revision) = chapter.revision {
        reports::retell(tx.sql(), chapter.id, revision, summary, threads).await?;
    }
    chapters::emit_changed(tx, chapter.id).await?;
    Ok(())
}

/// Tells that a story's proposals changed: nothing of the story itself.
pub(super) async fn emit(tx: &mut Tx<'_>, story: StoryId) -> Result<()> {
    tx.emit(EventBody::Story { story }).await
}
