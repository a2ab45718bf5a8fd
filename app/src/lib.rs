//! The studio: pages, components, server functions, live state.
//!
//! Architecture invariant: what is read is read with resources and rendered by the server; what is
//! changed goes through server functions; what happens meanwhile comes in over one event stream
//! ([`live::stream`]) and lands in one context ([`live::Studio`]).

// Views are deeply nested types.
#![recursion_limit = "256"]

mod api;
mod browser;
#[cfg(any(feature = "ssr", test))]
mod choose;
mod components;
mod live;
mod pages;
#[cfg(feature = "ssr")]
mod shell;
mod words;

#[cfg(feature = "ssr")]
pub use shell::shell;

use components::{Dock, Notices, Rail, page::Arrived};
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{
    SsrMode,
    components::{FlatRoutes, Route, Router},
    path,
};
use live::{Here, Studio, stream};
use pages::{
    library::Library, new_story::NewStoryPage, not_found::NotFound, outline::outline,
    overview::overview, queue::Queue, settings::SettingsPage, story_scope::in_story, world::world,
    write::write,
};

/// The studio.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    let studio = Studio::provide();
    stream::open(studio);
    Effect::new(|_| browser::mark_document("data-ready", Some("")));
    view! {
        <Router>
            <Frame/>
        </Router>
    }
}

/// Rail, page and dock: the four places that are always the same.
#[component]
fn Frame() -> AnyView {
    let here = Here::provide(Studio::here());
    provide_context(Arrived(StoredValue::new(here.path.get_untracked())));
    // Every page arrives whole: no part of it streams in later, so it can be read without scripts.
    let whole = SsrMode::Async;
    view! {
        <a class="skip" href="#main">
            "Skip to the page"
        </a>
        <div class="studio">
            <Rail/>
            <div class="place">
                <FlatRoutes fallback=NotFound>
                    <Route path=path!("/") view=Library ssr=whole.clone()/>
                    <Route path=path!("/stories/new") view=NewStoryPage ssr=whole.clone()/>
                    <Route
                        path=path!("/stories/:id")
                        view=|| in_story(overview)
                        ssr=whole.clone()
                    />
                    <Route
                        path=path!("/stories/:id/write")
                        view=|| in_story(write)
                        ssr=whole.clone()
                    />
                    <Route
                        path=path!("/stories/:id/write/:number")
                        view=|| in_story(write)
                        ssr=whole.clone()
                    />
                    <Route
                        path=path!("/stories/:id/world")
                        view=|| in_story(world)
                        ssr=whole.clone()
                    />
                    <Route
                        path=path!("/stories/:id/outline")
                        view=|| in_story(outline)
                        ssr=whole.clone()
                    />
                    <Route path=path!("/queue") view=Queue ssr=whole.clone()/>
                    <Route path=path!("/settings") view=SettingsPage ssr=whole/>
                </FlatRoutes>
            </div>
            <Notices/>
            <Dock/>
        </div>
    }
    .into_any()
}
