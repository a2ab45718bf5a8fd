//! What an open chapter needs so that nothing typed in it is lost, whatever becomes of the chapter.

use super::{
    WriteContext,
    chapter_page::ChapterView,
    unsaved_text::{self, UnsavedSource, UnsavedText},
};
use crate::live::{CurrentStory, draft_storage::DraftSubject, tabs};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::{NavigateOptions, hooks::use_navigate};

impl ChapterView {
    /// What was typed is saved or discarded: it is kept no more.
    pub fn mark_settled(&self) {
        self.settled_count.try_update_value(|count| *count += 1);
    }

    /// While this is under way nothing can be typed: it would not be in what is saved.
    pub fn lock_input_while(self, pending: Signal<bool>) {
        Effect::new(move |_| {
            self.input_locked.try_set(pending.get());
        });
    }

    /// How many texts were saved or discarded on this page; nothing once the page is left.
    pub fn settled_count(&self) -> Option<u32> {
        self.settled_count.try_get_value()
    }

    /// The number the chapter has now, for a person and for an address. Whatever is done with the chapter names it by
    /// its id.
    fn number_now(&self) -> u32 {
        let number = self.chapters.try_with_untracked(|all| {
            let this = all.iter().find(|chapter| chapter.id == self.chapter);
            this.map(|chapter| chapter.number)
        });
        number.flatten().unwrap_or(self.number)
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

    /// Whether the chapter or its story was deleted.
    pub fn is_deleted(&self) -> bool {
        self.deleted
            .try_with_untracked(Option::is_some)
            .unwrap_or_default()
    }

    /// What a text of this chapter is about.
    pub fn about(&self) -> DraftSubject {
        let number = self.number_now();
        let heading = self
            .details
            .try_with_untracked(|details| details.chapter.heading())
            .unwrap_or_default();
        let title = self
            .of
            .try_with_untracked(|story| story.title.clone())
            .unwrap_or_default();
        DraftSubject {
            what: format!("Chapter {number}: {heading} · {title}"),
            link: format!("/stories/{}/write/{number}", self.story),
            story: Some(self.story),
        }
    }

    /// Opens the editor where something was typed and not saved, and offers what else there is.
    pub fn recover(self) {
        let own = unsaved_text::own(self.chapter, &self.text());
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
            let mut found = unsaved_text::left_behind(self, own).await;
            if self.editing.try_get_untracked() == Some(false) && !found.is_empty() {
                let (source, first) = found.remove(0);
                unsaved_text::adopt(self, source, &first);
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
