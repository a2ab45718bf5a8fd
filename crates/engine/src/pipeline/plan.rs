//! Plan: a chapter divided into scenes.

use super::{Halt, Work};
use answers::shares;
use domain::Stage;
use writing::{Assignment, assignment::Plan};

/// More scenes than this in one chapter are a mistake of the model.
const MAX_SCENES: usize = 12;

pub(super) async fn plan(work: &mut Work) -> Result<Plan, Halt> {
    let chapter = work.chapter.clone();
    let mut plan: Plan = work
        .stage(Stage::Plan, Assignment::Plan { chapter })
        .await?;
    plan.scenes.truncate(MAX_SCENES);
    // What the text that is there tells already is not to be told again.
    let beats = match work.chapter.opening.is_empty() {
        true => work.chapter.beats.as_slice(),
        false => &[],
    };
    shares::settle(&mut plan, beats);
    Ok(plan)
}
