//! Keeps what is typed: in the browser with every letter, in the studio a moment after the typing stops.

use super::{
    kept::{self, Base, Unsaved},
    reader::Open,
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
const PAUSE: i64 = 900;

/// While it does not stop, the studio gets the text this often.
const AT_MOST: i64 = 4_000;

/// What the studio did not take is sent again after so long.
const AGAIN: Duration = Duration::from_secs(5);

/// A longer text, in bytes, is not written to the browser's storage with every letter.
const LONG: usize = 200_000;

/// Where a text is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
enum State {
    /// Nothing was typed since.
    Nothing,
    /// Something was typed that is not there yet.
    Behind,
    /// Kept at this time.
    Kept(i64),
    /// Refused; why.
    Refused(String),
}

/// Keeps the text of one editor.
#[derive(Clone, Copy)]
pub(super) struct Keeper {
    open: Open,
    base: StoredValue<Base>,
    /// What the chapter has, which need not be kept.
    saved: StoredValue<String>,
    text: StoredValue<String>,
    browser: RwSignal<State>,
    studio: RwSignal<State>,
    /// When the first letter was typed that the studio does not have.
    since: StoredValue<Option<i64>>,
    timer: StoredValue<Option<TimeoutHandle>>,
    sending: StoredValue<bool>,
    /// How many texts of the chapter were saved or discarded on this page before.
    settled: u32,
}

impl Keeper {
    /// For an editor that begins with this text.
    pub fn new(open: Open, text: String, base: Base, saved: String) -> Self {
        let keeper = Self {
            open,
            base: StoredValue::new(base),
            saved: StoredValue::new(saved),
            text: StoredValue::new(text),
            browser: RwSignal::new(State::Nothing),
            studio: RwSignal::new(State::Nothing),
            since: StoredValue::new(None),
            timer: StoredValue::new(None),
            sending: StoredValue::new(false),
            settled: open.settlements().unwrap_or_default(),
        };
        let flush = move |_: Event| {
            keeper.flush();
        };
        let hide = window_event_listener_untyped("pagehide", flush);
        let switch = window_event_listener_untyped("visibilitychange", flush);
        let leave = window_event_listener_untyped("beforeunload", move |event| {
            if !keeper.is_safe() {
                // The browser asks whether to leave.
                event.prevent_default();
                let _ = js_sys::Reflect::set(&event, &"returnValue".into(), &true.into());
            }
        });
        let returns = tabs::on_return(move || keeper.come_back());
        on_cleanup(move || {
            for listener in [hide, switch, leave, returns] {
                listener.remove();
            }
            keeper.stop_waiting();
            keeper.flush();
            // The page is left: what the studio does not have, it gets now.
            if keeper.since.try_get_value().flatten().is_some() {
                keeper.send();
            }
        });
        keeper
    }

    /// Whether the text is saved or discarded: then it is kept no more.
    fn is_settled(&self) -> bool {
        let settled = self.open.settlements();
        settled.is_some_and(|settled| settled != self.settled)
    }

    /// The text as it is.
    pub fn unsaved(&self) -> Unsaved {
        Unsaved {
            text: self.text.try_get_value().unwrap_or_default(),
            base: self.base.try_get_value().unwrap_or_default(),
            at: browser::now(),
        }
    }

    /// What it is based on.
    pub fn base(&self) -> Base {
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
    pub fn restored(&self, unsaved: &Unsaved) {
        self.kept_here(kept::keep(self.open, unsaved), unsaved.at);
        self.studio.set(State::Behind);
        self.since.set_value(Some(browser::now()));
        self.send_after(Duration::from_millis(PAUSE.unsigned_abs()));
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
        self.open.look_for_others(own);
    }

    /// The editor shows another text from here on.
    pub fn switch(&self, to: &Unsaved) {
        self.base.set_value(to.base);
        self.typed(to.text.clone());
    }

    /// Something was typed.
    pub fn typed(&self, text: String) {
        let long = text.len() > LONG;
        self.text.set_value(text);
        let now = browser::now();
        let since = self.since.get_value().unwrap_or(now);
        self.since.set_value(Some(since));
        if self
            .studio
            .with_untracked(|state| matches!(state, State::Nothing | State::Kept(_)))
        {
            self.studio.set(State::Behind);
        }
        if long
            && self
                .browser
                .with_untracked(|state| *state != State::Nothing)
        {
            self.browser.set(State::Behind);
        } else {
            self.keep_here();
        }
        let wait = PAUSE.min(since + AT_MOST - now).max(0);
        self.send_after(Duration::from_millis(wait.unsigned_abs()));
    }

    fn send_after(&self, wait: Duration) {
        let keeper = *self;
        let timer = set_timeout_with_handle(
            move || {
                keeper.flush();
                keeper.send();
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
        if self.browser.try_get_untracked() == Some(State::Behind) {
            self.keep_here();
        }
    }

    fn keep_here(&self) {
        if self.is_settled() {
            return;
        }
        if !self.is_changed() {
            // Typed back to what the chapter has.
            kept::forget(self.open);
            self.browser.try_set(State::Nothing);
            self.studio.try_set(State::Nothing);
            return;
        }
        let unsaved = self.unsaved();
        self.kept_here(kept::keep(self.open, &unsaved), unsaved.at);
    }

    fn kept_here(&self, kept: bool, at: i64) {
        self.browser.try_set(match kept {
            true => State::Kept(at),
            false => State::Refused("this browser’s storage is full or blocked".to_owned()),
        });
    }

    fn send(&self) {
        let sending = self.sending.try_get_value().unwrap_or(true);
        if self.open.is_gone() {
            self.studio.try_set(State::Nothing);
            return;
        }
        if sending || self.is_settled() || !self.is_changed() {
            return;
        }
        let keeper = *self;
        let unsaved = self.unsaved();
        let (story, chapter) = (self.open.story, self.open.chapter);
        self.sending.set_value(true);
        self.since.set_value(None);
        spawn_local(async move {
            let new = unsaved.autosave();
            let Unsaved { text, .. } = unsaved;
            let answer = keep_autosave(story, chapter.into(), new).await;
            keeper.sending.try_set_value(false);
            if keeper.is_settled() {
                // Saved or discarded meanwhile: what was sent must not come back.
                kept::forget_autosave(story, chapter);
                return;
            }
            let Some(latest) = keeper.text.try_with_value(|now| *now == text) else {
                return;
            };
            match answer {
                Ok(_) if latest => {
                    keeper.studio.try_set(State::Kept(browser::now()));
                }
                Ok(_) => keeper.send_after(Duration::ZERO),
                Err(error) => {
                    let again = error.is_unreachable();
                    keeper.studio.try_set(State::Refused(error.message));
                    if again || !latest {
                        keeper.send_after(AGAIN);
                    }
                }
            }
        });
    }

    /// Whether the page can be left without loss.
    fn is_safe(&self) -> bool {
        let kept = |state: RwSignal<State>| {
            state
                .try_get_untracked()
                .is_none_or(|state| matches!(state, State::Nothing | State::Kept(_)))
        };
        self.flush();
        self.is_settled() || !self.is_changed() || kept(self.browser) || kept(self.studio)
    }

    /// The sign of life: when the text was kept, or why it was not. The second is `true` for trouble.
    pub fn said(&self) -> Memo<Option<(String, bool)>> {
        let (browser, studio) = (self.browser, self.studio);
        memo(move || match (browser.get(), studio.get()) {
            (State::Refused(why), State::Kept(at)) => Some((
                format!(
                    "Saved {} as a draft in the studio. In this browser it is not saved: {why}.",
                    browser::time_of_day(at)
                ),
                true,
            )),
            (State::Refused(here), State::Refused(there)) => Some((
                format!(
                    "Not saved: {here}. {there} Save it, or copy your text before you leave this page."
                ),
                true,
            )),
            (State::Refused(why), _) => Some((format!("Not saved: {why}."), true)),
            (_, State::Refused(why)) => Some((
                format!("Not saved in the studio: {why} This browser keeps your text."),
                true,
            )),
            (_, State::Kept(at)) => Some((
                format!("Saved {} as a draft", browser::time_of_day(at)),
                false,
            )),
            (State::Kept(at), State::Nothing) => Some((
                format!("Saved {} in this browser", browser::time_of_day(at)),
                false,
            )),
            (State::Behind, _) | (_, State::Behind) => Some(("Saving…".to_owned(), false)),
            _ => None,
        })
    }
}
