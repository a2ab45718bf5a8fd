//! Worlds and single entities.

use super::super::{
    fields::{Dropped, get, items, text, text_in, texts_in, words_in},
    labels,
};
use super::entity_fields::{DESCRIPTION, GOAL, NAME, ROLE, TRAITS};
use super::kinds::{OF_KINDS, guessed, kind_of, kind_of_list};
use super::{FieldNames, ParseAnswer};
use domain::EntityKind;
use serde_json::Value;
use writing::assignment::{Assignment, EntityRewrite, EntitySketch, RelationSketch, WorldSketch};

const ENTITIES: FieldNames = &[
    "entities",
    "entity",
    "elements",
    "entitäten",
    "entités",
    "entidades",
    "entità",
];
const RELATIONS: FieldNames = &[
    "relations",
    "relationships",
    "ties",
    "connections",
    "beziehungen",
    "relaciones",
    "relazioni",
    "relações",
];
const RULES: FieldNames = &[
    "rules",
    "world_rules",
    "laws",
    "regeln",
    "règles",
    "reglas",
    "regole",
    "regras",
];

impl ParseAnswer for WorldSketch {
    const FIELDS: &'static [FieldNames] = &[
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

    fn parse_answer(value: &Value, _: &Assignment, dropped: &mut Dropped) -> Self {
        let mut world = Self::default();
        let mut add = |list: &Value, kind: Option<EntityKind>| {
            for (key, one, kind) in by_kind(list, kind) {
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
        for (_, entry) in relations.into_iter().flatten() {
            match relation(entry) {
                Some(entry) => world.relations.push(entry),
                None => dropped.add("a relation without two names"),
            }
        }
        world.rules = texts_in(value, RULES);
        world
    }
}

type Listed<'v> = (Option<&'v str>, &'v Value, Option<EntityKind>);

/// The entities of a list, also of one that has a list for each kind.
fn by_kind(list: &Value, known: Option<EntityKind>) -> Vec<Listed<'_>> {
    let mut all = Vec::new();
    for (key, one) in items(list, &["name", "kind"]) {
        let of_key = key.and_then(kind_of_list);
        let is_list = match one {
            Value::Array(_) => key.is_some(),
            Value::Object(fields) => {
                of_key.is_some() && !fields.is_empty() && fields.values().all(Value::is_object)
            }
            _ => false,
        };
        match is_list {
            true => {
                let inner = items(one, &["name", "kind"]).into_iter();
                all.extend(inner.map(|(key, one)| (key, one, of_key.or(known))));
            }
            false => all.push((key, one, known)),
        }
    }
    all
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
    let said = text_in(
        value,
        &["kind", "type", "category", "class", "art", "typ", "tipo"],
    );
    let kind = kind_of(&said).or(known).or_else(|| guessed(value));
    let kind = match (kind, said.as_str()) {
        (Some(kind), _) => kind,
        // Nobody has said that it is alive.
        (None, "") if value.is_object() => EntityKind::Thing,
        (None, "") => return Err(format!("“{name}”, which has no `kind`")),
        (None, said) => return Err(format!("“{name}”, whose `kind` is “{said}”")),
    };
    Ok(EntitySketch {
        kind,
        name: labels::unmarked(&name).to_owned(),
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

/// A relation as an object, as a list of its three parts, or as "Odran -> Mara: brother of".
fn relation(value: &Value) -> Option<RelationSketch> {
    let label = |label: Option<String>| label.unwrap_or_else(|| "tied to".to_owned());
    match value {
        Value::Array(parts) => {
            let parts: Vec<String> = parts.iter().filter_map(text).collect();
            let [from, to, rest @ ..] = parts.as_slice() else {
                return None;
            };
            Some(RelationSketch {
                from: from.clone(),
                to: to.clone(),
                label: label(rest.first().cloned()),
            })
        }
        Value::String(line) => {
            let arrow = ["->", "→", "=>", "—>", "–>"]
                .iter()
                .find(|arrow| line.contains(**arrow))?;
            let (from, rest) = line.split_once(*arrow)?;
            let (to, said) = rest.split_once([':', '：', '(']).unwrap_or((rest, ""));
            let said = said.trim().trim_end_matches(')');
            let is_named = !from.trim().is_empty() && !to.trim().is_empty();
            is_named.then(|| RelationSketch {
                from: from.trim().to_owned(),
                to: to.trim().to_owned(),
                label: label((!said.is_empty()).then(|| said.to_owned())),
            })
        }
        _ => {
            let name = |names: FieldNames| get(value, names).and_then(text);
            Some(RelationSketch {
                from: name(&[
                    "from", "source", "subject", "a", "entity1", "who", "von", "de", "da",
                ])?,
                to: name(&[
                    "to", "target", "object", "b", "entity2", "whom", "zu", "nach", "à", "a_quien",
                ])?,
                label: label(name(&[
                    "label",
                    "relation",
                    "relationship",
                    "type",
                    "kind",
                    "description",
                    "beziehung",
                    "relación",
                    "relazione",
                ])),
            })
        }
    }
}

impl ParseAnswer for EntityRewrite {
    const FIELDS: &'static [FieldNames] = &[ROLE, DESCRIPTION, GOAL, TRAITS];

    fn parse_answer(value: &Value, _: &Assignment, _: &mut Dropped) -> Self {
        Self {
            role: text_in(value, ROLE),
            description: text_in(value, DESCRIPTION),
            goal: text_in(value, GOAL),
            traits: words_in(value, TRAITS),
        }
    }
}
