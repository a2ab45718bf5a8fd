//! Changing a world by hand: one small dialog for whatever is added or changed.

use super::tie;
use crate::{
    api::{
        StudioError,
        world::{delete_part, get_part, put_part},
    },
    components::{Area, Button, Dialog, Field, Trouble, pick::Pick, show},
    live::{Aspect, Deed, Studio},
    words,
};
use domain::{
    Entity, EntityId, EntityKind, Fact, FactId, PartId, Relation, RelationId, Rule, RuleId,
    StoryId, World, WorldPart,
};
use leptos::prelude::*;
use uuid::Uuid;

/// What is being added or changed; one at a time.
#[derive(Clone, Copy)]
pub(super) struct Desk(pub(super) RwSignal<Option<Editing>>);

/// What is on the desk.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Editing {
    NewEntity(EntityKind),
    NewRelation,
    NewRule,
    NewFact,
    Part(PartId),
}

impl Editing {
    fn title(self, world: &World) -> String {
        let title = match self {
            Self::Part(PartId::Entity(id)) => {
                let name = world.entity(id).map_or("entry", |entity| &entity.name);
                return format!("Edit {name}");
            }
            Self::NewEntity(_) => "Add entry",
            Self::NewRelation => "Add relation",
            Self::NewRule => "Add rule",
            Self::NewFact => "Add fact",
            Self::Part(PartId::Relation(_)) => "Edit relation",
            Self::Part(PartId::Rule(_)) => "Edit rule",
            Self::Part(_) => "Edit fact",
        };
        title.to_owned()
    }

    /// What a new one is at first; the studio gives it its id.
    fn blank(self) -> Option<WorldPart> {
        let text = String::new;
        match self {
            Self::NewEntity(kind) => Some(WorldPart::Entity(Entity {
                id: EntityId(Uuid::nil()),
                kind,
                name: text(),
                role: text(),
                description: text(),
                pronouns: text(),
                goal: text(),
                traits: Vec::new(),
            })),
            Self::NewRelation => Some(WorldPart::Relation(Relation {
                id: RelationId(Uuid::nil()),
                from: EntityId(Uuid::nil()),
                to: EntityId(Uuid::nil()),
                label: text(),
            })),
            Self::NewRule => Some(WorldPart::Rule(Rule {
                id: RuleId(Uuid::nil()),
                text: text(),
            })),
            Self::NewFact => Some(WorldPart::Fact(Fact {
                id: FactId(Uuid::nil()),
                text: text(),
                chapter: None,
            })),
            Self::Part(_) => None,
        }
    }
}

/// The dialog for what is on the desk, if anything is.
#[component]
pub(super) fn DeskDialog(story: StoryId, world: Memo<World>, desk: Desk) -> AnyView {
    show(move || {
        desk.0
            .get()
            .map(|editing| dialog(story, world, desk, editing))
    })
}

fn dialog(story: StoryId, world: Memo<World>, desk: Desk, editing: Editing) -> AnyView {
    let open = RwSignal::new(true);
    Effect::new(move |_| {
        if !open.get() {
            desk.0.set(None);
        }
    });
    let part = RwSignal::new(editing.blank().map(|part| (part, None)));
    let loading = Deed::new();
    if let Editing::Part(id) = editing {
        loading.run(async move {
            let (found, version) = get_part(story, id).await?;
            part.set(Some((found, Some(version))));
            Ok(())
        });
    }
    let pending = loading.pending();
    view! {
        <Dialog open title=world.with_untracked(|world| editing.title(world))>
            {show(move || {
                pending.get().then(|| view! { <p class="muted" role="status">"Loading…"</p> })
            })}
            <Trouble error=loading.error()/>
            {show(move || part.get().map(|(part, version)| form(story, world, open, part, version)))}
        </Dialog>
    }
    .into_any()
}

/// Reads the fields of a part back; or says what can't be saved as it is.
pub(super) type Read = Box<dyn Fn() -> Result<WorldPart, StudioError> + Send + Sync>;

fn form(
    story: StoryId,
    world: Memo<World>,
    open: RwSignal<bool>,
    part: WorldPart,
    version: Option<i64>,
) -> AnyView {
    let studio = Studio::here();
    let (saving, deleting) = (Deed::new(), Deed::new());
    let sure = RwSignal::new(false);
    let id = part.id();
    let (fields, read) = fields(world, part);
    let done = move || {
        studio.touch(story, Aspect::World);
        open.set(false);
    };
    let save = move || {
        let part = read();
        saving.run(async move {
            put_part(story, part?, version).await?;
            done();
            Ok(())
        });
    };
    let delete = move || {
        if let Some(version) = version {
            deleting.run(async move {
                delete_part(story, id, version).await?;
                done();
                Ok(())
            });
        }
    };
    let lost = match id {
        PartId::Entity(_) => "This entry and its relations will be deleted. This can’t be undone.",
        _ => "This can’t be undone.",
    };
    view! {
        <form class="stack" on:submit=|event| event.prevent_default()>
            {fields}
            <Trouble error=saving.error()/>
            <Trouble error=deleting.error()/>
            <div class="row">
                <Button kind="primary" off=saving.pending() on_press=save>
                    "Save"
                </Button>
                <Button kind="quiet" on_press=move || open.set(false)>
                    "Cancel"
                </Button>
                {show(move || {
                    (version.is_some() && !sure.get())
                        .then(|| {
                            view! {
                                <Button kind="quiet" on_press=move || sure.set(true)>
                                    "Delete…"
                                </Button>
                            }
                        })
                })}
            </div>
            {show(move || {
                sure.get()
                    .then(|| {
                        view! {
                            <div class="row">
                                <span role="alert">{lost}</span>
                                <Button kind="danger" off=deleting.pending() on_press=delete>
                                    "Delete"
                                </Button>
                            </div>
                        }
                    })
            })}
        </form>
    }
    .into_any()
}

fn fields(world: Memo<World>, part: WorldPart) -> (AnyView, Read) {
    let field = |text: &str| RwSignal::new(text.to_owned());
    let typed = |field: RwSignal<String>| field.with_untracked(|text| text.trim().to_owned());
    match part {
        WorldPart::Entity(entity) => {
            let (name, role) = (field(&entity.name), field(&entity.role));
            let (description, goal) = (field(&entity.description), field(&entity.goal));
            let (pronouns, kind) = (field(&entity.pronouns), field(entity.kind.word()));
            let traits = field(&entity.traits.join("\n"));
            let kinds = EntityKind::ALL
                .map(|kind| (kind.word(), kind.word()))
                .to_vec();
            let view = view! {
                <Field label="Name" value=name/>
                <Pick label="Kind" value=kind options=kinds/>
                <Field label="Role" hint="One line." value=role/>
                <Field label="Pronouns" value=pronouns/>
                <Area label="Description" value=description/>
                <Field label="Wants" value=goal/>
                <Area label="Traits" hint="One per line." value=traits rows=2/>
            };
            let read = move || {
                Ok(WorldPart::Entity(Entity {
                    id: entity.id,
                    kind: EntityKind::from_word(&typed(kind)).unwrap_or(entity.kind),
                    name: typed(name),
                    role: typed(role),
                    description: typed(description),
                    pronouns: typed(pronouns),
                    goal: typed(goal),
                    traits: traits.with_untracked(|traits| words::lines(traits)),
                }))
            };
            (view.into_any(), Box::new(read))
        }
        WorldPart::Rule(rule) => {
            let text = field(&rule.text);
            let view = view! { <Area label="Rule" hint="What is always true, in one sentence." value=text/> };
            let read = move || {
                Ok(WorldPart::Rule(Rule {
                    id: rule.id,
                    text: typed(text),
                }))
            };
            (view.into_any(), Box::new(read))
        }
        WorldPart::Fact(fact) => {
            let text = field(&fact.text);
            let view = view! { <Area label="Fact" hint="What is true at this point, in one sentence." value=text/> };
            let read = move || {
                Ok(WorldPart::Fact(Fact {
                    text: typed(text),
                    ..fact.clone()
                }))
            };
            (view.into_any(), Box::new(read))
        }
        WorldPart::Relation(tie) => tie::fields(world, &tie),
    }
}
