//! Which tab this is, and which other tabs of this browser are open.

use super::locks::{self, Lock};
use crate::browser;
use leptos::prelude::*;
use std::{cell::RefCell, collections::HashSet};
use web_sys::Event;

/// The name under which a tab keeps its id while it loads another page.
const TAB_ID_KEY: &str = "fablewright-tab";

/// How the lock of an open tab begins; its id follows.
const LOCK_PREFIX: &str = "fablewright-tab-";

thread_local! {
    static TAB: RefCell<Option<String>> = const { RefCell::new(None) };
    static TAB_LOCK: RefCell<Option<Lock>> = const { RefCell::new(None) };
}

/// This tab's id: the same before and after a reload, and no other tab's. A page that the browser brings back from its
/// memory has a new one: see [`on_return`].
pub fn id() -> String {
    TAB.with_borrow_mut(|tab| tab.get_or_insert_with(inherited_id).clone())
}

/// The id that the page before this one left in the tab. It is taken away: a tab that is duplicated gets a copy
/// of the storage, and must not have the same id.
fn inherited_id() -> String {
    let session = browser::session_storage();
    let left = session.as_ref().and_then(|session| {
        let left = session.get_item(TAB_ID_KEY).ok().flatten();
        let _ = session.remove_item(TAB_ID_KEY);
        left
    });
    left.unwrap_or_else(browser::random_uuid)
}

/// Tells other tabs that this one is open, for as long as it is.
pub fn register() {
    let announce = || {
        // Before what the last page left is taken away.
        let id = id();
        if let Some(session) = browser::session_storage() {
            let _ = session.remove_item(TAB_ID_KEY);
        }
        let lock = Lock::request(&format!("{LOCK_PREFIX}{id}"), false, || (), || ());
        TAB_LOCK.set(lock);
    };
    announce();
    window_event_listener_untyped("pagehide", move |_: Event| {
        // For the next page in this tab. Without its lock the page can be kept for Back.
        if let Some(session) = browser::session_storage() {
            let _ = session.set_item(TAB_ID_KEY, &id());
        }
        TAB_LOCK.set(None);
    });
    // What came after this page had its id, and kept there what was typed since: that is newer than what is here, and
    // another tab's from now on.
    on_return(move || {
        TAB.set(Some(browser::random_uuid()));
        announce();
    });
}

/// Calls this whenever the page comes back from the browser's memory, with what was typed in it. Another page may have
/// been in the tab meanwhile, and this tab has another id by then.
pub fn on_return(act: impl Fn() + 'static) -> WindowListenerHandle {
    window_event_listener_untyped("pageshow", move |event: Event| {
        let persisted = js_sys::Reflect::get(&event, &"persisted".into());
        if persisted.is_ok_and(|persisted| persisted.is_truthy()) {
            act();
        }
    })
}

/// Whether this browser can tell which tabs are open.
pub fn can_be_listed() -> bool {
    locks::are_supported()
}

/// The ids of the other tabs that are open. `None`: this browser can't tell.
pub async fn open_tabs() -> Option<HashSet<String>> {
    let own = id();
    let open = locks::names().await?;
    let ids = open
        .iter()
        .filter_map(|name| name.strip_prefix(LOCK_PREFIX));
    Some(ids.filter(|id| *id != own).map(str::to_owned).collect())
}
