//! A form's local draft: what is typed in it is kept in the browser until it is saved or discarded, whatever
//! closes the form.

use super::{
    difference::same,
    draft_storage::{self, BaseVersion, DraftKey, DraftSubject, FieldValues, StoredDraft},
    tabs,
};
use crate::browser;
use leptos::{prelude::*, task::spawn_local};
use std::time::Duration;

type ReadFields = Box<dyn Fn() -> FieldValues + Send + Sync>;
type WriteFields = Box<dyn Fn(&FieldValues) + Send + Sync>;

/// What a form says of its draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftState {
    /// Nothing.
    Nothing,
    /// The form shows what was typed at that time and not saved.
    Restored(i64),
    /// There is another draft, which the form does not show.
    Other(StoredDraft),
    /// This was discarded and can be brought back.
    Discarded(StoredDraft),
}

/// Somebody else changed what is being changed here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldConflict {
    /// The fields as they are now.
    pub current: FieldValues,
    /// The version they have.
    pub version: i64,
    /// What else differs and is no field: how it is called, how it is here, and how it is now.
    pub besides: Vec<(String, String, String)>,
}

/// The draft of one form. It lives as long as the form is shown.
#[derive(Clone, Copy)]
pub struct LocalDraft {
    place: StoredValue<DraftKey>,
    about: StoredValue<DraftSubject>,
    read: StoredValue<ReadFields>,
    write: StoredValue<WriteFields>,
    /// What the draft is based on: the fields without it, and their version.
    saved: StoredValue<(FieldValues, i64)>,
    /// The same as it was when the form was opened: a draft of the last time may be based on an older one.
    opened: StoredValue<(FieldValues, i64)>,
    /// The draft of the last time, and when it was typed.
    restored: StoredValue<Option<(FieldValues, i64)>>,
    /// Nothing is kept before the draft of the last time was looked for, nor after it was saved.
    is_persisting: StoredValue<bool>,
    /// What the form says of the draft.
    pub state: RwSignal<DraftState>,
    /// Whether the browser refuses to keep it.
    pub refused: RwSignal<bool>,
    /// What has to be decided before it can be saved.
    pub conflict: RwSignal<Option<FieldConflict>>,
}

impl LocalDraft {
    /// The draft of a form that consists of these fields, by their labels. `name` tells it from other forms.
    pub fn new(
        name: &str,
        about: DraftSubject,
        version: i64,
        fields: Vec<(&'static str, RwSignal<String>)>,
    ) -> Self {
        let written = fields.clone();
        Self::with(
            name,
            about,
            version,
            move || {
                let read = |(name, value): &(&'static str, RwSignal<String>)| {
                    ((*name).to_owned(), value.try_get().unwrap_or_default())
                };
                fields.iter().map(read).collect()
            },
            move |stored| {
                for (name, field) in &written {
                    if let Some((_, value)) = stored.iter().find(|(known, _)| known == name) {
                        field.try_set(value.clone());
                    }
                }
            },
        )
    }

    /// The same for a form that reads and writes its fields itself. `read` is tracked.
    pub fn with(
        name: &str,
        about: DraftSubject,
        version: i64,
        read: impl Fn() -> FieldValues + Send + Sync + 'static,
        write: impl Fn(&FieldValues) + Send + Sync + 'static,
    ) -> Self {
        let read: ReadFields = Box::new(read);
        let write: WriteFields = Box::new(write);
        let began = untrack(&*read);
        let draft = Self {
            place: StoredValue::new(DraftKey::of_form(name)),
            about: StoredValue::new(about),
            read: StoredValue::new(read),
            write: StoredValue::new(write),
            saved: StoredValue::new((began.clone(), version)),
            opened: StoredValue::new((began, version)),
            restored: StoredValue::new(None),
            is_persisting: StoredValue::new(false),
            state: RwSignal::new(DraftState::Nothing),
            refused: RwSignal::new(false),
            conflict: RwSignal::new(None),
        };
        Effect::new(move |first: Option<()>| {
            let now = draft.read.with_value(|read| read());
            if first.is_none() {
                // After the fields took what was typed before the page was ready.
                set_timeout(move || draft.load_stored(), Duration::ZERO);
            } else {
                draft.persist(now);
            }
        });
        Effect::new(move |_| {
            let returns = tabs::on_return(move || draft.come_back());
            on_cleanup(move || returns.remove());
        });
        draft
    }

    fn now(&self) -> Option<FieldValues> {
        self.read.try_with_value(|read| untrack(&**read))
    }

    fn fill(&self, fields: &FieldValues) {
        self.write.try_with_value(|write| write(fields));
    }

    fn saved_fields(&self) -> FieldValues {
        self.base().0
    }

    /// What a save is based on: the fields before they were changed here, and their version.
    pub fn base(&self) -> (FieldValues, i64) {
        self.saved.try_get_value().unwrap_or_default()
    }

    /// The version that a save is based on.
    pub fn version(&self) -> i64 {
        self.base().1
    }

    /// Looks for what was typed the last time: in this tab, else in one that is closed.
    fn load_stored(&self) {
        let draft = *self;
        let Some(place) = self.place.try_get_value() else {
            return;
        };
        if let Some(mine) = place.load() {
            let offered = self.offer(mine.clone());
            if !offered && self.now().is_some_and(|now| !same(&now, &mine.fields)) {
                // What was typed before the page was ready takes its place.
                place.discard(&mine);
            }
            self.start_persisting();
            return;
        }
        self.start_persisting();
        spawn_local(async move {
            if let Some(found) = place.orphaned().await.into_iter().next()
                && draft.offer(found.draft)
            {
                draft_storage::mark_taken_over(&found.name);
            }
        });
    }

    /// The page is back from the browser's memory, as another tab. What is typed here is kept for that one; what was
    /// typed on the page after this one is offered, unless it is the same.
    fn come_back(&self) {
        let Some(place) = self.place.try_get_value() else {
            return;
        };
        self.start_persisting();
        let draft = *self;
        spawn_local(async move {
            for found in place.orphaned().await {
                let now = draft.now();
                let is_here = now.is_some_and(|now| same(&now, &found.draft.fields));
                if is_here || draft.offer(found.draft) {
                    draft_storage::mark_taken_over(&found.name);
                }
                if !is_here {
                    return;
                }
            }
        });
    }

    fn start_persisting(&self) {
        self.is_persisting.try_set_value(true);
        // What was typed before the page was ready.
        if let Some(now) = self.now() {
            self.persist(now);
        }
    }

    /// Shows a draft in the form; or offers it where the form was changed already. Answers whether it is this
    /// form's now.
    fn offer(&self, stored: StoredDraft) -> bool {
        let (Some(now), saved) = (self.now(), self.saved_fields()) else {
            return false;
        };
        if same(&stored.fields, &saved) {
            return true;
        }
        if !same(&now, &saved) {
            let offered = !same(&now, &stored.fields);
            if offered {
                self.state.try_set(DraftState::Other(stored));
            }
            return false;
        }
        let at = stored.at;
        self.restored
            .try_set_value(Some((stored.fields.clone(), at)));
        if !stored.began.is_empty() {
            self.saved
                .try_set_value((stored.began, stored.base.version));
        }
        self.fill(&stored.fields);
        self.state.try_set(DraftState::Restored(at));
        true
    }

    fn persist(&self, now: FieldValues) {
        if self.is_persisting.try_get_value() != Some(true) {
            return;
        }
        let (Some(place), Some((saved, version))) =
            (self.place.try_get_value(), self.saved.try_get_value())
        else {
            return;
        };
        if same(&now, &saved) {
            place.remove();
            self.refused.try_set(false);
            return;
        }
        let found = self.restored.try_get_value().flatten();
        let at = found
            .filter(|(fields, _)| same(fields, &now))
            .map_or_else(browser::now, |(_, at)| at);
        let stored = place.save(&StoredDraft {
            at,
            base: BaseVersion {
                version,
                revision: None,
            },
            about: self.about.try_get_value().unwrap_or_default(),
            fields: now,
            began: saved,
        });
        if self.refused.try_get_untracked() == Some(stored) {
            self.refused.try_set(!stored);
        }
    }

    /// The fields as they are.
    pub fn fields(&self) -> FieldValues {
        self.now().unwrap_or_default()
    }

    /// These fields are saved, and are version `version` by it. What was typed since is the draft.
    pub fn mark_saved(&self, sent: FieldValues, version: i64) {
        self.state.try_set(DraftState::Nothing);
        self.conflict.try_set(None);
        self.rebase(sent, version);
    }

    /// The form goes on from another version, which has these fields: what differs is the draft.
    fn rebase(&self, fields: FieldValues, version: i64) {
        self.opened.try_set_value((fields.clone(), version));
        self.saved.try_set_value((fields, version));
        if let Some(now) = self.now() {
            self.persist(now);
        }
    }

    /// A save was refused, since there is a newer version. Answers whether it can be saved on that one at once:
    /// nobody else changed a field of this form. Otherwise the form shows both.
    pub fn try_rebase(&self, current: FieldValues, version: i64) -> bool {
        self.can_save_beside(current, version, Vec::new())
    }

    /// The same where somebody else also changed what is no field of the form: see [`FieldConflict::besides`].
    pub fn can_save_beside(
        &self,
        current: FieldValues,
        version: i64,
        besides: Vec<(String, String, String)>,
    ) -> bool {
        let Some(now) = self.now() else {
            return false;
        };
        let is_news = !same(&current, &self.saved_fields()) && !same(&current, &now);
        if besides.is_empty() && !is_news {
            self.rebase(current, version);
            return true;
        }
        self.conflict.try_set(Some(FieldConflict {
            current,
            version,
            besides,
        }));
        false
    }

    /// Of two, the author's own: what is saved next is based on the other one.
    pub fn keep_own(&self) {
        if let Some(FieldConflict {
            current, version, ..
        }) = self.conflict.get_untracked()
        {
            self.rebase(current, version);
            self.conflict.set(None);
        }
    }

    /// Of two, the other one. The author's own can be brought back.
    pub fn take_current(&self) {
        if let Some(FieldConflict {
            current, version, ..
        }) = self.conflict.get_untracked()
        {
            let own = self.move_to_discarded();
            self.opened.set_value((current.clone(), version));
            self.saved.set_value((current.clone(), version));
            self.fill(&current);
            self.state.set(DraftState::Discarded(own));
            self.conflict.set(None);
        }
    }

    /// Back to what is saved. The draft can be brought back.
    pub fn discard(&self) {
        let own = self.move_to_discarded();
        let opened = self.opened.get_value();
        self.fill(&opened.0);
        self.saved.set_value(opened);
        self.state.set(DraftState::Discarded(own));
    }

    /// Takes back what was discarded, or the other draft that is offered. What is in the form meanwhile is
    /// offered in turn.
    pub fn restore(&self, stored: &StoredDraft) {
        let now = self.move_to_discarded();
        let changed = !same(&now.fields, &self.saved_fields());
        if !stored.began.is_empty() {
            self.saved
                .set_value((stored.began.clone(), stored.base.version));
        }
        self.fill(&stored.fields);
        self.state.set(match changed {
            true => DraftState::Other(now),
            false => DraftState::Restored(stored.at),
        });
    }

    /// Moves what is in the form to the discarded drafts of this browser.
    pub fn move_to_discarded(&self) -> StoredDraft {
        let (began, version) = self.base();
        let stored = StoredDraft {
            at: browser::now(),
            base: BaseVersion {
                version,
                revision: None,
            },
            about: self.about.try_get_value().unwrap_or_default(),
            fields: self.fields(),
            began,
        };
        if !same(&stored.fields, &stored.began) {
            self.place.try_with_value(|place| place.discard(&stored));
        }
        stored
    }
}
