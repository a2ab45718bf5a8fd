//! Starting a run within a budget.

use super::budget::BudgetForm;
use crate::{
    components::{Button, Dialog, DraftStatus, ErrorMessage, show},
    live::{CurrentStory, LocalDraft, Studio, draft_storage::DraftSubject},
};
use domain::{Budget, ChapterId, NewRun, StoryId};
use leptos::prelude::*;

/// "With a budget…", and the dialog it opens.
#[component]
pub fn StartWithBudget(
    /// For which story.
    story: StoryId,
    /// What is to be started.
    #[prop(into)]
    new: Signal<NewRun>,
    /// Which chapter it is about; its number may change.
    #[prop(optional)]
    chapter: Option<ChapterId>,
    /// That in words: "Write all chapters".
    #[prop(into)]
    what: String,
    /// The button's name, where another one with the same words is on the page. It does not repeat the name of
    /// the button that starts the run without asking.
    #[prop(default = "With a budget…")]
    name: &'static str,
    /// Not to be started now.
    disabled: Signal<bool>,
    /// Whether the button is shown. The dialog stays where it is open: what is typed in it does not vanish.
    #[prop(default = true.into(), into)]
    shown: Signal<bool>,
) -> AnyView {
    let open = RwSignal::new(false);
    let studio = Studio::get();
    let form = BudgetForm::for_dialog(open);
    let asked = RwSignal::new(false);
    let link = CurrentStory::get().path.get_untracked();
    let about = DraftSubject {
        what: format!("{what} with a budget"),
        link,
        story: Some(story),
    };
    let kind = new.with_untracked(|new| new.kind.as_str());
    let chapter = chapter.map(|id| id.to_string()).unwrap_or_default();
    let place = format!("budget-{story}-{kind}-{chapter}");
    let draft = LocalDraft::new(&place, about, 0, form.labelled().to_vec());
    studio.on_started(asked, move || {
        form.fill(Budget::default());
        open.set(false);
    });
    let go = move || {
        if let Some(budget) = form.read(true) {
            let budget = Some(budget);
            studio.start(
                story,
                NewRun {
                    budget,
                    ..new.get_untracked()
                },
            );
            asked.set(true);
        }
    };
    view! {
        {show(move || {
            shown
                .get()
                .then(|| {
                    view! {
                        <Button kind="quiet" name disabled on_press=move || open.set(true)>
                            "With a budget…"
                        </Button>
                    }
                })
        })}
        <Dialog open title=format!("{what} with a budget")>
            <DraftStatus draft/>
            {form.shown_while(open)}
            <ErrorMessage error=studio.starting.error()/>
            <div class="row">
                <Button kind="primary" disabled on_press=go>
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
