//! "Prompts sent to the model": every call to a model on a server, newest first.

use super::call_row::{CallRow, OpenCall};
use crate::{
    api::calls::{CallList, list_calls},
    components::{Button, Dialog, ErrorMessage, rows, show},
    live::{SubmitAction, memo},
};
use domain::CallFilter;
use leptos::prelude::*;

/// The dialog; it asks for the list only when it is opened, and again when there are more calls.
#[component]
pub fn CallLogDialog(
    /// Which calls are listed.
    of: CallFilter,
    /// Whether the dialog is open.
    open: RwSignal<bool>,
    /// How many calls are known. When it grows, the list is loaded again.
    #[prop(into)]
    call_count: Signal<u64>,
) -> AnyView {
    view! {
        <Dialog open title="Prompts sent to the model" wide=true>
            {show(move || open.get().then(|| view! { <CallLogList of call_count/> }))}
            <div class="row">
                <Button kind="quiet" on_press=move || open.set(false)>
                    "Close"
                </Button>
            </div>
        </Dialog>
    }
    .into_any()
}

/// The button that opens it.
#[component]
pub fn CallLogButton(
    /// Set to true when the button is pressed.
    open: RwSignal<bool>,
    /// Of what, where there is more than one on the page: "Write chapter 1".
    #[prop(optional, into)]
    of: Option<String>,
    /// Whether the button is part of a line of text.
    #[prop(optional)]
    bare: bool,
) -> AnyView {
    let kind = if bare { "quiet bare" } else { "quiet" };
    let name = of.map_or_else(
        || "Prompts sent to the model".to_owned(),
        |of| format!("Prompts sent to the model: {of}"),
    );
    view! {
        <Button kind name on_press=move || open.set(true)>
            "Prompts sent to the model"
        </Button>
    }
    .into_any()
}

#[component]
fn CallLogList(of: CallFilter, call_count: Signal<u64>) -> AnyView {
    let (listing, more) = (SubmitAction::new(), SubmitAction::new());
    // Nothing: not read yet.
    let list = RwSignal::new(None::<CallList>);
    let open_call = OpenCall::new();
    let busy = listing.pending();
    Effect::new(move |read: Option<Option<u64>>| {
        let (read, now) = (read.flatten(), call_count.get());
        if busy.get() || read == Some(now) {
            return read;
        }
        listing.run(async move {
            let newest = list_calls(of, None).await?;
            // The page may be gone by now.
            list.try_update(|list| add_newest(list, newest));
            Ok(())
        });
        Some(now)
    });
    let next = memo(move || list.with(|list| list.as_ref().and_then(|list| list.next.clone())));
    let go_on = move || {
        more.run(async move {
            let page = list_calls(of, next.get_untracked()).await?;
            list.try_update(|list| {
                if let Some(list) = list {
                    list.items.extend(page.items);
                    list.next = page.next;
                }
            });
            Ok(())
        });
    };
    let nothing = memo(move || {
        list.with(|list| match list {
            None => Some("Loading…"),
            Some(list) if !list.items.is_empty() => None,
            Some(list) if list.storyteller => {
                Some("No prompts: the built-in demonstration writes this text without a model.")
            }
            Some(_) => Some("No prompts yet. Each call to a model appears here when it ends."),
        })
    });
    let failed = listing.error();
    view! {
        <ErrorMessage error=failed/>
        {show(move || {
            nothing
                .get()
                .filter(|_| failed.with(Option::is_none))
                .map(|text| view! { <p class="muted">{text}</p> })
        })}
        <ul class="calls" aria-label="Calls">
            {rows(
                move || list.with(|list| list.as_ref().map(|l| l.items.clone()).unwrap_or_default()),
                |call| call.id,
                move |call| view! { <CallRow call open_call/> }.into_any(),
            )}
        </ul>
        <ErrorMessage error=more.error()/>
        {show(move || {
            next.get()
                .map(|_| {
                    view! {
                        <Button kind="quiet" disabled=more.pending() on_press=go_on>
                            "Show earlier calls"
                        </Button>
                    }
                })
        })}
    }
    .into_any()
}

/// Adds newer calls at the front. Older pages that were loaded stay, unless there is a gap.
fn add_newest(list: &mut Option<CallList>, newest: CallList) {
    if let Some(list) = list
        && let Some(first) = list.items.first().map(|call| call.id)
        && let Some(at) = newest.items.iter().position(|call| call.id == first)
    {
        list.items.splice(..0, newest.items.into_iter().take(at));
    } else {
        *list = Some(newest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{CallEnd, CallId, CallRecord, RunId, Spent, Stage, StepKind, Timestamp};
    use uuid::Uuid;

    fn list(ids: &[u128]) -> CallList {
        let call = |id: &u128| CallRecord {
            id: CallId(Uuid::from_u128(*id)),
            run: Some(RunId(Uuid::nil())),
            interview: None,
            chapter: None,
            step: Some(StepKind::World),
            stage: Some(Stage::Draft),
            model: String::new(),
            started_at: Timestamp(0),
            first_token_ms: None,
            ended: CallEnd::Whole,
            spent: Spent::default(),
        };
        CallList {
            items: ids.iter().map(call).collect(),
            ..CallList::default()
        }
    }

    #[test]
    fn new_calls_come_in_front_and_a_gap_begins_the_list_anew() {
        let mut known = None;
        add_newest(&mut known, list(&[3, 2]));
        assert_eq!(known, Some(list(&[3, 2])));
        add_newest(&mut known, list(&[5, 4, 3]));
        assert_eq!(known, Some(list(&[5, 4, 3, 2])));
        add_newest(&mut known, list(&[9, 8]));
        assert_eq!(known, Some(list(&[9, 8])));
    }
}
