//! The field of a search.

use super::{Icon, TextLanguage, field::mirrored};
use leptos::prelude::*;

/// A field for what is looked for. Its form sends it as `q`.
#[component]
pub fn SearchField(
    /// Its id.
    id: &'static str,
    /// Its label, which the icon beside it shows.
    label: &'static str,
    /// What is typed.
    value: RwSignal<String>,
    /// The most characters it takes.
    max_length: usize,
) -> AnyView {
    view! {
        <div class="search-field">
            <label for=id>
                <span class="unseen">{label}</span>
                {Icon::Search.view()}
            </label>
            <input
                id=id
                name="q"
                type="search"
                autocomplete="off"
                spellcheck="false"
                lang=TextLanguage::get()
                dir="auto"
                maxlength=max_length.to_string()
                node_ref=mirrored(value)
                value=value.get_untracked()
                on:input=move |event| value.set(event_target_value(&event))
            />
        </div>
    }
    .into_any()
}
