//! The world: what a run may add, and what a person may put there.

use domain::{
    Entity, EntityId, Refusal, Relation, RelationId, Rule, RuleId, World, WorldPart, text,
};
use std::collections::HashMap;
use uuid::Uuid;

/// A relation that a run generated, between two names.
#[derive(Clone, Copy, Debug)]
pub struct NamedRelation<'n> {
    /// A name of an entity.
    pub from: &'n str,
    /// Another name.
    pub to: &'n str,
    /// "sister of".
    pub label: &'n str,
}

/// What of an imagined world is not there yet, in the order to add it. Entities are known by their names; what the
/// author has named stays as the author has it. A relation needs both of its ends, known or new. Entities come with
/// ids, `new_id` makes those of the others.
pub fn new_parts<'n>(
    known: &World,
    entities: impl IntoIterator<Item = Entity>,
    relations: impl IntoIterator<Item = NamedRelation<'n>>,
    rules: &[String],
    mut new_id: impl FnMut() -> Uuid,
) -> Vec<WorldPart> {
    let mut parts = Vec::new();
    let mut by_name: HashMap<String, EntityId> = known
        .entities
        .iter()
        .map(|entity| (entity.name.to_lowercase(), entity.id))
        .collect();
    for entity in entities {
        let name = text::line(&entity.name);
        if name.is_empty() || by_name.contains_key(&name.to_lowercase()) {
            continue;
        }
        let new = Entity {
            id: entity.id,
            kind: entity.kind,
            name,
            role: text::field(&entity.role),
            description: text::field(&entity.description),
            pronouns: text::field(&entity.pronouns),
            goal: text::field(&entity.goal),
            traits: text::fields(&entity.traits),
        };
        by_name.insert(new.name.to_lowercase(), new.id);
        parts.push(WorldPart::Entity(new));
    }
    let mut tied: Vec<_> = known
        .relations
        .iter()
        .map(|relation| (relation.from, relation.to, relation.label.clone()))
        .collect();
    for relation in relations {
        let find = |name: &str| by_name.get(&text::line(name).to_lowercase()).copied();
        let Some((from, to)) = find(relation.from).zip(find(relation.to)) else {
            continue;
        };
        let tie = (from, to, text::line(relation.label));
        if from == to || tied.contains(&tie) {
            continue;
        }
        parts.push(WorldPart::Relation(Relation {
            id: RelationId(new_id()),
            from,
            to,
            label: tie.2.clone(),
        }));
        tied.push(tie);
    }
    for rule in rules {
        let text = text::field(rule);
        if !text.is_empty() && known.rules.iter().all(|known| known.text != text) {
            let id = RuleId(new_id());
            parts.push(WorldPart::Rule(Rule { id, text }));
        }
    }
    parts
}

/// Lets a person put a part into a world: what only the rest of the world can tell.
///
/// # Errors
///
/// A refusal where an entity's name is taken, or a relation has not both ends.
pub fn check_part(world: &World, part: &WorldPart) -> Result<(), Refusal> {
    match part {
        WorldPart::Entity(entity) => {
            let others = world.entities.iter().filter(|other| other.id != entity.id);
            match is_name_taken(others, &entity.name) {
                true => Err(Refusal::NameTaken(entity.name.clone())),
                false => Ok(()),
            }
        }
        WorldPart::Relation(tie)
            if world.entity(tie.from).is_none() || world.entity(tie.to).is_none() =>
        {
            Err(Refusal::RelationWithoutEnds)
        }
        WorldPart::Relation(_) | WorldPart::Rule(_) | WorldPart::Fact(_) => Ok(()),
    }
}

/// Whether one of these entities has the name, in upper or lower case.
pub fn is_name_taken<'e>(entities: impl IntoIterator<Item = &'e Entity>, name: &str) -> bool {
    let name = name.to_lowercase();
    let mut names = entities
        .into_iter()
        .map(|entity| entity.name.to_lowercase());
    names.any(|other| other == name)
}

/// What a store knows of a fact that a person is about to change or delete.
#[derive(Clone, Copy, Debug)]
pub struct StoredFact<'f> {
    /// What it says.
    pub text: &'f str,
    /// Whether it comes from a chapter.
    pub is_of_chapter: bool,
    /// Whether a person put it there.
    pub is_persons: bool,
}

impl StoredFact<'_> {
    /// Whether it must not come back with the text it came from: a run found it to be true, and a person deletes it or
    /// makes it say something else.
    pub fn is_withdrawn(self, corrected: Option<&str>) -> bool {
        self.is_of_chapter && !self.is_persons && corrected != Some(self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::entity;

    fn known() -> World {
        World {
            entities: vec![entity(1, "Mara")],
            rules: vec![Rule {
                id: RuleId(Uuid::from_u128(2)),
                text: "No magic.".to_owned(),
            }],
            ..World::default()
        }
    }

    #[test]
    fn a_fact_that_a_run_found_is_withdrawn_by_a_correction() {
        let found = StoredFact {
            text: "Mara rows.",
            is_of_chapter: true,
            is_persons: false,
        };
        assert!(found.is_withdrawn(None) && found.is_withdrawn(Some("Mara swims.")));
        assert!(!found.is_withdrawn(Some("Mara rows.")));
        let own = StoredFact {
            is_persons: true,
            ..found
        };
        let of_story = StoredFact {
            is_of_chapter: false,
            ..found
        };
        assert!(!own.is_withdrawn(None) && !of_story.is_withdrawn(None));
    }

    #[test]
    fn only_what_is_not_there_by_name_is_added() {
        let tie = |from, to| NamedRelation {
            from,
            to,
            label: "sister of",
        };
        let parts = new_parts(
            &known(),
            [
                entity(3, "MARA"),
                entity(4, " Iven "),
                entity(5, "iven"),
                entity(6, " "),
            ],
            [
                tie("iven", "mara"),
                tie("Iven", "Mara"),
                tie("Mara", "Mara"),
                tie("Mara", "Nobody"),
            ],
            &[
                "No magic.".to_owned(),
                "It rains.".to_owned(),
                String::new(),
            ],
            || Uuid::from_u128(100),
        );
        let [
            WorldPart::Entity(iven),
            WorldPart::Relation(tie),
            WorldPart::Rule(rule),
        ] = &parts[..]
        else {
            panic!("{parts:?}");
        };
        assert_eq!(iven.name, "Iven");
        assert_eq!((tie.from, tie.to), (iven.id, EntityId(Uuid::from_u128(1))));
        assert_eq!(rule.text, "It rains.");
    }

    #[test]
    fn a_name_is_one_entitys_and_a_relation_has_two_ends() {
        let world = known();
        let twin = WorldPart::Entity(entity(9, "mara"));
        assert_eq!(
            check_part(&world, &twin),
            Err(Refusal::NameTaken("mara".to_owned()))
        );
        let renamed = WorldPart::Entity(entity(1, "MARA"));
        assert_eq!(check_part(&world, &renamed), Ok(()));
        let loose = WorldPart::Relation(Relation {
            id: RelationId(Uuid::nil()),
            from: world.entities[0].id,
            to: EntityId(Uuid::nil()),
            label: String::new(),
        });
        assert_eq!(
            check_part(&world, &loose),
            Err(Refusal::RelationWithoutEnds)
        );
    }
}
