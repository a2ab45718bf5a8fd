//! Edit: passages replaced for style.

use super::{StepContext, check::about_the_work, opening};
use answers::shape::ParsedAnswer;
use domain::{Finding, Severity, Stage};
use model_session::StepError;
use writing::edits;
use writing::{Assignment, assignment::Edits};

pub(super) async fn edit(ctx: &mut StepContext) -> Result<Edits, StepError> {
    if let Some(edits) = ctx.finished(Stage::Edit, 0) {
        return Ok(edits);
    }
    ctx.session.enter(Stage::Edit).await?;
    let text = ctx.draft().await?;
    let asked = Assignment::Edit {
        chapter: ctx.chapter.clone(),
        text: text.clone(),
    };
    let edits = edits(ctx, asked, &text).await?;
    // The checkpoint and the changed draft are one transaction.
    ctx.keep(Stage::Edit, 0, &edits, Some(&edits)).await?;
    Ok(edits)
}

/// The finding that something was not edited: for want of an answer of use, or of passages that stand in the text.
pub(super) fn unedited(edits: &Edits) -> Option<Finding> {
    let reason = edits.not_made.as_str();
    (!reason.is_empty()).then(|| about_the_work(Severity::Minor, "not edited", reason))
}

/// Passages to replace. Of a model that has no answer of use there are none: the text is whole without them, and
/// why is told with what was found in it.
pub(super) async fn edits(
    ctx: &mut StepContext,
    asked: Assignment,
    text: &str,
) -> Result<Edits, StepError> {
    match ctx.session.ask_counted::<Edits>(asked).await {
        Err(StepError::UnusableAnswer(reason)) => {
            tracing::warn!(reason, "nothing is edited");
            Ok(Edits {
                edits: Vec::new(),
                not_made: reason,
            })
        }
        answer => {
            let ParsedAnswer {
                value: mut edits,
                left_out,
            } = answer?;
            let all = edits.edits.len() + left_out as usize;
            opening::drop_edits_of_opening(text, &ctx.chapter.opening, &mut edits);
            let spared = all - left_out as usize - edits.edits.len();
            let not_made = spared + edits::apply(text, &edits).not_made;
            edits.not_made = not_made_note(not_made, left_out as usize, all);
            Ok(edits)
        }
    }
}

/// What the author is told of changes that the model proposed and that were not made.
fn not_made_note(not_made: usize, unread: usize, all: usize) -> String {
    let mut notes = Vec::new();
    if not_made > 0 {
        notes.push(format!(
            "{not_made} of the {all} changes that the model proposed were not made: their passages are not in the text, \
             occur more than once, are yours, or are too long to be deleted."
        ));
    }
    if unread > 0 {
        notes.push(format!(
            "{unread} of the {all} changes that the model proposed could not be read."
        ));
    }
    notes.join(" ")
}
