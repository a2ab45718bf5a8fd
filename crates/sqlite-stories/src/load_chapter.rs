//! Chapters as they are read.

use crate::load_story;
use domain::{Chapter, ChapterId, ChapterRef, StoryId};
use sqlite_rows::{readable::readable, rows, rows::ChapterRow};
use sqlx::SqliteConnection;
use store::{Error, Result};

/// "drafting" is derived: a chapter is being written exactly while a running run's step is.
macro_rules! select_chapter {
    ($rest:literal) => {
        concat!(
            "SELECT c.id, c.story_id, c.number, c.title, c.outline, c.revision_id, c.words, \
             c.summary, c.stale, c.version, \
             CASE WHEN EXISTS (SELECT 1 FROM steps t JOIN runs r ON r.id = t.run_id \
                WHERE t.chapter_id = c.id AND t.kind = 'chapter' AND t.status = 'running' \
                AND r.status = 'running') \
             THEN 'drafting' ELSE c.state END AS state \
             FROM chapters c ",
            $rest
        )
    };
}

/// All chapters of a story, in their order.
pub async fn load_all(sql: &mut SqliteConnection, story: StoryId) -> Result<Vec<Chapter>> {
    let rows =
        sqlx::query_as::<_, ChapterRow>(select_chapter!("WHERE c.story_id = ? ORDER BY c.number"))
            .bind(story.to_string())
            .fetch_all(sql)
            .await?;
    Ok(readable(rows.into_iter().map(ChapterRow::read)))
}

/// The plot threads each chapter leaves open, in the order of the chapters.
pub async fn threads(sql: &mut SqliteConnection, story: StoryId) -> Result<Vec<Vec<String>>> {
    let all: Vec<String> =
        sqlx::query_scalar("SELECT threads FROM chapters WHERE story_id = ? ORDER BY number")
            .bind(story.to_string())
            .fetch_all(sql)
            .await?;
    let read = |threads: &String| rows::from_json(threads, "a chapter's threads");
    Ok(all
        .iter()
        .map(|threads| read(threads).unwrap_or_default())
        .collect())
}

/// A chapter of a story.
pub async fn load(
    sql: &mut SqliteConnection,
    story: StoryId,
    chapter: ChapterRef,
) -> Result<Chapter> {
    let found = match chapter {
        ChapterRef::Number(number) => sqlx::query_as::<_, ChapterRow>(select_chapter!(
            "WHERE c.story_id = ? AND c.number = ?"
        ))
        .bind(story.to_string())
        .bind(number),
        ChapterRef::Id(id) => {
            sqlx::query_as::<_, ChapterRow>(select_chapter!("WHERE c.story_id = ? AND c.id = ?"))
                .bind(story.to_string())
                .bind(id.to_string())
        }
    };
    match found.fetch_optional(&mut *sql).await? {
        Some(row) => row.read(),
        None => {
            // Say which of the two is missing.
            load_story::load(sql, story).await?;
            Err(Error::NotFound("chapter"))
        }
    }
}

/// A chapter by its lasting id.
pub async fn load_by_id(sql: &mut SqliteConnection, id: ChapterId) -> Result<Chapter> {
    sqlx::query_as::<_, ChapterRow>(select_chapter!("WHERE c.id = ?"))
        .bind(id.to_string())
        .fetch_optional(sql)
        .await?
        .ok_or(Error::NotFound("chapter"))?
        .read()
}
