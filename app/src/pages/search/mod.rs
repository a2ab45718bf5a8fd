//! Search: what is typed is looked for in the texts of one story or of all, as it is typed.

mod groups;
mod query;
mod results;

use crate::{
    browser,
    commands::search_address,
    components::{Main, PageTitle, SearchField, loaded, show},
    list_keys::ListStep,
    live::{CurrentStory, LiveResource, memo},
    scroll,
};
use domain::{StoryId, search::MAX_QUERY};
use leptos::{ev::KeyboardEvent, prelude::*};
use leptos_router::location::Url;
use query::{Answer, Query, look_for, phrase_address};
use results::Results;

const FIELD: &str = "search-field";

/// What can be moved to with the arrow keys.
const HITS: &str = "#results a.hit";

/// `/search`
#[component]
pub fn SearchPage() -> AnyView {
    search_page(None)
}

/// `/stories/:id/search`
pub fn search_story(id: StoryId) -> AnyView {
    search_page(Some(id))
}

fn search_page(story: Option<StoryId>) -> AnyView {
    let current_story = CurrentStory::get();
    let query = Query::new(story);
    query.ask_as_one_types();
    let asked = query.asked;
    let first = LiveResource::new(
        || (),
        move || {
            let phrase = asked.get_untracked();
            async move { Ok(look_for(story, phrase).await) }
        },
    );
    loaded(
        move || {
            let of_story = story.map_or(Some(Ok(())), |story| current_story.outcome(story));
            crate::components::page::all_loaded([of_story, first.outcome()])
        },
        move || {
            let first = first.value().get_untracked();
            view! { <SearchView query first/> }.into_any()
        },
    )
}

#[component]
fn SearchView(query: Query, first: Answer) -> AnyView {
    let Query {
        story,
        typed,
        asked,
        ..
    } = query;
    let (first, look) = query.answers(first);
    let title = move || match asked.get() {
        asked if asked.is_empty() => "Search · Fablewright".to_owned(),
        asked => format!("{asked} · Search · Fablewright"),
    };
    Effect::new(move |_| {
        // Whoever comes back begins at the results.
        if !scroll::is_return() {
            request_animation_frame(|| browser::focus(FIELD));
        }
    });
    let keys = move |event: KeyboardEvent| {
        let in_field = browser::is_typing();
        let step = match ListStep::of(&event) {
            // In the field the other keys are for its text.
            Some(ListStep::Next) if in_field => ListStep::First,
            Some(_) | None if in_field => return,
            Some(ListStep::Previous) if browser::is_first_focused(HITS) => {
                browser::focus(FIELD);
                event.prevent_default();
                return;
            }
            Some(step) => step,
            None => return,
        };
        if browser::step_focus(HITS, step) {
            event.prevent_default();
        }
    };
    view! {
        <PageTitle text=title/>
        <Main class="search-page">
            <div on:keydown=keys>
                <header class="head">
                    <h1 id="title">"Search"</h1>
                    {show(move || story.map(|story| replace_link(story, asked)))}
                </header>
                <form
                    role="search"
                    action=search_address(story)
                    on:submit=move |event| {
                        event.prevent_default();
                        query.ask.run(typed.get_untracked());
                    }
                >
                    <SearchField id=FIELD label="Search for" value=typed max_length=MAX_QUERY/>
                </form>
                <Places query/>
                <Results query first look/>
            </div>
        </Main>
    }
    .into_any()
}

/// The way to replacing what is looked for.
fn replace_link(story: StoryId, asked: RwSignal<String>) -> AnyView {
    let to = memo(move || {
        let find = asked.get();
        match find.is_empty() {
            true => format!("/stories/{story}/replace"),
            false => format!("/stories/{story}/replace?find={}", Url::escape(&find)),
        }
    });
    view! {
        <a class="button quiet" href=to>
            "Find and replace"
        </a>
    }
    .into_any()
}

/// Where to search: in the story at hand, or in all of them.
#[component]
fn Places(query: Query) -> AnyView {
    let Query { story, asked, .. } = query;
    let at_hand = CurrentStory::get().rail_id;
    let chip = move |place: Option<StoryId>, label: &'static str| {
        view! {
            <a
                class="chip"
                href=memo(move || phrase_address(place, &asked.get()))
                aria-current=(place == story).then_some("true")
            >
                {label}
            </a>
        }
        .into_any()
    };
    view! {
        <nav class="chips" aria-label="Search in">
            {show(move || at_hand.get().map(|story| chip(Some(story), "This story")))}
            {chip(None, "All stories")}
        </nav>
    }
    .into_any()
}
