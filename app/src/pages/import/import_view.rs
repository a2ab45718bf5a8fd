//! What the parts of the preview share, and how it is changed.

use super::details::DetailsFields;
use crate::{
    api::imports::{change_import, get_import},
    browser,
    live::SubmitAction,
};
use exchange::import::{ImportPatch, ImportPreview};
use leptos::prelude::*;
use std::time::Duration;

/// Which dialog is open; one at a time. Chapters count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChapterDialog {
    Rename(u32),
    Split(u32),
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct ImportView {
    pub(super) preview: RwSignal<ImportPreview>,
    pub(super) dialog: RwSignal<Option<ChapterDialog>>,
    /// The one change under way.
    pub(super) action: SubmitAction,
    /// The chapter that gets the focus after a change.
    pub(super) focused: RwSignal<Option<u32>>,
    pub(super) details: DetailsFields,
    /// What was done last, for people who do not see it.
    pub(super) said: RwSignal<String>,
}

impl ImportView {
    pub(super) fn new(preview: ImportPreview) -> Self {
        Self {
            details: DetailsFields::of(&preview),
            preview: RwSignal::new(preview),
            dialog: RwSignal::new(None),
            action: SubmitAction::new(),
            focused: RwSignal::new(None),
            said: RwSignal::new(String::new()),
        }
    }

    /// Changes something. The focus goes to the chapter that it was about.
    pub(super) fn change(self, patch: ImportPatch, said: String, chapter: Option<u32>) {
        self.change_and(patch, said, chapter, Callback::new(|_| ()));
    }

    /// The same; `then` gets the new version.
    pub(super) fn change_and(
        self,
        patch: ImportPatch,
        said: String,
        chapter: Option<u32>,
        then: Callback<i64>,
    ) {
        let (id, version) = self
            .preview
            .with_untracked(|preview| (preview.id, preview.version));
        self.action.run(async move {
            let now = match change_import(id, patch, version).await {
                Err(error) if error.is_stale() => {
                    // Another tab was first: it is shown, and the change can be made again.
                    self.take(get_import(id).await?);
                    return Err(error);
                }
                answer => answer?,
            };
            let version = now.version;
            self.take(now);
            self.said.try_set(said);
            then.run(version);
            self.focused.try_set(chapter);
            if let Some(chapter) = chapter {
                let focus = move || browser::focus(&format!("import-chapter-{chapter}"));
                set_timeout(focus, Duration::ZERO);
            }
            Ok(())
        });
    }

    pub(super) fn take(self, now: ImportPreview) {
        self.details.follow(&now);
        self.preview.try_set(now);
    }

    /// Saves what was typed about the story as a whole.
    pub(super) fn save_details(self) {
        if let Some(patch) = self.details.change() {
            let (details, sent) = (self.details, self.details.typed());
            let saved = Callback::new(move |version| details.mark_saved(sent.clone(), version));
            self.change_and(patch, "Saved.".to_owned(), None, saved);
        }
    }
}
