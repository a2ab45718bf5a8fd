//! Find and replace in a whole story: a live preview of every place, and the way back.

mod fields;
mod history;
mod preview;

pub(super) use preview::within;

use crate::{
    components::{
        Button, ErrorMessage, Main, PageTitle, PlaceSelection, ReplacePreviewList, loaded, show,
    },
    formatting,
    live::{CurrentStory, memo},
};
use domain::{Story, StoryId};
use fields::{PatternFields, PatternForm};
use history::Replacements;
use leptos::prelude::*;
use preview::Previewed;

/// `/stories/:id/replace`
pub fn replace(id: StoryId) -> AnyView {
    let current_story = CurrentStory::get();
    loaded(
        move || current_story.outcome(id),
        move || {
            let story = current_story.story(id);
            view! { <ReplacePage id story/> }.into_any()
        },
    )
}

#[component]
fn ReplacePage(id: StoryId, story: Memo<Story>) -> AnyView {
    let fields = PatternFields::of_address(id);
    let preview = Previewed::new(id, fields.pattern);
    fields.keep_in_address();
    view! {
        <PageTitle text=move || story.with(|story| format!("Find and replace · {} · Fablewright", story.title))/>
        <Main class="replace-page">
            <header class="head">
                <h1 id="title">"Find and replace"</h1>
                <a class="button quiet" href=format!("/stories/{id}/search")>
                    "Search"
                </a>
            </header>
            <PatternForm fields preview/>
            <Preview preview/>
            <Replacements story=id/>
        </Main>
    }
    .into_any()
}

/// The places, how many of them are chosen, and the button that replaces them.
#[component]
fn Preview(preview: Previewed) -> AnyView {
    let selection: PlaceSelection = preview.selection;
    let chosen = memo(move || {
        preview
            .parts
            .with(|parts| preview.places.with(|places| selection.count(parts, places)))
    });
    let summary = move || preview.summary(chosen.get());
    let disabled = Signal::derive(move || {
        chosen.get() == 0 || preview.is_outdated() || preview.replacing.pending().get()
    });
    let has_places = memo(move || preview.places.with(|places| !places.is_empty()));
    let label = move || match chosen.get() {
        1 => "Replace 1 place".to_owned(),
        chosen => format!("Replace {} places", formatting::count(chosen.into())),
    };
    view! {
        <p class="muted summary" role="status">
            {show(summary)}
        </p>
        <ErrorMessage error=preview.other_error()/>
        {show(move || {
            preview
                .changed_meanwhile
                .get()
                .then(|| {
                    view! {
                        <p role="alert" class="error-message">
                            "The story changed meanwhile, and nothing was replaced. The places below are as \
                             they are now. Check them and replace again."
                        </p>
                    }
                })
        })}
        <ErrorMessage error=preview.replace_error()/>
        {show(move || {
            has_places
                .get()
                .then(|| {
                    view! {
                        <div class="row">
                            <Button kind="primary" disabled on_press=move || preview.replace()>
                                {show(label)}
                            </Button>
                        </div>
                    }
                })
        })}
        <ReplacePreviewList parts=preview.parts places=preview.places selection/>
        <ErrorMessage error=preview.fetching.error()/>
        {show(move || {
            let more = preview.more.get();
            (more > 0)
                .then(|| {
                    view! {
                        <div class="row">
                            <Button
                                disabled=preview.fetching.pending()
                                on_press=move || preview.fetch_more()
                            >
                                "Show more places"
                            </Button>
                            <span class="muted">
                                {format!(
                                    "{} more. They change with the others, unless you leave out their chapter.",
                                    formatting::count(more.into()),
                                )}
                            </span>
                        </div>
                    }
                })
        })}
    }
    .into_any()
}
