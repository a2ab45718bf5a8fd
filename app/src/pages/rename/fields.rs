//! The new name, other names, and what each form of the old name becomes.

use super::preview::NamePreview;
use crate::{
    components::{TextField, TextLanguage, rows, show},
    live::{keep_address, memo, page_query},
};
use domain::{EntityId, NameForm, NewName, StoryId};
use leptos::prelude::*;
use leptos_router::location::Url;
use std::collections::BTreeMap;

/// The id of the sentence that says what is wrong with the new name.
const NAME_ERROR: &str = "name-error";

/// The fields. Copies share everything.
#[derive(Clone, Copy)]
pub(super) struct NameFields {
    story: StoryId,
    entity: EntityId,
    name: RwSignal<String>,
    /// Other names, with commas between them.
    others: RwSignal<String>,
    /// What somebody typed for a form of the name.
    becomes: RwSignal<BTreeMap<String, String>>,
    pub new: Memo<NewName>,
}

impl NameFields {
    /// As the address has them.
    pub(super) fn of_address(story: StoryId, entity: EntityId) -> Self {
        let query = page_query().get_untracked();
        let text = |name: &str| RwSignal::new(query.get(name).unwrap_or_default());
        let (name, others) = (text("name"), text("others"));
        let becomes = RwSignal::new(BTreeMap::new());
        let new = memo(move || NewName {
            name: name.get(),
            aliases: others.with(|others| becomes.with(|becomes| aliases(others, becomes))),
        });
        Self {
            story,
            entity,
            name,
            others,
            becomes,
            new,
        }
    }

    /// A reload and Back find what was typed.
    pub(super) fn keep_in_address(self) {
        let Self { story, entity, .. } = self;
        keep_address(memo(move || {
            let mut address = format!("/stories/{story}/rename?entity={entity}");
            for (key, text) in [("name", self.name.get()), ("others", self.others.get())] {
                if !text.is_empty() {
                    address = format!("{address}&{key}={}", Url::escape(&text));
                }
            }
            address
        }));
    }
}

/// Other names that were typed, and forms of the name that are to become something else.
fn aliases(others: &str, becomes: &BTreeMap<String, String>) -> Vec<NameForm> {
    let typed = others.split([',', '\n']).map(str::trim);
    let mut names: Vec<&str> = typed.filter(|name| !name.is_empty()).collect();
    for form in becomes.keys() {
        if !names.contains(&form.as_str()) {
            names.push(form);
        }
    }
    let form = |name: &str| NameForm {
        name: name.to_owned(),
        becomes: becomes.get(name).cloned(),
    };
    names.into_iter().map(form).collect()
}

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
                <p class="hint">"Leave one empty to keep it. Forms such as Anna’s or Annas follow."</p>
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_names_and_what_was_typed_for_a_form_are_sent_once_each() {
        let becomes: BTreeMap<String, String> = [("Holm", ""), ("Annie", "Elsie")]
            .map(|(name, becomes)| (name.to_owned(), becomes.to_owned()))
            .into();
        let all = aliases(" Annie, ,the keeper", &becomes);
        let all: Vec<_> = all
            .iter()
            .map(|form| (form.name.as_str(), form.becomes.as_deref()))
            .collect();
        assert_eq!(
            all,
            [
                ("Annie", Some("Elsie")),
                ("the keeper", None),
                ("Holm", Some(""))
            ]
        );
    }
}
