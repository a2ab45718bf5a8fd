//! The model usage of a story: in total, by chapter, and by the interview that led to it.

use super::{
    call_log::{CallLogButton, CallLogDialog},
    text::{time_and_cost, tokens},
};
use crate::{
    components::show,
    formatting,
    live::{LiveResource, memo},
};
use domain::{CallFilter, InterviewId, Spent, StoryId, StorySpent};
use leptos::prelude::*;

/// The section; empty if no model on a server was called.
#[component]
pub fn UsageTotals(
    /// The story.
    story: StoryId,
    /// Its usage.
    spent: LiveResource<StorySpent>,
) -> AnyView {
    let latest = spent.latest();
    let failed = memo(move || match spent.outcome() {
        Some(Err(error)) if latest.with(Option::is_none) => Some(error.message),
        _ => None,
    });
    // Outside of what is told anew with each call, so that it stays open meanwhile.
    let log_open = RwSignal::new(false);
    let interview = memo(move || latest.with(|spent| spent.as_ref().and_then(interview_of)));
    let call_count = memo(move || interview.get().map_or(0, |(_, calls)| calls));
    let id = memo(move || interview.get().map(|(id, _)| id));
    let section = show(move || {
        let body = match (latest.get(), failed.get()) {
            (Some(spent), _) if spent.total.calls > 0 => totals_view(story, spent, log_open),
            (_, Some(error)) => view! { <p class="muted">{error}</p> }.into_any(),
            _ => return None,
        };
        Some(view! {
            <section class="usage-totals" aria-label="Model usage">
                <h2>"Model usage"</h2>
                {body}
            </section>
        })
    });
    view! {
        {section}
        {show(move || {
            id.get().map(|id| view! { <CallLogDialog of=CallFilter::Interview(id) open=log_open call_count/> })
        })}
    }
    .into_any()
}

/// The interview that led to the story, and how many calls were made in it.
fn interview_of(spent: &StorySpent) -> Option<(InterviewId, u64)> {
    spent.interview.map(|(id, spent)| (id, spent.calls))
}

fn totals_view(story: StoryId, spent: StorySpent, log_open: RwSignal<bool>) -> AnyView {
    let total = spent.total;
    let line = format!(
        "{}: {} · {}",
        formatting::pluralize(total.calls, "call"),
        tokens(&total),
        time_and_cost(&total)
    );
    view! {
        <p class="muted">{line}</p>
        {(spent.interview.is_some() || !spent.chapters.is_empty())
            .then(|| table(story, spent, log_open))}
    }
    .into_any()
}

fn table(story: StoryId, spent: StorySpent, log_open: RwSignal<bool>) -> AnyView {
    let StorySpent {
        total,
        interview,
        chapters,
    } = spent;
    let priced = total.cost > 0.0;
    let interview = interview.map(|(_, spent)| spent);
    let mut rest = total;
    for spent in chapters.iter().map(|(_, spent)| spent).chain(&interview) {
        subtract(&mut rest, spent);
    }
    let row = move |head: AnyView, spent: &Spent| {
        let rate = spent.rate().map(formatting::rate).unwrap_or_default();
        view! {
            <tr>
                <th scope="row">{head}</th>
                <td>{formatting::count(spent.calls)}</td>
                <td>{formatting::count(spent.prompt_tokens)}</td>
                <td>{formatting::count(spent.answer_tokens)}</td>
                <td>{formatting::duration(spent.seconds)}</td>
                <td>{rate}</td>
                {priced.then(|| view! { <td>{formatting::cost(spent.cost)}</td> })}
            </tr>
        }
        .into_any()
    };
    let talk = interview.map(|spent| {
        let head = view! {
            "Interview "
            <CallLogButton open=log_open of="the interview" bare=true/>
        };
        row(head.into_any(), &spent)
    });
    let other =
        (rest.calls > 0).then(|| row("World, outline and deleted chapters".into_any(), &rest));
    let of_chapters = chapters.iter().map(|(number, spent)| {
        let link = view! { <a href=format!("/stories/{story}/write/{number}")>{format!("Chapter {number}")}</a> };
        row(link.into_any(), spent)
    });
    view! {
        <details>
            <summary>"By chapter"</summary>
            <div class="table" tabindex="0" role="region" aria-label="Model usage by chapter">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">"For"</th>
                            <th scope="col">"Calls"</th>
                            <th scope="col">"Tokens sent"</th>
                            <th scope="col">"Generated"</th>
                            <th scope="col">"Time"</th>
                            <th scope="col">"Speed"</th>
                            {priced.then(|| view! { <th scope="col">"Cost"</th> })}
                        </tr>
                    </thead>
                    <tbody>{talk} {other} {of_chapters.collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}

/// Subtracts a part from the whole.
fn subtract(whole: &mut Spent, part: &Spent) {
    whole.calls = whole.calls.saturating_sub(part.calls);
    whole.prompt_tokens = whole.prompt_tokens.saturating_sub(part.prompt_tokens);
    whole.answer_tokens = whole.answer_tokens.saturating_sub(part.answer_tokens);
    whole.seconds = (whole.seconds - part.seconds).max(0.0);
    whole.cost = (whole.cost - part.cost).max(0.0);
}
