//! Staleness: which written chapters may no longer fit, and why.

use super::{revisions, tx::Tx};
use domain::{Chapter, RevisionId, StoryId, text};
use store::Result;

/// The next chapter was shown the end of this one: where it reads otherwise now, that one may not fit.
pub(super) async fn after_edit(tx: &mut Tx<'_>, before: &Chapter, text: &str) -> Result<()> {
    let Some(old) = before.revision else {
        return Ok(());
    };
    let old = revisions::read(tx.sql(), before.id, old).await?.text;
    if text::ending(&old) == text::ending(text) {
        return Ok(());
    }
    let number = before.number;
    let reason = format!("The end of chapter {number} changed after this chapter was written.");
    mark(tx, before.story, number + 1, number + 1, &reason).await
}

/// A chapter was written again: the next one goes on from another text, and all later ones may rely on what
/// is no longer so.
pub(super) async fn after_rewrite(
    tx: &mut Tx<'_>,
    before: &Chapter,
    gone: Option<&str>,
) -> Result<()> {
    let number = before.number;
    let again = format!("Chapter {number} was rewritten after this chapter.");
    mark(tx, before.story, number + 1, number + 1, &again).await?;
    if let Some(fact) = gone {
        let fact = fact.trim_end_matches('.');
        let reason = format!(
            "Chapter {number} was rewritten and no longer says: {}.",
            text::quoted(fact)
        );
        mark(tx, before.story, number + 2, u32::MAX, &reason).await?;
    }
    Ok(())
}

/// An earlier text came back: all later chapters may rely on what is no longer so.
pub(super) async fn after_return(tx: &mut Tx<'_>, before: &Chapter, gone: &str) -> Result<()> {
    let number = before.number;
    let fact = gone.trim_end_matches('.');
    let reason = format!(
        "Chapter {number} has changed and no longer says: {}.",
        text::quoted(fact)
    );
    mark(tx, before.story, number + 1, u32::MAX, &reason).await
}

/// The reason why a text that was just written is stale already: what it went on from was changed while it
/// was written.
pub(super) async fn at_birth(
    tx: &mut Tx<'_>,
    chapter: &Chapter,
    read: Option<RevisionId>,
) -> Result<Option<String>> {
    let previous: Option<Option<String>> = sqlx::query_scalar(
        "SELECT revision_id FROM chapters WHERE story_id = ? AND number = ? - 1",
    )
    .bind(chapter.story.to_string())
    .bind(chapter.number)
    .fetch_optional(tx.sql())
    .await?;
    let now = previous.flatten();
    Ok((now != read.map(|read| read.to_string())).then(|| {
        format!(
            "Chapter {} changed while this chapter was being written.",
            chapter.number.saturating_sub(1)
        )
    }))
}

async fn mark(tx: &mut Tx<'_>, story: StoryId, from: u32, to: u32, reason: &str) -> Result<()> {
    sqlx::query(
        "UPDATE chapters SET stale = ?, version = version + 1 WHERE story_id = ? \
         AND number BETWEEN ? AND ? AND state IN ('written', 'needs_review')",
    )
    .bind(reason)
    .bind(story.to_string())
    .bind(from)
    .bind(to)
    .execute(tx.sql())
    .await?;
    Ok(())
}
