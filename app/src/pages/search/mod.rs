//! Search: what is typed is looked for in the texts of one story or of all, as it is typed.

mod groups;
mod results;

use crate::{
    api::{StudioError, search::search},
    browser,
    commands::search_address,
    components::{Main, PageTitle, SearchField, loaded, show},
    list_keys::ListStep,
    live::{CurrentStory, LiveResource, memo, page_query},
    scroll,
};
use domain::{Page, SearchHit, StoryId, search::MAX_QUERY};
use leptos::{
    ev::KeyboardEvent, leptos_dom::helpers::TimeoutHandle, prelude::*, task::spawn_local,
};
use leptos_router::{NavigateOptions, hooks::use_navigate, location::Url};
use results::Results;
use serde::{Deserialize, Serialize};
use std::time::Duration;

const FIELD: &str = "search-field";

/// What can be moved to with the arrow keys.
const HITS: &str = "#results a.hit";

/// After the last letter it takes so long until the search begins.
const TYPING_PAUSE: Duration = Duration::from_millis(200);

/// What was found for a phrase, first page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Answer {
    phrase: String,
    found: Result<Page<SearchHit>, StudioError>,
}

/// What is looked for, and where. Copies share everything.
#[derive(Clone, Copy)]
struct Query {
    story: Option<StoryId>,
    /// What is in the field.
    typed: RwSignal<String>,
    /// What is looked for: the address has it, too.
    asked: RwSignal<String>,
    /// Looks for something now.
    ask: Callback<String>,
}

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

async fn look_for(story: Option<StoryId>, phrase: String) -> Answer {
    let found = match phrase.is_empty() {
        true => Ok(Page {
            items: Vec::new(),
            next: None,
        }),
        false => search(story, phrase.clone(), None).await,
    };
    Answer { phrase, found }
}

impl Query {
    fn new(story: Option<StoryId>) -> Self {
        let navigate = use_navigate();
        let in_address = phrase_in_address();
        let asked = RwSignal::new(in_address.get_untracked());
        let typed = RwSignal::new(in_address.get_untracked());
        // A link, Back or Forward may lead to another phrase on the same page.
        Effect::new(move |before: Option<String>| {
            let phrase = in_address.get();
            if before.is_some_and(|before| before != phrase) && asked.get_untracked() != phrase {
                typed.set(phrase.clone());
                asked.set(phrase.clone());
            }
            phrase
        });
        let ask = Callback::new(move |phrase: String| {
            let phrase = shortened(&phrase);
            if asked.get_untracked() != phrase {
                let options = NavigateOptions {
                    replace: true,
                    scroll: false,
                    ..NavigateOptions::default()
                };
                let to = phrase_address(story, &phrase);
                asked.set(phrase);
                navigate(&to, options);
            }
        });
        Self {
            story,
            typed,
            asked,
            ask,
        }
    }

    /// The answer to what was asked last, and the way to ask for it again. A slow answer to an earlier phrase holds
    /// up nothing and is left out.
    fn answers(self, first: Answer) -> (Memo<Answer>, Callback<()>) {
        let Self { story, asked, .. } = self;
        let latest = RwSignal::new(first);
        let look = Callback::new(move |()| {
            let phrase = asked.get_untracked();
            spawn_local(async move {
                let answer = look_for(story, phrase).await;
                if asked.try_with_untracked(|asked| *asked == answer.phrase) == Some(true) {
                    latest.set(answer);
                }
            });
        });
        Effect::new(move |_| {
            let is_answered =
                asked.with(|asked| latest.with_untracked(|answer| answer.phrase == *asked));
            if !is_answered {
                look.run(());
            }
        });
        (memo(move || latest.get()), look)
    }

    fn ask_as_one_types(self) {
        let timer = StoredValue::new(None::<TimeoutHandle>);
        let stop = move || {
            if let Some(Some(timer)) = timer.try_update_value(Option::take) {
                timer.clear();
            }
        };
        on_cleanup(stop);
        Effect::new(move |before: Option<()>| {
            let typed = self.typed.get();
            stop();
            // What was typed before the page was awake is looked for, too.
            if before.is_some() || typed != self.asked.get_untracked() {
                let ask = move || self.ask.run(typed.clone());
                timer.set_value(set_timeout_with_handle(ask, TYPING_PAUSE).ok());
            }
        });
    }
}

/// The phrase that the address asks for.
fn phrase_in_address() -> Memo<String> {
    let query = page_query();
    memo(move || query.with(|query| shortened(&query.get("q").unwrap_or_default())))
}

/// As much of a phrase as is looked for.
fn shortened(phrase: &str) -> String {
    phrase.trim().chars().take(MAX_QUERY).collect()
}

/// The page on which a phrase is looked for.
fn phrase_address(story: Option<StoryId>, phrase: &str) -> String {
    let address = search_address(story);
    match phrase.is_empty() {
        true => address,
        false => format!("{address}?q={}", Url::escape(phrase)),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_in_an_address_is_not_longer_than_a_search_takes() {
        assert_eq!(shortened("  a b "), "a b");
        assert_eq!(shortened(&"é".repeat(500)).chars().count(), MAX_QUERY);
    }
}
