//! The live preview: the places of what is typed, and replacing them.

use crate::{
    api::{
        StudioError,
        replace::{preview_replacement, replace_places},
    },
    components::PlaceSelection,
    formatting,
    live::{Aspect, Studio, SubmitAction, memo},
    pages::undo,
};
use domain::{ReplaceMatch, ReplacePart, ReplacePattern, ReplacePreview, SearchKind, StoryId};
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*, task::spawn_local};
use std::{collections::HashSet, time::Duration};

/// After the last change it takes so long until the places are looked for.
const TYPING_PAUSE: Duration = Duration::from_millis(250);

/// What was found, for which pattern. Copies share everything.
#[derive(Clone, Copy)]
pub(super) struct Previewed {
    story: StoryId,
    studio: Studio,
    pattern: Memo<ReplacePattern>,
    /// The pattern that the answer is for; `None` before the first one.
    answered: RwSignal<Option<ReplacePattern>>,
    answer: RwSignal<ReplacePreview>,
    error: RwSignal<Option<StudioError>>,
    pub parts: Memo<Vec<ReplacePart>>,
    pub places: Memo<Vec<ReplaceMatch>>,
    pub more: Memo<u32>,
    pub selection: PlaceSelection,
    pub fetching: SubmitAction,
    pub replacing: SubmitAction,
    /// The story changed between the preview and the replacement.
    pub changed_meanwhile: RwSignal<bool>,
    /// What was replaced last, in a sentence.
    done: RwSignal<Option<String>>,
}

impl Previewed {
    /// Looks for places with each pause in the typing; the last answer counts.
    pub(super) fn new(story: StoryId, pattern: Memo<ReplacePattern>) -> Self {
        let answer = RwSignal::new(ReplacePreview::default());
        let preview = Self {
            story,
            studio: Studio::get(),
            pattern,
            answered: RwSignal::new(None),
            answer,
            error: RwSignal::new(None),
            parts: memo(move || answer.with(|answer| answer.parts.clone())),
            places: memo(move || answer.with(|answer| answer.matches.clone())),
            more: memo(move || answer.with(|answer| answer.more)),
            selection: PlaceSelection::new(),
            fetching: SubmitAction::new(),
            replacing: SubmitAction::new(),
            changed_meanwhile: RwSignal::new(false),
            done: RwSignal::new(None),
        };
        let timer = StoredValue::new(None::<TimeoutHandle>);
        let stop = move || {
            if let Some(Some(timer)) = timer.try_update_value(Option::take) {
                timer.clear();
            }
        };
        on_cleanup(stop);
        Effect::new(move |before: Option<()>| {
            pattern.track();
            stop();
            if before.is_none() {
                preview.look_now();
                return;
            }
            preview.changed_meanwhile.set(false);
            preview.done.set(None);
            let look = move || preview.look_now();
            timer.set_value(set_timeout_with_handle(look, TYPING_PAUSE).ok());
        });
        preview
    }

    /// Looks for the places of what is typed.
    pub(super) fn look_now(self) {
        let pattern = self.pattern.get_untracked();
        if pattern.find.is_empty() {
            self.error.set(None);
            self.take(pattern, ReplacePreview::default());
            return;
        }
        spawn_local(async move {
            let answer = preview_replacement(self.story, pattern.clone(), None).await;
            if self.pattern.try_get_untracked().as_ref() != Some(&pattern) {
                return;
            }
            match answer {
                Ok(answer) => {
                    self.error.set(None);
                    self.take(pattern, answer);
                }
                Err(error) => {
                    self.error.set(Some(error));
                    self.take(pattern, ReplacePreview::default());
                }
            }
        });
    }

    /// What was chosen stays while the same is looked for again.
    fn take(self, pattern: ReplacePattern, answer: ReplacePreview) {
        let same = |last: &Option<ReplacePattern>| {
            last.as_ref().is_some_and(|last| {
                ReplacePattern {
                    replace: pattern.replace.clone(),
                    ..last.clone()
                } == pattern
            })
        };
        if !self.answered.with_untracked(same) {
            self.selection.clear();
        }
        self.answer.set(answer);
        self.answered.set(Some(pattern));
    }

    /// Whether the places are those of an earlier pattern.
    pub(super) fn is_outdated(self) -> bool {
        self.answered.with(|answered| {
            self.pattern
                .with(|pattern| answered.as_ref() != Some(pattern))
        })
    }

    /// What is wrong with the pattern itself.
    pub(super) fn find_error(self) -> Signal<Option<StudioError>> {
        let error = self.error;
        Signal::derive(move || error.get().filter(|error| error.code == "invalid"))
    }

    /// What else went wrong.
    pub(super) fn other_error(self) -> Signal<Option<StudioError>> {
        let error = self.error;
        Signal::derive(move || error.get().filter(|error| error.code != "invalid"))
    }

    /// Why nothing was replaced, where the story did not change.
    pub(super) fn replace_error(self) -> Signal<Option<StudioError>> {
        let (error, changed) = (self.replacing.error(), self.changed_meanwhile);
        Signal::derive(move || error.get().filter(|_| !changed.get()))
    }

    /// "12 of 14 places in 5 chapters."
    pub(super) fn summary(self, chosen: u32) -> Option<String> {
        if let Some(done) = self.done.get() {
            return Some(done);
        }
        let nothing_typed = self.pattern.with(|pattern| pattern.find.is_empty());
        if nothing_typed {
            let says = "Finds in chapters, outline, world and brief. Every place is shown before it changes.";
            return Some(says.to_owned());
        }
        if self.is_outdated() {
            return Some("Searching…".to_owned());
        }
        if self.error.with(Option::is_some) {
            return None;
        }
        let (places, doubtful) = self.answer.with(|answer| (answer.places, answer.doubtful));
        if places == 0 {
            let find = self.pattern.with(|pattern| pattern.find.clone());
            return Some(format!("Nothing found for “{find}”."));
        }
        let places = formatting::pluralize(places.into(), "place");
        let chosen = formatting::count(chosen.into());
        let kept = match doubtful {
            0 => "",
            _ => " Places that may be something else are left out until you choose them.",
        };
        let within = self.parts.with(|parts| within(parts));
        Some(format!("{chosen} of {places} in {within}.{kept}"))
    }

    /// Lists more places.
    pub(super) fn fetch_more(self) {
        let pattern = self.pattern.get_untracked();
        let last = self
            .places
            .with_untracked(|places| places.last().map(|last| last.id.clone()));
        self.fetching.run(async move {
            let page = preview_replacement(self.story, pattern.clone(), last).await?;
            if self
                .answered
                .with_untracked(|answered| answered.as_ref() == Some(&pattern))
            {
                self.answer.update(|answer| {
                    answer.matches.extend(page.matches);
                    answer.more = page.more;
                });
            }
            Ok(())
        });
    }

    /// Replaces the chosen places.
    pub(super) fn replace(self) {
        let (story, studio) = (self.story, self.studio);
        let Some(pattern) = self.answered.get_untracked() else {
            return;
        };
        let base = self.answer.with_untracked(|answer| answer.base.clone());
        let choice = self.selection.choice(&base);
        self.changed_meanwhile.set(false);
        self.replacing.run(async move {
            match replace_places(story, pattern, choice).await {
                Ok(done) => {
                    let says = format!(
                        "Replaced {} by {}: {}.",
                        domain::text::quoted(&done.find),
                        domain::text::quoted(&done.replace),
                        formatting::pluralize(done.changed.into(), "place"),
                    );
                    studio.show_undoable(says.clone(), undo::replacement(studio, story, done.undo));
                    self.done.try_set(Some(says));
                    self.selection.clear();
                    for aspect in [Aspect::Story, Aspect::Chapters, Aspect::World] {
                        studio.touch(story, aspect);
                    }
                }
                Err(error) => {
                    self.changed_meanwhile.try_set(error.code == "conflict");
                    self.look_now();
                    return Err(error);
                }
            }
            self.look_now();
            Ok(())
        });
    }
}

/// "5 chapters and 2 other parts".
pub(in crate::pages) fn within(parts: &[ReplacePart]) -> String {
    let is_chapter = |kind: SearchKind| {
        matches!(
            kind,
            SearchKind::Text | SearchKind::Outline | SearchKind::Summary
        )
    };
    let chapters: HashSet<_> = parts
        .iter()
        .filter(|part| is_chapter(part.kind))
        .map(|part| part.chapter)
        .collect();
    let others = parts.iter().filter(|part| !is_chapter(part.kind)).count();
    let chapters = formatting::pluralize(chapters.len() as u64, "chapter");
    let others_named = match others {
        1 => "1 other part".to_owned(),
        others => format!("{} other parts", formatting::count(others as u64)),
    };
    match (chapters.starts_with("0 "), others) {
        (false, 0) => chapters,
        (true, _) => format!("{others_named} of the story"),
        (false, _) => format!("{chapters} and {others_named}"),
    }
}
