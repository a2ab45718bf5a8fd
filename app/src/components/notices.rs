//! Notices: what happened while the reader looked elsewhere.

use super::{ErrorMessage, Icon, rows};
use crate::{
    browser,
    live::{PageNotice, Studio, SubmitAction, Undo},
};
use domain::NoticeLevel;
use leptos::prelude::*;
use std::time::Duration;

/// How long a notice stays that asks for nothing.
const INFO_DURATION: Duration = Duration::from_secs(12);

/// All notices, in a polite live region that is always there.
#[component]
pub fn Notices() -> AnyView {
    let notices = Studio::get().notices;
    view! {
        <div class="notices" role="log" aria-live="polite" aria-label="Notices">
            {rows(
                move || notices.get(),
                |notice| notice.key,
                |notice| view! { <NoticeView notice/> }.into_any(),
            )}
        </div>
    }
    .into_any()
}

/// One notice.
#[component]
fn NoticeView(notice: PageNotice) -> AnyView {
    let studio = Studio::get();
    let key = notice.key;
    let class = match notice.level {
        NoticeLevel::Info => "notice",
        NoticeLevel::Warn => "notice warn",
        NoticeLevel::Error => "notice bad",
    };
    // Errors, and what can be undone, stay until they were seen.
    if notice.level == NoticeLevel::Info
        && notice.undo.is_none()
        && let Ok(timer) = set_timeout_with_handle(move || studio.dismiss(key), INFO_DURATION)
    {
        on_cleanup(move || timer.clear());
    }
    let link = notice.link.map(|(to, label)| {
        view! { <a href=to on:click=move |_| studio.dismiss(key)>{label}</a> }
    });
    let undo = notice.undo.map(|undo| view! { <UndoButton undo key/> });
    view! {
        <div class=class>
            <div>
                <p>{notice.text} " " {link}</p>
                {undo}
            </div>
            <button
                type="button"
                class="quiet bare"
                aria-label="Dismiss"
                title="Dismiss"
                on:click=move |_| studio.dismiss(key)
            >
                {Icon::Close.view()}
            </button>
        </div>
    }
    .into_any()
}

/// Takes back what the notice is about. It takes the focus: the button that was pressed is gone, and one key undoes.
#[component]
fn UndoButton(undo: Undo, key: u32) -> AnyView {
    let studio = Studio::get();
    let id = format!("undo-{key}");
    let undoing = SubmitAction::new();
    let go = move |_| {
        let work = undo.run();
        undoing.run(async move {
            work.await?;
            studio.dismiss(key);
            browser::focus("main");
            Ok(())
        });
    };
    let pending = undoing.pending();
    let button = id.clone();
    Effect::new(move |_| browser::focus(&button));
    view! {
        <button type="button" id=id disabled=move || pending.get() on:click=go>
            "Undo"
        </button>
        <ErrorMessage error=undoing.error()/>
    }
    .into_any()
}
