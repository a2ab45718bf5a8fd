//! A world changed by hand.

use super::{Engine, at_most};
use crate::{Error, Result};
use domain::{EntityId, FactId, PartId, RelationId, RuleId, StoryId, TrashId, WorldPart, text};
use store::ids;

const MAX_NAME: usize = 200;
const MAX_LINE: usize = 2_000;
const MAX_TEXT: usize = 20_000;
const MAX_TRAITS: usize = 50;

impl Engine {
    /// One part of a world and its version.
    pub async fn part(&self, story: StoryId, id: PartId) -> Result<(WorldPart, i64)> {
        self.store().part(story, id).await
    }

    /// Adds a part to a world, under an id of its own, or changes one that is there, based on `version`.
    pub async fn put_part(
        &self,
        story: StoryId,
        mut part: WorldPart,
        version: Option<i64>,
    ) -> Result<(WorldPart, i64)> {
        check(&mut part)?;
        if version.is_none() {
            give_id(&mut part);
        }
        self.store().put_part(story, part, version).await
    }

    /// Moves a part of a world to the trash, based on `version`; an entity with its relations.
    pub async fn delete_part(&self, story: StoryId, id: PartId, version: i64) -> Result<TrashId> {
        self.store().delete_part(story, id, version).await
    }
}

fn give_id(part: &mut WorldPart) {
    let id = ids::new_id();
    match part {
        WorldPart::Entity(entity) => entity.id = EntityId(id),
        WorldPart::Relation(tie) => tie.id = RelationId(id),
        WorldPart::Rule(rule) => rule.id = RuleId(id),
        WorldPart::Fact(fact) => fact.id = FactId(id),
    }
}

/// Brings what was typed into the form of fields and refuses what is empty or too long.
pub(super) fn check(part: &mut WorldPart) -> Result<()> {
    match part {
        WorldPart::Entity(entity) => {
            needed("A name", text::line, &mut entity.name, MAX_NAME)?;
            for (what, said, most) in [
                ("The role", &mut entity.role, MAX_LINE),
                ("The description", &mut entity.description, MAX_TEXT),
                ("The pronouns", &mut entity.pronouns, MAX_NAME),
                ("The goal", &mut entity.goal, MAX_LINE),
            ] {
                *said = text::field(said);
                at_most(what, said, most)?;
            }
            entity.traits = text::fields(&entity.traits);
            if entity.traits.len() > MAX_TRAITS {
                return Err(Error::Invalid(format!(
                    "An entry can have at most {MAX_TRAITS} traits."
                )));
            }
            let traits = &entity.traits;
            traits
                .iter()
                .try_for_each(|item| at_most("A trait", item, MAX_NAME))
        }
        WorldPart::Relation(tie) => {
            if tie.from == tie.to {
                return Err(Error::Invalid(
                    "A relation needs two different entries.".to_owned(),
                ));
            }
            needed("A relation’s label", text::line, &mut tie.label, MAX_NAME)
        }
        WorldPart::Rule(rule) => needed("A rule", text::field, &mut rule.text, MAX_LINE),
        WorldPart::Fact(fact) => needed("A fact", text::field, &mut fact.text, MAX_LINE),
    }
}

/// A name in the form of names; refuses an empty one.
pub(super) fn needed_name(name: &mut String) -> Result<()> {
    needed("A name", text::line, name, MAX_NAME)
}

/// The same, but it may be empty.
pub(super) fn line_of_name(name: &mut String) -> Result<()> {
    *name = text::line(name);
    at_most("A name", name, MAX_NAME)
}

fn needed(what: &str, form: fn(&str) -> String, text: &mut String, most: usize) -> Result<()> {
    *text = form(text);
    if text.is_empty() {
        return Err(Error::Invalid(format!(
            "{what} is missing. Enter it, then save again."
        )));
    }
    at_most(what, text, most)
}
