//! Saves a person's text. If somebody else saved first, the page shows both texts side by side, and neither is lost.

use super::{
    chapter_view::{ChapterView, EditConflict},
    compare::{MergeSelection, SideBySide},
    text_storage,
    unsaved_text::{BaseVersion, UnsavedText},
};
use crate::{
    api::{
        ApiResult, StudioError,
        chapters::save_text,
        compare::{ComparedText, compare_text, merge_text, save_to_history},
    },
    browser,
    components::{Button, Dialog, ErrorMessage, show},
    live::SubmitAction,
};
use domain::RevisionId;
use leptos::prelude::*;

/// Saves a text that is based on `base` (and on a candidate). Where the chapter has another text by now, nothing
/// is saved, and the page lays the two side by side.
pub(super) async fn save(
    view: ChapterView,
    text: String,
    base: BaseVersion,
    candidate: Option<RevisionId>,
) -> ApiResult<()> {
    if view.is_deleted() {
        return Err(deleted());
    }
    let (story, chapter) = (view.story, view.chapter.into());
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
            view.mark_saved(answer?.version);
            return Ok(());
        }
    }
    let now = match compare_text(story, chapter, text.clone()).await {
        Err(error) if error.is_not_found() => return Err(deleted()),
        answer => answer?,
    };
    if now.chapter.revision == base.revision {
        // Its title, its beats or a mark on it changed: not a word of the text.
        view.mark_saved(put(now.chapter.version).await?.version);
    } else if now.comparison.changes() == 0 {
        // The other one wrote the same.
        view.mark_saved(now.chapter.version);
    } else {
        show_conflict(view, text, now, base);
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
fn show_conflict(view: ChapterView, text: String, now: ComparedText, base: BaseVersion) {
    let at = browser::now();
    let unsaved = UnsavedText { text, base, at };
    text_storage::save(view, &unsaved);
    let text = unsaved.text;
    view.editing.set(true);
    view.conflict.set(Some(EditConflict { text, now }));
}

/// Puts a text in the history. Where the chapter has a newer text than the one that was shown, that is shown.
async fn keep_own_version(view: ChapterView, text: String, base: BaseVersion) -> ApiResult<()> {
    let (story, chapter) = (view.story, view.chapter.into());
    match save_to_history(story, chapter, text.clone(), base.version).await {
        Err(error) if error.is_stale() => {
            let now = compare_text(story, chapter, text.clone()).await?;
            show_conflict(view, text, now, base);
            Err(error)
        }
        answer => answer,
    }
}

/// The dialog about an edit conflict, while there is one.
#[component]
pub(super) fn EditConflictDialog(view: ChapterView) -> AnyView {
    let (shown, selection) = (RwSignal::new(false), MergeSelection::new());
    let deciding = SubmitAction::new();
    let disabled = deciding.pending();
    view.lock_input_while(disabled);
    Effect::new(move |_| {
        view.conflict.with(|conflict| {
            if let Some(conflict) = conflict {
                selection.set_comparison(conflict.now.comparison.clone());
            }
            shown.set(conflict.is_some());
        });
    });
    let conflict = move || view.conflict.get_untracked();
    let keep_mine = move || {
        if let Some(EditConflict { text, now }) = conflict() {
            deciding.run(save(view, text, BaseVersion::of(&now.chapter), None));
        }
    };
    let merge = move || {
        if let Some(EditConflict { text, now }) = conflict() {
            let (merged, base) = (selection.merged(), BaseVersion::of(&now.chapter));
            deciding.run(async move {
                if merged != text {
                    // What is left out of it stays in the history.
                    keep_own_version(view, text, base).await?;
                }
                save(view, merged, base, None).await
            });
        }
    };
    let take_theirs = move || {
        let Some(EditConflict { text, now }) = conflict() else {
            return;
        };
        let base = BaseVersion::of(&now.chapter);
        deciding.run(async move {
            keep_own_version(view, text, base).await?;
            view.mark_saved(base.version);
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
                    .then(|| view! { <SideBySide selection left="Your version" right="Current version"/> })
            })}
            <ErrorMessage error=deciding.error()/>
            <div class="row">
                <Button kind="primary" disabled on_press=merge>
                    "Save merged version"
                </Button>
                <Button disabled on_press=keep_mine>
                    "Save my version"
                </Button>
                <Button disabled on_press=take_theirs>
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
