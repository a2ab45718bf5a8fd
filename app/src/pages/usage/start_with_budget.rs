//! Starting a run within a budget.

use super::budget::BudgetForm;
use crate::{
    components::{Button, Dialog, DraftStatus, ErrorMessage, show},
    live::{CurrentStory, LocalDraft, Studio, draft_storage::DraftSubject},
};
use domain::{Budget, ChapterId, NewRun, RunKind, StoryId};
use leptos::prelude::*;

/// "With a budget…", and the dialog it opens.
#[component]
pub fn StartWithBudget(
    /// The story.
    story: StoryId,
    /// The run to start.
    #[prop(into)]
    new: Signal<NewRun>,
    /// The chapter it is about, by its id, because its number may change.
    #[prop(optional)]
    chapter: Option<ChapterId>,
    /// The run in words: "Write all chapters".
    #[prop(into)]
    what: String,
    /// The button's name, where another one with the same words is on the page. It does not repeat the name of
    /// the button that starts the run without asking.
    #[prop(default = "With a budget…")]
    name: &'static str,
    /// Whether it can't be started now.
    disabled: Signal<bool>,
    /// Whether the button is shown. An open dialog stays, so that typed text does not vanish.
    #[prop(default = true.into(), into)]
    shown: Signal<bool>,
) -> AnyView {
    let open = RwSignal::new(false);
    let studio = Studio::get();
    let form = BudgetForm::for_dialog(open);
    let asked = RwSignal::new(false);
    let heading = format!("{what} with a budget");
    let kind = new.with_untracked(|new| new.kind);
    let draft = budget_draft(form, story, kind, chapter, heading.clone());
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
        <Dialog open title=heading>
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

/// The draft of what is typed in the dialog, one for each thing that can be started.
fn budget_draft(
    form: BudgetForm,
    story: StoryId,
    kind: RunKind,
    chapter: Option<ChapterId>,
    what: String,
) -> LocalDraft {
    let about = DraftSubject {
        what,
        link: CurrentStory::get().path.get_untracked(),
        story: Some(story),
    };
    let chapter = chapter.map(|id| id.to_string()).unwrap_or_default();
    let name = format!("budget-{story}-{}-{chapter}", kind.as_str());
    LocalDraft::new(&name, about, 0, form.labelled().to_vec())
}
