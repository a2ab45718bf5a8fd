//! Edits, reports and readings.

use super::super::fields::{Dropped, get, items, text, text_in, texts};
use super::findings::{FINDINGS, findings};
use super::{Names, Taken, below, list_in};
use crate::model::assignment::{Assignment, Edit, Edits, Reading, Report};
use serde_json::Value;

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

const SUMMARY: Names = &["summary", "chapter_summary", "synopsis"];
const FACTS: Names = &["facts", "new_facts", "established_facts", "fact"];
const THREADS: Names = &["open_threads", "threads", "open_questions", "loose_ends"];
const NOTES: Names = &["notes", "note", "remember", "memory"];

impl Taken for Report {
    const FIELDS: &'static [Names] = &[FINDINGS, SUMMARY, FACTS, THREADS];
    const IS_LIST: bool = true;

    fn take(value: &Value, _: &Assignment, dropped: &mut Dropped) -> Self {
        Self {
            findings: findings(value, dropped),
            summary: below(value, SUMMARY).and_then(text).unwrap_or_default(),
            facts: below(value, FACTS).map(texts).unwrap_or_default(),
            open_threads: below(value, THREADS).map(texts).unwrap_or_default(),
        }
    }
}

impl Taken for Reading {
    const FIELDS: &'static [Names] = &[FINDINGS, NOTES];
    const IS_LIST: bool = true;

    fn take(value: &Value, _: &Assignment, dropped: &mut Dropped) -> Self {
        Self {
            findings: findings(value, dropped),
            notes: text_in(value, NOTES),
        }
    }
}
