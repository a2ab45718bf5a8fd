//! Changing a run while it waits: how soon, what it was asked for, and what it may use up.

use crate::{
    api::runs::change_run,
    components::{Area, Button, Dialog, Trouble, show},
    live::Deed,
    pages::accounts::BudgetForm,
};
use domain::{Run, RunKind, RunPatch};
use leptos::prelude::*;

/// How soon, in words; priorities in between were set by programs.
const PRIORITIES: [(i32, &str); 3] = [
    (10, "Before the others"),
    (0, "In its turn"),
    (-10, "When nothing else waits"),
];

/// "Edit", and the dialog it opens.
#[component]
pub fn Edit(
    /// The run as it is when the dialog is opened.
    run: Memo<Option<Run>>,
    /// Its title: what tells this button from the others.
    title: String,
) -> AnyView {
    let open = RwSignal::new(false);
    let feedback = RwSignal::new(String::new());
    let priority = RwSignal::new(0);
    let form = BudgetForm::new();
    let saving = Deed::new();
    let rewrites =
        run.with_untracked(|run| run.as_ref().is_some_and(|run| run.kind == RunKind::Rewrite));
    let ask = move || {
        run.with_untracked(|run| {
            if let Some(run) = run {
                priority.set(run.priority);
                feedback.set(run.feedback.clone().unwrap_or_default());
                form.fill(run.budget.unwrap_or_default());
            }
        });
        saving.forget();
        open.set(true);
    };
    let save = move || {
        let Some((id, version, known)) =
            run.with_untracked(|run| run.as_ref().map(|run| (run.id, run.version, run.budget)))
        else {
            return;
        };
        let Some(budget) = form.read(false) else {
            return;
        };
        let same = match known {
            Some(known) => known == budget,
            None => budget.is_unlimited(),
        };
        let patch = RunPatch {
            priority: Some(priority.get_untracked()),
            feedback: rewrites.then(|| feedback.get_untracked()),
            // A budget that is set anew is told of anew when it is used up.
            budget: (!same).then_some(budget),
            ..RunPatch::default()
        };
        saving.run(async move {
            change_run(id, patch, version).await?;
            open.set(false);
            Ok(())
        });
    };
    let choice = move |(value, label): (i32, &'static str)| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="priority"
                    value=value.to_string()
                    prop:checked=move || priority.get() == value
                    on:change=move |_| priority.set(value)
                />
                {label}
            </label>
        }
    };
    let heading = title.clone();
    view! {
        <Button kind="quiet" name=format!("Edit: {title}") on_press=ask>
            "Edit"
        </Button>
        <Dialog open title=heading>
            <fieldset class="choices">
                <legend>"How soon"</legend>
                {PRIORITIES.map(choice).into_iter().collect_view()}
            </fieldset>
            {rewrites
                .then(|| {
                    view! {
                        <Area
                            label="What to do differently"
                            value=feedback
                            rows=4
                        />
                    }
                })}
            {show(move || {
                open.get()
                    .then(|| {
                        view! {
                            <details class="budget">
                                <summary>"Budget"</summary>
                                {form.view()}
                            </details>
                        }
                    })
            })}
            <Trouble error=saving.error()/>
            <div class="row">
                <Button kind="primary" off=saving.pending() on_press=save>
                    "Save"
                </Button>
                <Button kind="quiet" on_press=move || open.set(false)>
                    "Leave it"
                </Button>
            </div>
        </Dialog>
    }
    .into_any()
}
