//! Asking for one thing to be made again, with a wish or without.

use super::{Area, Button, Dialog};
use crate::live::Studio;
use leptos::prelude::*;

/// A dialog that asks what should be different; nothing has to be said.
#[component]
pub fn Again(
    /// Shown while true.
    open: RwSignal<bool>,
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
    let busy = Studio::here().starting.pending();
    let wish = RwSignal::new(String::new());
    let go = move || {
        let text = wish.with_untracked(|text| text.trim().to_owned());
        on_go.run((!text.is_empty()).then_some(text));
        open.set(false);
    };
    view! {
        <Dialog open title>
            <form class="stack" on:submit=|event| event.prevent_default()>
                <p>{kept}</p>
                <Area
                    label="What should be different?"
                    hint="Leave empty for a completely different version."
                    value=wish
                />
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
