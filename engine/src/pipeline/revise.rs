//! Revise: passages replaced because of findings; the revised text is checked again.

use super::{Halt, Work};
use crate::model::{
    Assignment,
    assignment::{Edits, Report},
};
use domain::{Severity, Stage};

/// The part under which the edits are stored; the last report is the stage's own output.
const EDITS: u32 = 1;

pub(super) async fn revise(work: &mut Work, report: Report) -> Result<Report, Halt> {
    if let Some(last) = work.finished(Stage::Revise, 0) {
        return Ok(last);
    }
    work.enter(Stage::Revise).await?;
    let serious = report
        .findings
        .iter()
        .any(|finding| finding.severity == Severity::Major);
    let last = if serious {
        let chapter = work.chapter.clone();
        if work.finished::<Edits>(Stage::Revise, EDITS).is_none() {
            let text = work.draft().await?;
            let findings = report.findings;
            let revise = Assignment::Revise {
                chapter: chapter.clone(),
                text,
                findings,
            };
            let edits: Edits = work.ask(revise).await?;
            work.keep(Stage::Revise, EDITS, &edits, Some(&edits))
                .await?;
        }
        let text = work.draft().await?;
        work.ask(Assignment::Check { chapter, text }).await?
    } else {
        report
    };
    work.keep(Stage::Revise, 0, &last, None).await?;
    Ok(last)
}
