//! The world: asked for once, merged with what the author has; or one of it imagined again.

use super::{Halt, Work};
use crate::model::{
    Assignment,
    assignment::{EntityAnew, WorldSketch},
};
use domain::{Stage, Subject};

pub(super) async fn walk(work: &mut Work) -> Result<(), Halt> {
    if let Some(subject) = work.step.subject.clone() {
        return one(work, subject).await;
    }
    let sketch: WorldSketch = work.stage(Stage::Draft, Assignment::World).await?;
    work.enter(Stage::Commit).await?;
    work.store
        .commit_world(work.lease, work.step.id, &sketch)
        .await?;
    Ok(())
}

/// One again: what was known of it before is kept beside the new.
async fn one(work: &mut Work, subject: Subject) -> Result<(), Halt> {
    let entity = work
        .around
        .world
        .entity(subject.id)
        .cloned()
        .ok_or_else(|| {
            Halt::Failed(format!(
                "“{}” was deleted, so there is nothing to regenerate.",
                subject.name
            ))
        })?;
    let asked = Assignment::Entity {
        entity: entity.clone(),
        feedback: work.feedback.clone(),
    };
    let anew: EntityAnew = work.stage(Stage::Draft, asked).await?;
    work.enter(Stage::Commit).await?;
    work.store
        .commit_entity(work.lease, work.step.id, &anew, &entity)
        .await?;
    Ok(())
}
