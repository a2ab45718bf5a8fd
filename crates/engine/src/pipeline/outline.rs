//! The outline: titles and beats for every chapter that has no beats yet; or for one chapter again.

use super::{Halt, Work, context::text_of};
use domain::{Chapter, ChapterId, Stage, text};
use prompts::chapters_at_once;
use writing::{
    Assignment,
    assignment::{ChapterSketch, Neighbour, OutlineSketch, Outlined, Outlining, ToOutline},
};

/// A chapter and what it was outlined as; without beats where the model had none for it.
type Made = (ChapterId, ChapterSketch);

/// So many chapters before and after the one at hand are told.
const AROUND: usize = 12;

pub(super) async fn walk(work: &mut Work) -> Result<(), Halt> {
    match work.step.chapter {
        Some(_) => one(work).await,
        None => all(work).await,
    }
}

/// Every chapter that has no beats: so many at a time as fit into an answer, each portion knowing the story that is
/// there and the portions before. A portion that is made is kept, whatever happens to the next.
async fn all(work: &mut Work) -> Result<(), Halt> {
    let mut made: Vec<Made> = Vec::new();
    let mut part = 0;
    while let Some(portion) = work.finished::<Vec<Made>>(Stage::Draft, part) {
        made.extend(portion);
        part += 1;
    }
    let is_made = |chapter: &Chapter| made.iter().any(|(id, _)| *id == chapter.id);
    let missing = |chapter: &&Chapter| chapter.outline.is_empty() && !is_made(chapter);
    let missing: Vec<Chapter> = work
        .around
        .chapters
        .iter()
        .filter(missing)
        .cloned()
        .collect();
    let mut left = &missing[..];
    if !left.is_empty() {
        work.enter(Stage::Draft).await?;
    }
    let written = written(work, left).await?;
    while !left.is_empty() {
        let (portion, rest) = left.split_at(work.at_once().await?.min(left.len()));
        let outline = ToOutline {
            chapters: portion.iter().map(|chapter| chapter.number).collect(),
            of: work.around.story.chapters,
            known: known(&work.around.chapters, &made, &written),
        };
        let sketch: OutlineSketch = work.ask(Assignment::Outline { outline }).await?;
        // Matched by place; what is missing at the end stays open and is asked for when it is written.
        let sketches = sketch.chapters.into_iter().map(tidied);
        let ids = portion.iter().map(|chapter| chapter.id);
        let outlined: Vec<Made> = ids
            .zip(sketches.chain(std::iter::repeat_with(ChapterSketch::default)))
            .collect();
        work.keep(Stage::Draft, part, &outlined, None).await?;
        made.extend(outlined);
        part += 1;
        left = rest;
    }
    work.enter(Stage::Commit).await?;
    made.retain(|(_, sketch)| *sketch != ChapterSketch::default());
    work.store
        .commit_outline(work.lease, work.step.id, &made)
        .await?;
    Ok(())
}

impl Work {
    /// How many chapters the model is asked to outline in one answer.
    async fn at_once(&self) -> Result<usize, Halt> {
        let model = self.model()?;
        let abilities = tokio::select! {
            biased;
            () = self.stop.token().cancelled() => return Err(Halt::Stopped),
            abilities = model.abilities() => abilities,
        };
        let language = &self.story.brief.language;
        Ok(chapters_at_once(abilities.context, language))
    }
}

/// Of chapters that somebody wrote without beats and nobody has summed up: how they begin.
async fn written(work: &Work, missing: &[Chapter]) -> Result<Vec<(ChapterId, String)>, Halt> {
    let mut written = Vec::new();
    for chapter in missing {
        if chapter.revision.is_some() && chapter.summary.is_empty() {
            let text = text_of(&*work.store, chapter).await?;
            written.extend(text.map(|text| (chapter.id, text::beginning(&text.text))));
        }
    }
    Ok(written)
}

/// The chapters of which something is known: what stands in the story, and what was outlined just now.
fn known(chapters: &[Chapter], made: &[Made], written: &[(ChapterId, String)]) -> Vec<Outlined> {
    let known = chapters.iter().map(|chapter| {
        let sketch = made.iter().find(|(id, _)| *id == chapter.id);
        let begins = written.iter().find(|(id, _)| *id == chapter.id);
        Outlined {
            number: chapter.number,
            title: match (chapter.title.as_str(), sketch) {
                ("", Some((_, sketch))) => sketch.title.clone(),
                (title, _) => title.to_owned(),
            },
            beats: match sketch {
                Some((_, sketch)) => sketch.beats.clone(),
                None => chapter.outline.clone(),
            },
            summary: match begins {
                Some((_, begins)) => begins.clone(),
                None => chapter.summary.clone(),
            },
        }
    });
    known
        .filter(|known| {
            !(known.title.is_empty() && known.beats.is_empty() && known.summary.is_empty())
        })
        .collect()
}

/// One chapter again: its former beats are kept beside the new ones.
async fn one(work: &mut Work) -> Result<(), Halt> {
    let all = &work.around.chapters;
    let here = all
        .iter()
        .position(|chapter| Some(chapter.id) == work.step.chapter_id)
        .ok_or_else(|| {
            Halt::Failed("The chapter was deleted, so there is nothing to outline.".to_owned())
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
    let sketch: ChapterSketch = work
        .stage(Stage::Draft, Assignment::ChapterOutline { chapter: asked })
        .await?;
    work.enter(Stage::Commit).await?;
    let sketch = tidied(sketch);
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
fn tidied(mut sketch: ChapterSketch) -> ChapterSketch {
    sketch.beats.retain(|beat| !beat.trim().is_empty());
    sketch
}
