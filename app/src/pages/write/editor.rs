//! Typing. What is typed is kept in the browser until it is saved, so that a reload loses nothing.

use super::reader::Open;
use crate::{
    api::{StudioError, chapters::save_text},
    browser,
    components::{Button, Trouble, show},
    live::{Aspect, Deed, Studio, memo},
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
    let saving = Deed::new();
    Effect::new(move |_| {
        if let Some(area) = node.get() {
            let _ = area.focus();
        }
    });
    let error = saving.error();
    let stale = memo(move || error.with(|error| error.as_ref().is_some_and(StudioError::is_stale)));
    let press = move || {
        let Some(area) = node.get_untracked() else {
            return;
        };
        let (text, version) = (area.value(), version.get_untracked());
        saving.run(async move {
            save_text(open.story, open.number, text, version).await?;
            browser::keep(&kept_as(chapter), None);
            studio.touch(open.story, Aspect::Chapters);
            studio.touch(open.story, Aspect::Story);
            open.editing.set(false);
            Ok(())
        });
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
            <Trouble error/>
            <div class="row">
                <Button kind="primary" off=saving.pending() on_press=press>
                    "Save"
                </Button>
                {show(move || {
                    stale
                        .get()
                        .then(|| {
                            view! {
                                <Button off=saving.pending() on_press=save_anyway>
                                    "Save mine as the newest"
                                </Button>
                            }
                        })
                })}
                <Button kind="quiet" on_press=give_up>
                    "Discard changes"
                </Button>
            </div>
        </div>
    }
    .into_any()
}
