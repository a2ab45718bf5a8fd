//! What is kept of the form in the browser until the story is made.

use super::{filled::PrefilledFields, kept::TALK, talk::Talk, wishes::NewStoryForm};
use crate::live::{
    LocalDraft,
    drafts::{About, Fields},
};
use leptos::prelude::*;

/// The draft of the whole form, with the template that was chosen and the talk so far.
pub(super) fn draft_of(wishes: NewStoryForm, talk: Talk, more: RwSignal<bool>) -> LocalDraft {
    const TEMPLATE: &str = "_template";
    const FILLED: &str = "_filled";
    let about = About {
        what: "New story".to_owned(),
        link: "/stories/new".to_owned(),
        story: None,
    };
    let labelled = wishes.labelled();
    let written = labelled.clone();
    let read = move || -> Fields {
        let value = |(name, field): &(&str, RwSignal<String>)| {
            ((*name).to_owned(), field.try_get().unwrap_or_default())
        };
        let mut fields: Fields = labelled.iter().map(value).collect();
        let template = wishes.template.try_get().flatten().unwrap_or_default();
        fields.push((TEMPLATE.to_owned(), template));
        fields.push((TALK.to_owned(), talk.write()));
        let filled = wishes.filled.try_get_value().unwrap_or_default().write();
        fields.push((FILLED.to_owned(), filled));
        fields
    };
    let write = move |fields: &Fields| {
        let get = |name: &str| {
            let field = fields.iter().find(|(known, _)| known == name);
            field.map(|(_, value)| value.clone())
        };
        for (name, field) in &written {
            if let Some(value) = get(name) {
                field.set(value);
            }
        }
        wishes
            .template
            .set(get(TEMPLATE).filter(|id| !id.is_empty()));
        if let Some(filled) = get(FILLED) {
            wishes.filled.set_value(PrefilledFields::read(&filled));
        }
        talk.read(&get(TALK).unwrap_or_default());
        if wishes.has_more() {
            more.set(true);
        }
    };
    LocalDraft::with("new-story", about, 0, read, write)
}
