//! What a form says of its local draft, and what it shows where somebody else changed the same thing.

use super::{Button, show};
use crate::{
    browser,
    live::{
        DraftState, LocalDraft, Studio,
        difference::differing,
        draft_storage::{self, StoredDraft},
    },
};
use leptos::prelude::*;

/// "You have unsaved changes from 12:03", and what can be done with them.
#[component]
pub fn DraftStatus(
    /// The form's draft.
    draft: LocalDraft,
) -> AnyView {
    let LocalDraft { state, refused, .. } = draft;
    let back = move |stored: StoredDraft| {
        view! { <Button kind="quiet" on_press=move || draft.restore(&stored)>"Undo"</Button> }
            .into_any()
    };
    let line = move || match state.get() {
        DraftState::Nothing => None,
        DraftState::Restored(at) => Some((
            format!(
                "You have unsaved changes from {}.",
                browser::time_of_day(at)
            ),
            view! {
                <Button kind="quiet" on_press=move || state.set(DraftState::Nothing)>
                    "Keep"
                </Button>
                <Button kind="quiet" on_press=move || draft.discard()>
                    "Discard"
                </Button>
            }
            .into_any(),
        )),
        DraftState::Other(stored) => Some((
            format!(
                "There are other unsaved changes from {}.",
                browser::time_of_day(stored.at)
            ),
            view! {
                <Button kind="quiet" on_press=move || draft.restore(&stored)>
                    "Switch to them"
                </Button>
            }
            .into_any(),
        )),
        DraftState::Discarded(stored) => Some(("Changes discarded.".to_owned(), back(stored))),
    };
    view! {
        <div aria-live="polite">
            {show(move || {
                line()
                    .map(|(text, buttons)| {
                        view! {
                            <div class="draft-status">
                                <p>{text}</p>
                                {buttons}
                            </div>
                        }
                    })
            })}
        </div>
        {show(move || {
            refused
                .get()
                .then(|| {
                    view! {
                        <p class="error-message" role="alert">
                            "Not saved: this browser’s storage is full or blocked. Save before you \
                             leave this page."
                        </p>
                    }
                })
        })}
    }
    .into_any()
}

/// The author's fields beside the current ones, where both were changed, and the choice between them.
#[component]
pub fn DraftConflict(
    /// The form's draft.
    draft: LocalDraft,
    /// Saves the form again.
    #[prop(into)]
    on_keep: Callback<()>,
) -> AnyView {
    let keep = move || {
        draft.keep_own();
        on_keep.run(());
    };
    let row = |(name, own, now): (String, String, String)| {
        let shown = |text: String| match text.trim().is_empty() {
            true => view! { <i class="muted">"(empty)"</i> }.into_any(),
            false => text.into_any(),
        };
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{shown(own)}</td>
                <td>{shown(now)}</td>
            </tr>
        }
    };
    show(move || {
        let conflict = draft.conflict.get()?;
        let fields = differing(&draft.fields(), &conflict.current);
        let shown = fields.into_iter().filter(|(name, ..)| !is_hidden(name));
        let shown = shown.chain(conflict.besides);
        Some(view! {
            <section class="conflict" role="alert" aria-label="Changed elsewhere">
                <p>
                    "This was changed elsewhere while you typed. Nothing is lost: choose which version to keep."
                </p>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">"Field"</th>
                            <th scope="col">"Yours"</th>
                            <th scope="col">"Current version"</th>
                        </tr>
                    </thead>
                    <tbody>{shown.map(row).collect_view()}</tbody>
                </table>
                <div class="row">
                    <Button kind="primary" on_press=keep>
                        "Keep mine"
                    </Button>
                    <Button on_press=move || draft.take_current()>"Use the current version"</Button>
                    <Button kind="quiet" on_press=move || draft.conflict.set(None)>
                        "Continue editing"
                    </Button>
                </div>
            </section>
        })
    })
}

/// Whether a field of a record is none that a person typed.
pub fn is_hidden(field: &str) -> bool {
    field.starts_with('_')
}

/// The way to the unsaved texts of this browser, where there are any.
#[component]
pub fn UnsavedLink() -> AnyView {
    let (count, now) = (RwSignal::new(0), Studio::get().now);
    Effect::new(move |_| {
        // What is typed on this page counts, too.
        now.track();
        let found = draft_storage::count();
        if count.get_untracked() != found {
            count.set(found);
        }
    });
    show(move || {
        let text = match count.get() {
            0 => return None,
            1 => "1 unsaved text in this browser".to_owned(),
            some => format!("{some} unsaved texts in this browser"),
        };
        Some(view! {
            <p class="unsaved-link">
                <a href="/unsaved">{text}</a>
            </p>
        })
    })
}
