//! The pipeline: a step's stages in their fixed order, each in a file of its own.

mod chapter;
mod check;
mod commit;
mod context;
mod draft;
mod edit;
mod existing_text;
mod opening;
mod outline;
mod plan;
mod read;
mod recall;
mod review;
mod revise;
mod step_context;
mod summary_plan;
mod world;

pub(crate) use step_context::StepContext;

use domain::StepKind;
use model_session::StepError;

/// Walks the stages of a step that are not finished yet.
pub(crate) async fn run_step(ctx: &mut StepContext) -> Result<(), StepError> {
    match ctx.step.kind {
        StepKind::World => world::write_world(ctx).await,
        StepKind::Outline => outline::write_outline(ctx).await,
        StepKind::Chapter => chapter::write_chapter(ctx).await,
        StepKind::Review => review::review_story(ctx).await,
        StepKind::Read => read::read_chapter(ctx).await,
    }
}
