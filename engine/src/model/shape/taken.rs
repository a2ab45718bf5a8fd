//! Each kind of answer, read part by part: what is good is taken, what is not is left out and counted.

use super::{
    fields::{
        Dropped, digits, get, has, items, number_in, text, text_in, texts, texts_in, words_in,
    },
    labels,
};
use crate::model::assignment::{
    Assessment, Assignment, BriefSketch, ChapterSketch, Edit, Edits, EntityAnew, EntitySketch,
    InterviewSketch, OutlineSketch, Plan, Reading, RelationSketch, Report, Scene, Summary,
    WorldSketch,
};
use domain::{EntityKind, Finding, Severity};
use serde_json::Value;

/// Names of fields.
type Names = &'static [&'static str];

/// A kind of answer that can be read part by part.
pub(crate) trait Taken: Sized {
    /// The fields it has, each under its usual names: an answer is looked for where most of them are.
    const FIELDS: &'static [Names];

    /// Whether a bare list may stand for it.
    const IS_LIST: bool = false;

    /// Reads an answer; at least one of its fields is there, or it is a list.
    fn take(value: &Value, asked: &Assignment, dropped: &mut Dropped) -> Self;
}

/// The list in a field, also where it lies in that field's own field; else the value itself.
fn list_in<'v>(value: &'v Value, names: &[&str]) -> &'v Value {
    let mut found = value;
    while let Some(inner) = get(found, names) {
        found = inner;
    }
    // `null` is a list of nothing.
    match has(found, names) {
        true => &Value::Null,
        false => found,
    }
}

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

const CHAPTERS: Names = &["chapters", "outline", "chapter_list", "chapter_outlines"];
const TITLE: Names = &["title", "chapter_title", "name", "heading"];
const BEATS: Names = &[
    "beats",
    "plot_points",
    "points",
    "events",
    "beat",
    "outline",
    "what_happens",
    "scenes",
    "plot",
    "summary",
    "description",
];
const NUMBER: Names = &["number", "chapter_number", "chapter", "index", "no", "id"];

impl Taken for OutlineSketch {
    const FIELDS: &'static [Names] = &[CHAPTERS];
    const IS_LIST: bool = true;

    fn take(value: &Value, asked: &Assignment, dropped: &mut Dropped) -> Self {
        let wanted: Vec<u32> = match asked {
            Assignment::Outline { outline } => outline.chapters.clone(),
            _ => Vec::new(),
        };
        let list = list_in(value, CHAPTERS);
        let all: Vec<(Option<&str>, &Value)> = items(list, &["title", "beats"]);
        let mut found = Vec::new();
        for (at, (key, chapter)) in all.into_iter().enumerate() {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            let number = number_in(chapter, NUMBER).or_else(|| key.and_then(digits));
            let place = wanted.get(at as usize).copied().unwrap_or(at + 1);
            match chapter.is_object() || chapter.is_array() || chapter.is_string() {
                true => found.push((number, chapter_of(chapter, key, &[place, at + 1]))),
                false => dropped.add(format!("chapter {place}")),
            }
        }
        Self {
            chapters: placed(found, &wanted),
        }
    }
}

/// Chapters in their places, where all say theirs; else as they came.
fn placed(mut found: Vec<(Option<u32>, ChapterSketch)>, wanted: &[u32]) -> Vec<ChapterSketch> {
    let as_they_came = |found: Vec<(Option<u32>, ChapterSketch)>| {
        found.into_iter().map(|(_, chapter)| chapter).collect()
    };
    let numbers: Option<Vec<u32>> = found.iter().map(|(number, _)| *number).collect();
    let Some(mut numbers) = numbers else {
        return as_they_came(found);
    };
    // Some count from 0, some from 1 in each portion.
    let from_zero = numbers.contains(&0);
    let are_asked = |numbers: &[u32]| numbers.iter().all(|number| wanted.contains(number));
    for number in &mut numbers {
        *number += u32::from(from_zero);
    }
    let count = u32::try_from(wanted.len()).unwrap_or(u32::MAX);
    if !are_asked(&numbers) && numbers.iter().all(|number| (1..=count).contains(number)) {
        let place = |number: u32| wanted.get(number as usize - 1).copied();
        numbers = numbers.into_iter().filter_map(place).collect();
    }
    let mut distinct = numbers.clone();
    distinct.sort_unstable();
    distinct.dedup();
    if !are_asked(&numbers) || distinct.len() != found.len() || found.is_empty() {
        return as_they_came(found);
    }
    let last = distinct.last().copied().unwrap_or_default();
    wanted
        .iter()
        .take_while(|number| **number <= last)
        .map(|number| {
            let at = numbers.iter().position(|known| known == number);
            at.map(|at| std::mem::take(&mut found[at].1))
                .unwrap_or_default()
        })
        .collect()
}

fn chapter_of(value: &Value, key: Option<&str>, numbers: &[u32]) -> ChapterSketch {
    let title = match (get(value, TITLE).and_then(text), key) {
        (Some(title), _) => title,
        (None, Some(key)) if digits(key).is_none() => key.to_owned(),
        _ => String::new(),
    };
    let beats = match value {
        Value::Object(_) => get(value, BEATS).map(beats_of).unwrap_or_default(),
        other => beats_of(other),
    };
    ChapterSketch {
        title: labels::title(&title, numbers),
        beats: labels::beats(beats),
    }
}

/// Beats in any form; of scenes, their beats.
fn beats_of(value: &Value) -> Vec<String> {
    match value {
        Value::Array(items) if items.iter().any(|item| has(item, &["beats"])) => items
            .iter()
            .flat_map(|item| texts_in(item, &["beats"]))
            .collect(),
        other => texts(other),
    }
}

impl Taken for ChapterSketch {
    const FIELDS: &'static [Names] = &[
        &["title", "chapter_title"],
        &["beats", "plot_points", "events", "points"],
    ];
    const IS_LIST: bool = true;

    fn take(value: &Value, asked: &Assignment, _: &mut Dropped) -> Self {
        let numbers = match asked {
            Assignment::ChapterOutline { chapter } => vec![chapter.number],
            _ => Vec::new(),
        };
        // A list of one chapter, or of its beats.
        match value.as_array().map(Vec::as_slice) {
            Some([one]) if has(one, BEATS) => chapter_of(one, None, &numbers),
            _ => chapter_of(value, None, &numbers),
        }
    }
}

const SCENES: Names = &["scenes", "scene", "plan", "scene_list"];
const SCENE: Names = &["goal", "beats", "point_of_view", "place"];

impl Taken for Plan {
    const FIELDS: &'static [Names] = &[SCENES];
    const IS_LIST: bool = true;

    fn take(value: &Value, _: &Assignment, dropped: &mut Dropped) -> Self {
        let list = list_in(value, SCENES);
        let mut scenes = Vec::new();
        for (_, scene) in items(list, SCENE) {
            let scene = match scene {
                Value::Object(_) => Scene {
                    goal: text_in(scene, &["goal", "purpose", "objective", "title"]),
                    conflict: text_in(scene, &["conflict", "obstacle", "tension", "against"]),
                    point_of_view: text_in(scene, &["point_of_view", "pov", "viewpoint"]),
                    place: text_in(scene, &["place", "location", "setting", "where"]),
                    present: words_in(scene, &["present", "characters", "cast", "who"]),
                    beats: labels::beats(texts_in(
                        scene,
                        &[
                            "beats",
                            "beat",
                            "events",
                            "what_happens",
                            "summary",
                            "description",
                        ],
                    )),
                },
                other => Scene {
                    beats: text(other).into_iter().collect(),
                    ..Scene::default()
                },
            };
            match scene == Scene::default() {
                true => dropped.add("a scene of which nothing is said"),
                false => scenes.push(scene),
            }
        }
        Self { scenes }
    }
}

const EDITS: Names = &[
    "edits",
    "edit",
    "changes",
    "replacements",
    "revisions",
    "corrections",
];
const PASSAGE: Names = &[
    "passage", "original", "find", "old", "before", "from", "search", "quote", "text",
];
const REPLACEMENT: Names = &[
    "replacement",
    "replace",
    "replace_with",
    "new",
    "after",
    "to",
    "revised",
    "with",
    "new_text",
    "suggestion",
    "corrected",
];

impl Taken for Edits {
    const FIELDS: &'static [Names] = &[EDITS];
    const IS_LIST: bool = true;

    fn take(value: &Value, _: &Assignment, dropped: &mut Dropped) -> Self {
        let list = list_in(value, EDITS);
        let list = match list {
            Value::Array(_) | Value::Object(_) => items(list, PASSAGE),
            _ => Vec::new(),
        };
        let mut edits = Vec::new();
        for (_, edit) in list {
            match edit_of(edit) {
                Some(edit) => edits.push(edit),
                None => dropped.add("a change without a passage or a replacement"),
            }
        }
        Self {
            edits,
            ..Self::default()
        }
    }
}

/// A passage and what to put in its place, both as they are: white space counts. A replacement that is missing is no
/// empty one, for that would strike the passage.
fn edit_of(value: &Value) -> Option<Edit> {
    let exact = |names| match get(value, names)? {
        Value::String(text) => Some(text.clone()),
        other => text(other),
    };
    let passage = exact(PASSAGE)?;
    let replacement = exact(REPLACEMENT)?;
    (!passage.trim().is_empty()).then_some(Edit {
        passage,
        replacement,
    })
}

const FINDINGS: Names = &["findings", "finding", "issues", "problems", "faults"];
const SUMMARY: Names = &["summary", "chapter_summary", "synopsis"];
const FACTS: Names = &["facts", "new_facts", "established_facts", "fact"];
const THREADS: Names = &["open_threads", "threads", "open_questions", "loose_ends"];
const NOTES: Names = &["notes", "note", "remember", "memory"];

impl Taken for Report {
    const FIELDS: &'static [Names] = &[FINDINGS, SUMMARY, FACTS, THREADS];
    const IS_LIST: bool = true;

    fn take(value: &Value, _: &Assignment, dropped: &mut Dropped) -> Self {
        Self {
            findings: findings(list_in(value, FINDINGS), dropped),
            summary: text_in(value, SUMMARY),
            facts: texts_in(value, FACTS),
            open_threads: texts_in(value, THREADS),
        }
    }
}

impl Taken for Reading {
    const FIELDS: &'static [Names] = &[FINDINGS, NOTES];
    const IS_LIST: bool = true;

    fn take(value: &Value, _: &Assignment, dropped: &mut Dropped) -> Self {
        Self {
            findings: findings(list_in(value, FINDINGS), dropped),
            notes: text_in(value, NOTES),
        }
    }
}

const FINDING: Names = &["note", "quote", "severity", "kind"];

fn findings(list: &Value, dropped: &mut Dropped) -> Vec<Finding> {
    let is_list = list.is_array() || has(list, FINDING);
    // The report itself, which has none.
    if list.is_object()
        && !is_list
        && !list
            .as_object()
            .is_some_and(|all| all.values().all(Value::is_object))
    {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (_, one) in items(list, FINDING) {
        match finding(one) {
            Some(finding) => found.push(finding),
            None => dropped.add("a finding"),
        }
    }
    found
}

/// A finding; one whose weight is not said is one to look at.
fn finding(value: &Value) -> Option<Finding> {
    if let Value::String(note) = value {
        return (!note.trim().is_empty()).then(|| Finding {
            severity: Severity::Major,
            kind: "style".to_owned(),
            quote: String::new(),
            note: note.trim().to_owned(),
        });
    }
    let quote = text_in(value, &["quote", "passage", "excerpt", "text"]);
    let note = text_in(
        value,
        &[
            "note",
            "description",
            "message",
            "problem",
            "issue",
            "explanation",
            "comment",
            "reason",
            "suggestion",
            "detail",
            "details",
            "finding",
        ],
    );
    if quote.is_empty() && note.is_empty() {
        return None;
    }
    let severity = text_in(
        value,
        &["severity", "level", "weight", "importance", "priority"],
    );
    let kind = text_in(value, &["kind", "type", "category"]);
    Some(Finding {
        severity: severity_of(&severity),
        kind: match kind.as_str() {
            "" => "style".to_owned(),
            kind => kind.to_lowercase().replace('_', " "),
        },
        quote,
        note,
    })
}

fn severity_of(word: &str) -> Severity {
    let word = word.to_lowercase();
    let is_minor = [
        "minor",
        "low",
        "small",
        "trivial",
        "info",
        "suggestion",
        "nit",
        "hint",
        "cosmetic",
    ]
    .iter()
    .any(|minor| word.contains(minor));
    match is_minor {
        true => Severity::Minor,
        false => Severity::Major,
    }
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

impl Taken for Summary {
    const FIELDS: &'static [Names] = &[&["summary", "text", "synopsis", "story_so_far"]];

    fn take(value: &Value, _: &Assignment, _: &mut Dropped) -> Self {
        Self {
            summary: text_in(value, Self::FIELDS[0]),
        }
    }
}

impl Taken for Assessment {
    const FIELDS: &'static [Names] = &[&["assessment", "review", "text", "verdict", "summary"]];

    fn take(value: &Value, _: &Assignment, _: &mut Dropped) -> Self {
        Self {
            assessment: text_in(value, Self::FIELDS[0]),
        }
    }
}

const QUESTIONS: Names = &["questions", "question", "next_questions"];
const PREMISE: Names = &["premise", "idea", "logline"];

impl Taken for InterviewSketch {
    const FIELDS: &'static [Names] = &[QUESTIONS, &["brief", "story_brief"], PREMISE];

    fn take(value: &Value, _: &Assignment, _: &mut Dropped) -> Self {
        let brief = get(value, Self::FIELDS[1]).unwrap_or(value);
        Self {
            questions: texts_in(value, QUESTIONS),
            brief: BriefSketch {
                premise: match brief {
                    Value::String(premise) => premise.clone(),
                    brief => text_in(brief, PREMISE),
                },
                genre: text_in(brief, &["genre"]),
                tone: text_in(brief, &["tone", "mood"]),
                setting: text_in(brief, &["setting", "place", "world"]),
                themes: words_in(brief, &["themes", "theme"]),
                include: texts_in(brief, &["include", "must_include"]),
                avoid: texts_in(brief, &["avoid", "must_avoid"]),
            },
        }
    }
}
