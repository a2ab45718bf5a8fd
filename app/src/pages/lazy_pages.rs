//! Every page but the library, and the dock: compiled into a second file, which the browser loads with the first
//! of them. The library, where everyone begins, is there the sooner.

use super::{
    backups::{BackupPage, BackupsPage},
    import::{ImportPage, ImportPreviewPage},
    new_story::NewStoryPage,
    overview::overview,
    palette::Palette,
    queue::QueuePage,
    search::SearchPage,
    settings::SettingsPage,
    shortcut_sheet::ShortcutSheet,
    story_part::story_part,
    story_scope::in_story,
    trash::TrashPage,
    unsaved::UnsavedPage,
    write::write,
};
use crate::{
    api::StudioError,
    components::{DockBar, page::PageError},
};
use leptos::{
    prelude::*,
    wasm_split::{SplitLoaderError, wasm_split},
};
use leptos_router::ChooseView;
use std::{
    pin::pin,
    task::{Context, Poll, Waker},
};

/// A part of the second file; a page is the view of a route.
#[derive(Clone, Copy)]
pub enum LazyPage {
    NewStory,
    Overview,
    Write,
    /// The page of a story that the last part of the address names.
    StoryPart,
    Import,
    ImportPreview,
    Queue,
    Settings,
    Backups,
    Backup,
    Trash,
    Unsaved,
    Search,
    /// No page of its own: the palette of commands.
    Palette,
    /// No page of its own: the sheet of shortcuts.
    ShortcutSheet,
    /// No page of its own: what is below every page while something is generated.
    Dock,
}

/// Only what is reached through here alone goes into the second file.
#[wasm_split(lazy, wasm_split_path = leptos::wasm_split, preload(preload), fallible)]
pub fn open(page: LazyPage) -> Result<AnyView, SplitLoaderError> {
    Ok(match page {
        LazyPage::NewStory => NewStoryPage().into_any(),
        LazyPage::Overview => in_story(overview),
        LazyPage::Write => in_story(write),
        LazyPage::StoryPart => story_part(),
        LazyPage::Import => ImportPage().into_any(),
        LazyPage::ImportPreview => ImportPreviewPage().into_any(),
        LazyPage::Queue => QueuePage().into_any(),
        LazyPage::Settings => SettingsPage().into_any(),
        LazyPage::Backups => BackupsPage().into_any(),
        LazyPage::Backup => BackupPage().into_any(),
        LazyPage::Trash => TrashPage().into_any(),
        LazyPage::Unsaved => UnsavedPage().into_any(),
        LazyPage::Search => SearchPage().into_any(),
        LazyPage::Palette => Palette().into_any(),
        LazyPage::ShortcutSheet => ShortcutSheet().into_any(),
        LazyPage::Dock => DockBar().into_any(),
    })
}

/// A part of the second file where that is loaded: without waiting.
pub fn open_if_loaded(part: LazyPage) -> Option<AnyView> {
    let opened = pin!(open(part)).poll(&mut Context::from_waker(Waker::noop()));
    match opened {
        Poll::Ready(Ok(view)) => Some(view),
        Poll::Ready(Err(_)) | Poll::Pending => None,
    }
}

impl ChooseView for LazyPage {
    async fn choose(self) -> AnyView {
        open(self).await.unwrap_or_else(|_| {
            // The server is away, or it was replaced by one with other files.
            let error = StudioError::new(
                "unreachable",
                "Part of the studio could not be loaded. Nothing is lost. Try again.",
            );
            view! { <PageError error/> }.into_any()
        })
    }

    async fn preload(&self) {
        // What failed here is tried again, and told, when the page is opened.
        let _ = preload().await;
    }
}

/// The name that the build gives the second file.
#[cfg(feature = "ssr")]
pub const FILE: &str = "split_lazy.wasm";

/// Whether the page at this path is in the second file.
pub fn is_lazy(path: &str) -> bool {
    path != "/"
}
