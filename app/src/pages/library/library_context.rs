//! What the parts of the library share.

use super::view::LibraryView;
use domain::{Library, StoryId};
use leptos::prelude::*;
use std::collections::HashSet;

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
