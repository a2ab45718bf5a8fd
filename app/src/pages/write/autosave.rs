//! Keeps what is typed: in the browser with every letter, in the studio a moment after the typing stops.

use super::{
    chapter_view::ChapterView,
    text_storage,
    unsaved_text::{BaseVersion, UnsavedText},
};
use crate::{
    api::autosave::keep_autosave,
    browser,
    live::{memo, tabs},
};
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*, task::spawn_local};
use std::time::Duration;
use web_sys::Event;

/// Typing has stopped when nothing was typed for so long.
const DEBOUNCE_MS: i64 = 900;

/// While it does not stop, the studio gets the text this often.
const MAX_DELAY_MS: i64 = 4_000;

/// What the studio did not take is sent again after so long.
const RETRY_DELAY: Duration = Duration::from_secs(5);

/// A longer text, in bytes, is not written to the browser's storage with every letter.
const LARGE_TEXT_BYTES: usize = 200_000;

/// Where a text is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
enum SaveState {
    /// Nothing was typed since.
    Unchanged,
    /// Something was typed that is not there yet.
    Pending,
    /// Kept at this time.
    Saved(i64),
    /// Refused; why.
    Failed(String),
}

/// Keeps the text of one editor.
#[derive(Clone, Copy)]
pub(super) struct Autosaver {
    view: ChapterView,
    base: StoredValue<BaseVersion>,
    /// What the chapter has, which need not be kept.
    saved: StoredValue<String>,
    text: StoredValue<String>,
    browser: RwSignal<SaveState>,
    studio: RwSignal<SaveState>,
    /// When the first letter was typed that the studio does not have.
    unsent_since: StoredValue<Option<i64>>,
    timer: StoredValue<Option<TimeoutHandle>>,
    sending: StoredValue<bool>,
    /// How many texts of the chapter were saved or discarded on this page before.
    settled_before: u32,
}

impl Autosaver {
    /// For an editor that begins with this text.
    pub fn new(view: ChapterView, text: String, base: BaseVersion, saved: String) -> Self {
        let autosaver = Self {
            view,
            base: StoredValue::new(base),
            saved: StoredValue::new(saved),
            text: StoredValue::new(text),
            browser: RwSignal::new(SaveState::Unchanged),
            studio: RwSignal::new(SaveState::Unchanged),
            unsent_since: StoredValue::new(None),
            timer: StoredValue::new(None),
            sending: StoredValue::new(false),
            settled_before: view.settled_count().unwrap_or_default(),
        };
        let flush = move |_: Event| {
            autosaver.flush();
        };
        let hide = window_event_listener_untyped("pagehide", flush);
        let switch = window_event_listener_untyped("visibilitychange", flush);
        let leave = window_event_listener_untyped("beforeunload", move |event| {
            if !autosaver.is_safe() {
                // The browser asks whether to leave.
                event.prevent_default();
                let _ = js_sys::Reflect::set(&event, &"returnValue".into(), &true.into());
            }
        });
        let returns = tabs::on_return(move || autosaver.come_back());
        on_cleanup(move || {
            for listener in [hide, switch, leave, returns] {
                listener.remove();
            }
            autosaver.stop_waiting();
            autosaver.flush();
            // The page is left: what the studio does not have, it gets now.
            if autosaver.unsent_since.try_get_value().flatten().is_some() {
                autosaver.send();
            }
        });
        autosaver
    }

    /// Whether the text is saved or discarded: then it is kept no more.
    fn is_settled(&self) -> bool {
        let settled = self.view.settled_count();
        settled.is_some_and(|settled| settled != self.settled_before)
    }

    /// The text as it is.
    pub fn unsaved(&self) -> UnsavedText {
        UnsavedText {
            text: self.text.try_get_value().unwrap_or_default(),
            base: self.base.try_get_value().unwrap_or_default(),
            at: browser::now(),
        }
    }

    /// What it is based on.
    pub fn base(&self) -> BaseVersion {
        self.base.get_value()
    }

    /// Whether it says something else than what the chapter has.
    pub fn is_changed(&self) -> bool {
        let same = self.text.try_with_value(|text| {
            let saved = self.saved.try_with_value(|saved| text == saved);
            saved == Some(true)
        });
        same == Some(false)
    }

    /// The editor begins with a text that was typed before.
    pub fn restored(&self, unsaved: &UnsavedText) {
        self.set_browser_state(text_storage::save(self.view, unsaved), unsaved.at);
        self.studio.set(SaveState::Pending);
        self.unsent_since.set_value(Some(browser::now()));
        self.send_after(Duration::from_millis(DEBOUNCE_MS.unsigned_abs()));
    }

    /// The page is back from the browser's memory, as another tab: the text is kept for that one, and what was typed
    /// on the page after this one is offered.
    fn come_back(&self) {
        if self.is_settled() {
            return;
        }
        let own = self.is_changed().then(|| self.unsaved());
        if let Some(own) = &own {
            self.restored(own);
        }
        self.view.look_for_others(own);
    }

    /// The editor shows another text from here on.
    pub fn switch(&self, to: &UnsavedText) {
        self.base.set_value(to.base);
        self.on_input(to.text.clone());
    }

    /// Something was typed.
    pub fn on_input(&self, text: String) {
        let long = text.len() > LARGE_TEXT_BYTES;
        self.text.set_value(text);
        let now = browser::now();
        let since = self.unsent_since.get_value().unwrap_or(now);
        self.unsent_since.set_value(Some(since));
        if self
            .studio
            .with_untracked(|state| matches!(state, SaveState::Unchanged | SaveState::Saved(_)))
        {
            self.studio.set(SaveState::Pending);
        }
        if long
            && self
                .browser
                .with_untracked(|state| *state != SaveState::Unchanged)
        {
            self.browser.set(SaveState::Pending);
        } else {
            self.save_in_browser();
        }
        let wait = DEBOUNCE_MS.min(since + MAX_DELAY_MS - now).max(0);
        self.send_after(Duration::from_millis(wait.unsigned_abs()));
    }

    fn send_after(&self, wait: Duration) {
        let autosaver = *self;
        let timer = set_timeout_with_handle(
            move || {
                autosaver.flush();
                autosaver.send();
            },
            wait,
        );
        self.stop_waiting();
        self.timer.try_set_value(timer.ok());
    }

    fn stop_waiting(&self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }

    /// Keeps it in the browser, where that is still to be done.
    fn flush(&self) {
        if self.browser.try_get_untracked() == Some(SaveState::Pending) {
            self.save_in_browser();
        }
    }

    fn save_in_browser(&self) {
        if self.is_settled() {
            return;
        }
        if !self.is_changed() {
            // Typed back to what the chapter has.
            text_storage::forget(self.view);
            self.browser.try_set(SaveState::Unchanged);
            self.studio.try_set(SaveState::Unchanged);
            return;
        }
        let unsaved = self.unsaved();
        self.set_browser_state(text_storage::save(self.view, &unsaved), unsaved.at);
    }

    fn set_browser_state(&self, is_saved: bool, at: i64) {
        self.browser.try_set(match is_saved {
            true => SaveState::Saved(at),
            false => SaveState::Failed("this browser’s storage is full or blocked".to_owned()),
        });
    }

    fn send(&self) {
        let sending = self.sending.try_get_value().unwrap_or(true);
        if self.view.is_deleted() {
            self.studio.try_set(SaveState::Unchanged);
            return;
        }
        if sending || self.is_settled() || !self.is_changed() {
            return;
        }
        let autosaver = *self;
        let unsaved = self.unsaved();
        let (story, chapter) = (self.view.story, self.view.chapter);
        self.sending.set_value(true);
        self.unsent_since.set_value(None);
        spawn_local(async move {
            let new = unsaved.autosave();
            let UnsavedText { text, .. } = unsaved;
            let answer = keep_autosave(story, chapter.into(), new).await;
            autosaver.sending.try_set_value(false);
            if autosaver.is_settled() {
                // Saved or discarded meanwhile: what was sent must not come back.
                text_storage::forget_autosave(story, chapter);
                return;
            }
            let Some(latest) = autosaver.text.try_with_value(|now| *now == text) else {
                return;
            };
            match answer {
                Ok(_) if latest => {
                    autosaver.studio.try_set(SaveState::Saved(browser::now()));
                }
                Ok(_) => autosaver.send_after(Duration::ZERO),
                Err(error) => {
                    let again = error.is_unreachable();
                    autosaver.studio.try_set(SaveState::Failed(error.message));
                    if again || !latest {
                        autosaver.send_after(RETRY_DELAY);
                    }
                }
            }
        });
    }

    /// Whether the page can be left without loss.
    fn is_safe(&self) -> bool {
        let is_saved = |state: RwSignal<SaveState>| {
            state
                .try_get_untracked()
                .is_none_or(|state| matches!(state, SaveState::Unchanged | SaveState::Saved(_)))
        };
        self.flush();
        self.is_settled() || !self.is_changed() || is_saved(self.browser) || is_saved(self.studio)
    }

    /// The sign of life: when the text was kept, or why it was not. The second is `true` for trouble.
    pub fn status(&self) -> Memo<Option<(String, bool)>> {
        let (browser, studio) = (self.browser, self.studio);
        memo(move || match (browser.get(), studio.get()) {
            (SaveState::Failed(why), SaveState::Saved(at)) => Some((
                format!(
                    "Saved {} as a draft in the studio. In this browser it is not saved: {why}.",
                    browser::time_of_day(at)
                ),
                true,
            )),
            (SaveState::Failed(in_browser), SaveState::Failed(in_studio)) => Some((
                format!(
                    "Not saved: {in_browser}. {in_studio} Save it, or copy your text before you leave this page."
                ),
                true,
            )),
            (SaveState::Failed(why), _) => Some((format!("Not saved: {why}."), true)),
            (_, SaveState::Failed(why)) => Some((
                format!("Not saved in the studio: {why} This browser keeps your text."),
                true,
            )),
            (_, SaveState::Saved(at)) => Some((
                format!("Saved {} as a draft", browser::time_of_day(at)),
                false,
            )),
            (SaveState::Saved(at), SaveState::Unchanged) => Some((
                format!("Saved {} in this browser", browser::time_of_day(at)),
                false,
            )),
            (SaveState::Pending, _) | (_, SaveState::Pending) => {
                Some(("Saving…".to_owned(), false))
            }
            _ => None,
        })
    }
}
