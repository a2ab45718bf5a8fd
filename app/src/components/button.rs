//! Buttons. They wake up with the page: what can't act yet is disabled, not deaf.

use super::Icon;
use crate::live::Studio;
use leptos::prelude::*;

/// A button. `kind` is "primary" for the one thing to do next, "quiet", "danger" or nothing.
#[component]
pub fn Button(
    /// How it looks.
    #[prop(optional)]
    kind: &'static str,
    /// An icon before the words.
    #[prop(optional, into)]
    icon: Option<Icon>,
    /// Its name, where the words alone don't say enough.
    #[prop(optional, into)]
    name: Option<String>,
    /// Not to be pressed now.
    #[prop(optional, into)]
    off: Signal<bool>,
    /// What it does.
    #[prop(into)]
    on_press: Callback<()>,
    /// Its words.
    children: Children,
) -> AnyView {
    let alive = Studio::here().now;
    view! {
        <button
            type="button"
            class=kind
            aria-label=name
            disabled=move || off.get() || alive.with(Option::is_none)
            on:click=move |_| on_press.run(())
        >
            {icon.map(Icon::view)}
            <span>{children()}</span>
        </button>
    }
    .into_any()
}
