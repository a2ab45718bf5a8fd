//! What a writer is told about the story around its work.

use super::Halt;
use crate::{
    Error,
    model::{StoryContext, assignment::ChapterContext},
    store::{Store, StoryAround},
};
use domain::{Chapter, Run, Step, text};

/// How much of the previous chapter's end a writer sees, in bytes.
const ENDING_BYTES: usize = 2_400;

/// How many earlier chapters are told by their summaries.
const SUMMARIES: usize = 30;

/// The story as a writer sees it. Another `take` gives writers that roll dice another text.
pub(super) fn story(around: &StoryAround, take: u32) -> StoryContext {
    let (high, low) = around.story.id.0.as_u64_pair();
    StoryContext {
        title: around.story.title.clone(),
        brief: around.story.brief.clone(),
        world: around.world.clone(),
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
    let mut paragraphs: Vec<&str> = text::paragraphs(&revision.text).collect();
    let mut size = 0;
    let keep = paragraphs
        .iter()
        .rev()
        .take_while(|paragraph| {
            size += paragraph.len();
            size <= ENDING_BYTES
        })
        .count()
        .max(1);
    let from = paragraphs.len().saturating_sub(keep);
    Ok(paragraphs.split_off(from).join("\n\n"))
}
