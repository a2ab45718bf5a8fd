//! Check: what is wrong with the text, and what it adds to the story.

use super::StepContext;
use ::checks::{self as checks, CheckInput, Dismissed};
use answers::shape::ParsedAnswer;
use domain::{ChapterId, Finding, Severity, Stage};
use model_session::StepError;
use tokio::task::spawn_blocking;
use writing::{
    Assignment,
    assignment::{Plan, Report},
};

/// The kind of the finding that the model did not check a chapter.
pub(super) const UNCHECKED: &str = "not checked";

pub(super) async fn check(ctx: &mut StepContext, plan: &Plan) -> Result<Report, StepError> {
    if let Some(report) = ctx.finished(Stage::Check, 0) {
        return Ok(report);
    }
    ctx.session.enter(Stage::Check).await?;
    let report = examine(ctx, plan).await?;
    ctx.keep(Stage::Check, 0, &report, None).await?;
    Ok(report)
}

/// Reads the text twice: mechanically, then as the model does. What both find is told once, and nothing that
/// the author has dismissed.
pub(super) async fn examine(ctx: &mut StepContext, plan: &Plan) -> Result<Report, StepError> {
    let text = ctx.draft().await?;
    let found = run_checks(ctx, plan, &text, checks::run).await;
    let chapter = ctx.chapter.clone();
    let asked = Assignment::Check {
        chapter,
        text: text.clone(),
    };
    let mut report: Report = match ctx.session.ask_counted::<Report>(asked).await {
        // The text is whole: it is the author's to read, and what needs no model is told.
        Err(StepError::UnusableAnswer(reason)) => Report {
            findings: vec![about_the_work(Severity::Major, UNCHECKED, &reason)],
            ..Report::default()
        },
        answer => {
            let ParsedAnswer {
                value: mut report,
                left_out,
            } = answer?;
            report.findings.extend(unread(left_out));
            report
        }
    };
    let findings = std::mem::take(&mut report.findings);
    let kept = findings.clone();
    let grounded = run_checks(ctx, plan, &text, |input| checks::grounded(findings, input)).await;
    let grounded = grounded.unwrap_or(kept);
    let found = found.unwrap_or_default();
    report.findings = checks::merge(found, grounded, &dismissed(ctx).await?);
    Ok(report)
}

/// The finding that some of the model's could not be read.
fn unread(left_out: u32) -> Option<Finding> {
    let note = match left_out {
        0 => return None,
        1 => "One of the model’s findings could not be read.".to_owned(),
        many => format!("{many} of the model’s findings could not be read."),
    };
    Some(about_the_work(Severity::Minor, "not read", &note))
}

/// A finding about no passage: a stage whose model had no answer of use.
pub(super) fn about_the_work(severity: Severity, kind: &str, reason: &str) -> Finding {
    Finding {
        severity,
        kind: kind.to_owned(),
        quote: String::new(),
        note: reason.to_owned(),
    }
}

/// Takes out of a report what the author has dismissed since it was made.
pub(super) async fn drop_dismissed(
    ctx: &StepContext,
    report: &mut Report,
) -> Result<(), StepError> {
    let findings = std::mem::take(&mut report.findings);
    report.findings = checks::merge(Vec::new(), findings, &dismissed(ctx).await?);
    Ok(())
}

/// What the author has dismissed in this step's chapter, as of now: also what was dismissed while the run
/// was writing.
async fn dismissed(ctx: &StepContext) -> Result<Vec<Dismissed>, StepError> {
    match ctx.step.chapter_id {
        Some(chapter) => dismissed_in(ctx, chapter).await,
        None => Ok(Vec::new()),
    }
}

/// What the author has dismissed in a chapter.
pub(super) async fn dismissed_in(
    ctx: &StepContext,
    chapter: ChapterId,
) -> Result<Vec<Dismissed>, StepError> {
    let all = ctx.store.dismissed(chapter).await?;
    Ok(all
        .into_iter()
        .map(|gone| Dismissed {
            kind: gone.kind,
            quote: match gone.quote.trim() {
                "" => gone.note,
                _ => gone.quote,
            },
        })
        .collect())
}

/// What needs no model. It is a few milliseconds of work, but never on a thread that serves others. A check that
/// fails is no reason to lose a chapter.
async fn run_checks(
    ctx: &StepContext,
    plan: &Plan,
    text: &str,
    check: impl FnOnce(&CheckInput<'_>) -> Vec<Finding> + Send + 'static,
) -> Option<Vec<Finding>> {
    let (story, chapter) = (ctx.session.story().clone(), ctx.chapter.clone());
    let (scenes, text) = (plan.scenes.clone(), text.to_owned());
    let looking = spawn_blocking(move || {
        check(&CheckInput {
            world: &story.world,
            beats: &chapter.beats,
            scenes: &scenes,
            earlier: &chapter.earlier,
            language: &story.brief.language,
            text: &text,
        })
    });
    let looked = looking.await.inspect_err(|error| {
        tracing::error!(%error, "the mechanical checks did not finish");
    });
    looked.ok()
}
