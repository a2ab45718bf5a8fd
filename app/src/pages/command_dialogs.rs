//! The place of the palette and of the sheet of shortcuts on every page. Both are in the second file (`lazy_pages`),
//! which is loaded when one of them is opened first.

use super::lazy_pages::{self, LazyPage};
use crate::{api::StudioError, commands::CommandDialogs, components::show, live::Studio};
use leptos::{prelude::*, task::spawn_local};

/// The dialogs, while they are open.
#[component]
pub fn OpenCommandDialogs() -> AnyView {
    let dialogs = CommandDialogs::get();
    [
        opened(dialogs.palette, LazyPage::Palette),
        opened(dialogs.shortcuts, LazyPage::ShortcutSheet),
    ]
    .into_any()
}

fn opened(open: RwSignal<bool>, part: LazyPage) -> AnyView {
    let studio = Studio::get();
    let arrived = RwSignal::new(false);
    show(move || {
        if !open.get() {
            return None;
        }
        let dialog = lazy_pages::open_if_loaded(part);
        if dialog.is_none() {
            arrived.track();
            spawn_local(async move {
                if lazy_pages::preload().await.is_ok() {
                    arrived.try_set(true);
                } else {
                    open.try_set(false);
                    studio.show_error(&StudioError::new(
                        "unreachable",
                        "Part of the studio could not be loaded. Nothing is lost. Try again.",
                    ));
                }
            });
        }
        dialog
    })
}
