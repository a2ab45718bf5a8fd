//! The outline: titles and beats for every chapter, filling what the author left open; or one chapter's again.

use super::{Halt, Work};
use crate::model::{
    Assignment,
    assignment::{ChapterSketch, Neighbour, OutlineSketch, Outlining},
};
use domain::{Chapter, Stage};

/// So many chapters before and after the one at hand are told.
const AROUND: usize = 12;

pub(super) async fn walk(work: &mut Work) -> Result<(), Halt> {
    match work.step.chapter {
        Some(_) => one(work).await,
        None => all(work).await,
    }
}

async fn all(work: &mut Work) -> Result<(), Halt> {
    let chapters = work.around.story.chapters;
    let mut sketch: OutlineSketch = work
        .stage(Stage::Draft, Assignment::Outline { chapters })
        .await?;
    work.enter(Stage::Commit).await?;
    sketch.chapters.iter_mut().for_each(tidy);
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

/// One chapter again: its former beats are kept beside the new ones.
async fn one(work: &mut Work) -> Result<(), Halt> {
    let all = &work.around.chapters;
    let here = all
        .iter()
        .position(|chapter| Some(chapter.id) == work.step.chapter_id)
        .ok_or_else(|| {
            Halt::Failed("The chapter was deleted, so there is nothing left to outline.".to_owned())
        })?;
    let chapter = all[here].clone();
    let beside = |at: &usize| *at != here && at.abs_diff(here) <= AROUND;
    let neighbours = (0..all.len())
        .filter(beside)
        .map(|at| neighbour(&all[at]))
        .filter(|other| !other.beats.is_empty())
        .collect();
    let asked = Outlining {
        number: chapter.number,
        of: work.around.story.chapters,
        title: chapter.title.clone(),
        beats: chapter.outline.clone(),
        neighbours,
        feedback: work.feedback.clone(),
    };
    let mut sketch: ChapterSketch = work
        .stage(Stage::Draft, Assignment::ChapterOutline { chapter: asked })
        .await?;
    work.enter(Stage::Commit).await?;
    tidy(&mut sketch);
    work.store
        .commit_chapter_outline(work.lease, work.step.id, &sketch, &chapter.outline)
        .await?;
    Ok(())
}

fn neighbour(chapter: &Chapter) -> Neighbour {
    Neighbour {
        number: chapter.number,
        title: chapter.title.clone(),
        beats: chapter.outline.clone(),
    }
}

/// A beat without words is none.
fn tidy(sketch: &mut ChapterSketch) {
    sketch.beats.retain(|beat| !beat.trim().is_empty());
}
