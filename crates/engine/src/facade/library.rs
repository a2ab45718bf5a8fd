//! The library: its list, what is done with several stories at once, small pictures of covers.

use super::{Engine, MAX_LIMIT, after, at_most};
use crate::{Error, Result};
use domain::{
    BatchAction, BatchOutcome, BatchStory, CoverId, Library, Story, StoryBatch, StoryId,
    StoryPatch, StoryQuery, text,
};

/// The most that can be looked for in the library, in characters.
const MAX_WORDS: usize = 200;

impl Engine {
    /// A part of the library.
    pub async fn library(
        &self,
        mut query: StoryQuery,
        limit: u32,
        from: Option<String>,
    ) -> Result<Library> {
        query.words = text::line(&query.words);
        at_most("The text to look for", &query.words, MAX_WORDS)?;
        let limit = limit.clamp(1, MAX_LIMIT);
        let (stories, counts) = self.store().stories(&query, limit, after(from)?).await?;
        let (preferences, _) = self.store().preferences().await?;
        Ok(Library {
            stories,
            counts,
            chapter_words: preferences.chapter_words,
        })
    }

    /// Archives, unarchives or deletes several stories, each in a transaction of its own, so that none has to wait for
    /// all of them. One that can't be changed stays as it is, and its outcome says why.
    pub async fn change_stories(&self, batch: StoryBatch) -> Result<Vec<BatchOutcome>> {
        if batch.stories.is_empty() || batch.stories.len() > StoryBatch::MAX {
            return Err(Error::Invalid(format!(
                "Name 1 to {} stories, not {}.",
                StoryBatch::MAX,
                batch.stories.len()
            )));
        }
        let mut outcomes = Vec::with_capacity(batch.stories.len());
        for story in batch.stories {
            let mut outcome = BatchOutcome {
                story: story.id,
                version: None,
                trashed: None,
                error: None,
            };
            match self.change_one(batch.action, story, &mut outcome).await {
                Ok(()) => {}
                // What fails for all of them is no outcome of one.
                Err(
                    error @ (Error::NotFound(_) | Error::StaleVersion { .. } | Error::Conflict(_)),
                ) => {
                    outcome.error = Some(error.to_string());
                }
                Err(error) if outcomes.is_empty() => return Err(error),
                Err(error) => outcome.error = Some(error.to_string()),
            }
            outcomes.push(outcome);
        }
        Ok(outcomes)
    }

    async fn change_one(
        &self,
        action: BatchAction,
        story: BatchStory,
        outcome: &mut BatchOutcome,
    ) -> Result<()> {
        let archived = match action {
            BatchAction::Delete => {
                outcome.trashed = Some(self.delete_story(story.id, story.version).await?);
                return Ok(());
            }
            BatchAction::Archive => true,
            BatchAction::Unarchive => false,
        };
        let patch = StoryPatch {
            archived: Some(archived),
            ..StoryPatch::default()
        };
        let changed = self.update_story(story.id, patch, story.version).await?;
        outcome.version = Some(changed.version);
        Ok(())
    }

    /// A copy with world, chapters and current texts. It is made to its end, also where nobody waits for it any more.
    pub async fn duplicate_story(&self, id: StoryId) -> Result<Story> {
        let engine = self.clone();
        let copying = tokio::spawn(async move { engine.store().duplicate_story(id).await });
        copying.await.unwrap_or_else(|error| {
            tracing::error!(%error, "copying a story panicked");
            Err(Error::Conflict(
                "The story could not be copied; the log has the cause. Nothing was changed."
                    .to_owned(),
            ))
        })
    }

    /// A small picture of a cover, as JPEG: made when it is asked for the first time, and kept.
    pub async fn thumbnail(&self, story: StoryId, id: CoverId) -> Result<Vec<u8>> {
        let picture = match self.store().thumbnail(story, id).await? {
            Some(picture) => picture,
            None => self.make_thumbnail(story, id).await?,
        };
        match picture.is_empty() {
            true => Err(Error::NotFound("picture")),
            false => Ok(picture),
        }
    }

    async fn make_thumbnail(&self, story: StoryId, id: CoverId) -> Result<Vec<u8>> {
        let _turn = self.inner.heavy_work.acquire().await;
        // Somebody else may have made it meanwhile.
        if let Some(picture) = self.store().thumbnail(story, id).await? {
            return Ok(picture);
        }
        let cover = self.cover(story, Some(id)).await?;
        let made = tokio::task::spawn_blocking(move || book::thumbnail(&cover.bytes)).await;
        let picture = match made {
            Ok(Ok(picture)) => picture,
            Ok(Err(error)) => {
                tracing::info!(%error, cover = %id, "a cover has no small picture");
                Vec::new()
            }
            Err(error) => {
                tracing::error!(%error, cover = %id, "a cover's small picture panicked");
                Vec::new()
            }
        };
        if let Err(error) = self.store().keep_thumbnail(id, &picture).await {
            tracing::warn!(%error, "a small picture is made again when it is next shown");
        }
        Ok(picture)
    }
}
