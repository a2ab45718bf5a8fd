//! Choosing one of a few, and typing what may also be chosen.

use leptos::{html, prelude::*};

/// A list to choose from.
#[component]
pub fn Pick(
    /// Its label.
    label: &'static str,
    /// The chosen one.
    value: RwSignal<String>,
    /// What there is: the value and how it is shown.
    options: Vec<(&'static str, &'static str)>,
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
    let options = options.into_iter().map(move |(value, shown)| {
        view! { <option value=value selected=value == chosen>{shown}</option> }
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
pub fn Suggested(
    /// Its label.
    label: &'static str,
    /// What is typed or chosen.
    value: RwSignal<String>,
    /// The id of the list of what is known.
    list: &'static str,
    /// Shown while it is empty.
    #[prop(optional)]
    placeholder: &'static str,
) -> AnyView {
    let id = format!("{list}-{}", label.to_lowercase().replace(' ', "-"));
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <input
                id=id
                type="text"
                list=list
                autocomplete="off"
                spellcheck="false"
                placeholder=placeholder
                prop:value=move || value.get()
                value=value.get_untracked()
                on:input=move |event| value.set(event_target_value(&event))
            />
        </div>
    }
    .into_any()
}
