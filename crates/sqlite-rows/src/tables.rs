//! The tables of the database and how their rows refer to each other, as the database itself says: whatever a later
//! version adds to a story goes to the trash with it, and comes back with it.

use sqlx::{FromRow, SqliteConnection};
use std::collections::{HashMap, HashSet};
use store::Result;

/// A table.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns, in order.
    pub columns: Vec<String>,
    /// Its primary key, where that is one column.
    pub key: Option<String>,
    /// Its columns that hold ids of other rows.
    pub references: Vec<Reference>,
}

/// A column that holds the id of a row of another table.
#[derive(Clone, Debug)]
pub struct Reference {
    /// The column.
    pub column: String,
    /// The table that it refers to.
    pub parent: String,
    /// The parent's column that it holds.
    pub target: String,
    /// Whether there can be no row without it.
    pub needed: bool,
    /// What happens to the row when its parent is deleted.
    pub deletes: OnDelete,
}

/// What happens to a row whose parent is deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnDelete {
    /// It is deleted, too.
    Row,
    /// The column is emptied.
    Column,
    /// The parent can't be deleted.
    Nothing,
}

#[derive(FromRow)]
struct ColumnRow {
    table_name: String,
    column_name: String,
    is_needed: bool,
    key_place: i64,
}

#[derive(FromRow)]
struct ReferenceRow {
    table_name: String,
    column_name: String,
    parent: String,
    target: Option<String>,
    on_delete: String,
}

/// All tables, parents before their children. The search index is none of them: triggers fill it again.
pub async fn load(sql: &mut SqliteConnection) -> Result<Vec<Table>> {
    let columns: Vec<ColumnRow> = sqlx::query_as(
        "SELECT t.name AS table_name, c.name AS column_name, c.\"notnull\" AS is_needed, c.pk AS key_place \
         FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' \
         AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND t.name NOT LIKE '\\_sqlx%' ESCAPE '\\' \
         AND t.name NOT LIKE 'search\\_%' ESCAPE '\\' \
         ORDER BY t.name, c.cid",
    )
    .fetch_all(&mut *sql)
    .await?;
    let references: Vec<ReferenceRow> = sqlx::query_as(
        "SELECT t.name AS table_name, f.\"from\" AS column_name, f.\"table\" AS parent, f.\"to\" AS target, \
         f.on_delete AS on_delete \
         FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table'",
    )
    .fetch_all(sql)
    .await?;
    let mut tables: Vec<Table> = Vec::new();
    let mut needed = HashSet::new();
    let mut keys: HashMap<String, Vec<String>> = HashMap::new();
    for row in columns {
        if row.is_needed {
            needed.insert((row.table_name.clone(), row.column_name.clone()));
        }
        if row.key_place > 0 {
            let key = keys.entry(row.table_name.clone()).or_default();
            key.push(row.column_name.clone());
        }
        match tables.last_mut().filter(|last| last.name == row.table_name) {
            Some(table) => table.columns.push(row.column_name),
            None => tables.push(Table {
                name: row.table_name,
                columns: vec![row.column_name],
                ..Table::default()
            }),
        }
    }
    for table in &mut tables {
        table.key = match keys.remove(&table.name).as_deref() {
            Some([key]) => Some(key.clone()),
            _ => None,
        };
    }
    for row in references {
        let reference = Reference {
            needed: needed.contains(&(row.table_name.clone(), row.column_name.clone())),
            column: row.column_name,
            parent: row.parent,
            target: row.target.unwrap_or_else(|| "id".to_owned()),
            deletes: match row.on_delete.as_str() {
                "CASCADE" => OnDelete::Row,
                "SET NULL" => OnDelete::Column,
                _ => OnDelete::Nothing,
            },
        };
        if let Some(table) = tables.iter_mut().find(|table| table.name == row.table_name) {
            table.references.push(reference);
        }
    }
    Ok(in_order(tables))
}

/// Parents before children. Tables that refer to each other in a circle come last.
fn in_order(mut tables: Vec<Table>) -> Vec<Table> {
    let mut ordered: Vec<Table> = Vec::with_capacity(tables.len());
    while !tables.is_empty() {
        let waiting: HashSet<String> = tables.iter().map(|table| table.name.clone()).collect();
        let (ready, rest): (Vec<_>, Vec<_>) = tables.into_iter().partition(|table| {
            let mut parents = table.references.iter().map(|reference| &reference.parent);
            parents.all(|parent| *parent == table.name || !waiting.contains(parent))
        });
        tables = rest;
        if ready.is_empty() {
            ordered.append(&mut tables);
        }
        ordered.extend(ready);
    }
    ordered
}

impl Table {
    /// A row as JSON.
    pub fn as_json(&self) -> String {
        let columns = self.columns.iter();
        let fields: Vec<_> = columns
            .map(|name| format!("'{name}', \"{name}\""))
            .collect();
        format!("json_object({})", fields.join(", "))
    }
}
