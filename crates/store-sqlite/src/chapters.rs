//! Chapters and the trait for everything the author owns.

use super::{
    SqliteStore, numbers, partial, revisions, trash,
    tx::{Durability, Tx},
    versions::{self, ChangeAuthor},
    world,
};
use async_trait::async_trait;
use domain::{
    Brief, Chapter, ChapterDetails, ChapterId, ChapterPatch, ChapterRef, InterviewId, NewChapter,
    Outline, Page, Refusal, Revision, RevisionId, RevisionSummary, Story, StoryCounts, StoryId,
    StoryQuery, TextEdit, TrashId, VersionValue, World, story::MAX_CHAPTERS,
};
use sqlite_rows::{readable::readable, rows, rows::ChapterRow, version_values::VersionSubject};
use sqlx::SqliteConnection;
use store::{Error, Result};
use store::{StorySnapshot, StoryStore, ids};

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

pub(super) async fn load_all(sql: &mut SqliteConnection, story: StoryId) -> Result<Vec<Chapter>> {
    let rows =
        sqlx::query_as::<_, ChapterRow>(select_chapter!("WHERE c.story_id = ? ORDER BY c.number"))
            .bind(story.to_string())
            .fetch_all(sql)
            .await?;
    Ok(readable(rows.into_iter().map(ChapterRow::read)))
}

/// The plot threads each chapter leaves open, in the order of the chapters.
pub(super) async fn threads(
    sql: &mut SqliteConnection,
    story: StoryId,
) -> Result<Vec<Vec<String>>> {
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
pub(super) async fn load(
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
            super::stories::load(sql, story).await?;
            Err(Error::NotFound("chapter"))
        }
    }
}

/// A chapter by its lasting id.
pub(super) async fn load_by_id(sql: &mut SqliteConnection, id: ChapterId) -> Result<Chapter> {
    sqlx::query_as::<_, ChapterRow>(select_chapter!("WHERE c.id = ?"))
        .bind(id.to_string())
        .fetch_optional(sql)
        .await?
        .ok_or(Error::NotFound("chapter"))?
        .read()
}

/// Loads a chapter for a change that was based on `version`.
pub(super) async fn load_for_change(
    tx: &mut Tx<'_>,
    story: StoryId,
    chapter: ChapterRef,
    version: i64,
) -> Result<Chapter> {
    let chapter = load(tx.sql(), story, chapter).await?;
    if chapter.version == version {
        Ok(chapter)
    } else {
        Err(Error::StaleVersion {
            current: chapter.version,
        })
    }
}

/// Tells about a changed chapter and its story.
pub(super) async fn emit_changed(tx: &mut Tx<'_>, id: ChapterId) -> Result<Chapter> {
    let chapter = load_by_id(tx.sql(), id).await?;
    tx.emit_chapter(
        chapter.story,
        chapter.number,
        chapter.revision,
        chapter.state,
    )
    .await?;
    tx.touch_story(chapter.story).await?;
    Ok(chapter)
}

/// Gives a chapter this title and these beats. What it had before stays in the history.
pub(super) async fn set_outline(
    tx: &mut Tx<'_>,
    before: &Chapter,
    title: String,
    beats: Vec<String>,
    by: ChangeAuthor,
) -> Result<()> {
    sqlx::query("UPDATE chapters SET title = ?, outline = ?, version = version + 1 WHERE id = ?")
        .bind(&title)
        .bind(rows::to_json(&beats))
        .bind(before.id.to_string())
        .execute(tx.sql())
        .await?;
    let after = VersionValue::Outline(Outline {
        title,
        outline: beats,
    });
    let (of, before_it) = (
        VersionSubject::Outline(before.id),
        versions::outline_of(before),
    );
    versions::keep(tx, before.story, of, by, Some(&before_it), &after).await
}

#[async_trait]
impl StoryStore for SqliteStore {
    async fn insert_story(&self, story: &Story, interview: Option<InterviewId>) -> Result<Story> {
        self.insert_story_(story, interview).await
    }

    async fn stories(
        &self,
        query: &StoryQuery,
        limit: u32,
        after: Option<StoryId>,
    ) -> Result<(Page<Story>, StoryCounts)> {
        self.stories_(query, limit, after).await
    }

    async fn story(&self, id: StoryId) -> Result<Story> {
        self.story_(id).await
    }

    async fn update_story(
        &self,
        id: StoryId,
        title: Option<String>,
        brief: Option<Brief>,
        archived: Option<bool>,
        version: i64,
    ) -> Result<Story> {
        self.update_story_(id, title, brief, archived, version)
            .await
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
