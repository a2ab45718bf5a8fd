//! Notices: what happened while the reader looked elsewhere.

use super::{Icon, rows};
use crate::live::{Notice, Studio};
use domain::NoticeLevel;
use leptos::prelude::*;
use std::time::Duration;

/// How long a notice stays that asks for nothing.
const LINGER: Duration = Duration::from_secs(12);

/// All notices, in a polite live region that is always there.
#[component]
pub fn Notices() -> AnyView {
    let notices = Studio::here().notices;
    view! {
        <div class="notices" role="log" aria-live="polite" aria-label="Notices">
            {rows(
                move || notices.get(),
                |notice| notice.key,
                |notice| view! { <Slip notice/> }.into_any(),
            )}
        </div>
    }
    .into_any()
}

/// One notice.
#[component]
fn Slip(notice: Notice) -> AnyView {
    let studio = Studio::here();
    let key = notice.key;
    let class = match notice.level {
        NoticeLevel::Info => "notice",
        NoticeLevel::Warn => "notice warn",
        NoticeLevel::Error => "notice bad",
    };
    // Errors stay until they were seen.
    if notice.level == NoticeLevel::Info
        && let Ok(timer) = set_timeout_with_handle(move || studio.dismiss(key), LINGER)
    {
        on_cleanup(move || timer.clear());
    }
    let link = notice.link.map(|(to, label)| {
        view! { <a href=to on:click=move |_| studio.dismiss(key)>{label}</a> }
    });
    view! {
        <div class=class>
            <p>{notice.text} " " {link}</p>
            <button
                type="button"
                class="quiet bare"
                aria-label="Dismiss"
                title="Dismiss"
                on:click=move |_| studio.dismiss(key)
            >
                {Icon::Close.view()}
            </button>
        </div>
    }
    .into_any()
}
