//! What a writer is told about the story around its work.

use super::Halt;
use crate::{
    Error,
    model::{StoryContext, assignment::ChapterContext},
    store::{Store, StoryAround},
};
use domain::{Chapter, Run, Step, text};

/// How many earlier chapters are told by their summaries.
const SUMMARIES: usize = 30;

/// The story as the writer of a step sees it: what becomes true in later chapters is not so yet. Another
/// `take` gives writers that roll dice another text.
pub(super) fn story(around: &StoryAround, step: &Step, take: u32) -> StoryContext {
    let (high, low) = around.story.id.0.as_u64_pair();
    let mut world = around.world.clone();
    let here = around
        .chapters
        .iter()
        .find(|chapter| Some(chapter.id) == step.chapter_id);
    if let Some(here) = here {
        world
            .facts
            .retain(|fact| fact.chapter.is_none_or(|from| from < here.number));
    }
    StoryContext {
        title: around.story.title.clone(),
        brief: around.story.brief.clone(),
        world,
        seed: high ^ low ^ u64::from(take).wrapping_mul(0x9e37_79b9_7f4a_7c15),
    }
}

/// The chapter a step writes, as it stands now: its number may have changed since the run was started.
pub(super) async fn chapter(
    store: &dyn Store,
    around: &StoryAround,
    run: &Run,
    step: &Step,
) -> Result<ChapterContext, Halt> {
    let gone = || {
        Halt::Failed(format!(
            "Chapter {} was deleted, so there is nothing left to write.",
            step.chapter.unwrap_or_default()
        ))
    };
    let id = step.chapter_id.ok_or_else(gone)?;
    let here = around
        .chapters
        .iter()
        .position(|chapter| chapter.id == id)
        .ok_or_else(gone)?;
    let chapter = &around.chapters[here];
    let before = &around.chapters[..here];
    let previous_ending = match before.last() {
        Some(previous) => ending(store, previous).await?,
        None => String::new(),
    };
    let told: Vec<String> = before
        .iter()
        .filter(|chapter| !chapter.summary.is_empty())
        .map(|chapter| {
            format!(
                "{}. {}: {}",
                chapter.number,
                chapter.heading(),
                chapter.summary
            )
        })
        .collect();
    Ok(ChapterContext {
        number: chapter.number,
        of: around.story.chapters,
        title: chapter.title.clone(),
        beats: chapter.outline.clone(),
        summaries: told[told.len().saturating_sub(SUMMARIES)..].to_vec(),
        previous_ending,
        feedback: run.feedback.clone().unwrap_or_default(),
    })
}

/// The last whole paragraphs of a chapter.
async fn ending(store: &dyn Store, chapter: &Chapter) -> Result<String, Error> {
    let Some(revision) = store
        .current_revision(chapter.story, chapter.number)
        .await?
    else {
        return Ok(String::new());
    };
    Ok(text::ending(&revision.text))
}
