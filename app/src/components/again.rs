//! Asking for one thing to be made again, with a wish or without.

use super::{Area, Button, Dialog, DraftLine, Trouble};
use crate::live::{Here, LocalDraft, Studio, drafts::About};
use leptos::prelude::*;

/// A dialog that asks what should be different; nothing has to be said.
#[component]
pub fn Again(
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
    kept: String,
    /// Starts it with the wish, if there is one.
    #[prop(into)]
    on_go: Callback<Option<String>>,
) -> AnyView {
    let studio = Studio::here();
    let busy = studio.starting.pending();
    let asked = RwSignal::new(false);
    let wish = RwSignal::new(String::new());
    let about = About {
        what: title.clone(),
        link: Here::get().path.get_untracked(),
        story: Here::get().id.get_untracked(),
    };
    let draft = LocalDraft::new(&name, about, 0, vec![("What should be different?", wish)]);
    let go = move || {
        let text = wish.with_untracked(|text| text.trim().to_owned());
        on_go.run((!text.is_empty()).then_some(text));
        asked.set(true);
    };
    studio.once_started(asked, move || {
        wish.set(String::new());
        open.set(false);
    });
    view! {
        <Dialog open title>
            <form class="stack" on:submit=|event| event.prevent_default()>
                <p>{kept}</p>
                <DraftLine draft/>
                <Area
                    label="What should be different?"
                    hint="Leave empty for a completely different version."
                    value=wish
                />
                <Trouble error=studio.starting.error()/>
                <div class="row">
                    <Button kind="primary" off=busy on_press=go>
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
