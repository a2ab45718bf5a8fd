//! Edit: passages replaced for style.

use super::{Halt, Work, check::about_the_work, opening};
use answers::shape::Answer;
use domain::{Finding, Severity, Stage};
use writing::edits;
use writing::{Assignment, assignment::Edits};

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

/// The finding that something was not edited: for want of an answer of use, or of passages that stand in the text.
pub(super) fn unedited(edits: &Edits) -> Option<Finding> {
    let reason = edits.not_made.as_str();
    (!reason.is_empty()).then(|| about_the_work(Severity::Minor, "not edited", reason))
}

/// Passages to replace. Of a model that has no answer of use there are none: the text is whole without them, and
/// why is told with what was found in it.
pub(super) async fn edits(work: &mut Work, asked: Assignment, text: &str) -> Result<Edits, Halt> {
    match work.ask_counted::<Edits>(asked).await {
        Err(Halt::Doubt(reason)) => {
            tracing::warn!(run = %work.lease.run, reason, "nothing is edited");
            Ok(Edits {
                edits: Vec::new(),
                not_made: reason,
            })
        }
        answer => {
            let Answer {
                value: mut edits,
                left_out,
            } = answer?;
            let all = edits.edits.len() + left_out as usize;
            opening::spare(text, &work.chapter.opening, &mut edits);
            let spared = all - left_out as usize - edits.edits.len();
            let not_made = spared + edits::apply(text, &edits).not_made;
            edits.not_made = not_made_told(not_made, left_out as usize, all);
            Ok(edits)
        }
    }
}

/// What the author is told of changes that the model proposed and that were not made.
fn not_made_told(not_made: usize, unread: usize, all: usize) -> String {
    let mut told = Vec::new();
    if not_made > 0 {
        told.push(format!(
            "{not_made} of the {all} changes that the model proposed were not made: their passages are not in the text, \
             occur more than once, are yours, or are too long to be deleted."
        ));
    }
    if unread > 0 {
        told.push(format!(
            "{unread} of the {all} changes that the model proposed could not be read."
        ));
    }
    told.join(" ")
}
