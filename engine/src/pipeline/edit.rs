//! Edit: passages replaced for style.

use super::{Halt, Work, check::about_the_work, opening};
use crate::model::{Assignment, assignment::Edits};
use domain::{Finding, Severity, Stage};

pub(super) async fn edit(work: &mut Work) -> Result<Edits, Halt> {
    if let Some(edits) = work.finished(Stage::Edit, 0) {
        return Ok(edits);
    }
    work.enter(Stage::Edit).await?;
    let text = work.draft().await?;
    let asked = Assignment::Edit {
        chapter: work.chapter.clone(),
        text: text.clone(),
    };
    let edits = edits(work, asked, &text).await?;
    // The checkpoint and the changed draft are one transaction.
    work.keep(Stage::Edit, 0, &edits, Some(&edits)).await?;
    Ok(edits)
}

/// The finding that nothing was edited, where that is for want of an answer of use.
pub(super) fn unedited(edits: &Edits) -> Option<Finding> {
    let reason = edits.not_made.as_str();
    (!reason.is_empty()).then(|| about_the_work(Severity::Minor, "not edited", reason))
}

/// Passages to replace. Of a model that has no answer of use there are none: the text is whole without them, and
/// why is told with what was found in it.
pub(super) async fn edits(work: &mut Work, asked: Assignment, text: &str) -> Result<Edits, Halt> {
    let answer: Result<Edits, Halt> = match work.ask(asked).await {
        Err(Halt::Doubt(reason)) => {
            tracing::warn!(run = %work.lease.run, reason, "nothing is edited");
            Ok(Edits {
                edits: Vec::new(),
                not_made: reason,
            })
        }
        answer => answer,
    };
    let mut edits = answer?;
    opening::spare(text, &work.chapter.opening, &mut edits);
    Ok(edits)
}
