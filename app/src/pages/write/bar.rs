//! The bar above the page: which chapter it is, its state, and what can be done with it.

use super::{
    chapter_view::{ChapterView, WriteContext},
    generate::{FinishedToggle, StartOver, StartOverDialog, WriteChapter},
    history::ChapterHistory,
};
use crate::{
    components::{
        Button, Dialog, DraftStatus, ErrorMessage, Icon, Overflow, TextArea, WriteAll,
        demonstration::feedback_ignored, show,
    },
    live::{LocalDraft, Studio, draft_storage::DraftSubject, memo},
    pages::usage::BudgetForm,
};
use domain::{Budget, ChapterState, NewRun, RunKind, Status};
use leptos::prelude::*;

/// The bar.
#[component]
pub(super) fn Bar(context: WriteContext, view: ChapterView) -> AnyView {
    let studio = Studio::get();
    let (looking_back, rewriting) = (RwSignal::new(false), RwSignal::new(false));
    let starting_over = RwSignal::new(false);
    let state = memo(move || view.details.with(|details| details.chapter.state));
    let has_text = memo(move || view.details.with(|details| details.revision.is_some()));
    let busy = studio.starting.pending();
    let disabled = Signal::derive(move || busy.get() || view.is_planned());
    let unwritten =
        memo(move || matches!(state.get(), ChapterState::Empty | ChapterState::Partial));
    let write_all = move || {
        let primary = Signal::derive(move || !unwritten.get());
        view! { <WriteAll story=view.story chapters=context.chapters primary/> }
    };
    view! {
        <div class="bar">
            {panel_button("chapters", "Chapters", Icon::List)}
            <ChapterPlace view state/>
            <Overflow>
                {show(move || has_text.get().then(|| foldable_button(Icon::History, "History", looking_back)))}
                {show(move || (!view.editing.get()).then(|| foldable_button(Icon::Write, "Edit", view.editing)))}
                {show(move || {
                    has_text
                        .get()
                        .then(|| {
                            view! {
                                <Button disabled on_press=move || rewriting.set(true)>
                                    "Rewrite with feedback"
                                </Button>
                            }
                        })
                })}
                <FinishedToggle view kind="quiet foldable"/>
                <StartOver view disabled asking=starting_over/>
                {show(move || unwritten.get().then(write_all))}
            </Overflow>
            <WriteChapter view disabled/>
            {show(move || (!unwritten.get()).then(write_all))}
            {panel_button("notes", "Notes", Icon::Notes)}
        </div>
        <ErrorMessage error=studio.starting.error()/>
        <ChapterHistory view shown=looking_back/>
        <Rewrite view shown=rewriting/>
        <StartOverDialog view disabled asking=starting_over/>
    }
    .into_any()
}

/// On a narrow screen: opens a panel that is beside the page on a wide one.
fn panel_button(panel: &'static str, name: &'static str, icon: Icon) -> impl IntoView {
    view! {
        <button
            type="button"
            class="quiet narrow-only"
            popovertarget=panel
            aria-label=name
            title=name
        >
            {icon.view()}
        </button>
    }
}

/// "Chapter 3 of 5 · writing"
#[component]
fn ChapterPlace(view: ChapterView, state: Memo<ChapterState>) -> AnyView {
    let count = move || {
        let of = view.details.with(|details| details.of);
        format!("{} of {of}", view.number)
    };
    let word = move || match view
        .run
        .with(|run| run.as_ref().map(|(_, status, _)| *status))
    {
        Some(Status::Running) => "writing",
        Some(Status::Paused) => "paused",
        Some(_) => "waiting",
        None => state.get().label(),
    };
    view! {
        <span class="where" title=move || format!("Chapter {} · {}", count(), word())>
            <span class="what">"Chapter "</span>
            {count}
            <span class="state">{move || format!(" · {}", word())}</span>
        </span>
    }
    .into_any()
}

/// A button that keeps its icon alone where the bar is short of room.
fn foldable_button(icon: Icon, title: &'static str, pressed: RwSignal<bool>) -> impl IntoView {
    view! {
        <Button kind="quiet foldable" icon=icon title=title on_press=move || pressed.set(true)>
            {title}
        </Button>
    }
}

/// Asks what to do differently, then has the chapter written again.
#[component]
fn Rewrite(view: ChapterView, shown: RwSignal<bool>) -> AnyView {
    let studio = Studio::get();
    let feedback = RwSignal::new(String::new());
    let missing = RwSignal::new(false);
    let form = BudgetForm::for_dialog(shown);
    let asked = RwSignal::new(false);
    let go = move || {
        let text = feedback.with_untracked(|text| text.trim().to_owned());
        missing.set(text.is_empty());
        let budget = form.read(false);
        if let (false, Some(budget)) = (text.is_empty(), budget) {
            let new = NewRun {
                chapter: Some(view.chapter.into()),
                feedback: Some(text),
                budget: (!budget.is_unlimited()).then_some(budget),
                ..NewRun::of(RunKind::Rewrite)
            };
            studio.start(view.story, new);
            asked.set(true);
        }
    };
    studio.on_started(asked, move || {
        shown.set(false);
        feedback.set(String::new());
        form.fill(Budget::default());
    });
    let mut fields = vec![("What should be different?", feedback)];
    fields.extend(form.labelled());
    let about = DraftSubject {
        what: format!("Feedback on chapter {}", view.number),
        link: format!("/stories/{}/write/{}", view.story, view.number),
        story: Some(view.story),
    };
    let draft = LocalDraft::new(&format!("rewrite-{}", view.chapter), about, 0, fields);
    view! {
        <Dialog open=shown title="Rewrite with feedback">
            <form class="stack" on:submit=|event| event.prevent_default()>
                <DraftStatus draft/>
                <TextArea
                    label="What should be different?"
                    hint="The current version stays in the history."
                    value=feedback
                    rows=4
                    error_id=Signal::derive(move || missing.get().then_some("feedback-missing"))
                />
                {show(move || form.is_builtin().get().then(feedback_ignored))}
                {show(move || {
                    missing
                        .get()
                        .then(|| {
                            view! {
                                <p id="feedback-missing" class="error-message" role="alert">
                                    "Describe what to change."
                                </p>
                            }
                        })
                })}
                {show(move || shown.get().then(|| form.collapsed()))}
                <ErrorMessage error=studio.starting.error()/>
                <div class="row">
                    <Button kind="primary" disabled=studio.starting.pending() on_press=go>
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
