//! Changing a run that waits, or that stopped and can go on: how soon, what it was asked for, by which model,
//! and what it may use up.

use super::{
    model::ModelChoice,
    run_fields::{FEEDBACK, MODEL, PRIORITIES, PRIORITY, has_feedback, patch, shown, texts, value},
};
use crate::{
    api::runs::{change_run, get_run},
    components::{
        Button, Dialog, DraftConflict, DraftStatus, ErrorMessage, TextArea,
        demonstration::feedback_ignored, show,
    },
    live::{
        LocalDraft, Studio, SubmitAction,
        draft_storage::{DraftSubject, FieldValues},
    },
    pages::usage::BudgetForm,
};
use domain::{Run, Status};
use leptos::prelude::*;

/// Whether a run can be changed: it waits, or it could be taken up again.
pub fn is_changeable(run: &Run) -> bool {
    match run.status {
        Status::Queued | Status::Paused => true,
        Status::Failed | Status::Cancelled => run.control.can_resume,
        Status::Running | Status::Succeeded => false,
    }
}

/// "Edit", and the dialog it opens.
#[component]
pub fn EditRun(
    /// The run as it is when the dialog is opened.
    run: Memo<Option<Run>>,
    /// Its title: what tells this button from the others.
    title: String,
) -> AnyView {
    let studio = Studio::get();
    let open = RwSignal::new(false);
    // The draft of what is typed, while the dialog is open.
    let draft = StoredValue::new(None::<LocalDraft>);
    let feedback = RwSignal::new(String::new());
    let priority = RwSignal::new(String::new());
    let form = BudgetForm::new();
    let model = ModelChoice::new(form.model, form.settings);
    let saving = SubmitAction::new();
    let rewrites = run.with_untracked(|run| run.as_ref().is_some_and(has_feedback));
    // What was just saved may be newer than what the page has heard of.
    let saved = StoredValue::new(None::<Run>);
    let latest = move || {
        let known = run.get_untracked()?;
        let saved = saved.get_value().filter(|run| run.version > known.version);
        Some(saved.unwrap_or(known))
    };
    // The run as it was when the dialog was opened: what is typed is based on it.
    let opened = StoredValue::new(None::<Run>);
    let ask = move || {
        if let Some(run) = latest() {
            opened.set_value(Some(run.clone()));
            priority.set(run.priority.to_string());
            feedback.set(run.feedback.clone().unwrap_or_default());
            form.fill(run.budget.unwrap_or_default());
            model.ask(&run);
        }
        saving.clear_error();
        open.set(true);
    };
    let save = move || {
        let (Some(draft), Some(run)) = (draft.try_get_value().flatten(), run.get_untracked())
        else {
            return;
        };
        if form.read(false).is_none() {
            return;
        }
        saving.run(async move {
            let (after, sent) = loop {
                // A draft of the last time is based on the run as it was then.
                let ((began, version), sent) = (draft.base(), draft.fields());
                match change_run(run.id, patch(&began, &sent), version).await {
                    Err(error) if error.is_stale() => {
                        let now = get_run(run.id).await?;
                        if !draft.try_rebase(texts(&now), now.version) {
                            return Ok(());
                        }
                    }
                    answer => break (answer?, sent),
                }
            };
            draft.mark_saved(sent, after.version);
            let is_ended = after.status.is_ended();
            saved.try_set_value(Some(after));
            open.set(false);
            if is_ended {
                // No page mirrors what ended: the list of it is read again when the library changes.
                studio.library.update(|version| *version += 1);
            }
            Ok(())
        });
    };
    let heading = title.clone();
    // Made when it is opened: of many rows only one has fields.
    let fields = move || {
        let mut typed = vec![(PRIORITY, priority)];
        if rewrites {
            typed.push((FEEDBACK, feedback));
        }
        typed.push((MODEL, form.model));
        typed.extend(form.labelled());
        let run = opened.get_value();
        let about = DraftSubject {
            what: match &run {
                Some(run) => format!("Run settings: {}", run.title()),
                None => "Run settings".to_owned(),
            },
            link: "/queue".to_owned(),
            story: run.as_ref().map(|run| run.story),
        };
        let (name, version) = run
            .map(|run| (format!("run-{}", run.id), run.version))
            .unwrap_or_default();
        let written = typed.clone();
        let read = move || -> FieldValues {
            let text = |(name, field): &(&str, RwSignal<String>)| {
                let value = field.try_get().unwrap_or_default();
                ((*name).to_owned(), shown(name, value))
            };
            typed.iter().map(text).collect()
        };
        let write = move |stored: &FieldValues| {
            for (name, field) in &written {
                if let Some((_, text)) = stored.iter().find(|(known, _)| known == name) {
                    field.try_set(value(name, text));
                }
            }
        };
        let stored = LocalDraft::with(&name, about, version, read, write);
        draft.set_value(Some(stored));
        view! {
            <div class="stack">
                <DraftStatus draft=stored/>
                <fieldset class="choices">
                    <legend>"Priority"</legend>
                    {PRIORITIES.map(|choice| priority_choice(priority, choice)).into_iter().collect_view()}
                </fieldset>
                {rewrites
                    .then(|| {
                        view! {
                            <TextArea label="Feedback" value=feedback rows=4/>
                            {show(move || form.is_builtin().get().then(feedback_ignored))}
                        }
                    })}
                {model.view()} {form.collapsed()}
                <DraftConflict draft=stored on_keep=save/>
            </div>
        }
    };
    view! {
        <Button kind="quiet" name=format!("Edit: {title}") on_press=ask>
            "Edit"
        </Button>
        <Dialog open title=heading>
            {show(move || open.get().then(fields))}
            <ErrorMessage error=saving.error()/>
            <div class="row">
                <Button kind="primary" disabled=saving.pending() on_press=save>
                    "Save"
                </Button>
                <Button kind="quiet" on_press=move || open.set(false)>
                    "Cancel"
                </Button>
            </div>
        </Dialog>
    }
    .into_any()
}

fn priority_choice(priority: RwSignal<String>, (value, label): (i32, &'static str)) -> AnyView {
    let value = value.to_string();
    let (own, set) = (value.clone(), value.clone());
    view! {
        <label class="choice">
            <input
                type="radio"
                name="priority"
                value=value
                prop:checked=move || priority.with(|priority| *priority == own)
                on:change=move |_| priority.set(set.clone())
            />
            {label}
        </label>
    }
    .into_any()
}
