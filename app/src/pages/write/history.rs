//! Every text the chapter ever had, to look at and to restore.

use super::chapter_view::ChapterView;
use crate::{
    api::chapters::{get_revision, list_revisions, restore_revision},
    components::{Button, Dialog, ErrorMessage, Prose, RelativeTime, TextLanguage, show},
    formatting,
    live::{Aspect, Studio, SubmitAction, memo},
};
use domain::{Offer, Origin, Revision, RevisionId, RevisionKind, RevisionSummary};
use leptos::prelude::*;

/// The dialog; it asks for the list only when it is opened.
#[component]
pub(super) fn ChapterHistory(view: ChapterView, shown: RwSignal<bool>) -> AnyView {
    let studio = Studio::get();
    let (story, chapter) = (view.story, view.chapter.into());
    let (listing, loading, restoring) = (
        SubmitAction::new(),
        SubmitAction::new(),
        SubmitAction::new(),
    );
    let revisions = RwSignal::new(Vec::<RevisionSummary>::new());
    let seen = RwSignal::new(None::<Revision>);
    Effect::new(move |_| {
        if shown.get() {
            seen.set(None);
            listing.run(async move {
                let mut all = list_revisions(story, chapter).await?;
                all.sort_by_key(|revision| std::cmp::Reverse(revision.id));
                revisions.set(all);
                Ok(())
            });
        }
    });
    let load = move |id: RevisionId| {
        loading.run(async move {
            seen.set(Some(get_revision(story, chapter, id).await?));
            Ok(())
        });
    };
    let selected = memo(move || seen.with(|seen| seen.as_ref().map(|seen| seen.summary.id)));
    let row = move |revision: RevisionSummary| {
        let id = revision.id;
        let current = view
            .details
            .with_untracked(|details| details.chapter.revision == Some(id));
        let bring_back = move || {
            let version = view
                .details
                .with_untracked(|details| details.chapter.version);
            restoring.run(async move {
                restore_revision(story, chapter, id, version).await?;
                studio.touch(story, Aspect::Chapters);
                studio.touch(story, Aspect::Story);
                shown.set(false);
                Ok(())
            });
        };
        let end = match current {
            true => view! { <span class="muted">"current"</span> }.into_any(),
            false => view! {
                <Button disabled=restoring.pending() on_press=bring_back>
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
                    aria-pressed=memo(move || (selected.get() == Some(id)).to_string())
                    on:click=move |_| load(id)
                >
                    <b>
                        <RelativeTime at=revision.created_at/>
                    </b>
                    <span>{describe(&revision)}</span>
                </button>
                {end}
            </li>
        }
        .into_any()
    };
    let text = move || {
        let revision = seen.get()?;
        Some(view! {
            <div
                class="prose"
                tabindex="0"
                role="region"
                aria-label="Text of this version"
                lang=TextLanguage::get()
                dir="auto"
            >
                <Prose text=revision.text/>
            </div>
        })
    };
    view! {
        <Dialog open=shown title="History" wide=true>
            <ErrorMessage error=listing.error()/>
            <ErrorMessage error=loading.error()/>
            <ErrorMessage error=restoring.error()/>
            <div class="history">
                <ul class="revisions" aria-label="Versions">
                    {show(move || revisions.get().into_iter().map(row).collect_view())}
                </ul>
                {text}
            </div>
            <div class="row">
                <Button kind="quiet" on_press=move || shown.set(false)>
                    "Close"
                </Button>
            </div>
        </Dialog>
    }
    .into_any()
}

/// "written by a run · 1,214 words · partial"
fn describe(revision: &RevisionSummary) -> String {
    let who = match revision.origin {
        Origin::Person => "edited by you",
        Origin::Run(_) => "generated",
    };
    let kind = match revision.kind {
        RevisionKind::Whole => "",
        RevisionKind::Partial => " · partial",
        RevisionKind::Candidate => match revision.offer {
            Some(Offer::Taken) => " · suggestion, used",
            Some(Offer::Merged) => " · suggestion, merged",
            Some(Offer::Dropped) => " · suggestion, discarded",
            Some(Offer::Replaced) => " · suggestion, replaced by a newer one",
            Some(Offer::Open) | None => " · suggestion",
        },
    };
    format!(
        "{who} · {}{kind}",
        formatting::pluralize(revision.words, "word")
    )
}
