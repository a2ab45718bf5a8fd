//! One call: how it ended, what it took and, when it is opened, what was sent, part by part.

use super::text::{time_and_cost, tokens};
use crate::{
    api::calls::get_call,
    components::{ErrorMessage, RelativeTime, show},
    formatting,
    live::{SubmitAction, memo},
};
use domain::{CallId, CallRecord, PromptPart, SentCall};
use leptos::prelude::*;

/// The call that is open: one at a time.
#[derive(Clone, Copy)]
pub struct OpenCall {
    id: RwSignal<Option<CallId>>,
    sent: RwSignal<Option<SentCall>>,
    reading: SubmitAction,
}

impl OpenCall {
    /// No call is open.
    pub fn new() -> Self {
        let this = Self {
            id: RwSignal::new(None),
            sent: RwSignal::new(None),
            reading: SubmitAction::new(),
        };
        let busy = this.reading.pending();
        // If another call was opened while this one loaded, that one is shown.
        Effect::new(move |asked: Option<Option<CallId>>| {
            let (asked, busy) = (asked.flatten(), busy.get());
            let id = this.id.get()?;
            if busy || asked == Some(id) {
                return asked;
            }
            this.reading.run(async move {
                let sent = get_call(id).await?;
                // The page may be gone by now.
                this.sent.try_set(Some(sent));
                Ok(())
            });
            Some(id)
        });
        this
    }

    /// Opens a call, or closes it.
    fn toggle(&self, id: CallId) {
        self.reading.clear_error();
        self.id
            .update(|open| *open = (*open != Some(id)).then_some(id));
    }
}

/// A row of the list.
#[component]
pub fn CallRow(
    /// The call.
    call: CallRecord,
    /// Which one is open.
    open_call: OpenCall,
) -> AnyView {
    let id = call.id;
    let open = memo(move || open_call.id.get() == Some(id));
    let first = call
        .first_token_ms
        .map(|ms| format!(" · first token after {} ms", formatting::count(ms)));
    let (model, ended) = (formatting::model_name(&call.model), call.ended.label());
    let took = format!(
        "{} · {}{}",
        tokens(&call.spent),
        time_and_cost(&call.spent),
        first.unwrap_or_default()
    );
    view! {
        <li>
            <button
                type="button"
                class="quiet"
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open_call.toggle(id)
            >
                <b>{call.describe()}</b>
                <span>
                    {model} " · " {ended} " · " <RelativeTime at=call.started_at/>
                </span>
                <span>{took}</span>
            </button>
            {show(move || open.get().then(|| view! { <Parts id open_call/> }))}
        </li>
    }
    .into_any()
}

/// What was sent.
#[component]
fn Parts(id: CallId, open_call: OpenCall) -> AnyView {
    let failed = open_call.reading.error();
    let sent = memo(move || {
        open_call
            .sent
            .get()
            .filter(|sent| sent.record.id == id)
            .map(|sent| sent.parts)
    });
    view! {
        <ErrorMessage error=failed/>
        {show(move || match sent.get() {
            None if failed.with(Option::is_some) => ().into_any(),
            None => view! { <p class="muted">"Loading the prompt…"</p> }.into_any(),
            Some(parts) if parts.is_empty() => view! {
                <p class="muted">
                    "This prompt is no longer stored. The studio keeps only the prompts of the latest calls."
                </p>
            }
            .into_any(),
            Some(parts) => parts_view(parts),
        })}
    }
    .into_any()
}

fn parts_view(parts: Vec<PromptPart>) -> AnyView {
    let all = parts.iter().map(|part| part.tokens).sum::<u32>().max(1);
    let part = move |part: PromptPart| {
        let share = formatting::percent(f64::from(part.tokens) / f64::from(all));
        let size = format!(
            "{} · {share}%",
            formatting::pluralize(part.tokens.into(), "token")
        );
        let left_out = (part.left_out > 0).then(|| {
            let some = formatting::pluralize(part.left_out.into(), "item");
            view! { <i>{format!("{some} left out")}</i> }
        });
        // Shown as text, whatever it contains.
        view! {
            <li>
                <details>
                    <summary>
                        <b>{part.name.clone()}</b>
                        <progress max=all value=part.tokens aria-hidden="true"></progress>
                        <span>{size}</span>
                        {left_out}
                    </summary>
                    <pre tabindex="0" role="region" aria-label=part.name>
                        {part.text}
                    </pre>
                </details>
            </li>
        }
    };
    view! { <ol class="parts">{parts.into_iter().map(part).collect_view()}</ol> }.into_any()
}
