//! The way to a passage: the link of a finding, and what happens when it is followed.

use super::{chapter_view::ChapterView, passage::passage_address};
use crate::{
    browser,
    components::{PASSAGE_ID, show},
    live::memo,
};
use domain::{passage::find, text::quoted};
use leptos::prelude::*;

/// The id of the message that the passage is not there; it takes the focus then.
const MISSING_ID: &str = "passage-lost";

/// Brings the passage before the reader: each time the address names one, and when it is asked for again.
pub(super) fn scroll_to(view: ChapterView) {
    let passage = view.passage;
    Effect::new(move |_| {
        passage.again.track();
        let Some((quote, place)) = passage.wanted.get() else {
            return;
        };
        browser::close_popover("notes");
        view.show_own_text();
        // Once the text is there with its mark.
        request_animation_frame(move || {
            if view.editing.try_get_untracked() == Some(true) {
                browser::select_passage(".editor textarea", |text| {
                    let places = find(&quote, text);
                    let at = (place - 1).checked_rem(places.len())?;
                    places.get(at).cloned()
                });
            } else if !browser::reveal(PASSAGE_ID) {
                browser::reveal(MISSING_ID);
            }
        });
    });
}

/// A passage as a finding quotes it, and the way to it in the text.
#[component]
pub(super) fn QuoteLink(view: ChapterView, quote: String) -> AnyView {
    let (story, number, passage) = (view.story, view.number, view.passage);
    let wanted = quote.clone();
    let next = memo(move || passage.next(&wanted));
    let target = quote.clone();
    let href = move || next.with(|(place, _)| passage_address(story, number, &target, *place));
    view! {
        <a class="quote" href=href on:click=move |_| passage.again.update(|times| *times += 1)>
            {quote}
        </a>
        {show(move || {
            next.get().1.map(|place| view! { <span class="muted">" " {place}</span> })
        })}
    }
    .into_any()
}

/// Says so where the passage is no longer in the text.
#[component]
pub(super) fn MissingPassage(view: ChapterView) -> AnyView {
    let passage = view.passage;
    let lost = memo(move || {
        let (quote, _) = passage.wanted.get()?;
        passage.places.with(Vec::is_empty).then_some(quote)
    });
    let address = format!("/stories/{}/write/{}", view.story, view.number);
    show(move || {
        let quote = lost.get()?;
        Some(view! {
            <div class="beside" id=MISSING_ID tabindex="-1">
                <p>"This passage is no longer in the chapter: " {quoted(&quote)}</p>
                <a class="button quiet" href=address.clone()>
                    "Close"
                </a>
            </div>
        })
    })
}
