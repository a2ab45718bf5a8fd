//! Rows of a file become rows of the database, one by one; what can't be read is told.

use crate::{check, story_tables::StoryTable};
use domain::Brief;
use exchange::import::{ImportLoss, ImportLossKind, Place, PlaceUnit};
use serde_json::{Map, Value};
use sqlite_rows::readable::by_field;
use sqlx::{AssertSqlSafe, SqliteConnection};
use std::collections::HashMap;
use store::{ExportedRow, Result, clock};

/// The most losses that are listed; others are counted.
const MOST_LOSSES: usize = 500;

/// What could not be taken over.
#[derive(Default)]
pub struct RowLosses {
    /// The first of them.
    pub listed: Vec<ImportLoss>,
    /// How many more there are.
    pub not_listed: usize,
}

impl RowLosses {
    /// Tells of an entry of a list; 0 is the list as a whole.
    pub fn add(&mut self, table: &str, number: usize, text: String) {
        if self.listed.len() >= MOST_LOSSES {
            self.not_listed += 1;
            return;
        }
        self.listed.push(ImportLoss {
            kind: ImportLossKind::StoryPart,
            place: Place {
                file: check::shortened(table),
                unit: PlaceUnit::Entry,
                number,
                after: String::new(),
            },
            text,
        });
    }
}

/// Inserts the rows of one story.
pub struct NewRows<'t> {
    tables: &'t [StoryTable],
    /// The new id of each old one.
    ids: HashMap<String, String>,
    /// How many rows of each table came.
    counts: HashMap<String, usize>,
    /// The new id of the story, once its row is there.
    story: Option<String>,
    losses: RowLosses,
}

impl<'t> NewRows<'t> {
    /// Ready for rows; `ids` has the new id of each old one.
    pub fn new(tables: &'t [StoryTable], ids: HashMap<String, String>) -> Self {
        Self {
            tables,
            ids,
            counts: HashMap::new(),
            story: None,
            losses: RowLosses::default(),
        }
    }

    /// The story's new id, and what could not be taken over.
    pub fn finish(self) -> (Option<String>, RowLosses) {
        (self.story, self.losses)
    }

    /// Inserts a row, or tells why it can't be.
    pub async fn insert(&mut self, sql: &mut SqliteConnection, row: &ExportedRow) -> Result<()> {
        let count = self.counts.entry(row.table.clone()).or_default();
        *count += 1;
        let number = *count;
        let name = &row.table;
        let Some(known) = self.tables.iter().find(|it| it.table.name == *name) else {
            if number == 1 {
                let text = "This version of the studio does not know such a list.".to_owned();
                self.losses.add(name, 0, text);
            }
            return Ok(());
        };
        let Ok(Value::Object(mut fields)) = serde_json::from_str(&row.fields) else {
            let text = "It is no object with fields.".to_owned();
            self.losses.add(name, number, text);
            return Ok(());
        };
        if name == "stories" && self.story.is_some() {
            let text = "A file holds one story; the first one was taken.".to_owned();
            self.losses.add(name, number, text);
            return Ok(());
        }
        if let Some(fault) = check::fault(&known.table, &fields) {
            self.losses.add(name, number, fault);
            return Ok(());
        }
        self.keep_known(known, number, &mut fields);
        if name == "stories" {
            complete(&mut fields);
        }
        self.give_ids(&mut fields);
        match insert(sql, name, &fields).await {
            Ok(()) if name == "stories" => {
                let id = fields.get("id").and_then(Value::as_str);
                self.story = id.map(str::to_owned);
            }
            Ok(()) => {}
            // A constraint concerns this row alone; anything else is the machine's trouble.
            Err(sqlx::Error::Database(error)) if is_of_row(&*error) => {
                tracing::info!(%error, table = name, number, "a row of a story file is left out");
                let text = "A field is missing, twice there, or not of its kind.".to_owned();
                self.losses.add(name, number, text);
            }
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }

    /// Leaves fields out that no column has, or that can't be read.
    fn keep_known(&mut self, of: &StoryTable, number: usize, fields: &mut Map<String, Value>) {
        let name = &of.table.name;
        let mut lost = Vec::new();
        fields.retain(|field, value| {
            let is_known = of.table.columns.contains(field);
            let is_readable = check::is_readable(name, field, value);
            if !is_readable && field == "brief" {
                // What can be read of it is taken.
                let (brief, _): (Brief, bool) = by_field(&value.to_string());
                *value = serde_json::to_value(brief).unwrap_or_default();
                lost.push("A part of its brief can’t be read.".to_owned());
                return true;
            }
            if !is_known {
                let field = check::shortened(field);
                lost.push(format!("Its field “{field}” is not known."));
            } else if !is_readable {
                lost.push(format!("Its field “{field}” can’t be read."));
            }
            is_known && is_readable
        });
        for text in lost {
            self.losses.add(name, number, text);
        }
    }

    /// Replaces each id, wherever it stands.
    fn give_ids(&self, fields: &mut Map<String, Value>) {
        for (name, value) in fields.iter_mut() {
            if value.is_object() || value.is_array() || check::is_id(name) {
                self.replace(value);
            }
        }
    }

    fn replace(&self, value: &mut Value) {
        match value {
            Value::String(text) => {
                if let Some(fresh) = self.ids.get(text.as_str()) {
                    fresh.clone_into(text);
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.replace(item)),
            Value::Object(fields) => fields.values_mut().for_each(|value| self.replace(value)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}

/// A story has a title, a brief and its times.
fn complete(fields: &mut Map<String, Value>) {
    let now = clock::now().millis();
    let brief = serde_json::to_value(Brief::default()).unwrap_or_default();
    for (name, value) in [
        ("title", Value::from("")),
        ("brief", brief),
        ("created_at", now.into()),
        ("updated_at", now.into()),
    ] {
        let field = fields.entry(name).or_insert(Value::Null);
        if field.is_null() {
            *field = value;
        }
    }
}

/// Whether the database refused what is in the row.
fn is_of_row(error: &dyn sqlx::error::DatabaseError) -> bool {
    // SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_TOOBIG; the extended codes say which constraint.
    let code = error.code().and_then(|code| code.parse::<u32>().ok());
    code.is_some_and(|code| matches!(code & 0xff, 18..=20))
}

async fn insert(
    sql: &mut SqliteConnection,
    table: &str,
    fields: &Map<String, Value>,
) -> std::result::Result<(), sqlx::Error> {
    let names: Vec<_> = fields.keys().map(|name| format!("\"{name}\"")).collect();
    let places = vec!["?"; fields.len()].join(", ");
    let statement = format!(
        "INSERT INTO \"{table}\" ({}) VALUES ({places})",
        names.join(", ")
    );
    let mut query = sqlx::query(AssertSqlSafe(statement));
    for value in fields.values() {
        query = match value {
            Value::Null => query.bind(None::<String>),
            Value::Bool(yes) => query.bind(i64::from(*yes)),
            Value::Number(number) => match number.as_i64() {
                Some(whole) => query.bind(whole),
                None => query.bind(number.as_f64()),
            },
            Value::String(text) => query.bind(text.clone()),
            Value::Array(_) | Value::Object(_) => query.bind(value.to_string()),
        };
    }
    query.execute(&mut *sql).await.map(drop)
}
