//! The world: asked for once, merged with what the author has; or one of it imagined again.

use super::{Halt, Work};
use domain::{EntityId, Relation, Stage, Subject, World};
use writing::{
    Assignment,
    assignment::{EntityAnew, WorldSketch},
};

pub(super) async fn walk(work: &mut Work) -> Result<(), Halt> {
    if let Some(subject) = work.step.subject.clone() {
        return one(work, subject).await;
    }
    let mut sketch: WorldSketch = work.stage(Stage::Draft, Assignment::World).await?;
    leave_out_known(&mut sketch, &work.around.world);
    work.enter(Stage::Commit).await?;
    work.store
        .commit_world(work.lease, work.step.id, &sketch)
        .await?;
    Ok(())
}

/// Leaves out what the model was told and tells again: what the author deleted or renamed meanwhile does not come back.
fn leave_out_known(sketch: &mut WorldSketch, known: &World) {
    let same = |one: &str, other: &str| one.trim().to_lowercase() == other.trim().to_lowercase();
    let is = |id: EntityId, name: &str| known.entity(id).is_some_and(|it| same(&it.name, name));
    sketch
        .entities
        .retain(|new| !known.entities.iter().any(|it| same(&it.name, &new.name)));
    sketch.relations.retain(|new| {
        let is_known = |it: &Relation| {
            is(it.from, &new.from) && is(it.to, &new.to) && same(&it.label, &new.label)
        };
        !known.relations.iter().any(is_known)
    });
    sketch
        .rules
        .retain(|new| !known.rules.iter().any(|it| same(&it.text, new)));
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
