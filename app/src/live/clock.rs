//! The time of day, a second at a time.

use domain::Timestamp;
use leptos::prelude::*;
use std::time::Duration;

/// The browser's time. The clock starts after hydration: before, server and browser would differ.
pub fn start(now: RwSignal<Option<Timestamp>>) {
    Effect::new(move |_| {
        let tick = move || now.set(Some(Timestamp(js_sys::Date::now() as i64)));
        tick();
        if let Ok(interval) = set_interval_with_handle(tick, Duration::from_secs(1)) {
            on_cleanup(move || interval.clear());
        }
    });
}
