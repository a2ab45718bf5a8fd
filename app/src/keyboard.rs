//! Keys of an input method: Japanese, Chinese, Korean and others are typed by composing a word first, and Enter
//! then confirms the word. It must never send, answer or close anything.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::KeyboardEvent;

/// What browsers give as the code of a key that an input method handles. Safari says nothing else for the Enter
/// that ends a composition.
const HANDLED_BY_INPUT_METHOD: u32 = 229;

/// Whether the key belongs to an input method.
fn is_composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == HANDLED_BY_INPUT_METHOD
}

/// Keeps keys of an input method from every handler and every form of the studio.
///
/// One listener in front of all others, so that no form and no shortcut has to think of it.
pub fn guard_composition() {
    let guard = Closure::<dyn Fn(KeyboardEvent)>::new(|event: KeyboardEvent| {
        if is_composing(&event) {
            event.stop_immediate_propagation();
            if event.key() == "Enter" {
                // A form would be sent.
                event.prevent_default();
            }
        }
    });
    // Fails nowhere; without it the studio only lacks the guard.
    let _ = window().add_event_listener_with_callback_and_bool(
        "keydown",
        guard.as_ref().unchecked_ref(),
        true,
    );
    guard.forget();
}
