//! Typing. What is typed is kept in the browser until it is saved, so that a reload loses nothing.

use super::reader::Open;
use crate::{
    api::chapters::SaveText,
    browser,
    components::{Button, Trouble, page::error_of},
    live::{Aspect, Studio},
};
use domain::ChapterId;
use leptos::{html, prelude::*};

/// The name under which the browser keeps unsaved text of a chapter.
fn kept_as(chapter: ChapterId) -> String {
    format!("fablewright-text-{chapter}")
}

/// Text that was typed and not saved, if it says something else than what is there.
pub(super) fn unsaved(open: Open) -> Option<String> {
    let (chapter, current) = open.reading.with_untracked(|reading| {
        (
            reading.chapter.id,
            reading
                .revision
                .as_ref()
                .map(|revision| revision.text.clone()),
        )
    });
    browser::kept(&kept_as(chapter)).filter(|text| *text != current.unwrap_or_default())
}

/// The chapter's text to type in.
#[component]
pub(super) fn Editor(open: Open) -> AnyView {
    let studio = Studio::here();
    let node = NodeRef::<html::Textarea>::new();
    let (chapter, version, text) = open.reading.with_untracked(|reading| {
        let text = reading
            .revision
            .as_ref()
            .map(|revision| revision.text.clone());
        (
            reading.chapter.id,
            reading.chapter.version,
            text.unwrap_or_default(),
        )
    });
    let recovered = unsaved(open);
    let came_back = recovered.is_some();
    // The version the typing is based on; what others did since is told when it is saved.
    let version = RwSignal::new(version);
    let save = ServerAction::<SaveText>::new();
    Effect::new(move |_| {
        if let Some(area) = node.get() {
            let _ = area.focus();
        }
    });
    Effect::new(move |_| {
        if let Some(Ok(_)) = save.value().get() {
            browser::keep(&kept_as(chapter), None);
            studio.touch(open.story, Aspect::Chapters);
            studio.touch(open.story, Aspect::Story);
            open.editing.set(false);
        }
    });
    let stale = Memo::new(move |_| {
        save.value()
            .with(|answer| matches!(answer, Some(Err(error)) if error.is_stale()))
    });
    let press = move || {
        if let Some(area) = node.get_untracked() {
            save.dispatch(SaveText {
                story: open.story,
                number: open.number,
                text: area.value(),
                version: version.get_untracked(),
            });
        }
    };
    let save_anyway = move || {
        version.set(
            open.reading
                .with_untracked(|reading| reading.chapter.version),
        );
        press();
    };
    let give_up = move || {
        browser::keep(&kept_as(chapter), None);
        open.editing.set(false);
    };
    view! {
        <div class="editor">
            <p class="muted" aria-live="polite">
                {came_back.then_some("This is what you typed before and did not save.")}
            </p>
            <textarea
                node_ref=node
                aria-label="Text of the chapter"
                spellcheck="true"
                prop:value=recovered.unwrap_or(text)
                on:input=move |event| {
                    browser::keep(&kept_as(chapter), Some(&event_target_value(&event)));
                }
            ></textarea>
            <Trouble error=error_of(save.value())/>
            <p class="row">
                <Button kind="primary" off=save.pending() on_press=press>
                    "Save"
                </Button>
                {move || {
                    stale
                        .get()
                        .then(|| {
                            view! {
                                <Button off=save.pending() on_press=save_anyway>
                                    "Save mine as the newest"
                                </Button>
                            }
                        })
                }}
                <Button kind="quiet" on_press=give_up>
                    "Discard changes"
                </Button>
            </p>
        </div>
    }
    .into_any()
}
