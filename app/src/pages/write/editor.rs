//! Typing. What is typed is kept until it is saved, so that nothing that happens to the page loses it.

use super::{
    autosave::Autosaver,
    chapter_view::ChapterView,
    deleted::DeletedNotice,
    saving::save,
    text_storage,
    unsaved_text::{self, BaseVersion, UnsavedSource, UnsavedText},
};
use crate::{
    api::{ApiResult, chapters::load_chapter, compare::save_to_history},
    browser,
    components::{Button, ErrorMessage, TextLanguage, show},
    live::{SubmitAction, draft_storage::DraftKey, memo},
};
use leptos::{html, prelude::*, task::spawn_local};
use web_sys::Event;

/// The chapter's text to type in. Nothing is ever locked: a run may be writing the chapter meanwhile.
#[component]
pub(super) fn Editor(view: ChapterView) -> AnyView {
    let node = NodeRef::<html::Textarea>::new();
    let current = view.text();
    let recovered = view
        .recovered
        .try_update_value(Option::take)
        .flatten()
        .or_else(|| text_storage::own(view.chapter, &current));
    let restored_at = RwSignal::new(recovered.as_ref().map(|unsaved| unsaved.at));
    // The typing is based on what was there when it began, also after a reload.
    let (text, base) = match recovered.clone() {
        Some(unsaved) => (unsaved.text, unsaved.base),
        None => {
            let base = view
                .details
                .with_untracked(|details| BaseVersion::of(&details.chapter));
            (current.clone(), base)
        }
    };
    let autosaver = Autosaver::new(view, text.clone(), base, current);
    if let Some(unsaved) = &recovered {
        autosaver.restored(unsaved);
    }
    let saving = SubmitAction::new();
    Effect::new(move |_| {
        if let Some(area) = node.get() {
            let _ = area.focus();
        }
    });
    let press = move || {
        if let Some(area) = node.get_untracked() {
            saving.run(save(view, area.value(), autosaver.base(), None));
        }
    };
    let pending = saving.pending();
    let remark = remark(view, autosaver, pending);
    let switch_text = move |to: &UnsavedText| {
        if let Some(area) = node.get_untracked() {
            area.set_value(&to.text);
        }
        restored_at.set(Some(to.at));
        autosaver.switch(to);
    };
    view! {
        <div class="editor">
            <p class="muted" aria-live="polite">
                {remark}
            </p>
            {show(move || restored_at.get().map(|at| {
                let at = browser::time_of_day(at);
                view! { <p class="draft-status">{format!("You have unsaved changes from {at}.")}</p> }
            }))}
            {others(view, autosaver, Callback::new(move |to: UnsavedText| switch_text(&to)))}
            {elsewhere(view)}
            <DeletedNotice view autosaver node/>
            <textarea
                node_ref=node
                aria-label="Text of the chapter"
                lang=TextLanguage::get()
                dir="auto"
                spellcheck="true"
                prop:value=text
                // For the moment of saving: what is typed then would not be in it.
                readonly=move || pending.get() || view.input_locked.get() || view.is_saved()
                on:input=move |event| autosaver.on_input(event_target_value(&event))
            ></textarea>
            {save_status(autosaver)}
            <ErrorMessage error=saving.error()/>
            <div class="row">
                <Button kind="primary" disabled=pending on_press=press>
                    "Save"
                </Button>
                <Button kind="quiet" on_press=move || discard_changes(view, autosaver)>
                    "Discard changes"
                </Button>
            </div>
        </div>
    }
    .into_any()
}

/// What the author should know while typing.
fn remark(view: ChapterView, autosaver: Autosaver, pending: Signal<bool>) -> Memo<&'static str> {
    // By somebody else: what is being saved here is no news.
    let changed = memo(move || {
        let other = view
            .details
            .with(|details| details.chapter.revision != autosaver.base().revision);
        other && !pending.get() && !view.is_saved() && !view.deleted.with(Option::is_some)
    });
    memo(move || match (changed.get(), view.writing()) {
        (true, _) => {
            "This chapter changed while you were editing. When you save, you can compare both versions."
        }
        (false, true) => {
            "A draft of this chapter is being generated. When you save, your text stays the current version \
             and the draft becomes a suggestion."
        }
        (false, false) => "",
    })
}

/// Other unsaved texts of the chapter, which can change places with the one in the editor.
fn others(view: ChapterView, autosaver: Autosaver, switch_text: Callback<UnsavedText>) -> AnyView {
    let switch = move |at: usize| {
        let mine = autosaver.unsaved();
        let changed = autosaver.is_changed();
        let to = view
            .others
            .try_update(|others| (at < others.len()).then(|| others.remove(at)));
        if let Some((source, to)) = to.flatten() {
            if changed {
                // Kept where unsaved texts are listed, as long as it is not in an editor.
                text_storage::discard(view, &mine);
                view.others
                    .update(|others| others.push((UnsavedSource::Editor, mine)));
            }
            text_storage::adopt(view, source, &to);
            switch_text.run(to);
        }
    };
    let line = move |(at, when): (usize, i64)| {
        let text = format!(
            "There is another unsaved text from {}.",
            browser::time_of_day(when)
        );
        view! {
            <div class="draft-status">
                <p>{text}</p>
                <Button kind="quiet" on_press=move || switch(at)>
                    "Switch to it"
                </Button>
            </div>
        }
    };
    show(move || {
        let times = view.others.with(|others| {
            let times = others.iter().map(|(_, unsaved)| unsaved.at);
            times.enumerate().collect::<Vec<_>>()
        });
        times.into_iter().map(line).collect_view()
    })
}

/// A notice that another tab has unsaved changes of the same chapter.
fn elsewhere(view: ChapterView) -> AnyView {
    let elsewhere = RwSignal::new(false);
    let place = DraftKey::of_chapter(view.chapter);
    let look = move || {
        let place = place.clone();
        spawn_local(async move {
            let is_open = place.is_open_elsewhere().await;
            elsewhere.try_set(is_open);
        });
    };
    look();
    // The browser tells what other tabs keep.
    let listener = window_event_listener_untyped("storage", move |_: Event| look());
    on_cleanup(move || listener.remove());
    show(move || {
        elsewhere.get().then(|| {
            view! {
                <p class="draft-status" role="status">
                    "This chapter has unsaved changes in another tab. When both are saved, you can compare them."
                </p>
            }
        })
    })
}

/// When the text was kept, or why it was not.
fn save_status(autosaver: Autosaver) -> AnyView {
    let status = autosaver.status();
    show(move || {
        status.get().map(|(text, trouble)| match trouble {
            true => view! {
                <p class="error-message kept" role="alert">
                    {text}
                </p>
            }
            .into_any(),
            false => view! { <p class="muted kept">{text}</p> }.into_any(),
        })
    })
}

/// Closes the editor. What was typed can be brought back, and is in the chapter's history where it is more than
/// a little.
fn discard_changes(view: ChapterView, autosaver: Autosaver) {
    let unsaved = autosaver.unsaved();
    let changed = autosaver.is_changed();
    view.mark_settled();
    if changed {
        text_storage::discard(view, &unsaved);
        if unsaved_text::is_worth_keeping(&view.text(), &unsaved.text) && !view.is_deleted() {
            let text = unsaved.text.clone();
            spawn_local(async move {
                // Where it fails, the browser has it.
                let _ = keep_in_history(view, text).await;
                text_storage::forget_autosave(view.story, view.chapter);
            });
        } else {
            text_storage::forget_autosave(view.story, view.chapter);
        }
        view.discarded.set(Some(unsaved));
    }
    view.editing.set(false);
}

async fn keep_in_history(view: ChapterView, text: String) -> ApiResult<()> {
    let (story, chapter) = (view.story, view.chapter.into());
    let version = view
        .details
        .with_untracked(|details| details.chapter.version);
    match save_to_history(story, chapter, text.clone(), version).await {
        Err(error) if error.is_stale() => match load_chapter(story, Some(chapter)).await? {
            Some(now) => save_to_history(story, chapter, text, now.chapter.version).await,
            None => Err(error),
        },
        answer => answer,
    }
}

/// Above a text whose changes were just discarded: the way back.
#[component]
pub(super) fn DiscardedNotice(view: ChapterView) -> AnyView {
    let undo = move || {
        view.recovered.set_value(view.discarded.get_untracked());
        view.discarded.set(None);
        view.editing.set(true);
    };
    view! {
        <div role="status">
            {show(move || {
                let discarded = !view.editing.get() && view.discarded.with(Option::is_some);
                discarded
                    .then(|| {
                        view! {
                            <div class="draft-status">
                                <p>"Changes discarded."</p>
                                <Button kind="quiet" on_press=undo>
                                    "Undo"
                                </Button>
                            </div>
                        }
                    })
            })}
        </div>
    }
    .into_any()
}
