//! Every text the chapter ever had, to look at and to restore.

use super::reader::Open;
use crate::{
    api::chapters::{RestoreRevision, get_revision, list_revisions},
    components::{Button, Dialog, Prose, Trouble, When, page::error_of},
    live::{Aspect, Studio},
    words,
};
use domain::{Origin, RevisionId, RevisionKind, RevisionSummary};
use leptos::prelude::*;

/// The dialog; it asks for the list only when it is opened.
#[component]
pub(super) fn History(open: Open, shown: RwSignal<bool>) -> AnyView {
    let studio = Studio::here();
    let (story, number) = (open.story, open.number);
    let list = Action::new(move |()| list_revisions(story, number));
    let look = Action::new(move |revision: &RevisionId| get_revision(story, number, *revision));
    let restore = ServerAction::<RestoreRevision>::new();
    Effect::new(move |_| {
        if shown.get() {
            look.value().set(None);
            list.dispatch(());
        }
    });
    Effect::new(move |_| {
        if let Some(Ok(_)) = restore.value().get() {
            studio.touch(story, Aspect::Chapters);
            studio.touch(story, Aspect::Story);
            shown.set(false);
        }
    });
    let revisions = move || {
        let mut all = list.value().get().and_then(Result::ok).unwrap_or_default();
        all.sort_by_key(|revision| std::cmp::Reverse(revision.id));
        all
    };
    let looked_at = Memo::new(move |_| {
        look.value().with(|seen| match seen {
            Some(Ok(seen)) => Some(seen.summary.id),
            _ => None,
        })
    });
    let row = move |revision: RevisionSummary| {
        let id = revision.id;
        let current = open
            .reading
            .with_untracked(|reading| reading.chapter.revision == Some(id));
        let bring_back = move || {
            let version = open
                .reading
                .with_untracked(|reading| reading.chapter.version);
            restore.dispatch(RestoreRevision {
                story,
                number,
                revision: id,
                version,
            });
        };
        let end = match current {
            true => view! { <span class="muted">"on the page"</span> }.into_any(),
            false => view! {
                <Button off=restore.pending() on_press=bring_back>
                    "Restore"
                </Button>
            }
            .into_any(),
        };
        view! {
            <li>
                <button
                    type="button"
                    class="quiet"
                    aria-pressed=move || (looked_at.get() == Some(id)).to_string()
                    on:click=move |_| {
                        look.dispatch(id);
                    }
                >
                    <b>
                        <When at=revision.created_at/>
                    </b>
                    <span>{describe(&revision)}</span>
                </button>
                {end}
            </li>
        }
        .into_any()
    };
    let text = move || {
        let revision = look.value().get().and_then(Result::ok)?;
        Some(view! {
            <div class="prose" tabindex="0" role="region" aria-label="What it says">
                <Prose text=revision.text/>
            </div>
        })
    };
    view! {
        <Dialog open=shown title="History" wide=true>
            <Trouble error=error_of(list.value())/>
            <Trouble error=error_of(look.value())/>
            <Trouble error=error_of(restore.value())/>
            <div class="history">
                <ul class="revisions" aria-label="Revisions">
                    {move || revisions().into_iter().map(row).collect_view()}
                </ul>
                {text}
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
