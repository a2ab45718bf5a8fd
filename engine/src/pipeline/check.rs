//! Check: what is wrong with the text, and what it adds to the story.

use super::{Halt, Work};
use crate::model::{Assignment, assignment::Report};
use domain::{Dismissal, Stage, dismissal::is_dismissed};

pub(super) async fn check(work: &mut Work) -> Result<Report, Halt> {
    if let Some(report) = work.finished(Stage::Check, 0) {
        return Ok(report);
    }
    work.enter(Stage::Check).await?;
    let report = examine(work).await?;
    work.keep(Stage::Check, 0, &report, None).await?;
    Ok(report)
}

/// Has the text as it stands looked through. Nothing the author has dismissed is told again.
pub(super) async fn examine(work: &mut Work) -> Result<Report, Halt> {
    let text = work.draft().await?;
    let chapter = work.chapter.clone();
    let mut report: Report = work.ask(Assignment::Check { chapter, text }).await?;
    work.drop_dismissed(&mut report).await?;
    Ok(report)
}

impl Work {
    /// What the author has dismissed in this step's chapter, as of now: also what was dismissed while the
    /// run was writing.
    pub(super) async fn dismissed(&self) -> Result<Vec<Dismissal>, Halt> {
        match self.step.chapter_id {
            Some(chapter) => Ok(self.store.dismissed(chapter).await?),
            None => Ok(Vec::new()),
        }
    }

    /// Takes the dismissed findings out of a report.
    pub(super) async fn drop_dismissed(&self, report: &mut Report) -> Result<(), Halt> {
        let dismissed = self.dismissed().await?;
        report
            .findings
            .retain(|finding| !is_dismissed(finding, &dismissed));
        Ok(())
    }
}
