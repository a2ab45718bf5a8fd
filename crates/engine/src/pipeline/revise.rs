//! Revise: passages replaced because of findings; each revised text is checked again, the last one too.

use super::{
    StepContext,
    check::{UNCHECKED, examine},
    edit::{edits, unedited},
};
use domain::{Finding, Severity, Stage};
use model_session::StepError;
use writing::{
    Assignment,
    assignment::{Edits, Plan, Report},
};

/// The parts under which a round's edits and its report are stored; the last report is the stage's own
/// output, part 0.
const fn parts(round: u32) -> (u32, u32) {
    (2 * round - 1, 2 * round)
}

pub(super) async fn revise(
    ctx: &mut StepContext,
    plan: &Plan,
    mut report: Report,
) -> Result<Report, StepError> {
    if let Some(last) = ctx.finished(Stage::Revise, 0) {
        return Ok(last);
    }
    ctx.session.enter(Stage::Revise).await?;
    let mut unmade: Vec<Finding> = Vec::new();
    for round in 1..=ctx.session.max_revisions() {
        if !is_serious(&report) {
            break;
        }
        let (edits_part, report_part) = parts(round);
        let (edits, changed) = match ctx.finished::<Edits>(Stage::Revise, edits_part) {
            // Whatever they did, they did it before: that text is to be checked.
            Some(edits) => (edits, true),
            None => {
                let before = ctx.draft().await?;
                let edits = mend(ctx, edits_part, report.findings.clone()).await?;
                (edits, ctx.draft().await? != before)
            }
        };
        unmade.extend(unedited(&edits));
        if edits.edits.is_empty() || !changed {
            // It does not know how, or named passages that do not stand there: asking again would only cost.
            break;
        }
        report = match ctx.finished(Stage::Revise, report_part) {
            Some(report) => report,
            None => {
                let report = examine(ctx, plan).await?;
                ctx.keep(Stage::Revise, report_part, &report, None).await?;
                report
            }
        };
    }
    report.findings.extend(unmade);
    ctx.keep(Stage::Revise, 0, &report, None).await?;
    Ok(report)
}

/// Whether there is something that a revision could mend.
fn is_serious(report: &Report) -> bool {
    let mut findings = report.findings.iter();
    findings.any(|finding| finding.severity == Severity::Major && finding.kind != UNCHECKED)
}

/// Asks for passages to replace; the checkpoint and the changed draft are one transaction.
async fn mend(
    ctx: &mut StepContext,
    part: u32,
    findings: Vec<Finding>,
) -> Result<Edits, StepError> {
    let text = ctx.draft().await?;
    let revise = Assignment::Revise {
        chapter: ctx.chapter.clone(),
        text: text.clone(),
        findings,
    };
    let edits = edits(ctx, revise, &text).await?;
    ctx.keep(Stage::Revise, part, &edits, Some(&edits)).await?;
    Ok(edits)
}
