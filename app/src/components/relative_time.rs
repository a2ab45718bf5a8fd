//! A moment: its day in UTC at first; how long ago it is in the reader's words, once there is a clock.

use crate::{
    formatting,
    live::{Studio, memo},
};
use domain::Timestamp;
use leptos::prelude::*;

/// A moment in time.
#[component]
pub fn RelativeTime(
    /// Which.
    at: Timestamp,
) -> AnyView {
    let now = Studio::get().now;
    let text = move || {
        now.get().map_or_else(
            || formatting::day(at),
            |now| formatting::relative_time(now, at),
        )
    };
    view! {
        <time datetime=at.to_rfc3339() title=move || formatting::moment(at)>
            {memo(text)}
        </time>
    }
    .into_any()
}
