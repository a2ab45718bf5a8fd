//! Where the keyboard's focus goes when the element that has it is removed from the page.
//!
//! A browser then gives it to `<body>`, and whoever works by keyboard or hears the page begins at its top again.
//! Here it moves to the control that took the removed one's place, else to its nearest neighbour, else to the
//! page's heading.

use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{Element, Event, HtmlElement, MutationObserver, MutationObserverInit};

/// What can take the focus by Tab.
const FOCUSABLE: &str = "a[href],button:not([disabled]),input:not([disabled]),select:not([disabled]),\
                         textarea:not([disabled]),summary,[tabindex='0']";

/// The id of every page's heading.
const HEADING: &str = "title";

/// An element on the way from the focused one up to the page, with its neighbours.
struct Ancestor {
    element: Element,
    neighbours: [Option<Element>; 2],
}

thread_local! {
    /// The focused element first, its ancestors after it.
    static ANCESTORS: RefCell<Vec<Ancestor>> = const { RefCell::new(Vec::new()) };
    /// What had the focus before each open dialog.
    static SAVED: RefCell<Vec<Option<HtmlElement>>> = const { RefCell::new(Vec::new()) };
}

/// Watches the focus from now on.
pub fn watch() {
    let remember = Closure::<dyn Fn(Event)>::new(|event: Event| {
        let target = event.target().and_then(|target| target.dyn_into().ok());
        ANCESTORS.with_borrow_mut(|ancestors| {
            ancestors.clear();
            let mut next: Option<Element> = target;
            while let Some(element) = next {
                next = element.parent_element();
                let neighbours = [
                    element.next_element_sibling(),
                    element.previous_element_sibling(),
                ];
                ancestors.push(Ancestor {
                    element,
                    neighbours,
                });
            }
        });
    });
    let forget = Closure::<dyn Fn()>::new(|| {
        // A click beside all controls gives the focus up: nothing is to be brought back then.
        request_animation_frame(|| {
            let mut gives_up = is_nowhere();
            ANCESTORS.with_borrow_mut(|ancestors| {
                gives_up &= ancestors
                    .first()
                    .is_some_and(|link| link.element.is_connected());
                if gives_up {
                    ancestors.clear();
                }
            });
        });
    });
    let look = Closure::<dyn Fn()>::new(|| {
        if is_lost() {
            // A frame later, so that what comes instead of the removed element is there.
            request_animation_frame(|| {
                if is_lost() {
                    recover();
                }
            });
        }
    });
    let listen = |name, closure: &wasm_bindgen::JsValue| {
        let _ =
            window().add_event_listener_with_callback_and_bool(name, closure.unchecked_ref(), true);
    };
    listen("focusin", remember.as_ref());
    listen("mousedown", forget.as_ref());
    if let (Some(body), Ok(observer)) = (
        document().body(),
        MutationObserver::new(look.as_ref().unchecked_ref()),
    ) {
        let options = MutationObserverInit::new();
        options.set_child_list(true);
        options.set_subtree(true);
        let _ = observer.observe_with_options(&body, &options);
    }
    remember.forget();
    forget.forget();
    look.forget();
}

/// The element that has the focus, if any has.
pub fn focused() -> Option<HtmlElement> {
    let element = document().active_element()?;
    let is_body = element.tag_name().eq_ignore_ascii_case("body");
    element.dyn_into().ok().filter(|_| !is_body)
}

/// A dialog is about to take the focus.
pub fn save() {
    let before = focused();
    SAVED.with_borrow_mut(|saved| saved.push(before));
}

/// A dialog is gone: what had the focus before it gets it back, a frame later and only if nothing else has it by
/// then.
pub fn restore() {
    let before = SAVED.with_borrow_mut(Vec::pop).flatten();
    request_animation_frame(move || {
        // In a dialog that has just closed, the browser takes it away only after this.
        if focused().is_none_or(|focused| !is_visible(&focused)) {
            let before = before.filter(|before| before.is_connected());
            match before.and_then(|before| opener_if_hidden(&before)) {
                Some(before) => focus_on(&before),
                None => recover(),
            }
        }
    });
}

/// Moves the focus to the page's heading, without scrolling there.
pub fn to_heading() {
    if let Some(heading) = document().get_element_by_id(HEADING) {
        let _ = heading.set_attribute("tabindex", "-1");
        focus_on(&heading);
    }
}

fn is_nowhere() -> bool {
    focused().is_none()
}

/// Whether the element that had the focus was removed, and nothing else has it.
fn is_lost() -> bool {
    is_nowhere()
        && ANCESTORS.with_borrow(|ancestors| {
            ancestors
                .first()
                .is_some_and(|link| !link.element.is_connected())
        })
}

fn recover() {
    let target = ANCESTORS.with_borrow(|ancestors| {
        let home = ancestors
            .iter()
            .position(|link| link.element.is_connected())?;
        let (lost, removed) = (
            &ancestors.first()?.element,
            ancestors.get(home.checked_sub(1)?)?,
        );
        let home = &ancestors[home].element;
        same_as(lost, home)
            .or_else(|| removed.neighbours.iter().flatten().find_map(first_in))
            .or_else(|| nearest(home))
    });
    match target {
        Some(target) => focus_on(&target),
        None => to_heading(),
    }
}

/// The element where it is in sight; where it is in a menu that has closed, what opens the menu.
fn opener_if_hidden(element: &Element) -> Option<Element> {
    if is_visible(element) {
        return Some(element.clone());
    }
    let menu = element.closest("[popover]").ok().flatten()?;
    let opener = format!("[popovertarget='{}']", menu.id());
    let opener = document().query_selector(&opener).ok().flatten();
    opener.filter(is_visible)
}

/// The control below `home` that says the same as the lost one: it was made anew.
fn same_as(lost: &Element, home: &Element) -> Option<Element> {
    let name = name_of(lost);
    all_in(home).find(|element| {
        element.tag_name() == lost.tag_name() && name_of(element) == name && is_visible(element)
    })
}

/// The first control in an element that is still on the page, or the element itself.
fn first_in(element: &Element) -> Option<Element> {
    if !element.is_connected() {
        return None;
    }
    let itself = element.matches(FOCUSABLE).unwrap_or(false);
    let itself = itself.then(|| element.clone()).filter(is_visible);
    itself.or_else(|| all_in(element).find(is_visible))
}

/// The first control around; where the page's heading is nearer, none.
fn nearest(home: &Element) -> Option<Element> {
    let mut around = Some(home.clone());
    while let Some(element) = around {
        let has_heading = element
            .query_selector(&format!("#{HEADING}"))
            .ok()
            .flatten()
            .is_some();
        if has_heading {
            return None;
        }
        if let Some(found) = first_in(&element) {
            return Some(found);
        }
        around = element.parent_element();
    }
    None
}

fn all_in(element: &Element) -> impl Iterator<Item = Element> + use<> {
    let all = element.query_selector_all(FOCUSABLE).ok();
    let count = all.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(move |at| all.as_ref()?.item(at)?.dyn_into().ok())
}

fn is_visible(element: &Element) -> bool {
    element
        .dyn_ref::<HtmlElement>()
        .is_some_and(|element| element.offset_width() > 0)
}

fn name_of(element: &Element) -> String {
    ["id", "aria-label"]
        .into_iter()
        .find_map(|name| {
            element
                .get_attribute(name)
                .filter(|value| !value.is_empty())
        })
        .or_else(|| element.text_content())
        .unwrap_or_default()
}

fn focus_on(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}
