//! Cancel, Pause, Resume, Retry: what the run's flags allow, seen at once.

use super::{Button, show};
use crate::live::memo;
use crate::{api::runs::RunCommand, live::Studio};
use domain::{ControlFlags, Run, RunId, Status, StepKind};
use leptos::prelude::*;

/// What the buttons depend on: progress alone never re-makes them.
#[derive(Clone, PartialEq)]
struct ControlState {
    id: RunId,
    title: String,
    status: Status,
    control: ControlFlags,
    /// Whether another chapter comes after the one under way.
    more_chapters: bool,
}

/// The buttons of a run.
#[component]
pub fn RunControls(
    /// The run.
    #[prop(into)]
    run: Signal<Option<Run>>,
    /// Names the run in each button's name: where several runs are on a page.
    #[prop(optional)]
    named: bool,
) -> AnyView {
    let shown = memo(move || {
        run.with(|run| {
            run.as_ref().map(|run| ControlState {
                id: run.id,
                title: run.title(),
                status: run.status,
                control: run.control,
                more_chapters: run
                    .steps
                    .iter()
                    .filter(|step| {
                        step.kind == StepKind::Chapter && step.status != Status::Succeeded
                    })
                    .count()
                    > 1,
            })
        })
    });
    view! {
        <span class="controls">
            {show(move || shown.get().map(|shown| buttons(shown, named)))}
        </span>
    }
    .into_any()
}

fn buttons(shown: ControlState, named: bool) -> AnyView {
    let studio = Studio::get();
    let ControlState {
        id,
        title,
        status,
        control,
        more_chapters,
    } = shown;
    let button = move |label: &'static str, command: RunCommand, disabled: bool| {
        let press = Callback::new(move |()| studio.control_run(id, command));
        let name = named.then(|| format!("{label}: {title}"));
        match name {
            Some(name) => view! { <Button name disabled=disabled on_press=press>{label}</Button> },
            None => view! { <Button disabled=disabled on_press=press>{label}</Button> },
        }
        .into_any()
    };
    let stopping = control.cancel_requested;
    let pausing = control.pause_requested;
    let (first, second) = match status {
        Status::Running | Status::Queued => {
            let pause = if pausing { "Pausing…" } else { "Pause" };
            let cancel = if stopping { "Stopping…" } else { "Cancel" };
            (
                Some(button(pause, RunCommand::Pause, pausing || stopping)),
                Some(button(cancel, RunCommand::Cancel, stopping)),
            )
        }
        Status::Paused => (
            Some(button(
                "Resume",
                RunCommand::Resume,
                !control.can_resume || stopping,
            )),
            Some(button(
                if stopping { "Stopping…" } else { "Cancel" },
                RunCommand::Cancel,
                stopping,
            )),
        ),
        Status::Failed if control.can_resume => {
            (Some(button("Retry", RunCommand::Retry, false)), None)
        }
        Status::Cancelled if control.can_resume => {
            (Some(button("Resume", RunCommand::Resume, false)), None)
        }
        _ => (None, None),
    };
    let after_chapter =
        (status == Status::Running && more_chapters && !stopping && !pausing).then(|| {
            let set = control.pause_after_chapter;
            let command = if set {
                RunCommand::ContinueAfterChapter
            } else {
                RunCommand::PauseAfterChapter
            };
            view! {
                <button
                    type="button"
                    class="quiet after"
                    aria-pressed=set.to_string()
                    on:click=move |_| studio.control_run(id, command)
                >
                    "Pause after this chapter"
                </button>
            }
        });
    (after_chapter, first, second).into_any()
}
