//! A story as it is read.

use domain::{Story, StoryId};
use sqlite_rows::rows::StoryRow;
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

pub(super) use select_story;

/// A story that exists.
pub(super) async fn load(sql: &mut SqliteConnection, id: StoryId) -> Result<Story> {
    sqlx::query_as::<_, StoryRow>(select_story!("WHERE s.id = ?"))
        .bind(id.to_string())
        .fetch_optional(sql)
        .await?
        .ok_or(Error::NotFound("story"))?
        .read()
}
