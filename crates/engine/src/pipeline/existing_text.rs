//! The text that stands, for a chapter that is written again: what the author wants changed can be changed, and the
//! rest kept, only by a writer that sees it.

use super::StepContext;
use crate::Error;
use domain::{RevisionId, RunKind, Stage};
use model_session::StepError;
use writing::assignment::ExistingText;

/// Beside the plan, which is part 0: the revision that stood when the step began. It stays that one, whatever is
/// written while the run rests.
const PART: u32 = 1;

pub(super) async fn find(ctx: &mut StepContext) -> Result<(), StepError> {
    // Without a wish there is nothing to keep: it is written freely.
    if ctx.kind != RunKind::Rewrite || ctx.feedback.trim().is_empty() {
        return Ok(());
    }
    let mut chapters = ctx.snapshot.chapters.iter();
    let Some(chapter) = chapters.find(|chapter| Some(chapter.id) == ctx.step.chapter_id) else {
        return Ok(());
    };
    let (story, this, today) = (chapter.story, chapter.id.into(), chapter.revision);
    let summary = chapter.summary.clone();
    let revision = match (ctx.finished::<RevisionId>(Stage::Plan, PART), today) {
        (Some(known), _) => known,
        (None, Some(today)) => {
            ctx.keep(Stage::Plan, PART, &today, None).await?;
            today
        }
        (None, None) => return Ok(()),
    };
    let text = match ctx.store.revision(story, this, revision).await {
        Ok(revision) => revision.text,
        // It was deleted this very moment; what comes of that is found where it is written.
        Err(Error::NotFound(_)) => return Ok(()),
        Err(error) => return Err(error.into()),
    };
    ctx.chapter.existing_text = ExistingText {
        text,
        // A summary is that of today's text.
        summary: if today == Some(revision) {
            summary
        } else {
            String::new()
        },
    };
    Ok(())
}
