//! What an open chapter needs so that nothing typed in it is lost, whatever becomes of the chapter.

use super::{
    chapter_view::{ChapterView, WriteContext},
    text_storage,
    unsaved_text::{UnsavedSource, UnsavedText},
};
use crate::live::{Aspect, CurrentStory, tabs};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::{NavigateOptions, hooks::use_navigate};

impl ChapterView {
    /// What was typed is saved, and the chapter is at `version` by it: nothing is left to be kept or decided.
    pub fn mark_saved(&self, version: i64) {
        self.mark_settled();
        text_storage::forget(*self);
        self.discarded.set(None);
        self.conflict.set(None);
        self.saved.set(Some(version));
        self.studio.touch(self.story, Aspect::Chapters);
        self.studio.touch(self.story, Aspect::Story);
    }

    /// While this is under way nothing can be typed: it would not be in what is saved.
    pub fn lock_input_while(self, pending: Signal<bool>) {
        Effect::new(move |_| {
            self.input_locked.try_set(pending.get());
        });
    }

    /// A chapter that was saved is shown at the number it has by now: the page's address may be another chapter's.
    pub fn follow_number(self, context: WriteContext) {
        let (navigate, path) = (use_navigate(), CurrentStory::get().path);
        Effect::new(move |_| {
            let number = context.number_of(self.chapter);
            let Some(number) = number.filter(|now| *now != self.number && self.is_saved()) else {
                return;
            };
            let address = format!("/stories/{}/write/{number}", self.story);
            if path.with_untracked(|path| *path != address) {
                let replace = NavigateOptions {
                    replace: true,
                    ..NavigateOptions::default()
                };
                navigate(&address, replace);
            }
        });
    }

    /// Opens the editor where something was typed and not saved, and offers what else there is.
    pub fn recover(self) {
        let own = text_storage::own(self.chapter, &self.text());
        if own.is_some() {
            self.recovered.set_value(own.clone());
            self.editing.set(true);
        }
        self.look_for_others(own);
    }

    /// The same where the page comes back from the browser's memory. An editor that is open minds that itself.
    pub fn recovers_on_return(self) {
        Effect::new(move |_| {
            let returns = tabs::on_return(move || {
                if self.editing.try_get_untracked() == Some(false) {
                    self.recover();
                }
            });
            on_cleanup(move || returns.remove());
        });
    }

    /// Offers what was typed in this chapter elsewhere and not saved; without an open editor, in one. `own` is what
    /// was typed here.
    pub fn look_for_others(self, own: Option<UnsavedText>) {
        spawn_local(async move {
            let mut found = text_storage::left_behind(self, own).await;
            if self.editing.try_get_untracked() == Some(false) && !found.is_empty() {
                let (source, first) = found.remove(0);
                text_storage::adopt(self, source, &first);
                self.recovered.try_set_value(Some(first));
                self.editing.try_set(true);
            }
            self.others.try_update(|others| {
                others.retain(|(source, _)| matches!(source, UnsavedSource::Editor));
                others.extend(found);
            });
        });
    }
}
