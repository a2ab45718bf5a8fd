//! Locks that the tabs of a browser share (the Web Locks API). A lock ends with the page that holds it, whatever
//! ends the page.

use leptos::prelude::*;
use std::{cell::RefCell, collections::HashSet, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[wasm_bindgen]
extern "C" {
    type LockManager;

    #[wasm_bindgen(method)]
    fn request(
        this: &LockManager,
        name: &str,
        options: &JsValue,
        held: &JsValue,
    ) -> js_sys::Promise;

    #[wasm_bindgen(method)]
    fn query(this: &LockManager) -> js_sys::Promise;
}

/// `None` on pages that were not served over HTTPS or from this machine, and in old browsers.
fn manager() -> Option<LockManager> {
    let get = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &name.into()).ok();
    let locks = get(&get(&window(), "navigator")?, "locks")?;
    (!locks.is_undefined()).then(|| locks.unchecked_into())
}

/// Whether this browser has locks.
pub fn are_supported() -> bool {
    manager().is_some()
}

enum LockState {
    Wanted,
    /// Called, it lets go.
    Held(js_sys::Function),
    Released,
}

/// A lock that is held, or waited for. It is let go when this is dropped.
pub struct Lock(Rc<RefCell<LockState>>);

impl Lock {
    /// Waits for a lock, or takes it from whoever holds it. `on_held` is called when it is held, `on_lost` when
    /// somebody took it away. `None` where this browser has no locks.
    pub fn request(
        name: &str,
        steal: bool,
        on_held: impl FnOnce() + 'static,
        on_lost: impl FnOnce() + 'static,
    ) -> Option<Self> {
        let manager = manager()?;
        let state = Rc::new(RefCell::new(LockState::Wanted));
        let granted = Rc::clone(&state);
        let held = Closure::once_into_js(move |_lock: JsValue| -> JsValue {
            if matches!(*granted.borrow(), LockState::Released) {
                return JsValue::UNDEFINED;
            }
            let mut release = None;
            let until = js_sys::Promise::new(&mut |resolve, _| release = Some(resolve));
            if let Some(release) = release {
                granted.replace(LockState::Held(release));
            }
            on_held();
            until.into()
        });
        let options = js_sys::Object::new();
        // A plain object takes any property.
        let _ = js_sys::Reflect::set(&options, &"steal".into(), &steal.into());
        let ended = JsFuture::from(manager.request(name, &options, &held));
        spawn_local(async move {
            if ended.await.is_err() {
                on_lost();
            }
        });
        Some(Self(state))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let LockState::Held(release) = self.0.replace(LockState::Released) {
            // Resolving a promise does not fail.
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

/// The names of all locks that are held or waited for. `None` where this browser has no locks.
pub async fn names() -> Option<HashSet<String>> {
    let snapshot = JsFuture::from(manager()?.query()).await.ok()?;
    let mut names = HashSet::new();
    for list in ["held", "pending"] {
        let list = js_sys::Reflect::get(&snapshot, &list.into()).ok()?;
        for lock in js_sys::Array::from(&list).iter() {
            let name = js_sys::Reflect::get(&lock, &"name".into()).ok();
            names.extend(name.and_then(|name| name.as_string()));
        }
    }
    Some(names)
}
