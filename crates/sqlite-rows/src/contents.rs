//! Everything in a database, replaced by everything in another one that is attached to it as `backup`. One transaction of
//! the caller's: before its commit nothing has changed, for whoever reads and after a crash alike.

use sqlx::{AssertSqlSafe, SqliteConnection};
use std::collections::HashSet;
use store::Result;

/// Columns that count changes: what is restored gets numbers that were not given before, so that a change based on what
/// was there before is refused.
const VERSIONS: [&str; 3] = ["version", "base_version", "fence"];

/// Takes over every row of the attached database, but for the tables in `kept`, which stay as they are. Foreign keys must
/// be off. Answers by how much versions were raised.
pub async fn replace_contents(sql: &mut SqliteConnection, kept: &[&str]) -> Result<i64> {
    let tables: Vec<String> = tables(sql)
        .await?
        .into_iter()
        .filter(|name| !kept.contains(&name.as_str()))
        .collect();
    // Rows are taken over as they are: nothing follows from them a second time.
    let triggers: Vec<(String, String)> =
        sqlx::query_as("SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger'")
            .fetch_all(&mut *sql)
            .await?;
    for (name, _) in &triggers {
        run(sql, format!("DROP TRIGGER main.\"{name}\"")).await?;
    }
    let mut versions = Vec::new();
    let mut highest = 0;
    let mut copies = Vec::new();
    for table in tables {
        let columns: Vec<String> = sqlx::query_scalar("SELECT name FROM pragma_table_info(?)")
            .bind(&table)
            .fetch_all(&mut *sql)
            .await?;
        for column in VERSIONS {
            // The index of the search counts its own.
            if columns.iter().any(|name| name == column) && !table.starts_with("search_") {
                let largest =
                    format!("SELECT COALESCE(MAX(\"{column}\"), 0) FROM main.\"{table}\"");
                let largest: i64 = sqlx::query_scalar(AssertSqlSafe(largest))
                    .fetch_one(&mut *sql)
                    .await?;
                highest = highest.max(largest);
                versions.push(format!(
                    "UPDATE main.\"{table}\" SET \"{column}\" = \"{column}\" + "
                ));
            }
        }
        let columns: Vec<String> = columns.iter().map(|name| format!("\"{name}\"")).collect();
        let columns = columns.join(", ");
        copies.push(format!("DELETE FROM main.\"{table}\""));
        copies.push(format!(
            "INSERT INTO main.\"{table}\" ({columns}) SELECT {columns} FROM backup.\"{table}\""
        ));
    }
    for copy in copies {
        run(sql, copy).await?;
    }
    for raise in versions {
        run(sql, format!("{raise}{highest}")).await?;
    }
    for (_, text) in triggers {
        run(sql, text).await?;
    }
    Ok(highest)
}

/// All tables with rows of their own. A virtual table has none: its rows are in the tables behind it.
async fn tables(sql: &mut SqliteConnection) -> Result<Vec<String>> {
    let found: Vec<(String, String)> = sqlx::query_as(
        "SELECT name, sql FROM main.sqlite_schema WHERE type = 'table' AND sql IS NOT NULL",
    )
    .fetch_all(&mut *sql)
    .await?;
    let there: Vec<String> =
        sqlx::query_scalar("SELECT name FROM backup.sqlite_schema WHERE type = 'table'")
            .fetch_all(sql)
            .await?;
    let there: HashSet<String> = there.into_iter().collect();
    Ok(found
        .into_iter()
        .filter(|(name, text)| {
            !name.starts_with("sqlite_")
                && !name.starts_with("_sqlx")
                && !text.to_ascii_uppercase().starts_with("CREATE VIRTUAL")
                && there.contains(name)
        })
        .map(|(name, _)| name)
        .collect())
}

async fn run(sql: &mut SqliteConnection, statement: String) -> Result<()> {
    sqlx::query(AssertSqlSafe(statement)).execute(sql).await?;
    Ok(())
}
