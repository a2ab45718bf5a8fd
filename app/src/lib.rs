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
mod focus;
mod formatting;
mod keyboard;
mod last_open;
mod live;
mod locale;
mod numbers;
mod pages;
mod scroll;
#[cfg(feature = "ssr")]
mod shell;

#[cfg(feature = "ssr")]
pub use api::{log_failure, status_of};
#[cfg(feature = "ssr")]
pub use shell::shell;

use components::{Notices, Rail, page::FocusedPath};
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{
    SsrMode,
    components::{FlatRoutes, Route, Router},
    path,
};
use live::{CurrentStory, Studio, stream, tabs};
use pages::{dock::Dock, lazy_pages::LazyPage, library::LibraryPage, not_found::NotFound};

/// The studio.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    let studio = Studio::provide();
    stream::open(studio);
    Effect::new(|_| {
        tabs::register();
        keyboard::guard_composition();
        focus::watch();
        scroll::watch_history();
        browser::set_root_attribute("data-ready", Some(""));
    });
    view! {
        <Router>
            <Layout/>
        </Router>
    }
}

/// Takes over the page that the server rendered.
///
/// A page with a part of the second file waits for that file first: hydration itself is done in one go.
#[cfg(feature = "hydrate")]
pub async fn hydrate() {
    let path = window().location().pathname().unwrap_or_default();
    // What the server rendered needs its code at once.
    let dock = document().query_selector(pages::dock::DOCK_SELECTOR);
    let with_dock = dock.is_ok_and(|dock| dock.is_some());
    if (with_dock || pages::lazy_pages::is_lazy(&path))
        && pages::lazy_pages::preload().await.is_err()
    {
        browser::warn(
            "You can read this page but not use it: part of the studio could not be loaded. Reload to try \
             again.",
        );
        return;
    }
    hydrate_body(App);
}

/// Leads to the page itself: a link within the page would only scroll there.
fn skip(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    browser::focus("main");
}

/// Rail, page and dock: the four places that are always the same.
#[component]
fn Layout() -> AnyView {
    let current_story = CurrentStory::provide(Studio::get());
    provide_context(FocusedPath(StoredValue::new(
        current_story.path.get_untracked(),
    )));
    // Every page arrives whole: no part of it streams in later, so it can be read without scripts.
    let whole = SsrMode::Async;
    view! {
        <a class="skip" href="#main" on:click=skip>
            "Skip to main content"
        </a>
        <div class="studio">
            <Rail/>
            <div class="place">
                <FlatRoutes fallback=NotFound>
                    <Route path=path!("/") view=LibraryPage ssr=whole.clone()/>
                    <Route path=path!("/stories/new") view=LazyPage::NewStory ssr=whole.clone()/>
                    <Route path=path!("/stories/:id") view=LazyPage::Overview ssr=whole.clone()/>
                    <Route path=path!("/stories/:id/write") view=LazyPage::Write ssr=whole.clone()/>
                    <Route
                        path=path!("/stories/:id/write/:number")
                        view=LazyPage::Write
                        ssr=whole.clone()
                    />
                    <Route path=path!("/stories/:id/world") view=LazyPage::World ssr=whole.clone()/>
                    <Route path=path!("/stories/:id/outline") view=LazyPage::Outline ssr=whole.clone()/>
                    <Route path=path!("/unsaved") view=LazyPage::Unsaved ssr=whole.clone()/>
                    <Route path=path!("/queue") view=LazyPage::Queue ssr=whole.clone()/>
                    <Route path=path!("/settings") view=LazyPage::Settings ssr=whole.clone()/>
                    <Route path=path!("/trash") view=LazyPage::Trash ssr=whole/>
                </FlatRoutes>
            </div>
            <Notices/>
            <Dock/>
        </div>
    }
    .into_any()
}
