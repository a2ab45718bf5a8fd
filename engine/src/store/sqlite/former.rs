//! Making one thing again: what it was before is kept, and can be brought back.

use super::{
    SqliteStore, chapters, commit, drafts, rows, stories,
    tx::{Durability, Tx},
    world,
};
use crate::{
    Error, Result, clock, ids,
    model::assignment::{ChapterSketch, EntityAnew},
    store::{Former, Lease},
};
use async_trait::async_trait;
use domain::{Chapter, ChapterId, Entity, EntityId, EventBody, NoticeLevel, StepId, StoryId};

/// Whose former value it is.
#[derive(Clone, Copy)]
enum Of {
    Chapter(ChapterId),
    Entity(EntityId),
}

impl Of {
    fn keys(self) -> (Option<String>, Option<String>) {
        match self {
            Self::Chapter(id) => (Some(id.to_string()), None),
            Self::Entity(id) => (None, Some(id.to_string())),
        }
    }
}

/// Keeps a value that another takes the place of.
async fn keep(tx: &mut Tx<'_>, of: Of, value: String) -> Result<()> {
    let (chapter, entity) = of.keys();
    sqlx::query(
        "INSERT INTO former (id, chapter_id, entity_id, value, created_at) VALUES (?, ?, ?, ?, ?)",
    )
    .bind(ids::fresh().to_string())
    .bind(chapter)
    .bind(entity)
    .bind(value)
    .bind(clock::now().millis())
    .execute(tx.sql())
    .await?;
    Ok(())
}

/// Takes the newest value out that was kept.
async fn take(tx: &mut Tx<'_>, of: Of) -> Result<Option<String>> {
    let (chapter, entity) = of.keys();
    Ok(sqlx::query_scalar(
        "DELETE FROM former WHERE id = (SELECT id FROM former \
         WHERE chapter_id = ?1 OR entity_id = ?2 ORDER BY id DESC LIMIT 1) RETURNING value",
    )
    .bind(chapter)
    .bind(entity)
    .fetch_optional(tx.sql())
    .await?)
}

async fn set_outline(tx: &mut Tx<'_>, id: ChapterId, beats: &[String]) -> Result<()> {
    sqlx::query("UPDATE chapters SET outline = ?, version = version + 1 WHERE id = ?")
        .bind(rows::to_json(&beats))
        .bind(id.to_string())
        .execute(tx.sql())
        .await?;
    Ok(())
}

fn what_it_is(entity: &Entity) -> EntityAnew {
    EntityAnew {
        role: entity.role.clone(),
        description: entity.description.clone(),
        goal: entity.goal.clone(),
        traits: entity.traits.clone(),
    }
}

async fn set_entity(tx: &mut Tx<'_>, id: EntityId, anew: &EntityAnew) -> Result<()> {
    sqlx::query(
        "UPDATE entities SET role = ?, description = ?, goal = ?, traits = ?, version = version + 1 \
         WHERE id = ?",
    )
    .bind(&anew.role)
    .bind(&anew.description)
    .bind(&anew.goal)
    .bind(rows::to_json(&anew.traits))
    .bind(id.to_string())
    .execute(tx.sql())
    .await?;
    Ok(())
}

#[async_trait]
impl Former for SqliteStore {
    async fn commit_chapter_outline(
        &self,
        lease: Lease,
        step: StepId,
        sketch: &ChapterSketch,
        based_on: &[String],
    ) -> Result<()> {
        let mut tx = self.begin(Durability::Durable).await?;
        tx.hold(lease).await?;
        let target = drafts::target(tx.sql(), step).await?;
        let id = target.chapter_id.ok_or(Error::NotFound("chapter"))?;
        let chapter = chapters::load_by_id(tx.sql(), id).await?;
        if chapter.title.is_empty() && !sketch.title.trim().is_empty() {
            sqlx::query("UPDATE chapters SET title = ?, version = version + 1 WHERE id = ?")
                .bind(sketch.title.trim())
                .bind(id.to_string())
                .execute(tx.sql())
                .await?;
        }
        if chapter.outline == based_on {
            // Where there were no beats there is nothing to bring back.
            if !chapter.outline.is_empty() {
                keep(&mut tx, Of::Chapter(id), rows::to_json(&chapter.outline)).await?;
            }
            set_outline(&mut tx, id, &sketch.beats).await?;
        } else {
            keep(&mut tx, Of::Chapter(id), rows::to_json(&sketch.beats)).await?;
            tx.notice(
                NoticeLevel::Info,
                lease.run,
                format!(
                    "You edited the beats of chapter {} while new ones were generated. Yours stay current; \
                     the new ones are kept too.",
                    chapter.number
                ),
            )
            .await?;
        }
        chapters::emit_changed(&mut tx, id).await?;
        commit::finish_step(&mut tx, step).await?;
        tx.tell_run(lease.run).await?;
        tx.commit().await
    }

    async fn commit_entity(
        &self,
        lease: Lease,
        step: StepId,
        anew: &EntityAnew,
        based_on: &Entity,
    ) -> Result<()> {
        let mut tx = self.begin(Durability::Durable).await?;
        tx.hold(lease).await?;
        let story = drafts::target(tx.sql(), step).await?.story;
        let now = world::entity(tx.sql(), story, based_on.id).await?.0;
        if what_it_is(&now) == what_it_is(based_on) {
            keep(
                &mut tx,
                Of::Entity(now.id),
                rows::to_json(&what_it_is(&now)),
            )
            .await?;
            set_entity(&mut tx, now.id, anew).await?;
        } else {
            keep(&mut tx, Of::Entity(now.id), rows::to_json(anew)).await?;
            tx.notice(
                NoticeLevel::Info,
                lease.run,
                format!(
                    "You edited “{}” while it was regenerated. Your version stays current; the new one is \
                     kept too.",
                    now.name
                ),
            )
            .await?;
        }
        tx.emit(EventBody::World { story }).await?;
        tx.touch_story(story).await?;
        commit::finish_step(&mut tx, step).await?;
        tx.tell_run(lease.run).await?;
        tx.commit().await
    }

    async fn swap_outline(&self, story: StoryId, number: u32, version: i64) -> Result<Chapter> {
        let mut tx = self.begin(Durability::Durable).await?;
        let chapter = chapters::load_for_change(&mut tx, story, number, version).await?;
        let of = Of::Chapter(chapter.id);
        let former = take(&mut tx, of).await?.ok_or_else(|| {
            Error::Conflict(format!(
                "Chapter {number} has no previous beats to restore."
            ))
        })?;
        let beats: Vec<String> = rows::from_json(&former, "former beats")?;
        keep(&mut tx, of, rows::to_json(&chapter.outline)).await?;
        set_outline(&mut tx, chapter.id, &beats).await?;
        let chapter = chapters::emit_changed(&mut tx, chapter.id).await?;
        tx.commit().await?;
        Ok(chapter)
    }

    async fn swap_entity(&self, story: StoryId, id: EntityId, version: i64) -> Result<()> {
        let mut tx = self.begin(Durability::Durable).await?;
        let (now, current) = world::entity(tx.sql(), story, id).await?;
        if current != version {
            return Err(Error::StaleVersion { current });
        }
        let of = Of::Entity(id);
        let former = take(&mut tx, of).await?.ok_or_else(|| {
            Error::Conflict(format!(
                "“{}” has no previous description to restore.",
                now.name
            ))
        })?;
        let anew: EntityAnew = rows::from_json(&former, "a former description")?;
        keep(&mut tx, of, rows::to_json(&what_it_is(&now))).await?;
        set_entity(&mut tx, id, &anew).await?;
        tx.emit(EventBody::World { story }).await?;
        tx.touch_story(story).await?;
        tx.commit().await
    }

    async fn entity(&self, story: StoryId, id: EntityId) -> Result<(Entity, i64)> {
        let mut tx = self.readers.begin().await?;
        stories::load(&mut tx, story).await?;
        world::entity(&mut tx, story, id).await
    }

    async fn formers(&self, story: StoryId) -> Result<Vec<EntityId>> {
        let mut sql = self.readers.acquire().await?;
        stories::load(&mut sql, story).await?;
        let ids: Vec<String> = sqlx::query_scalar(
            "SELECT DISTINCT f.entity_id FROM former f JOIN entities e ON e.id = f.entity_id \
             WHERE e.story_id = ? ORDER BY 1",
        )
        .bind(story.to_string())
        .fetch_all(&mut *sql)
        .await?;
        ids.iter().map(|id| rows::id(id)).collect()
    }
}
