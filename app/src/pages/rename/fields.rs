//! The new name, other names, and what each form of the old name becomes.

use crate::live::{keep_address, memo, page_query};
use domain::{EntityId, NameForm, NewName, StoryId};
use leptos::prelude::*;
use leptos_router::location::Url;
use std::collections::BTreeMap;

/// The fields. Copies share everything.
#[derive(Clone, Copy)]
pub(super) struct NameFields {
    story: StoryId,
    entity: EntityId,
    pub name: RwSignal<String>,
    /// Other names, with commas between them.
    pub others: RwSignal<String>,
    /// What somebody typed for a form of the name.
    pub becomes: RwSignal<BTreeMap<String, String>>,
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
