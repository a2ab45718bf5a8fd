//! A review: every chapter read whole, in pieces that fit the model, and a last word on all of them. What needs no
//! model is looked for besides: in each chapter, and between chapters.

use super::{StepContext, check::dismissed_in, context::text_of};
use ::checks::{self as checks, CheckInput, CrossChapterRepetition};
use domain::{Chapter, ChapterId, ChapterState, Finding, Stage};
use model_session::StepError;
use reading::pieces;
use store::ReadChapter;
use text::prose::occurs_in;
use tokio::task::spawn_blocking;
use writing::{
    Assignment,
    assignment::{Assessment, ChapterMemory, ChapterReading, ReadingNote, ReviewPart},
};

/// What of a model's context the text of a piece may take; the rest is for what must be known and the answer.
const SHARE: f32 = 0.35;

/// The most tokens of a piece, however large the context: nobody reads well what is endless.
const LONGEST: u32 = 12_000;

pub(super) async fn review_story(ctx: &mut StepContext) -> Result<(), StepError> {
    match ctx.step.chapter {
        Some(_) => read(ctx).await,
        None => assess(ctx).await,
    }
}

/// Reads one chapter.
async fn read(ctx: &mut StepContext) -> Result<(), StepError> {
    let chapter = ctx
        .snapshot
        .chapters
        .iter()
        .find(|chapter| Some(chapter.id) == ctx.step.chapter_id)
        .cloned();
    let revision = match &chapter {
        Some(chapter) => text_of(&*ctx.store, chapter).await?,
        None => None,
    };
    // What was deleted or emptied since is passed over.
    let (Some(chapter), Some(revision)) = (chapter, revision) else {
        ctx.session.enter(Stage::Commit).await?;
        ctx.store
            .commit_reading(ctx.lease, ctx.step.id, None)
            .await?;
        return Ok(());
    };
    ctx.session.enter(Stage::Check).await?;
    let notes = ctx.store.reading_notes(ctx.lease.run).await?;
    let pieces = pieces(&revision.text, room(ctx).await?);
    let of = u32::try_from(pieces.len()).unwrap_or(u32::MAX);
    let mut whole = ChapterReading::default();
    for (number, text) in (1..=of).zip(pieces) {
        let part = ReviewPart {
            number: chapter.number,
            of: ctx.snapshot.story.chapters,
            title: chapter.title.clone(),
            beats: chapter.outline.clone(),
            piece: (number, of),
            text,
        };
        let reading = read_piece(ctx, part, &notes, &whole).await?;
        whole.findings.extend(reading.findings);
        if !whole.notes.is_empty() {
            whole.notes.push(' ');
        }
        whole.notes.push_str(reading.notes.trim());
    }
    // A quote that does not stand in the text would send the author looking for nothing.
    for finding in &mut whole.findings {
        if !occurs_in(&finding.quote, &revision.text) {
            finding.quote.clear();
        }
    }
    let found = checked(ctx, &chapter, &revision.text).await;
    let dismissed = dismissed_in(ctx, chapter.id).await?;
    whole.findings = checks::merge(found, whole.findings, &dismissed);
    ctx.session.enter(Stage::Commit).await?;
    let read = ReadChapter {
        chapter: chapter.id,
        revision: revision.summary.id,
        reading: whole,
    };
    ctx.store
        .commit_reading(ctx.lease, ctx.step.id, Some(read))
        .await?;
    Ok(())
}

/// Reads one piece of a chapter; `before` is what was read in its earlier pieces.
async fn read_piece(
    ctx: &mut StepContext,
    part: ReviewPart,
    notes: &[ReadingNote],
    before: &ChapterReading,
) -> Result<ChapterReading, StepError> {
    let (number, _) = part.piece;
    let known = ctx.finished::<(String, ChapterReading)>(Stage::Check, number);
    // After a pause the text or the model may be another, and with it the pieces.
    if let Some((_, reading)) = known.filter(|(text, _)| *text == part.text) {
        return Ok(reading);
    }
    // What was noted of the earlier pieces counts too.
    let mut notes = notes.to_vec();
    if number > 1 {
        notes.push(ReadingNote {
            number: part.number,
            notes: before.notes.clone(),
            findings: Vec::new(),
        });
    }
    let text = part.text.clone();
    let reading = ctx.session.ask(Assignment::Review { part, notes }).await?;
    let kept = (text, reading);
    ctx.keep(Stage::Check, number, &kept, None).await?;
    Ok(kept.1)
}

/// What needs no model to be found in a chapter. Checks that fail are no reason to lose a review.
async fn checked(ctx: &StepContext, chapter: &Chapter, text: &str) -> Vec<Finding> {
    let (story, text, language) = (
        ctx.session.story().world.clone(),
        text.to_owned(),
        ctx.session.story().brief.language.clone(),
    );
    // What stops in the middle has yet to come to its last beats.
    let beats = match chapter.state {
        ChapterState::Partial => Vec::new(),
        _ => chapter.outline.clone(),
    };
    let before = ctx.snapshot.chapters.iter();
    let before = before.filter(|other| other.number < chapter.number);
    let earlier: Vec<ChapterMemory> = before
        .map(|chapter| ChapterMemory {
            number: chapter.number,
            title: chapter.title.clone(),
            summary: chapter.summary.clone(),
        })
        .collect();
    let looking = spawn_blocking(move || {
        checks::run(&CheckInput {
            world: &story,
            beats: &beats,
            scenes: &[],
            earlier: &earlier,
            language: &language,
            text: &text,
        })
    });
    looking.await.unwrap_or_else(|error| {
        tracing::error!(%error, "the mechanical checks did not finish");
        Vec::new()
    })
}

/// Looks for what appears in two chapters, in the texts that were read. Doing it twice is doing it once.
async fn look_across(ctx: &StepContext) -> Result<(), StepError> {
    let mut across = CrossChapterRepetition::default();
    let mut all: Vec<(ChapterId, Vec<Finding>)> = Vec::new();
    for (id, read) in ctx.store.read_texts(ctx.lease.run).await? {
        if ctx.session.stop().token().is_cancelled() {
            return Err(StepError::Stopped);
        }
        let chapter = ctx
            .snapshot
            .chapters
            .iter()
            .find(|chapter| chapter.id == id);
        let Some(number) = chapter.map(|chapter| chapter.number) else {
            continue;
        };
        let (story, this) = (ctx.snapshot.story.id, id.into());
        let revision = ctx.store.revision(story, this, read);
        // It may have been deleted meanwhile.
        let Ok(revision) = revision.await else {
            continue;
        };
        let looking = spawn_blocking(move || {
            let found = across.next(number, &revision.text);
            (across, found)
        });
        let found = match looking.await {
            Ok((next, found)) => {
                across = next;
                found
            }
            Err(error) => {
                tracing::error!(%error, "chapters could not be compared");
                break;
            }
        };
        let dismissed = dismissed_in(ctx, id).await?;
        let found = checks::merge(found, Vec::new(), &dismissed);
        if !found.is_empty() {
            all.push((id, found));
        }
    }
    ctx.store.add_to_readings(ctx.lease, &all).await?;
    Ok(())
}

/// The last word.
async fn assess(ctx: &mut StepContext) -> Result<(), StepError> {
    look_across(ctx).await?;
    let notes = ctx.store.reading_notes(ctx.lease.run).await?;
    let assessment = if notes.is_empty() {
        Assessment {
            assessment: "There was no text to review.".to_owned(),
        }
    } else {
        ctx.stage(Stage::Check, Assignment::Assess { notes })
            .await?
    };
    ctx.session.enter(Stage::Commit).await?;
    ctx.store
        .commit_review(ctx.lease, ctx.step.id, assessment.assessment.trim())
        .await?;
    Ok(())
}

/// How many tokens a piece may have.
async fn room(ctx: &mut StepContext) -> Result<u32, StepError> {
    let context = ctx.session.abilities().await?.context;
    Ok(context.map_or(u32::MAX, |context| {
        ((context as f32 * SHARE) as u32).clamp(200, LONGEST)
    }))
}
