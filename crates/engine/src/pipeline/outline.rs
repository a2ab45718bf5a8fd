//! The outline: titles and beats for every chapter that has no beats yet; or for one chapter again.

use super::{
    StepContext,
    context::{open_threads, text_of},
};
use domain::{Chapter, ChapterId, Stage, text};
use model_session::StepError;
use prompts::chapters_at_once;
use writing::{
    Assignment,
    assignment::{
        ChapterOutlineRequest, ChapterSketch, KnownChapter, Neighbour, OutlineRequest,
        OutlineSketch,
    },
};

/// A chapter and what it was outlined as; without beats where the model had none for it.
type OutlinedChapter = (ChapterId, ChapterSketch);

/// So many chapters before and after the one at hand are told.
const AROUND: usize = 12;

pub(super) async fn write_outline(ctx: &mut StepContext) -> Result<(), StepError> {
    match ctx.step.chapter {
        Some(_) => one(ctx).await,
        None => all(ctx).await,
    }
}

/// Every chapter that has no beats: so many at a time as fit into an answer, each portion knowing the story that is
/// there and the portions before. A portion that is made is kept, whatever happens to the next.
async fn all(ctx: &mut StepContext) -> Result<(), StepError> {
    let mut made: Vec<OutlinedChapter> = Vec::new();
    let mut part = 0;
    while let Some(portion) = ctx.finished::<Vec<OutlinedChapter>>(Stage::Draft, part) {
        made.extend(portion);
        part += 1;
    }
    let is_made = |chapter: &Chapter| made.iter().any(|(id, _)| *id == chapter.id);
    let missing = |chapter: &&Chapter| chapter.outline.is_empty() && !is_made(chapter);
    let bare: Vec<Chapter> = ctx
        .snapshot
        .chapters
        .iter()
        .filter(missing)
        .cloned()
        .collect();
    let written = written(ctx, &bare).await?;
    let missing = to_outline(bare, &ctx.run_chapters);
    let mut left = &missing[..];
    if !left.is_empty() {
        ctx.session.enter(Stage::Draft).await?;
    }
    while !left.is_empty() {
        let (portion, rest) = left.split_at(at_once(ctx).await?.min(left.len()));
        let is_first = |chapter: &Chapter| chapter.id == portion[0].id;
        let first = ctx.snapshot.chapters.iter().position(is_first);
        let first = first.unwrap_or_default();
        let outline = OutlineRequest {
            chapters: portion.iter().map(|chapter| chapter.number).collect(),
            of: ctx.snapshot.story.chapters,
            known: known(&ctx.snapshot.chapters, &made, &written),
            threads: open_threads(&ctx.snapshot, first),
        };
        let sketch: OutlineSketch = ctx.session.ask(Assignment::Outline { outline }).await?;
        // Matched by place; what is missing at the end stays open and is asked for when it is written.
        let sketches = sketch.chapters.into_iter().map(tidied);
        let ids = portion.iter().map(|chapter| chapter.id);
        let outlined: Vec<OutlinedChapter> = ids
            .zip(sketches.chain(std::iter::repeat_with(ChapterSketch::default)))
            .collect();
        ctx.keep(Stage::Draft, part, &outlined, None).await?;
        made.extend(outlined);
        part += 1;
        left = rest;
    }
    ctx.session.enter(Stage::Commit).await?;
    made.retain(|(_, sketch)| *sketch != ChapterSketch::default());
    ctx.store
        .commit_outline(ctx.lease, ctx.step.id, &made)
        .await?;
    Ok(())
}

/// Of the chapters without beats, those to outline: what is written needs none, as long as there is something to be
/// written. A chapter that the run is about is outlined in any case.
fn to_outline(bare: Vec<Chapter>, asked: &[ChapterId]) -> Vec<Chapter> {
    let needs = |chapter: &Chapter| !chapter.is_finished() || asked.contains(&chapter.id);
    match bare.iter().any(needs) {
        true => bare.into_iter().filter(needs).collect(),
        false => bare,
    }
}

/// How many chapters the model is asked to outline in one answer.
async fn at_once(ctx: &mut StepContext) -> Result<usize, StepError> {
    let context = ctx.session.abilities().await?.context;
    let language = &ctx.session.story().brief.language;
    Ok(chapters_at_once(context, language))
}

/// Of chapters that somebody wrote without beats and nobody has summed up: how they begin.
async fn written(
    ctx: &StepContext,
    missing: &[Chapter],
) -> Result<Vec<(ChapterId, String)>, StepError> {
    let mut written = Vec::new();
    for chapter in missing {
        if chapter.revision.is_some() && chapter.summary.is_empty() {
            let text = text_of(&*ctx.store, chapter).await?;
            written.extend(text.map(|text| (chapter.id, text::beginning(&text.text))));
        }
    }
    Ok(written)
}

/// The chapters of which something is known: what stands in the story, and what was outlined just now.
fn known(
    chapters: &[Chapter],
    made: &[OutlinedChapter],
    written: &[(ChapterId, String)],
) -> Vec<KnownChapter> {
    let known = chapters.iter().map(|chapter| {
        let sketch = made.iter().find(|(id, _)| *id == chapter.id);
        let begins = written.iter().find(|(id, _)| *id == chapter.id);
        KnownChapter {
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
async fn one(ctx: &mut StepContext) -> Result<(), StepError> {
    let all = &ctx.snapshot.chapters;
    let here = all
        .iter()
        .position(|chapter| Some(chapter.id) == ctx.step.chapter_id)
        .ok_or_else(|| {
            StepError::Failed("The chapter was deleted, so there is nothing to outline.".to_owned())
        })?;
    let chapter = all[here].clone();
    let beside = |at: &usize| *at != here && at.abs_diff(here) <= AROUND;
    let neighbours = (0..all.len())
        .filter(beside)
        .map(|at| neighbour(&all[at]))
        .filter(|other| !other.beats.is_empty())
        .collect();
    let asked = ChapterOutlineRequest {
        number: chapter.number,
        of: ctx.snapshot.story.chapters,
        title: chapter.title.clone(),
        beats: chapter.outline.clone(),
        neighbours,
        feedback: ctx.feedback.clone(),
    };
    let sketch: ChapterSketch = ctx
        .stage(Stage::Draft, Assignment::ChapterOutline { chapter: asked })
        .await?;
    ctx.session.enter(Stage::Commit).await?;
    let sketch = tidied(sketch);
    ctx.store
        .commit_chapter_outline(ctx.lease, ctx.step.id, &sketch, &chapter.outline)
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
