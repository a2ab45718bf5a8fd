//! Typing. What is typed is kept in the browser until it is saved, so that a reload loses nothing.

use super::{
    kept::{self, Base},
    reader::Open,
    saving::save,
};
use crate::{
    components::{Button, TextLanguage, Trouble},
    live::{Deed, memo},
};
use leptos::{html, prelude::*};

/// The chapter's text to type in. Nothing is ever locked: a run may be writing the chapter meanwhile.
#[component]
pub(super) fn Editor(open: Open) -> AnyView {
    let node = NodeRef::<html::Textarea>::new();
    let chapter = open.chapter;
    let current = open.text();
    let recovered = kept::take(chapter, &current);
    let came_back = recovered.is_some();
    // The typing is based on what was there when it began, also after a reload.
    let (text, base) = match recovered {
        Some(kept) => (kept.text, kept.base),
        None => {
            let base = open
                .reading
                .with_untracked(|reading| Base::of(&reading.chapter));
            (current, base)
        }
    };
    let saving = Deed::new();
    Effect::new(move |_| {
        if let Some(area) = node.get() {
            let _ = area.focus();
        }
    });
    let press = move || {
        if let Some(area) = node.get_untracked() {
            saving.run(save(open, area.value(), base, None));
        }
    };
    let give_up = move || {
        kept::forget(chapter);
        open.editing.set(false);
    };
    let pending = saving.pending();
    // By somebody else: what is being saved here is no news.
    let changed = memo(move || {
        let other = open
            .reading
            .with(|reading| reading.chapter.revision != base.revision);
        other && !pending.get() && !open.is_saved()
    });
    let remark = memo(move || match (changed.get(), open.writing()) {
        (true, _) => {
            "This chapter changed while you were editing. When you save, you can compare both versions."
        }
        (false, true) => {
            "A draft of this chapter is being generated. When you save, your text stays the current version \
             and the draft becomes a suggestion."
        }
        (false, false) if came_back => "Your unsaved changes have been restored.",
        (false, false) => "",
    });
    view! {
        <div class="editor">
            <p class="muted" aria-live="polite">
                {remark}
            </p>
            <textarea
                node_ref=node
                aria-label="Text of the chapter"
                lang=TextLanguage::here()
                dir="auto"
                spellcheck="true"
                prop:value=text
                // For the moment of saving: what is typed then would not be in it.
                readonly=move || pending.get() || open.is_saved()
                on:input=move |event| kept::keep(chapter, &event_target_value(&event), base)
            ></textarea>
            <Trouble error=saving.error()/>
            <div class="row">
                <Button kind="primary" off=pending on_press=press>
                    "Save"
                </Button>
                <Button kind="quiet" on_press=give_up>
                    "Discard changes"
                </Button>
            </div>
        </div>
    }
    .into_any()
}
