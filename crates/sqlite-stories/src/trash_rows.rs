//! Rows on their way into the trash and back.

use sqlite_rows::{
    readable::Lossy,
    tables::{self, OnDelete, Reference, Table},
};
use sqlx::{AssertSqlSafe, FromRow, SqliteConnection};
use std::collections::HashSet;
use store::{Error, Result};

/// Keeps a row and everything that is deleted with it, then deletes it. `entry` is in the trash already.
pub async fn move_to_trash(
    sql: &mut SqliteConnection,
    entry: &str,
    table: &str,
    id: &str,
) -> Result<()> {
    let all = tables::load(&mut *sql).await?;
    let mut taken: HashSet<String> = HashSet::new();
    for one in &all {
        let key = match &one.key {
            Some(key) => format!("\"{key}\""),
            None => "NULL".to_owned(),
        };
        let (name, json) = (&one.name, one.as_json());
        let keep = format!(
            "INSERT INTO trash_rows (trash_id, table_name, key, content) \
             SELECT ?1, '{name}', {key}, {json} FROM \"{name}\" WHERE "
        );
        let kept = if one.name == table {
            run(sql, format!("{keep} \"id\" = ?2"), &[entry, id]).await?
        } else {
            let places = children_of(one, &taken);
            match places.is_empty() {
                true => 0,
                false => run(sql, format!("{keep} {places}"), &[entry]).await?,
            }
        };
        if kept > 0 {
            taken.insert(one.name.clone());
        }
    }
    keep_links(sql, entry, &all, &taken).await?;
    run(
        sql,
        format!("DELETE FROM \"{table}\" WHERE \"id\" = ?1"),
        &[id],
    )
    .await?;
    Ok(())
}

/// Which rows of a table are deleted with those that were taken.
fn children_of(table: &Table, taken: &HashSet<String>) -> String {
    let references = table.references.iter();
    let places: Vec<_> = references
        .filter(|one| one.deletes == OnDelete::Row && taken.contains(&one.parent))
        .map(|one| format!("\"{}\" IN ({})", one.column, keys_of(&one.parent)))
        .collect();
    places.join(" OR ")
}

fn keys_of(table: &str) -> String {
    format!("SELECT key FROM trash_rows WHERE trash_id = ?1 AND table_name = '{table}'")
}

/// Keeps what other rows lose that only point at those that were taken.
async fn keep_links(
    sql: &mut SqliteConnection,
    entry: &str,
    all: &[Table],
    taken: &HashSet<String>,
) -> Result<()> {
    for table in all.iter().filter(|table| !taken.contains(&table.name)) {
        let Some(key) = &table.key else { continue };
        for one in &table.references {
            if one.deletes != OnDelete::Column || !taken.contains(&one.parent) {
                continue;
            }
            let (name, column) = (&table.name, &one.column);
            let statement = format!(
                "INSERT INTO trash_links (trash_id, table_name, column_name, key_name, key, target) \
                 SELECT ?1, '{name}', '{column}', '{key}', \"{key}\", \"{column}\" FROM \"{name}\" \
                 WHERE \"{column}\" IN ({})",
                keys_of(&one.parent)
            );
            run(sql, statement, &[entry]).await?;
        }
    }
    Ok(())
}

async fn run(sql: &mut SqliteConnection, statement: String, values: &[&str]) -> Result<u64> {
    let mut query = sqlx::query(AssertSqlSafe(statement));
    for value in values {
        query = query.bind((*value).to_owned());
    }
    Ok(query.execute(&mut *sql).await?.rows_affected())
}

/// Puts everything of an entry back where it was, then takes the entry out of the trash.
///
/// A row that needs another one which is in the trash itself (a relation whose other end was deleted later) moves
/// to the entry of that one, and comes back with it.
pub async fn put_back(sql: &mut SqliteConnection, entry: &str) -> Result<()> {
    for table in tables::load(&mut *sql).await? {
        // Its names of columns alone are read here: a value that is no text comes back as it was.
        let first: Option<Lossy> = sqlx::query_scalar(
            "SELECT content FROM trash_rows WHERE trash_id = ? AND table_name = ? LIMIT 1",
        )
        .bind(entry)
        .bind(&table.name)
        .fetch_optional(&mut *sql)
        .await?;
        let Some(first) = first else { continue };
        for one in table.references.iter().filter(|one| one.needed) {
            hand_on(sql, entry, &table.name, one).await?;
        }
        // A column that is newer than the entry gets what its table says for new rows.
        let known: serde_json::Map<String, serde_json::Value> =
            serde_json::from_str(&first.0).map_err(|_| Error::Corrupt("a row in the trash"))?;
        let columns = table.columns.iter();
        let (names, values): (Vec<_>, Vec<_>) = columns
            .filter(|name| known.contains_key(*name))
            .map(|name| (format!("\"{name}\""), format!("content ->> '$.{name}'")))
            .unzip();
        let has_parents: String = table.references.iter().map(has_parent).collect();
        // What another row has taken the place of (an idempotency key that was used again) is left out.
        let statement = format!(
            "INSERT INTO \"{}\" ({}) SELECT {} FROM trash_rows r WHERE trash_id = ?1 AND table_name = ?2 \
             {has_parents} ON CONFLICT DO NOTHING",
            table.name,
            names.join(", "),
            values.join(", "),
        );
        run(sql, statement, &[entry, &table.name]).await?;
    }
    link_again(sql, entry).await?;
    run(sql, "DELETE FROM trash WHERE id = ?1".to_owned(), &[entry]).await?;
    Ok(())
}

fn has_parent(reference: &Reference) -> String {
    let Reference {
        column,
        parent,
        target,
        ..
    } = reference;
    format!(
        " AND (r.content ->> '$.{column}' IS NULL OR EXISTS (SELECT 1 FROM \"{parent}\" p \
         WHERE p.\"{target}\" = r.content ->> '$.{column}'))"
    )
}

/// Gives rows whose parent is in the trash to the entry of that parent.
async fn hand_on(
    sql: &mut SqliteConnection,
    entry: &str,
    table: &str,
    needs: &Reference,
) -> Result<()> {
    let Reference {
        column,
        parent,
        target,
        ..
    } = needs;
    let needed = format!("trash_rows.content ->> '$.{column}'");
    let holder = format!(
        "FROM trash_rows o WHERE o.key = {needed} AND o.table_name = '{parent}' AND o.trash_id <> ?1"
    );
    let statement = format!(
        "UPDATE trash_rows SET trash_id = (SELECT o.trash_id {holder} LIMIT 1) \
         WHERE trash_id = ?1 AND table_name = ?2 AND EXISTS (SELECT 1 {holder}) \
         AND NOT EXISTS (SELECT 1 FROM \"{parent}\" p WHERE p.\"{target}\" = {needed})"
    );
    run(sql, statement, &[entry, table]).await?;
    Ok(())
}

#[derive(FromRow)]
struct LinkRow {
    table_name: String,
    column_name: String,
    key_name: String,
}

/// Lets other rows point at those that came back, where they point at nothing else.
async fn link_again(sql: &mut SqliteConnection, entry: &str) -> Result<()> {
    let links: Vec<LinkRow> = sqlx::query_as(
        "SELECT DISTINCT table_name, column_name, key_name FROM trash_links WHERE trash_id = ?",
    )
    .bind(entry)
    .fetch_all(&mut *sql)
    .await?;
    for LinkRow {
        table_name,
        column_name,
        key_name,
    } in links
    {
        let kept =
            "FROM trash_links l WHERE l.trash_id = ?1 AND l.table_name = ?2 AND l.column_name = ?3";
        let statement = format!(
            "UPDATE \"{table_name}\" SET \"{column_name}\" = (SELECT l.target {kept} \
               AND l.key = \"{table_name}\".\"{key_name}\") \
             WHERE \"{column_name}\" IS NULL AND \"{key_name}\" IN (SELECT l.key {kept})"
        );
        run(sql, statement, &[entry, &table_name, &column_name]).await?;
    }
    Ok(())
}

/// Deletes an entry for good, with the history and the unsaved texts of what is in it.
pub async fn forget(sql: &mut SqliteConnection, entry: &str) -> Result<()> {
    for statement in [
        "DELETE FROM versions WHERE subject_id IN (SELECT key FROM trash_rows WHERE trash_id = ?1)",
        "DELETE FROM autosaves WHERE chapter_id IN (SELECT key FROM trash_rows WHERE trash_id = ?1)",
        "DELETE FROM trash WHERE id = ?1",
    ] {
        run(sql, statement.to_owned(), &[entry]).await?;
    }
    Ok(())
}
