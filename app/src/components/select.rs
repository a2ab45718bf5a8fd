//! Choosing one of a few, and typing what may also be chosen.

use super::field::{described_by, hint_view, mirrored};
use leptos::{html, prelude::*};
use std::borrow::Cow;

/// What there is to choose from: the values and how they are shown.
pub struct SelectOptions(Vec<(Cow<'static, str>, Cow<'static, str>)>);

impl From<Vec<(&'static str, &'static str)>> for SelectOptions {
    fn from(options: Vec<(&'static str, &'static str)>) -> Self {
        let borrowed = |(value, shown)| (Cow::Borrowed(value), Cow::Borrowed(shown));
        Self(options.into_iter().map(borrowed).collect())
    }
}

impl From<Vec<(String, String)>> for SelectOptions {
    fn from(options: Vec<(String, String)>) -> Self {
        let owned = |(value, shown)| (Cow::Owned(value), Cow::Owned(shown));
        Self(options.into_iter().map(owned).collect())
    }
}

/// A list to choose from.
#[component]
pub fn Select(
    /// Its label.
    label: &'static str,
    /// The chosen one.
    value: RwSignal<String>,
    /// What there is.
    #[prop(into)]
    options: SelectOptions,
    /// Tells it from lists with the same label on the page.
    #[prop(optional)]
    of: u32,
) -> AnyView {
    let id = format!("pick-{}-{of}", label.to_lowercase().replace(' ', "-"));
    let node = NodeRef::<html::Select>::new();
    Effect::new(move |_| {
        let value = value.get();
        if let Some(select) = node.get() {
            select.set_value(&value);
        }
    });
    let chosen = value.get_untracked();
    let options = options.0.into_iter().map(move |(value, shown)| {
        let selected = value == chosen.as_str();
        view! { <option value=value selected=selected>{shown}</option> }
    });
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select
                id=id
                node_ref=node
                on:change=move |event| value.set(event_target_value(&event))
            >
                {options.collect_view()}
            </select>
        </div>
    }
    .into_any()
}

/// A field to type in; what is known is suggested, from the `<datalist>` with the id `list`.
#[component]
pub fn Combobox(
    /// Its label.
    label: &'static str,
    /// What is typed or chosen.
    value: RwSignal<String>,
    /// The id of the list of what is known.
    #[prop(into)]
    list: String,
    /// One short sentence below the label.
    #[prop(optional)]
    hint: &'static str,
    /// Shown while it is empty.
    #[prop(optional)]
    placeholder: &'static str,
    /// The most characters it takes.
    #[prop(optional)]
    max_length: Option<usize>,
) -> AnyView {
    let id = format!("{list}-{}", label.to_lowercase().replace(' ', "-"));
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            {hint_view(&id, hint)}
            <input
                id=id.clone()
                type="text"
                list=list
                autocomplete="off"
                spellcheck="false"
                dir="auto"
                placeholder=placeholder
                maxlength=max_length.map(|max_length| max_length.to_string())
                aria-describedby=described_by(&id, hint)
                node_ref=mirrored(value)
                value=value.get_untracked()
                on:input=move |event| value.set(event_target_value(&event))
            />
        </div>
    }
    .into_any()
}
