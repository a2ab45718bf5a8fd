//! Runs in groups, each with its state and what can be done with it.

use super::{
    edit::{EditRun, is_changeable},
    order::QueueOrder,
    spent::spent_line,
};
use crate::{
    components::{RelativeTime, RunControls, StateDot, rows, show, state_dot::status_class},
    formatting,
    live::memo,
};
use domain::{Run, RunId, Status, Step};
use leptos::prelude::*;

/// The runs of one kind of state; nothing where there are none.
#[component]
pub fn RunGroup(
    /// Its heading.
    heading: &'static str,
    /// Its runs.
    runs: Memo<Vec<Run>>,
    /// What moves them, where they can be put in another order.
    #[prop(optional)]
    order: Option<QueueOrder>,
) -> AnyView {
    let ids = memo(move || runs.with(|runs| runs.iter().map(|run| run.id).collect::<Vec<_>>()));
    let row = move |id: RunId| {
        let run = Memo::new(move |last: Option<&Option<Run>>| {
            runs.with(|runs| runs.iter().find(|run| run.id == id).cloned())
                .or_else(|| last.cloned().flatten())
        });
        row_view(id, run, order)
    };
    show(move || {
        ids.with(|ids| !ids.is_empty()).then(|| {
            view! {
                <section class="group" aria-label=heading>
                    <h2>{heading}</h2>
                    <ul class="runs">
                        {rows(move || ids.get(), |id| *id, row)}
                    </ul>
                </section>
            }
        })
    })
}

/// A run, which can be dragged where the list can be put in another order.
fn row_view(id: RunId, run: Memo<Option<Run>>, order: Option<QueueOrder>) -> AnyView {
    let title = memo(move || read_run(run, Run::title));
    let class = Signal::derive(move || {
        run.with(|run| run.as_ref().map_or("dot", |run| status_class(run.status)))
    });
    let steps = memo(move || run.with(|run| run.as_ref().map(|run| run.steps.clone())));
    // A quick run may be resumed and end again while its row stays.
    let changeable = memo(move || run.with(|run| run.as_ref().is_some_and(is_changeable)));
    let (line, sent) = spent_line(id, run, title);
    let handle = order.map(|order| order.handle(id, &title.get_untracked()));
    let over = move |event: leptos::ev::DragEvent| {
        if order.is_some_and(|order| order.is_dragging()) {
            event.prevent_default();
        }
    };
    let dropped = move |event: leptos::ev::DragEvent| {
        if let Some(order) = order {
            event.prevent_default();
            order.drop_on(id);
        }
    };
    view! {
        <li
            class="run"
            draggable=order.map(|_| "true")
            on:dragstart=move |_| {
                if let Some(order) = order {
                    order.drag(id);
                }
            }
            on:dragover=over
            on:drop=dropped
            on:dragend=move |_| {
                if let Some(order) = order {
                    order.let_go();
                }
            }
        >
            <span class="mark">{handle} <StateDot class/></span>
            <RunSummary run title>
                {line}
            </RunSummary>
            <RunProgress run title/>
            <span class="acts">
                {show(move || {
                    changeable.get().then(|| view! { <EditRun run title=title.get_untracked()/> })
                })}
                <RunControls run named=true/>
            </span>
            {show(move || steps.get().filter(|steps| steps.len() > 1).map(steps_view))}
            {sent}
        </li>
    }
    .into_any()
}

/// What is read of a run, or the default once it is gone.
fn read_run<T: Default>(run: Memo<Option<Run>>, read: fn(&Run) -> T) -> T {
    run.with(|run| run.as_ref().map(read).unwrap_or_default())
}

/// The run's title, its story, its state, and when it ended.
#[component]
fn RunSummary(run: Memo<Option<Run>>, title: Memo<String>, children: Children) -> AnyView {
    let doing = memo(move || read_run(run, state_of));
    let story = memo(move || read_run(run, |run| run.story_title.clone()));
    let link = memo(move || read_run(run, |run| format!("/stories/{}", run.story)));
    let ended = memo(move || read_run(run, |run| run.ended_at));
    view! {
        <div class="what">
            <b>{title}</b>
            <span>
                <a href=link dir="auto">
                    {story}
                </a>
                " · "
                {doing}
                {show(move || ended.get().map(|at| view! { " · " <RelativeTime at/> }))}
            </span>
            {children()}
        </div>
    }
    .into_any()
}

/// How much of an open run is done.
#[component]
fn RunProgress(run: Memo<Option<Run>>, title: Memo<String>) -> AnyView {
    let open = memo(move || read_run(run, |run| run.status.is_open()));
    let percent = memo(move || read_run(run, |run| formatting::percent(run.progress.fraction)));
    show(move || {
        open.get().then(|| {
            view! {
                <div class="far">
                    <progress max="100" value=percent aria-label=title></progress>
                    <span>{show(move || format!("{}%", percent.get()))}</span>
                </div>
            }
        })
    })
}

/// A run's state in words, with the reason if there is one.
fn state_of(run: &Run) -> String {
    match run.status {
        Status::Queued => run
            .waiting_for
            .clone()
            .unwrap_or_else(|| "waiting".to_owned()),
        Status::Running | Status::Paused => match &run.held_up {
            Some(reason) => format!("{}: {reason}", run.describe()),
            None => run.describe(),
        },
        Status::Failed => match &run.error {
            Some(error) => format!("failed: {error}"),
            None => "failed".to_owned(),
        },
        Status::Succeeded | Status::Cancelled => {
            let words = match run.words() {
                0 => String::new(),
                words => format!(", {}", formatting::pluralize(words, "word")),
            };
            let ended = if run.status == Status::Succeeded {
                "finished"
            } else {
                "cancelled"
            };
            format!("{ended}{words}")
        }
    }
}

fn steps_view(steps: Vec<Step>) -> AnyView {
    let done = steps
        .iter()
        .filter(|step| step.status == Status::Succeeded)
        .count();
    let summary = format!("{done} of {} steps done", steps.len());
    let items = steps
        .into_iter()
        .map(|step| {
            let what = match step.chapter {
                Some(number) => format!("Chapter {number}"),
                None => match &step.subject {
                    Some(subject) => subject.name.clone(),
                    None => step.kind.label().to_owned(),
                },
            };
            let state = match step.status {
                Status::Running => format!("{}%", formatting::percent(step.fraction)),
                status => status.label().to_owned(),
            };
            view! {
                <li>
                    <StateDot class=status_class(step.status)/>
                    {what}
                    <i>{state}</i>
                </li>
            }
        })
        .collect_view();
    view! {
        <details class="steps">
            <summary>{summary}</summary>
            <ol>{items}</ol>
        </details>
    }
    .into_any()
}
