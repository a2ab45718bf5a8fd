//! What a run wrote while the author changed the chapter: offered above the text, never forced.

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
    live::{Aspect, Studio, SubmitAction, memo},
};
use domain::RevisionId;
use leptos::prelude::*;

/// The candidate, and the chapter's text it is compared with.
type OfferedCandidate = (RevisionId, BaseVersion);

/// The offer, while there is one and the author is not typing.
#[component]
pub(super) fn Candidate(view: ChapterView) -> AnyView {
    let studio = Studio::get();
    let (story, chapter) = (view.story, view.chapter.into());
    let (shown, selection) = (RwSignal::new(false), MergeSelection::new());
    let offered = StoredValue::new(None::<OfferedCandidate>);
    let deciding = SubmitAction::new();
    let disabled = deciding.pending();
    let offers = memo(move || {
        let candidate = view
            .details
            .with(|details| details.candidate.as_ref().map(|candidate| candidate.id));
        candidate.filter(|_| !view.editing.get())
    });
    let changed = move || {
        studio.touch(story, Aspect::Chapters);
        studio.touch(story, Aspect::Story);
        shown.set(false);
    };
    // Always with what stands at that moment: another tab may have changed it.
    let show_comparison = move || async move {
        let details = load_chapter(story, Some(chapter)).await?;
        let both = details.and_then(|details| {
            let candidate = details.candidate.as_ref()?.id;
            Some((candidate, BaseVersion::of(&details.chapter)))
        });
        // The page may be gone by now.
        offered.try_set_value(both);
        match both {
            Some((candidate, base)) if let Some(page) = base.revision => {
                selection.set_comparison(compare_revisions(story, chapter, page, candidate).await?);
                shown.set(true);
            }
            _ => changed(),
        }
        ApiResult::Ok(())
    };
    let compare = move || deciding.run(show_comparison());
    // Decides; where the chapter changed meanwhile, the comparison is made anew and the author is told.
    let decide = move |answer: ApiResult<()>| async move {
        match answer {
            Err(error) if error.is_stale() => {
                show_comparison().await?;
                Err(error)
            }
            answer => {
                answer?;
                changed();
                Ok(())
            }
        }
    };
    let take = move || {
        if let Some((candidate, base)) = offered.get_value() {
            deciding.run(async move {
                let taken = restore_revision(story, chapter, candidate, base.version).await;
                decide(taken.map(|_| ())).await
            });
        }
    };
    let drop_shown = move || {
        if let Some((candidate, base)) = offered.get_value() {
            deciding.run(async move {
                let dropped = drop_candidate(story, chapter, candidate, base.version).await;
                decide(dropped.map(|_| ())).await
            });
        }
    };
    let drop_unseen = move || {
        let version = view
            .details
            .with_untracked(|details| details.chapter.version);
        if let Some(candidate) = offers.get_untracked() {
            deciding.run(async move {
                let dropped = drop_candidate(story, chapter, candidate, version).await;
                studio.touch(story, Aspect::Chapters);
                dropped.map(|_| ())
            });
        }
    };
    let merge = move || {
        if let Some((candidate, base)) = offered.get_value() {
            let text = selection.merged();
            deciding.run(async move {
                save(view, text, base, Some(candidate)).await?;
                shown.set(false);
                Ok(())
            });
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
                                <Button disabled on_press=compare>
                                    "Compare"
                                </Button>
                                <Button kind="quiet" disabled on_press=drop_unseen>
                                    "Discard"
                                </Button>
                            </div>
                            <ErrorMessage error=deciding.error()/>
                        </section>
                    }
                })
        })}
        <Dialog open=shown title="Compare with the generated version" wide=true>
            <p class="muted">
                "Your version is the current one. Both versions stay in the history, whatever you choose."
            </p>
            {show(move || {
                shown.get().then(|| view! { <SideBySide selection left="Yours" right="Generated"/> })
            })}
            <ErrorMessage error=deciding.error()/>
            <div class="row">
                <Button kind="primary" disabled on_press=merge>
                    "Save merged version"
                </Button>
                <Button disabled on_press=take>
                    "Use the generated version"
                </Button>
                <Button disabled on_press=drop_shown>
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
