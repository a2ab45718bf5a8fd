//! The outline: titles and beats for every chapter, filling what the author left open.

use super::{Halt, Work};
use crate::model::{Assignment, assignment::OutlineSketch};
use domain::Stage;

pub(super) async fn walk(work: &mut Work) -> Result<(), Halt> {
    let chapters = work.around.story.chapters;
    let sketch: OutlineSketch = work
        .stage(Stage::Draft, Assignment::Outline { chapters })
        .await?;
    if sketch
        .chapters
        .iter()
        .all(|chapter| chapter.beats.is_empty())
    {
        return Err(Halt::Failed(
            "The model's outline has no beats. Try again.".to_owned(),
        ));
    }
    work.enter(Stage::Commit).await?;
    // Matched by place; what is missing at the end stays open and is asked for when it is written.
    let chapters: Vec<_> = work
        .around
        .chapters
        .iter()
        .map(|chapter| chapter.id)
        .zip(sketch.chapters)
        .collect();
    work.store
        .commit_outline(work.lease, work.step.id, &chapters)
        .await?;
    Ok(())
}
