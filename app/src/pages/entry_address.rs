//! Addresses that lead to one entry of a page, and what happens when one is followed: the entry is scrolled to and
//! marked.

use crate::{
    browser,
    live::{Studio, memo, page_query},
};
use domain::{NoticeLevel, StoryId};
use leptos::prelude::*;

/// The name of the brief among the entries of a story's page.
pub const BRIEF: &str = "brief";

/// For so many frames an entry is waited for that is not on the page yet.
const FRAMES: u32 = 90;

/// The address of an entry: of the outline or of the world, by its id.
pub fn entry_address(story: StoryId, page: &str, entry: impl std::fmt::Display) -> String {
    format!("/stories/{story}/{page}?entry={entry}")
}

/// The address of a story's brief.
pub fn brief_address(story: StoryId) -> String {
    format!("/stories/{story}?entry={BRIEF}")
}

/// The entry that the address names.
pub fn named_entry() -> Memo<Option<String>> {
    let query = page_query();
    memo(move || query.with(|query| query.get("entry")))
}

/// Brings the entry that the address names before the reader, on a page whose entries carry their name as
/// `data-entry`.
pub fn reveal_named_entry() {
    let (studio, entry) = (Studio::get(), named_entry());
    Effect::new(move |_| {
        if let Some(entry) = entry.get() {
            request_animation_frame(move || reveal(studio, &entry, FRAMES));
        }
    });
}

fn reveal(studio: Studio, entry: &str, frames: u32) {
    if browser::reveal_entry(entry) {
        return;
    }
    if frames == 0 {
        let says = "What the link leads to is no longer on this page.";
        studio.show_message(NoticeLevel::Warn, says);
        return;
    }
    let entry = entry.to_owned();
    request_animation_frame(move || reveal(studio, &entry, frames - 1));
}
