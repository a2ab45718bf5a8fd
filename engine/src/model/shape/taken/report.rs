//! Edits, reports and readings.

use super::super::fields::{Dropped, get, has, items, text, text_in, texts_in};
use super::{Names, Taken, list_in};
use crate::model::assignment::{Assignment, Edit, Edits, Reading, Report};
use domain::{Finding, Severity};
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
