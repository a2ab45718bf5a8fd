//! Edits, reports and readings.

use super::super::fields::{Dropped, get, has, items, text, text_in, texts};
use super::findings::{FINDINGS, findings};
use super::{FieldNames, ParseAnswer, below, list_in};
use serde_json::Value;
use writing::assignment::{Assignment, ChapterReading, Edit, Edits, Report};

const EDITS: FieldNames = &[
    "edits",
    "edit",
    "changes",
    "replacements",
    "revisions",
    "corrections",
];
const PASSAGE: FieldNames = &[
    "passage",
    "original",
    "original_text",
    "find",
    "old",
    "old_text",
    "before",
    "from",
    "search",
    "quote",
    "current",
    "text",
];
const REPLACEMENT: FieldNames = &[
    "replacement",
    "replace",
    "replace_with",
    "new",
    "after",
    "to",
    "revised",
    "with",
    "new_text",
    "corrected",
    "edited",
    "edited_text",
    "replaced",
    "rewritten",
    "rewrite",
    "improved",
    "fixed",
];

impl ParseAnswer for Edits {
    const FIELDS: &'static [FieldNames] = &[EDITS];
    const IS_LIST: bool = true;

    /// A single change.
    fn is_bare(value: &Value) -> bool {
        has(value, PASSAGE) && has(value, REPLACEMENT)
    }

    fn parse_answer(value: &Value, _: &Assignment, dropped: &mut Dropped) -> Self {
        let list = list_in(value, EDITS);
        let list = match list {
            Value::Array(pair) if is_pair(pair) => vec![(None, list)],
            Value::Array(_) | Value::Object(_) => items(list, PASSAGE),
            _ => Vec::new(),
        };
        let mut edits = Vec::new();
        for (key, edit) in list {
            match changed(key, edit) {
                Some(edit) => edits.push(edit),
                None if says_no_change(edit) => {}
                None => dropped.add("a change without a passage or a replacement"),
            }
        }
        Self {
            edits,
            ..Self::default()
        }
    }
}

/// `["It rained.", "It poured."]`: of two sentences, one takes the place of the other.
fn is_pair(items: &[Value]) -> bool {
    let is_sentence = |item: &Value| item.as_str().is_some_and(|text| text.trim().contains(' '));
    items.len() == 2 && items.iter().all(is_sentence) && !items.iter().any(says_no_change)
}

/// A change as an object, a pair, or a passage with its replacement.
fn changed(key: Option<&str>, value: &Value) -> Option<Edit> {
    match (key, value) {
        (_, Value::Array(pair)) => match pair.as_slice() {
            [Value::String(passage), Value::String(replacement)] => edit(passage, replacement),
            _ => None,
        },
        // A single word is the name of a field.
        (Some(passage), Value::String(replacement)) if passage.trim().contains(' ') => {
            edit(passage, replacement)
        }
        _ => edit_of(value),
    }
}

/// "No changes needed."
fn says_no_change(value: &Value) -> bool {
    value.as_str().is_some_and(|text| {
        let lower = text.to_lowercase();
        lower.starts_with("no ")
            && ["change", "edit", "revision"]
                .iter()
                .any(|it| lower.contains(it))
    })
}

fn edit(passage: &str, replacement: &str) -> Option<Edit> {
    (!passage.trim().is_empty()).then(|| Edit {
        passage: passage.to_owned(),
        replacement: replacement.to_owned(),
    })
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
    edit(&passage, &replacement)
}

const SUMMARY: FieldNames = &["summary", "chapter_summary", "synopsis"];
const FACTS: FieldNames = &["facts", "new_facts", "established_facts", "fact"];
const THREADS: FieldNames = &["open_threads", "threads", "open_questions", "loose_ends"];
const NOTES: FieldNames = &["notes", "note", "remember", "memory"];

impl ParseAnswer for Report {
    const FIELDS: &'static [FieldNames] = &[FINDINGS, SUMMARY, FACTS, THREADS];
    const IS_LIST: bool = true;

    fn parse_answer(value: &Value, _: &Assignment, dropped: &mut Dropped) -> Self {
        Self {
            findings: findings(value, dropped),
            summary: below(value, SUMMARY).and_then(text).unwrap_or_default(),
            facts: below(value, FACTS).map(texts).unwrap_or_default(),
            open_threads: below(value, THREADS).map(texts).unwrap_or_default(),
        }
    }
}

impl ParseAnswer for ChapterReading {
    const FIELDS: &'static [FieldNames] = &[FINDINGS, NOTES];
    const IS_LIST: bool = true;

    fn parse_answer(value: &Value, _: &Assignment, dropped: &mut Dropped) -> Self {
        Self {
            findings: findings(value, dropped),
            notes: text_in(value, NOTES),
        }
    }
}
