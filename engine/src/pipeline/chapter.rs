//! A chapter: plan, draft, edit, check, revise, commit.

use super::{Halt, Work, check, draft, edit, plan, revise};
use crate::store::ChapterCommit;
use domain::{Severity, Stage};

pub(super) async fn walk(work: &mut Work) -> Result<(), Halt> {
    let plan = plan::plan(work).await?;
    draft::draft(work, &plan).await?;
    edit::edit(work).await?;
    let report = check::check(work).await?;
    let report = revise::revise(work, report).await?;
    work.enter(Stage::Commit).await?;
    let commit = ChapterCommit {
        text: work.draft().await?,
        needs_review: report
            .findings
            .iter()
            .any(|finding| finding.severity == Severity::Major),
        findings: report.findings,
        summary: report.summary,
        facts: report.facts,
        threads: report.open_threads,
    };
    work.run = work
        .store
        .commit_chapter(work.lease, work.step.id, commit)
        .await?;
    Ok(())
}
