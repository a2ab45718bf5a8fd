//! Pages of a story. Each story gets a new page, so that nothing of one story shows in another.

use super::not_found::NotFound;
use crate::components::{TextLanguage, show};
use crate::live::CurrentStory;
use domain::StoryId;
use leptos::prelude::*;

/// The page for the story in the address, or the page for addresses that lead nowhere.
pub fn in_story(page: fn(StoryId) -> AnyView) -> AnyView {
    let current_story = CurrentStory::get();
    TextLanguage::provide(move || current_story.language());
    let id = current_story.id;
    // Leaving for a page without a story must not tear down this one first.
    let id = Memo::new(move |last: Option<&Option<StoryId>>| id.get().or(last.copied().flatten()));
    show(move || match id.get() {
        Some(id) => page(id),
        None => view! { <NotFound/> }.into_any(),
    })
}
