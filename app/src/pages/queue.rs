//! The queue: every run in flight, waiting, paused or just ended.

use crate::{
    api::runs::list_ended_runs,
    components::{
        Empty, Main, PageTitle, RunControls, StateDot, When, loaded, rows, show,
        state_dot::status_class,
    },
    live::{Live, Studio, memo},
    words,
};
use domain::{Run, RunId, Status, Step};
use leptos::prelude::*;

/// `/queue`
#[component]
pub fn Queue() -> AnyView {
    let studio = Studio::here();
    // Any story's change may mean that a run ended; so does a shorter list of open ones, below.
    let ended = Live::new(move || studio.library.track(), list_ended_runs);
    view! {
        <PageTitle text="Queue · Fablewright"/>
        {loaded(
            move || ended.outcome(),
            move || view! { <Lists ended ended_runs=ended.value()/> }.into_any(),
        )}
    }
    .into_any()
}

#[component]
fn Lists(ended: Live<Vec<Run>>, ended_runs: Memo<Vec<Run>>) -> AnyView {
    let studio = Studio::here();
    let open = memo(move || studio.runs(|state| state.runs.clone()));
    let ids = memo(move || open.with(|runs| runs.iter().map(|run| run.id).collect::<Vec<_>>()));
    Effect::new(move |last: Option<Vec<RunId>>| {
        let now = ids.get();
        if last.is_some_and(|last| last != now) {
            ended.refetch();
        }
        now
    });
    // A resumed run is open again before the list of ended ones says so.
    let past = memo(move || {
        ended_runs.with(|runs| {
            ids.with(|ids| {
                runs.iter()
                    .filter(|run| !ids.contains(&run.id))
                    .cloned()
                    .collect::<Vec<_>>()
            })
        })
    });
    let empty = memo(move || ids.with(Vec::is_empty) && past.with(Vec::is_empty));
    let of = move |status: fn(Status) -> bool| {
        Signal::derive(move || {
            open.with(|runs| {
                runs.iter()
                    .filter(|run| status(run.status))
                    .cloned()
                    .collect()
            })
        })
    };
    view! {
        <Main>
            <h1 id="title">"Queue"</h1>
            {show(move || {
                empty
                    .get()
                    .then(|| {
                        view! {
                            <Empty text="Everything the studio writes for you passes through here: what \
                                         is running, what waits and for what, what is paused. Nothing \
                                         was asked for yet.">
                                <a class="button primary" href="/">
                                    "Open the library"
                                </a>
                            </Empty>
                        }
                    })
            })}
            <Group heading="Running" runs=of(|status| status == Status::Running)/>
            <Group heading="Waiting" runs=of(|status| status == Status::Queued)/>
            <Group heading="Paused" runs=of(|status| status == Status::Paused)/>
            <Group heading="Ended lately" runs=past/>
        </Main>
    }
    .into_any()
}

#[component]
fn Group(heading: &'static str, #[prop(into)] runs: Signal<Vec<Run>>) -> AnyView {
    let ids = memo(move || runs.with(|runs| runs.iter().map(|run| run.id).collect::<Vec<_>>()));
    let row = move |id: RunId| {
        let run = Memo::new(move |last: Option<&Option<Run>>| {
            runs.with(|runs| runs.iter().find(|run| run.id == id).cloned())
                .or_else(|| last.cloned().flatten())
        });
        view! { <Row run/> }.into_any()
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

#[component]
fn Row(run: Memo<Option<Run>>) -> AnyView {
    let of = move |read: fn(&Run) -> String| {
        memo(move || run.with(|run| run.as_ref().map(read).unwrap_or_default()))
    };
    let (title, doing) = (of(Run::title), of(state_of));
    let (story, link) = (
        of(|run| run.story_title.clone()),
        of(|run| format!("/stories/{}", run.story)),
    );
    let class = Signal::derive(move || {
        run.with(|run| run.as_ref().map_or("dot", |run| status_class(run.status)))
    });
    let percent = memo(move || {
        run.with(|run| {
            run.as_ref()
                .map_or(0, |run| words::percent(run.progress.fraction))
        })
    });
    let open = memo(move || run.with(|run| run.as_ref().is_some_and(|r| r.status.is_open())));
    let ended = memo(move || run.with(|run| run.as_ref().and_then(|run| run.ended_at)));
    let steps = memo(move || run.with(|run| run.as_ref().map(|run| run.steps.clone())));
    view! {
        <li class="run">
            <StateDot class/>
            <div class="what">
                <b>{title}</b>
                <span>
                    <a href=link>{story}</a>
                    " · "
                    {doing}
                    {show(move || ended.get().map(|at| view! { " · " <When at/> }))}
                </span>
            </div>
            {show(move || {
                open.get()
                    .then(|| {
                        view! {
                            <div class="far">
                                <progress max="100" value=percent aria-label=title></progress>
                                <span>{show(move || format!("{}%", percent.get()))}</span>
                            </div>
                        }
                    })
            })} <RunControls run named=true/>
            {show(move || steps.get().filter(|steps| steps.len() > 1).map(steps_view))}
        </li>
    }
    .into_any()
}

/// Where a run stands, in words: the reason where there is one.
fn state_of(run: &Run) -> String {
    match run.status {
        Status::Queued => run
            .waiting_for
            .clone()
            .unwrap_or_else(|| "waiting".to_owned()),
        Status::Running | Status::Paused => run.describe(),
        Status::Failed => run.error.clone().unwrap_or_else(|| "failed".to_owned()),
        Status::Succeeded | Status::Cancelled => {
            let words = match run.words() {
                0 => String::new(),
                words => format!(", {}", words::counted(words, "word")),
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
                None => step.kind.word().to_owned(),
            };
            let state = match step.status {
                Status::Running => format!("{}%", words::percent(step.fraction)),
                status => status.word().to_owned(),
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
