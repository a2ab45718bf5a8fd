//! The way to have a story read.

use crate::{
    components::{Button, show},
    live::{Studio, memo},
    pages::usage::StartWithBudget,
};
use domain::{NewRun, ReadingState, RunKind, StoryId};
use leptos::prelude::*;

/// "Read it", while chapters have a text that was not read.
#[component]
pub fn ReadIt(
    /// The story.
    story: StoryId,
    /// How much of it was read.
    reading: Memo<ReadingState>,
    /// How the button looks.
    #[prop(optional)]
    kind: &'static str,
    /// Whether a story that was read can be read again here.
    #[prop(optional)]
    again: bool,
) -> AnyView {
    let studio = Studio::get();
    let under_way = memo(move || {
        studio.with_state(|state| {
            let mut runs = state.runs.iter();
            runs.any(|run| run.story == story && run.kind == RunKind::Read)
        })
    });
    let busy = studio.starting.pending();
    let disabled = Signal::derive(move || busy.get() || under_way.get());
    let label = memo(move || {
        let (chapters, read) = reading.with(|reading| (reading.chapters, reading.read));
        match (chapters, read) {
            (0, _) => None,
            (_, 0) => Some("Read it"),
            (chapters, read) if read < chapters => Some("Read the rest"),
            _ => again.then_some("Read again"),
        }
    });
    let new = memo(move || NewRun {
        include_written: label.get() == Some("Read again"),
        ..NewRun::of(RunKind::Read)
    });
    view! {
        {show(move || {
            label
                .get()
                .map(|label| {
                    view! {
                        <Button
                            kind
                            disabled
                            on_press=move || studio.start(story, new.get_untracked())
                        >
                            {label}
                        </Button>
                    }
                })
        })}
        // It reads every chapter: of a long story that costs much.
        <StartWithBudget
            story
            new
            what="Read story"
            name="With a budget: read"
            disabled
            shown=memo(move || label.get().is_some())
        />
    }
    .into_any()
}
