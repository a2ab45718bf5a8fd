//! The time of day, a second at a time.

use crate::locale;
use domain::Timestamp;
use gloo_timers::callback::Interval;
use leptos::prelude::*;

/// The attribute of `<html>` with the studio's time when it rendered the page, in milliseconds since 1970.
const RENDERED: &str = "data-rendered";

/// The studio's time, by the browser's clock. It starts after hydration: before, server and browser would differ.
pub fn start(now: RwSignal<Option<Timestamp>>) {
    Effect::new(move |_| {
        let skew = browser_clock_skew();
        let tick = move || now.set(Some(Timestamp(js_sys::Date::now() as i64 - skew)));
        tick();
        locale::set_hydrated();
        // Kept by the effect's owner: with it the clock stops.
        StoredValue::new_local(Interval::new(1_000, tick));
    });
}

/// How far the browser's clock is ahead of the studio's, in milliseconds.
fn browser_clock_skew() -> i64 {
    let rendered = document()
        .document_element()
        .and_then(|root| root.get_attribute(RENDERED))
        .and_then(|text| text.parse().ok());
    let age = window().performance().map(|performance| performance.now());
    match (rendered, age) {
        (Some(rendered), Some(age)) => clock_skew(js_sys::Date::now() as i64, age as i64, rendered),
        _ => 0,
    }
}

/// How far a clock that says `now` is ahead of one that said `rendered` within the last `age` milliseconds: the
/// smallest difference that can be, so that a clock that may be right is.
const fn clock_skew(now: i64, age: i64, rendered: i64) -> i64 {
    let earliest = now - age;
    if rendered < earliest {
        earliest - rendered
    } else if rendered > now {
        now - rendered
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::clock_skew;

    #[test]
    fn a_clock_is_wrong_only_by_what_the_pages_age_does_not_explain() {
        assert_eq!(clock_skew(10_000, 3_000, 8_000), 0);
        assert_eq!(clock_skew(10_000, 3_000, 10_000), 0);
        assert_eq!(clock_skew(3_610_000, 3_000, 8_000), 3_599_000);
        assert_eq!(clock_skew(10_000, 3_000, 3_610_000), -3_600_000);
    }
}
