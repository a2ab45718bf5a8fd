//! Where a page was scrolled to: kept for the tab, so that Back and a reload lead there; for chapters kept for
//! good, so that a story opens where the reader left off.
//!
//! Links lead to the top of a page, as everywhere.

use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{Element, HtmlElement, Storage};

/// How the names of places begin in the browser's storage; the shell's script reads them too.
pub const STORAGE_PREFIX: &str = "fablewright-scroll:";

/// How the names of chapters' places begin: these are kept for longer than the tab.
pub const CHAPTER_PREFIX: &str = "chapter-";

/// How the reader came to the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum NavigationType {
    /// It was loaded, or loaded again.
    Load,
    /// By a link, or by something that was done.
    Push,
    /// By Back or Forward.
    Traverse,
}

thread_local! {
    static NAVIGATION: Cell<NavigationType> = const { Cell::new(NavigationType::Load) };
    /// How far a page is to be scrolled that is not long enough yet: the rest of its list is being loaded.
    static PENDING: RefCell<Option<(HtmlElement, i32)>> = const { RefCell::new(None) };
}

/// Tells Back from links from now on.
pub fn watch_history() {
    let listen = |name, navigation: NavigationType| {
        let closure = Closure::<dyn Fn()>::new(move || {
            NAVIGATION.set(navigation);
            PENDING.set(None);
        });
        // In front of the router, which makes the page in answer to the same events.
        let _ = window().add_event_listener_with_callback_and_bool(
            name,
            closure.as_ref().unchecked_ref(),
            true,
        );
        closure.forget();
    };
    listen("popstate", NavigationType::Traverse);
    listen("click", NavigationType::Push);
    listen("keydown", NavigationType::Push);
    listen("wheel", NavigationType::Push);
    listen("touchstart", NavigationType::Push);
}

/// Whether the reader comes back to a page, so that it is shown as it was left.
pub fn is_return() -> bool {
    NAVIGATION.get() != NavigationType::Push
}

fn storage(name: &str) -> Option<Storage> {
    let storage = match name.starts_with(CHAPTER_PREFIX) {
        true => window().local_storage(),
        false => window().session_storage(),
    };
    storage.ok().flatten()
}

/// What is kept under this name.
pub fn load(name: &str) -> Option<String> {
    storage(name)?
        .get_item(&format!("{STORAGE_PREFIX}{name}"))
        .ok()
        .flatten()
}

/// Keeps something under this name.
pub fn store(name: &str, value: &str) {
    if let Some(storage) = storage(name) {
        // Where the browser keeps nothing, pages begin at their top.
        let _ = storage.set_item(&format!("{STORAGE_PREFIX}{name}"), value);
    }
}

/// Keeps where a page is scrolled to.
pub fn save(name: &str, page: &HtmlElement) {
    if PENDING.with_borrow(Option::is_none) {
        store(name, &page.scroll_top().to_string());
    }
}

/// Scrolls a page to where it was left. Answers whether that is kept.
pub fn restore(name: &str, page: &HtmlElement) -> bool {
    let Some(top) = load(name).and_then(|top| top.parse().ok()) else {
        return false;
    };
    let reaches = page.scroll_height() - page.client_height() >= top;
    if NAVIGATION.get() == NavigationType::Load && reaches && page.scroll_top() > 0 {
        // It is there already, and the reader may have scrolled on before the page was awake.
        return true;
    }
    page.set_scroll_top(top);
    let is_short = page.scroll_top() < top;
    PENDING.set(is_short.then(|| (page.clone(), top)));
    true
}

/// The rest of a page's list is there: scrolls on to where the page was left.
pub fn restore_rest() {
    request_animation_frame(|| {
        if let Some((page, top)) = PENDING.take() {
            page.set_scroll_top(top);
        }
    });
}

/// Does something with an element once it is on the page: what is made while it loads is put there a little later.
pub fn when_on_page(element: HtmlElement, act: impl FnOnce(&HtmlElement) + 'static) {
    try_on_page(element, Box::new(act), FRAMES);
}

/// For so many frames an element that is not on the page yet is waited for.
const FRAMES: u32 = 60;

fn try_on_page(element: HtmlElement, act: Box<dyn FnOnce(&HtmlElement)>, frames: u32) {
    if element.is_connected() {
        act(&element);
    } else if frames > 0 {
        request_animation_frame(move || try_on_page(element, act, frames - 1));
    }
}

/// Scrolls a list so that its current entry is in sight, if it is not.
pub fn show_current(list: &HtmlElement) {
    let Ok(Some(current)) = list.query_selector("[aria-current]") else {
        return;
    };
    let frame = list.get_bounding_client_rect();
    let entry = current.get_bounding_client_rect();
    if entry.height() > 0.0 && (entry.top() < frame.top() || entry.bottom() > frame.bottom()) {
        let middle = (frame.height() - entry.height()) / 2.0;
        let by = entry.top() - frame.top() - middle;
        list.set_scroll_top(list.scroll_top() + by as i32);
    }
}

/// The nearest list around an element that scrolls.
fn list_around(element: &Element) -> Option<HtmlElement> {
    element.closest(".list").ok().flatten()?.dyn_into().ok()
}

/// The same for the list around an element, once it is on the page and marks its current entry.
pub fn show_current_around(element: HtmlElement) {
    when_on_page(element, |element| {
        if let Some(list) = list_around(element) {
            request_animation_frame(move || show_current(&list));
        }
    });
}
