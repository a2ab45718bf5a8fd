//! Stories.

pub(super) use sqlite_stories::load_story::load;

use super::{
    SqliteStore, partial, trash,
    tx::{Durability, Tx},
    versions::{self, ChangeAuthor},
    world,
};
use domain::{
    Brief, ChapterId, EntityId, EventBody, InterviewId, Page, RevisionId, RunId, Story, StoryId,
    TitledBrief, TrashId, VersionValue,
    notice::{UNREADABLE_OUTLINE, UNREADABLE_PREMISE},
};
use rules::trash::copy_name;
use sqlite_rows::{
    readable::{self, Lossy},
    rows,
    version_values::VersionSubject,
};
use sqlite_stories::{load_story, unreadable};
use sqlx::SqliteConnection;
use std::collections::HashMap;
use store::{Error, Result};
use store::{StorySnapshot, clock, ids};

impl SqliteStore {
    pub(super) async fn insert_story_(
        &self,
        story: &Story,
        interview: Option<InterviewId>,
    ) -> Result<Story> {
        let mut tx = self.begin(Durability::Durable).await?;
        insert(tx.sql(), story).await?;
        if let Some(interview) = interview {
            // One that is gone by now, or somebody else's, is no reason to refuse an author their story.
            sqlx::query("UPDATE interviews SET story_id = ? WHERE id = ? AND story_id IS NULL")
                .bind(story.id.to_string())
                .bind(interview.to_string())
                .execute(tx.sql())
                .await?;
        }
        for number in 1..=story.chapters {
            sqlx::query("INSERT INTO chapters (id, story_id, number) VALUES (?, ?, ?)")
                .bind(ChapterId(ids::new_id()).to_string())
                .bind(story.id.to_string())
                .bind(number)
                .execute(tx.sql())
                .await?;
        }
        tx.touch_story(story.id).await?;
        let story = load(tx.sql(), story.id).await?;
        let value = versions::brief_of(&story);
        versions::keep(
            &mut tx,
            story.id,
            VersionSubject::Brief(story.id),
            ChangeAuthor::Person,
            None,
            &value,
        )
        .await?;
        tx.commit().await?;
        Ok(story)
    }

    pub(super) async fn stories_(&self, limit: u32, after: Option<StoryId>) -> Result<Page<Story>> {
        load_story::library_page(&mut *self.database.readers.acquire().await?, limit, after).await
    }

    pub(super) async fn story_(&self, id: StoryId) -> Result<Story> {
        load(&mut *self.database.readers.acquire().await?, id).await
    }

    pub(super) async fn update_story_(
        &self,
        id: StoryId,
        title: Option<String>,
        brief: Option<Brief>,
        version: i64,
    ) -> Result<Story> {
        let mut tx = self.begin(Durability::Durable).await?;
        let story = load(tx.sql(), id).await?;
        if story.version != version {
            return Err(Error::StaleVersion {
                current: story.version,
            });
        }
        let title = title.unwrap_or_else(|| story.title.clone());
        set_brief(&mut tx, &story, title, brief).await?;
        let story = load(tx.sql(), id).await?;
        tx.commit().await?;
        Ok(story)
    }

    pub(super) async fn delete_story_(&self, id: StoryId, version: i64) -> Result<TrashId> {
        let mut tx = self.begin(Durability::Durable).await?;
        let story = load(tx.sql(), id).await?;
        if story.version != version {
            return Err(Error::StaleVersion {
                current: story.version,
            });
        }
        let open: Vec<String> = sqlx::query_scalar(
            "SELECT id FROM runs WHERE story_id = ? AND status IN ('queued', 'running', 'paused')",
        )
        .bind(id.to_string())
        .fetch_all(tx.sql())
        .await?;
        // Their workers find the lease gone; open pages hear that they ended. What is written so far is there when
        // the story is restored.
        for run in open {
            let run: RunId = rows::id(&run)?;
            partial::keep(&mut tx, run).await?;
            tx.transition(run, domain::Transition::Cancel).await?;
            tx.emit_run(run).await?;
        }
        let story = load(tx.sql(), id).await?;
        let trashed = trash::put_story(&mut tx, &story).await?;
        tx.emit(EventBody::Story { story: id }).await?;
        tx.commit().await?;
        Ok(trashed)
    }

    pub(super) async fn duplicate_story_(&self, id: StoryId) -> Result<Story> {
        let mut tx = self.begin(Durability::Durable).await?;
        let mut copy = load(tx.sql(), id).await?;
        let now = clock::now();
        copy.id = StoryId(ids::new_id());
        copy.title = copy_name(&copy.title);
        (copy.created_at, copy.updated_at, copy.version) = (now, now, 1);
        insert(tx.sql(), &copy).await?;

        let mut chapters = HashMap::new();
        let old: Vec<(String, Option<String>)> =
            sqlx::query_as("SELECT id, revision_id FROM chapters WHERE story_id = ?")
                .bind(id.to_string())
                .fetch_all(tx.sql())
                .await?;
        for (chapter, revision) in old {
            let fresh = ChapterId(ids::new_id()).to_string();
            let fresh_revision = revision
                .as_ref()
                .map(|_| RevisionId(ids::new_id()).to_string());
            sqlx::query(
                "INSERT INTO chapters (id, story_id, number, title, outline, state, revision_id, \
                   words, summary, threads, stale, text_by_person) \
                 SELECT ?, ?, number, title, outline, state, ?, words, summary, threads, stale, \
                   text_by_person \
                 FROM chapters WHERE id = ?",
            )
            .bind(&fresh)
            .bind(copy.id.to_string())
            .bind(&fresh_revision)
            .bind(&chapter)
            .execute(tx.sql())
            .await?;
            sqlx::query(
                "INSERT INTO revisions (id, chapter_id, kind, run_id, text, words, findings, offer, \
                   report, created_at) \
                 SELECT ?, ?, kind, run_id, text, words, findings, offer, report, created_at \
                 FROM revisions WHERE id = ?",
            )
            .bind(&fresh_revision)
            .bind(&fresh)
            .bind(&revision)
            .execute(tx.sql())
            .await?;
            super::dismissed::copy(&mut tx, &chapter, &fresh).await?;
            chapters.insert(chapter, fresh);
        }
        world::copy(tx.sql(), id, copy.id, &chapters, || {
            EntityId(ids::new_id()).to_string()
        })
        .await?;
        sqlite_rows::proposals::copy(tx.sql(), id, copy.id, &chapters).await?;
        super::summaries::copy(&mut tx, id, copy.id).await?;
        super::books::copy(&mut tx, id, copy.id).await?;
        tx.touch_story(copy.id).await?;
        let story = load(tx.sql(), copy.id).await?;
        tx.commit().await?;
        Ok(story)
    }

    pub(super) async fn story_snapshot_(&self, id: StoryId) -> Result<StorySnapshot> {
        let mut tx = self.database.readers.begin().await?;
        let snapshot = StorySnapshot {
            story: load(&mut tx, id).await?,
            world: world::load(&mut tx, id).await?,
            chapters: super::chapters::load_all(&mut tx, id).await?,
            threads: super::chapters::threads(&mut tx, id).await?,
            accepted_threads: sqlite_rows::proposals::accepted_threads(&mut tx, id).await?,
        };
        // No model is asked to write by a sentence that stands for what can't be read.
        if snapshot.story.brief.premise == UNREADABLE_PREMISE {
            return Err(Error::Corrupt("the brief"));
        }
        let is_lost = |chapter: &domain::Chapter| chapter.outline == [UNREADABLE_OUTLINE];
        if snapshot.chapters.iter().any(is_lost) {
            return Err(Error::Corrupt("the outline of a chapter"));
        }
        Ok(snapshot)
    }
}

/// Gives a story this title and, where one is given, this brief. What it had before stays in the history.
pub(super) async fn set_brief(
    tx: &mut Tx<'_>,
    before: &Story,
    title: String,
    brief: Option<Brief>,
) -> Result<()> {
    if brief.is_some() {
        keep_unreadable_brief(tx, before.id).await?;
    }
    sqlx::query(
        "UPDATE stories SET title = ?, brief = COALESCE(?, brief), version = version + 1 WHERE id = ?",
    )
    .bind(&title)
    .bind(brief.as_ref().map(rows::to_json))
    .bind(before.id.to_string())
    .execute(tx.sql())
    .await?;
    let brief = brief.unwrap_or_else(|| before.brief.clone());
    let after = VersionValue::Brief(TitledBrief { title, brief });
    let (of, before_it) = (VersionSubject::Brief(before.id), versions::brief_of(before));
    versions::keep(
        tx,
        before.id,
        of,
        ChangeAuthor::Person,
        Some(&before_it),
        &after,
    )
    .await?;
    tx.touch_story(before.id).await
}

async fn keep_unreadable_brief(tx: &mut Tx<'_>, id: StoryId) -> Result<()> {
    let stored: Lossy = sqlx::query_scalar("SELECT brief FROM stories WHERE id = ?")
        .bind(id.to_string())
        .fetch_one(tx.sql())
        .await?;
    if readable::by_field::<Brief>(&stored.0).1 {
        return Ok(());
    }
    unreadable::keep(tx, "stories.brief", &id.to_string(), &stored.0).await
}

pub(super) async fn insert(sql: &mut SqliteConnection, story: &Story) -> Result<()> {
    sqlx::query(
        "INSERT INTO stories (id, title, brief, template, created_at, updated_at) \
         VALUES (?, ?, ?, ?, ?, ?)",
    )
    .bind(story.id.to_string())
    .bind(&story.title)
    .bind(rows::to_json(&story.brief))
    .bind(&story.template)
    .bind(story.created_at.millis())
    .bind(story.updated_at.millis())
    .execute(sql)
    .await?;
    Ok(())
}
