//! The world: people, places and things, their relations, rules and facts.

mod edit;
mod field;
mod fields;
mod relation;
mod rows;
mod tab;

use crate::{
    api::world::get_world,
    components::{
        Button, EmptyState, ErrorMessage, Icon, Main, PageTitle, TextLanguage, UnsavedLink, loaded,
        page::all_loaded, rows, show,
    },
    live::{Aspect, CurrentStory, LiveResource, Studio, memo, page_query},
    pages::entry_address::{named_entry, reveal_named_entry},
    scroll,
};
use domain::{EntityKind, NewRun, RunKind, Story, StoryId, World};
use edit::{EditTarget, WorldEdit, WorldEditDialog};
use leptos::prelude::*;
use rows::{WorldRow, matching, row_view};
use tab::WorldTab;

/// How many rows of a large world are shown at first, and added by "Show more".
const PAGE: usize = 100;

/// `/stories/:id/world`
pub fn world(id: StoryId) -> AnyView {
    let (studio, current_story) = (Studio::get(), CurrentStory::get());
    let changed = studio.changes(id, Aspect::World);
    let world = LiveResource::new(move || changed.track(), move || get_world(id));
    loaded(
        move || all_loaded([current_story.outcome(id), world.outcome()]),
        move || {
            let story = current_story.story(id);
            let world = world.value();
            view! { <WorldPage story world/> }.into_any()
        },
    )
}

#[component]
fn WorldPage(story: Memo<Story>, world: Memo<World>) -> AnyView {
    let studio = Studio::get();
    let id = story.with_untracked(|story| story.id);
    let empty = memo(move || world.with(World::is_empty));
    let busy = studio.starting.pending();
    let world_edit = WorldEdit(RwSignal::new(None));
    let make = move |kind: &'static str, label: &'static str| {
        view! {
            <Button kind disabled=busy on_press=move || studio.start(id, NewRun::of(RunKind::World))>
                {label}
            </Button>
        }
    };
    view! {
        <PageTitle text=move || story.with(|story| format!("World · {} · Fablewright", story.title))/>
        <Main>
            <header class="head">
                <h1 id="title">"World"</h1>
                {show(move || (!empty.get()).then(|| make("", "Generate more entries")))}
            </header>
            <ErrorMessage error=studio.starting.error()/>
            <UnsavedLink/>
            {show(move || match empty.get() {
                true => {
                    view! {
                        <EmptyState text="People, places and rules of this story. Generated text follows them. \
                                     Generate the world from your brief, or add entries by hand.">
                            {make("primary", "Generate world")}
                            <Button on_press=move || world_edit.0.set(Some(EditTarget::NewEntity(EntityKind::Person)))>
                                "Add by hand"
                            </Button>
                        </EmptyState>
                    }
                        .into_any()
                }
                false => view! { <Browse story=id world world_edit/> }.into_any(),
            })}
            <WorldEditDialog story=id world world_edit/>
        </Main>
    }
    .into_any()
}

#[component]
fn Browse(story: StoryId, world: Memo<World>, world_edit: WorldEdit) -> AnyView {
    let query = page_query();
    let entry = named_entry();
    // A link to an entry names no tab: the entry may be in any.
    let place = memo(move || {
        entry.with(|entry| world.with(|world| tab::place_of(world, entry.as_deref()?)))
    });
    let shown = memo(move || {
        if let Some((tab, _)) = place.get() {
            return tab;
        }
        let wanted = query.with(|query| query.get("show"));
        WorldTab::ALL
            .into_iter()
            .find(|shown| wanted.as_deref() == Some(shown.as_str()))
            .unwrap_or(WorldTab::ALL[0])
    });
    let (filter, limit) = (RwSignal::new(String::new()), RwSignal::new(PAGE));
    keep_limit(story, limit);
    Effect::new(move |_| {
        if let Some((_, at)) = place.get()
            && at >= limit.get_untracked()
        {
            limit.set(at + PAGE);
        }
    });
    reveal_named_entry();
    let found = memo(move || {
        let needle = filter.with(|filter| filter.trim().to_lowercase());
        world.with(|world| matching(world, shown.get(), &needle, limit.get()))
    });
    let total = memo(move || found.with(|(_, total)| *total));
    view! {
        <div class="browse">
            <WorldTabs story world shown/>
            <label class="search">
                <span class="unseen">"Find in this list"</span>
                <input
                    type="search"
                    dir="auto"
                    placeholder="Find…"
                    on:input=move |event| filter.set(event_target_value(&event))
                />
            </label>
        </div>
        <ul class="cards" lang=TextLanguage::get()>
            {rows(
                move || found.with(|(rows, _)| rows.clone()),
                WorldRow::clone,
                move |row| row_view(story, world_edit, row),
            )}
        </ul>
        <AddPart world world_edit shown/>
        {show(move || {
            (total.get() == 0).then(|| view! { <p class="muted">"Nothing found."</p> })
        })}
        <ShowMore limit total/>
    }
    .into_any()
}

/// Back and a reload show as much of the list as was shown before.
fn keep_limit(story: StoryId, limit: RwSignal<usize>) {
    let name = format!("world-shown-{story}");
    Effect::new(move |shown: Option<()>| {
        if shown.is_some() {
            scroll::store(&name, &limit.get().to_string());
            return;
        }
        limit.track();
        let before = scroll::load(&name).filter(|_| scroll::is_return());
        if let Some(before) = before.and_then(|text| text.parse().ok()) {
            limit.set(before);
            scroll::restore_rest();
        }
    });
}

/// A link for each kind of part, with how many there are.
#[component]
fn WorldTabs(story: StoryId, world: Memo<World>, shown: Memo<WorldTab>) -> AnyView {
    let tabs = WorldTab::ALL.map(|tab| {
        view! {
            <a
                class="chip"
                href=format!("/stories/{story}/world?show={}", tab.as_str())
                aria-current=memo(move || (shown.get() == tab).then_some("true"))
            >
                {tab.heading()}
                " "
                <i>{show(move || world.with(|world| tab.count(world)))}</i>
            </a>
        }
    });
    view! {
        <nav class="chips" aria-label="Show">
            {tabs.into_iter().collect_view()}
        </nav>
    }
    .into_any()
}

/// Adds a part of the kind that is shown.
#[component]
fn AddPart(world: Memo<World>, world_edit: WorldEdit, shown: Memo<WorldTab>) -> AnyView {
    show(move || {
        // A relation needs two ends.
        if shown.get() == WorldTab::Relations && world.with(|world| world.entities.len() < 2) {
            return None;
        }
        let (label, target) = added_in(shown.get());
        Some(view! {
            <div class="row">
                <Button icon=Icon::Plus on_press=move || world_edit.0.set(Some(target))>
                    {label}
                </Button>
            </div>
        })
    })
}

/// What is added in a tab, and the label of the button that does it.
fn added_in(tab: WorldTab) -> (&'static str, EditTarget) {
    match tab {
        WorldTab::Kind(kind) => {
            let label = match kind {
                EntityKind::Person => "Add person",
                EntityKind::Place => "Add place",
                EntityKind::Thing => "Add thing",
                EntityKind::Faction => "Add faction",
                EntityKind::Idea => "Add idea",
            };
            (label, EditTarget::NewEntity(kind))
        }
        WorldTab::Rules => ("Add rule", EditTarget::NewRule),
        WorldTab::Facts => ("Add fact", EditTarget::NewFact),
        WorldTab::Relations => ("Add relation", EditTarget::NewRelation),
    }
}

/// Shows another page of a long list, and how much of it is shown.
#[component]
fn ShowMore(limit: RwSignal<usize>, total: Memo<usize>) -> AnyView {
    show(move || {
        (total.get() > limit.get()).then(|| {
            view! {
                <div class="row">
                    <Button on_press=move || limit.update(|limit| *limit += PAGE)>
                        "Show more"
                    </Button>
                    <span class="muted">
                        {show(move || format!("{} of {}", limit.get(), total.get()))}
                    </span>
                </div>
            }
        })
    })
}
