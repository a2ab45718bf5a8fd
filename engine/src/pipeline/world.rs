//! The world: asked for once, merged with what the author has.

use super::{Halt, Work};
use crate::model::{Assignment, assignment::WorldSketch};
use domain::Stage;

pub(super) async fn walk(work: &mut Work) -> Result<(), Halt> {
    let sketch: WorldSketch = work.stage(Stage::Draft, Assignment::World).await?;
    if sketch.entities.is_empty() {
        return Err(Halt::Failed(
            "The model imagined nobody and nothing. Try again.".to_owned(),
        ));
    }
    work.enter(Stage::Commit).await?;
    work.store
        .commit_world(work.lease, work.step.id, &sketch)
        .await?;
    Ok(())
}
