//! Commit: one transaction in which the chapter becomes the author's.

use super::{StepContext, check};
use domain::{Severity, Stage, text};
use model_session::{StepError, retry_write};
use store::ChapterCommit;
use writing::assignment::Report;

pub(super) async fn commit(ctx: &mut StepContext, mut report: Report) -> Result<(), StepError> {
    ctx.session.enter(Stage::Commit).await?;
    // What was dismissed since the last check, perhaps days ago, is no reason to look at it.
    check::drop_dismissed(ctx, &mut report).await?;
    let text = ctx.draft().await?;
    // A model that forgot to sum up leaves the chapter's beginning to remember it by.
    let summary = match report.summary.trim() {
        "" => text::beginning(&text),
        summary => summary.to_owned(),
    };
    let commit = ChapterCommit {
        text,
        needs_review: report
            .findings
            .iter()
            .any(|finding| finding.severity == Severity::Major),
        findings: report.findings,
        summary,
        facts: report.facts,
        threads: report.open_threads,
    };
    retry_write(ctx.session.stop().token(), || {
        ctx.store
            .commit_chapter(ctx.lease, ctx.step.id, commit.clone())
    })
    .await?;
    Ok(())
}
