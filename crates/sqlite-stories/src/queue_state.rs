//! The queue as a whole.

use domain::Queue;
use sqlx::SqliteConnection;
use store::Result;

/// Whether a person holds the queue.
pub async fn is_held(sql: &mut SqliteConnection) -> Result<bool> {
    let held = sqlx::query_scalar("SELECT is_held FROM queue");
    Ok(held.fetch_one(sql).await?)
}

/// The queue as pages show it.
pub async fn load(sql: &mut SqliteConnection) -> Result<Queue> {
    let (is_held, workers, ended_tokens): (bool, u32, f64) = sqlx::query_as(
        "SELECT q.is_held, q.workers, (SELECT COALESCE(SUM(r.weight * \
           (SELECT COALESCE(AVG(t.fraction), 1.0) FROM steps t WHERE t.run_id = r.id)), 0.0) FROM runs r \
           WHERE r.batch = q.batch AND r.status NOT IN ('queued', 'running', 'paused')) FROM queue q",
    )
    .fetch_one(sql)
    .await?;
    Ok(Queue {
        is_held,
        workers,
        ended_tokens,
    })
}
