//! A story as it is read.

use domain::{Page, Story, StoryId};
use sqlite_rows::{
    paging::{page, rows_for},
    readable::readable,
    rows::StoryRow,
};
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
             (SELECT COALESCE(SUM(c.words), 0) FROM chapters c WHERE c.story_id = s.id) AS words \
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

/// A page of the library: what was changed last comes first.
pub async fn library_page(
    sql: &mut SqliteConnection,
    limit: u32,
    after: Option<StoryId>,
) -> Result<Page<Story>> {
    let rows = sqlx::query_as::<_, StoryRow>(select_story!(
        "WHERE ?1 IS NULL OR (s.updated_at, s.id) < \
           (SELECT a.updated_at, a.id FROM stories a WHERE a.id = ?1) \
         ORDER BY s.updated_at DESC, s.id DESC LIMIT ?2"
    ))
    .bind(after.map(|id| id.to_string()))
    .bind(rows_for(limit))
    .fetch_all(sql)
    .await?;
    let items = readable(rows.into_iter().map(StoryRow::read));
    Ok(page(items, limit, |story| story.id.to_string()))
}
