//! Making one thing again. What it was before stays in the history.

use super::{
    SqliteStore, chapters, commit, drafts, stories,
    tx::Durability,
    versions::{self, ChangeAuthor},
    world, world_edit,
};
use async_trait::async_trait;
use domain::{
    Entity, EntityId, EventBody, Notice, Outline, StepId, StoryId, VersionValue, WorldPart,
};
use rules::regenerate::{REPLACED, RegeneratedEntity, is_untouched, new_beats, rewritten};
use sqlite_rows::version_values::VersionSubject;
use store::{Error, Result};
use store::{Lease, RegenerateStore};
use writing::assignment::{ChapterSketch, EntityRewrite};

/// A run's rewrite as the fields that it replaces.
fn fields(rewrite: &EntityRewrite) -> RegeneratedEntity<'_> {
    RegeneratedEntity {
        role: &rewrite.role,
        description: &rewrite.description,
        goal: &rewrite.goal,
        traits: &rewrite.traits,
    }
}

#[async_trait]
impl RegenerateStore for SqliteStore {
    async fn commit_chapter_outline(
        &self,
        lease: Lease,
        step: StepId,
        sketch: &ChapterSketch,
        based_on: &[String],
    ) -> Result<()> {
        let mut tx = self.begin(Durability::Durable).await?;
        tx.check_lease(lease).await?;
        let target = drafts::target(tx.sql(), step).await?;
        let id = target.chapter_id.ok_or(Error::NotFound("chapter"))?;
        let chapter = chapters::load_by_id(tx.sql(), id).await?;
        let by = ChangeAuthor::Run(lease.run);
        let subject = VersionSubject::Outline(id);
        let changed = versions::changed_since(tx.sql(), subject, lease.run, &["outline"]).await?;
        let now = Outline {
            title: chapter.title.clone(),
            outline: chapter.outline.clone(),
        };
        let beats = new_beats(&now, based_on, changed, &sketch.title, &sketch.beats);
        if let Some(Outline { title, outline }) = beats.now {
            chapters::set_outline(&mut tx, &chapter, title, outline, by).await?;
        }
        if let Some(offered) = beats.only_in_history.map(VersionValue::Outline) {
            let now = chapters::load_by_id(tx.sql(), id).await?;
            let now = versions::outline_of(&now);
            versions::keep(&mut tx, target.story, subject, by, Some(&now), &offered).await?;
            let chapter = chapter.number;
            tx.notice(lease.run, &Notice::BeatsOnlyInHistory { chapter })
                .await?;
        }
        chapters::emit_changed(&mut tx, id).await?;
        commit::finish_step(&mut tx, step).await?;
        tx.emit_run_and_waiting(lease.run).await?;
        tx.commit().await
    }

    async fn commit_entity(
        &self,
        lease: Lease,
        step: StepId,
        rewrite: &EntityRewrite,
        based_on: &Entity,
    ) -> Result<()> {
        let mut tx = self.begin(Durability::Durable).await?;
        tx.check_lease(lease).await?;
        let story = drafts::target(tx.sql(), step).await?.story;
        let now = world::entity(tx.sql(), story, based_on.id).await?.0;
        let by = ChangeAuthor::Run(lease.run);
        let new = WorldPart::Entity(rewritten(&now, fields(rewrite)));
        let of = VersionSubject::Part(new.id());
        let changed = versions::changed_since(tx.sql(), of, lease.run, &REPLACED).await?;
        if is_untouched(&now, based_on, changed) {
            world_edit::write(&mut tx, story, &new, by).await?;
        } else {
            let old = WorldPart::Entity(now.clone());
            let (old, new) = (VersionValue::Part(old), VersionValue::Part(new));
            versions::keep(&mut tx, story, of, by, Some(&old), &new).await?;
            let name = now.name;
            tx.notice(lease.run, &Notice::EntityOnlyInHistory { name })
                .await?;
        }
        tx.emit(EventBody::World { story }).await?;
        tx.touch_story(story).await?;
        commit::finish_step(&mut tx, step).await?;
        tx.emit_run_and_waiting(lease.run).await?;
        tx.commit().await
    }

    async fn entity(&self, story: StoryId, id: EntityId) -> Result<(Entity, i64)> {
        let mut tx = self.database.readers.begin().await?;
        stories::load(&mut tx, story).await?;
        world::entity(&mut tx, story, id).await
    }
}
