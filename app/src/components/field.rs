//! Labelled fields. What was typed before the page woke up is kept.

use super::TextLanguage;
use leptos::{html, prelude::*};

/// A field of one line.
#[component]
pub fn TextField(
    /// Its label.
    label: &'static str,
    /// Its value.
    value: RwSignal<String>,
    /// One short sentence below the label.
    #[prop(optional)]
    hint: &'static str,
    /// Whether it takes a whole number.
    #[prop(optional)]
    numeric: bool,
    /// Tells it from fields with the same label on the page.
    #[prop(optional)]
    of: u32,
    /// Shown while it is empty.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// What is wrong with the value, by the id of the sentence that says so.
    #[prop(optional, into)]
    error_id: Signal<Option<&'static str>>,
) -> AnyView {
    let id = id_of(label, of);
    let described = described_with(error_id, described_by(&id, hint));
    let node = mirrored(value);
    let initial = value.get_untracked();
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            {hint_view(&id, hint)}
            <input
                id=id.clone()
                // Not "number": of such a field a page can't read what is no number, so it could neither say
                // what is wrong nor keep what was typed.
                type="text"
                inputmode=numeric.then_some("numeric")
                lang=TextLanguage::get()
                dir="auto"
                node_ref=node
                value=initial
                placeholder=move || Some(placeholder.get()).filter(|text| !text.is_empty())
                aria-invalid=move || error_id.get().map(|_| "true")
                aria-describedby=described
                on:input=move |event| value.set(event_target_value(&event))
            />
        </div>
    }
    .into_any()
}

/// An input that shows the value; what was typed into it before the page woke up becomes the value.
pub(super) fn mirrored(value: RwSignal<String>) -> NodeRef<html::Input> {
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
    node
}

/// A field of several lines.
#[component]
pub fn TextArea(
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
    /// Tells it from fields with the same label on the page.
    #[prop(optional)]
    of: u32,
    /// Whether it takes the focus when the page is opened.
    #[prop(optional)]
    autofocus: bool,
    /// What is wrong with the value, by the id of the sentence that says so.
    #[prop(optional, into)]
    error_id: Signal<Option<&'static str>>,
) -> AnyView {
    let id = id_of(label, of);
    let described = described_with(error_id, described_by(&id, hint));
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
        <div class="field">
            <label for=id.clone()>{label}</label>
            {hint_view(&id, hint)}
            <textarea
                node_ref=node
                id=id
                rows=rows
                lang=TextLanguage::get()
                dir="auto"
                autofocus=autofocus
                aria-invalid=move || error_id.get().map(|_| "true")
                aria-describedby=described
                on:input=move |event| value.set(event_target_value(&event))
            >
                {initial}
            </textarea>
        </div>
    }
    .into_any()
}

/// The ids of what describes a field: what is wrong first, then the hint.
fn described_with(
    error_id: Signal<Option<&'static str>>,
    hint: Option<String>,
) -> impl Fn() -> Option<String> + Send + Sync + 'static {
    move || match (error_id.get(), &hint) {
        (Some(error_id), Some(hint)) => Some(format!("{error_id} {hint}")),
        (Some(error_id), None) => Some(error_id.to_owned()),
        (None, hint) => hint.clone(),
    }
}

/// "Must avoid" becomes "field-must-avoid".
fn id_of(label: &str, of: u32) -> String {
    let letter = |c: char| {
        if c.is_alphanumeric() {
            c.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    let mut id = String::from("field-");
    id.extend(label.chars().map(letter));
    if of > 0 {
        id.push_str(&format!("-{of}"));
    }
    id
}

pub(super) fn described_by(id: &str, hint: &str) -> Option<String> {
    (!hint.is_empty()).then(|| format!("{id}-hint"))
}

pub(super) fn hint_view(id: &str, hint: &'static str) -> Option<AnyView> {
    described_by(id, hint).map(|id| view! { <small id=id>{hint}</small> }.into_any())
}
