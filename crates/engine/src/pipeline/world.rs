//! The world: asked for once, merged with what the author has; or one of it imagined again.

use super::StepContext;
use domain::{EntityId, Relation, Stage, Subject, World};
use model_session::StepError;
use writing::{
    Assignment,
    assignment::{EntityRewrite, WorldSketch},
};

pub(super) async fn write_world(ctx: &mut StepContext) -> Result<(), StepError> {
    if let Some(subject) = ctx.step.subject.clone() {
        return one(ctx, subject).await;
    }
    let mut sketch: WorldSketch = ctx.stage(Stage::Draft, Assignment::World).await?;
    leave_out_known(&mut sketch, &ctx.snapshot.world);
    ctx.session.enter(Stage::Commit).await?;
    ctx.store
        .commit_world(ctx.lease, ctx.step.id, &sketch)
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
async fn one(ctx: &mut StepContext, subject: Subject) -> Result<(), StepError> {
    let entity = ctx
        .snapshot
        .world
        .entity(subject.id)
        .cloned()
        .ok_or_else(|| {
            StepError::Failed(format!(
                "“{}” was deleted, so there is nothing to regenerate.",
                subject.name
            ))
        })?;
    let asked = Assignment::Entity {
        entity: entity.clone(),
        feedback: ctx.feedback.clone(),
    };
    let rewrite: EntityRewrite = ctx.stage(Stage::Draft, asked).await?;
    ctx.session.enter(Stage::Commit).await?;
    ctx.store
        .commit_entity(ctx.lease, ctx.step.id, &rewrite, &entity)
        .await?;
    Ok(())
}
