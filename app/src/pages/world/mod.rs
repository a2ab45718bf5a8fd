//! The world: who and what there is, and what always holds.

mod edit;
mod fields;
mod rows;
mod tie;

use crate::{
    api::world::get_world,
    components::{
        Button, Empty, Icon, Main, PageTitle, TextLanguage, Trouble, UnsavedLink, loaded,
        page::all, rows, show,
    },
    live::{Aspect, Here, Live, Studio, memo},
    scroll,
};
use domain::{EntityKind, NewRun, RunKind, Story, StoryId, World};
use edit::{Desk, DeskDialog, Editing};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use rows::{Row, matching, row_view};

/// How many of a very large world are shown at once.
const PAGE: usize = 100;

/// `/stories/:id/world`
pub fn world(id: StoryId) -> AnyView {
    let (studio, here) = (Studio::here(), Here::get());
    let changed = studio.changes(id, Aspect::World);
    let world = Live::new(move || changed.track(), move || get_world(id));
    loaded(
        move || all([here.outcome(id), world.outcome()]),
        move || {
            let story = here.story(id);
            let world = world.value();
            view! { <WorldPage story world/> }.into_any()
        },
    )
}

/// What of the world is shown: the `show` of the address.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Kind(EntityKind),
    Relations,
    Rules,
    Facts,
}

impl Shown {
    const ALL: [Self; 8] = [
        Self::Kind(EntityKind::Person),
        Self::Kind(EntityKind::Place),
        Self::Kind(EntityKind::Thing),
        Self::Kind(EntityKind::Faction),
        Self::Kind(EntityKind::Idea),
        Self::Relations,
        Self::Rules,
        Self::Facts,
    ];

    const fn heading(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.heading(),
            Self::Relations => "Relations",
            Self::Rules => "Rules",
            Self::Facts => "Facts",
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.as_str(),
            Self::Relations => "relations",
            Self::Rules => "rules",
            Self::Facts => "facts",
        }
    }

    fn count(self, world: &World) -> usize {
        match self {
            Self::Kind(kind) => world.of_kind(kind).count(),
            Self::Relations => world.relations.len(),
            Self::Rules => world.rules.len(),
            Self::Facts => world.facts.len(),
        }
    }
}

#[component]
fn WorldPage(story: Memo<Story>, world: Memo<World>) -> AnyView {
    let studio = Studio::here();
    let id = story.with_untracked(|story| story.id);
    let empty = memo(move || world.with(World::is_empty));
    let busy = studio.starting.pending();
    let desk = Desk(RwSignal::new(None));
    let make = move |kind: &'static str, label: &'static str| {
        view! {
            <Button kind off=busy on_press=move || studio.start(id, NewRun::of(RunKind::World))>
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
            <Trouble error=studio.starting.error()/>
            <UnsavedLink/>
            {show(move || match empty.get() {
                true => {
                    view! {
                        <Empty text="People, places and rules of this story. Generated text follows them. \
                                     Generate the world from your brief, or add entries by hand.">
                            {make("primary", "Generate world")}
                            <Button on_press=move || desk.0.set(Some(Editing::NewEntity(EntityKind::Person)))>
                                "Add by hand"
                            </Button>
                        </Empty>
                    }
                        .into_any()
                }
                false => view! { <Browse story=id world desk/> }.into_any(),
            })}
            <DeskDialog story=id world desk/>
        </Main>
    }
    .into_any()
}

#[component]
fn Browse(story: StoryId, world: Memo<World>, desk: Desk) -> AnyView {
    let query = use_query_map();
    let shown = memo(move || {
        let wanted = query.with(|query| query.get("show"));
        Shown::ALL
            .into_iter()
            .find(|shown| wanted.as_deref() == Some(shown.word()))
            .unwrap_or(Shown::ALL[0])
    });
    let (filter, limit) = (RwSignal::new(String::new()), RwSignal::new(PAGE));
    // Back and a reload show as much of the list as was shown before.
    let shown_name = format!("world-shown-{story}");
    Effect::new(move |shown: Option<()>| {
        if shown.is_some() {
            scroll::note(&shown_name, &limit.get().to_string());
            return;
        }
        limit.track();
        let before = scroll::recall(&shown_name).filter(|_| scroll::is_return());
        if let Some(before) = before.and_then(|text| text.parse().ok()) {
            limit.set(before);
            scroll::restore_rest();
        }
    });
    let tabs = Shown::ALL.map(|tab| {
        view! {
            <a
                class="chip"
                href=format!("/stories/{story}/world?show={}", tab.word())
                aria-current=memo(move || (shown.get() == tab).then_some("true"))
            >
                {tab.heading()}
                " "
                <i>{show(move || world.with(|world| tab.count(world)))}</i>
            </a>
        }
    });
    let found = memo(move || {
        let needle = filter.with(|filter| filter.trim().to_lowercase());
        world.with(|world| matching(world, shown.get(), &needle, limit.get()))
    });
    let total = memo(move || found.with(|(_, total)| *total));
    view! {
        <div class="browse">
            <nav class="chips" aria-label="Show">
                {tabs.into_iter().collect_view()}
            </nav>
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
        <ul class="cards" lang=TextLanguage::here()>
            {rows(
                move || found.with(|(rows, _)| rows.clone()),
                Row::clone,
                move |row| row_view(story, desk, row),
            )}
        </ul>
        {show(move || {
            let (label, editing) = match shown.get() {
                Shown::Kind(EntityKind::Person) => {
                    ("Add person", Editing::NewEntity(EntityKind::Person))
                }
                Shown::Kind(EntityKind::Place) => {
                    ("Add place", Editing::NewEntity(EntityKind::Place))
                }
                Shown::Kind(EntityKind::Thing) => {
                    ("Add thing", Editing::NewEntity(EntityKind::Thing))
                }
                Shown::Kind(EntityKind::Faction) => {
                    ("Add faction", Editing::NewEntity(EntityKind::Faction))
                }
                Shown::Kind(EntityKind::Idea) => {
                    ("Add idea", Editing::NewEntity(EntityKind::Idea))
                }
                Shown::Rules => ("Add rule", Editing::NewRule),
                Shown::Facts => ("Add fact", Editing::NewFact),
                // It needs two ends.
                Shown::Relations if world.with(|world| world.entities.len() < 2) => return None,
                Shown::Relations => ("Add relation", Editing::NewRelation),
            };
            Some(view! {
                <div class="row">
                    <Button icon=Icon::Plus on_press=move || desk.0.set(Some(editing))>
                        {label}
                    </Button>
                </div>
            })
        })}
        {show(move || {
            (total.get() == 0).then(|| view! { <p class="muted">"Nothing found."</p> })
        })}
        {show(move || {
            (total.get() > limit.get())
                .then(|| {
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
        })}
    }
    .into_any()
}
