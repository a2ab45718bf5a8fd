//! One row and everything that belongs to it, copied out of an attached database under new ids.

use super::tables::{self, OnDelete, Reference, Table};
use sqlx::{AssertSqlSafe, SqliteConnection};
use std::collections::HashMap;
use store::Result;

/// What is copied.
#[derive(Clone, Copy, Debug)]
pub struct CopiedRows<'a> {
    /// The table of the row, with a column `id`.
    pub table: &'a str,
    /// Its id.
    pub id: &'a str,
    /// Tables that stay out.
    pub without: &'a [&'a str],
    /// Rows that belong to another one without a foreign key: table, column, parent.
    pub also: &'a [(&'a str, &'a str, &'a str)],
}

impl CopiedRows<'_> {
    /// Copies the row, and all rows that would be deleted with it, from the database attached as `backup` into the main
    /// one. Wherever the id of one of them stands, alone or as a string in JSON, the new id takes its place. Answers the
    /// new id of the row.
    pub async fn copy(
        &self,
        sql: &mut SqliteConnection,
        mut new_id: impl FnMut() -> String,
    ) -> Result<String> {
        for statement in [
            "DROP TABLE IF EXISTS temp.copied_rows",
            "CREATE TEMP TABLE copied_rows (old TEXT PRIMARY KEY, new TEXT NOT NULL, table_name TEXT NOT NULL)",
            "CREATE INDEX temp.copied_rows_by_table ON copied_rows (table_name)",
        ] {
            sqlx::query(statement).execute(&mut *sql).await?;
        }
        let mut taken: Vec<(Table, String)> = Vec::new();
        // Those without a foreign key come last: the order of tables knows nothing of them.
        let is_also = |table: &Table| self.also.iter().any(|(name, ..)| *name == table.name);
        let (also, all): (Vec<_>, Vec<_>) = tables::load(sql).await?.into_iter().partition(is_also);
        for table in all.into_iter().chain(also) {
            if self.without.contains(&table.name.as_str()) {
                continue;
            }
            let places = self.places(&table, &taken);
            if places.is_empty() {
                continue;
            }
            if let Some(key) = own_key(&table) {
                self.name_anew(sql, &table.name, key, &places, &mut new_id)
                    .await?;
            }
            taken.push((table, places));
        }
        let mut all = HashMap::new();
        let pairs: Vec<(String, String)> = sqlx::query_as("SELECT old, new FROM copied_rows")
            .fetch_all(&mut *sql)
            .await?;
        all.extend(pairs);
        for (table, places) in &taken {
            self.copy_rows(sql, table, places).await?;
        }
        for (table, _) in &taken {
            rename_within(sql, table, &all).await?;
        }
        Ok(all.get(self.id).cloned().unwrap_or_default())
    }

    /// Which rows of a table are copied, as a condition; empty where none are.
    fn places(&self, table: &Table, taken: &[(Table, String)]) -> String {
        if table.name == self.table {
            return "\"id\" = ?1".to_owned();
        }
        let owned = table
            .references
            .iter()
            .filter(|one| one.deletes == OnDelete::Row)
            .map(|Reference { column, parent, .. }| (column.as_str(), parent.as_str()));
        let also = self
            .also
            .iter()
            .filter(|(name, ..)| *name == table.name)
            .map(|(_, column, parent)| (*column, *parent));
        let places: Vec<String> = owned
            .chain(also)
            .filter(|(_, parent)| taken.iter().any(|(table, _)| table.name == *parent))
            .map(|(column, parent)| {
                format!(
                    "\"{column}\" IN (SELECT old FROM temp.copied_rows WHERE table_name = '{parent}')"
                )
            })
            .collect();
        match places.is_empty() {
            true => String::new(),
            // Every condition takes the id, so that all are asked alike.
            false => format!("?1 <> '' AND ({})", places.join(" OR ")),
        }
    }

    /// Gives the rows of a table new ids, in the order of the old ones: that is how lists are sorted.
    async fn name_anew(
        &self,
        sql: &mut SqliteConnection,
        table: &str,
        key: &str,
        places: &str,
        new_id: &mut impl FnMut() -> String,
    ) -> Result<()> {
        let select =
            format!("SELECT \"{key}\" FROM backup.\"{table}\" WHERE {places} ORDER BY \"{key}\"");
        let old: Vec<String> = sqlx::query_scalar(AssertSqlSafe(select))
            .bind(self.id.to_owned())
            .fetch_all(&mut *sql)
            .await?;
        for old in old {
            sqlx::query("INSERT INTO temp.copied_rows (old, new, table_name) VALUES (?, ?, ?)")
                .bind(old)
                .bind(new_id())
                .bind(table)
                .execute(&mut *sql)
                .await?;
        }
        Ok(())
    }

    async fn copy_rows(
        &self,
        sql: &mut SqliteConnection,
        table: &Table,
        places: &str,
    ) -> Result<()> {
        let name = &table.name;
        let columns: Vec<String> = table.columns.iter().map(|c| format!("\"{c}\"")).collect();
        let values: Vec<String> = columns
            .iter()
            .map(|column| {
                format!(
                    "COALESCE((SELECT c.new FROM temp.copied_rows c WHERE c.old = r.{column}), r.{column})"
                )
            })
            .collect();
        let statement = format!(
            "INSERT INTO main.\"{name}\" ({}) SELECT {} FROM backup.\"{name}\" r WHERE {places}",
            columns.join(", "),
            values.join(", ")
        );
        sqlx::query(AssertSqlSafe(statement))
            .bind(self.id.to_owned())
            .execute(sql)
            .await?;
        Ok(())
    }
}

/// The column with a row's own id: one that is no other row's.
fn own_key(table: &Table) -> Option<&str> {
    let key = table.key.as_deref()?;
    let is_other = table.references.iter().any(|one| one.column == key);
    (!is_other).then_some(key)
}

/// New ids within values that are JSON.
async fn rename_within(
    sql: &mut SqliteConnection,
    table: &Table,
    ids: &HashMap<String, String>,
) -> Result<()> {
    let Some(key) = own_key(table) else {
        return Ok(());
    };
    let name = &table.name;
    for column in table.columns.iter().filter(|column| *column != key) {
        let select = format!(
            "SELECT \"{key}\", CAST(\"{column}\" AS BLOB) FROM main.\"{name}\" \
             WHERE \"{key}\" IN (SELECT new FROM temp.copied_rows WHERE table_name = '{name}') \
             AND typeof(\"{column}\") = 'text' AND substr(\"{column}\", 1, 1) IN ('{{', '[')"
        );
        let values: Vec<(String, Vec<u8>)> = sqlx::query_as(AssertSqlSafe(select))
            .fetch_all(&mut *sql)
            .await?;
        for (row, value) in values {
            // What is no text has no ids.
            let Some(renamed) = String::from_utf8(value)
                .ok()
                .and_then(|value| renamed(&value, ids))
            else {
                continue;
            };
            let update =
                format!("UPDATE main.\"{name}\" SET \"{column}\" = ?1 WHERE \"{key}\" = ?2");
            sqlx::query(AssertSqlSafe(update))
                .bind(renamed)
                .bind(row)
                .execute(&mut *sql)
                .await?;
        }
    }
    Ok(())
}

/// JSON with the new ids in the place of the old ones; `None` where it has none.
fn renamed(json: &str, ids: &HashMap<String, String>) -> Option<String> {
    let parts: Vec<&str> = json.split('"').collect();
    if !parts.iter().any(|part| ids.contains_key(*part)) {
        return None;
    }
    let parts = parts
        .into_iter()
        .map(|part| ids.get(part).map_or(part, String::as_str));
    Some(parts.collect::<Vec<_>>().join("\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_within_json_are_new_and_nothing_else_is() {
        let ids = HashMap::from([("a-1".to_owned(), "b-2".to_owned())]);
        assert_eq!(
            renamed(r#"{"id":"a-1","text":"a-1 \"a-1\" x","of":["a-1"]}"#, &ids).as_deref(),
            Some(r#"{"id":"b-2","text":"a-1 \"a-1\" x","of":["b-2"]}"#)
        );
        assert_eq!(renamed(r#"{"id":"a-10"}"#, &ids), None);
    }
}
