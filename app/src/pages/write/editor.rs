//! Typing. What is typed is kept until it is saved, so that nothing that happens to the page loses it.

use super::{
    gone::Gone,
    keeper::Keeper,
    kept::{self, Base, Source, Unsaved},
    reader::Open,
    saving::save,
};
use crate::{
    api::{Answer, chapters::open_reading, compare::set_aside},
    browser,
    components::{Button, TextLanguage, Trouble, show},
    live::{Deed, drafts::Place, memo},
};
use leptos::{html, prelude::*, task::spawn_local};
use web_sys::Event;

/// The chapter's text to type in. Nothing is ever locked: a run may be writing the chapter meanwhile.
#[component]
pub(super) fn Editor(open: Open) -> AnyView {
    let node = NodeRef::<html::Textarea>::new();
    let current = open.text();
    let recovered = open
        .recovered
        .try_update_value(Option::take)
        .flatten()
        .or_else(|| kept::own(open.chapter, &current));
    let came_back = RwSignal::new(recovered.as_ref().map(|unsaved| unsaved.at));
    // The typing is based on what was there when it began, also after a reload.
    let (text, base) = match recovered.clone() {
        Some(unsaved) => (unsaved.text, unsaved.base),
        None => {
            let base = open
                .reading
                .with_untracked(|reading| Base::of(&reading.chapter));
            (current.clone(), base)
        }
    };
    let keeper = Keeper::new(open, text.clone(), base, current);
    if let Some(unsaved) = &recovered {
        keeper.restored(unsaved);
    }
    let saving = Deed::new();
    Effect::new(move |_| {
        if let Some(area) = node.get() {
            let _ = area.focus();
        }
    });
    let press = move || {
        if let Some(area) = node.get_untracked() {
            saving.run(save(open, area.value(), keeper.base(), None));
        }
    };
    let pending = saving.pending();
    let remark = remark(open, keeper, pending);
    let put = move |to: &Unsaved| {
        if let Some(area) = node.get_untracked() {
            area.set_value(&to.text);
        }
        came_back.set(Some(to.at));
        keeper.switch(to);
    };
    view! {
        <div class="editor">
            <p class="muted" aria-live="polite">
                {remark}
            </p>
            {show(move || came_back.get().map(|at| {
                let at = browser::time_of_day(at);
                view! { <p class="draft-line">{format!("You have unsaved changes from {at}.")}</p> }
            }))}
            {others(open, keeper, Callback::new(move |to: Unsaved| put(&to)))}
            {elsewhere(open)}
            <Gone open keeper node/>
            <textarea
                node_ref=node
                aria-label="Text of the chapter"
                lang=TextLanguage::here()
                dir="auto"
                spellcheck="true"
                prop:value=text
                // For the moment of saving: what is typed then would not be in it.
                readonly=move || pending.get() || open.held.get() || open.is_saved()
                on:input=move |event| keeper.typed(event_target_value(&event))
            ></textarea>
            {life(keeper)}
            <Trouble error=saving.error()/>
            <div class="row">
                <Button kind="primary" off=pending on_press=press>
                    "Save"
                </Button>
                <Button kind="quiet" on_press=move || give_up(open, keeper)>
                    "Discard changes"
                </Button>
            </div>
        </div>
    }
    .into_any()
}

/// What the author should know while typing.
fn remark(open: Open, keeper: Keeper, pending: Signal<bool>) -> Memo<&'static str> {
    // By somebody else: what is being saved here is no news.
    let changed = memo(move || {
        let other = open
            .reading
            .with(|reading| reading.chapter.revision != keeper.base().revision);
        other && !pending.get() && !open.is_saved() && !open.gone.with(Option::is_some)
    });
    memo(move || match (changed.get(), open.writing()) {
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
fn others(open: Open, keeper: Keeper, put: Callback<Unsaved>) -> AnyView {
    let switch = move |at: usize| {
        let mine = keeper.unsaved();
        let changed = keeper.is_changed();
        let to = open
            .others
            .try_update(|others| (at < others.len()).then(|| others.remove(at)));
        if let Some((source, to)) = to.flatten() {
            if changed {
                // Kept where unsaved texts are listed, as long as it is not in an editor.
                kept::discard(open, &mine);
                open.others
                    .update(|others| others.push((Source::Here, mine)));
            }
            kept::adopt(open, source, &to);
            put.run(to);
        }
    };
    let line = move |(at, when): (usize, i64)| {
        let text = format!(
            "There is another unsaved text from {}.",
            browser::time_of_day(when)
        );
        view! {
            <div class="draft-line">
                <p>{text}</p>
                <Button kind="quiet" on_press=move || switch(at)>
                    "Switch to it"
                </Button>
            </div>
        }
    };
    show(move || {
        let times = open.others.with(|others| {
            let times = others.iter().map(|(_, unsaved)| unsaved.at);
            times.enumerate().collect::<Vec<_>>()
        });
        times.into_iter().map(line).collect_view()
    })
}

/// Says so where another tab has unsaved changes of the same chapter.
fn elsewhere(open: Open) -> AnyView {
    let elsewhere = RwSignal::new(false);
    let place = Place::of_chapter(open.chapter);
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
                <p class="draft-line" role="status">
                    "This chapter has unsaved changes in another tab. When both are saved, you can compare them."
                </p>
            }
        })
    })
}

/// When the text was kept, or why it was not.
fn life(keeper: Keeper) -> AnyView {
    let said = keeper.said();
    show(move || {
        said.get().map(|(text, trouble)| match trouble {
            true => view! {
                <p class="trouble kept" role="alert">
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
fn give_up(open: Open, keeper: Keeper) {
    let unsaved = keeper.unsaved();
    let changed = keeper.is_changed();
    open.settle();
    if changed {
        kept::discard(open, &unsaved);
        if kept::is_worth_keeping(&open.text(), &unsaved.text) && !open.is_gone() {
            let text = unsaved.text.clone();
            spawn_local(async move {
                // Where it fails, the browser has it.
                let _ = keep_in_history(open, text).await;
                kept::forget_autosave(open.story, open.chapter);
            });
        } else {
            kept::forget_autosave(open.story, open.chapter);
        }
        open.discarded.set(Some(unsaved));
    }
    open.editing.set(false);
}

async fn keep_in_history(open: Open, text: String) -> Answer<()> {
    let (story, chapter) = (open.story, open.chapter.into());
    let version = open
        .reading
        .with_untracked(|reading| reading.chapter.version);
    match set_aside(story, chapter, text.clone(), version).await {
        Err(error) if error.is_stale() => match open_reading(story, Some(chapter)).await? {
            Some(now) => set_aside(story, chapter, text, now.chapter.version).await,
            None => Err(error),
        },
        answer => answer,
    }
}

/// Above a text whose changes were just discarded: the way back.
#[component]
pub(super) fn Discarded(open: Open) -> AnyView {
    let undo = move || {
        open.recovered.set_value(open.discarded.get_untracked());
        open.discarded.set(None);
        open.editing.set(true);
    };
    view! {
        <div role="status">
            {show(move || {
                let discarded = !open.editing.get() && open.discarded.with(Option::is_some);
                discarded
                    .then(|| {
                        view! {
                            <div class="draft-line">
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
