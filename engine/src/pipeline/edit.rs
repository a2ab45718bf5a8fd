//! Edit: passages replaced for style.

use super::{Halt, Work};
use crate::model::{Assignment, assignment::Edits};
use domain::Stage;

pub(super) async fn edit(work: &mut Work) -> Result<(), Halt> {
    if work.finished::<Edits>(Stage::Edit, 0).is_some() {
        return Ok(());
    }
    work.enter(Stage::Edit).await?;
    let text = work.draft().await?;
    let edits: Edits = work
        .ask(Assignment::Edit {
            chapter: work.chapter.clone(),
            text,
        })
        .await?;
    // The checkpoint and the changed draft are one transaction.
    work.keep(Stage::Edit, 0, &edits, Some(&edits)).await
}
