//! Where a search led into a chapter: how many matches it has, and the way to the others and back to the results.

use super::{chapter_view::ChapterView, passage::passage_address};
use crate::{
    commands::search_address,
    components::{Icon, show},
    live::{memo, page_query},
};
use domain::{StoryId, text::quoted};
use leptos::prelude::*;
use leptos_router::location::Url;

/// The address of the first match of a search in a chapter: what was found there, and what was looked for.
pub fn hit_address(story: StoryId, number: u32, found: &str, phrase: &str) -> String {
    match_address(story, number, found, 1, phrase)
}

fn match_address(story: StoryId, number: u32, found: &str, place: usize, phrase: &str) -> String {
    let passage = passage_address(story, number, found, place);
    format!("{passage}&q={}", Url::escape(phrase))
}

/// The bar, while the address names a search.
#[component]
pub(super) fn FoundBar(view: ChapterView) -> AnyView {
    let query = page_query();
    let phrase = memo(move || query.with(|query| query.get("q")));
    let (story, number, passage) = (view.story, view.number, view.passage);
    show(move || {
        let phrase = phrase.get()?;
        let (found, place) = passage.wanted.get()?;
        let count = passage.places.with(Vec::len);
        let at = (place - 1).checked_rem(count)?;
        let to = |at: usize| match_address(story, number, &found, at + 1, &phrase);
        let step = |to: String, name: &'static str, icon: Icon| {
            view! {
                <a class="button quiet bare" href=to aria-label=name title=name>
                    {icon.view()}
                </a>
            }
        };
        let steps = (count > 1).then(|| {
            view! {
                {step(to((at + count - 1) % count), "Previous match", Icon::Up)}
                {step(to((at + 1) % count), "Next match", Icon::Down)}
            }
        });
        let results = format!("{}?q={}", search_address(Some(story)), Url::escape(&phrase));
        Some(view! {
            <div class="found-bar" role="group" aria-label="Search results in this chapter">
                <p role="status">
                    {quoted(&phrase)} {format!(": {} of {count} in this chapter", at + 1)}
                </p>
                {steps}
                <a class="button quiet" href=results>
                    "All results"
                </a>
                {step(format!("/stories/{story}/write/{number}"), "Close", Icon::Close)}
            </div>
        })
    })
}
