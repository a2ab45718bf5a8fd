//! One proposal: what it says, the sentences it comes from, and what can be decided.

use super::decision::{Decision, DecisionAction, shortened, these};
use crate::{
    components::{Button, TextLanguage},
    pages::write::passage_address,
};
use domain::{Proposal, ProposalContent, ProposalKind, ProposalPlace, ProposalState, StoryId};
use leptos::prelude::*;

/// So many sentences are shown of a proposal.
const SHOWN: usize = 2;

/// What the buttons of a row open.
#[derive(Clone, Copy)]
pub(super) struct RowEdits {
    pub(super) editing: RwSignal<Option<Proposal>>,
    pub(super) merging: RwSignal<Option<Proposal>>,
    /// Whether the world has entries to merge with.
    pub(super) can_merge: Memo<bool>,
}

/// A row of the list.
pub(super) fn row_view(decider: DecisionAction, dialogs: RowEdits, proposal: Proposal) -> AnyView {
    let places = places(decider.story, &proposal.places);
    let note = note(&proposal);
    let state = match proposal.state {
        ProposalState::Open | ProposalState::Dropped | ProposalState::Accepted => None,
        ProposalState::Edited => Some(view! { <p class="muted">"Accepted in your words"</p> }),
    };
    view! {
        <li class="card proposal">
            <div class="what" lang=TextLanguage::get() dir="auto">
                {content(&proposal)}
            </div>
            {state}
            {note.map(|note| view! { <p class="muted">{note}</p> })}
            {places}
            {buttons(decider, dialogs, proposal)}
        </li>
    }
    .into_any()
}

fn content(proposal: &Proposal) -> AnyView {
    match &proposal.content {
        ProposalContent::Entity(entity) => {
            let names = entity.aliases.join(", ");
            let about = [&entity.role, &entity.pronouns];
            let about: Vec<&str> = about
                .into_iter()
                .map(String::as_str)
                .filter(|text| !text.is_empty())
                .collect();
            let about = about.join(" · ");
            view! {
                <h3>{entity.name.clone()}</h3>
                {(!names.is_empty()).then(|| view! { <p class="muted">{names}</p> })}
                {(!about.is_empty()).then(|| view! { <p>{about}</p> })}
                {(!entity.description.is_empty())
                    .then(|| view! { <p>{entity.description.clone()}</p> })}
            }
            .into_any()
        }
        ProposalContent::Relation(tie) => view! {
            <p>
                <b>{tie.from.clone()}</b>
                {format!(" {} ", tie.label)}
                <b>{tie.to.clone()}</b>
            </p>
        }
        .into_any(),
        ProposalContent::Beats(beats) => {
            let beats = beats.iter().map(|beat| view! { <li>{beat.clone()}</li> });
            view! { <ol>{beats.collect_view()}</ol> }.into_any()
        }
        ProposalContent::Fact(text)
        | ProposalContent::Thread(text)
        | ProposalContent::Summary(text) => view! { <p>{text.clone()}</p> }.into_any(),
    }
}

/// What the author has to know before accepting.
fn note(proposal: &Proposal) -> Option<&'static str> {
    match (proposal.state, proposal.kind, proposal.is_beside) {
        (ProposalState::Open, ProposalKind::Beats, true) => Some(
            "This chapter already has beats, and they stay. If you accept these, they go to its history in Outline.",
        ),
        (ProposalState::Open, ProposalKind::Summary, true) => {
            Some("This chapter already has a summary. If you accept this one, it takes its place.")
        }
        _ => None,
    }
}

/// The sentences, each with its chapter; of many only the first.
fn places(story: StoryId, places: &[ProposalPlace]) -> AnyView {
    let shown = places.iter().take(SHOWN).map(|place| {
        let chapter = format!("Chapter {}", place.chapter);
        if place.quote.is_empty() {
            let address = format!("/stories/{story}/write/{}", place.chapter);
            return view! {
                <li>
                    <a href=address>{chapter}</a>
                    <span class="muted">" no sentence found"</span>
                </li>
            }
            .into_any();
        }
        let address = passage_address(story, place.chapter, &place.quote, 1);
        view! {
            <li>
                <a href=address.clone()>{chapter}</a>
                <blockquote lang=TextLanguage::get() dir="auto">
                    <a class="quote" href=address>
                        {place.quote.clone()}
                    </a>
                </blockquote>
            </li>
        }
        .into_any()
    });
    let shown = shown.collect_view();
    let more = places.get(SHOWN..).filter(|more| !more.is_empty());
    let more = more.map(|more| {
        let links = more.iter().map(|place| {
            let address = match place.quote.is_empty() {
                true => format!("/stories/{story}/write/{}", place.chapter),
                false => passage_address(story, place.chapter, &place.quote, 1),
            };
            view! { <a href=address>{place.chapter.to_string()}</a> " " }
        });
        view! { <li class="muted">"also in chapter " {links.collect_view()}</li> }
    });
    view! { <ul class="places" aria-label="In the text">{shown} {more}</ul> }.into_any()
}

fn buttons(decider: DecisionAction, dialogs: RowEdits, proposal: Proposal) -> AnyView {
    let (id, line) = (proposal.id, proposal.content.line());
    let short = shortened(&line);
    let busy = decider.action.pending();
    let decide = move |decision: Decision| {
        let line = line.clone();
        move || decider.decide(decision, these(vec![id]), Some(line.clone()))
    };
    if proposal.state != ProposalState::Open {
        return view! {
            <div class="row">
                <Button
                    kind="quiet"
                    name=format!("Undo: {short}")
                    disabled=busy
                    on_press=decide(Decision::Reopen)
                >
                    "Undo"
                </Button>
            </div>
        }
        .into_any();
    }
    let is_entity = matches!(proposal.content, ProposalContent::Entity(_));
    let (edited, merged) = (proposal.clone(), proposal);
    let merge = is_entity.then(|| {
        let name = format!("Merge: {short}");
        crate::components::show(move || {
            let (merged, name) = (merged.clone(), name.clone());
            dialogs.can_merge.get().then(|| {
                view! {
                    <Button
                        kind="quiet"
                        name
                        on_press=move || dialogs.merging.set(Some(merged.clone()))
                    >
                        "Merge…"
                    </Button>
                }
            })
        })
    });
    view! {
        <div class="row">
            <Button name=format!("Accept: {short}") disabled=busy on_press=decide(Decision::Accept)>
                "Accept"
            </Button>
            <Button
                kind="quiet"
                name=format!("Edit: {short}")
                on_press=move || dialogs.editing.set(Some(edited.clone()))
            >
                "Edit…"
            </Button>
            {merge}
            <Button
                kind="quiet"
                name=format!("Drop: {short}")
                disabled=busy
                on_press=decide(Decision::Drop)
            >
                "Drop"
            </Button>
        </div>
    }
    .into_any()
}
