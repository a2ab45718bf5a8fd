//! The place of the dock on every page. What it shows while something is generated is in the second file
//! (`lazy_pages`), so that the library loads without it while nothing runs.

use super::lazy_pages::{self, LazyPage};
use crate::{
    components::{awaited, show},
    live::{Studio, memo},
};
use leptos::{prelude::*, task::spawn_local};

/// The class by which a page that was rendered with the dock is known.
#[cfg(feature = "hydrate")]
pub const DOCK_SELECTOR: &str = ".dock";

/// The dock, while a run is in flight or waiting.
#[component]
pub fn Dock() -> AnyView {
    let studio = Studio::get();
    let arrived = RwSignal::new(false);
    awaited(
        move || studio.is_seeded(),
        move || {
            let any = memo(move || studio.with_state(|state| !state.runs.is_empty()));
            show(move || {
                if !any.get() {
                    return None;
                }
                let dock = lazy_pages::open_if_loaded(LazyPage::Dock);
                if dock.is_none() {
                    arrived.track();
                    // If the file can't be loaded, try again when the connection is back.
                    studio.connection.track();
                    spawn_local(async move {
                        if lazy_pages::preload().await.is_ok() {
                            arrived.try_set(true);
                        }
                    });
                }
                dock
            })
        },
    )
}
