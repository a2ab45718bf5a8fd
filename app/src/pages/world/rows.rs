//! The rows of a world: what matches, and how each is shown.

use super::{
    edit::{EditTarget, WorldEdit},
    tab::WorldTab,
};
use crate::{
    components::{Button, RegenerateDialog, show},
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
pub(super) struct WorldRow {
    id: Uuid,
    content: RowContent,
}

#[derive(Clone, PartialEq, Eq, Hash)]
enum RowContent {
    Entity {
        name: String,
        head: String,
        texts: Vec<String>,
        traits: Vec<String>,
        relations: Vec<EntityRelation>,
    },
    Line {
        part: PartId,
        text: String,
        chapter: Option<u32>,
    },
    Relation {
        relation: RelationId,
        from: Option<EntityRef>,
        label: String,
        to: Option<EntityRef>,
    },
}

type EntityRef = (String, EntityKind);

#[derive(Clone, PartialEq, Eq, Hash)]
struct EntityRelation {
    label: String,
    other: EntityRef,
    /// The other one's name comes first: it is the other one that does it.
    is_incoming: bool,
}

/// The first `limit` rows that contain `needle`, and how many rows contain it.
pub(super) fn matching(
    world: &World,
    shown: WorldTab,
    needle: &str,
    limit: usize,
) -> (Vec<WorldRow>, usize) {
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
    let line = |id: Uuid, part: PartId, text: &str, chapter| WorldRow {
        id,
        content: RowContent::Line {
            part,
            text: text.to_owned(),
            chapter,
        },
    };
    match shown {
        WorldTab::Kind(kind) => first(
            world
                .of_kind(kind)
                .filter(|entity| holds(&[&entity.name, &entity.role, &entity.description])),
            limit,
            |entity| entity_row(world, entity),
        ),
        WorldTab::Relations => first(
            world.relations.iter().filter(|relation| {
                let name = |id| world.entity(id).map_or("", |entity| entity.name.as_str());
                needle.is_empty()
                    || holds(&[name(relation.from), &relation.label, name(relation.to)])
            }),
            limit,
            |relation| {
                let label = relation.label.clone();
                let content = RowContent::Relation {
                    relation: relation.id,
                    from: target(relation.from),
                    label,
                    to: target(relation.to),
                };
                WorldRow {
                    id: relation.id.0,
                    content,
                }
            },
        ),
        WorldTab::Rules => first(
            world.rules.iter().filter(|rule| holds(&[&rule.text])),
            limit,
            |rule| line(rule.id.0, PartId::Rule(rule.id), &rule.text, None),
        ),
        WorldTab::Facts => first(
            world.facts.iter().filter(|fact| holds(&[&fact.text])),
            limit,
            |fact| line(fact.id.0, PartId::Fact(fact.id), &fact.text, fact.chapter),
        ),
    }
}

/// Builds the first `limit` rows and counts all.
fn first<T>(
    items: impl Iterator<Item = T>,
    limit: usize,
    make: impl Fn(T) -> WorldRow,
) -> (Vec<WorldRow>, usize) {
    let (mut rows, mut total) = (Vec::new(), 0);
    for item in items {
        total += 1;
        if rows.len() < limit {
            rows.push(make(item));
        }
    }
    (rows, total)
}

fn entity_row(world: &World, entity: &Entity) -> WorldRow {
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
    // A large world has thousands of relations: look up only those of this entity.
    let relations = world
        .relations
        .iter()
        .filter_map(|relation| {
            let is_incoming = relation.to == entity.id;
            let other = match is_incoming {
                true => relation.from,
                false if relation.from == entity.id => relation.to,
                false => return None,
            };
            let other = world.entity(other)?;
            Some(EntityRelation {
                label: relation.label.clone(),
                other: (other.name.clone(), other.kind),
                is_incoming,
            })
        })
        .collect();
    let content = RowContent::Entity {
        name: entity.name.clone(),
        head: head.join(" · "),
        texts,
        traits: entity.traits.clone(),
        relations,
    };
    WorldRow {
        id: entity.id.0,
        content,
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

fn target_view(story: StoryId, (name, kind): EntityRef) -> AnyView {
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

pub(super) fn row_view(story: StoryId, world_edit: WorldEdit, row: WorldRow) -> AnyView {
    let WorldRow { id, content } = row;
    match content {
        RowContent::Entity {
            name,
            head,
            texts,
            traits,
            relations,
        } => view! {
            <li class="card" id=anchor(&name) data-entry=id.to_string()>
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
                <ul class="relations">
                    {relations
                        .into_iter()
                        .map(|relation| relation_of(story, &name, relation))
                        .collect_view()}
                </ul>
                <EntityActions story world_edit id=EntityId(id) name=name.clone()/>
            </li>
        }
        .into_any(),
        RowContent::Line {
            part,
            text,
            chapter,
        } => view! {
            <li class="line" dir="auto" data-entry=id.to_string()>
                {text.clone()}
                {chapter.map(|number| chapter_link(story, number))}
                " "
                {part_actions(story, world_edit, part, &text)}
            </li>
        }
        .into_any(),
        RowContent::Relation {
            relation,
            from,
            label,
            to,
        } => {
            let name =
                |end: &Option<EntityRef>| end.as_ref().map_or("", |(name, _)| name).to_owned();
            let says = format!("{} {label} {}", name(&from), name(&to));
            view! {
                <li class="line" dir="auto" data-entry=id.to_string()>
                    {from.map(|end| target_view(story, end))}
                    " "
                    <span class="muted">{label}</span>
                    " "
                    {to.map(|end| target_view(story, end))}
                    " "
                    {part_actions(story, world_edit, PartId::Relation(relation), &says)}
                </li>
            }
            .into_any()
        }
    }
}

/// A relation on the card of one of its ends, as a sentence: "sister of Tamsin", "Tamsin fears Odran".
fn relation_of(story: StoryId, name: &str, relation: EntityRelation) -> AnyView {
    let other = target_view(story, relation.other);
    match relation.is_incoming {
        true => view! { <li dir="auto">{other} " " {relation.label} " " {name.to_owned()}</li> }
            .into_any(),
        false => view! { <li dir="auto">{relation.label} " " {other}</li> }.into_any(),
    }
}

/// The chapter in which a fact begins to be true.
fn chapter_link(story: StoryId, number: u32) -> impl IntoView {
    view! {
        " "
        <a href=format!("/stories/{story}/write/{number}")>
            {format!("chapter {number}")}
        </a>
    }
}

/// What can be done with a part that is one line.
fn part_actions(story: StoryId, world_edit: WorldEdit, part: PartId, says: &str) -> AnyView {
    view! {
        <Button
            kind="quiet"
            name=format!("Edit: {says}")
            on_press=move || world_edit.0.set(Some(EditTarget::Part(part)))
        >
            "Edit"
        </Button>
        <HistoryButton story of=VersionTarget::Part(part) what=says.to_owned()/>
    }
    .into_any()
}

/// What can be done with somebody or something.
#[component]
fn EntityActions(story: StoryId, world_edit: WorldEdit, id: EntityId, name: String) -> AnyView {
    let studio = Studio::get();
    let again = RwSignal::new(false);
    let regenerate = move |feedback: Option<String>| {
        let new = NewRun {
            entity: Some(id),
            feedback,
            ..NewRun::of(RunKind::World)
        };
        studio.start(story, new);
    };
    let title = format!("Regenerate {name}");
    view! {
        <div class="row entity-actions">
            <Button
                kind="quiet"
                name=format!("Edit {name}")
                on_press=move || world_edit.0.set(Some(EditTarget::Part(PartId::Entity(id))))
            >
                "Edit"
            </Button>
            <a
                class="button quiet"
                href=format!("/stories/{story}/rename?entity={id}")
                aria-label=format!("Rename everywhere: {name}")
            >
                "Rename everywhere"
            </a>
            <Button kind="quiet" name=title.clone() on_press=move || again.set(true)>
                "Regenerate…"
            </Button>
            <HistoryButton story of=VersionTarget::Part(PartId::Entity(id)) what=name/>
        </div>
        // Built when it is opened: a large world would mean hundreds of dialogs.
        {show(move || {
            let title = title.clone();
            again
                .get()
                .then(|| {
                    view! {
                        <RegenerateDialog
                            open=again
                            name=format!("entity-again-{id}")
                            title
                            explanation="The name stays. The current description stays in the history."
                            on_go=regenerate
                        />
                    }
                })
        })}
    }
    .into_any()
}
