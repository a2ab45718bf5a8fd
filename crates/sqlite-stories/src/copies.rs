//! Copies of stories that were never finished.

use sqlx::SqlitePool;
use store::Result;

/// Removes what is left of copies that were being made when the process ended.
pub async fn remove_unfinished(writer: &SqlitePool) -> Result<()> {
    sqlx::query("DELETE FROM stories WHERE copying = 1")
        .execute(writer)
        .await?;
    Ok(())
}
