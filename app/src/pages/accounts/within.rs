//! Starting a run within a budget.

use super::BudgetForm;
use crate::{
    components::{Button, Dialog},
    live::Studio,
};
use domain::{NewRun, StoryId};
use leptos::prelude::*;

/// "With a budget…", and the dialog it opens.
#[component]
pub fn WithBudget(
    /// For which story.
    story: StoryId,
    /// What is to be started.
    new: NewRun,
    /// That in words: "Write all chapters".
    #[prop(into)]
    what: String,
    /// The button's name, where another one with the same words is on the page. It does not repeat the name of
    /// the button that starts the run without asking.
    #[prop(default = "With a budget…")]
    name: &'static str,
    /// Not to be started now.
    off: Signal<bool>,
) -> AnyView {
    let open = RwSignal::new(false);
    let studio = Studio::here();
    let form = BudgetForm::asked_in(open);
    let go = move || {
        if let Some(budget) = form.read(true) {
            let budget = Some(budget);
            studio.start(
                story,
                NewRun {
                    budget,
                    ..new.clone()
                },
            );
            open.set(false);
        }
    };
    view! {
        <Button kind="quiet" name off on_press=move || open.set(true)>
            "With a budget…"
        </Button>
        <Dialog open title=format!("{what} with a budget")>
            {form.shown_while(open)}
            <div class="row">
                <Button kind="primary" off on_press=go>
                    "Start"
                </Button>
                <Button kind="quiet" on_press=move || open.set(false)>
                    "Cancel"
                </Button>
            </div>
        </Dialog>
    }
    .into_any()
}
