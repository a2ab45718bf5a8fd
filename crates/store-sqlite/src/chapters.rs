//! Chapters and the trait for everything the author owns.

pub(super) use super::chapter_change::{emit_changed, load_for_change, set_outline};
pub(super) use sqlite_stories::load_chapter::{load, load_all, load_by_id, threads};

use super::{
    SqliteStore, partial, revisions, trash,
    tx::Durability,
    versions::{self, ChangeAuthor},
    world,
};
use async_trait::async_trait;
use domain::{
    Brief, Chapter, ChapterDetails, ChapterId, ChapterPatch, ChapterRef, InterviewId, NewChapter,
    Page, Refusal, Revision, RevisionId, RevisionSummary, Story, StoryId, TextEdit, TrashId, World,
    story::MAX_CHAPTERS,
};
use sqlite_rows::{rows, version_values::VersionSubject};
use sqlite_stories::numbers;
use store::Result;
use store::{StorySnapshot, StoryStore, ids};

#[async_trait]
impl StoryStore for SqliteStore {
    async fn insert_story(&self, story: &Story, interview: Option<InterviewId>) -> Result<Story> {
        self.insert_story_(story, interview).await
    }

    async fn stories(&self, limit: u32, after: Option<StoryId>) -> Result<Page<Story>> {
        self.stories_(limit, after).await
    }

    async fn story(&self, id: StoryId) -> Result<Story> {
        self.story_(id).await
    }

    async fn update_story(
        &self,
        id: StoryId,
        title: Option<String>,
        brief: Option<Brief>,
        version: i64,
    ) -> Result<Story> {
        self.update_story_(id, title, brief, version).await
    }

    async fn delete_story(&self, id: StoryId, version: i64) -> Result<TrashId> {
        self.delete_story_(id, version).await
    }

    async fn duplicate_story(&self, id: StoryId) -> Result<Story> {
        self.duplicate_story_(id).await
    }

    async fn chapters(&self, story: StoryId) -> Result<Vec<Chapter>> {
        let mut tx = self.database.readers.begin().await?;
        super::stories::load(&mut tx, story).await?;
        load_all(&mut tx, story).await
    }

    async fn chapter_details(&self, story: StoryId, chapter: ChapterRef) -> Result<ChapterDetails> {
        self.chapter_details_(story, chapter).await
    }

    async fn chapter(&self, story: StoryId, chapter: ChapterRef) -> Result<Chapter> {
        load(&mut *self.database.readers.acquire().await?, story, chapter).await
    }

    async fn add_chapter(&self, story: StoryId, chapter: NewChapter) -> Result<Chapter> {
        let mut tx = self.begin(Durability::Durable).await?;
        let number = super::stories::load(tx.sql(), story).await?.chapters + 1;
        if number > MAX_CHAPTERS {
            return Err(Refusal::TooManyChapters.into());
        }
        let id = ChapterId(ids::new_id());
        let version = numbers::first_version(tx.sql(), story).await?;
        sqlx::query(
            "INSERT INTO chapters (version, id, story_id, number, title, outline) VALUES (?, ?, ?, ?, ?, ?)",
        )
        .bind(version)
        .bind(id.to_string())
        .bind(story.to_string())
        .bind(number)
        .bind(chapter.title)
        .bind(rows::to_json(&chapter.outline))
        .execute(tx.sql())
        .await?;
        let chapter = emit_changed(&mut tx, id).await?;
        if !(chapter.title.is_empty() && chapter.outline.is_empty()) {
            let value = versions::outline_of(&chapter);
            versions::keep(
                &mut tx,
                story,
                VersionSubject::Outline(id),
                ChangeAuthor::Person,
                None,
                &value,
            )
            .await?;
        }
        tx.commit().await?;
        Ok(chapter)
    }

    async fn update_chapter(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        patch: ChapterPatch,
        version: i64,
    ) -> Result<Chapter> {
        let mut tx = self.begin(Durability::Durable).await?;
        let chapter = load_for_change(&mut tx, story, chapter, version).await?;
        if let Some(finished) = patch.finished {
            revisions::set_finished(&mut tx, &chapter, finished).await?;
        }
        let title = patch.title.unwrap_or_else(|| chapter.title.clone());
        let beats = patch.outline.unwrap_or_else(|| chapter.outline.clone());
        set_outline(&mut tx, &chapter, title, beats, ChangeAuthor::Person).await?;
        let chapter = emit_changed(&mut tx, chapter.id).await?;
        tx.commit().await?;
        Ok(chapter)
    }

    async fn delete_chapter(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        version: i64,
    ) -> Result<TrashId> {
        let mut tx = self.begin(Durability::Durable).await?;
        let chapter = load_for_change(&mut tx, story, chapter, version).await?;
        if chapter.state == domain::ChapterState::Drafting {
            return Err(Refusal::ChapterUnderWay(chapter.number).into());
        }
        partial::keep_all_of(&mut tx, chapter.id).await?;
        let chapter = load_by_id(tx.sql(), chapter.id).await?;
        let trashed = trash::put_chapter(&mut tx, &chapter).await?;
        numbers::shift(&mut tx, story, chapter.number + 1, -1).await?;
        tx.touch_story(story).await?;
        tx.emit_runs_of_story(story).await?;
        tx.commit().await?;
        Ok(trashed)
    }

    async fn current_revision(
        &self,
        story: StoryId,
        chapter: ChapterRef,
    ) -> Result<Option<Revision>> {
        self.current_revision_(story, chapter).await
    }

    async fn revisions(&self, story: StoryId, chapter: ChapterRef) -> Result<Vec<RevisionSummary>> {
        self.revisions_(story, chapter).await
    }

    async fn revision(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        id: RevisionId,
    ) -> Result<Revision> {
        self.revision_(story, chapter, id).await
    }

    async fn save_text(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        edit: TextEdit,
        version: i64,
    ) -> Result<Chapter> {
        self.save_text_(story, chapter, edit, version).await
    }

    async fn merge_text(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        text: String,
        candidate: RevisionId,
        version: i64,
    ) -> Result<Chapter> {
        self.merge_text_(story, chapter, text, candidate, version)
            .await
    }

    async fn set_aside(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        text: String,
        version: i64,
    ) -> Result<RevisionSummary> {
        self.set_aside_(story, chapter, text, version).await
    }

    async fn drop_candidate(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        id: RevisionId,
        version: i64,
    ) -> Result<Chapter> {
        self.drop_candidate_(story, chapter, id, version).await
    }

    async fn restore(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        id: RevisionId,
        version: i64,
    ) -> Result<Chapter> {
        self.restore_(story, chapter, id, version).await
    }

    async fn world(&self, story: StoryId) -> Result<World> {
        let mut tx = self.database.readers.begin().await?;
        super::stories::load(&mut tx, story).await?;
        world::load(&mut tx, story).await
    }

    async fn story_snapshot(&self, story: StoryId) -> Result<StorySnapshot> {
        self.story_snapshot_(story).await
    }
}
