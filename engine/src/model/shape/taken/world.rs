//! Worlds and single entities.

use super::super::fields::{Dropped, get, items, text, text_in, texts_in, words_in};
use super::{Names, Taken};
use crate::model::assignment::{Assignment, EntityAnew, EntitySketch, RelationSketch, WorldSketch};
use domain::EntityKind;
use serde_json::Value;

const ENTITIES: Names = &["entities", "entity", "elements"];
const RELATIONS: Names = &["relations", "relationships", "ties", "connections"];
const RULES: Names = &["rules", "world_rules", "laws"];
const NAME: Names = &["name", "title", "full_name"];
const ROLE: Names = &["role", "occupation", "function", "tagline"];
const DESCRIPTION: Names = &["description", "desc", "details", "summary", "about"];
const GOAL: Names = &["goal", "goals", "motivation", "wants", "want", "desire"];
const TRAITS: Names = &["traits", "features", "characteristics", "personality"];

/// Lists that name the kind of what is in them.
const OF_KINDS: [(Names, EntityKind); 5] = [
    (
        &["characters", "people", "persons", "cast"],
        EntityKind::Person,
    ),
    (&["places", "locations", "settings"], EntityKind::Place),
    (&["things", "objects", "artifacts"], EntityKind::Thing),
    (
        &["factions", "groups", "organizations"],
        EntityKind::Faction,
    ),
    (&["ideas", "concepts", "beliefs"], EntityKind::Idea),
];

/// What models call the kinds.
const KINDS: [(EntityKind, Names); 5] = [
    (
        EntityKind::Person,
        &[
            "person",
            "character",
            "people",
            "human",
            "protagonist",
            "antagonist",
            "cast",
            "figure",
            "animal",
            "creature",
            "being",
            "npc",
            "individual",
            "people/character",
        ],
    ),
    (
        EntityKind::Place,
        &[
            "place", "location", "setting", "building", "city", "region", "area", "site",
            "landmark", "room", "country",
        ],
    ),
    (
        EntityKind::Thing,
        &[
            "thing", "object", "item", "artifact", "artefact", "device", "vehicle", "weapon",
            "document", "book", "ship", "tool",
        ],
    ),
    (
        EntityKind::Faction,
        &[
            "faction",
            "group",
            "organization",
            "organisation",
            "institution",
            "family",
            "company",
            "guild",
            "government",
            "order",
            "community",
        ],
    ),
    (
        EntityKind::Idea,
        &[
            "idea",
            "concept",
            "belief",
            "custom",
            "law",
            "theme",
            "tradition",
            "event",
            "phenomenon",
            "religion",
            "magic",
            "rule",
        ],
    ),
];

fn kind_of(word: &str) -> Option<EntityKind> {
    let word = word.trim().to_lowercase();
    let word = word.trim_end_matches('s');
    KINDS
        .iter()
        .find(|(_, names)| names.iter().any(|name| name.trim_end_matches('s') == word))
        .map(|(kind, _)| *kind)
}

impl Taken for WorldSketch {
    const FIELDS: &'static [Names] = &[
        ENTITIES,
        RELATIONS,
        RULES,
        OF_KINDS[0].0,
        OF_KINDS[1].0,
        OF_KINDS[2].0,
        OF_KINDS[3].0,
        OF_KINDS[4].0,
    ];
    const IS_LIST: bool = true;

    fn take(value: &Value, _: &Assignment, dropped: &mut Dropped) -> Self {
        let mut world = Self::default();
        let mut add = |list: &Value, kind: Option<EntityKind>| {
            for (key, one) in items(list, &["name", "kind"]) {
                match entity(key, one, kind) {
                    Ok(entity) => world.entities.push(entity),
                    Err(named) => dropped.add(named),
                }
            }
        };
        match get(value, ENTITIES) {
            Some(list) => add(list, None),
            None if value.is_array() => add(value, None),
            None => {}
        }
        for (names, kind) in OF_KINDS {
            if let Some(list) = get(value, names) {
                add(list, Some(kind));
            }
        }
        let relations = get(value, RELATIONS).map(|list| items(list, &["from", "to"]));
        for (_, tie) in relations.into_iter().flatten() {
            match relation(tie) {
                Some(tie) => world.relations.push(tie),
                None => dropped.add("a relation without two names"),
            }
        }
        world.rules = texts_in(value, RULES);
        world
    }
}

/// An entity, or what could be said of one that can't be used.
fn entity(
    key: Option<&str>,
    value: &Value,
    known: Option<EntityKind>,
) -> Result<EntitySketch, String> {
    let name = match (get(value, NAME).and_then(text), key, value) {
        (Some(name), ..) => name,
        (None, Some(key), _) => key.to_owned(),
        // A list of names.
        (None, None, Value::String(name)) if known.is_some() => name.clone(),
        _ => return Err("an entity without a name".to_owned()),
    };
    let said = text_in(value, &["kind", "type", "category", "class"]);
    let kind = match (kind_of(&said), known) {
        (Some(kind), _) => kind,
        (None, Some(kind)) => kind,
        (None, None) => {
            return Err(match said.as_str() {
                "" => format!("“{name}”, which has no `kind`"),
                said => format!("“{name}”, whose `kind` is “{said}”"),
            });
        }
    };
    Ok(EntitySketch {
        kind,
        name,
        role: text_in(value, ROLE),
        description: match value {
            Value::String(said) if key.is_some() => said.clone(),
            _ => text_in(value, DESCRIPTION),
        },
        pronouns: text_in(value, &["pronouns", "pronoun"]),
        goal: text_in(value, GOAL),
        traits: words_in(value, TRAITS),
    })
}

fn relation(value: &Value) -> Option<RelationSketch> {
    let name = |names: Names| get(value, names).and_then(text);
    Some(RelationSketch {
        from: name(&["from", "source", "subject", "a", "entity1", "who"])?,
        to: name(&["to", "target", "object", "b", "entity2", "whom"])?,
        label: name(&[
            "label",
            "relation",
            "relationship",
            "type",
            "kind",
            "description",
        ])
        .unwrap_or_else(|| "tied to".to_owned()),
    })
}

impl Taken for EntityAnew {
    const FIELDS: &'static [Names] = &[ROLE, DESCRIPTION, GOAL, TRAITS];

    fn take(value: &Value, _: &Assignment, _: &mut Dropped) -> Self {
        Self {
            role: text_in(value, ROLE),
            description: text_in(value, DESCRIPTION),
            goal: text_in(value, GOAL),
            traits: words_in(value, TRAITS),
        }
    }
}
