//! The browser's entry: takes over the page the server rendered.

use wasm_bindgen::prelude::wasm_bindgen;

/// Hydrates the studio.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    wasm_bindgen_futures::spawn_local(app::hydrate());
}
