//! What only a browser has: storage, focus, dialogs, random keys. Called from effects and event
//! handlers alone, never while a page is rendered.

use leptos::prelude::*;
use std::ops::Range;
use uuid::Builder;
use wasm_bindgen::JsCast;
use web_sys::{
    HtmlElement, HtmlTextAreaElement, ScrollIntoViewOptions, ScrollLogicalPosition, Storage,
};

/// A key nobody used before. Random bytes instead of `crypto.randomUUID`: that one is missing on
/// pages served over plain HTTP from another machine.
pub fn random_uuid() -> String {
    let mut bytes = [0; 16];
    let filled = window()
        .crypto()
        .is_ok_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        for byte in &mut bytes {
            *byte = (js_sys::Math::random() * 256.0) as u8;
        }
    }
    Builder::from_random_bytes(bytes).into_uuid().to_string()
}

fn local_storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// What is kept under this name; `None` too where the browser keeps nothing.
pub fn get_item(name: &str) -> Option<String> {
    local_storage()?.get_item(name).ok().flatten()
}

/// Keeps a value under this name, or forgets it. Answers whether the browser did: its storage may be full or
/// blocked.
pub fn set_item(name: &str, value: Option<&str>) -> bool {
    local_storage().is_some_and(|storage| {
        match value {
            Some(value) => storage.set_item(name, value),
            None => storage.remove_item(name),
        }
        .is_ok()
    })
}

/// The names, beginning with this, under which something is kept.
pub fn keys_with_prefix(beginning: &str) -> Vec<String> {
    let Some(storage) = local_storage() else {
        return Vec::new();
    };
    let all = 0..storage.length().unwrap_or_default();
    all.filter_map(|at| storage.key(at).ok().flatten())
        .filter(|name| name.starts_with(beginning))
        .collect()
}

/// The storage of this tab alone.
pub fn session_storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// The browser's clock, in milliseconds since 1970.
pub fn now() -> i64 {
    js_sys::Date::now() as i64
}

/// "12:03", in the reader's time zone and format; with the day where that is another one.
pub fn time_of_day(at: i64) -> String {
    let (then, today) = (
        js_sys::Date::new(&(at as f64).into()),
        js_sys::Date::new_0(),
    );
    let options = js_sys::Object::new();
    let set = |name: &str, value: &str| {
        // A plain object takes any property.
        let _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
    };
    set("hour", "2-digit");
    set("minute", "2-digit");
    if then.to_date_string() != today.to_date_string() {
        set("day", "numeric");
        set("month", "short");
    }
    then.to_locale_string("default", &options).into()
}

/// Selects all of a text and copies it. Works without the clipboard API, too, which pages served over plain
/// HTTP do not have.
pub fn copy_all(area: &HtmlTextAreaElement) -> bool {
    area.select();
    let document = document();
    let copy = js_sys::Reflect::get(&document, &"execCommand".into())
        .ok()
        .and_then(|copy| copy.dyn_into::<js_sys::Function>().ok());
    copy.and_then(|copy| copy.call1(&document, &"copy".into()).ok())
        .is_some_and(|done| done.is_truthy())
}

/// Moves the focus to the element with this id, without scrolling there.
pub fn focus(id: &str) {
    if let Some(element) = by_id(id) {
        let _ = element.focus();
    }
}

/// Scrolls to the element with this id and gives it the focus; whether it is there.
pub fn reveal(id: &str) -> bool {
    let Some(element) = by_id(id) else {
        return false;
    };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    let _ = element.focus();
    true
}

/// Scrolls as little as shows the element with this id.
pub fn show(id: &str) {
    if let Some(element) = by_id(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Whether the focus is where letters are typed.
pub fn is_typing() -> bool {
    crate::focus::focused().is_some_and(|focused| {
        const FIELDS: &str = "textarea, select, [contenteditable], \
                              input:not([type='checkbox'], [type='radio'], [type='button'], [type='submit'])";
        focused.matches(FIELDS).unwrap_or(false)
    })
}

/// Whether a dialog waits for an answer.
pub fn has_open_dialog() -> bool {
    document()
        .query_selector("dialog[open]")
        .is_ok_and(|dialog| dialog.is_some())
}

/// Whether the keyboard has a Cmd key.
pub fn is_mac() -> bool {
    let get = |of: &wasm_bindgen::JsValue, name: &str| js_sys::Reflect::get(of, &name.into()).ok();
    let platform = get(&window(), "navigator").and_then(|navigator| get(&navigator, "platform"));
    let platform = platform.and_then(|platform| platform.as_string());
    platform.is_some_and(|platform| platform.starts_with("Mac") || platform.starts_with("iP"))
}

/// Scrolls to the entry that carries this name, marks it as what was looked for and gives it the focus. Answers
/// whether it is on the page.
pub fn reveal_entry(name: &str) -> bool {
    // What an address says is no selector.
    if !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
        return false;
    }
    let select = |selector: &str| {
        let found = document().query_selector(selector).ok().flatten();
        found.and_then(|found| found.dyn_into::<HtmlElement>().ok())
    };
    let Some(entry) = select(&format!("[data-entry='{name}']")) else {
        return false;
    };
    if let Some(before) = select("[data-found]") {
        let _ = before.remove_attribute("data-found");
    }
    let _ = entry.set_attribute("data-found", "");
    let _ = entry.set_attribute("tabindex", "-1");
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    entry.scroll_into_view_with_scroll_into_view_options(&options);
    let focus = web_sys::FocusOptions::new();
    focus.set_prevent_scroll(true);
    let _ = entry.focus_with_options(&focus);
    true
}

/// Moves the focus through the elements that match, as a key says; from `before`, where it is in none of them.
/// Answers whether it moved.
pub fn step_focus(selector: &str, step: crate::list_keys::ListStep) -> bool {
    let Ok(all) = document().query_selector_all(selector) else {
        return false;
    };
    let item =
        |at: usize| -> Option<HtmlElement> { all.item(u32::try_from(at).ok()?)?.dyn_into().ok() };
    let focused = crate::focus::focused();
    let count = all.length() as usize;
    let at = focused.and_then(|focused| (0..count).find(|at| item(*at).as_ref() == Some(&focused)));
    let target = step.from(at, count).and_then(item);
    target.is_some_and(|target| target.focus().is_ok())
}

/// Whether the first of the elements that match has the focus.
pub fn is_first_focused(selector: &str) -> bool {
    let first = document().query_selector(selector).ok().flatten();
    first.is_some() && first.as_ref() == document().active_element().as_ref()
}

/// Selects what `find` finds in the text of a field, in bytes, and shows it there.
pub fn select_passage(field: &str, find: impl FnOnce(&str) -> Option<Range<usize>>) {
    let field = document().query_selector(field).ok().flatten();
    let Some(field) = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) else {
        return;
    };
    let text = field.value();
    let Some(place) = find(&text) else {
        return;
    };
    // Browsers count in UTF-16.
    let units = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
    let from = units(&text[..place.start]);
    let to = from.saturating_add(units(&text[place]));
    // A field scrolls to its selection when it gets the focus.
    let _ = field.blur();
    let _ = field.set_selection_range(from, to);
    let _ = field.focus();
}

/// Whether the focus is within the element with this id, or nowhere at all.
pub fn has_focus_in(id: &str) -> bool {
    let focused = crate::focus::focused();
    focused.is_none_or(|focused| {
        by_id(id).is_some_and(|around| around.contains(Some(focused.as_ref())))
    })
}

/// Closes a sheet (a popover), if it is open.
pub fn close_popover(id: &str) {
    if let Some(element) = by_id(id) {
        // An error says that it was not open.
        let _ = element.hide_popover();
    }
}

fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Sets or removes an attribute of `<html>`.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    if let Some(root) = document().document_element() {
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

/// Says something above a page that has no way of its own to say it.
#[cfg(feature = "hydrate")]
pub fn warn(text: &str) {
    if let (Some(body), Ok(warning)) = (document().body(), document().create_element("p")) {
        let _ = warning.set_attribute("role", "alert");
        let _ = warning.set_attribute("class", "warning");
        warning.set_text_content(Some(text));
        let _ = body.prepend_with_node_1(&warning);
    }
}

/// Goes to an address as a link does.
pub fn follow(address: &str) {
    let (Some(body), Ok(link)) = (document().body(), document().create_element("a")) else {
        return;
    };
    let _ = link.set_attribute("href", address);
    let _ = body.append_child(&link);
    if let Some(link) = link.dyn_ref::<HtmlElement>() {
        link.click();
    }
    let _ = body.remove_child(&link);
}

/// Goes to an address by the browser itself. A download leaves the page as it is.
pub fn go_to(address: &str) {
    let _ = window().location().set_href(address);
}

/// Loads the page anew.
pub fn reload() {
    let _ = window().location().reload();
}
