//! What every change of a chapter does.

use super::tx::Tx;
use domain::{Chapter, ChapterId, ChapterRef, Outline, StoryId, VersionValue};
use sqlite_rows::{rows, version_values::VersionSubject};
use sqlite_stories::{
    load_chapter::{load, load_by_id},
    version_history::{ChangeAuthor, keep, outline_of},
};
use store::{Error, Result};

/// Loads a chapter for a change that was based on `version`.
pub(super) async fn load_for_change(
    tx: &mut Tx<'_>,
    story: StoryId,
    chapter: ChapterRef,
    version: i64,
) -> Result<Chapter> {
    let chapter = load(tx.sql(), story, chapter).await?;
    if chapter.version == version {
        Ok(chapter)
    } else {
        Err(Error::StaleVersion {
            current: chapter.version,
        })
    }
}

/// Tells about a changed chapter and its story.
pub(super) async fn emit_changed(tx: &mut Tx<'_>, id: ChapterId) -> Result<Chapter> {
    let chapter = load_by_id(tx.sql(), id).await?;
    tx.emit_chapter(
        chapter.story,
        chapter.number,
        chapter.revision,
        chapter.state,
    )
    .await?;
    tx.touch_story(chapter.story).await?;
    Ok(chapter)
}

/// Gives a chapter this title and these beats. What it had before stays in the history.
pub(super) async fn set_outline(
    tx: &mut Tx<'_>,
    before: &Chapter,
    title: String,
    beats: Vec<String>,
    by: ChangeAuthor,
) -> Result<()> {
    sqlx::query("UPDATE chapters SET title = ?, outline = ?, version = version + 1 WHERE id = ?")
        .bind(&title)
        .bind(rows::to_json(&beats))
        .bind(before.id.to_string())
        .execute(tx.sql())
        .await?;
    let after = VersionValue::Outline(Outline {
        title,
        outline: beats,
    });
    let (of, before_it) = (VersionSubject::Outline(before.id), outline_of(before));
    keep(tx, before.story, of, by, Some(&before_it), &after).await
}
