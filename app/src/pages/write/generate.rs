//! The chapter's own buttons: write it, continue it, start over, and whether it is finished.

use super::chapter_view::ChapterView;
use crate::{
    api::chapters::update_chapter,
    components::{Button, Dialog, ErrorMessage, Icon, show},
    live::{Aspect, Studio, SubmitAction, memo},
};
use domain::{ChapterPatch, ChapterState, NewRun, WriteMode};
use leptos::prelude::*;

/// "Write chapter" for an empty one. (To continue an unfinished text, there is a button below it.)
#[component]
pub(super) fn WriteChapter(view: ChapterView, disabled: Signal<bool>) -> AnyView {
    let studio = Studio::get();
    let is_empty = memo(move || {
        view.details
            .with(|details| details.chapter.state == ChapterState::Empty)
    });
    show(move || {
        is_empty.get().then(|| {
            view! {
                <Button
                    // Once it is pressed, what is being made is the thing to look at.
                    kind=if disabled.get() { "" } else { "primary" }
                    disabled
                    on_press=move || studio.start(view.story, NewRun::chapter(view.chapter))
                >
                    "Write chapter"
                </Button>
            }
        })
    })
}

/// Generates an unfinished chapter from its beginning, once the author agrees.
#[component]
pub(super) fn StartOver(
    view: ChapterView,
    disabled: Signal<bool>,
    asking: RwSignal<bool>,
) -> AnyView {
    let is_unfinished = memo(move || {
        view.details.with(|details| {
            details.chapter.state == ChapterState::Partial && details.revision.is_some()
        })
    });
    show(move || {
        is_unfinished.get().then(|| {
            view! {
                <Button
                    kind="quiet foldable"
                    icon=Icon::Regenerate
                    title="Start over"
                    disabled
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
pub(super) fn StartOverDialog(
    view: ChapterView,
    disabled: Signal<bool>,
    asking: RwSignal<bool>,
) -> AnyView {
    let studio = Studio::get();
    let number = view.number;
    let start_over = move || {
        asking.set(false);
        let new = NewRun::chapter_in_mode(view.chapter, WriteMode::StartOver);
        studio.start(view.story, new);
    };
    view! {
        <Dialog open=asking title=format!("Start chapter {number} over")>
            <p>"A new draft is generated from the beginning. The current version stays in the history."</p>
            <div class="row">
                <Button kind="primary" disabled on_press=start_over>
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
pub(super) fn FinishedToggle(
    view: ChapterView,
    /// How the button looks.
    #[prop(optional)]
    kind: &'static str,
) -> AnyView {
    let studio = Studio::get();
    let marking = SubmitAction::new();
    let state = memo(move || view.details.with(|details| details.chapter.state));
    let (story, chapter) = (view.story, view.chapter.into());
    let mark = move |finished: bool| {
        let version = view
            .details
            .with_untracked(|details| details.chapter.version);
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
    let disabled = marking.pending();
    view! {
        {show(move || match state.get() {
            ChapterState::Partial => view! {
                <Button
                    kind
                    icon=Icon::Finished
                    title="Mark as finished"
                    disabled
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
                    disabled
                    on_press=move || mark(false)
                >
                    "Mark as unfinished"
                </Button>
            }
            .into_any(),
            ChapterState::Empty | ChapterState::Drafting => ().into_any(),
        })}
        <ErrorMessage error=marking.error()/>
    }
    .into_any()
}
