//! Which tables belong to a story: the database says so itself, so that none can be forgotten.

use serde_json::{Map, Value};
use sqlite_rows::tables::{self, OnDelete, Table};
use sqlx::SqliteConnection;
use store::{Error, Result};

/// Tables whose rows are of a story and go into no file: what a running program needs, and what became of imports.
pub const LEFT_OUT: [&str; 6] = [
    "accepted_imports",
    "checkpoints",
    "drafts",
    "idempotency",
    "trash",
    "trash_rows",
];

/// Columns that go into no file: the prompts of calls are large, and are forgotten after a while anyway.
pub const COLUMNS_LEFT_OUT: [(&str, &str); 1] = [("calls", "prompt")];

/// Columns that hold JSON. In a file, they are what they hold.
pub const JSON_COLUMNS: [(&str, &str); 14] = [
    ("books", "details"),
    ("books", "options"),
    ("chapters", "outline"),
    ("chapters", "threads"),
    ("entities", "traits"),
    ("readings", "findings"),
    ("replaced_parts", "new_value"),
    ("replaced_parts", "old_value"),
    ("revisions", "findings"),
    ("revisions", "report"),
    ("runs", "budget"),
    ("runs", "pace"),
    ("stories", "brief"),
    ("versions", "value"),
];

/// A table whose rows are of a story, and which of its rows are.
pub struct StoryTable {
    /// The table.
    pub table: Table,
    /// What follows WHERE; `?1` is the story.
    pub rows: String,
}

/// All such tables, parents before children.
pub async fn story_tables(sql: &mut SqliteConnection) -> Result<Vec<StoryTable>> {
    let mut found: Vec<StoryTable> = Vec::new();
    for table in tables::load(sql).await? {
        if LEFT_OUT.contains(&table.name.as_str()) {
            continue;
        }
        let rows = match table.name.as_str() {
            "stories" => "id = ?1".to_owned(),
            // It has no reference: a chapter that comes back has its unsaved texts again.
            "autosaves" => format!("chapter_id IN ({})", ids_of(&found, "chapters")),
            _ => of_parents(&table, &found),
        };
        if rows.is_empty() {
            continue;
        }
        let rows = match table.name.as_str() {
            "runs" => format!("({rows}) AND status IN ('succeeded', 'failed', 'cancelled')"),
            _ => rows,
        };
        found.push(StoryTable { table, rows });
    }
    Ok(found)
}

/// The rows that are deleted together with one of the tables before.
fn of_parents(table: &Table, found: &[StoryTable]) -> String {
    let references = table.references.iter();
    let owned = references.filter(|one| {
        one.deletes == OnDelete::Row && found.iter().any(|it| it.table.name == one.parent)
    });
    // Each of them has to be there: a call of a run that is left out is left out with it.
    let places: Vec<_> = owned
        .map(|one| {
            let (column, ids) = (&one.column, ids_of(found, &one.parent));
            format!("(\"{column}\" IS NULL OR \"{column}\" IN ({ids}))")
        })
        .collect();
    if places.is_empty() {
        return String::new();
    }
    let columns = table.references.iter();
    let columns = columns.filter(|one| one.deletes == OnDelete::Row);
    let any: Vec<_> = columns
        .filter(|one| found.iter().any(|it| it.table.name == one.parent))
        .map(|one| format!("\"{}\"", one.column))
        .collect();
    // One reference at least: a call of no run and no interview is of no story.
    format!(
        "{} AND COALESCE({}, NULL) IS NOT NULL",
        places.join(" AND "),
        any.join(", ")
    )
}

fn ids_of(found: &[StoryTable], table: &str) -> String {
    let parent = found.iter().find(|it| it.table.name == table);
    let Some(StoryTable { table, rows }) = parent else {
        return "NULL".to_owned();
    };
    let key = table.key.as_deref().unwrap_or("id");
    format!("SELECT \"{key}\" FROM \"{}\" WHERE {rows}", table.name)
}

/// A row's fields as a file has them.
pub fn fields_of(table: &str, stored: &str) -> Result<String> {
    let mut fields: Map<String, Value> =
        serde_json::from_str(stored).map_err(|_| Error::Corrupt("a row of a story"))?;
    for (name, value) in &mut fields {
        let holds_json = JSON_COLUMNS.contains(&(table, name.as_str()));
        if let Some(Ok(held @ (Value::Array(_) | Value::Object(_)))) = value
            .as_str()
            .filter(|_| holds_json)
            .map(serde_json::from_str)
        {
            *value = held;
        }
    }
    Ok(Value::Object(fields).to_string())
}
