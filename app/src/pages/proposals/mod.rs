//! What was read in the author's text, and what the author decides about it.

mod decision;
mod edit;
mod filter;
mod read_button;
mod row;

pub use read_button::ReadIt;

use crate::{
    api::{
        chapters::list_chapters,
        proposals::{DecisionFilter, ProposalList, ProposalLists, ProposalView, list_proposals},
        world::get_world,
    },
    components::{
        Button, EmptyState, ErrorMessage, Main, PageTitle, UnsavedLink, loaded, page::all_loaded,
        rows, show,
    },
    formatting,
    live::{Aspect, CurrentStory, LiveResource, Studio, SubmitAction, memo},
};
use decision::{Decision, DecisionAction};
use domain::{
    Chapter, ChapterRef, ProposalChoice, ProposalKind, ReadingState, RunKind, Status, Story,
    StoryId, World,
};
use edit::{EditDialog, MergeDialog};
use filter::{Filters, PAGE, shown_view};
use leptos::prelude::*;
use row::{RowEdits, row_view};

/// `/stories/:id/proposals`
pub fn proposals(id: StoryId) -> AnyView {
    let (studio, current_story) = (Studio::get(), CurrentStory::get());
    let limit = RwSignal::new(PAGE);
    let wanted = shown_view(limit);
    let (changed, world_changed, chapters_changed) = (
        studio.changes(id, Aspect::Story),
        studio.changes(id, Aspect::World),
        studio.changes(id, Aspect::Chapters),
    );
    let found = LiveResource::new(
        move || {
            changed.track();
            wanted.track();
        },
        move || list_proposals(id, wanted.get_untracked()),
    );
    let world = LiveResource::new(move || world_changed.track(), move || get_world(id));
    let chapters = LiveResource::new(move || chapters_changed.track(), move || list_chapters(id));
    loaded(
        move || {
            all_loaded([
                current_story.outcome(id),
                found.outcome(),
                world.outcome(),
                chapters.outcome(),
            ])
        },
        move || {
            let story = current_story.story(id);
            let (found, world, chapters) = (found.value(), world.value(), chapters.value());
            view! { <Proposals story found world chapters wanted limit/> }.into_any()
        },
    )
}

#[component]
fn Proposals(
    story: Memo<Story>,
    found: Memo<ProposalLists>,
    world: Memo<World>,
    chapters: Memo<Vec<Chapter>>,
    wanted: Memo<ProposalView>,
    limit: RwSignal<u32>,
) -> AnyView {
    let studio = Studio::get();
    let id = story.with_untracked(|story| story.id);
    let reading = memo(move || found.with(|found| found.reading.clone()));
    let nothing = memo(move || reading.with(|reading| reading.counts.is_empty()));
    let decider = DecisionAction {
        story: id,
        studio,
        action: SubmitAction::new(),
    };
    let dialogs = RowEdits {
        editing: RwSignal::new(None),
        merging: RwSignal::new(None),
        can_merge: memo(move || world.with(|world| !world.entities.is_empty())),
    };
    view! {
        <PageTitle text=move || story.with(|story| format!("Proposals · {} · Fablewright", story.title))/>
        <Main class="proposals">
            <header class="head">
                <h1 id="title">"Proposals"</h1>
                <div class="row">
                    {show(move || {
                        (!nothing.get()).then(|| view! { <ReadIt story=id reading again=true/> })
                    })}
                </div>
            </header>
            <ErrorMessage error=studio.starting.error()/>
            <ErrorMessage error=decider.action.error()/>
            <UnsavedLink/>
            <Progress story=id reading/>
            {show(move || match nothing.get() {
                true => nothing_read(id, reading),
                false => {
                    view! {
                        <Filters story=id reading chapters wanted/>
                        <All decider wanted reading/>
                        {groups(decider, dialogs, found, wanted)}
                        <Nothing found wanted reading/>
                        <ShowMore found wanted limit/>
                    }
                        .into_any()
                }
            })}
            <EditDialog decider editing=dialogs.editing/>
            <MergeDialog decider world merging=dialogs.merging/>
        </Main>
    }
    .into_any()
}

/// How far a reading is, and how much was read.
#[component]
fn Progress(story: StoryId, reading: Memo<ReadingState>) -> AnyView {
    let studio = Studio::get();
    let doing = memo(move || {
        studio.with_state(|state| {
            let mut runs = state.runs.iter();
            let run = runs.find(|run| run.story == story && run.kind == RunKind::Read)?;
            Some(match run.status {
                Status::Running => {
                    format!("{}. Proposals appear as chapters are read.", run.describe())
                }
                _ => format!("{}.", run.describe()),
            })
        })
    });
    let read = move || {
        reading.with(|reading| {
            (reading.chapters > 0).then(|| {
                let chapters = formatting::pluralize(reading.chapters.into(), "chapter");
                format!("{} of {chapters} with text read.", reading.read)
            })
        })
    };
    view! {
        <p class="muted" role="status">
            {show(read)} " " {show(move || doing.get())}
        </p>
    }
    .into_any()
}

/// There is nothing to decide about, and how to get it.
fn nothing_read(story: StoryId, reading: Memo<ReadingState>) -> AnyView {
    let (chapters, read) = reading.with_untracked(|reading| (reading.chapters, reading.read));
    let text = match (chapters, read) {
        (0, _) => {
            "Your chapters can be read here: people, places, facts and summaries are proposed for your world and your \
             outline. Write or import a chapter first."
        }
        (chapters, read) if read >= chapters => {
            "Every chapter was read, and there was nothing to propose. Read again after you changed something."
        }
        _ => {
            "Nothing was read yet. “Read it” goes through your chapters and proposes people, places, relations, facts, \
             plot threads, summaries and beats, each with its sentence. Nothing is changed until you accept it."
        }
    };
    view! {
        <EmptyState text>
            <ReadIt story reading kind="primary" again=true/>
        </EmptyState>
    }
    .into_any()
}

/// Decides about all that are shown of a chapter.
#[component]
fn All(
    decider: DecisionAction,
    wanted: Memo<ProposalView>,
    reading: Memo<ReadingState>,
) -> AnyView {
    let open = memo(move || reading.with(ReadingState::open));
    show(move || {
        let view = wanted.get();
        if view.decision != DecisionFilter::Open {
            return None;
        }
        if open.get() == 0 {
            return Some(view! { <p class="muted">"Nothing is left to decide."</p> }.into_any());
        }
        let chapter = view.chapter?;
        // With a kind, the buttons of that kind do it.
        if view.kind.is_some() {
            return None;
        }
        let choice = ProposalChoice {
            chapter: Some(chapter),
            ..ProposalChoice::default()
        };
        let of = match chapter {
            ChapterRef::Number(number) => format!("of chapter {number}"),
            ChapterRef::Id(_) => "of this chapter".to_owned(),
        };
        Some(all_buttons(decider, choice, &of, &of))
    })
}

/// "Accept all" and "Drop all": of what, as far as it is `shown`, and for their names.
fn all_buttons(
    decider: DecisionAction,
    choice: ProposalChoice,
    shown: &str,
    what: &str,
) -> AnyView {
    let busy = decider.action.pending();
    let (accepted, dropped) = (choice.clone(), choice);
    view! {
        <div class="row of-all">
            <Button
                name=format!("Accept all {what}")
                disabled=busy
                on_press=move || decider.decide(Decision::Accept, accepted.clone(), None)
            >
                {format!("Accept all {shown}")}
            </Button>
            <Button
                kind="quiet"
                name=format!("Drop all {what}")
                disabled=busy
                on_press=move || decider.decide(Decision::Drop, dropped.clone(), None)
            >
                {format!("Drop all {shown}")}
            </Button>
        </div>
    }
    .into_any()
}

/// The kinds that are shown, each with its list. A kind stays while its list changes.
fn groups(
    decider: DecisionAction,
    dialogs: RowEdits,
    found: Memo<ProposalLists>,
    wanted: Memo<ProposalView>,
) -> AnyView {
    let kinds = move || {
        found.with(|found| {
            let groups = found.groups.iter();
            groups.map(|group| group.kind).collect::<Vec<_>>()
        })
    };
    let group = move |kind: ProposalKind| {
        let items = memo(move || {
            found.with(|found| {
                let group = found.groups.iter().find(|group| group.kind == kind);
                group.cloned().unwrap_or_else(|| ProposalList {
                    kind,
                    items: Vec::new(),
                    has_more: false,
                })
            })
        });
        group_view(decider, dialogs, kind, items, wanted)
    };
    rows(kinds, |kind| *kind, group)
}

fn group_view(
    decider: DecisionAction,
    dialogs: RowEdits,
    kind: ProposalKind,
    group: Memo<ProposalList>,
    wanted: Memo<ProposalView>,
) -> AnyView {
    let story = decider.story;
    let label = kind.heading();
    let all = move || {
        let view = wanted.get();
        (view.decision == DecisionFilter::Open).then(|| {
            let choice = ProposalChoice {
                kind: Some(kind),
                chapter: view.chapter,
                ..ProposalChoice::default()
            };
            all_buttons(decider, choice, "", &label.to_lowercase())
        })
    };
    let more = memo(move || group.with(|group| group.has_more) && wanted.get().kind.is_none());
    view! {
        <section aria-label=label>
            <header class="head">
                <h2>{label}</h2>
                {show(all)}
            </header>
            <ul class="cards">
                {rows(
                    move || group.with(|group| group.items.clone()),
                    |proposal| (proposal.id, proposal.version, proposal.places.len()),
                    move |proposal| row_view(decider, dialogs, proposal),
                )}
            </ul>
            {show(move || {
                more.get()
                    .then(|| {
                        let address = filter::address(story, &ProposalView {
                            kind: Some(kind),
                            ..wanted.get()
                        });
                        view! {
                            <p>
                                <a href=address>{format!("Show all {}", label.to_lowercase())}</a>
                            </p>
                        }
                    })
            })}
        </section>
    }
    .into_any()
}

/// Says that the choice shows nothing, where it is not that all is decided.
#[component]
fn Nothing(
    found: Memo<ProposalLists>,
    wanted: Memo<ProposalView>,
    reading: Memo<ReadingState>,
) -> AnyView {
    show(move || {
        let is_open = wanted.get().decision == DecisionFilter::Open;
        let all_decided = is_open && reading.with(|reading| reading.open() == 0);
        let is_empty = found.with(|found| found.groups.is_empty());
        (is_empty && !all_decided).then(|| {
            let text = match wanted.get().decision {
                DecisionFilter::Open => "Nothing is open here.",
                DecisionFilter::Accepted => "Nothing was accepted here.",
                DecisionFilter::Dropped => "Nothing was dropped here.",
            };
            view! { <p class="muted">{text}</p> }
        })
    })
}

/// Another page of one kind.
#[component]
fn ShowMore(
    found: Memo<ProposalLists>,
    wanted: Memo<ProposalView>,
    limit: RwSignal<u32>,
) -> AnyView {
    let more = memo(move || {
        let is_cut = found.with(|found| found.groups.iter().any(|group| group.has_more));
        is_cut && wanted.get().kind.is_some()
    });
    show(move || {
        more.get().then(|| {
            view! {
                <div class="row">
                    <Button on_press=move || limit.update(|limit| *limit += PAGE)>
                        "Show more"
                    </Button>
                </div>
            }
        })
    })
}
