//! What a run wrote while the author changed the chapter: offered above the text, never forced.

use super::{
    compare::{SideBySide, Sides},
    kept::Base,
    reader::Open,
    saving::save,
};
use crate::{
    api::{
        Answer,
        chapters::{open_reading, restore_revision},
        compare::{compare_revisions, drop_candidate},
    },
    components::{Button, Dialog, Trouble, show},
    live::{Aspect, Deed, Studio, memo},
};
use domain::RevisionId;
use leptos::prelude::*;

/// The candidate, and the chapter's text it is compared with.
type Offered = (RevisionId, Base);

/// The offer, while there is one and the author is not typing.
#[component]
pub(super) fn Candidate(open: Open) -> AnyView {
    let studio = Studio::here();
    let (story, chapter) = (open.story, open.chapter.into());
    let (shown, sides) = (RwSignal::new(false), Sides::new());
    let offered = StoredValue::new(None::<Offered>);
    let deciding = Deed::new();
    let off = deciding.pending();
    let offers = memo(move || {
        let candidate = open
            .reading
            .with(|reading| reading.candidate.as_ref().map(|candidate| candidate.id));
        candidate.filter(|_| !open.editing.get())
    });
    let changed = move || {
        studio.touch(story, Aspect::Chapters);
        studio.touch(story, Aspect::Story);
        shown.set(false);
    };
    // Always with what stands at that moment: another tab may have changed it.
    let lay = move || async move {
        let reading = open_reading(story, Some(chapter)).await?;
        let both = reading.and_then(|reading| {
            let candidate = reading.candidate.as_ref()?.id;
            Some((candidate, Base::of(&reading.chapter)))
        });
        // The page may be gone by now.
        offered.try_set_value(both);
        match both {
            Some((candidate, base)) if let Some(page) = base.revision => {
                sides.lay(compare_revisions(story, chapter, page, candidate).await?);
                shown.set(true);
            }
            _ => changed(),
        }
        Answer::Ok(())
    };
    let compare = move || deciding.run(lay());
    // Decides; where the chapter changed meanwhile, the comparison is made anew and the author is told.
    let decide = move |answer: Answer<()>| async move {
        match answer {
            Err(error) if error.is_stale() => {
                lay().await?;
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
        let version = open
            .reading
            .with_untracked(|reading| reading.chapter.version);
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
            let text = sides.merged();
            deciding.run(async move {
                save(open, text, base, Some(candidate)).await?;
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
                        <section class="offered" aria-label="Suggestion">
                            <p>"A new draft was generated while you edited."</p>
                            <div class="row">
                                <Button off on_press=compare>
                                    "Compare"
                                </Button>
                                <Button kind="quiet" off on_press=drop_unseen>
                                    "Discard"
                                </Button>
                            </div>
                            <Trouble error=deciding.error()/>
                        </section>
                    }
                })
        })}
        <Dialog open=shown title="Compare with the generated version" wide=true>
            <p class="muted">
                "Your version is the current one. Both versions stay in the history, whatever you choose."
            </p>
            {show(move || {
                shown.get().then(|| view! { <SideBySide sides left="Yours" right="Generated"/> })
            })}
            <Trouble error=deciding.error()/>
            <div class="row">
                <Button kind="primary" off on_press=merge>
                    "Save merged version"
                </Button>
                <Button off on_press=take>
                    "Use the generated version"
                </Button>
                <Button off on_press=drop_shown>
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
