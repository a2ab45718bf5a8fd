//! Finding and replacing in the chapters of a story.

use super::{Engine, at_most, chapters::MAX_TEXT};
use crate::{Error, Result};
use ::replace::{ChapterPlaces, TextPattern};
use domain::{
    NewReplacement, ReplacePattern, ReplacePreview, Replacement, ReplacementId, StoryId,
    UndoneReplacement,
};
use store::ReplacedText;

impl Engine {
    /// Every place that a replacement would change, each with its sentence: the first ones, and how many more there are.
    pub async fn preview_replacement(
        &self,
        story: StoryId,
        pattern: &ReplacePattern,
    ) -> Result<ReplacePreview> {
        let _turn = self.inner.heavy_work.acquire().await;
        let found = self.find_places(story, pattern).await?;
        in_background(move || ::replace::preview(&found)).await
    }

    /// Replaces the chosen places of several chapters, all of them or none: each chapter gets a new revision.
    pub async fn replace(&self, story: StoryId, new: NewReplacement) -> Result<Replacement> {
        let _turn = self.inner.heavy_work.acquire().await;
        let found = self.find_places(story, &new.pattern()).await?;
        let changes = in_background(move || ::replace::changes(found, &new)).await??;
        let mut texts = Vec::with_capacity(changes.len());
        for (chapter, text) in changes {
            at_most("A chapter with the replacements", &text, MAX_TEXT)?;
            texts.push(ReplacedText {
                chapter: chapter.id,
                version: chapter.version,
                text,
            });
        }
        self.store().replace_texts(story, &texts).await
    }

    /// Takes a replacement back, in every chapter whose text is still the one that it left.
    pub async fn undo_replacement(
        &self,
        story: StoryId,
        id: ReplacementId,
    ) -> Result<UndoneReplacement> {
        self.store().undo_replacement(story, id).await
    }

    async fn find_places(
        &self,
        story: StoryId,
        typed: &ReplacePattern,
    ) -> Result<Vec<ChapterPlaces>> {
        let pattern = TextPattern::new(typed).map_err(|error| Error::Invalid(error.to_string()))?;
        let chapters = self.store().story_book(story).await?.chapters;
        let found = in_background(move || ::replace::find(chapters, &pattern)).await??;
        Ok(found)
    }
}

/// Long stories take a while.
async fn in_background<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let done = tokio::task::spawn_blocking(work).await;
    Ok(done.unwrap_or_else(|panic| std::panic::resume_unwind(panic.into_panic())))
}
