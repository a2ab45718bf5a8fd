//! What a run took so far, what it may take, and the way to what it sent.

use crate::{
    components::show,
    formatting,
    live::memo,
    pages::usage::{CallLogButton, CallLogDialog, budget_summary},
};
use domain::{CallFilter, Run, RunId};
use leptos::prelude::*;

/// The line below a run, which says nothing while there is nothing to tell; and the dialog it opens.
pub fn spent_line(id: RunId, run: Memo<Option<Run>>, title: Memo<String>) -> (AnyView, AnyView) {
    let open = RwSignal::new(false);
    let summary = memo(move || run.with(|run| run.as_ref().map(usage_summary).unwrap_or_default()));
    // A run that never began has sent nothing.
    let begun = memo(move || run.with(|run| run.as_ref().is_some_and(|r| r.started_at.is_some())));
    let call_count = memo(move || run.with(|run| run.as_ref().map_or(0, |run| run.spent.calls)));
    let line = view! {
        <span class="spent">
            {show(move || summary.get())}
            {show(move || {
                begun
                    .get()
                    .then(|| view! { <CallLogButton open of=title.get_untracked() bare=true/> })
            })}
        </span>
    };
    let dialog = view! { <CallLogDialog of=CallFilter::Run(id) open call_count/> };
    (line.into_any(), dialog.into_any())
}

/// "12,000 tokens · cost 0.31 · budget: 12,000 of 50,000 tokens".
fn usage_summary(run: &Run) -> String {
    let spent = &run.spent;
    let tokens = (spent.tokens() > 0).then(|| formatting::pluralize(spent.tokens(), "token"));
    let cost = (spent.cost > 0.0).then(|| format!("cost {}", formatting::cost(spent.cost)));
    let budget = run.budget.map(|budget| budget_summary(&budget, spent));
    let parts: Vec<String> = [tokens, cost, budget].into_iter().flatten().collect();
    parts.join(" · ")
}
