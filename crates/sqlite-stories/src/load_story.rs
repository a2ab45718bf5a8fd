//! A story as it is read.

use domain::{Story, StoryId};
use sqlite_rows::rows::{self, StoryRow};
use sqlx::SqliteConnection;
use store::{Error, Result};

macro_rules! select_story {
    ($rest:literal) => {
        concat!(
            "SELECT s.id, s.title, s.brief, s.template, s.version, s.created_at, s.updated_at, \
             (SELECT COUNT(*) FROM chapters c WHERE c.story_id = s.id) AS chapters, \
             (SELECT COUNT(*) FROM chapters c WHERE c.story_id = s.id \
                AND (c.state = 'written' OR c.state = 'needs_review' AND c.summary <> '')) \
               AS chapters_written, \
             (SELECT COALESCE(SUM(c.words), 0) FROM chapters c WHERE c.story_id = s.id) AS words, \
             s.archived_at, \
             (SELECT b.details ->> '$.author' FROM books b \
                WHERE b.story_id = s.id AND json_valid(b.details)) AS author, \
             (SELECT b.cover_id FROM books b WHERE b.story_id = s.id AND NOT EXISTS \
                (SELECT 1 FROM thumbnails t WHERE t.cover_id = b.cover_id AND t.image = '')) AS cover \
             FROM stories s ",
            $rest
        )
    };
}

/// A story that exists.
pub async fn load(sql: &mut SqliteConnection, id: StoryId) -> Result<Story> {
    sqlx::query_as::<_, StoryRow>(select_story!("WHERE s.id = ?"))
        .bind(id.to_string())
        .fetch_optional(sql)
        .await?
        .ok_or(Error::NotFound("story"))?
        .read()
}

/// The rows of those stories that exist, in no order.
///
/// # Errors
///
/// Where the database fails.
pub async fn load_many(sql: &mut SqliteConnection, ids: &[String]) -> Result<Vec<StoryRow>> {
    Ok(sqlx::query_as(select_story!(
        "WHERE s.id IN (SELECT value FROM json_each(?))"
    ))
    .bind(rows::to_json(&ids))
    .fetch_all(sql)
    .await?)
}
