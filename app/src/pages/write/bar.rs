//! The bar above the page: where it stands, and what can be done with it.

use super::{
    Room,
    generate::{Finished, StartOver, StartOverDialog, WriteChapter},
    history::History,
    reader::Open,
};
use crate::{
    components::{
        Area, Button, Dialog, DraftLine, Icon, Overflow, Trouble, WriteAll,
        demonstration::feedback_ignored, show,
    },
    live::{LocalDraft, Studio, drafts::About, memo},
    pages::accounts::BudgetForm,
};
use domain::{Budget, ChapterState, NewRun, RunKind, Status};
use leptos::prelude::*;

/// The bar.
#[component]
pub(super) fn Bar(room: Room, open: Open) -> AnyView {
    let studio = Studio::here();
    let Open {
        story,
        number,
        reading,
        editing,
        ..
    } = open;
    let (looking_back, rewriting) = (RwSignal::new(false), RwSignal::new(false));
    let starting_over = RwSignal::new(false);
    let state = memo(move || reading.with(|reading| reading.chapter.state));
    let has_text = memo(move || reading.with(|reading| reading.revision.is_some()));
    let busy = studio.starting.pending();
    let off = Signal::derive(move || busy.get() || open.is_planned());
    let place = move || {
        let word = match open
            .run
            .with(|run| run.as_ref().map(|(_, status, _)| *status))
        {
            Some(Status::Running) => "writing",
            Some(Status::Paused) => "paused",
            Some(_) => "waiting",
            None => state.get().label(),
        };
        let of = reading.with(|reading| reading.of);
        format!("{number} of {of} · {word}")
    };
    let unwritten =
        memo(move || matches!(state.get(), ChapterState::Empty | ChapterState::Partial));
    let write_all = move || {
        let primary = Signal::derive(move || !unwritten.get());
        view! { <WriteAll story chapters=room.chapters primary/> }
    };
    view! {
        <div class="bar">
            <button
                type="button"
                class="quiet narrow-only"
                popovertarget="chapters"
                aria-label="Chapters"
                title="Chapters"
            >
                {Icon::List.view()}
            </button>
            <span class="where" title=move || format!("Chapter {}", place())>
                <span>"Chapter "</span>
                {place}
            </span>
            <Overflow>
            {show(move || {
                has_text
                    .get()
                    .then(|| {
                        view! {
                            <Button
                                kind="quiet foldable"
                                icon=Icon::History
                                title="History"
                                on_press=move || looking_back.set(true)
                            >
                                "History"
                            </Button>
                        }
                    })
            })}
            {show(move || {
                (!editing.get())
                    .then(|| {
                        view! {
                            <Button
                                kind="quiet foldable"
                                icon=Icon::Write
                                title="Edit"
                                on_press=move || editing.set(true)
                            >
                                "Edit"
                            </Button>
                        }
                    })
            })}
            {show(move || {
                has_text
                    .get()
                    .then(|| {
                        view! {
                            <Button off on_press=move || rewriting.set(true)>
                                "Rewrite with feedback"
                            </Button>
                        }
                    })
            })}
                <Finished open kind="quiet foldable"/>
                <StartOver open off asking=starting_over/>
                {show(move || unwritten.get().then(write_all))}
            </Overflow>
            <WriteChapter open off/>
            {show(move || (!unwritten.get()).then(write_all))}
            <button
                type="button"
                class="quiet narrow-only"
                popovertarget="notes"
                aria-label="Notes"
                title="Notes"
            >
                {Icon::Notes.view()}
            </button>
        </div>
        <Trouble error=studio.starting.error()/>
        <History open shown=looking_back/>
        <Rewrite open shown=rewriting/>
        <StartOverDialog open off asking=starting_over/>
    }
    .into_any()
}

/// Asks what to do differently, then has the chapter written again.
#[component]
fn Rewrite(open: Open, shown: RwSignal<bool>) -> AnyView {
    let studio = Studio::here();
    let feedback = RwSignal::new(String::new());
    let missing = RwSignal::new(false);
    let form = BudgetForm::asked_in(shown);
    let asked = RwSignal::new(false);
    let go = move || {
        let text = feedback.with_untracked(|text| text.trim().to_owned());
        missing.set(text.is_empty());
        let budget = form.read(false);
        if let (false, Some(budget)) = (text.is_empty(), budget) {
            let new = NewRun {
                chapter: Some(open.chapter.into()),
                feedback: Some(text),
                budget: (!budget.is_unlimited()).then_some(budget),
                ..NewRun::of(RunKind::Rewrite)
            };
            studio.start(open.story, new);
            asked.set(true);
        }
    };
    studio.once_started(asked, move || {
        shown.set(false);
        feedback.set(String::new());
        form.fill(Budget::default());
    });
    let mut fields = vec![("What should be different?", feedback)];
    fields.extend(form.labelled());
    let about = About {
        what: format!("Feedback on chapter {}", open.number),
        link: format!("/stories/{}/write/{}", open.story, open.number),
        story: Some(open.story),
    };
    let draft = LocalDraft::new(&format!("rewrite-{}", open.chapter), about, 0, fields);
    view! {
        <Dialog open=shown title="Rewrite with feedback">
            <form class="stack" on:submit=|event| event.prevent_default()>
                <DraftLine draft/>
                <Area
                    label="What should be different?"
                    hint="The current version stays in the history."
                    value=feedback
                    rows=4
                    trouble=Signal::derive(move || missing.get().then_some("feedback-missing"))
                />
                {show(move || form.by_builtin().get().then(feedback_ignored))}
                {show(move || {
                    missing
                        .get()
                        .then(|| {
                            view! {
                                <p id="feedback-missing" class="trouble" role="alert">
                                    "Describe what to change."
                                </p>
                            }
                        })
                })}
                {show(move || shown.get().then(|| form.folded()))}
                <Trouble error=studio.starting.error()/>
                <div class="row">
                    <Button kind="primary" off=studio.starting.pending() on_press=go>
                        "Rewrite"
                    </Button>
                    <Button kind="quiet" on_press=move || shown.set(false)>
                        "Cancel"
                    </Button>
                </div>
            </form>
        </Dialog>
    }
    .into_any()
}
