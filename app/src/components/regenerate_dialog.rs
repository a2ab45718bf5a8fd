//! Asking for one thing to be made again, with a wish or without.

use super::{Button, Dialog, DraftStatus, ErrorMessage, TextArea};
use crate::live::{CurrentStory, LocalDraft, Studio, draft_storage::DraftSubject};
use leptos::prelude::*;

/// A dialog that asks what should be different; nothing has to be said.
#[component]
pub fn RegenerateDialog(
    /// Shown while true.
    open: RwSignal<bool>,
    /// Tells its draft from those of other dialogs.
    #[prop(into)]
    name: String,
    /// Its heading.
    #[prop(into)]
    title: String,
    /// What becomes of what there is.
    #[prop(into)]
    explanation: String,
    /// Starts it with the wish, if there is one.
    #[prop(into)]
    on_go: Callback<Option<String>>,
) -> AnyView {
    let studio = Studio::get();
    let busy = studio.starting.pending();
    let asked = RwSignal::new(false);
    let feedback = RwSignal::new(String::new());
    let about = DraftSubject {
        what: title.clone(),
        link: CurrentStory::get().path.get_untracked(),
        story: CurrentStory::get().id.get_untracked(),
    };
    let draft = LocalDraft::new(
        &name,
        about,
        0,
        vec![("What should be different?", feedback)],
    );
    let go = move || {
        let text = feedback.with_untracked(|text| text.trim().to_owned());
        on_go.run((!text.is_empty()).then_some(text));
        asked.set(true);
    };
    studio.on_started(asked, move || {
        feedback.set(String::new());
        open.set(false);
    });
    view! {
        <Dialog open title>
            <form class="stack" on:submit=|event| event.prevent_default()>
                <p>{explanation}</p>
                <DraftStatus draft/>
                <TextArea
                    label="What should be different?"
                    hint="Leave empty for a completely different version."
                    value=feedback
                />
                <ErrorMessage error=studio.starting.error()/>
                <div class="row">
                    <Button kind="primary" disabled=busy on_press=go>
                        "Regenerate"
                    </Button>
                    <Button kind="quiet" on_press=move || open.set(false)>
                        "Cancel"
                    </Button>
                </div>
            </form>
        </Dialog>
    }
    .into_any()
}
