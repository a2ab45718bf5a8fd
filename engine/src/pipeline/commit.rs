//! Commit: one transaction in which the chapter becomes the author's.

use super::{Halt, Work};
use crate::{model::assignment::Report, store::ChapterCommit};
use domain::{Severity, Stage};

pub(super) async fn commit(work: &mut Work, report: Report) -> Result<(), Halt> {
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
    work.store
        .commit_chapter(work.lease, work.step.id, commit)
        .await?;
    Ok(())
}
