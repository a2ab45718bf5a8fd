//! "Write all chapters", and the question it asks when there is nothing left to write.

use super::{Button, Dialog, show};
use crate::live::{Studio, memo};
use domain::{Chapter, NewRun, RunKind, StoryId};
use leptos::prelude::*;

/// The button.
#[component]
pub fn WriteAll(
    /// Whose chapters.
    story: StoryId,
    /// The chapters as they are.
    #[prop(into)]
    chapters: Signal<Vec<Chapter>>,
    /// Whether it is the one thing to do next, while there is something to write.
    #[prop(into)]
    primary: Signal<bool>,
) -> AnyView {
    let studio = Studio::get();
    let asking = RwSignal::new(false);
    let finished =
        memo(move || chapters.with(|all| !all.is_empty() && all.iter().all(Chapter::is_finished)));
    // A second run of the same kind would only wait for this one.
    let under_way = memo(move || {
        studio.with_state(|state| {
            state.runs.iter().any(|run| {
                run.story == story
                    && run.kind == RunKind::AllChapters
                    && !run.control.cancel_requested
            })
        })
    });
    let busy = studio.starting.pending();
    let disabled = Signal::derive(move || busy.get() || under_way.get());
    let accent = memo(move || primary.get() && !finished.get() && !under_way.get());
    let press = Callback::new(move |()| {
        if finished.get_untracked() {
            asking.set(true);
        } else {
            studio.start(story, NewRun::of(RunKind::AllChapters));
        }
    });
    let again = move || {
        asking.set(false);
        let new = NewRun {
            include_written: true,
            ..NewRun::of(RunKind::AllChapters)
        };
        studio.start(story, new);
    };
    let count = move || chapters.with(Vec::len);
    view! {
        {show(move || {
            let kind = if accent.get() { "primary" } else { "" };
            view! {
                <Button kind disabled on_press=press>
                    "Write all chapters"
                </Button>
            }
        })}
        <Dialog open=asking title="All chapters are written">
            <p>
                {show(move || {
                    format!(
                        "You can start over with all {} chapters. The current versions stay in the history.",
                        count(),
                    )
                })}
            </p>
            <div class="row">
                <Button disabled on_press=again>
                    "Start over"
                </Button>
                <Button kind="quiet" on_press=move || asking.set(false)>
                    "Cancel"
                </Button>
            </div>
        </Dialog>
    }
    .into_any()
}
