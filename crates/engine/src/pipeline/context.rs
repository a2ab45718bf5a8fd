//! What a writer is told about the story around its work.

use super::Halt;
use crate::Error;
use domain::{Chapter, Revision, Run, Step, text};
use store::{Store, StoryAround};
use writing::{
    StoryContext,
    assignment::{ChapterContext, ChapterMemory, Layers, Standing},
};

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
            "Chapter {} was deleted, so there is nothing to write.",
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
    let earlier = before
        .iter()
        .map(|chapter| ChapterMemory {
            number: chapter.number,
            title: chapter.title.clone(),
            summary: chapter.summary.clone(),
        })
        .collect();
    Ok(ChapterContext {
        number: chapter.number,
        of: around.story.chapters,
        title: chapter.title.clone(),
        beats: chapter.outline.clone(),
        earlier,
        // What was summed up is added where the step begins to be walked.
        layers: Layers::default(),
        threads: open_threads(around, here),
        previous_ending,
        feedback: run.feedback.clone().unwrap_or_default(),
        // Found where the step begins to be walked.
        standing: Standing::default(),
        opening: String::new(),
    })
}

/// What the last chapters before leave open: each report says anew what is open, so an old thread that is
/// named no more was closed.
fn open_threads(around: &StoryAround, here: usize) -> Vec<String> {
    const CHAPTERS: usize = 3;
    let mut open: Vec<String> = Vec::new();
    for threads in &around.threads[here.saturating_sub(CHAPTERS)..here] {
        for thread in threads {
            if !open.contains(thread) {
                open.push(thread.clone());
            }
        }
    }
    open
}

/// The last whole paragraphs of a chapter.
async fn ending(store: &dyn Store, chapter: &Chapter) -> Result<String, Error> {
    let text = text_of(store, chapter).await?;
    Ok(text.map_or_else(String::new, |revision| text::ending(&revision.text)))
}

/// The text a chapter has now: by its id, since its number may be another chapter's by now. A chapter that was deleted
/// this very moment has none.
pub(super) async fn text_of(
    store: &dyn Store,
    chapter: &Chapter,
) -> Result<Option<Revision>, Error> {
    let this = chapter.id.into();
    match store.current_revision(chapter.story, this).await {
        Err(Error::NotFound("chapter")) => Ok(None),
        answer => answer,
    }
}
