//! The studio: pages, components, server functions, live state.
//!
//! Architecture invariant: what is read is read with resources and rendered by the server; what is
//! changed goes through server functions; what happens meanwhile comes in over one event stream
//! ([`live::stream`]) and lands in one context ([`live::Studio`]).

// Views are deeply nested types.
#![recursion_limit = "256"]
// `#[component]` and `#[server]` write public items beside a function, whatever its own visibility.
#![allow(unreachable_pub)]

mod api;
mod app;
mod appearance;
mod browser;
#[cfg(any(feature = "ssr", test))]
mod choose;
mod commands;
mod components;
mod cookies;
mod focus;
mod formatting;
mod keyboard;
mod last_open;
mod list_keys;
mod live;
mod locale;
mod numbers;
mod pages;
mod scroll;
#[cfg(feature = "ssr")]
mod shell;
mod shortcuts;

#[cfg(feature = "ssr")]
pub use api::{ERROR_CLASSES, ErrorClass, error_class, log_failure};
#[cfg(feature = "ssr")]
pub use shell::shell;

pub use app::App;

/// Takes over the page that the server rendered.
///
/// A page with a part of the second file waits for that file first: hydration itself is done in one go.
#[cfg(feature = "hydrate")]
pub async fn hydrate() {
    use leptos::prelude::*;

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
