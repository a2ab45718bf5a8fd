//! What was read in a part of a chapter.

use super::super::fields::{Dropped, get, items, text, text_in, words_in};
use super::kinds::{OF_KINDS, guessed, kind_of};
use super::{FieldNames, ParseAnswer};
use domain::EntityKind;
use serde_json::Value;
use writing::assignment::{Assignment, ReadEntity, ReadRelation, ReadSentence, ReadSketch};

const ENTITIES: FieldNames = &["entities", "entity", "elements", "names"];
const RELATIONS: FieldNames = &["relations", "relationships", "ties", "connections"];
const FACTS: FieldNames = &["facts", "new_facts", "established_facts", "fact"];
const THREADS: FieldNames = &["threads", "open_threads", "open_questions", "loose_ends"];
const BEATS: FieldNames = &["beats", "events", "plot_points", "scenes"];
const SUMMARY: FieldNames = &["summary", "chapter_summary", "synopsis"];
const NAME: FieldNames = &["name", "title", "full_name"];
const QUOTE: FieldNames = &["quote", "sentence", "evidence", "source", "passage"];
const SAID: FieldNames = &[
    "text",
    "fact",
    "thread",
    "beat",
    "event",
    "statement",
    "description",
    "question",
    "summary",
];

impl ParseAnswer for ReadSketch {
    const FIELDS: &'static [FieldNames] = &[
        ENTITIES,
        RELATIONS,
        FACTS,
        THREADS,
        BEATS,
        SUMMARY,
        OF_KINDS[0].0,
        OF_KINDS[1].0,
        OF_KINDS[2].0,
        OF_KINDS[3].0,
        OF_KINDS[4].0,
    ];

    fn parse_answer(value: &Value, _: &Assignment, dropped: &mut Dropped) -> Self {
        let mut sketch = Self {
            summary: text_in(value, SUMMARY),
            ..Self::default()
        };
        let listed = get(value, ENTITIES).map(|list| (list, None));
        let of_kinds = OF_KINDS
            .iter()
            .filter_map(|(names, kind)| get(value, names).map(|list| (list, Some(*kind))));
        for (list, kind) in listed.into_iter().chain(of_kinds) {
            for (key, one) in items(list, NAME) {
                match entity(key, one, kind) {
                    Ok(entity) => sketch.entities.push(entity),
                    Err(named) => dropped.add(named),
                }
            }
        }
        for (_, one) in get(value, RELATIONS)
            .map(|list| items(list, &["from", "to"]))
            .unwrap_or_default()
        {
            match relation(one) {
                Some(tie) => sketch.relations.push(tie),
                None => dropped.add("a relation without two names"),
            }
        }
        sketch.facts = sentences(value, FACTS, "a fact without a text", dropped);
        sketch.threads = sentences(value, THREADS, "a thread without a text", dropped);
        sketch.beats = sentences(value, BEATS, "a beat without a text", dropped);
        sketch
    }
}

/// Somebody or something, or what could be said of an entry that can't be used.
fn entity(
    key: Option<&str>,
    value: &Value,
    known: Option<EntityKind>,
) -> Result<ReadEntity, String> {
    let name = match (get(value, NAME).and_then(text), key, value) {
        (Some(name), ..) => name,
        (None, Some(key), _) => key.to_owned(),
        (None, None, Value::String(name)) if known.is_some() => name.clone(),
        _ => return Err("an entry without a name".to_owned()),
    };
    let said = text_in(value, &["kind", "type", "category", "class"]);
    let kind = kind_of(&said).or(known).or_else(|| guessed(value));
    let Some(kind) = kind else {
        return Err(format!("“{name}”, which has no `kind`"));
    };
    Ok(ReadEntity {
        kind,
        name,
        same_as: text_in(value, &["same_as", "same", "known_as", "is"]),
        aliases: words_in(value, &["aliases", "alias", "other_names", "also"]),
        role: text_in(value, &["role", "occupation", "function"]),
        description: text_in(value, &["description", "desc", "details", "about"]),
        pronouns: text_in(value, &["pronouns", "pronoun"]),
        quote: text_in(value, QUOTE),
    })
}

fn relation(value: &Value) -> Option<ReadRelation> {
    let name = |names: FieldNames| get(value, names).and_then(text);
    let label = name(&["label", "relation", "relationship", "type", "kind"]);
    Some(ReadRelation {
        from: name(&["from", "source", "subject", "a", "who"])?,
        to: name(&["to", "target", "object", "b", "whom"])?,
        label: label.unwrap_or_else(|| "tied to".to_owned()),
        quote: text_in(value, QUOTE),
    })
}

/// The statements of a list; one may be a text alone.
fn sentences(
    value: &Value,
    names: FieldNames,
    without: &str,
    dropped: &mut Dropped,
) -> Vec<ReadSentence> {
    let Some(list) = get(value, names) else {
        return Vec::new();
    };
    let list = match list {
        Value::String(one) => return vec![sentence(one, "")],
        list => items(list, SAID),
    };
    let mut all = Vec::new();
    for (_, one) in list {
        let said = match one {
            Value::String(text) => text.trim().to_owned(),
            one => text_in(one, SAID),
        };
        match said.is_empty() {
            true => dropped.add(without),
            false => all.push(sentence(&said, &text_in(one, QUOTE))),
        }
    }
    all
}

fn sentence(text: &str, quote: &str) -> ReadSentence {
    ReadSentence {
        text: text.to_owned(),
        quote: quote.to_owned(),
    }
}
