//! A whole story as rows: which tables belong to a story, the database says itself, so that none can be forgotten.

mod check;
mod new_rows;
mod repair;

use super::{SqliteStore, import, stories, tx::Durability};
use async_trait::async_trait;
use domain::StoryId;
use futures::TryStreamExt as _;
use new_rows::NewRows;
use serde_json::{Map, Value};
use sqlite_rows::{
    readable::Lossy,
    tables::{self, OnDelete, Table},
};
use sqlx::{AssertSqlSafe, Row as _, SqliteConnection};
use std::collections::{BTreeSet, HashMap};
use store::{Error, ExportedRow, ImportedRows, Result, RowsPurpose, StoryRowStore};
use tokio::sync::mpsc;

/// Tables whose rows are of a story and go into no file: what a running program needs, and what became of imports.
pub(super) const LEFT_OUT: [&str; 6] = [
    "accepted_imports",
    "checkpoints",
    "drafts",
    "idempotency",
    "trash",
    "trash_rows",
];

/// Columns that go into no file: the prompts of calls are large, and are forgotten after a while anyway.
const COLUMNS_LEFT_OUT: [(&str, &str); 1] = [("calls", "prompt")];

/// Columns that hold JSON. In a file, they are what they hold.
pub(super) const JSON_COLUMNS: [(&str, &str); 12] = [
    ("books", "details"),
    ("books", "options"),
    ("chapters", "outline"),
    ("chapters", "threads"),
    ("entities", "traits"),
    ("readings", "findings"),
    ("revisions", "findings"),
    ("revisions", "report"),
    ("runs", "budget"),
    ("runs", "pace"),
    ("stories", "brief"),
    ("versions", "value"),
];

/// A table whose rows are of a story, and which of its rows are.
pub(super) struct StoryTable {
    pub(super) table: Table,
    /// What follows WHERE; `?1` is the story.
    rows: String,
}

/// All such tables, parents before children.
pub(super) async fn story_tables(sql: &mut SqliteConnection) -> Result<Vec<StoryTable>> {
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
fn fields_of(table: &str, stored: &str) -> Result<String> {
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

#[async_trait]
impl StoryRowStore for SqliteStore {
    async fn send_story_rows(&self, story: StoryId, to: mpsc::Sender<ExportedRow>) -> Result<()> {
        let mut tx = self.database.readers.begin().await?;
        stories::load(&mut tx, story).await?;
        for StoryTable { mut table, rows } in story_tables(&mut tx).await? {
            let name = table.name.clone();
            table
                .columns
                .retain(|column| !COLUMNS_LEFT_OUT.contains(&(name.as_str(), column.as_str())));
            let keys: Vec<String> = (1..=table.columns.len()).map(|at| at.to_string()).collect();
            let order = match &table.key {
                Some(key) => format!("\"{key}\""),
                None => keys.join(", "),
            };
            let columns: Vec<_> = table.columns.iter().map(|it| format!("\"{it}\"")).collect();
            let statement = format!(
                "SELECT {} FROM (SELECT {} FROM \"{name}\" WHERE {rows} ORDER BY {order})",
                table.as_json(),
                columns.join(", "),
            );
            let query = sqlx::query(AssertSqlSafe(statement)).bind(story.to_string());
            let mut found = query.fetch(&mut *tx);
            while let Some(row) = found.try_next().await? {
                let Lossy(stored) = row.try_get(0)?;
                let row = ExportedRow {
                    table: name.clone(),
                    fields: fields_of(&name, &stored)?,
                };
                if to.send(row).await.is_err() {
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    async fn receive_story_rows(
        &self,
        mut rows: mpsc::Receiver<ExportedRow>,
        ids: BTreeSet<String>,
        purpose: RowsPurpose,
    ) -> Result<ImportedRows> {
        let mut tx = self.begin(Durability::Durable).await?;
        if let RowsPurpose::Accept { import, .. } = &purpose {
            import::check_version(&mut tx, import.0, import.1).await?;
        }
        // Rows may come before those that they refer to; what is missing in the end is found then.
        sqlx::query("PRAGMA defer_foreign_keys = ON")
            .execute(tx.sql())
            .await?;
        let fresh: HashMap<String, String> = ids
            .into_iter()
            .map(|old| (old, store::ids::new_id().to_string()))
            .collect();
        let tables = story_tables(tx.sql()).await?;
        let mut inserter = NewRows::new(&tables, fresh);
        while let Some(row) = rows.recv().await {
            inserter.insert(&mut tx, &row).await?;
        }
        let (story, losses) = inserter.finish();
        let made = repair::story(&mut tx, &tables, story, losses).await?;
        let RowsPurpose::Accept { import, title } = purpose else {
            return Ok(made);
        };
        if let Some(title) = title {
            sqlx::query("UPDATE stories SET title = ? WHERE id = ?")
                .bind(title)
                .bind(made.story.id.to_string())
                .execute(tx.sql())
                .await?;
        }
        import::finish(&mut tx, import.0, made.story.id).await?;
        tx.touch_story(made.story.id).await?;
        let story = stories::load(tx.sql(), made.story.id).await?;
        tx.commit().await?;
        Ok(ImportedRows { story, ..made })
    }
}
