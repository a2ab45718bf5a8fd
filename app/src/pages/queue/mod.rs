//! The queue: every run in flight, waiting, paused or just ended.

mod edit;
mod model;
mod order;
mod row;
mod run_fields;
mod spent;

use crate::{
    api::runs::{EndedRuns, list_ended_runs, set_queue_paused},
    components::{Button, CancelRuns, EmptyState, ErrorMessage, Main, PageTitle, loaded, show},
    formatting,
    live::{LiveResource, Studio, SubmitAction, memo},
};
use domain::{Run, RunId, Status};
use leptos::prelude::*;
use order::QueueOrder;
use row::RunGroup;

/// So many of the runs that ended are shown at first, and more each time one asks for them.
const ENDED: u32 = 20;

/// `/queue`
#[component]
pub fn QueuePage() -> AnyView {
    let studio = Studio::get();
    // Any story's change may mean that a run ended; so does a shorter list of open ones, below.
    let most = RwSignal::new(ENDED);
    let ended = LiveResource::new(
        move || {
            studio.library.track();
            most.track();
        },
        move || list_ended_runs(most.get_untracked()),
    );
    view! {
        <PageTitle text="Queue · Fablewright"/>
        {loaded(
            move || ended.outcome(),
            move || view! { <QueueLists ended ended_runs=ended.value() most/> }.into_any(),
        )}
    }
    .into_any()
}

#[component]
fn QueueLists(
    ended: LiveResource<EndedRuns>,
    ended_runs: Memo<EndedRuns>,
    /// How many of them are shown.
    most: RwSignal<u32>,
) -> AnyView {
    let studio = Studio::get();
    let open = memo(move || studio.with_state(|state| state.runs.clone()));
    let ids = memo(move || open.with(|runs| runs.iter().map(|run| run.id).collect::<Vec<_>>()));
    Effect::new(move |last: Option<Vec<RunId>>| {
        let now = ids.get();
        if last.is_some_and(|last| last != now) {
            ended.refetch();
        }
        now
    });
    let past = past_runs(ended_runs, ids);
    let more = memo(move || ended_runs.with(|ended| ended.more));
    let empty = memo(move || ids.with(Vec::is_empty) && past.with(Vec::is_empty) && !more.get());
    let waiting = with_status(open, Status::Queued);
    let order = QueueOrder::new(waiting);
    view! {
        <Main>
            <header class="head">
                <h1 id="title">"Queue"</h1>
                <QueueActions waiting/>
            </header>
            <QueueSummary/>
            <ErrorMessage error=order.error()/>
            {order.announcement()}
            {show(move || {
                empty
                    .get()
                    .then(|| {
                        view! {
                            <EmptyState text="Nothing queued yet. Everything the studio generates appears here: \
                                         running, waiting, paused and finished.">
                                <a class="button primary" href="/">
                                    "Open library"
                                </a>
                            </EmptyState>
                        }
                    })
            })}
            <RunGroup heading="Running" runs=with_status(open, Status::Running)/>
            <RunGroup heading="Waiting" runs=waiting order/>
            <RunGroup heading="Paused" runs=with_status(open, Status::Paused)/>
            <RunGroup heading="Recently finished" runs=past/>
            {show(move || {
                more.get()
                    .then(|| {
                        view! {
                            <div class="row">
                                <Button on_press=move || most.update(|most| *most += ENDED)>
                                    "Show more"
                                </Button>
                            </div>
                        }
                    })
            })}
        </Main>
    }
    .into_any()
}

/// The runs that ended. A resumed run is open again before the list of ended ones says so.
fn past_runs(ended: Memo<EndedRuns>, open: Memo<Vec<RunId>>) -> Memo<Vec<Run>> {
    memo(move || {
        ended.with(|ended| {
            open.with(|open| {
                let past = ended.runs.iter().filter(|run| !open.contains(&run.id));
                past.cloned().collect()
            })
        })
    })
}

/// The runs in one state.
fn with_status(runs: Memo<Vec<Run>>, status: Status) -> Memo<Vec<Run>> {
    memo(move || {
        runs.with(|runs| {
            let these = runs.iter().filter(|run| run.status == status);
            these.cloned().collect()
        })
    })
}

/// What can be done with the queue as a whole.
#[component]
fn QueueActions(waiting: Memo<Vec<Run>>) -> AnyView {
    let studio = Studio::get();
    let paused = memo(move || studio.with_state(|state| state.queue.is_held));
    let any = memo(move || studio.with_state(|state| !state.runs.is_empty()));
    let count = memo(move || waiting.with(Vec::len));
    let several = memo(move || count.get() > 1);
    let asking = RwSignal::new(false);
    let what = Signal::derive(move || formatting::pluralize(count.get() as u64, "waiting run"));
    let changing = SubmitAction::new();
    let hold = move || {
        let hold = !paused.get_untracked();
        changing.run(async move { set_queue_paused(hold).await.map(drop) });
    };
    view! {
        <div class="row">
            {show(move || {
                several
                    .get()
                    .then(|| {
                        view! {
                            <Button kind="quiet" on_press=move || asking.set(true)>
                                "Cancel all waiting"
                            </Button>
                        }
                    })
            })}
            {show(move || {
                let (kind, label) = match paused.get() {
                    true => ("primary", "Resume queue"),
                    false => ("", "Pause queue"),
                };
                (any.get() || paused.get())
                    .then(|| {
                        view! {
                            <Button kind disabled=changing.pending() on_press=hold>
                                {label}
                            </Button>
                        }
                    })
            })}
        </div>
        <ErrorMessage error=changing.error()/>
        <CancelRuns asking what/>
    }
    .into_any()
}

/// The progress of the whole queue, in one line.
#[component]
fn QueueSummary() -> AnyView {
    let studio = Studio::get();
    let text = memo(move || {
        studio.with_state(|state| {
            if state.queue.is_held {
                return Some(
                    "The queue is paused. Nothing is generated until you resume it.".to_owned(),
                );
            }
            if state.runs.is_empty() {
                return None;
            }
            let left = match state.seconds_left() {
                Some(seconds) if seconds > 0.0 => {
                    format!("about {} left", formatting::clock(seconds.round() as i64))
                }
                Some(_) => "nothing running".to_owned(),
                None => "time left unknown".to_owned(),
            };
            let runs = u64::try_from(state.runs.len()).unwrap_or_default();
            Some(format!(
                "{} · {}% done overall · {left}",
                formatting::pluralize(runs, "run"),
                formatting::percent(state.fraction()),
            ))
        })
    });
    show(move || {
        text.get()
            .map(|text| view! { <p class="muted summary">{text}</p> })
    })
}
