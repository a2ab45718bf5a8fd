//! Cancelling several runs together: asked first, with how many and with the way back.

use super::{Button, Dialog, ErrorMessage, show};
use crate::{api::runs::cancel_many, live::SubmitAction};
use domain::StoryId;
use leptos::prelude::*;

/// The question.
#[component]
pub fn CancelRuns(
    /// Shown while true.
    asking: RwSignal<bool>,
    /// What would be cancelled now: "2 waiting runs".
    #[prop(into)]
    what: Signal<String>,
    /// All open runs of this story; without one, all runs that wait.
    #[prop(optional)]
    story: Option<StoryId>,
) -> AnyView {
    let cancelling = SubmitAction::new();
    let cancel = move || {
        cancelling.run(async move {
            cancel_many(story).await?;
            asking.set(false);
            Ok(())
        });
    };
    // Made when it is asked for.
    show(move || {
        asking.get().then(|| {
            view! {
                <Dialog open=asking title="Cancel these runs?">
                    <p>
                        {show(move || {
                            format!(
                                "{} will be cancelled. The text written so far is kept, and you can resume \
                                 each run in the queue, under “Recently finished”.",
                                what.get(),
                            )
                        })}
                    </p>
                    <ErrorMessage error=cancelling.error()/>
                    <div class="row">
                        <Button kind="danger" disabled=cancelling.pending() on_press=cancel>
                            "Cancel runs"
                        </Button>
                        <Button on_press=move || asking.set(false)>"Keep them"</Button>
                    </div>
                </Dialog>
            }
        })
    })
}
