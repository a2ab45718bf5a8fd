//! What is kept of a story for its exports.

pub(super) use sqlite_stories::load_book::load;

use super::{
    SqliteStore, chapters, stories,
    tx::{Durability, Tx},
    versions::{self, ChangeAuthor},
};
use async_trait::async_trait;
use domain::{BookDetails, CoverId, StoryId, VersionValue};
use exchange::export::{BookSettings, BookSettingsChange, ExportOptions};
use sqlite_rows::{
    readable::{self, Lossy},
    rows,
    version_values::VersionSubject,
};
use sqlite_stories::unreadable;
use sqlx::SqliteConnection;
use std::collections::HashMap;
use store::{BookStore, CoverImage, Error, Result, StoryBook, ids};

/// The settings that a change is based on.
async fn based_on(tx: &mut Tx<'_>, story: StoryId, version: i64) -> Result<BookSettings> {
    stories::load(tx.sql(), story).await?;
    let current = load(tx.sql(), story).await?;
    if current.version == version {
        return Ok(current);
    }
    Err(Error::StaleVersion {
        current: current.version,
    })
}

/// Keeps what can't be read of the settings before others take their place.
async fn keep_unreadable(tx: &mut Tx<'_>, story: StoryId) -> Result<()> {
    let row: Option<(Lossy, Lossy)> =
        sqlx::query_as("SELECT details, options FROM books WHERE story_id = ?")
            .bind(story.to_string())
            .fetch_optional(tx.sql())
            .await?;
    let Some((details, options)) = row else {
        return Ok(());
    };
    let key = story.to_string();
    if !readable::by_field::<BookDetails>(&details.0).1 {
        unreadable::keep(tx, "books.details", &key, &details.0).await?;
    }
    if !readable::by_field::<ExportOptions>(&options.0).1 {
        unreadable::keep(tx, "books.options", &key, &options.0).await?;
    }
    Ok(())
}

/// Replaces what the book says of itself. What it said before stays in the history.
pub(super) async fn set_details(
    tx: &mut Tx<'_>,
    story: StoryId,
    before: &BookDetails,
    details: &BookDetails,
) -> Result<()> {
    keep_unreadable(tx, story).await?;
    sqlx::query(
        "INSERT INTO books (story_id, details) VALUES (?, ?) \
         ON CONFLICT (story_id) DO UPDATE SET details = excluded.details, version = version + 1",
    )
    .bind(story.to_string())
    .bind(rows::to_json(details))
    .execute(tx.sql())
    .await?;
    let before = (*before != BookDetails::default()).then(|| VersionValue::Book(before.clone()));
    versions::keep(
        tx,
        story,
        VersionSubject::Book(story),
        ChangeAuthor::Person,
        before.as_ref(),
        &VersionValue::Book(details.clone()),
    )
    .await?;
    tx.touch_story(story).await
}

/// Copies the settings to another story, with the cover in use.
pub(super) async fn copy(tx: &mut Tx<'_>, from: StoryId, to: StoryId) -> Result<()> {
    let cover = CoverId(ids::new_id()).to_string();
    let copied = sqlx::query(
        "INSERT INTO covers (id, story_id, media_type, image) SELECT ?, ?, c.media_type, c.image \
         FROM books b JOIN covers c ON c.id = b.cover_id WHERE b.story_id = ?",
    )
    .bind(&cover)
    .bind(to.to_string())
    .bind(from.to_string())
    .execute(tx.sql())
    .await?
    .rows_affected();
    sqlx::query(
        "INSERT INTO books (story_id, details, options, cover_id) \
         SELECT ?, details, options, ? FROM books WHERE story_id = ?",
    )
    .bind(to.to_string())
    .bind((copied > 0).then_some(cover))
    .bind(from.to_string())
    .execute(tx.sql())
    .await?;
    Ok(())
}

async fn load_cover(
    sql: &mut SqliteConnection,
    story: StoryId,
    id: Option<CoverId>,
) -> Result<Option<CoverImage>> {
    let row: Option<(String, Vec<u8>)> = sqlx::query_as(
        "SELECT media_type, unhex(image) FROM covers WHERE story_id = ?1 \
         AND id = COALESCE(?2, (SELECT cover_id FROM books WHERE story_id = ?1))",
    )
    .bind(story.to_string())
    .bind(id.map(|id| id.to_string()))
    .fetch_optional(sql)
    .await?;
    Ok(row.map(|(media_type, bytes)| CoverImage { media_type, bytes }))
}

/// Uses a cover that is stored, or none.
async fn point_at(tx: &mut Tx<'_>, story: StoryId, cover: Option<CoverId>) -> Result<BookSettings> {
    sqlx::query(
        "INSERT INTO books (story_id, cover_id) VALUES (?, ?) \
         ON CONFLICT (story_id) DO UPDATE SET cover_id = excluded.cover_id, version = version + 1",
    )
    .bind(story.to_string())
    .bind(cover.map(|id| id.to_string()))
    .execute(tx.sql())
    .await?;
    tx.touch_story(story).await?;
    load(tx.sql(), story).await
}

#[async_trait]
impl BookStore for SqliteStore {
    async fn book_settings(&self, story: StoryId) -> Result<BookSettings> {
        let mut tx = self.database.readers.begin().await?;
        stories::load(&mut tx, story).await?;
        load(&mut tx, story).await
    }

    async fn set_book_settings(
        &self,
        story: StoryId,
        change: &BookSettingsChange,
        version: i64,
    ) -> Result<BookSettings> {
        let mut tx = self.begin(Durability::Durable).await?;
        let before = based_on(&mut tx, story, version).await?;
        set_details(&mut tx, story, &before.details, &change.details).await?;
        sqlx::query("UPDATE books SET options = ? WHERE story_id = ?")
            .bind(rows::to_json(&change.options))
            .bind(story.to_string())
            .execute(tx.sql())
            .await?;
        let after = load(tx.sql(), story).await?;
        tx.commit().await?;
        Ok(after)
    }

    async fn cover(&self, story: StoryId, id: Option<CoverId>) -> Result<Option<CoverImage>> {
        let mut tx = self.database.readers.begin().await?;
        stories::load(&mut tx, story).await?;
        load_cover(&mut tx, story, id).await
    }

    async fn add_cover(
        &self,
        story: StoryId,
        cover: &CoverImage,
        version: i64,
    ) -> Result<BookSettings> {
        let mut tx = self.begin(Durability::Durable).await?;
        based_on(&mut tx, story, version).await?;
        let id = CoverId(ids::new_id());
        sqlx::query(
            "INSERT INTO covers (id, story_id, media_type, image) VALUES (?, ?, ?, hex(?))",
        )
        .bind(id.to_string())
        .bind(story.to_string())
        .bind(&cover.media_type)
        .bind(cover.bytes.as_slice())
        .execute(tx.sql())
        .await?;
        let after = point_at(&mut tx, story, Some(id)).await?;
        tx.commit().await?;
        Ok(after)
    }

    async fn use_cover(
        &self,
        story: StoryId,
        id: Option<CoverId>,
        version: i64,
    ) -> Result<BookSettings> {
        let mut tx = self.begin(Durability::Durable).await?;
        let before = based_on(&mut tx, story, version).await?;
        if id.is_some_and(|id| !before.covers.contains(&id)) {
            return Err(Error::NotFound("cover"));
        }
        let after = point_at(&mut tx, story, id).await?;
        tx.commit().await?;
        Ok(after)
    }

    async fn story_book(&self, id: StoryId) -> Result<StoryBook> {
        let mut tx = self.database.readers.begin().await?;
        let story = stories::load(&mut tx, id).await?;
        let texts: Vec<(String, Lossy)> = sqlx::query_as(
            "SELECT c.id, r.text FROM chapters c JOIN revisions r ON r.id = c.revision_id \
             WHERE c.story_id = ?",
        )
        .bind(id.to_string())
        .fetch_all(&mut *tx)
        .await?;
        let mut texts: HashMap<String, Lossy> = texts.into_iter().collect();
        let mut text = |chapter: &domain::Chapter| {
            let text = texts.remove(&chapter.id.to_string());
            text.map(|text| text.0).unwrap_or_default()
        };
        let chapters = chapters::load_all(&mut tx, id).await?;
        Ok(StoryBook {
            story,
            settings: load(&mut tx, id).await?,
            cover: load_cover(&mut tx, id, None).await?,
            chapters: chapters
                .into_iter()
                .map(|chapter| {
                    let text = text(&chapter);
                    (chapter, text)
                })
                .collect(),
        })
    }
}
