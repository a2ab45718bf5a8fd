//! The Generation dock: what is being written, how far, how fast, how long; on every page.

use super::{Button, Icon, RunControls, rows, show};
use crate::{
    api::runs::set_queue_paused,
    formatting,
    live::{Connection, Studio, SubmitAction, memo},
};
use domain::{Run, RunId, Status};
use leptos::prelude::*;

/// One line of the run that is furthest ahead, and the way to the others.
#[component]
pub fn DockBar() -> AnyView {
    let studio = Studio::get();
    let run = memo(move || studio.with_state(|state| state.foremost().cloned()));
    let of = move |read: fn(&Run) -> String| {
        memo(move || run.with(|run| run.as_ref().map(read).unwrap_or_default()))
    };
    // Changes with stage and scene alone, so that a screen reader hears a sentence now and then.
    let doing = of(Run::describe);
    let title = of(Run::title);
    let lost = memo(move || studio.connection.get() == Connection::Lost);
    let detail = memo(move || match lost.get() {
        true => "Connection lost. Reconnecting…".to_owned(),
        false => run.with(|run| run.as_ref().map(detail).unwrap_or_default()),
    });
    let is_waiting = memo(move || {
        lost.get() || run.with(|run| run.as_ref().is_some_and(|run| run.held_up.is_some()))
    });
    let link = of(|run| match run.current_chapter() {
        Some(number) => format!("/stories/{}/write/{number}", run.story),
        None => format!("/stories/{}", run.story),
    });
    let percent = memo(move || {
        run.with(|run| {
            run.as_ref()
                .map_or(0, |run| formatting::percent(run.progress.fraction))
        })
    });
    let paused = memo(move || studio.with_state(|state| state.queue.is_held));
    let others = memo(move || studio.with_state(|state| state.runs.len().saturating_sub(1)));
    let open = RwSignal::new(false);
    view! {
        <section class="dock" role="region" aria-label="Generation">
            <progress
                max="100"
                value=percent
                role="progressbar"
                aria-label=title
                aria-valuemin="0"
                aria-valuemax="100"
                aria-valuenow=percent
            ></progress>
            <Waiting open/>
            <div class="what">
                <div role="status" aria-live="polite">
                    <a href=link>{doing}</a>
                </div>
                <span class:reason=is_waiting>{detail}</span>
            </div>
            <Figures run percent/>
            <div class="row">
                {show(move || {
                    (others.get() > 0)
                        .then(|| {
                            view! {
                                <button
                                    type="button"
                                    class="quiet more"
                                    aria-expanded=memo(move || open.get().to_string())
                                    aria-controls="waiting"
                                    on:click=move |_| open.update(|open| *open = !*open)
                                >
                                    {Icon::Up.view()}
                                    <span>{show(move || format!("{} more", others.get()))}</span>
                                </button>
                            }
                        })
                })} {show(move || paused.get().then(|| view! { <ResumeQueue/> }))} <RunControls run/>
            </div>
        </section>
    }
    .into_any()
}

/// Lets a paused queue go on.
#[component]
fn ResumeQueue() -> AnyView {
    let studio = Studio::get();
    let resuming = SubmitAction::new();
    let press = move || {
        resuming.run(async move {
            if let Err(error) = set_queue_paused(false).await {
                studio.show_error(&error);
            }
            Ok(())
        });
    };
    view! {
        <Button kind="primary" disabled=resuming.pending() on_press=press>
            "Resume queue"
        </Button>
    }
    .into_any()
}

/// "The Drowned Bell · draft · 1,214 words · llama-3.1-8b"; or what it waits for at its model.
fn detail(run: &Run) -> String {
    if let Some(reason) = &run.held_up {
        return reason.clone();
    }
    let mut parts = vec![run.story_title.clone()];
    if run.status == Status::Running
        && let Some(stage) = run.stage
    {
        parts.push(stage.as_str().to_owned());
    }
    if run.words() > 0 {
        parts.push(formatting::pluralize(run.words(), "word"));
    }
    parts.push(formatting::model_name(&run.model));
    parts.join(" · ")
}

/// Percent, speed, time left, time so far.
#[component]
fn Figures(run: Memo<Option<Run>>, percent: Memo<u32>) -> AnyView {
    let now = Studio::get().now;
    let figure = move |read: fn(&Run) -> Option<f64>| {
        memo(move || {
            run.with(|run| {
                let run = run.as_ref().filter(|run| run.status == Status::Running);
                run.and_then(read).map(|figure| figure.round() as i64)
            })
        })
    };
    let speed = figure(|run| run.progress.tokens_per_second);
    let left = figure(|run| run.progress.seconds_left);
    let elapsed = memo(move || {
        let started = run.with(|run| run.as_ref().and_then(|run| run.started_at))?;
        Some(now.get()?.seconds_since(started))
    });
    let or_unknown = |value: Option<String>| match value {
        Some(value) => view! { <dd>{value}</dd> }.into_any(),
        None => view! {
            <dd>
                <span aria-hidden="true">"—"</span>
                <span class="unseen">"unknown"</span>
            </dd>
        }
        .into_any(),
    };
    view! {
        <dl class="figures">
            <div>
                <dt>"done"</dt>
                <dd>{show(move || format!("{}%", percent.get()))}</dd>
            </div>
            <div class="opt">
                <dt>"speed"</dt>
                {show(move || or_unknown(speed.get().map(|speed| format!("{speed} tok/s"))))}
            </div>
            <div>
                <dt>"left"</dt>
                {show(move || or_unknown(left.get().map(formatting::clock)))}
            </div>
            <div class="opt">
                <dt>"elapsed"</dt>
                {show(move || or_unknown(elapsed.get().map(formatting::clock)))}
            </div>
        </dl>
    }
    .into_any()
}

/// The other open runs, above the dock.
#[component]
fn Waiting(open: RwSignal<bool>) -> AnyView {
    let studio = Studio::get();
    let ids = memo(move || {
        studio.with_state(|state| {
            state
                .runs
                .iter()
                .skip(1)
                .map(|run| run.id)
                .collect::<Vec<RunId>>()
        })
    });
    let row = move |id: RunId| {
        let run = memo(move || studio.with_state(|state| state.run(id).cloned()));
        let doing = move || {
            run.with(|run| {
                run.as_ref()
                    .map(|run| (run.describe(), run.story_title.clone()))
            })
        };
        view! {
            <li>
                <span class="what">
                    <b>{show(move || doing().map(|(doing, _)| doing))}</b>
                    <span>{show(move || doing().map(|(_, story)| story))}</span>
                </span>
                <RunControls run named=true/>
            </li>
        }
        .into_any()
    };
    show(move || {
        (open.get() && ids.with(|ids| !ids.is_empty())).then(|| {
            view! {
                <div class="waiting" id="waiting">
                    <ul>
                        {rows(move || ids.get(), |id| *id, row)}
                    </ul>
                    <a href="/queue">"Open queue"</a>
                </div>
            }
        })
    })
}
