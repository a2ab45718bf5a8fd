//! Each kind of answer, read part by part: what is good is taken, what is not is left out and counted.

mod entity_fields;
mod findings;
mod kinds;
mod outline;
mod reading;
mod report;
mod world;

use super::fields::{Dropped, get, has, text_in, texts_in, words_in};
use serde_json::Value;
use writing::assignment::{Assessment, Assignment, BriefSketch, InterviewSketch, Summary};

/// Names of fields.
type FieldNames = &'static [&'static str];

/// A kind of answer that can be read part by part.
pub trait ParseAnswer: Sized {
    /// The fields it has, each under its usual names: an answer is looked for where most of them are.
    const FIELDS: &'static [FieldNames];

    /// Whether a bare list may stand for it.
    const IS_LIST: bool = false;

    /// Whether this is one without the field around it: a single scene for a plan.
    fn is_bare(_: &Value) -> bool {
        false
    }

    /// Reads an answer; at least one of its fields is there, or it is a list.
    fn parse_answer(value: &Value, asked: &Assignment, dropped: &mut Dropped) -> Self;
}

/// So deep below keys of its own a field is looked for.
const DEEPEST: usize = 3;

/// The value of a field, also where it is further down, the outermost first; in its own field, that one's.
fn below<'v>(value: &'v Value, names: &[&str]) -> Option<&'v Value> {
    let mut level = vec![value];
    for _ in 0..=DEEPEST {
        if let Some(found) = level.iter().find(|value| has(value, names)) {
            return Some(list_in(found, names));
        }
        let objects = level.into_iter().filter_map(Value::as_object);
        level = objects.flat_map(|fields| fields.values()).collect();
    }
    None
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

impl ParseAnswer for Summary {
    const FIELDS: &'static [FieldNames] = &[&["summary", "text", "synopsis", "story_so_far"]];

    fn parse_answer(value: &Value, _: &Assignment, _: &mut Dropped) -> Self {
        Self {
            summary: text_in(value, Self::FIELDS[0]),
        }
    }
}

impl ParseAnswer for Assessment {
    const FIELDS: &'static [FieldNames] =
        &[&["assessment", "review", "text", "verdict", "summary"]];

    fn parse_answer(value: &Value, _: &Assignment, _: &mut Dropped) -> Self {
        Self {
            assessment: text_in(value, Self::FIELDS[0]),
        }
    }
}

const QUESTIONS: FieldNames = &["questions", "question", "next_questions"];
const PREMISE: FieldNames = &["premise", "idea", "logline"];

impl ParseAnswer for InterviewSketch {
    const FIELDS: &'static [FieldNames] = &[QUESTIONS, &["brief", "story_brief"], PREMISE];

    fn parse_answer(value: &Value, _: &Assignment, _: &mut Dropped) -> Self {
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
