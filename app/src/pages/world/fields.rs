//! The fields of a part of a world: how they look, what they say, and how they are read back.

use super::{field::PartFields, relation};
use crate::{
    components::{TextArea, TextField, select::Select},
    formatting,
    live::draft_storage::FieldValues,
};
use domain::{Entity, EntityKind, Fact, Rule, World, WorldPart};
use leptos::prelude::*;

/// The texts of a part's fields as it is now. If the page was left before the server answered, names are not known any
/// more, and the result is empty for a relation.
pub(super) fn texts(world: Memo<World>, part: &WorldPart) -> FieldValues {
    let own = |all: &[(&str, &str)]| -> FieldValues {
        all.iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    };
    match part {
        WorldPart::Entity(entity) => own(&[
            ("Name", &entity.name),
            ("Kind", entity.kind.as_str()),
            ("Role", &entity.role),
            ("Pronouns", &entity.pronouns),
            ("Description", &entity.description),
            ("Wants", &entity.goal),
            ("Traits", &entity.traits.join("\n")),
        ]),
        WorldPart::Rule(rule) => own(&[("Rule", &rule.text)]),
        WorldPart::Fact(fact) => own(&[("Fact", &fact.text)]),
        WorldPart::Relation(relation) => {
            let named = world.try_with_untracked(|world| {
                let name = |id| world.entity(id).map_or("", |one| one.name.as_str());
                own(&[
                    ("From", name(relation.from)),
                    ("Relation", &relation.label),
                    ("To", name(relation.to)),
                ])
            });
            named.unwrap_or_default()
        }
    }
}

/// What a part is called in a sentence.
pub(super) fn named(part: &WorldPart, world: Memo<World>) -> String {
    match part {
        WorldPart::Entity(entity) => entity.name.clone(),
        WorldPart::Rule(rule) => rule.text.clone(),
        WorldPart::Fact(fact) => fact.text.clone(),
        WorldPart::Relation(relation) => world.with_untracked(|world| {
            let name = |id| world.entity(id).map_or("", |entity| entity.name.as_str());
            format!(
                "{} {} {}",
                name(relation.from),
                relation.label,
                name(relation.to)
            )
        }),
    }
}

/// The fields of a part.
pub(super) fn fields(world: Memo<World>, part: WorldPart) -> PartFields {
    match part {
        WorldPart::Entity(entity) => entity_fields(&entity),
        WorldPart::Rule(rule) => rule_fields(&rule),
        WorldPart::Fact(fact) => fact_fields(world, fact),
        WorldPart::Relation(relation) => relation::fields(world, &relation),
    }
}

fn field(text: &str) -> RwSignal<String> {
    RwSignal::new(text.to_owned())
}

fn typed(field: RwSignal<String>) -> String {
    field.with_untracked(|text| text.trim().to_owned())
}

fn entity_fields(entity: &Entity) -> PartFields {
    let (name, role) = (field(&entity.name), field(&entity.role));
    let (description, goal) = (field(&entity.description), field(&entity.goal));
    let (pronouns, kind) = (field(&entity.pronouns), field(entity.kind.as_str()));
    let traits = field(&entity.traits.join("\n"));
    let kinds = EntityKind::ALL
        .map(|kind| (kind.as_str(), kind.as_str()))
        .to_vec();
    let view = view! {
        <TextField label="Name" value=name/>
        <Select label="Kind" value=kind options=kinds/>
        <TextField label="Role" hint="One line." value=role/>
        <TextField label="Pronouns" value=pronouns/>
        <TextArea label="Description" value=description/>
        <TextField label="Wants" value=goal/>
        <TextArea label="Traits" hint="One per line." value=traits rows=2/>
    };
    let (id, old_kind) = (entity.id, entity.kind);
    let read = move || {
        Ok(WorldPart::Entity(Entity {
            id,
            kind: EntityKind::parse(&typed(kind)).unwrap_or(old_kind),
            name: typed(name),
            role: typed(role),
            description: typed(description),
            pronouns: typed(pronouns),
            goal: typed(goal),
            traits: traits.with_untracked(|traits| formatting::lines(traits)),
        }))
    };
    PartFields {
        view: view.into_any(),
        labelled: vec![
            ("Name", name),
            ("Kind", kind),
            ("Role", role),
            ("Pronouns", pronouns),
            ("Description", description),
            ("Wants", goal),
            ("Traits", traits),
        ],
        read: Box::new(read),
    }
}

fn rule_fields(rule: &Rule) -> PartFields {
    let (id, text) = (rule.id, field(&rule.text));
    let view =
        view! { <TextArea label="Rule" hint="What is always true, in one sentence." value=text/> };
    let read = move || {
        Ok(WorldPart::Rule(Rule {
            id,
            text: typed(text),
        }))
    };
    PartFields {
        view: view.into_any(),
        labelled: vec![("Rule", text)],
        read: Box::new(read),
    }
}

fn fact_fields(world: Memo<World>, fact: Fact) -> PartFields {
    let text = field(&fact.text);
    let view = view! { <TextArea label="Fact" hint="What is true at this point, in one sentence." value=text/> };
    let read = move || {
        // Its chapter may have another number since the form was opened.
        let now = world.with_untracked(|world| {
            let this = world.facts.iter().find(|one| one.id == fact.id);
            this.map(|this| this.chapter)
        });
        Ok(WorldPart::Fact(Fact {
            text: typed(text),
            chapter: now.unwrap_or(fact.chapter),
            ..fact.clone()
        }))
    };
    PartFields {
        view: view.into_any(),
        labelled: vec![("Fact", text)],
        read: Box::new(read),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{EntityId, Relation, RelationId};
    use uuid::Uuid;

    #[test]
    fn an_answer_that_comes_after_its_page_was_left_names_nobody() {
        let page = Owner::new_root(None);
        let (from, to) = (EntityId(Uuid::from_u128(1)), EntityId(Uuid::from_u128(2)));
        let relation = WorldPart::Relation(Relation {
            id: RelationId(Uuid::from_u128(3)),
            from,
            to,
            label: "sister of".to_owned(),
        });
        let world = page.with(|| Memo::new(|_| World::default()));
        let here = texts(world, &relation);
        assert_eq!(here[1], ("Relation".to_owned(), "sister of".to_owned()));
        page.cleanup();
        assert!(texts(world, &relation).is_empty());
    }
}
