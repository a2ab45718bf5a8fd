//! A form's local draft: what is typed in it is kept in the browser until it is saved or discarded, whatever
//! closes the form.

use super::{
    difference::same,
    drafts::{self, About, Base, Fields, KeptDraft, Place},
    tabs,
};
use crate::browser;
use leptos::{prelude::*, task::spawn_local};
use std::time::Duration;

type Read = Box<dyn Fn() -> Fields + Send + Sync>;
type Write = Box<dyn Fn(&Fields) + Send + Sync>;

/// What a form says of its draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftState {
    /// Nothing.
    Nothing,
    /// The form shows what was typed at that time and not saved.
    Restored(i64),
    /// There is another draft, which the form does not show.
    Other(KeptDraft),
    /// This was discarded and can be brought back.
    Discarded(KeptDraft),
}

/// Somebody else changed what is being changed here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The fields as they are now.
    pub current: Fields,
    /// The version they have.
    pub version: i64,
    /// What else differs and is no field: how it is called, how it is here, and how it is now.
    pub besides: Vec<(String, String, String)>,
}

/// The draft of one form. It lives as long as the form is shown.
#[derive(Clone, Copy)]
pub struct LocalDraft {
    place: StoredValue<Place>,
    about: StoredValue<About>,
    read: StoredValue<Read>,
    write: StoredValue<Write>,
    /// What the draft is based on: the fields without it, and their version.
    saved: StoredValue<(Fields, i64)>,
    /// The same as it was when the form was opened: a draft of the last time may be based on an older one.
    opened: StoredValue<(Fields, i64)>,
    /// The draft of the last time, and when it was typed.
    found: StoredValue<Option<(Fields, i64)>>,
    /// Nothing is kept before the draft of the last time was looked for, nor after it was saved.
    keeps: StoredValue<bool>,
    /// What the form says of the draft.
    pub state: RwSignal<DraftState>,
    /// Whether the browser refuses to keep it.
    pub refused: RwSignal<bool>,
    /// What has to be decided before it can be saved.
    pub conflict: RwSignal<Option<Conflict>>,
}

impl LocalDraft {
    /// The draft of a form that consists of these fields, by their labels. `name` tells it from other forms.
    pub fn new(
        name: &str,
        about: About,
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
            move |kept| {
                for (name, field) in &written {
                    if let Some((_, value)) = kept.iter().find(|(known, _)| known == name) {
                        field.try_set(value.clone());
                    }
                }
            },
        )
    }

    /// The same for a form that reads and writes its fields itself. `read` is tracked.
    pub fn with(
        name: &str,
        about: About,
        version: i64,
        read: impl Fn() -> Fields + Send + Sync + 'static,
        write: impl Fn(&Fields) + Send + Sync + 'static,
    ) -> Self {
        let read: Read = Box::new(read);
        let write: Write = Box::new(write);
        let began = untrack(&*read);
        let draft = Self {
            place: StoredValue::new(Place::of_form(name)),
            about: StoredValue::new(about),
            read: StoredValue::new(read),
            write: StoredValue::new(write),
            saved: StoredValue::new((began.clone(), version)),
            opened: StoredValue::new((began, version)),
            found: StoredValue::new(None),
            keeps: StoredValue::new(false),
            state: RwSignal::new(DraftState::Nothing),
            refused: RwSignal::new(false),
            conflict: RwSignal::new(None),
        };
        Effect::new(move |first: Option<()>| {
            let now = draft.read.with_value(|read| read());
            if first.is_none() {
                // After the fields took what was typed before the page was ready.
                set_timeout(move || draft.look(), Duration::ZERO);
            } else {
                draft.keep(now);
            }
        });
        Effect::new(move |_| {
            let returns = tabs::on_return(move || draft.come_back());
            on_cleanup(move || returns.remove());
        });
        draft
    }

    fn now(&self) -> Option<Fields> {
        self.read.try_with_value(|read| untrack(&**read))
    }

    fn fill(&self, fields: &Fields) {
        self.write.try_with_value(|write| write(fields));
    }

    fn saved_fields(&self) -> Fields {
        self.began().0
    }

    /// What a save is based on: the fields before they were changed here, and their version.
    pub fn began(&self) -> (Fields, i64) {
        self.saved.try_get_value().unwrap_or_default()
    }

    /// The version that a save is based on.
    pub fn version(&self) -> i64 {
        self.began().1
    }

    /// Looks for what was typed the last time: in this tab, else in one that is closed.
    fn look(&self) {
        let draft = *self;
        let Some(place) = self.place.try_get_value() else {
            return;
        };
        if let Some(mine) = place.mine() {
            let offered = self.offer(mine.clone());
            if !offered && self.now().is_some_and(|now| !same(&now, &mine.fields)) {
                // What was typed before the page was ready takes its place.
                place.discard(&mine);
            }
            self.start_keeping();
            return;
        }
        self.start_keeping();
        spawn_local(async move {
            if let Some(found) = place.left_behind().await.into_iter().next()
                && draft.offer(found.draft)
            {
                drafts::is_taken_over(&found.name);
            }
        });
    }

    /// The page is back from the browser's memory, as another tab. What is typed here is kept for that one; what was
    /// typed on the page after this one is offered, unless it is the same.
    fn come_back(&self) {
        let Some(place) = self.place.try_get_value() else {
            return;
        };
        self.start_keeping();
        let draft = *self;
        spawn_local(async move {
            for found in place.left_behind().await {
                let now = draft.now();
                let is_here = now.is_some_and(|now| same(&now, &found.draft.fields));
                if is_here || draft.offer(found.draft) {
                    drafts::is_taken_over(&found.name);
                }
                if !is_here {
                    return;
                }
            }
        });
    }

    fn start_keeping(&self) {
        self.keeps.try_set_value(true);
        // What was typed before the page was ready.
        if let Some(now) = self.now() {
            self.keep(now);
        }
    }

    /// Shows a draft in the form; or offers it where the form was changed already. Answers whether it is this
    /// form's now.
    fn offer(&self, kept: KeptDraft) -> bool {
        let (Some(now), saved) = (self.now(), self.saved_fields()) else {
            return false;
        };
        if same(&kept.fields, &saved) {
            return true;
        }
        if !same(&now, &saved) {
            let offered = !same(&now, &kept.fields);
            if offered {
                self.state.try_set(DraftState::Other(kept));
            }
            return false;
        }
        let at = kept.at;
        self.found.try_set_value(Some((kept.fields.clone(), at)));
        if !kept.began.is_empty() {
            self.saved.try_set_value((kept.began, kept.base.version));
        }
        self.fill(&kept.fields);
        self.state.try_set(DraftState::Restored(at));
        true
    }

    fn keep(&self, now: Fields) {
        if self.keeps.try_get_value() != Some(true) {
            return;
        }
        let (Some(place), Some((saved, version))) =
            (self.place.try_get_value(), self.saved.try_get_value())
        else {
            return;
        };
        if same(&now, &saved) {
            place.forget();
            self.refused.try_set(false);
            return;
        }
        let found = self.found.try_get_value().flatten();
        let at = found
            .filter(|(fields, _)| same(fields, &now))
            .map_or_else(browser::now, |(_, at)| at);
        let kept = place.keep(&KeptDraft {
            at,
            base: Base {
                version,
                revision: None,
            },
            about: self.about.try_get_value().unwrap_or_default(),
            fields: now,
            began: saved,
        });
        if self.refused.try_get_untracked() == Some(kept) {
            self.refused.try_set(!kept);
        }
    }

    /// The fields as they are.
    pub fn fields(&self) -> Fields {
        self.now().unwrap_or_default()
    }

    /// These fields are saved, and are version `version` by it. What was typed since is the draft.
    pub fn is_saved(&self, sent: Fields, version: i64) {
        self.state.try_set(DraftState::Nothing);
        self.conflict.try_set(None);
        self.rebase(sent, version);
    }

    /// The form goes on from another version, which has these fields: what differs is the draft.
    fn rebase(&self, fields: Fields, version: i64) {
        self.opened.try_set_value((fields.clone(), version));
        self.saved.try_set_value((fields, version));
        if let Some(now) = self.now() {
            self.keep(now);
        }
    }

    /// A save was refused, since there is a newer version. Answers whether it can be saved on that one at once:
    /// nobody else changed a field of this form. Otherwise the form shows both.
    pub fn can_save_on(&self, current: Fields, version: i64) -> bool {
        self.can_save_beside(current, version, Vec::new())
    }

    /// The same where somebody else also changed what is no field of the form: see [`Conflict::besides`].
    pub fn can_save_beside(
        &self,
        current: Fields,
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
        self.conflict.try_set(Some(Conflict {
            current,
            version,
            besides,
        }));
        false
    }

    /// Of two, the author's own: what is saved next is based on the other one.
    pub fn keep_own(&self) {
        if let Some(Conflict {
            current, version, ..
        }) = self.conflict.get_untracked()
        {
            self.rebase(current, version);
            self.conflict.set(None);
        }
    }

    /// Of two, the other one. The author's own can be brought back.
    pub fn take_current(&self) {
        if let Some(Conflict {
            current, version, ..
        }) = self.conflict.get_untracked()
        {
            let own = self.set_aside();
            self.opened.set_value((current.clone(), version));
            self.saved.set_value((current.clone(), version));
            self.fill(&current);
            self.state.set(DraftState::Discarded(own));
            self.conflict.set(None);
        }
    }

    /// Back to what is saved. The draft can be brought back.
    pub fn discard(&self) {
        let own = self.set_aside();
        let opened = self.opened.get_value();
        self.fill(&opened.0);
        self.saved.set_value(opened);
        self.state.set(DraftState::Discarded(own));
    }

    /// Takes back what was discarded, or the other draft that is offered. What is in the form meanwhile is
    /// offered in turn.
    pub fn bring_back(&self, kept: &KeptDraft) {
        let now = self.set_aside();
        let changed = !same(&now.fields, &self.saved_fields());
        if !kept.began.is_empty() {
            self.saved
                .set_value((kept.began.clone(), kept.base.version));
        }
        self.fill(&kept.fields);
        self.state.set(match changed {
            true => DraftState::Other(now),
            false => DraftState::Restored(kept.at),
        });
    }

    /// Moves what is in the form to the discarded drafts of this browser.
    pub fn set_aside(&self) -> KeptDraft {
        let (began, version) = self.began();
        let kept = KeptDraft {
            at: browser::now(),
            base: Base {
                version,
                revision: None,
            },
            about: self.about.try_get_value().unwrap_or_default(),
            fields: self.fields(),
            began,
        };
        if !same(&kept.fields, &kept.began) {
            self.place.try_with_value(|place| place.discard(&kept));
        }
        kept
    }
}
