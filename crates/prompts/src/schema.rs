//! The shapes of structured answers, as JSON schemas that servers turn into grammars.
//!
//! Every object is closed and every field required: that is what strict servers ask for, and a field that
//! may be missing is one that a small model forgets. Fields stand in the order in which they are best written: a name
//! before its description, findings before the summary.

use serde_json::{Value, json};
use writing::{Assignment, Schema};

/// The shape an assignment is answered in; `None` for prose.
pub(super) fn of(assignment: &Assignment) -> Option<Schema> {
    let (name, schema) = match assignment {
        Assignment::World => ("world", world()),
        Assignment::Outline { outline: asked } => ("outline", outline(asked.chapters.len())),
        Assignment::ChapterOutline { .. } => ("chapter_outline", chapter_outline()),
        Assignment::Entity { .. } => ("entity", entity()),
        Assignment::Interview { .. } => ("interview", interview()),
        Assignment::Review { .. } => ("review", review()),
        Assignment::Read { .. } => ("reading", reading()),
        Assignment::Assess { .. } => ("assessment", object(&[("assessment", text())])),
        Assignment::Part { .. } | Assignment::SoFar { .. } => {
            ("summary", object(&[("summary", text())]))
        }
        Assignment::Plan { .. } => ("plan", plan()),
        Assignment::Draft { .. } => return None,
        Assignment::Edit { .. } | Assignment::Revise { .. } => ("edits", edits()),
        Assignment::Check { .. } => ("report", report()),
    };
    Some(Schema {
        name: name.to_owned(),
        schema,
    })
}

fn text() -> Value {
    json!({"type": "string"})
}

fn texts(most: u32) -> Value {
    json!({"type": "array", "items": text(), "maxItems": most})
}

fn list(items: Value, least: u32, most: u32) -> Value {
    json!({"type": "array", "items": items, "minItems": least, "maxItems": most})
}

fn object(fields: &[(&str, Value)]) -> Value {
    let properties: serde_json::Map<String, Value> = fields
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.clone()))
        .collect();
    let required: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn world() -> Value {
    let entity = object(&[
        (
            "kind",
            json!({"type": "string", "enum": ["person", "place", "thing", "faction", "idea"]}),
        ),
        ("name", text()),
        ("role", text()),
        ("description", text()),
        (
            "pronouns",
            json!({"type": "string", "enum": ["she/her", "he/him", "they/them", ""]}),
        ),
        ("goal", text()),
        ("traits", texts(5)),
    ]);
    let relation = object(&[("from", text()), ("to", text()), ("label", text())]);
    object(&[
        ("entities", list(entity, 3, 24)),
        ("relations", list(relation, 0, 30)),
        ("rules", texts(10)),
    ])
}

fn outline(chapters: usize) -> Value {
    let chapters = u32::try_from(chapters).unwrap_or(u32::MAX);
    object(&[("chapters", list(chapter_outline(), chapters, chapters))])
}

fn chapter_outline() -> Value {
    object(&[("title", text()), ("beats", list(text(), 2, 8))])
}

fn entity() -> Value {
    object(&[
        ("role", text()),
        ("description", text()),
        ("goal", text()),
        ("traits", texts(5)),
    ])
}

fn interview() -> Value {
    let brief = object(&[
        ("premise", text()),
        ("genre", text()),
        ("tone", text()),
        ("setting", text()),
        ("themes", texts(6)),
        ("include", texts(8)),
        ("avoid", texts(8)),
    ]);
    object(&[("questions", texts(3)), ("brief", brief)])
}

fn plan() -> Value {
    let scene = object(&[
        ("goal", text()),
        ("conflict", text()),
        ("point_of_view", text()),
        ("place", text()),
        ("present", texts(12)),
        ("beats", texts(8)),
    ]);
    object(&[("scenes", list(scene, 1, 6))])
}

fn edits() -> Value {
    let edit = object(&[("passage", text()), ("replacement", text())]);
    object(&[("edits", list(edit, 0, 12))])
}

fn review() -> Value {
    let finding = finding(&[
        "contradiction",
        "dropped thread",
        "character",
        "scene",
        "pace",
        "repetition",
        "style",
    ]);
    object(&[("findings", list(finding, 0, 6)), ("notes", text())])
}

fn reading() -> Value {
    let kinds = domain::EntityKind::ALL.map(domain::EntityKind::as_str);
    let entity = object(&[
        ("kind", json!({"type": "string", "enum": kinds})),
        ("name", text()),
        ("same_as", text()),
        ("aliases", texts(6)),
        ("role", text()),
        ("description", text()),
        ("pronouns", text()),
        ("quote", text()),
    ]);
    let relation = object(&[
        ("from", text()),
        ("to", text()),
        ("label", text()),
        ("quote", text()),
    ]);
    let said = || object(&[("text", text()), ("quote", text())]);
    object(&[
        ("entities", list(entity, 0, 24)),
        ("relations", list(relation, 0, 16)),
        ("facts", list(said(), 0, 12)),
        ("threads", list(said(), 0, 6)),
        ("beats", list(said(), 0, 8)),
        ("summary", text()),
    ])
}

fn finding(kinds: &[&str]) -> Value {
    object(&[
        (
            "severity",
            json!({"type": "string", "enum": ["minor", "major"]}),
        ),
        ("kind", json!({"type": "string", "enum": kinds})),
        ("quote", text()),
        ("note", text()),
    ])
}

fn report() -> Value {
    let finding = finding(&[
        "contradiction",
        "missing beat",
        "name",
        "dead person",
        "point of view",
        "repetition",
        "language",
        "style",
    ]);
    object(&[
        ("findings", list(finding, 0, 12)),
        ("summary", text()),
        ("facts", texts(10)),
        ("open_threads", texts(8)),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use storyteller as builtin;
    use writing::{
        StoryContext,
        assignment::{ChapterContext, OutlineRequest},
    };

    /// A small judge: what these schemas say and no more.
    fn fits(value: &Value, schema: &Value) -> bool {
        if let Some(allowed) = schema["enum"].as_array() {
            return allowed.contains(value);
        }
        match schema["type"].as_str() {
            Some("string") => value.is_string(),
            Some("array") => value.as_array().is_some_and(|items| {
                let within = |name: &str, or: u64| schema[name].as_u64().unwrap_or(or);
                let count = items.len() as u64;
                (within("minItems", 0)..=within("maxItems", u64::MAX)).contains(&count)
                    && items.iter().all(|item| fits(item, &schema["items"]))
            }),
            Some("object") => value.as_object().is_some_and(|fields| {
                let known = schema["properties"].as_object().expect("properties");
                fields.len() == known.len()
                    && known
                        .iter()
                        .all(|(name, schema)| fields.get(name).is_some_and(|v| fits(v, schema)))
            }),
            _ => false,
        }
    }

    #[test]
    fn fields_are_asked_for_in_the_order_of_the_type() {
        let schema = of(&Assignment::World)
            .expect("structured")
            .schema
            .to_string();
        let fields = [
            "entities",
            "kind",
            "name",
            "role",
            "description",
            "pronouns",
            "goal",
            "traits",
            "relations",
            "from",
            "to",
            "label",
            "rules",
        ];
        let places = fields.map(|field| schema.find(&format!("\"{field}\":")));
        assert!(
            places.iter().all(Option::is_some) && places.is_sorted(),
            "{schema}"
        );
    }

    #[test]
    fn what_the_built_in_writer_answers_is_what_the_schemas_describe() {
        let story = StoryContext {
            brief: domain::Brief {
                premise: "a lighthouse keeper who hears her dead brother on the radio".to_owned(),
                chapters: 3,
                ..domain::Brief::default()
            },
            ..StoryContext::default()
        };
        let chapter = ChapterContext {
            number: 1,
            of: 3,
            beats: vec!["Mara hears a voice on the radio.".to_owned()],
            ..ChapterContext::default()
        };
        let text = "Mara sat by the radio. It was very cold. Mara sat by the radio.".to_owned();
        for assignment in [
            Assignment::World,
            Assignment::Outline {
                outline: OutlineRequest::all(3),
            },
            Assignment::Plan {
                chapter: chapter.clone(),
            },
            Assignment::Edit {
                chapter: chapter.clone(),
                text: text.clone(),
            },
            Assignment::Check { chapter, text },
            Assignment::Read {
                part: writing::assignment::ChapterPart {
                    text: "Mara rowed to Skarn. Odran, Mara’s brother, stood at Skarn.".to_owned(),
                    ..writing::assignment::ChapterPart::default()
                },
                known: Vec::new(),
                before: String::new(),
            },
        ] {
            let schema = of(&assignment).expect("structured");
            let answer = builtin::compose(&story, &assignment);
            let mut answer: Value = serde_json::from_str(&answer).expect("JSON");
            // Its own name for what a model would call style.
            let findings = answer.get_mut("findings").and_then(Value::as_array_mut);
            for finding in findings.into_iter().flatten() {
                if finding["kind"] == "monotony" {
                    finding["kind"] = json!("style");
                }
            }
            assert!(fits(&answer, &schema.schema), "{}: {answer}", schema.name);
        }
    }
}
