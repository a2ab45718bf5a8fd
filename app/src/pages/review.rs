//! A review of the whole story, on its overview.

use crate::{
    components::{Button, RelativeTime, TextLanguage, show},
    formatting,
    live::{Studio, memo},
    pages::{usage::StartWithBudget, write::passage_address},
};
use domain::{Chapter, NewRun, Review, ReviewFinding, RunKind, Severity, StoryId, Tally};
use leptos::prelude::*;

/// So many findings are shown before one asks for more.
const FIRST: usize = 20;

/// What a reader of the whole has to say, and the way to ask for it.
#[component]
pub fn ReviewView(
    /// Of which story.
    story: StoryId,
    /// Its chapters.
    chapters: Memo<Vec<Chapter>>,
    /// The latest review, if there is one.
    review: Memo<Option<Review>>,
) -> AnyView {
    let studio = Studio::get();
    let no_text =
        memo(move || chapters.with(|all| all.iter().all(|chapter| chapter.revision.is_none())));
    let none = memo(move || review.with(Option::is_none));
    let busy = studio.starting.pending();
    let disabled = Signal::derive(move || busy.get() || no_text.get());
    let all = RwSignal::new(false);
    let label = move || {
        if none.get() {
            "Review story"
        } else {
            "Review again"
        }
    };
    view! {
        <section class="review" aria-label="Review">
            <header class="head">
                <h2>"Review"</h2>
                <div class="row">
                    // It reads every chapter: of a long story that is the most that one press can cost.
                    <StartWithBudget
                        story
                        new=NewRun::of(RunKind::Review)
                        what="Review story"
                        name="With a budget: review"
                        disabled
                    />
                    <Button disabled on_press=move || studio.start(story, NewRun::of(RunKind::Review))>
                        {show(label)}
                    </Button>
                </div>
            </header>
            {show(move || match review.get() {
                Some(review) => review_body(story, review, all),
                None => {
                    let text = if no_text.get() {
                        "Once a chapter is written, you can have the whole story reviewed here, as an \
                         editor would do it."
                    } else {
                        "No review yet. A review reads every chapter, points out weaknesses and sums up. It \
                         changes nothing."
                    };
                    view! { <p class="muted">{text}</p> }.into_any()
                }
            })}
        </section>
    }
    .into_any()
}

fn review_body(story: StoryId, review: Review, all: RwSignal<bool>) -> AnyView {
    let Review {
        assessment,
        findings,
        chapters,
        model,
        created_at,
        ended_at,
        ..
    } = review;
    let count = findings.len();
    let found = Tally::of(findings.iter().map(|found| found.finding.severity));
    let found = found.summary_line(chapters.into());
    // The built-in demonstration's assessment begins with the same.
    let found = (!assessment.starts_with(&found)).then(|| format!("{found}. "));
    let read = format!("Reviewed by {} ", formatting::model_name(&model));
    let unfinished = ended_at
        .is_none()
        .then(|| view! { <p class="muted">"Not finished. These are the findings so far."</p> });
    let shown = move || {
        let most = if all.get() { count } else { FIRST };
        findings
            .iter()
            .take(most)
            .map(|found| finding(story, found))
            .collect_view()
    };
    view! {
        <p class="muted">
            {found} {read} <RelativeTime at=ended_at.unwrap_or(created_at)/>
        </p>
        {unfinished}
        {(!assessment.is_empty()).then(|| view! {
                <p class="assessment" lang=TextLanguage::get() dir="auto">
                    {assessment}
                </p>
            })}
        <ul class="findings" aria-label="Findings">
            {show(shown)}
        </ul>
        {show(move || {
            (count > FIRST && !all.get())
                .then(|| {
                    view! {
                        <Button on_press=move || all.set(true)>{format!("Show all {count}")}</Button>
                    }
                })
        })}
    }
    .into_any()
}

fn finding(story: StoryId, found: &ReviewFinding) -> AnyView {
    let quote = &found.finding.quote;
    let address = found.chapter.map(|number| match quote.is_empty() {
        true => format!("/stories/{story}/write/{number}"),
        false => passage_address(story, number, quote, 1),
    });
    let place = match (found.chapter, address.clone()) {
        (Some(number), Some(address)) => view! {
            <a href=address>{format!("Chapter {number}")}</a>
        }
        .into_any(),
        _ => view! { <span class="muted">"Deleted chapter"</span> }.into_any(),
    };
    let severe = match found.finding.severity {
        Severity::Major => ", serious",
        Severity::Minor => "",
    };
    let outdated = (found.is_outdated && found.chapter.is_some())
        .then(|| view! { <span class="muted">" (the chapter has changed since)"</span> });
    let quote = (!quote.is_empty()).then(|| {
        let quote = quote.clone();
        let quote = match address {
            Some(address) => view! { <a class="quote" href=address>{quote}</a> }.into_any(),
            None => quote.into_any(),
        };
        view! {
           <blockquote lang=TextLanguage::get() dir="auto">
               {quote}
           </blockquote>
        }
    });
    view! {
        <li>
            <p>
                {place} {format!(" · {}{severe}", found.finding.kind)} {outdated}
            </p>
            {quote}
            <p dir="auto">{found.finding.note.clone()}</p>
        </li>
    }
    .into_any()
}
