//! What is kept of the form in the browser until the story is made.

use super::{
    form::NewStoryForm, interview_draft::INTERVIEW_FIELD, interview_session::InterviewSession,
    prefilled::PrefilledFields,
};
use crate::live::{
    LocalDraft,
    draft_storage::{DraftSubject, FieldValues},
};
use leptos::prelude::*;

/// The draft of the whole form, with the template that was chosen and the interview so far.
pub(super) fn form_draft(
    form: NewStoryForm,
    session: InterviewSession,
    more: RwSignal<bool>,
) -> LocalDraft {
    const TEMPLATE: &str = "_template";
    const FILLED: &str = "_filled";
    let about = DraftSubject {
        what: "New story".to_owned(),
        link: "/stories/new".to_owned(),
        story: None,
    };
    let labelled = form.labelled();
    let written = labelled.clone();
    let read = move || -> FieldValues {
        let value = |(name, field): &(&str, RwSignal<String>)| {
            ((*name).to_owned(), field.try_get().unwrap_or_default())
        };
        let mut fields: FieldValues = labelled.iter().map(value).collect();
        let template = form.template.try_get().flatten().unwrap_or_default();
        fields.push((TEMPLATE.to_owned(), template));
        fields.push((INTERVIEW_FIELD.to_owned(), session.write()));
        let prefilled = form.prefilled.try_get_value().unwrap_or_default().write();
        fields.push((FILLED.to_owned(), prefilled));
        fields
    };
    let write = move |fields: &FieldValues| {
        let get = |name: &str| {
            let field = fields.iter().find(|(known, _)| known == name);
            field.map(|(_, value)| value.clone())
        };
        for (name, field) in &written {
            if let Some(value) = get(name) {
                field.set(value);
            }
        }
        form.template.set(get(TEMPLATE).filter(|id| !id.is_empty()));
        if let Some(prefilled) = get(FILLED) {
            form.prefilled.set_value(PrefilledFields::read(&prefilled));
        }
        session.read(&get(INTERVIEW_FIELD).unwrap_or_default());
        if form.has_more() {
            more.set(true);
        }
    };
    LocalDraft::with("new-story", about, 0, read, write)
}
