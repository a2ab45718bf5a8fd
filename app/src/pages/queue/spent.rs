//! What a run took so far, what it may take, and the way to what it sent.

use crate::{
    components::show,
    live::memo,
    pages::accounts::{Sent, ShowSent, budget_told},
    words,
};
use domain::{CallFilter, Run, RunId};
use leptos::prelude::*;

/// The line below a run, which says nothing while there is nothing to tell; and the dialog it opens.
pub fn spent_line(id: RunId, run: Memo<Option<Run>>, title: Memo<String>) -> (AnyView, AnyView) {
    let open = RwSignal::new(false);
    let told = memo(move || run.with(|run| run.as_ref().map(told).unwrap_or_default()));
    // A run that never began has sent nothing.
    let begun = memo(move || run.with(|run| run.as_ref().is_some_and(|r| r.started_at.is_some())));
    let made = memo(move || run.with(|run| run.as_ref().map_or(0, |run| run.spent.calls)));
    let line = view! {
        <span class="spent">
            {show(move || told.get())}
            {show(move || {
                begun
                    .get()
                    .then(|| view! { <ShowSent open of=title.get_untracked() bare=true/> })
            })}
        </span>
    };
    let dialog = view! { <Sent of=CallFilter::Run(id) open made/> };
    (line.into_any(), dialog.into_any())
}

/// "12,000 tokens · cost 0.31 · budget: 12,000 of 50,000 tokens".
fn told(run: &Run) -> String {
    let spent = &run.spent;
    let tokens = (spent.tokens() > 0).then(|| words::counted(spent.tokens(), "token"));
    let cost = (spent.cost > 0.0).then(|| format!("cost {}", words::cost(spent.cost)));
    let budget = run.budget.map(|budget| budget_told(&budget, spent));
    let parts: Vec<String> = [tokens, cost, budget].into_iter().flatten().collect();
    parts.join(" · ")
}
