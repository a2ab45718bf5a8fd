//! Commit: one transaction in which the chapter becomes the author's.

use super::{Halt, Work, check, patience::insist};
use domain::{Severity, Stage, text};
use store::ChapterCommit;
use writing::assignment::Report;

pub(super) async fn commit(work: &mut Work, mut report: Report) -> Result<(), Halt> {
    work.enter(Stage::Commit).await?;
    // What was dismissed since the last check, perhaps days ago, is no reason to look at it.
    check::drop_dismissed(work, &mut report).await?;
    let text = work.draft().await?;
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
    insist(work.stop.token(), || {
        work.store
            .commit_chapter(work.lease, work.step.id, commit.clone())
    })
    .await?;
    Ok(())
}
