//! The book that leaves the studio: what is kept of a story for it, and its files.

use super::{Engine, at_most};
use crate::{Error, Result};
use book::{Book, BookChapter, Cover, ExportError, ExportedFile};
use domain::{CoverId, StoryId, text};
use exchange::export::{BookSettings, BookSettingsChange, ExportFormat, ExportOptions};
use store::{CoverImage, StoryBook};

/// The largest cover, in bytes.
const MAX_COVER: usize = 5 * 1024 * 1024;

/// The images that a cover can be, and how their files begin.
const COVERS: [(&str, &[u8]); 3] = [
    ("image/png", b"\x89PNG\r\n\x1a\n"),
    ("image/jpeg", b"\xff\xd8\xff"),
    ("image/gif", b"GIF8"),
];

impl Engine {
    /// What is kept of a story for its exports.
    pub async fn book_settings(&self, story: StoryId) -> Result<BookSettings> {
        self.store().book_settings(story).await
    }

    /// Replaces what is kept of a story for its exports, based on `version`. What the book said of itself before stays
    /// in the history.
    pub async fn change_book_settings(
        &self,
        story: StoryId,
        mut change: BookSettingsChange,
        version: i64,
    ) -> Result<BookSettings> {
        for (name, part, most) in change.details.parts_mut() {
            *part = text::field(part);
            at_most(name, part, most)?;
        }
        check_options(&mut change.options)?;
        self.store()
            .set_book_settings(story, &change, version)
            .await
    }

    /// The cover in use, or the one with this id.
    pub async fn cover(&self, story: StoryId, id: Option<CoverId>) -> Result<CoverImage> {
        let cover = self.store().cover(story, id).await?;
        cover.ok_or(Error::NotFound("cover"))
    }

    /// Adds a cover and uses it, based on `version` of the book's settings. Its type is found by its first bytes. Earlier
    /// ones stay.
    pub async fn add_cover(
        &self,
        story: StoryId,
        bytes: Vec<u8>,
        version: i64,
    ) -> Result<BookSettings> {
        if bytes.len() > MAX_COVER {
            let most = MAX_COVER / (1024 * 1024);
            return Err(Error::Invalid(format!(
                "The cover is larger than {most} MB. Choose a smaller image."
            )));
        }
        let known = COVERS.iter().find(|(_, begin)| bytes.starts_with(begin));
        let Some((media_type, _)) = known else {
            return Err(Error::Invalid(
                "This is no image that can be a cover. Choose a JPEG, PNG or GIF file.".to_owned(),
            ));
        };
        let cover = CoverImage {
            media_type: (*media_type).to_owned(),
            bytes,
        };
        self.store().add_cover(story, &cover, version).await
    }

    /// Uses an earlier cover again, based on `version` of the book's settings; or none: the next export has one drawn
    /// from the title.
    pub async fn use_cover(
        &self,
        story: StoryId,
        id: Option<CoverId>,
        version: i64,
    ) -> Result<BookSettings> {
        self.store().use_cover(story, id, version).await
    }

    /// The book as a file. `change` changes the options that are kept, for this file alone.
    pub async fn export(
        &self,
        story: StoryId,
        change: impl FnOnce(ExportOptions) -> ExportOptions,
    ) -> Result<ExportedFile> {
        let story_book = self.store().story_book(story).await?;
        let mut options = change(story_book.settings.options.clone());
        check_options(&mut options)?;
        if options.format == ExportFormat::Json {
            return self.whole_story(&story_book.story).await;
        }
        let _turn = self.inner.heavy_work.acquire().await;
        let book = book_of(story_book);
        let made = tokio::task::spawn_blocking(move || book::export(&book, &options)).await;
        match made {
            Ok(Ok(file)) => Ok(file),
            Ok(Err(error)) => {
                if matches!(error, ExportError::Failed { .. }) {
                    tracing::error!(%error, "an export failed");
                }
                Err(Error::Invalid(error.to_string()))
            }
            Err(error) => {
                tracing::error!(%error, "an export panicked");
                Err(Error::Invalid(
                    "This file could not be made. Try another format; the log has the cause."
                        .to_owned(),
                ))
            }
        }
    }
}

fn check_options(options: &mut ExportOptions) -> Result<()> {
    options.scene_break = text::line(&options.scene_break);
    at_most(
        "The mark between scenes",
        &options.scene_break,
        ExportOptions::MAX_SCENE_BREAK,
    )
}

fn book_of(from: StoryBook) -> Book {
    let details = from.settings.details;
    let chapters = from
        .chapters
        .into_iter()
        .map(|(chapter, text)| BookChapter {
            number: chapter.number,
            unfinished: !chapter.is_finished(),
            title: chapter.title,
            text,
        });
    Book {
        id: from.story.id.0,
        title: from.story.title,
        author: details.author,
        language: from.story.brief.language,
        dedication: details.dedication,
        copyright: details.copyright,
        front_matter: details.front_matter,
        back_matter: details.back_matter,
        contact: details.contact,
        cover: from.cover.map(|cover| Cover {
            media_type: cover.media_type,
            bytes: cover.bytes,
        }),
        modified: from.story.updated_at,
        chapters: chapters.collect(),
    }
}
