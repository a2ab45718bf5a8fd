//! Plan: a chapter divided into scenes.

use super::StepContext;
use answers::beat_coverage;
use domain::Stage;
use model_session::StepError;
use writing::{Assignment, assignment::Plan};

/// More scenes than this in one chapter are a mistake of the model.
const MAX_SCENES: usize = 12;

pub(super) async fn plan(ctx: &mut StepContext) -> Result<Plan, StepError> {
    let chapter = ctx.chapter.clone();
    let mut plan: Plan = ctx.stage(Stage::Plan, Assignment::Plan { chapter }).await?;
    plan.scenes.truncate(MAX_SCENES);
    // What the text that is there tells already is not to be told again.
    let beats = match ctx.chapter.opening.is_empty() {
        true => ctx.chapter.beats.as_slice(),
        false => &[],
    };
    beat_coverage::normalize(&mut plan, beats);
    Ok(plan)
}
