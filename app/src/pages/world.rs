//! The world: who and what there is, and what always holds.

use crate::{
    api::world::get_world,
    components::{Button, Empty, Main, PageTitle, Trouble, loaded, page::all, rows, show},
    live::{Aspect, Here, Live, Studio, memo},
};
use domain::{Entity, EntityId, EntityKind, NewRun, RunKind, Story, StoryId, World};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use uuid::Uuid;

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
            view! { <WorldPage story world=world.value()/> }.into_any()
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
            Self::Kind(kind) => kind.word(),
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
                {show(move || (!empty.get()).then(|| make("", "Add to the world")))}
            </header>
            <Trouble error=studio.starting.error()/>
            {show(move || match empty.get() {
                true => {
                    view! {
                        <Empty text="Who lives in this story, where it happens, what always holds: \
                                     everything the text must obey. Let it be made from your brief.">
                            {make("primary", "Make the world")}
                        </Empty>
                    }
                        .into_any()
                }
                false => view! { <Browse story=id world/> }.into_any(),
            })}
        </Main>
    }
    .into_any()
}

#[component]
fn Browse(story: StoryId, world: Memo<World>) -> AnyView {
    let query = use_query_map();
    let shown = memo(move || {
        let wanted = query.with(|query| query.get("show"));
        Shown::ALL
            .into_iter()
            .find(|shown| wanted.as_deref() == Some(shown.word()))
            .unwrap_or(Shown::ALL[0])
    });
    let (filter, limit) = (RwSignal::new(String::new()), RwSignal::new(PAGE));
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
            <nav class="chips" aria-label="What to show">
                {tabs.into_iter().collect_view()}
            </nav>
            <label class="search">
                <span class="unseen">"Find in this list"</span>
                <input
                    type="search"
                    placeholder="Find…"
                    on:input=move |event| filter.set(event_target_value(&event))
                />
            </label>
        </div>
        <ul class="cards">
            {rows(
                move || found.with(|(rows, _)| rows.clone()),
                Row::clone,
                move |row| row_view(story, row.what),
            )}
        </ul>
        {show(move || {
            (total.get() == 0).then(|| view! { <p class="muted">"Nothing here."</p> })
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

/// One row of the list, with everything it shows: a list keyed by rows knows what changed.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Row {
    id: Uuid,
    what: What,
}

#[derive(Clone, PartialEq, Eq, Hash)]
enum What {
    Entity {
        name: String,
        head: String,
        texts: Vec<String>,
        traits: Vec<String>,
        ties: Vec<Tie>,
    },
    Line {
        text: String,
        chapter: Option<u32>,
    },
    Relation {
        from: Option<Target>,
        label: String,
        to: Option<Target>,
    },
}

type Target = (String, EntityKind);

#[derive(Clone, PartialEq, Eq, Hash)]
struct Tie {
    before: String,
    to: Target,
}

/// The rows that hold `needle`, the first `limit` of them made out, and how many there are.
fn matching(world: &World, shown: Shown, needle: &str, limit: usize) -> (Vec<Row>, usize) {
    let holds = |texts: &[&str]| {
        needle.is_empty()
            || texts
                .iter()
                .any(|text| text.to_lowercase().contains(needle))
    };
    let target = |id: EntityId| {
        world
            .entity(id)
            .map(|entity| (entity.name.clone(), entity.kind))
    };
    let line = |id: Uuid, text: &str, chapter| Row {
        id,
        what: What::Line {
            text: text.to_owned(),
            chapter,
        },
    };
    match shown {
        Shown::Kind(kind) => first(
            world
                .of_kind(kind)
                .filter(|entity| holds(&[&entity.name, &entity.role, &entity.description])),
            limit,
            |entity| entity_row(world, entity),
        ),
        Shown::Relations => first(
            world.relations.iter().filter(|tie| {
                let name = |id| world.entity(id).map_or("", |entity| entity.name.as_str());
                needle.is_empty() || holds(&[name(tie.from), &tie.label, name(tie.to)])
            }),
            limit,
            |tie| {
                let label = tie.label.clone();
                let what = What::Relation {
                    from: target(tie.from),
                    label,
                    to: target(tie.to),
                };
                Row { id: tie.id.0, what }
            },
        ),
        Shown::Rules => first(
            world.rules.iter().filter(|rule| holds(&[&rule.text])),
            limit,
            |rule| line(rule.id.0, &rule.text, None),
        ),
        Shown::Facts => first(
            world.facts.iter().filter(|fact| holds(&[&fact.text])),
            limit,
            |fact| line(fact.id.0, &fact.text, fact.chapter),
        ),
    }
}

/// Makes out the first `limit` and counts all.
fn first<T>(
    items: impl Iterator<Item = T>,
    limit: usize,
    make: impl Fn(T) -> Row,
) -> (Vec<Row>, usize) {
    let (mut rows, mut total) = (Vec::new(), 0);
    for item in items {
        total += 1;
        if rows.len() < limit {
            rows.push(make(item));
        }
    }
    (rows, total)
}

fn entity_row(world: &World, entity: &Entity) -> Row {
    let head = [&entity.role, &entity.pronouns];
    let head: Vec<&str> = head
        .into_iter()
        .map(String::as_str)
        .filter(|t| !t.is_empty())
        .collect();
    let mut texts = vec![entity.description.clone()];
    if !entity.goal.is_empty() {
        texts.push(format!("Wants: {}", entity.goal));
    }
    texts.retain(|text| !text.is_empty());
    // A world of thousands has thousands of ties; only those of the entity at hand are looked up.
    let ties = world
        .relations
        .iter()
        .filter_map(|tie| {
            let (before, other) = if tie.from == entity.id {
                (tie.label.clone(), tie.to)
            } else if tie.to == entity.id {
                (format!("← {}", tie.label), tie.from)
            } else {
                return None;
            };
            let other = world.entity(other)?;
            Some(Tie {
                before,
                to: (other.name.clone(), other.kind),
            })
        })
        .collect();
    let what = What::Entity {
        name: entity.name.clone(),
        head: head.join(" · "),
        texts,
        traits: entity.traits.clone(),
        ties,
    };
    Row {
        id: entity.id.0,
        what,
    }
}

fn anchor(name: &str) -> String {
    name.chars()
        .map(|c| {
            if c.is_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                '-'
            }
        })
        .collect()
}

fn target_view(story: StoryId, (name, kind): Target) -> AnyView {
    let to = format!(
        "/stories/{story}/world?show={}#{}",
        kind.word(),
        anchor(&name)
    );
    view! { <a href=to>{name}</a> }.into_any()
}

fn row_view(story: StoryId, what: What) -> AnyView {
    match what {
        What::Entity {
            name,
            head,
            texts,
            traits,
            ties,
        } => view! {
            <li class="card" id=anchor(&name)>
                <h2>{name.clone()}</h2>
                <p class="muted">{head}</p>
                {texts.into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
                <p class="traits">
                    {traits.into_iter().map(|text| view! { <span>{text}</span> }).collect_view()}
                </p>
                <ul class="ties">
                    {ties
                        .into_iter()
                        .map(|tie| {
                            view! { <li>{tie.before} " " {target_view(story, tie.to)}</li> }
                        })
                        .collect_view()}
                </ul>
            </li>
        }
        .into_any(),
        What::Line { text, chapter } => view! {
            <li class="line">
                {text}
                {chapter
                    .map(|number| {
                        view! {
                            " "
                            <a href=format!("/stories/{story}/write/{number}")>
                                {format!("chapter {number}")}
                            </a>
                        }
                    })}
            </li>
        }
        .into_any(),
        What::Relation { from, label, to } => view! {
            <li class="line">
                {from.map(|end| target_view(story, end))}
                " "
                <span class="muted">{label}</span>
                " "
                {to.map(|end| target_view(story, end))}
            </li>
        }
        .into_any(),
    }
}
