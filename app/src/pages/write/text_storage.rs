//! Where the unsaved text of a chapter is kept, and what of it is found when the chapter is opened.

use super::{
    chapter_view::ChapterView,
    unsaved_text::{UnsavedSource, UnsavedText},
};
use crate::{
    api::autosave::{discard_autosave, keep_autosave, list_autosaves},
    live::{
        draft_storage::{self, DraftKey},
        tabs,
    },
};
use domain::{ChapterId, StoryId};
use leptos::task::spawn_local;

/// What this tab kept in the browser, where it says something else than what is on the page.
pub(super) fn own(chapter: ChapterId, current: &str) -> Option<UnsavedText> {
    let place = DraftKey::of_chapter(chapter);
    let own = UnsavedText::of(&place.load()?)?;
    if own.text == current {
        // Saved meanwhile, in whatever way.
        place.remove();
        return None;
    }
    Some(own)
}

/// What tabs that are closed left behind in the browser, and what the studio kept: newest first, each text once.
/// `own` is what this tab kept itself.
pub(super) async fn left_behind(
    view: ChapterView,
    own: Option<UnsavedText>,
) -> Vec<(UnsavedSource, UnsavedText)> {
    let current = view.text();
    let place = DraftKey::of_chapter(view.chapter);
    let mut all = Vec::new();
    for found in place.orphaned().await {
        if let Some(unsaved) = UnsavedText::of(&found.draft) {
            all.push((UnsavedSource::Browser(found.name), unsaved));
        }
    }
    let living = tabs::open_tabs().await.unwrap_or_default();
    // Without an answer there is what the browser has.
    let saved = list_autosaves(view.story, view.chapter.into()).await;
    for autosave in saved.unwrap_or_default() {
        // What this tab sent is older than what it kept itself, unless its storage refused that.
        let mine = autosave.device == tabs::id();
        let newer = own.as_ref().is_none_or(|own| autosave.saved_at.0 > own.at);
        if !living.contains(&autosave.device) && (!mine || newer) {
            let device = autosave.device.clone();
            all.push((
                UnsavedSource::Studio(device),
                UnsavedText::of_autosave(autosave),
            ));
        }
    }
    all.sort_by_key(|(_, unsaved)| -unsaved.at);
    let mut seen: Vec<String> = vec![current];
    seen.extend(own.map(|own| own.text));
    let mut left = Vec::new();
    for (source, unsaved) in all {
        if seen.contains(&unsaved.text) {
            // Said by another one, or saved meanwhile.
            forget_source(view, &source);
        } else {
            seen.push(unsaved.text.clone());
            left.push((source, unsaved));
        }
    }
    left
}

/// Makes a text that was found this tab's own: kept here first, then forgotten where it was.
pub(super) fn adopt(view: ChapterView, source: UnsavedSource, unsaved: &UnsavedText) {
    let saved = save(view, unsaved);
    match source {
        UnsavedSource::Browser(name) if saved => draft_storage::mark_taken_over(&name),
        UnsavedSource::Studio(device) if device != tabs::id() => {
            let (story, chapter) = (view.story, view.chapter.into());
            let new = unsaved.autosave();
            spawn_local(async move {
                if keep_autosave(story, chapter, new).await.is_ok() {
                    // Where it fails, it is offered once more.
                    let _ = discard_autosave(story, chapter, device).await;
                }
            });
        }
        _ => {}
    }
}

/// Forgets a text at the place where it was found: it is saved, or somewhere else.
fn forget_source(view: ChapterView, source: &UnsavedSource) {
    match source {
        UnsavedSource::Browser(name) => draft_storage::mark_taken_over(name),
        // This tab's own is replaced by what is typed next.
        UnsavedSource::Studio(device) if *device == tabs::id() => {}
        UnsavedSource::Editor => {}
        UnsavedSource::Studio(device) => {
            let (story, chapter, device) = (view.story, view.chapter.into(), device.clone());
            spawn_local(async move {
                // Where it fails, it is offered once more.
                let _ = discard_autosave(story, chapter, device).await;
            });
        }
    }
}

/// Keeps what is typed. Answers whether the browser did.
pub(super) fn save(view: ChapterView, unsaved: &UnsavedText) -> bool {
    DraftKey::of_chapter(view.chapter).save(&unsaved.draft(view.about()))
}

/// Moves what is typed to the discarded texts of this browser.
pub(super) fn discard(view: ChapterView, unsaved: &UnsavedText) {
    DraftKey::of_chapter(view.chapter).discard(&unsaved.draft(view.about()));
}

/// Forgets what this tab kept: it is saved.
pub(super) fn forget(view: ChapterView) {
    DraftKey::of_chapter(view.chapter).remove();
    if !view.is_deleted() {
        forget_autosave(view.story, view.chapter);
    }
}

/// Forgets what the studio kept for this tab.
pub(super) fn forget_autosave(story: StoryId, chapter: ChapterId) {
    spawn_local(async move {
        // What is left says what is saved, and is not offered.
        let _ = discard_autosave(story, chapter.into(), tabs::id()).await;
    });
}
