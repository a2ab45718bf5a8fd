//! What a writer is told about the story around its work.

use crate::Error;
use domain::{Chapter, Revision, Run, Step, text};
use model_session::StepError;
use store::{Store, StorySnapshot};
use writing::{
    StoryContext,
    assignment::{ChapterContext, ChapterMemory, ExistingText, Layers},
};

/// The story as the writer of a step sees it: what becomes true in later chapters is not so yet. Another
/// `rewrite_index` gives writers that roll dice another text.
pub(super) fn story(snapshot: &StorySnapshot, step: &Step, rewrite_index: u32) -> StoryContext {
    let (high, low) = snapshot.story.id.0.as_u64_pair();
    let mut world = snapshot.world.clone();
    let here = snapshot
        .chapters
        .iter()
        .find(|chapter| Some(chapter.id) == step.chapter_id);
    if let Some(here) = here {
        world
            .facts
            .retain(|fact| fact.chapter.is_none_or(|from| from < here.number));
    }
    StoryContext {
        title: snapshot.story.title.clone(),
        brief: snapshot.story.brief.clone(),
        world,
        seed: high ^ low ^ u64::from(rewrite_index).wrapping_mul(0x9e37_79b9_7f4a_7c15),
    }
}

/// The chapter a step writes, as it stands now: its number may have changed since the run was started.
pub(super) async fn chapter(
    store: &dyn Store,
    snapshot: &StorySnapshot,
    run: &Run,
    step: &Step,
) -> Result<ChapterContext, StepError> {
    let gone = || {
        StepError::Failed(format!(
            "Chapter {} was deleted, so there is nothing to write.",
            step.chapter.unwrap_or_default()
        ))
    };
    let id = step.chapter_id.ok_or_else(gone)?;
    let here = snapshot
        .chapters
        .iter()
        .position(|chapter| chapter.id == id)
        .ok_or_else(gone)?;
    let chapter = &snapshot.chapters[here];
    let before = &snapshot.chapters[..here];
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
        of: snapshot.story.chapters,
        title: chapter.title.clone(),
        beats: chapter.outline.clone(),
        earlier,
        // What was summed up is added where the step begins to be walked.
        layers: Layers::default(),
        threads: open_threads(snapshot, here),
        previous_ending,
        feedback: run.feedback.clone().unwrap_or_default(),
        // Found where the step begins to be walked.
        existing_text: ExistingText::default(),
        opening: String::new(),
    })
}

/// What the last chapters before leave open: each report says anew what is open, so an old thread that is
/// named no more was closed. One that the author accepted is open until the author takes it back.
pub(super) fn open_threads(snapshot: &StorySnapshot, here: usize) -> Vec<String> {
    const CHAPTERS: usize = 3;
    let recent = here.saturating_sub(CHAPTERS);
    let mut open: Vec<String> = Vec::new();
    for (at, threads) in snapshot.threads.iter().take(here).enumerate() {
        for thread in threads {
            let counts = at >= recent || snapshot.accepted_threads.contains(thread);
            if counts && !open.contains(thread) {
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
