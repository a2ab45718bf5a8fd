//! A moment: its day in UTC at first; how long ago it is in the reader's words, once there is a clock.

use crate::{
    live::{Studio, memo},
    words,
};
use domain::Timestamp;
use leptos::prelude::*;

/// A moment in time.
#[component]
pub fn When(
    /// Which.
    at: Timestamp,
) -> AnyView {
    let now = Studio::here().now;
    let text = move || {
        now.get()
            .map_or_else(|| words::day(at), |now| words::ago(now, at))
    };
    view! {
        <time datetime=at.to_rfc3339() title=move || words::moment(at)>
            {memo(text)}
        </time>
    }
    .into_any()
}
