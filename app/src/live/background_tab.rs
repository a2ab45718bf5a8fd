//! While the tab is in the background: progress in its title and icon and, where that was asked for, the
//! browser's own notifications.

use crate::browser;
use leptos::prelude::*;
use web_sys::{Notification, NotificationOptions, NotificationPermission};

/// The name under which the browser keeps whether it is to notify.
const NOTIFY_KEY: &str = "fablewright-notify";

/// The icon when nothing is written; the document's own.
const DEFAULT_ICON: &str = "/favicon.svg";

/// Follows the page into the background and back. `badge` is what stands before the title then; `percent` is how far
/// the runs are, where there are any.
pub fn watch(badge: RwSignal<Option<String>>, percent: Memo<Option<u32>>) {
    let hidden = RwSignal::new(false);
    Effect::new(move |_| {
        let look = move || hidden.set(document().hidden());
        let listener = window_event_listener_untyped("visibilitychange", move |_| look());
        on_cleanup(move || listener.remove());
    });
    Effect::new(move |_| {
        match (hidden.get(), percent.get()) {
            (false, _) => {
                if badge.with_untracked(Option::is_some) {
                    badge.set(None);
                    set_icon(DEFAULT_ICON);
                }
            }
            (true, Some(percent)) => {
                badge.set(Some(format!("{percent}%")));
                set_icon(&progress_icon(percent));
            }
            // It ended in the background: the title says so until somebody looks.
            (true, None) if badge.with_untracked(Option::is_some) => {
                badge.set(Some("Done".to_owned()));
                set_icon(&progress_icon(100));
            }
            (true, None) => {}
        }
    });
}

fn set_icon(address: &str) {
    if let Ok(Some(link)) = document().query_selector("link[rel=icon]") {
        let _ = link.set_attribute("href", address);
    }
}

/// A ring that closes: 0 to 100.
fn progress_icon(percent: u32) -> String {
    let svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'>\
         <circle cx='16' cy='16' r='12' fill='none' stroke='#8886' stroke-width='7'/>\
         <circle cx='16' cy='16' r='12' fill='none' stroke='#b8742c' stroke-width='7' pathLength='100' \
         stroke-dasharray='{percent} 100' transform='rotate(-90 16 16)'/></svg>"
    );
    format!(
        "data:image/svg+xml,{}",
        String::from(js_sys::encode_uri_component(&svg))
    )
}

/// Whether the author asked for notifications and the browser allows them.
pub fn notifications_enabled() -> bool {
    browser::get_item(NOTIFY_KEY).is_some()
        && Notification::permission() == NotificationPermission::Granted
}

/// Shows a notice outside the page, where that was asked for and the page is in the background.
pub fn notify(text: &str) {
    if document().hidden() && notifications_enabled() {
        let options = NotificationOptions::new();
        options.set_body(text);
        options.set_icon(DEFAULT_ICON);
        // Several tabs tell the same: the browser shows it once.
        options.set_tag(text);
        let _ = Notification::new_with_options("Fablewright", &options);
    }
}

/// What came of asking for notifications.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PermissionOutcome {
    /// They will come.
    Granted,
    /// The browser does not allow them.
    Refused,
}

/// Turns notifications on; the browser asks the author where it has not yet.
pub async fn enable_notifications() -> PermissionOutcome {
    let granted = match Notification::request_permission() {
        Ok(answer) => wasm_bindgen_futures::JsFuture::from(answer)
            .await
            .is_ok_and(|answer| answer.as_string().as_deref() == Some("granted")),
        Err(_) => false,
    };
    if granted {
        browser::set_item(NOTIFY_KEY, Some("on"));
        PermissionOutcome::Granted
    } else {
        PermissionOutcome::Refused
    }
}

/// Turns notifications off.
pub fn disable_notifications() {
    browser::set_item(NOTIFY_KEY, None);
}
