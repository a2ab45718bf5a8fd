//! The rows of a world.

use crate::{
    readable::{Lossy, readable},
    rows::{from_json, id, number},
};
use domain::{Entity, EntityKind, Fact, Relation, Rule, World};
use sqlx::FromRow;
use store::Result;

/// A row of an entity.
#[derive(FromRow)]
pub struct EntityRow {
    id: String,
    kind: String,
    name: Lossy,
    role: Lossy,
    description: Lossy,
    pronouns: Lossy,
    goal: Lossy,
    traits: Lossy,
}

impl EntityRow {
    /// The entity.
    pub fn read(self) -> Result<Entity> {
        Ok(Entity {
            id: id(&self.id)?,
            kind: EntityKind::parse(&self.kind).unwrap_or(EntityKind::Idea),
            name: self.name.0,
            role: self.role.0,
            description: self.description.0,
            pronouns: self.pronouns.0,
            goal: self.goal.0,
            traits: from_json(&self.traits.0, "an entity's traits").unwrap_or_else(|_| {
                tracing::error!(entity = self.id, "the traits can't be read");
                Vec::new()
            }),
        })
    }
}

/// A row of a relation.
#[derive(FromRow)]
pub struct RelationRow {
    id: String,
    from_id: String,
    to_id: String,
    label: Lossy,
}

/// A row of a rule.
#[derive(FromRow)]
pub struct RuleRow {
    id: String,
    text: Lossy,
}

/// A row of a fact with the number of its chapter.
#[derive(FromRow)]
pub struct FactRow {
    id: String,
    text: Lossy,
    number: Option<i64>,
}

/// A world out of its rows. Those that can't be read are passed over.
pub fn world(
    entities: Vec<EntityRow>,
    relations: Vec<RelationRow>,
    rules: Vec<RuleRow>,
    facts: Vec<FactRow>,
) -> World {
    World {
        entities: readable(entities.into_iter().map(EntityRow::read)),
        relations: readable(relations.into_iter().map(|row| {
            Ok(Relation {
                id: id(&row.id)?,
                from: id(&row.from_id)?,
                to: id(&row.to_id)?,
                label: row.label.0,
            })
        })),
        rules: readable(rules.into_iter().map(|row| {
            Ok(Rule {
                id: id(&row.id)?,
                text: row.text.0,
            })
        })),
        facts: readable(facts.into_iter().map(|row| {
            Ok(Fact {
                id: id(&row.id)?,
                text: row.text.0,
                chapter: row.number.map(number),
            })
        })),
    }
}
