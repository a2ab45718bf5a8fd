//! Chapters, their texts and revisions.

use super::{Engine, at_most};
use crate::{Error, Result};
use ::text::compare;
use domain::{
    Chapter, ChapterDetails, ChapterId, ChapterPatch, ChapterRef, Comparison, NewChapter, Outline,
    Revision, RevisionId, RevisionSummary, StoryId, TextEdit, TrashId, text,
};
use rules::chapter_runs::next_chapter;

const MAX_TITLE: usize = 200;
const MAX_BEATS: usize = 100;
const MAX_BEAT: usize = 2_000;
/// In characters: many times the longest chapter anyone has published.
pub(super) const MAX_TEXT: usize = 2_000_000;

impl Engine {
    /// All chapters in order.
    pub async fn chapters(&self, story: StoryId) -> Result<Vec<Chapter>> {
        self.store().chapters(story).await
    }

    /// A chapter with everything its page shows, as of one moment.
    pub async fn chapter_details(
        &self,
        story: StoryId,
        chapter: impl Into<ChapterRef>,
    ) -> Result<ChapterDetails> {
        self.store().chapter_details(story, chapter.into()).await
    }

    /// The chapter to open: the one that was `read_last` while it exists, else the one to go on with; `None` while the
    /// story has no chapters.
    pub async fn chapter_to_open(
        &self,
        story: StoryId,
        read_last: Option<u32>,
    ) -> Result<Option<ChapterId>> {
        let chapters = self.store().chapters(story).await?;
        let state = self.store().state().await?;
        let numbered = |number| chapters.iter().find(|chapter| chapter.number == number);
        let to_open = read_last
            .and_then(numbered)
            .or_else(|| numbered(next_chapter(&chapters, &state, story)?));
        Ok(to_open.map(|chapter| chapter.id))
    }

    /// One chapter; the id of another story's is not found.
    pub async fn chapter(&self, story: StoryId, chapter: impl Into<ChapterRef>) -> Result<Chapter> {
        self.store().chapter(story, chapter.into()).await
    }

    /// Adds a chapter at the end.
    pub async fn add_chapter(&self, story: StoryId, mut new: NewChapter) -> Result<Chapter> {
        check_title(&mut new.title)?;
        check_beats(&mut new.outline)?;
        self.store().add_chapter(story, new).await
    }

    /// Changes title and beats, based on `version`.
    pub async fn update_chapter(
        &self,
        story: StoryId,
        chapter: impl Into<ChapterRef>,
        mut patch: ChapterPatch,
        version: i64,
    ) -> Result<Chapter> {
        patch.title.as_mut().map(check_title).transpose()?;
        patch.outline.as_mut().map(check_beats).transpose()?;
        self.store()
            .update_chapter(story, chapter.into(), patch, version)
            .await
    }

    /// Moves a chapter to the trash with its revisions; later ones move up.
    pub async fn delete_chapter(
        &self,
        story: StoryId,
        chapter: impl Into<ChapterRef>,
        version: i64,
    ) -> Result<TrashId> {
        self.store()
            .delete_chapter(story, chapter.into(), version)
            .await
    }

    /// The current revision, if there is a text.
    pub async fn current_revision(
        &self,
        story: StoryId,
        chapter: impl Into<ChapterRef>,
    ) -> Result<Option<Revision>> {
        self.store().current_revision(story, chapter.into()).await
    }

    /// All revisions, newest first.
    pub async fn revisions(
        &self,
        story: StoryId,
        chapter: impl Into<ChapterRef>,
    ) -> Result<Vec<RevisionSummary>> {
        self.store().revisions(story, chapter.into()).await
    }

    /// One revision.
    pub async fn revision(
        &self,
        story: StoryId,
        chapter: impl Into<ChapterRef>,
        id: RevisionId,
    ) -> Result<Revision> {
        self.store().revision(story, chapter.into(), id).await
    }

    /// A person's text becomes the current revision, based on `version` of the chapter.
    pub async fn save_text(
        &self,
        story: StoryId,
        chapter: impl Into<ChapterRef>,
        edit: impl Into<TextEdit>,
        version: i64,
    ) -> Result<Chapter> {
        let mut edit = edit.into();
        at_most("The text", &edit.text, MAX_TEXT)?;
        edit.text = text::normalized(&edit.text);
        self.store()
            .save_text(story, chapter.into(), edit, version)
            .await
    }

    /// The same for a text made out of the current one and a candidate, which is settled by it.
    pub async fn merge_text(
        &self,
        story: StoryId,
        chapter: impl Into<ChapterRef>,
        text: String,
        candidate: RevisionId,
        version: i64,
    ) -> Result<Chapter> {
        at_most("The text", &text, MAX_TEXT)?;
        let text = text::normalized(&text);
        self.store()
            .merge_text(story, chapter.into(), text, candidate, version)
            .await
    }

    /// Keeps a person's text in the history, beside the chapter's text as it was at `version`.
    pub async fn set_aside(
        &self,
        story: StoryId,
        chapter: impl Into<ChapterRef>,
        text: String,
        version: i64,
    ) -> Result<RevisionSummary> {
        at_most("The text", &text, MAX_TEXT)?;
        let text = text::normalized(&text);
        self.store()
            .set_aside(story, chapter.into(), text, version)
            .await
    }

    /// No longer offers a candidate, based on `version` of the chapter. Its text stays in the history.
    pub async fn drop_candidate(
        &self,
        story: StoryId,
        chapter: impl Into<ChapterRef>,
        id: RevisionId,
        version: i64,
    ) -> Result<Chapter> {
        self.store()
            .drop_candidate(story, chapter.into(), id, version)
            .await
    }

    /// How the text of one revision differs from another's.
    pub async fn compare(
        &self,
        story: StoryId,
        chapter: impl Into<ChapterRef>,
        from: RevisionId,
        to: RevisionId,
    ) -> Result<Comparison> {
        let chapter = chapter.into();
        let from = self.store().revision(story, chapter, from).await?;
        let to = self.store().revision(story, chapter, to).await?;
        Ok(compare_in_background(from.text, to.text).await)
    }

    /// How a text that is not saved differs from the one the chapter has now, and the chapter as it was then.
    pub async fn compare_with_current(
        &self,
        story: StoryId,
        chapter: impl Into<ChapterRef>,
        text: String,
    ) -> Result<(Chapter, Comparison)> {
        at_most("The text", &text, MAX_TEXT)?;
        let text = text::normalized(&text);
        let chapter = self.store().chapter(story, chapter.into()).await?;
        let current = match chapter.revision {
            Some(id) => {
                let this = chapter.id.into();
                self.store().revision(story, this, id).await?.text
            }
            None => String::new(),
        };
        Ok((chapter, compare_in_background(text, current).await))
    }

    /// Points the chapter at one of its revisions (or takes a candidate), based on `version` of the chapter.
    pub async fn restore(
        &self,
        story: StoryId,
        chapter: impl Into<ChapterRef>,
        id: RevisionId,
        version: i64,
    ) -> Result<Chapter> {
        self.store()
            .restore(story, chapter.into(), id, version)
            .await
    }
}

/// Compares on a thread of its own: long texts take a while.
pub(super) async fn compare_in_background(left: String, right: String) -> Comparison {
    tokio::task::spawn_blocking(move || compare::compare(&left, &right))
        .await
        .unwrap_or_else(|panic| std::panic::resume_unwind(panic.into_panic()))
}

/// Brings a title and beats into the form of fields and refuses what is too long.
pub(super) fn check_outline(outline: &mut Outline) -> Result<()> {
    check_title(&mut outline.title)?;
    check_beats(&mut outline.outline)
}

fn check_title(title: &mut String) -> Result<()> {
    *title = text::line(title);
    at_most("The title", title, MAX_TITLE)
}

fn check_beats(beats: &mut Vec<String>) -> Result<()> {
    *beats = text::fields(beats);
    if beats.len() > MAX_BEATS {
        return Err(Error::Invalid(format!(
            "A chapter can have at most {MAX_BEATS} beats."
        )));
    }
    beats
        .iter()
        .try_for_each(|beat| at_most("A beat", beat, MAX_BEAT))
}
