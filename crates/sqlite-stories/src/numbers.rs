//! The numbers of a story's chapters: their places, which change when one before them is deleted or restored.

use domain::StoryId;
use rules::chapter_version;
use sqlx::SqliteConnection;
use store::Result;

/// Moves the chapters from number `from` on by so many places. In two strides, since numbers are unique at every
/// moment; and to a version that no chapter had yet, so that a change meant for the one that was there before is
/// refused.
pub async fn shift(sql: &mut SqliteConnection, story: StoryId, from: u32, by: i32) -> Result<()> {
    sqlx::query("UPDATE chapters SET number = -number WHERE story_id = ? AND number >= ?")
        .bind(story.to_string())
        .bind(from)
        .execute(&mut *sql)
        .await?;
    let version = fresh_version(&mut *sql, story).await?;
    sqlx::query(
        "UPDATE chapters SET number = ?3 - number, version = ?4 WHERE story_id = ?1 AND number <= -?2",
    )
    .bind(story.to_string())
    .bind(from)
    .bind(by)
    .bind(version)
    .execute(&mut *sql)
    .await?;
    Ok(())
}

/// A version that no chapter of the story has or had.
pub async fn fresh_version(sql: &mut SqliteConnection, story: StoryId) -> Result<i64> {
    Ok(chapter_version::fresh(highest_version(sql, story).await?))
}

/// The highest version of a story's chapters, those in the trash included.
async fn highest_version(sql: &mut SqliteConnection, story: StoryId) -> Result<i64> {
    Ok(sqlx::query_scalar(
        "SELECT MAX(version) FROM (SELECT 0 AS version \
           UNION ALL SELECT version FROM chapters WHERE story_id = ?1 \
           UNION ALL SELECT r.content ->> '$.version' FROM trash t JOIN trash_rows r ON r.trash_id = t.id \
             WHERE t.story_id = ?1 AND r.table_name = 'chapters')",
    )
    .bind(story.to_string())
    .fetch_one(sql)
    .await?)
}

/// The version that a new chapter at the end of a story begins with.
pub async fn first_version(sql: &mut SqliteConnection, story: StoryId) -> Result<i64> {
    let deleted: bool = sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM trash WHERE story_id = ? AND kind = 'chapter')",
    )
    .bind(story.to_string())
    .fetch_one(&mut *sql)
    .await?;
    Ok(chapter_version::first(
        highest_version(sql, story).await?,
        deleted,
    ))
}
