//! What can't be read is kept where an author puts another value in its place.

use super::tx::Tx;
use store::Result;

/// Keeps a value that can't be read before another takes its place.
pub(super) async fn keep(tx: &mut Tx<'_>, place: &str, row: &str, value: &str) -> Result<()> {
    sqlx::query("INSERT INTO unreadable (place, row_id, value) VALUES (?, ?, ?)")
        .bind(place)
        .bind(row)
        .bind(value)
        .execute(tx.sql())
        .await?;
    Ok(())
}
