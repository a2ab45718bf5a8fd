//! Making one thing again. What it was before stays in the history.

use super::{
    SqliteStore, chapters, commit, drafts, stories,
    tx::{Durability, Tx},
    versions::{self, ChangeAuthor, VersionSubject},
    world, world_edit,
};
use async_trait::async_trait;
use domain::{
    Entity, EntityId, EventBody, NoticeLevel, Outline, StepId, StoryId, VersionValue, WorldPart,
    text,
};
use store::{Error, Result};
use store::{Lease, RegenerateStore};
use writing::assignment::{ChapterSketch, EntityRewrite};

fn what_it_is(entity: &Entity) -> EntityRewrite {
    EntityRewrite {
        role: entity.role.clone(),
        description: entity.description.clone(),
        goal: entity.goal.clone(),
        traits: entity.traits.clone(),
    }
}

/// The fields of an entity that a run replaces.
const REPLACED: [&str; 4] = ["role", "description", "goal", "traits"];

/// An entity with what a run made of it. A field that the model left out stays as it was.
fn rewritten_entity(entity: &Entity, rewrite: &EntityRewrite) -> Entity {
    let or = |new: String, old: &str| match new.is_empty() {
        true => old.to_owned(),
        false => new,
    };
    let traits = text::fields(&rewrite.traits);
    Entity {
        role: or(text::field(&rewrite.role), &entity.role),
        description: or(text::field(&rewrite.description), &entity.description),
        goal: or(text::field(&rewrite.goal), &entity.goal),
        traits: match traits.is_empty() {
            true => entity.traits.clone(),
            false => traits,
        },
        ..entity.clone()
    }
}

async fn tell_changed_meanwhile(tx: &mut Tx<'_>, lease: Lease, what: &str) -> Result<()> {
    let text = format!(
        "You changed {what} while a new version was generated. Your version stays; the generated one is in \
         the history."
    );
    tx.notice(NoticeLevel::Info, lease.run, text).await
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
        let title = match chapter.title.as_str() {
            "" => text::line(&sketch.title),
            title => title.to_owned(),
        };
        let beats = text::fields(&sketch.beats);
        let subject = VersionSubject::Outline(id);
        let changed = versions::changed_since(tx.sql(), subject, lease.run, &["outline"]).await?;
        if chapter.outline == based_on && !changed {
            chapters::set_outline(&mut tx, &chapter, title, beats, by).await?;
        } else {
            let offered = VersionValue::Outline(Outline {
                title: title.clone(),
                outline: beats,
            });
            let beats = chapter.outline.clone();
            if title != chapter.title {
                chapters::set_outline(&mut tx, &chapter, title, beats, by).await?;
            }
            let now = chapters::load_by_id(tx.sql(), id).await?;
            let now = versions::outline_of(&now);
            versions::keep(&mut tx, target.story, subject, by, Some(&now), &offered).await?;
            let what = format!("the beats of chapter {}", chapter.number);
            tell_changed_meanwhile(&mut tx, lease, &what).await?;
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
        let new = WorldPart::Entity(rewritten_entity(&now, rewrite));
        let of = VersionSubject::Part(new.id());
        let changed = versions::changed_since(tx.sql(), of, lease.run, &REPLACED).await?;
        if what_it_is(&now) == what_it_is(based_on) && !changed {
            world_edit::write(&mut tx, story, &new, by).await?;
        } else {
            let old = WorldPart::Entity(now.clone());
            let (old, new) = (VersionValue::Part(old), VersionValue::Part(new));
            versions::keep(&mut tx, story, of, by, Some(&old), &new).await?;
            tell_changed_meanwhile(&mut tx, lease, &format!("“{}”", now.name)).await?;
        }
        tx.emit(EventBody::World { story }).await?;
        tx.touch_story(story).await?;
        commit::finish_step(&mut tx, step).await?;
        tx.emit_run_and_waiting(lease.run).await?;
        tx.commit().await
    }

    async fn entity(&self, story: StoryId, id: EntityId) -> Result<(Entity, i64)> {
        let mut tx = self.readers.begin().await?;
        stories::load(&mut tx, story).await?;
        world::entity(&mut tx, story, id).await
    }
}
