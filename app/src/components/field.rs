//! Labelled fields. What was typed before the page woke up is kept.

use leptos::{html, prelude::*};

/// A field of one line.
#[component]
pub fn Field(
    /// Its label.
    label: &'static str,
    /// Its value.
    value: RwSignal<String>,
    /// One short sentence below the label.
    #[prop(optional)]
    hint: &'static str,
    /// "text", "number", …
    #[prop(default = "text")]
    kind: &'static str,
) -> AnyView {
    let node = NodeRef::<html::Input>::new();
    Effect::new(move |first: Option<()>| {
        let wanted = value.get();
        if let Some(input) = node.get() {
            match input.value() {
                typed if first.is_none() && !typed.is_empty() => value.set(typed),
                shown if shown != wanted => input.set_value(&wanted),
                _ => {}
            }
        }
    });
    let initial = value.get_untracked();
    view! {
        <label class="field">
            <span>{label}</span>
            {hint_view(hint)}
            <input
                type=kind
                node_ref=node
                value=initial
                min=(kind == "number").then_some("1")
                max=(kind == "number").then_some("500")
                on:input=move |event| value.set(event_target_value(&event))
            />
        </label>
    }
    .into_any()
}

/// A field of several lines.
#[component]
pub fn Area(
    /// Its label.
    label: &'static str,
    /// Its value.
    value: RwSignal<String>,
    /// One short sentence below the label.
    #[prop(optional)]
    hint: &'static str,
    /// How many lines it has at first.
    #[prop(default = 3)]
    rows: u32,
    /// Its id, for moving the focus to it.
    #[prop(optional, into)]
    id: Option<&'static str>,
    /// Whether it takes the focus when the page is opened.
    #[prop(optional)]
    autofocus: bool,
    /// What is wrong with the value, by the id of the sentence that says so.
    #[prop(optional, into)]
    trouble: Signal<Option<&'static str>>,
) -> AnyView {
    let node = NodeRef::<html::Textarea>::new();
    Effect::new(move |first: Option<()>| {
        let wanted = value.get();
        if let Some(area) = node.get() {
            match area.value() {
                typed if first.is_none() && !typed.is_empty() => value.set(typed),
                shown if shown != wanted => area.set_value(&wanted),
                _ => {}
            }
            if first.is_none() && autofocus {
                let _ = area.focus();
            }
        }
    });
    let initial = value.get_untracked();
    view! {
        <label class="field">
            <span>{label}</span>
            {hint_view(hint)}
            <textarea
                node_ref=node
                id=id
                rows=rows
                autofocus=autofocus
                aria-invalid=move || trouble.get().map(|_| "true")
                aria-describedby=move || trouble.get()
                on:input=move |event| value.set(event_target_value(&event))
            >
                {initial}
            </textarea>
        </label>
    }
    .into_any()
}

fn hint_view(hint: &'static str) -> Option<AnyView> {
    (!hint.is_empty()).then(|| view! { <small>{hint}</small> }.into_any())
}
