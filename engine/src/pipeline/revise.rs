//! Revise: passages replaced because of findings; the revised text is checked again.

use super::{Halt, Work, check::examine};
use crate::model::{
    Assignment,
    assignment::{Edits, Plan, Report},
};
use domain::{Severity, Stage};

/// The part under which the edits are stored; the last report is the stage's own output.
const EDITS: u32 = 1;

pub(super) async fn revise(work: &mut Work, plan: &Plan, report: Report) -> Result<Report, Halt> {
    if let Some(last) = work.finished(Stage::Revise, 0) {
        return Ok(last);
    }
    work.enter(Stage::Revise).await?;
    let serious = report
        .findings
        .iter()
        .any(|finding| finding.severity == Severity::Major);
    let last = if serious {
        if work.finished::<Edits>(Stage::Revise, EDITS).is_none() {
            let text = work.draft().await?;
            let findings = report.findings;
            let revise = Assignment::Revise {
                chapter: work.chapter.clone(),
                text,
                findings,
            };
            let edits: Edits = work.ask(revise).await?;
            work.keep(Stage::Revise, EDITS, &edits, Some(&edits))
                .await?;
        }
        examine(work, plan).await?
    } else {
        report
    };
    work.keep(Stage::Revise, 0, &last, None).await?;
    Ok(last)
}
