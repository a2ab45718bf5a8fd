//! The rows of a world: what matches, and how each is shown.

use super::{
    Shown,
    edit::{Desk, Editing},
};
use crate::{
    components::{Again, Button, show},
    live::Studio,
    pages::history::HistoryButton,
};
use domain::{
    Entity, EntityId, EntityKind, NewRun, PartId, RelationId, RunKind, StoryId, VersionTarget,
    World,
};
use leptos::prelude::*;
use uuid::Uuid;

/// One row of the list, with everything it shows: a list keyed by rows knows what changed.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct Row {
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
        part: PartId,
        text: String,
        chapter: Option<u32>,
    },
    Relation {
        tie: RelationId,
        from: Option<Target>,
        label: String,
        to: Option<Target>,
    },
}

type Target = (String, EntityKind);

#[derive(Clone, PartialEq, Eq, Hash)]
struct Tie {
    label: String,
    other: Target,
    /// The other one's name comes first: it is the other one that does it.
    comes_in: bool,
}

/// The rows that hold `needle`, the first `limit` of them made out, and how many there are.
pub(super) fn matching(
    world: &World,
    shown: Shown,
    needle: &str,
    limit: usize,
) -> (Vec<Row>, usize) {
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
    let line = |id: Uuid, part: PartId, text: &str, chapter| Row {
        id,
        what: What::Line {
            part,
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
                    tie: tie.id,
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
            |rule| line(rule.id.0, PartId::Rule(rule.id), &rule.text, None),
        ),
        Shown::Facts => first(
            world.facts.iter().filter(|fact| holds(&[&fact.text])),
            limit,
            |fact| line(fact.id.0, PartId::Fact(fact.id), &fact.text, fact.chapter),
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
            let comes_in = tie.to == entity.id;
            let other = match comes_in {
                true => tie.from,
                false if tie.from == entity.id => tie.to,
                false => return None,
            };
            let other = world.entity(other)?;
            Some(Tie {
                label: tie.label.clone(),
                other: (other.name.clone(), other.kind),
                comes_in,
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
        kind.as_str(),
        anchor(&name)
    );
    view! {
        <a href=to dir="auto">
            {name}
        </a>
    }
    .into_any()
}

pub(super) fn row_view(story: StoryId, desk: Desk, row: Row) -> AnyView {
    let Row { id, what } = row;
    match what {
        What::Entity {
            name,
            head,
            texts,
            traits,
            ties,
        } => view! {
            <li class="card" id=anchor(&name)>
                <h2 dir="auto">{name.clone()}</h2>
                <p class="muted" dir="auto">
                    {head}
                </p>
                {texts
                    .into_iter()
                    .map(|text| view! { <p dir="auto">{text}</p> })
                    .collect_view()}
                <p class="traits">
                    {traits
                        .into_iter()
                        .map(|text| view! { <span dir="auto">{text}</span> })
                        .collect_view()}
                </p>
                <ul class="ties">
                    {ties
                        .into_iter()
                        .map(|tie| {
                            let other = target_view(story, tie.other);
                            match tie.comes_in {
                                true => view! {
                                    <li dir="auto">{other} " " {tie.label} " " {name.clone()}</li>
                                }
                                .into_any(),
                                false => view! { <li dir="auto">{tie.label} " " {other}</li> }.into_any(),
                            }
                        })
                        .collect_view()}
                </ul>
                <EntityDeeds story desk id=EntityId(id) name=name.clone()/>
            </li>
        }
        .into_any(),
        What::Line {
            part,
            text,
            chapter,
        } => view! {
            <li class="line" dir="auto">
                {text.clone()}
                {chapter
                    .map(|number| {
                        view! {
                            " "
                            <a href=format!("/stories/{story}/write/{number}")>
                                {format!("chapter {number}")}
                            </a>
                        }
                    })}
                " "
                {part_deeds(story, desk, part, &text)}
            </li>
        }
        .into_any(),
        What::Relation {
            tie,
            from,
            label,
            to,
        } => {
            let name = |end: &Option<Target>| end.as_ref().map_or("", |(name, _)| name).to_owned();
            let says = format!("{} {label} {}", name(&from), name(&to));
            view! {
                <li class="line" dir="auto">
                    {from.map(|end| target_view(story, end))}
                    " "
                    <span class="muted">{label}</span>
                    " "
                    {to.map(|end| target_view(story, end))}
                    " "
                    {part_deeds(story, desk, PartId::Relation(tie), &says)}
                </li>
            }
            .into_any()
        }
    }
}

/// What can be done with a part that is one line.
fn part_deeds(story: StoryId, desk: Desk, part: PartId, says: &str) -> AnyView {
    view! {
        <Button
            kind="quiet"
            name=format!("Edit: {says}")
            on_press=move || desk.0.set(Some(Editing::Part(part)))
        >
            "Edit"
        </Button>
        <HistoryButton story of=VersionTarget::Part(part) what=says.to_owned()/>
    }
    .into_any()
}

/// What can be done with somebody or something.
#[component]
fn EntityDeeds(story: StoryId, desk: Desk, id: EntityId, name: String) -> AnyView {
    let studio = Studio::here();
    let again = RwSignal::new(false);
    let imagine = move |feedback: Option<String>| {
        let new = NewRun {
            entity: Some(id),
            feedback,
            ..NewRun::of(RunKind::World)
        };
        studio.start(story, new);
    };
    let title = format!("Regenerate {name}");
    view! {
        <div class="row deeds">
            <Button
                kind="quiet"
                name=format!("Edit {name}")
                on_press=move || desk.0.set(Some(Editing::Part(PartId::Entity(id))))
            >
                "Edit"
            </Button>
            <Button kind="quiet" name=title.clone() on_press=move || again.set(true)>
                "Regenerate…"
            </Button>
            <HistoryButton story of=VersionTarget::Part(PartId::Entity(id)) what=name/>
        </div>
        // Made when it is asked for: a large world would mean hundreds of dialogs.
        {show(move || {
            let title = title.clone();
            again
                .get()
                .then(|| {
                    view! {
                        <Again
                            open=again
                            name=format!("entity-again-{id}")
                            title
                            kept="The name stays. The current description stays in the history."
                            on_go=imagine
                        />
                    }
                })
        })}
    }
    .into_any()
}
