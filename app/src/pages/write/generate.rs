//! The chapter's own buttons: write it, continue it, start over, and whether it is finished.

use super::reader::Open;
use crate::{
    api::chapters::update_chapter,
    components::{Button, Dialog, Icon, Trouble, show},
    live::{Aspect, Deed, Studio, memo},
};
use domain::{ChapterPatch, ChapterState, NewRun, WriteMode};
use leptos::prelude::*;

/// "Write chapter" for an empty one. (To continue an unfinished text, there is a button below it.)
#[component]
pub(super) fn WriteChapter(open: Open, off: Signal<bool>) -> AnyView {
    let studio = Studio::here();
    let is_empty = memo(move || {
        open.reading
            .with(|reading| reading.chapter.state == ChapterState::Empty)
    });
    show(move || {
        is_empty.get().then(|| {
            view! {
                <Button
                    // Once it is pressed, what is being made is the thing to look at.
                    kind=if off.get() { "" } else { "primary" }
                    off
                    on_press=move || studio.start(open.story, NewRun::chapter(open.chapter))
                >
                    "Write chapter"
                </Button>
            }
        })
    })
}

/// Generates an unfinished chapter from its beginning, once the author agrees.
#[component]
pub(super) fn StartOver(open: Open, off: Signal<bool>, asking: RwSignal<bool>) -> AnyView {
    let is_unfinished = memo(move || {
        open.reading.with(|reading| {
            reading.chapter.state == ChapterState::Partial && reading.revision.is_some()
        })
    });
    show(move || {
        is_unfinished.get().then(|| {
            view! {
                <Button
                    kind="quiet foldable"
                    icon=Icon::Again
                    title="Start over"
                    off
                    on_press=move || asking.set(true)
                >
                    "Start over"
                </Button>
            }
        })
    })
}

/// Asks whether to start over.
#[component]
pub(super) fn StartOverDialog(open: Open, off: Signal<bool>, asking: RwSignal<bool>) -> AnyView {
    let studio = Studio::here();
    let number = open.number;
    let start_over = move || {
        asking.set(false);
        let new = NewRun::chapter_in_mode(open.chapter, WriteMode::StartOver);
        studio.start(open.story, new);
    };
    view! {
        <Dialog open=asking title=format!("Start chapter {number} over")>
            <p>"A new draft is generated from the beginning. The current version stays in the history."</p>
            <div class="row">
                <Button kind="primary" off on_press=start_over>
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

/// Says that the chapter is finished, or that it is not. Only the author decides that.
#[component]
pub(super) fn Finished(
    open: Open,
    /// How the button looks.
    #[prop(optional)]
    kind: &'static str,
) -> AnyView {
    let studio = Studio::here();
    let marking = Deed::new();
    let state = memo(move || open.reading.with(|reading| reading.chapter.state));
    let (story, chapter) = (open.story, open.chapter.into());
    let mark = move |finished: bool| {
        let version = open
            .reading
            .with_untracked(|reading| reading.chapter.version);
        marking.run(async move {
            let patch = ChapterPatch {
                finished: Some(finished),
                ..ChapterPatch::default()
            };
            update_chapter(story, chapter, patch, version).await?;
            studio.touch(story, Aspect::Chapters);
            studio.touch(story, Aspect::Story);
            Ok(())
        });
    };
    let off = marking.pending();
    view! {
        {show(move || match state.get() {
            ChapterState::Partial => view! {
                <Button
                    kind
                    icon=Icon::Finished
                    title="Mark as finished"
                    off
                    on_press=move || mark(true)
                >
                    "Mark as finished"
                </Button>
            }
            .into_any(),
            ChapterState::Written | ChapterState::NeedsReview => view! {
                <Button
                    kind
                    icon=Icon::Unfinished
                    title="Mark as unfinished"
                    off
                    on_press=move || mark(false)
                >
                    "Mark as unfinished"
                </Button>
            }
            .into_any(),
            ChapterState::Empty | ChapterState::Drafting => ().into_any(),
        })}
        <Trouble error=marking.error()/>
    }
    .into_any()
}
