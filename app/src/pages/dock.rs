//! The place of the dock on every page. What it shows while something is generated is in the second file
//! (`lazy_pages`), so that the library loads without it while nothing runs.

use super::lazy_pages::{self, LazyPage, NOT_LOADED};
use crate::{
    components::{awaited, show},
    live::{Studio, memo},
};
use domain::NoticeLevel;
use leptos::{prelude::*, task::spawn_local};

/// The class by which a page that was rendered with the dock is known.
#[cfg(feature = "hydrate")]
pub const DOCK_SELECTOR: &str = ".dock";

/// The dock, while a run is in flight or waiting.
#[component]
pub fn Dock() -> AnyView {
    let studio = Studio::get();
    awaited(
        move || studio.is_seeded(),
        move || {
            lazy_part(LazyPage::Dock, move || {
                studio.with_state(|state| !state.runs.is_empty())
            })
        },
    )
}

/// A part of the second file, while it is wanted.
pub fn lazy_part(part: LazyPage, wanted: impl Fn() -> bool + Send + Sync + 'static) -> AnyView {
    let studio = Studio::get();
    let arrived = RwSignal::new(false);
    let wanted = memo(wanted);
    show(move || {
        if !wanted.get() {
            return None;
        }
        let opened = lazy_pages::open_if_loaded(part);
        if opened.is_none() {
            arrived.track();
            // If the file can't be loaded, try again when the connection is back.
            studio.connection.track();
            spawn_local(async move {
                let is_loaded = lazy_pages::preload().await.is_ok();
                if is_loaded {
                    arrived.try_set(true);
                } else if !matches!(part, LazyPage::Dock) {
                    // Somebody pressed a button for it.
                    studio.show_message(NoticeLevel::Error, NOT_LOADED);
                }
            });
        }
        opened
    })
}
