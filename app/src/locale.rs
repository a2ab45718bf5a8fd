//! Numbers and times as this reader's browser writes them.
//!
//! The server knows neither the reader's format nor the time zone: it writes English numbers and UTC. The browser
//! takes over the page as it is, and writes its own as soon as the page is alive.

use domain::Timestamp;

/// A number with so many digits after the decimal mark; `None` before the page is alive, and on the server.
pub fn number(number: f64, digits: u32) -> Option<String> {
    in_browser::is_hydrated().then(|| in_browser::number(number, digits))?
}

/// A day, or a day with its time; `None` as above.
pub fn date(at: Timestamp, with_time: bool) -> Option<String> {
    in_browser::is_hydrated().then(|| in_browser::date(at, with_time))?
}

/// The page is alive: what was written before is written again.
pub fn set_hydrated() {
    in_browser::set_hydrated();
}

#[cfg(not(feature = "hydrate"))]
mod in_browser {
    use domain::Timestamp;

    pub const fn is_hydrated() -> bool {
        false
    }

    pub const fn number(_number: f64, _digits: u32) -> Option<String> {
        None
    }

    pub const fn date(_at: Timestamp, _with_time: bool) -> Option<String> {
        None
    }

    pub const fn set_hydrated() {}
}

#[cfg(feature = "hydrate")]
mod in_browser {
    use domain::Timestamp;
    use js_sys::{Array, Date, Intl, Object, Reflect};
    use leptos::prelude::*;
    use wasm_bindgen::JsValue;

    thread_local! {
        static HYDRATED: ArcRwSignal<bool> = ArcRwSignal::new(false);
    }

    /// Whoever asks in a part of a page that follows what it reads is asked again once it is.
    pub fn is_hydrated() -> bool {
        HYDRATED.with(|alive| {
            alive.track();
            alive.get_untracked()
        })
    }

    pub fn set_hydrated() {
        HYDRATED.with(|alive| alive.set(true));
    }

    fn options(all: &[(&str, JsValue)]) -> Object {
        let options = Object::new();
        for (name, value) in all {
            // Fails only for what is no object.
            let _ = Reflect::set(&options, &JsValue::from(*name), value);
        }
        options
    }

    pub fn number(number: f64, digits: u32) -> Option<String> {
        let options = options(&[
            ("minimumFractionDigits", digits.into()),
            ("maximumFractionDigits", digits.into()),
        ]);
        // No language named: the reader's own.
        let format = Intl::NumberFormat::new(&Array::new(), &options).format();
        let written = format.call1(&JsValue::UNDEFINED, &JsValue::from(number));
        written.ok()?.as_string()
    }

    pub fn date(at: Timestamp, with_time: bool) -> Option<String> {
        let time = match with_time {
            true => "short".into(),
            false => JsValue::UNDEFINED,
        };
        let options = options(&[("dateStyle", "medium".into()), ("timeStyle", time)]);
        let format = Intl::DateTimeFormat::new(&Array::new(), &options).format();
        let at = JsValue::from(Date::new(&JsValue::from(at.millis() as f64)));
        format.call1(&JsValue::UNDEFINED, &at).ok()?.as_string()
    }
}
