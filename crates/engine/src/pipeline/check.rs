//! Check: what is wrong with the text, and what it adds to the story.

use super::{Halt, Work};
use ::checks::{self as checks, Dismissed, Matter};
use answers::shape::Answer;
use domain::{ChapterId, Finding, Severity, Stage};
use tokio::task::spawn_blocking;
use writing::{
    Assignment,
    assignment::{Plan, Report},
};

/// The kind of the finding that the model did not check a chapter.
pub(super) const UNCHECKED: &str = "not checked";

pub(super) async fn check(work: &mut Work, plan: &Plan) -> Result<Report, Halt> {
    if let Some(report) = work.finished(Stage::Check, 0) {
        return Ok(report);
    }
    work.enter(Stage::Check).await?;
    let report = examine(work, plan).await?;
    work.keep(Stage::Check, 0, &report, None).await?;
    Ok(report)
}

/// Reads the text twice: mechanically, then as the model does. What both find is told once, and nothing that
/// the author has dismissed.
pub(super) async fn examine(work: &mut Work, plan: &Plan) -> Result<Report, Halt> {
    let text = work.draft().await?;
    let found = look(work, plan, &text, checks::run).await;
    let chapter = work.chapter.clone();
    let asked = Assignment::Check {
        chapter,
        text: text.clone(),
    };
    let mut report: Report = match work.ask_counted::<Report>(asked).await {
        // The text is whole: it is the author's to read, and what needs no model is told.
        Err(Halt::Doubt(reason)) => Report {
            findings: vec![about_the_work(Severity::Major, UNCHECKED, &reason)],
            ..Report::default()
        },
        answer => {
            let Answer {
                value: mut report,
                left_out,
            } = answer?;
            report.findings.extend(unread(left_out));
            report
        }
    };
    let findings = std::mem::take(&mut report.findings);
    let kept = findings.clone();
    let grounded = look(work, plan, &text, |matter| {
        checks::grounded(findings, matter)
    })
    .await;
    let grounded = grounded.unwrap_or(kept);
    let found = found.unwrap_or_default();
    report.findings = checks::merge(found, grounded, &dismissed(work).await?);
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
pub(super) async fn drop_dismissed(work: &Work, report: &mut Report) -> Result<(), Halt> {
    let findings = std::mem::take(&mut report.findings);
    report.findings = checks::merge(Vec::new(), findings, &dismissed(work).await?);
    Ok(())
}

/// What the author has dismissed in this step's chapter, as of now: also what was dismissed while the run
/// was writing.
async fn dismissed(work: &Work) -> Result<Vec<Dismissed>, Halt> {
    match work.step.chapter_id {
        Some(chapter) => dismissed_in(work, chapter).await,
        None => Ok(Vec::new()),
    }
}

/// What the author has dismissed in a chapter.
pub(super) async fn dismissed_in(work: &Work, chapter: ChapterId) -> Result<Vec<Dismissed>, Halt> {
    let all = work.store.dismissed(chapter).await?;
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
async fn look(
    work: &Work,
    plan: &Plan,
    text: &str,
    look: impl FnOnce(&Matter<'_>) -> Vec<Finding> + Send + 'static,
) -> Option<Vec<Finding>> {
    let (story, chapter) = (work.story.clone(), work.chapter.clone());
    let (scenes, text) = (plan.scenes.clone(), text.to_owned());
    let looking = spawn_blocking(move || {
        look(&Matter {
            world: &story.world,
            beats: &chapter.beats,
            scenes: &scenes,
            earlier: &chapter.earlier,
            language: &story.brief.language,
            text: &text,
        })
    });
    let looked = looking.await.inspect_err(|error| {
        tracing::error!(run = %work.lease.run, %error, "the mechanical checks did not finish");
    });
    looked.ok()
}
