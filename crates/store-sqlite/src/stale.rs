//! Marks chapters that may no longer fit, as `rules::stale` decides.

use super::{revisions, tx::Tx};
use domain::{Chapter, RevisionId, StaleReason, StoryId};
use rules::stale::{self, StaleMark};
use store::Result;

/// A person gave a chapter this text.
pub(super) async fn after_edit(tx: &mut Tx<'_>, before: &Chapter, text: &str) -> Result<()> {
    let Some(old) = before.revision else {
        return Ok(());
    };
    let old = revisions::read(tx.sql(), before.id, old).await?.text;
    let mark = stale::after_edit(before.number, &old, text);
    set(tx, before.story, mark).await
}

/// A run wrote a chapter again.
pub(super) async fn after_rewrite(
    tx: &mut Tx<'_>,
    before: &Chapter,
    gone: Option<String>,
) -> Result<()> {
    let marks = stale::after_rewrite(before.number, gone);
    set(tx, before.story, marks).await
}

/// An earlier text came back.
pub(super) async fn after_return(tx: &mut Tx<'_>, before: &Chapter, gone: String) -> Result<()> {
    let mark = stale::after_return(before.number, gone);
    set(tx, before.story, [mark]).await
}

/// Why a text that went on from `read` is stale from the start.
pub(super) async fn at_birth(
    tx: &mut Tx<'_>,
    chapter: &Chapter,
    read: Option<RevisionId>,
) -> Result<Option<StaleReason>> {
    let previous: Option<Option<String>> = sqlx::query_scalar(
        "SELECT revision_id FROM chapters WHERE story_id = ? AND number = ? - 1",
    )
    .bind(chapter.story.to_string())
    .bind(chapter.number)
    .fetch_optional(tx.sql())
    .await?;
    let now = previous
        .flatten()
        .as_deref()
        .map(sqlite_rows::rows::id)
        .transpose()?;
    Ok(stale::at_birth(chapter.number, read, now))
}

async fn set(
    tx: &mut Tx<'_>,
    story: StoryId,
    marks: impl IntoIterator<Item = StaleMark>,
) -> Result<()> {
    for StaleMark { from, to, reason } in marks {
        sqlx::query(
            "UPDATE chapters SET stale = ?, version = version + 1 WHERE story_id = ? \
             AND number BETWEEN ? AND ? AND state IN ('written', 'needs_review')",
        )
        .bind(reason.to_string())
        .bind(story.to_string())
        .bind(from)
        .bind(to)
        .execute(tx.sql())
        .await?;
    }
    Ok(())
}
