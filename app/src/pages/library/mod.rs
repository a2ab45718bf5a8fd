//! The library: every story.

mod card;
pub mod manage;
mod toolbar;
mod view;

use super::{dock::lazy_part, lazy_pages::LazyPage};
use crate::{
    api::{ApiResult, stories::list_library},
    components::{
        Button, EmptyState, ErrorMessage, Main, PageTitle, UnsavedLink, loaded, rows, show,
    },
    live::{LiveResource, Studio, memo},
    scroll,
};
use card::StoryCard;
use domain::{Library, Status, StoryFilter, StoryId};
use leptos::prelude::*;
use std::collections::HashSet;
use toolbar::Toolbar;
use view::{LibraryView, escaped};

/// The key under which the number of shown stories is stored.
const SHOWN_KEY: &str = "library-shown";

/// How many stories are shown at first, and added by "Show more".
const PAGE: u32 = 24;

/// What the parts of the page share. Copies share everything.
#[derive(Clone, Copy)]
pub struct LibraryContext {
    /// How the library is shown.
    pub view: Memo<LibraryView>,
    /// What is shown.
    pub library: Memo<Library>,
    /// Whether stories are being selected.
    pub is_selecting: RwSignal<bool>,
    /// Those that are selected, seen or not.
    pub selected: RwSignal<HashSet<StoryId>>,
    /// The story whose menu is open.
    pub managed: RwSignal<Option<StoryId>>,
}

/// `/`
#[component]
pub fn LibraryPage() -> AnyView {
    let studio = Studio::get();
    let view = LibraryView::of_address();
    let shown = RwSignal::new(PAGE);
    // Whose runs begin or end: that changes what is listed as being generated.
    let generating = memo(move || {
        studio.with_live_state(|state| {
            let runs = state.map(|state| state.runs.iter()).into_iter().flatten();
            let open = runs.filter(|run| matches!(run.status, Status::Queued | Status::Running));
            open.map(|run| run.story).collect::<Vec<_>>()
        })
    });
    let follow = move || {
        studio.library.track();
        view.track();
        shown.track();
        generating.track();
    };
    let library = LiveResource::new(follow, move || {
        list_library(
            view.with_untracked(LibraryView::query),
            shown.get_untracked(),
        )
    });
    Effect::new(move |before: Option<LibraryView>| {
        let now = view.get();
        now.remember();
        // Another list begins at its beginning.
        if before.is_some_and(|before| before != now) {
            shown.set(PAGE);
        }
        now
    });
    view! {
        <PageTitle text="Library · Fablewright"/>
        {loaded(
            move || library.outcome(),
            move || {
                let context = LibraryContext {
                    view,
                    library: library.value(),
                    is_selecting: RwSignal::new(false),
                    selected: RwSignal::default(),
                    managed: RwSignal::new(None),
                };
                keep_count(shown, context.library);
                let failed = Signal::derive(move || library.outcome().and_then(ApiResult::err));
                view! {
                    <LibraryMain context shown>
                        <ErrorMessage error=failed/>
                    </LibraryMain>
                }
                    .into_any()
            },
        )}
    }
    .into_any()
}

/// Back and a reload show as many stories as were shown before, and then restore the scroll position.
fn keep_count(shown: RwSignal<u32>, library: Memo<Library>) {
    Effect::new(move |begun: Option<()>| {
        let count = shown.get();
        if begun.is_some() {
            scroll::store(SHOWN_KEY, &count.to_string());
            return;
        }
        let before = scroll::load(SHOWN_KEY).filter(|_| scroll::is_return());
        let before = before.and_then(|count| count.parse().ok());
        if let Some(before) = before.filter(|before| *before > count) {
            shown.set(before);
        }
    });
    Effect::new(move |_| {
        let is_whole = library.with(|library| {
            let stories = &library.stories;
            stories.next.is_none() || stories.items.len() >= shown.get_untracked() as usize
        });
        if is_whole {
            scroll::restore_rest();
        }
    });
}

#[component]
fn LibraryMain(context: LibraryContext, shown: RwSignal<u32>, children: Children) -> AnyView {
    let LibraryContext { view, library, .. } = context;
    // No story at all: then there is nothing to look for or to sort.
    let is_empty = memo(move || {
        let is_whole = view.with(|view| view.words.is_empty());
        is_whole && library.with(|library| library.counts.of(StoryFilter::Any) == 0)
    });
    let finds_nothing = memo(move || library.with(|library| library.stories.items.is_empty()));
    let has_more = memo(move || library.with(|library| library.stories.next.is_some()));
    let class = memo(move || match view.with(|view| view.is_list) {
        true => "story-list",
        false => "story-grid",
    });
    let target = memo(move || library.with(|library| library.chapter_words));
    let card =
        move |story| view! { <StoryCard story context target=target.get_untracked()/> }.into_any();
    view! {
        <Main>
            <header class="head">
                <h1 id="title">"Library"</h1>
                <div class="row">
                    <a class="button quiet" href="/import">
                        "Import"
                    </a>
                    <a class="button quiet" href="/trash">
                        "Trash"
                    </a>
                    {show(move || (!is_empty.get()).then(new_story))}
                </div>
            </header>
            <UnsavedLink/>
            {show(move || match is_empty.get() {
                true => {
                    view! {
                        <EmptyState text="Your stories will appear here. One sentence about what happens is \
                                     enough to start.">
                            {new_story()}
                        </EmptyState>
                    }
                        .into_any()
                }
                false => view! { <Toolbar context/> }.into_any(),
            })}
            {children()}
            {show(move || (finds_nothing.get() && !is_empty.get()).then(|| nothing_found(&view.get())))}
            <ul class=class aria-label="Stories">
                {rows(
                    move || library.with(|library| library.stories.items.clone()),
                    move |story| {
                        (
                            (story.id, story.version, story.words, story.updated_at),
                            (story.chapters, story.chapters_written, target.get_untracked(), story.cover),
                        )
                    },
                    card,
                )}
            </ul>
            {show(move || {
                has_more
                    .get()
                    .then(|| {
                        view! {
                            <div class="row">
                                <Button on_press=move || shown.update(|shown| *shown += PAGE)>
                                    "Show more"
                                </Button>
                            </div>
                        }
                    })
            })}
            {lazy_part(
                LazyPage::ManageStories(context),
                move || context.is_selecting.get() || context.managed.with(Option::is_some),
            )}
        </Main>
    }
    .into_any()
}

fn new_story() -> AnyView {
    view! { <a class="button primary" href="/stories/new">"New story"</a> }.into_any()
}

/// What a list without stories says, and the way out of it.
fn nothing_found(view: &LibraryView) -> AnyView {
    let words = view.words.trim();
    let text = match view.filter {
        _ if !words.is_empty() => {
            format!("No story here has “{words}” in its title, author, premise or genre.")
        }
        StoryFilter::All | StoryFilter::Any => "All your stories are archived.".to_owned(),
        StoryFilter::InProgress => "No story is in progress.".to_owned(),
        StoryFilter::Finished => {
            "No story is finished yet. A story is finished when all its chapters are written."
                .to_owned()
        }
        StoryFilter::Generating => "Nothing is being generated right now.".to_owned(),
        StoryFilter::Archived => {
            "No story is archived. Archive a story to take it off the list without deleting it."
                .to_owned()
        }
    };
    let (to, label) = match view.filter {
        StoryFilter::All if words.is_empty() => (StoryFilter::Archived, "Show archived stories"),
        _ => (StoryFilter::All, "Show all stories"),
    };
    let to = LibraryView {
        filter: to,
        words: String::new(),
        ..view.clone()
    };
    let in_texts = (!words.is_empty()).then(|| {
        let address = format!("/search?q={}", escaped(words));
        view! {
            <a class="button" href=address>
                "Search all texts"
            </a>
        }
    });
    view! {
        <EmptyState text>
            <div class="row">
                {in_texts} <a class="button" href=to.address()>
                    {label}
                </a>
            </div>
        </EmptyState>
    }
    .into_any()
}
