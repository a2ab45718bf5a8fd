//! Chapters, their texts and revisions.

use super::{Engine, at_most};
use crate::{Error, Result};
use domain::{
    Actor, Chapter, ChapterPatch, NewChapter, Revision, RevisionId, RevisionSummary, StoryId,
};

const MAX_TITLE: usize = 200;
const MAX_BEATS: usize = 100;
const MAX_BEAT: usize = 2_000;
/// In characters: many times the longest chapter anyone has published.
const MAX_TEXT: usize = 2_000_000;

impl Engine {
    /// All chapters in order.
    pub async fn chapters(&self, _actor: &Actor, story: StoryId) -> Result<Vec<Chapter>> {
        self.store().chapters(story).await
    }

    /// One chapter by number.
    pub async fn chapter(&self, _actor: &Actor, story: StoryId, number: u32) -> Result<Chapter> {
        self.store().chapter(story, number).await
    }

    /// Adds a chapter at the end.
    pub async fn add_chapter(
        &self,
        _actor: &Actor,
        story: StoryId,
        mut new: NewChapter,
    ) -> Result<Chapter> {
        check_title(&mut new.title)?;
        check_beats(&mut new.outline)?;
        self.store().add_chapter(story, new).await
    }

    /// Changes title and beats, based on `version`.
    pub async fn update_chapter(
        &self,
        _actor: &Actor,
        story: StoryId,
        number: u32,
        mut patch: ChapterPatch,
        version: i64,
    ) -> Result<Chapter> {
        patch.title.as_mut().map(check_title).transpose()?;
        patch.outline.as_mut().map(check_beats).transpose()?;
        self.store()
            .update_chapter(story, number, patch, version)
            .await
    }

    /// Deletes a chapter with its revisions; later ones move up.
    pub async fn delete_chapter(
        &self,
        _actor: &Actor,
        story: StoryId,
        number: u32,
        version: i64,
    ) -> Result<()> {
        self.store().delete_chapter(story, number, version).await
    }

    /// The current revision, if there is a text.
    pub async fn current_revision(
        &self,
        _actor: &Actor,
        story: StoryId,
        number: u32,
    ) -> Result<Option<Revision>> {
        self.store().current_revision(story, number).await
    }

    /// All revisions, newest first.
    pub async fn revisions(
        &self,
        _actor: &Actor,
        story: StoryId,
        number: u32,
    ) -> Result<Vec<RevisionSummary>> {
        self.store().revisions(story, number).await
    }

    /// One revision.
    pub async fn revision(
        &self,
        _actor: &Actor,
        story: StoryId,
        number: u32,
        id: RevisionId,
    ) -> Result<Revision> {
        self.store().revision(story, number, id).await
    }

    /// A person's text becomes the current revision, based on `version` of the chapter.
    pub async fn save_text(
        &self,
        _actor: &Actor,
        story: StoryId,
        number: u32,
        text: String,
        version: i64,
    ) -> Result<Chapter> {
        at_most("The text", &text, MAX_TEXT)?;
        self.store().save_text(story, number, text, version).await
    }

    /// Points the chapter at one of its revisions, based on `version` of the chapter.
    pub async fn restore(
        &self,
        _actor: &Actor,
        story: StoryId,
        number: u32,
        id: RevisionId,
        version: i64,
    ) -> Result<Chapter> {
        self.store().restore(story, number, id, version).await
    }
}

fn check_title(title: &mut String) -> Result<()> {
    *title = title.trim().to_owned();
    at_most("The title", title, MAX_TITLE)
}

fn check_beats(beats: &mut Vec<String>) -> Result<()> {
    beats.retain(|beat| !beat.trim().is_empty());
    if beats.len() > MAX_BEATS {
        return Err(Error::Invalid(format!(
            "A chapter has at most {MAX_BEATS} beats."
        )));
    }
    beats
        .iter()
        .try_for_each(|beat| at_most("A beat", beat, MAX_BEAT))
}
