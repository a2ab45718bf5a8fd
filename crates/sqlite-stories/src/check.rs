//! Which values of a story file the studio can read. A file may come from another program, or from somebody's editor.

use crate::story_tables::JSON_COLUMNS;
use domain::{
    Brief, CallEnd, ChapterState, EntityKind, Finding, Offer, RevisionKind, RunKind, Stage, Status,
    StepKind,
};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use sqlite_rows::{reports::StoredReport, tables::Table};
use uuid::Uuid;

/// The images that a cover can be.
const IMAGES: [&str; 3] = ["image/png", "image/jpeg", "image/gif"];

/// Columns that hold ids, besides those whose names say so.
const IDS: [&str; 5] = [
    "after",
    "asked_revision",
    "base_revision",
    "before",
    "read_revision",
];

/// Whether a column holds an id.
pub fn is_id(column: &str) -> bool {
    column == "id" || column.ends_with("_id") || IDS.contains(&column)
}

/// What is wrong with a row as a whole, as a sentence.
pub fn fault(table: &Table, fields: &Map<String, Value>) -> Option<String> {
    let needs_id = |column: &String| {
        let is_key = table.key.as_ref() == Some(column);
        is_key || table.references.iter().any(|one| one.column == *column)
    };
    for column in table.columns.iter().filter(|column| is_id(column)) {
        let is_fine = match fields.get(column) {
            None | Some(Value::Null) => table.key.as_ref() != Some(column),
            Some(Value::String(text)) => Uuid::parse_str(text).is_ok(),
            Some(_) => false,
        };
        if !is_fine && needs_id(column) {
            return Some(format!("Its “{column}” is no id."));
        }
    }
    let word = |column: &str| fields.get(column).and_then(Value::as_str);
    let unknown = |column: &str, is_known: fn(&str) -> bool| {
        let found = word(column).filter(|word| !is_known(word));
        found.map(|word| format!("Its {column} “{}” is not known.", shortened(word)))
    };
    match table.name.as_str() {
        "revisions" => unknown("kind", |it| RevisionKind::parse(it).is_some())
            .or_else(|| unknown("offer", |it| Offer::parse(it).is_some())),
        "chapters" => unknown("state", |it| ChapterState::parse(it).is_some()),
        "entities" => unknown("kind", |it| EntityKind::parse(it).is_some()),
        "runs" => unknown("kind", |it| RunKind::parse(it).is_some()).or_else(|| {
            unknown("status", |it| {
                Status::parse(it).is_some_and(Status::is_ended)
            })
        }),
        "steps" => unknown("kind", |it| StepKind::parse(it).is_some())
            .or_else(|| unknown("status", |it| Status::parse(it).is_some()))
            .or_else(|| unknown("stage", |it| Stage::parse(it).is_some())),
        "calls" => unknown("stage", |it| Stage::parse(it).is_some())
            .or_else(|| unknown("ended", |it| CallEnd::parse(it).is_some())),
        "covers" => unknown("media_type", |it| IMAGES.contains(&it)).or_else(|| {
            let image = word("image").unwrap_or_default();
            let is_hex =
                image.len().is_multiple_of(2) && image.bytes().all(|byte| byte.is_ascii_hexdigit());
            (!is_hex).then(|| "Its image can’t be read.".to_owned())
        }),
        _ => None,
    }
}

/// Whether the studio can read JSON in this column.
pub fn is_readable(table: &str, column: &str, value: &Value) -> bool {
    fn is<T: DeserializeOwned>(value: &Value) -> bool {
        T::deserialize(value).is_ok()
    }
    if value.is_null() || !JSON_COLUMNS.contains(&(table, column)) {
        return true;
    }
    match (table, column) {
        ("stories", "brief") => is::<Brief>(value),
        ("chapters", "outline" | "threads") | ("entities", "traits") => is::<Vec<String>>(value),
        ("revisions" | "readings", "findings") => is::<Vec<Finding>>(value),
        ("revisions", "report") => is::<StoredReport>(value),
        ("runs", "budget") => is::<domain::Budget>(value),
        _ => value.is_object(),
    }
}

/// The beginning of a text that somebody else wrote.
pub fn shortened(text: &str) -> String {
    text.chars().take(60).collect()
}
