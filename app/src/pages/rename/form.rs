//! The form: the new name, other names, and what each form of the old name becomes.

use super::{fields::NameFields, preview::NamePreview};
use crate::{
    components::{TextField, TextLanguage, rows, show},
    live::memo,
};
use domain::NameForm;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The id of the sentence that says what is wrong with the new name.
const NAME_ERROR: &str = "name-error";

/// The form.
#[component]
pub(super) fn NameForms(fields: NameFields, preview: NamePreview) -> AnyView {
    let error = preview.name_error();
    let error_id = Signal::derive(move || error.with(Option::is_some).then_some(NAME_ERROR));
    // One that was emptied stays, so that it can be filled again.
    let forms = memo(move || {
        let emptied = fields.becomes.get();
        let emptied = emptied
            .into_iter()
            .filter(|(_, becomes)| becomes.is_empty());
        let mut forms = preview.names.get();
        forms.extend(emptied.map(|(name, becomes)| NameForm {
            name,
            becomes: Some(becomes),
        }));
        forms.sort_by(|one, other| one.name.cmp(&other.name));
        forms.dedup_by(|one, other| one.name == other.name);
        forms
    });
    let has_forms = memo(move || forms.with(|forms| !forms.is_empty()));
    view! {
        <form
            class="stack"
            on:submit=move |event| {
                event.prevent_default();
                preview.look_now(fields);
            }
        >
            <div class="pair">
                <div>
                    <TextField label="New name" value=fields.name error_id/>
                    <p class="error-message" id=NAME_ERROR role="alert">
                        {show(move || error.get().map(|error| error.message))}
                    </p>
                </div>
                <TextField
                    label="Other names"
                    hint="Nicknames and the like that become the new name, too, with commas between them."
                    value=fields.others
                />
            </div>
            <fieldset class="forms" hidden=move || !has_forms.get()>
                <legend>"What each name becomes"</legend>
                <p class="muted">"Leave one empty to keep it. Forms such as Anna’s or Annas follow."</p>
                <ul>
                    {rows(
                        move || forms.get(),
                        |form| form.name.clone(),
                        move |form| form_view(form.name, forms, fields.becomes),
                    )}
                </ul>
            </fieldset>
        </form>
    }
    .into_any()
}

fn form_view(
    name: String,
    forms: Memo<Vec<NameForm>>,
    becomes: RwSignal<BTreeMap<String, String>>,
) -> AnyView {
    let shown = name.clone();
    let typed = name.clone();
    let value = memo(move || {
        let given = becomes.with(|becomes| becomes.get(&shown).cloned());
        given.unwrap_or_else(|| {
            forms.with(|forms| {
                let form = forms.iter().find(|form| form.name == shown);
                form.and_then(|form| form.becomes.clone())
                    .unwrap_or_default()
            })
        })
    });
    let label = name.clone();
    view! {
        <li>
            <label>
                <span dir="auto" lang=TextLanguage::get()>
                    {label}
                </span>
                <input
                    type="text"
                    lang=TextLanguage::get()
                    dir="auto"
                    placeholder="stays as it is"
                    prop:value=value
                    on:input=move |event| {
                        let value = event_target_value(&event);
                        becomes.update(|becomes| {
                            becomes.insert(typed.clone(), value);
                        });
                    }
                />
            </label>
        </li>
    }
    .into_any()
}
