//! What is kept of a story for its exports, as it is read.

use domain::StoryId;
use exchange::export::BookSettings;
use sqlite_rows::{
    readable::{self, Lossy},
    rows,
};
use sqlx::SqliteConnection;
use store::Result;

/// The settings of a story that exists.
pub async fn load(sql: &mut SqliteConnection, story: StoryId) -> Result<BookSettings> {
    let row: Option<(Lossy, Lossy, Option<String>, i64)> =
        sqlx::query_as("SELECT details, options, cover_id, version FROM books WHERE story_id = ?")
            .bind(story.to_string())
            .fetch_optional(&mut *sql)
            .await?;
    let Some((details, options, cover, version)) = row else {
        return Ok(BookSettings::default());
    };
    let covers: Vec<String> =
        sqlx::query_scalar("SELECT id FROM covers WHERE story_id = ? ORDER BY id DESC")
            .bind(story.to_string())
            .fetch_all(sql)
            .await?;
    Ok(BookSettings {
        details: readable::by_field(&details.0).0,
        options: readable::by_field(&options.0).0,
        cover: cover.as_deref().map(rows::id).transpose()?,
        covers: readable::readable(covers.iter().map(|id| rows::id(id))),
        version,
    })
}
