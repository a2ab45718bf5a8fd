//! Check: what is wrong with the text, and what it adds to the story.

use super::{Halt, Work};
use crate::model::{Assignment, assignment::Report};
use domain::Stage;

pub(super) async fn check(work: &mut Work) -> Result<Report, Halt> {
    let text = work.draft().await?;
    let chapter = work.chapter.clone();
    work.stage(Stage::Check, Assignment::Check { chapter, text })
        .await
}
