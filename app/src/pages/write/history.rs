//! Every text the chapter ever had, to look at and to restore.

use super::reader::Open;
use crate::{
    api::chapters::{RestoreRevision, get_revision, list_revisions},
    components::{Button, Dialog, Prose, Trouble, When, page::error_of},
    live::{Aspect, Studio},
    words,
};
use domain::{Origin, Revision, RevisionId, RevisionKind, RevisionSummary};
use leptos::prelude::*;

/// The dialog; it asks for the list only when it is opened.
#[component]
pub(super) fn History(open: Open, shown: RwSignal<bool>) -> AnyView {
    let (story, number) = (open.story, open.number);
    let list = Action::new(move |()| list_revisions(story, number));
    let look = Action::new(move |revision: &RevisionId| get_revision(story, number, *revision));
    Effect::new(move |_| {
        if shown.get() {
            look.value().set(None);
            list.dispatch(());
        }
    });
    let revisions = move || {
        let mut all = list.value().get().and_then(Result::ok).unwrap_or_default();
        all.sort_by_key(|revision| std::cmp::Reverse(revision.id));
        all
    };
    let current = Memo::new(move |_| open.reading.with(|reading| reading.chapter.revision));
    let row = move |revision: RevisionSummary| {
        let id = revision.id;
        let shown = Memo::new(move |_| {
            let seen = look.value().get().and_then(Result::ok);
            seen.map(|seen: Revision| seen.summary.id) == Some(id)
        });
        view! {
            <li>
                <button
                    type="button"
                    aria-pressed=move || shown.get().to_string()
                    on:click=move |_| {
                        look.dispatch(id);
                    }
                >
                    <b>
                        <When at=revision.created_at/>
                    </b>
                    <span>{describe(&revision)} {(current.get() == Some(id)).then_some(" · current")}</span>
                </button>
            </li>
        }
    };
    view! {
        <Dialog open=shown title="History" wide=true>
            <Trouble error=error_of(list.value())/>
            <Trouble error=error_of(look.value())/>
            <div class="history">
                <ul class="revisions" aria-label="Revisions">
                    {move || revisions().into_iter().map(row).collect_view()}
                </ul>
                {move || {
                    look.value()
                        .get()
                        .and_then(Result::ok)
                        .map(|revision| view! { <Look open revision shown/> })
                }}
            </div>
            <p class="row">
                <Button kind="quiet" on_press=move || shown.set(false)>
                    "Close"
                </Button>
            </p>
        </Dialog>
    }
    .into_any()
}

/// "written by a run · 1,214 words · partial"
fn describe(revision: &RevisionSummary) -> String {
    let who = match revision.origin {
        Origin::Person => "typed by you",
        Origin::Run(_) => "written by a run",
    };
    let kind = match revision.kind {
        RevisionKind::Whole => "",
        RevisionKind::Partial => " · partial",
        RevisionKind::Candidate => " · offered, not taken",
    };
    format!("{who} · {}{kind}", words::counted(revision.words, "word"))
}

/// One revision, and the way back to it.
#[component]
fn Look(open: Open, revision: Revision, shown: RwSignal<bool>) -> AnyView {
    let studio = Studio::here();
    let restore = ServerAction::<RestoreRevision>::new();
    Effect::new(move |_| {
        if let Some(Ok(_)) = restore.value().get() {
            studio.touch(open.story, Aspect::Chapters);
            studio.touch(open.story, Aspect::Story);
            shown.set(false);
        }
    });
    let id = revision.summary.id;
    let go = move || {
        let version = open
            .reading
            .with_untracked(|reading| reading.chapter.version);
        restore.dispatch(RestoreRevision {
            story: open.story,
            number: open.number,
            revision: id,
            version,
        });
    };
    let is_current = move || {
        open.reading
            .with(|reading| reading.chapter.revision == Some(id))
    };
    view! {
        <div class="look">
            <div class="prose" tabindex="0" role="region" aria-label="This revision’s text">
                <Prose text=revision.text/>
            </div>
            <Trouble error=error_of(restore.value())/>
            {move || {
                (!is_current())
                    .then(|| {
                        view! {
                            <Button kind="primary" off=restore.pending() on_press=go>
                                "Restore"
                            </Button>
                        }
                    })
            }}
        </div>
    }
    .into_any()
}
