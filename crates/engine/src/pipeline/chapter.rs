//! A chapter: what is long ago is recalled where that is needed, then plan, draft, edit, check, revise, commit.

use super::{Halt, Work, check, commit, draft, edit, opening, plan, recall, revise, standing};

pub(super) async fn walk(work: &mut Work) -> Result<(), Halt> {
    standing::find(work).await?;
    opening::take_up(work).await?;
    recall::recall(work).await?;
    let plan = plan::plan(work).await?;
    draft::draft(work, &plan).await?;
    let edits = edit::edit(work).await?;
    let report = check::check(work, &plan).await?;
    let mut report = revise::revise(work, &plan, report).await?;
    let unedited = edit::unedited(&edits);
    report
        .findings
        .extend(unedited.filter(|new| report.findings.iter().all(|known| known.kind != new.kind)));
    report.findings.extend(draft::left_out(work));
    commit::commit(work, report).await
}
