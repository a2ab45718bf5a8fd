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
    /// What it does, shown under the mouse: for a button whose words are not in sight.
    #[prop(optional)]
    title: Option<&'static str>,
    /// Not to be pressed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// What it does.
    #[prop(into)]
    on_press: Callback<()>,
    /// Its words.
    children: Children,
) -> AnyView {
    let alive = Studio::get().now;
    view! {
        <button
            type="button"
            class=kind
            aria-label=name
            title=title
            disabled=move || alive.with(Option::is_none)
            // Not `disabled`: the focus would be lost whenever something is under way.
            aria-disabled=move || disabled.get().then_some("true")
            on:click=move |_| {
                if !disabled.get_untracked() {
                    on_press.run(());
                }
            }
        >
            {icon.map(Icon::view)}
            <span>{children()}</span>
        </button>
    }
    .into_any()
}
