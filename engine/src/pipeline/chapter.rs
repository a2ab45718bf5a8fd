//! A chapter: plan, draft, edit, check, revise, commit.

use super::{Halt, Work, check, commit, draft, edit, plan, revise};

pub(super) async fn walk(work: &mut Work) -> Result<(), Halt> {
    let plan = plan::plan(work).await?;
    draft::draft(work, &plan).await?;
    edit::edit(work).await?;
    let report = check::check(work, &plan).await?;
    let report = revise::revise(work, &plan, report).await?;
    commit::commit(work, report).await
}
