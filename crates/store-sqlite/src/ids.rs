//! The newest id in the database: new ones are made to come after it, whatever the clock says.

use sqlx::SqlitePool;
use store::Result;
use store::ids;
use uuid::Uuid;

/// Makes every id from now on larger than all that are stored.
pub(super) async fn continue_after(pool: &SqlitePool) -> Result<()> {
    let newest: Option<String> = sqlx::query_scalar(
        "SELECT MAX(id) FROM (SELECT MAX(id) AS id FROM stories UNION ALL SELECT MAX(id) FROM chapters \
         UNION ALL SELECT MAX(id) FROM revisions UNION ALL SELECT MAX(id) FROM entities \
         UNION ALL SELECT MAX(id) FROM relations UNION ALL SELECT MAX(id) FROM rules \
         UNION ALL SELECT MAX(id) FROM facts UNION ALL SELECT MAX(id) FROM runs \
         UNION ALL SELECT MAX(id) FROM steps UNION ALL SELECT MAX(id) FROM calls \
         UNION ALL SELECT MAX(id) FROM versions UNION ALL SELECT MAX(id) FROM trash \
         UNION ALL SELECT MAX(key) FROM trash_rows UNION ALL SELECT MAX(id) FROM interviews)",
    )
    .fetch_one(pool)
    .await?;
    if let Some(newest) = newest.and_then(|id| Uuid::parse_str(&id).ok()) {
        ids::continue_after(newest);
    }
    Ok(())
}
