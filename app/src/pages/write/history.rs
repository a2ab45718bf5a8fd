//! Every version of a chapter's text, to read and to restore.

use super::chapter_view::ChapterView;
use crate::{
    api::chapters::{get_revision, list_revisions, restore_revision},
    components::{Button, Dialog, ErrorMessage, Prose, RelativeTime, TextLanguage, show},
    formatting,
    live::{Aspect, SubmitAction, memo},
};
use domain::{Offer, Origin, Revision, RevisionId, RevisionKind, RevisionSummary};
use leptos::prelude::*;

/// The chapter's versions, and what the author does with them. Copies share everything.
#[derive(Clone, Copy)]
struct Versions {
    view: ChapterView,
    /// Whether the dialog is open.
    shown: RwSignal<bool>,
    revisions: RwSignal<Vec<RevisionSummary>>,
    /// The version whose text is shown.
    selected: RwSignal<Option<Revision>>,
    listing: SubmitAction,
    loading: SubmitAction,
    restoring: SubmitAction,
}

impl Versions {
    fn new(view: ChapterView, shown: RwSignal<bool>) -> Self {
        Self {
            view,
            shown,
            revisions: RwSignal::new(Vec::new()),
            selected: RwSignal::new(None),
            listing: SubmitAction::new(),
            loading: SubmitAction::new(),
            restoring: SubmitAction::new(),
        }
    }

    /// Loads the list, newest first.
    fn list(self) {
        let (story, chapter) = (self.view.story, self.view.chapter.into());
        self.selected.set(None);
        self.listing.run(async move {
            let mut all = list_revisions(story, chapter).await?;
            all.sort_by_key(|revision| std::cmp::Reverse(revision.id));
            self.revisions.set(all);
            Ok(())
        });
    }

    /// Loads the text of a version.
    fn load(self, id: RevisionId) {
        let (story, chapter) = (self.view.story, self.view.chapter.into());
        self.loading.run(async move {
            let revision = get_revision(story, chapter, id).await?;
            self.selected.set(Some(revision));
            Ok(())
        });
    }

    /// Makes a version the current one, and closes the dialog.
    fn restore(self, id: RevisionId) {
        let ChapterView { studio, story, .. } = self.view;
        let chapter = self.view.chapter.into();
        let version = self
            .view
            .details
            .with_untracked(|details| details.chapter.version);
        self.restoring.run(async move {
            restore_revision(story, chapter, id, version).await?;
            studio.touch(story, Aspect::Chapters);
            studio.touch(story, Aspect::Story);
            self.shown.set(false);
            Ok(())
        });
    }
}

/// The dialog; it asks for the list only when it is opened.
#[component]
pub(super) fn ChapterHistory(view: ChapterView, shown: RwSignal<bool>) -> AnyView {
    let versions = Versions::new(view, shown);
    Effect::new(move |_| {
        if shown.get() {
            versions.list();
        }
    });
    let selected = memo(move || {
        versions
            .selected
            .with(|selected| selected.as_ref().map(|revision| revision.summary.id))
    });
    let row = move |revision| view! { <VersionRow versions revision selected/> };
    let text = move || versions.selected.get().map(text_view);
    view! {
        <Dialog open=shown title="History" wide=true>
            <ErrorMessage error=versions.listing.error()/>
            <ErrorMessage error=versions.loading.error()/>
            <ErrorMessage error=versions.restoring.error()/>
            <div class="history">
                <ul class="revisions" aria-label="Versions">
                    {show(move || versions.revisions.get().into_iter().map(row).collect_view())}
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

/// A version: when it was saved, what it is, and the button that restores it.
#[component]
fn VersionRow(
    versions: Versions,
    revision: RevisionSummary,
    selected: Memo<Option<RevisionId>>,
) -> AnyView {
    let id = revision.id;
    let current = versions
        .view
        .details
        .with_untracked(|details| details.chapter.revision == Some(id));
    let end = match current {
        true => view! { <span class="muted">"current"</span> }.into_any(),
        false => view! {
            <Button disabled=versions.restoring.pending() on_press=move || versions.restore(id)>
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
                on:click=move |_| versions.load(id)
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
}

fn text_view(revision: Revision) -> impl IntoView {
    view! {
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
    }
}

/// "generated · 1,214 words · partial"
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
