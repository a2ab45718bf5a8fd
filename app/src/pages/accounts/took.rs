//! What a story took: in one line, and chapter by chapter.

use super::{effort, tokens};
use crate::{
    components::show,
    live::{Live, memo},
    words,
};
use domain::{Spent, StoryId, StorySpent};
use leptos::prelude::*;

/// The section; nothing where no model on a server was called.
#[component]
pub fn Took(
    /// Whose.
    story: StoryId,
    /// What it took.
    spent: Live<StorySpent>,
) -> AnyView {
    let latest = spent.latest();
    let failed = memo(move || match spent.outcome() {
        Some(Err(error)) if latest.with(Option::is_none) => Some(error.message),
        _ => None,
    });
    show(move || {
        let body = match (latest.get(), failed.get()) {
            (Some(spent), _) if spent.total.calls > 0 => told(story, spent),
            (_, Some(error)) => view! { <p class="muted">{error}</p> }.into_any(),
            _ => return None,
        };
        Some(view! {
            <section class="took" aria-label="What it took">
                <h2>"What it took"</h2>
                {body}
            </section>
        })
    })
}

fn told(story: StoryId, spent: StorySpent) -> AnyView {
    let StorySpent { total, chapters } = spent;
    let line = format!(
        "{}: {} · {}",
        words::counted(total.calls, "call"),
        tokens(&total),
        effort(&total)
    );
    view! {
        <p class="muted">{line}</p>
        {(!chapters.is_empty()).then(|| table(story, &total, chapters))}
    }
    .into_any()
}

fn table(story: StoryId, total: &Spent, chapters: Vec<(u32, Spent)>) -> AnyView {
    let priced = total.cost > 0.0;
    let mut rest = *total;
    for (_, spent) in &chapters {
        take(&mut rest, spent);
    }
    let row = move |head: AnyView, spent: &Spent| {
        let rate = spent.rate().map(words::rate).unwrap_or_default();
        view! {
            <tr>
                <th scope="row">{head}</th>
                <td>{words::count(spent.calls)}</td>
                <td>{words::count(spent.prompt_tokens)}</td>
                <td>{words::count(spent.answer_tokens)}</td>
                <td>{words::took(spent.seconds)}</td>
                <td>{rate}</td>
                {priced.then(|| view! { <td>{words::cost(spent.cost)}</td> })}
            </tr>
        }
        .into_any()
    };
    let other =
        (rest.calls > 0).then(|| row("World, outline and what was deleted".into_any(), &rest));
    let of_chapters = chapters.iter().map(|(number, spent)| {
        let link = view! { <a href=format!("/stories/{story}/write/{number}")>{format!("Chapter {number}")}</a> };
        row(link.into_any(), spent)
    });
    view! {
        <details>
            <summary>"By chapter"</summary>
            <div class="table" tabindex="0" role="region" aria-label="What each chapter took">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">"For"</th>
                            <th scope="col">"Calls"</th>
                            <th scope="col">"Tokens sent"</th>
                            <th scope="col">"Written"</th>
                            <th scope="col">"Time"</th>
                            <th scope="col">"Speed"</th>
                            {priced.then(|| view! { <th scope="col">"Cost"</th> })}
                        </tr>
                    </thead>
                    <tbody>{other} {of_chapters.collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}

/// Takes a part away from the whole.
fn take(whole: &mut Spent, part: &Spent) {
    whole.calls = whole.calls.saturating_sub(part.calls);
    whole.prompt_tokens = whole.prompt_tokens.saturating_sub(part.prompt_tokens);
    whole.answer_tokens = whole.answer_tokens.saturating_sub(part.answer_tokens);
    whole.seconds = (whole.seconds - part.seconds).max(0.0);
    whole.cost = (whole.cost - part.cost).max(0.0);
}
