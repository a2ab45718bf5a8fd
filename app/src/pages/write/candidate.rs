//! A draft that a run wrote while the author changed the chapter. The page offers it above the text.

use super::{
    chapter_view::ChapterView,
    compare::{MergeSelection, SideBySide},
    saving::save,
    unsaved_text::BaseVersion,
};
use crate::{
    api::{
        ApiResult,
        chapters::{load_chapter, restore_revision},
        compare::{compare_revisions, drop_candidate},
    },
    components::{Button, Dialog, ErrorMessage, show},
    live::{Aspect, SubmitAction, memo},
};
use domain::RevisionId;
use leptos::prelude::*;

/// The candidate, and the chapter's text it is compared with.
type OfferedCandidate = (RevisionId, BaseVersion);

/// The offer, while there is one and the author is not typing.
#[component]
pub(super) fn Candidate(view: ChapterView) -> AnyView {
    let decision = CandidateActions::new(view);
    let (shown, error) = (decision.shown, decision.deciding.error());
    let disabled = decision.deciding.pending();
    let offers = memo(move || {
        let candidate = view
            .details
            .with(|details| details.candidate.as_ref().map(|candidate| candidate.id));
        candidate.filter(|_| !view.editing.get())
    });
    let drop_unseen = move || {
        if let Some(candidate) = offers.get_untracked() {
            decision.drop_unseen(candidate);
        }
    };
    view! {
        {show(move || {
            offers
                .get()
                .map(|_| {
                    view! {
                        <section class="suggestion" aria-label="Suggestion">
                            <p>"A new draft was generated while you edited."</p>
                            <div class="row">
                                <Button disabled on_press=move || decision.compare()>
                                    "Compare"
                                </Button>
                                <Button kind="quiet" disabled on_press=drop_unseen>
                                    "Discard"
                                </Button>
                            </div>
                            <ErrorMessage error/>
                        </section>
                    }
                })
        })}
        <Dialog open=shown title="Compare with the generated version" wide=true>
            <p class="muted">
                "Your version is the current one. Both versions stay in the history, whatever you choose."
            </p>
            {show(move || {
                let selection = decision.selection;
                shown.get().then(|| view! { <SideBySide selection left="Yours" right="Generated"/> })
            })}
            <ErrorMessage error/>
            <div class="row">
                <Button kind="primary" disabled on_press=move || decision.merge()>
                    "Save merged version"
                </Button>
                <Button disabled on_press=move || decision.take()>
                    "Use the generated version"
                </Button>
                <Button disabled on_press=move || decision.drop_shown()>
                    "Discard it"
                </Button>
                <Button kind="quiet" on_press=move || shown.set(false)>
                    "Close"
                </Button>
            </div>
        </Dialog>
    }
    .into_any()
}

/// What the author can do with a candidate: compare it, use it, merge it, or discard it.
#[derive(Clone, Copy)]
struct CandidateActions {
    view: ChapterView,
    /// What is compared.
    offered: StoredValue<Option<OfferedCandidate>>,
    selection: MergeSelection,
    /// Whether the comparison is open.
    shown: RwSignal<bool>,
    deciding: SubmitAction,
}

impl CandidateActions {
    fn new(view: ChapterView) -> Self {
        Self {
            view,
            offered: StoredValue::new(None),
            selection: MergeSelection::new(),
            shown: RwSignal::new(false),
            deciding: SubmitAction::new(),
        }
    }

    /// Reads the chapter and the story again, and closes the comparison.
    fn close(self) {
        let ChapterView { studio, story, .. } = self.view;
        studio.touch(story, Aspect::Chapters);
        studio.touch(story, Aspect::Story);
        self.shown.set(false);
    }

    /// Compares the candidate with the chapter's text as it is now: another tab may have changed it.
    async fn show_comparison(self) -> ApiResult<()> {
        let (story, chapter) = (self.view.story, self.view.chapter.into());
        let details = load_chapter(story, Some(chapter)).await?;
        let both = details.and_then(|details| {
            let candidate = details.candidate.as_ref()?.id;
            Some((candidate, BaseVersion::of(&details.chapter)))
        });
        // The page may be gone by now.
        self.offered.try_set_value(both);
        match both {
            Some((candidate, base)) if let Some(page) = base.revision => {
                let comparison = compare_revisions(story, chapter, page, candidate).await?;
                self.selection.set_comparison(comparison);
                self.shown.set(true);
            }
            _ => self.close(),
        }
        Ok(())
    }

    fn compare(self) {
        self.deciding.run(self.show_comparison());
    }

    /// Closes the comparison. If the chapter changed meanwhile, it is compared again, and the author sees why.
    async fn finish(self, answer: ApiResult<()>) -> ApiResult<()> {
        match answer {
            Err(error) if error.is_stale() => {
                self.show_comparison().await?;
                Err(error)
            }
            answer => {
                answer?;
                self.close();
                Ok(())
            }
        }
    }

    /// Makes the candidate the chapter's text.
    fn take(self) {
        let (story, chapter) = (self.view.story, self.view.chapter.into());
        if let Some((candidate, base)) = self.offered.get_value() {
            self.deciding.run(async move {
                let taken = restore_revision(story, chapter, candidate, base.version).await;
                self.finish(taken.map(|_| ())).await
            });
        }
    }

    /// Discards the candidate that is compared.
    fn drop_shown(self) {
        let (story, chapter) = (self.view.story, self.view.chapter.into());
        if let Some((candidate, base)) = self.offered.get_value() {
            self.deciding.run(async move {
                let dropped = drop_candidate(story, chapter, candidate, base.version).await;
                self.finish(dropped.map(|_| ())).await
            });
        }
    }

    /// Discards a candidate without a comparison.
    fn drop_unseen(self, candidate: RevisionId) {
        let ChapterView { studio, story, .. } = self.view;
        let chapter = self.view.chapter.into();
        let version = self
            .view
            .details
            .with_untracked(|details| details.chapter.version);
        self.deciding.run(async move {
            let dropped = drop_candidate(story, chapter, candidate, version).await;
            studio.touch(story, Aspect::Chapters);
            dropped.map(|_| ())
        });
    }

    /// Saves the text with the sides that the author picked.
    fn merge(self) {
        if let Some((candidate, base)) = self.offered.get_value() {
            let text = self.selection.merged();
            self.deciding.run(async move {
                save(self.view, text, base, Some(candidate)).await?;
                self.shown.set(false);
                Ok(())
            });
        }
    }
}
