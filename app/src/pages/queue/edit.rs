//! Changing a run that waits, or that stopped and can go on: how soon, what it was asked for, by which model,
//! and what it may use up.

use super::model::ModelChoice;
use crate::{
    api::{StudioError, runs::change_run},
    components::{Area, Button, Dialog, DraftLine, Trouble, demonstration::feedback_ignored, show},
    live::{Deed, LocalDraft, Studio, drafts::About},
    pages::accounts::BudgetForm,
};
use domain::{Run, RunKind, RunPatch, Status};
use leptos::prelude::*;

/// How soon, in words; priorities in between were set by programs.
const PRIORITIES: [(i32, &str); 3] = [(10, "High"), (0, "Normal"), (-10, "Low")];

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
pub fn Edit(
    /// The run as it is when the dialog is opened.
    run: Memo<Option<Run>>,
    /// Its title: what tells this button from the others.
    title: String,
) -> AnyView {
    let studio = Studio::here();
    let open = RwSignal::new(false);
    // The draft of what is typed, while the dialog is open.
    let draft = StoredValue::new(None::<LocalDraft>);
    let feedback = RwSignal::new(String::new());
    let priority = RwSignal::new(String::new());
    let form = BudgetForm::new();
    let model = ModelChoice::new(form.model, form.settings);
    let saving = Deed::new();
    let rewrites =
        run.with_untracked(|run| run.as_ref().is_some_and(|run| run.kind == RunKind::Rewrite));
    // What was just saved may be newer than what the page has heard of.
    let saved = StoredValue::new(None::<Run>);
    let latest = move || {
        let known = run.get_untracked()?;
        let saved = saved.get_value().filter(|run| run.version > known.version);
        Some(saved.unwrap_or(known))
    };
    // The run as it was when the dialog was opened: what is saved is what differs from it.
    let opened = StoredValue::new(None::<Run>);
    let ask = move || {
        if let Some(run) = latest() {
            opened.set_value(Some(run.clone()));
            priority.set(run.priority.to_string());
            feedback.set(run.feedback.clone().unwrap_or_default());
            form.fill(run.budget.unwrap_or_default());
            model.ask(&run);
        }
        saving.forget();
        open.set(true);
    };
    let save = move || {
        let (Some(run), Some(was)) = (latest(), opened.get_value()) else {
            return;
        };
        let typed = feedback.get_untracked();
        let feedback =
            Some(&typed).filter(|typed| rewrites && was.feedback.as_ref() != Some(*typed));
        if let (Some(typed), Some(theirs)) = (feedback, &run.feedback)
            && run.feedback != was.feedback
            && typed != theirs
        {
            // Both are shown, and the next press decides for this one.
            saving.refuse(StudioError::new(
                "conflict",
                &format!(
                    "The feedback was changed elsewhere meanwhile. It now says: “{theirs}” Save again to \
                     replace it with yours, or cancel to keep it."
                ),
            ));
            opened.set_value(Some(run));
            return;
        }
        let Some(budget) = form.read(false) else {
            return;
        };
        let same = match was.budget {
            Some(known) => known == budget,
            None => budget.is_unlimited(),
        };
        let patch = RunPatch {
            priority: priority
                .with_untracked(|priority| priority.parse().ok())
                .filter(|priority| *priority != was.priority),
            feedback: feedback.cloned(),
            model: model.changed(&was),
            // A budget that is set anew is told of anew when it is used up.
            budget: (!same).then_some(budget),
            ..RunPatch::default()
        };
        let draft = draft.try_get_value().flatten();
        let sent = draft.map(|draft| (draft, draft.fields()));
        saving.run(async move {
            let after = change_run(run.id, patch, run.version).await?;
            if let Some((draft, sent)) = sent {
                draft.is_saved(sent, after.version);
            }
            saved.try_set_value(Some(after));
            open.set(false);
            if run.status.is_ended() {
                // No page mirrors what ended: the list of it is read again when the library changes.
                studio.library.update(|version| *version += 1);
            }
            Ok(())
        });
    };
    let heading = title.clone();
    // Made when it is opened: of many rows only one has fields.
    let fields = move || {
        let mut typed = vec![
            ("Priority", priority),
            ("Feedback", feedback),
            ("Model", form.model),
        ];
        typed.extend(form.labelled());
        let run = latest();
        let about = About {
            what: match &run {
                Some(run) => format!("Run settings: {}", run.title()),
                None => "Run settings".to_owned(),
            },
            link: "/queue".to_owned(),
            story: run.as_ref().map(|run| run.story),
        };
        let name = run.map(|run| format!("run-{}", run.id)).unwrap_or_default();
        let kept = LocalDraft::new(&name, about, 0, typed);
        draft.set_value(Some(kept));
        view! {
            <div class="stack">
                <DraftLine draft=kept/>
                <fieldset class="choices">
                    <legend>"Priority"</legend>
                    {PRIORITIES.map(|choice| soon(priority, choice)).into_iter().collect_view()}
                </fieldset>
                {rewrites
                    .then(|| {
                        view! {
                            <Area label="Feedback" value=feedback rows=4/>
                            {show(move || form.by_builtin().get().then(feedback_ignored))}
                        }
                    })}
                {model.view()} {form.folded()}
            </div>
        }
    };
    view! {
        <Button kind="quiet" name=format!("Edit: {title}") on_press=ask>
            "Edit"
        </Button>
        <Dialog open title=heading>
            {show(move || open.get().then(fields))}
            <Trouble error=saving.error()/>
            <div class="row">
                <Button kind="primary" off=saving.pending() on_press=save>
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

fn soon(priority: RwSignal<String>, (value, label): (i32, &'static str)) -> AnyView {
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
