//! Saving what a person wrote, and what happens where somebody else was faster: both texts side by side, and
//! neither of them lost.

use super::{
    compare::{SideBySide, Sides},
    kept::{self, Base, Unsaved},
    reader::Open,
};
use crate::{
    api::{
        Answer, StudioError,
        chapters::save_text,
        compare::{Beside, compare_text, merge_text, set_aside},
    },
    browser,
    components::{Button, Dialog, Trouble, show},
    live::Deed,
};
use domain::RevisionId;
use leptos::prelude::*;

/// A text that could not be saved, since the chapter has another one by now.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Clash {
    /// What was to be saved.
    pub text: String,
    /// That beside the one that stands.
    pub now: Beside,
}

/// Saves a text that is based on `base` (and on a candidate). Where the chapter has another text by now, nothing
/// is saved, and the page lays the two side by side.
pub(super) async fn save(
    open: Open,
    text: String,
    base: Base,
    candidate: Option<RevisionId>,
) -> Answer<()> {
    if open.is_gone() {
        return Err(deleted());
    }
    let (story, chapter) = (open.story, open.chapter.into());
    let put = async |version| {
        let text = text.clone();
        match candidate {
            Some(candidate) => merge_text(story, chapter, text, candidate, version).await,
            None => save_text(story, chapter, text, version).await,
        }
    };
    match put(base.version).await {
        Err(error) if error.is_stale() => {}
        Err(error) if error.is_not_found() => return Err(deleted()),
        answer => {
            open.settled(answer?.version);
            return Ok(());
        }
    }
    let now = match compare_text(story, chapter, text.clone()).await {
        Err(error) if error.is_not_found() => return Err(deleted()),
        answer => answer?,
    };
    if now.chapter.revision == base.revision {
        // Its title, its beats or a mark on it changed: not a word of the text.
        open.settled(put(now.chapter.version).await?.version);
    } else if now.comparison.changes() == 0 {
        // The other one wrote the same.
        open.settled(now.chapter.version);
    } else {
        lay(open, text, now, base);
    }
    Ok(())
}

fn deleted() -> StudioError {
    StudioError::new(
        "not_found",
        "This chapter was deleted, so your text can’t be saved in it. Copy it, or save it as a new chapter.",
    )
}

/// Shows a text that was not saved beside the one that stands. Until it is decided, the text is kept and can be
/// typed in.
fn lay(open: Open, text: String, now: Beside, base: Base) {
    let at = browser::now();
    let unsaved = Unsaved { text, base, at };
    kept::keep(open, &unsaved);
    let text = unsaved.text;
    open.editing.set(true);
    open.clash.set(Some(Clash { text, now }));
}

/// Puts a text in the history. Where the chapter has a newer text than the one that was shown, that is shown.
async fn keep_aside(open: Open, text: String, base: Base) -> Answer<()> {
    let (story, chapter) = (open.story, open.chapter.into());
    match set_aside(story, chapter, text.clone(), base.version).await {
        Err(error) if error.is_stale() => {
            let now = compare_text(story, chapter, text.clone()).await?;
            lay(open, text, now, base);
            Err(error)
        }
        answer => answer,
    }
}

/// The dialog about a clash, while there is one.
#[component]
pub(super) fn Clashed(open: Open) -> AnyView {
    let (shown, sides) = (RwSignal::new(false), Sides::new());
    let deciding = Deed::new();
    let off = deciding.pending();
    open.holds_editor(off);
    Effect::new(move |_| {
        open.clash.with(|clash| {
            if let Some(clash) = clash {
                sides.lay(clash.now.comparison.clone());
            }
            shown.set(clash.is_some());
        });
    });
    let clash = move || open.clash.get_untracked();
    let keep_mine = move || {
        if let Some(Clash { text, now }) = clash() {
            deciding.run(save(open, text, Base::of(&now.chapter), None));
        }
    };
    let merge = move || {
        if let Some(Clash { text, now }) = clash() {
            let (merged, base) = (sides.merged(), Base::of(&now.chapter));
            deciding.run(async move {
                if merged != text {
                    // What is left out of it stays in the history.
                    keep_aside(open, text, base).await?;
                }
                save(open, merged, base, None).await
            });
        }
    };
    let take_theirs = move || {
        let Some(Clash { text, now }) = clash() else {
            return;
        };
        let base = Base::of(&now.chapter);
        deciding.run(async move {
            keep_aside(open, text, base).await?;
            open.settled(base.version);
            Ok(())
        });
    };
    view! {
        <Dialog open=shown title="This chapter has a newer version" wide=true>
            <p class="muted">
                "It changed while you were editing. Both versions stay in the history, whatever you choose."
            </p>
            {show(move || {
                shown
                    .get()
                    .then(|| view! { <SideBySide sides left="Your version" right="Current version"/> })
            })}
            <Trouble error=deciding.error()/>
            <div class="row">
                <Button kind="primary" off on_press=merge>
                    "Save merged version"
                </Button>
                <Button off on_press=keep_mine>
                    "Save my version"
                </Button>
                <Button off on_press=take_theirs>
                    "Use the current version"
                </Button>
                <Button kind="quiet" on_press=move || shown.set(false)>
                    "Close"
                </Button>
            </div>
        </Dialog>
    }
    .into_any()
}
