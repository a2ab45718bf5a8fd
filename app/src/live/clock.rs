//! The time of day, a second at a time.

use domain::Timestamp;
use gloo_timers::callback::Interval;
use leptos::prelude::*;

/// The browser's time. The clock starts after hydration: before, server and browser would differ.
pub fn start(now: RwSignal<Option<Timestamp>>) {
    Effect::new(move |_| {
        let tick = move || now.set(Some(Timestamp(js_sys::Date::now() as i64)));
        tick();
        // Kept by the effect's owner: with it the clock stops.
        StoredValue::new_local(Interval::new(1_000, tick));
    });
}
