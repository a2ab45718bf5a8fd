//! What is kept of a story for its exports.

use super::{
    SqliteStore, chapters,
    readable::{self, Lossy},
    rows, stories,
    tx::{Durability, Tx},
    versions::{self, ChangeAuthor, VersionSubject},
};
use async_trait::async_trait;
use domain::{
    StoryId, VersionValue,
    export::{BookDetails, BookSettings, BookSettingsChange, ExportOptions},
};
use sqlx::SqliteConnection;
use std::collections::HashMap;
use store::{BookStore, CoverImage, Error, Result, StoryBook};

/// The settings of a story that exists.
pub(super) async fn load(sql: &mut SqliteConnection, story: StoryId) -> Result<BookSettings> {
    let row: Option<(Lossy, Lossy, bool, i64)> = sqlx::query_as(
        "SELECT details, options, cover IS NOT NULL, version FROM books WHERE story_id = ?",
    )
    .bind(story.to_string())
    .fetch_optional(sql)
    .await?;
    Ok(match row {
        Some((details, options, has_cover, version)) => BookSettings {
            details: readable::by_field(&details.0).0,
            options: readable::by_field(&options.0).0,
            has_cover,
            version,
        },
        None => BookSettings::default(),
    })
}

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
        readable::keep(tx, "books.details", &key, &details.0).await?;
    }
    if !readable::by_field::<ExportOptions>(&options.0).1 {
        readable::keep(tx, "books.options", &key, &options.0).await?;
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

/// Copies the settings to another story.
pub(super) async fn copy(tx: &mut Tx<'_>, from: StoryId, to: StoryId) -> Result<()> {
    sqlx::query(
        "INSERT INTO books (story_id, details, options, cover, cover_type) \
         SELECT ?, details, options, cover, cover_type FROM books WHERE story_id = ?",
    )
    .bind(to.to_string())
    .bind(from.to_string())
    .execute(tx.sql())
    .await?;
    Ok(())
}

async fn load_cover(sql: &mut SqliteConnection, story: StoryId) -> Result<Option<CoverImage>> {
    let row: Option<(Option<Vec<u8>>, Option<String>)> =
        sqlx::query_as("SELECT unhex(cover), cover_type FROM books WHERE story_id = ?")
            .bind(story.to_string())
            .fetch_optional(sql)
            .await?;
    let Some((Some(bytes), media_type)) = row else {
        return Ok(None);
    };
    Ok(Some(CoverImage {
        media_type: media_type.unwrap_or_default(),
        bytes,
    }))
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

    async fn cover(&self, story: StoryId) -> Result<Option<CoverImage>> {
        let mut tx = self.database.readers.begin().await?;
        stories::load(&mut tx, story).await?;
        load_cover(&mut tx, story).await
    }

    async fn set_cover(
        &self,
        story: StoryId,
        cover: Option<&CoverImage>,
        version: i64,
    ) -> Result<BookSettings> {
        let mut tx = self.begin(Durability::Durable).await?;
        based_on(&mut tx, story, version).await?;
        sqlx::query(
            "INSERT INTO books (story_id, cover, cover_type) VALUES (?1, hex(?2), ?3) \
             ON CONFLICT (story_id) DO UPDATE SET cover = excluded.cover, \
             cover_type = excluded.cover_type, version = version + 1",
        )
        .bind(story.to_string())
        .bind(cover.map(|cover| cover.bytes.as_slice()))
        .bind(cover.map(|cover| cover.media_type.as_str()))
        .execute(tx.sql())
        .await?;
        if cover.is_none() {
            // The hexadecimal digits of nothing are an empty text.
            sqlx::query("UPDATE books SET cover = NULL WHERE story_id = ?")
                .bind(story.to_string())
                .execute(tx.sql())
                .await?;
        }
        tx.touch_story(story).await?;
        let after = load(tx.sql(), story).await?;
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
            cover: load_cover(&mut tx, id).await?,
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
