//! The places that a new name would change, and the renaming.

use super::fields::NameFields;
use crate::{
    api::{
        StudioError,
        replace::{preview_rename, rename_everywhere},
    },
    components::PlaceSelection,
    formatting,
    live::{Aspect, Studio, SubmitAction, memo},
    pages::{replace::within, undo},
};
use domain::{
    EntityId, NameForm, NewName, ReplaceMatch, ReplacePart, ReplacePreview, StoryId, text::quoted,
};
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*, task::spawn_local};
use leptos_router::hooks::use_navigate;
use std::time::Duration;

/// After the last change it takes so long until the places are looked for.
const TYPING_PAUSE: Duration = Duration::from_millis(250);

/// What was found, for which name. Copies share everything.
#[derive(Clone, Copy)]
pub(super) struct NamePreview {
    story: StoryId,
    entity: EntityId,
    studio: Studio,
    new: Memo<NewName>,
    /// The name that the answer is for; `None` before the first one.
    answered: RwSignal<Option<NewName>>,
    answer: RwSignal<ReplacePreview>,
    error: RwSignal<Option<StudioError>>,
    pub names: Memo<Vec<NameForm>>,
    pub parts: Memo<Vec<ReplacePart>>,
    pub places: Memo<Vec<ReplaceMatch>>,
    pub more: Memo<u32>,
    pub selection: PlaceSelection,
    pub fetching: SubmitAction,
    pub renaming: SubmitAction,
    /// The story changed between the preview and the renaming.
    pub changed_meanwhile: RwSignal<bool>,
}

impl NamePreview {
    /// Looks for places with each pause in the typing; the last answer counts.
    pub(super) fn new(story: StoryId, entity: EntityId, fields: NameFields) -> Self {
        let answer = RwSignal::new(ReplacePreview::default());
        let preview = Self {
            story,
            entity,
            studio: Studio::get(),
            new: fields.new,
            answered: RwSignal::new(None),
            answer,
            error: RwSignal::new(None),
            names: memo(move || answer.with(|answer| answer.names.clone())),
            parts: memo(move || answer.with(|answer| answer.parts.clone())),
            places: memo(move || answer.with(|answer| answer.matches.clone())),
            more: memo(move || answer.with(|answer| answer.more)),
            selection: PlaceSelection::new(),
            fetching: SubmitAction::new(),
            renaming: SubmitAction::new(),
            changed_meanwhile: RwSignal::new(false),
        };
        let timer = StoredValue::new(None::<TimeoutHandle>);
        let stop = move || {
            if let Some(Some(timer)) = timer.try_update_value(Option::take) {
                timer.clear();
            }
        };
        on_cleanup(stop);
        Effect::new(move |before: Option<()>| {
            fields.new.track();
            stop();
            if before.is_none() {
                preview.look_now(fields);
                return;
            }
            preview.changed_meanwhile.set(false);
            let look = move || preview.look_now(fields);
            timer.set_value(set_timeout_with_handle(look, TYPING_PAUSE).ok());
        });
        preview
    }

    /// Looks for the places of what is typed.
    pub(super) fn look_now(self, fields: NameFields) {
        let new = fields.new.get_untracked();
        if new.name.trim().is_empty() {
            self.error.set(None);
            self.take(new, ReplacePreview::default());
            return;
        }
        spawn_local(async move {
            let answer = preview_rename(self.story, self.entity, new.clone(), None).await;
            if fields.new.try_get_untracked().as_ref() != Some(&new) {
                return;
            }
            self.error.set(answer.as_ref().err().cloned());
            self.take(new, answer.unwrap_or_default());
        });
    }

    /// What was chosen stays: a place has the same id whatever the new name is.
    fn take(self, new: NewName, answer: ReplacePreview) {
        self.answer.set(answer);
        self.answered.set(Some(new));
    }

    /// Whether the places are those of an earlier name.
    pub(super) fn is_outdated(self) -> bool {
        self.answered
            .with(|answered| self.new.with(|new| answered.as_ref() != Some(new)))
    }

    /// What is wrong with the name itself.
    pub(super) fn name_error(self) -> Signal<Option<StudioError>> {
        let error = self.error;
        Signal::derive(move || error.get().filter(|error| error.code == "invalid"))
    }

    /// What else went wrong.
    pub(super) fn other_error(self) -> Signal<Option<StudioError>> {
        let error = self.error;
        Signal::derive(move || error.get().filter(|error| error.code != "invalid"))
    }

    /// Why nothing was renamed, where the story did not change.
    pub(super) fn rename_error(self) -> Signal<Option<StudioError>> {
        let (error, changed) = (self.renaming.error(), self.changed_meanwhile);
        Signal::derive(move || error.get().filter(|_| !changed.get()))
    }

    /// "12 of 14 places in 5 chapters."
    pub(super) fn summary(self, chosen: u32) -> Option<String> {
        if self.new.with(|new| new.name.trim().is_empty()) {
            let says = "Enter the new name. Every place in chapters, outline, world and brief is shown before it changes.";
            return Some(says.to_owned());
        }
        if self.is_outdated() {
            return Some("Searching…".to_owned());
        }
        if self.error.with(Option::is_some) {
            return None;
        }
        let (places, doubtful) = self.answer.with(|answer| (answer.places, answer.doubtful));
        let within = self.parts.with(|parts| within(parts));
        let kept = match doubtful {
            0 => "",
            _ => " Places that may mean something else are left out until you choose them.",
        };
        let places = formatting::pluralize(places.into(), "place");
        let chosen = formatting::count(chosen.into());
        Some(format!("{chosen} of {places} in {within}.{kept}"))
    }

    /// Lists more places.
    pub(super) fn fetch_more(self) {
        let new = self.new.get_untracked();
        let last = self
            .places
            .with_untracked(|places| places.last().map(|last| last.id.clone()));
        self.fetching.run(async move {
            let page = preview_rename(self.story, self.entity, new.clone(), last).await?;
            let is_same = |answered: &Option<NewName>| answered.as_ref() == Some(&new);
            if self.answered.with_untracked(is_same) {
                self.answer.update(|answer| {
                    answer.matches.extend(page.matches);
                    answer.more = page.more;
                });
            }
            Ok(())
        });
    }

    /// Renames in the chosen places, then goes back to the world.
    pub(super) fn rename(self, fields: NameFields) {
        let (story, entity, studio) = (self.story, self.entity, self.studio);
        let Some(new) = self.answered.get_untracked() else {
            return;
        };
        let base = self.answer.with_untracked(|answer| answer.base.clone());
        let choice = self.selection.choice(&base);
        let navigate = use_navigate();
        self.changed_meanwhile.set(false);
        self.renaming.run(async move {
            let done = match rename_everywhere(story, entity, new, choice).await {
                Ok(done) => done,
                Err(error) => {
                    self.changed_meanwhile.try_set(error.code == "conflict");
                    self.look_now(fields);
                    return Err(error);
                }
            };
            let says = format!(
                "Renamed {} to {}: {}.",
                quoted(&done.find),
                quoted(&done.replace),
                formatting::pluralize(done.changed.into(), "place"),
            );
            studio.show_undoable(says, undo::replacement(studio, story, done.undo));
            for aspect in [Aspect::Story, Aspect::Chapters, Aspect::World] {
                studio.touch(story, aspect);
            }
            navigate(&format!("/stories/{story}/world"), Default::default());
            Ok(())
        });
    }
}
