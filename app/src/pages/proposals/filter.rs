//! What of the proposals is shown: it is in the address, so that it can be linked to and Back returns to it.

use crate::{
    api::proposals::{DecisionFilter, ProposalView},
    components::{TextLanguage, show},
    live::{memo, page_query},
};
use domain::{Chapter, ChapterRef, ProposalKind, ReadingState, StoryId};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// So many of each kind are shown where all kinds are.
const FIRST: u32 = 10;

/// So many are shown of one kind, and so many more with each "Show more".
pub(super) const PAGE: u32 = 50;

/// The decisions as they are in the address, with their labels.
const DECISIONS: [(DecisionFilter, &str, &str); 3] = [
    (DecisionFilter::Open, "open", "Open"),
    (DecisionFilter::Accepted, "accepted", "Accepted"),
    (DecisionFilter::Dropped, "dropped", "Dropped"),
];

/// What the address asks for. A new choice begins with the first page again.
pub(super) fn shown_view(limit: RwSignal<u32>) -> Memo<ProposalView> {
    let query = page_query();
    let asked = memo(move || {
        query.with(|query| {
            let (show, kind) = (query.get("show"), query.get("kind"));
            let decision = DECISIONS
                .iter()
                .find(|(_, word, _)| show.as_deref() == Some(*word));
            let chapter = query.get("chapter").and_then(|text| text.parse().ok());
            ProposalView {
                decision: decision.map(|(decision, ..)| *decision).unwrap_or_default(),
                kind: kind.as_deref().and_then(ProposalKind::parse),
                chapter: chapter.map(ChapterRef::Number),
                limit: 0,
            }
        })
    });
    Effect::new(move |last: Option<()>| {
        asked.track();
        if last.is_some() {
            limit.set(PAGE);
        }
    });
    memo(move || {
        let view = asked.get();
        ProposalView {
            limit: match view.kind {
                Some(_) => limit.get(),
                None => FIRST,
            },
            ..view
        }
    })
}

/// The address of a view.
pub(super) fn address(story: StoryId, view: &ProposalView) -> String {
    let word = DECISIONS
        .iter()
        .find(|(decision, ..)| *decision == view.decision)
        .map_or("open", |(_, word, _)| word);
    let mut address = format!("/stories/{story}/proposals?show={word}");
    if let Some(kind) = view.kind {
        address.push_str(&format!("&kind={}", kind.as_str()));
    }
    if let Some(ChapterRef::Number(number)) = view.chapter {
        address.push_str(&format!("&chapter={number}"));
    }
    address
}

/// Links for decisions and kinds with their counts, and a list of chapters.
#[component]
pub(super) fn Filters(
    story: StoryId,
    reading: Memo<ReadingState>,
    chapters: Memo<Vec<Chapter>>,
    wanted: Memo<ProposalView>,
) -> AnyView {
    let decisions = DECISIONS.map(|(decision, _, label)| {
        let target = move || {
            address(
                story,
                &ProposalView {
                    decision,
                    ..wanted.get()
                },
            )
        };
        let count = move || {
            reading.with(|reading| {
                let counts = reading.counts.iter();
                counts.map(|count| of(decision, count)).sum::<u32>()
            })
        };
        view! {
            <a
                class="chip"
                href=target
                aria-current=memo(move || (wanted.get().decision == decision).then_some("true"))
            >
                {label}
                " "
                <i>{show(count)}</i>
            </a>
        }
    });
    view! {
        <div class="browse">
            <nav class="chips" aria-label="Decisions">
                {decisions.into_iter().collect_view()}
            </nav>
            <ChapterFilter story chapters wanted/>
        </div>
        <Kinds story reading wanted/>
    }
    .into_any()
}

/// How many there are.
const fn of(decision: DecisionFilter, count: &domain::ProposalTally) -> u32 {
    match decision {
        DecisionFilter::Open => count.open,
        DecisionFilter::Accepted => count.accepted,
        DecisionFilter::Dropped => count.dropped,
    }
}

/// All kinds, or one.
#[component]
fn Kinds(story: StoryId, reading: Memo<ReadingState>, wanted: Memo<ProposalView>) -> AnyView {
    let kinds = move || {
        let view = wanted.get();
        let link = move |kind: Option<ProposalKind>, label: &'static str, count: Option<u32>| {
            let target = address(story, &ProposalView { kind, ..view });
            view! {
                <a
                    class="chip"
                    href=target
                    aria-current=(view.kind == kind).then_some("true")
                >
                    {label}
                    {count.map(|count| view! { " " <i>{count}</i> })}
                </a>
            }
        };
        let counted = reading.with(|reading| {
            let counts = reading.counts.iter();
            let counts = counts.map(|count| (count.kind, of(view.decision, count)));
            counts.collect::<Vec<_>>()
        });
        let all = link(None, "All kinds", None);
        let each = counted
            .into_iter()
            .map(|(kind, count)| link(Some(kind), kind.heading(), Some(count)));
        view! { {all} {each.collect_view()} }
    };
    view! {
        <nav class="chips" aria-label="Kinds">
            {show(kinds)}
        </nav>
    }
    .into_any()
}

/// One chapter, or all.
#[component]
fn ChapterFilter(
    story: StoryId,
    chapters: Memo<Vec<Chapter>>,
    wanted: Memo<ProposalView>,
) -> AnyView {
    let navigate = use_navigate();
    let choose = move |event| {
        let chosen: Option<u32> = event_target_value(&event).parse().ok();
        let view = ProposalView {
            chapter: chosen.map(ChapterRef::Number),
            ..wanted.get_untracked()
        };
        navigate(&address(story, &view), Default::default());
    };
    let options = move || {
        let chosen = wanted.get().chapter;
        chapters.with(|chapters| {
            let with_text = chapters.iter().filter(|chapter| chapter.revision.is_some());
            let option = |chapter: &Chapter| {
                let shown = match chapter.title.as_str() {
                    "" => format!("Chapter {}", chapter.number),
                    title => format!("{}. {title}", chapter.number),
                };
                view! {
                    <option
                        value=chapter.number.to_string()
                        selected=chosen == Some(ChapterRef::Number(chapter.number))
                    >
                        {shown}
                    </option>
                }
            };
            with_text.map(option).collect_view()
        })
    };
    view! {
        <label class="of-chapter">
            <span class="unseen">"Chapter"</span>
            <select lang=TextLanguage::get() on:change=choose>
                <option value="" selected=move || wanted.get().chapter.is_none()>
                    "All chapters"
                </option>
                {show(options)}
            </select>
        </label>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_what_is_shown() {
        let story = StoryId(uuid::Uuid::nil());
        let view = ProposalView {
            decision: DecisionFilter::Dropped,
            kind: Some(ProposalKind::Fact),
            chapter: Some(ChapterRef::Number(3)),
            limit: 50,
        };
        let address = address(story, &view);
        assert!(
            address.ends_with("/proposals?show=dropped&kind=fact&chapter=3"),
            "{address}"
        );
    }
}
