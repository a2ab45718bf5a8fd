//! Says that no model writes, and leads to where one is connected.

use super::show;
use crate::live::memo;
use domain::{BUILTIN, Settings};
use leptos::prelude::*;

/// One line, while the built-in demonstration is what writes by default.
#[component]
pub fn Demonstration(
    /// The settings, once they are known.
    settings: Memo<Option<Settings>>,
) -> AnyView {
    let shown = memo(move || {
        settings.with(|settings| settings.as_ref().is_some_and(|one| one.model == BUILTIN))
    });
    show(move || {
        shown.get().then(|| {
            view! {
                <p class="muted demonstration">
                    "Built-in demonstration writer. " <a href="/settings">"Connect a model"</a>
                </p>
            }
        })
    })
}

/// Said where feedback is typed that nobody will read.
pub fn feedback_ignored() -> AnyView {
    view! {
        <p class="muted">
            "The built-in demonstration reacts only to “darker”, “lighter”, “shorter” and “longer”. " <a href="/settings">"Connect a model"</a>
        </p>
    }
    .into_any()
}
