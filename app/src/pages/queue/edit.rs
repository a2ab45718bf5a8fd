//! Changes a run that waits or that can be resumed: its priority, feedback, model and budget.

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

/// Whether a run can be changed: it waits, is paused, or can be resumed.
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
    let edit = RunEdit::new(run);
    let (open, saving) = (edit.open, edit.saving);
    let heading = title.clone();
    view! {
        <Button kind="quiet" name=format!("Edit: {title}") on_press=move || edit.begin()>
            "Edit"
        </Button>
        <Dialog open title=heading>
            // Made when the dialog is opened: of many rows only one has fields.
            {show(move || open.get().then(|| edit.fields()))}
            <ErrorMessage error=saving.error()/>
            <div class="row">
                <Button kind="primary" disabled=saving.pending() on_press=move || edit.save()>
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

/// The dialog's fields, and the run they change. Copies share everything.
#[derive(Clone, Copy)]
struct RunEdit {
    /// The run as the page knows it.
    run: Memo<Option<Run>>,
    /// The run as it was last saved here; it may be newer than what the page knows.
    saved: StoredValue<Option<Run>>,
    /// The run as it was when the dialog was opened: what is typed is based on it.
    opened: StoredValue<Option<Run>>,
    /// Whether the dialog is open.
    open: RwSignal<bool>,
    /// The draft of what is typed, while the dialog is open.
    draft: StoredValue<Option<LocalDraft>>,
    priority: RwSignal<String>,
    /// Only runs that rewrite have it.
    feedback: RwSignal<String>,
    has_feedback: bool,
    budget: BudgetForm,
    model: ModelChoice,
    saving: SubmitAction,
    studio: Studio,
}

impl RunEdit {
    fn new(run: Memo<Option<Run>>) -> Self {
        let budget = BudgetForm::new();
        Self {
            run,
            saved: StoredValue::new(None),
            opened: StoredValue::new(None),
            open: RwSignal::new(false),
            draft: StoredValue::new(None),
            priority: RwSignal::new(String::new()),
            feedback: RwSignal::new(String::new()),
            has_feedback: run.with_untracked(|run| run.as_ref().is_some_and(has_feedback)),
            budget,
            model: ModelChoice::new(budget.model, budget.settings),
            saving: SubmitAction::new(),
            studio: Studio::get(),
        }
    }

    /// The newest known state of the run.
    fn latest(self) -> Option<Run> {
        let known = self.run.get_untracked()?;
        let saved = self.saved.get_value();
        Some(
            saved
                .filter(|run| run.version > known.version)
                .unwrap_or(known),
        )
    }

    /// Fills the fields and opens the dialog.
    fn begin(self) {
        if let Some(run) = self.latest() {
            self.opened.set_value(Some(run.clone()));
            self.priority.set(run.priority.to_string());
            self.feedback.set(run.feedback.clone().unwrap_or_default());
            self.budget.fill(run.budget.unwrap_or_default());
            self.model.ask(&run);
        }
        self.saving.clear_error();
        self.open.set(true);
    }

    /// Saves what was changed, on the newest version of the run, and closes the dialog.
    fn save(self) {
        let draft = self.draft.try_get_value().flatten();
        let (Some(draft), Some(run)) = (draft, self.run.get_untracked()) else {
            return;
        };
        if self.budget.read(false).is_none() {
            return;
        }
        self.saving.run(async move {
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
            self.saved.try_set_value(Some(after));
            self.open.set(false);
            if is_ended {
                // No page follows runs that ended. Their list is loaded again when the library changes.
                self.studio.library.update(|version| *version += 1);
            }
            Ok(())
        });
    }

    /// Each field by its name.
    fn named_fields(self) -> Vec<(&'static str, RwSignal<String>)> {
        let mut fields = vec![(PRIORITY, self.priority)];
        if self.has_feedback {
            fields.push((FEEDBACK, self.feedback));
        }
        fields.push((MODEL, self.budget.model));
        fields.extend(self.budget.labelled());
        fields
    }

    /// Begins the draft of what is typed; a draft from before fills the fields.
    fn begin_draft(self) -> LocalDraft {
        let run = self.opened.get_value();
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
        let fields = self.named_fields();
        let written = fields.clone();
        let read = move || -> FieldValues {
            let text = |(name, field): &(&str, RwSignal<String>)| {
                let value = field.try_get().unwrap_or_default();
                ((*name).to_owned(), shown(name, value))
            };
            fields.iter().map(text).collect()
        };
        let write = move |stored: &FieldValues| {
            for (name, field) in &written {
                if let Some((_, text)) = stored.iter().find(|(known, _)| known == name) {
                    field.try_set(value(name, text));
                }
            }
        };
        let draft = LocalDraft::with(&name, about, version, read, write);
        self.draft.set_value(Some(draft));
        draft
    }

    fn fields(self) -> AnyView {
        let draft = self.begin_draft();
        let (priority, feedback, budget) = (self.priority, self.feedback, self.budget);
        view! {
            <div class="stack">
                <DraftStatus draft/>
                <fieldset class="choices">
                    <legend>"Priority"</legend>
                    {PRIORITIES.map(|choice| priority_choice(priority, choice)).into_iter().collect_view()}
                </fieldset>
                {self
                    .has_feedback
                    .then(|| {
                        view! {
                            <TextArea label="Feedback" value=feedback rows=4/>
                            {show(move || budget.is_builtin().get().then(feedback_ignored))}
                        }
                    })}
                {self.model.view()} {budget.collapsed()}
                <DraftConflict draft on_keep=move || self.save()/>
            </div>
        }
        .into_any()
    }
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
