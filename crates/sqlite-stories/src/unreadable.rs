//! What can't be read is kept where an author puts another value in its place.

use sqlx::SqliteConnection;
use store::Result;

/// Keeps a value that can't be read before another takes its place.
pub async fn keep(sql: &mut SqliteConnection, place: &str, row: &str, value: &str) -> Result<()> {
    sqlx::query("INSERT INTO unreadable (place, row_id, value) VALUES (?, ?, ?)")
        .bind(place)
        .bind(row)
        .bind(value)
        .execute(&mut *sql)
        .await?;
    Ok(())
}
