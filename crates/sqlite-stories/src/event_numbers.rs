//! The numbers of events.

use sqlx::SqliteConnection;
use store::Result;

/// The last number given out, whether its event is still stored or not.
pub async fn last_seq(sql: &mut SqliteConnection) -> Result<i64> {
    let seq: Option<i64> =
        sqlx::query_scalar("SELECT seq FROM sqlite_sequence WHERE name = 'events'")
            .fetch_optional(sql)
            .await?;
    Ok(seq.unwrap_or_default())
}
