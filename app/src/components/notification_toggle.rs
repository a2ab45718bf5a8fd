//! Asking to be told, outside the page, when something is finished or needs the author.

use super::show;
use crate::live::background_tab::{self, PermissionOutcome};
use leptos::{prelude::*, task::spawn_local};

/// A switch, off until somebody turns it on; only then does the browser ask for permission.
#[component]
pub fn NotificationToggle() -> AnyView {
    let on = RwSignal::new(None::<bool>);
    let refused = RwSignal::new(false);
    // What the browser knows is known only there.
    Effect::new(move |_| on.set(Some(background_tab::notifications_enabled())));
    let change = move |event: leptos::ev::Event| {
        refused.set(false);
        if !event_target_checked(&event) {
            background_tab::disable_notifications();
            on.set(Some(false));
            return;
        }
        spawn_local(async move {
            let granted =
                background_tab::enable_notifications().await == PermissionOutcome::Granted;
            refused.set(!granted);
            // Set anew even where it was off: the box was ticked meanwhile.
            on.set(None);
            on.set(Some(granted));
        });
    };
    view! {
        <label class="choice">
            <input
                type="checkbox"
                prop:checked=move || on.get() == Some(true)
                disabled=move || on.get().is_none()
                on:change=change
            />
            "Notify me when something finishes, fails or needs my attention while this page is in the \
             background"
        </label>
        {show(move || {
            refused
                .get()
                .then(|| {
                    view! {
                        <p role="alert" class="error-message">
                            "Your browser blocks notifications for this address. Allow them in the \
                             browser’s settings, then try again."
                        </p>
                    }
                })
        })}
    }
    .into_any()
}
