//! The app: its live context, and what every page stands in, with the routes to the pages.

use crate::{
    browser,
    commands::CommandDialogs,
    components::{Notices, Rail, page::FocusedPath},
    focus, keyboard,
    live::{CurrentStory, Studio, stream, tabs},
    pages::{
        command_dialogs::OpenCommandDialogs, dock::Dock, lazy_pages::LazyPage,
        library::LibraryPage, not_found::NotFound,
    },
    scroll,
};
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{
    SsrMode,
    components::{FlatRoutes, Route, Router},
    path,
};

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

/// Leads to the page itself: a link within the page would only scroll there.
fn skip(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    browser::focus("main");
}

/// Rail, page and dock: the four places that are always the same.
#[component]
fn Layout() -> AnyView {
    let current_story = CurrentStory::provide(Studio::get());
    CommandDialogs::provide(current_story);
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
                    <Route path=path!("/stories/:id/:part") view=LazyPage::StoryPart ssr=whole.clone()/>
                    <Route path=path!("/search") view=LazyPage::Search ssr=whole.clone()/>
                    <Route path=path!("/import") view=LazyPage::Import ssr=whole.clone()/>
                    <Route path=path!("/import/:id") view=LazyPage::ImportPreview ssr=whole.clone()/>
                    <Route path=path!("/unsaved") view=LazyPage::Unsaved ssr=whole.clone()/>
                    <Route path=path!("/queue") view=LazyPage::Queue ssr=whole.clone()/>
                    <Route path=path!("/settings") view=LazyPage::Settings ssr=whole.clone()/>
                    <Route
                        path=path!("/settings/backups")
                        view=LazyPage::Backups
                        ssr=whole.clone()
                    />
                    <Route
                        path=path!("/settings/backups/:id")
                        view=LazyPage::Backup
                        ssr=whole.clone()
                    />
                    <Route path=path!("/trash") view=LazyPage::Trash ssr=whole/>
                </FlatRoutes>
            </div>
            <Notices/>
            <Dock/>
            <OpenCommandDialogs/>
        </div>
    }
    .into_any()
}
