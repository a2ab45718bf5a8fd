//! A chapter: what is long ago is recalled where that is needed, then plan, draft, edit, check, revise, commit.

use super::{
    StepContext, check, commit, draft, edit, existing_text, opening, plan, recall, revise,
};
use model_session::StepError;

pub(super) async fn write_chapter(ctx: &mut StepContext) -> Result<(), StepError> {
    existing_text::find(ctx).await?;
    opening::start_from_existing(ctx).await?;
    recall::recall(ctx).await?;
    let plan = plan::plan(ctx).await?;
    draft::draft(ctx, &plan).await?;
    let edits = edit::edit(ctx).await?;
    let report = check::check(ctx, &plan).await?;
    let mut report = revise::revise(ctx, &plan, report).await?;
    let unedited = edit::unedited(&edits);
    report
        .findings
        .extend(unedited.filter(|new| report.findings.iter().all(|known| known.kind != new.kind)));
    report.findings.extend(draft::left_out(ctx));
    commit::commit(ctx, report).await
}
