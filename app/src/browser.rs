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

/// Goes to an address by the browser itself. A download leaves the page as it is.
pub fn go_to(address: &str) {
    let _ = window().location().set_href(address);
}

/// Loads the page anew.
pub fn reload() {
    let _ = window().location().reload();
}
