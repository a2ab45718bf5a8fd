//! Events: appended, read from a number on, pruned.

pub(super) use sqlite_stories::event_numbers::last_seq;

use super::{SqliteStore, runs, tx::Durability};
use async_trait::async_trait;
use domain::{Event, EventBody};
use sqlite_rows::rows;
use std::time::Duration;
use store::{Error, Result};
use store::{EventLog, EventRetention, hub::Hub};

/// How long closing waits to note that it is closed.
const MARK_TIME: Duration = Duration::from_secs(1);

#[async_trait]
impl EventLog for SqliteStore {
    async fn events(&self, after: i64, limit: u32) -> Result<Vec<Event>> {
        let mut tx = self.database.readers.begin().await?;
        let stored: Vec<(i64, Option<String>, Option<String>)> = sqlx::query_as(
            "SELECT seq, run_id, body FROM events WHERE seq > ? ORDER BY seq LIMIT ?",
        )
        .bind(after)
        .bind(limit)
        .fetch_all(&mut *tx)
        .await?;
        let mut events = Vec::with_capacity(stored.len());
        for (seq, run, body) in stored {
            let body = match (run, body) {
                (_, Some(body)) => match rows::from_json(&body, "an event") {
                    Ok(body) => body,
                    Err(error) => {
                        tracing::error!(seq, %error, "an event is passed over");
                        EventBody::Reset(runs::load_state(&mut tx).await?)
                    }
                },
                (Some(run), None) => match runs::load(&mut tx, rows::id(&run)?).await {
                    Ok(run) => EventBody::Run(Box::new(run)),
                    // Deleted with its story: what is left is the truth.
                    Err(Error::NotFound(_)) => EventBody::Reset(runs::load_state(&mut tx).await?),
                    Err(error) => return Err(error),
                },
                (None, None) => return Err(Error::Corrupt("an event")),
            };
            events.push(Event { seq, body });
        }
        Ok(events)
    }

    async fn event_range(&self) -> Result<(i64, i64)> {
        let mut tx = self.database.readers.begin().await?;
        let last = last_seq(&mut tx).await?;
        let oldest: Option<i64> = sqlx::query_scalar("SELECT MIN(seq) FROM events")
            .fetch_one(&mut *tx)
            .await?;
        Ok((last, oldest.unwrap_or(last + 1)))
    }

    async fn prune_events(&self, keep: EventRetention) -> Result<u64> {
        let mut tx = self.begin(Durability::Quick).await?;
        let last = last_seq(tx.sql()).await?;
        // Always the oldest ones: what is left has no holes.
        let pruned = sqlx::query(
            "DELETE FROM events WHERE seq <= ?1 OR (seq <= ?2 AND seq < COALESCE(\
               (SELECT MIN(seq) FROM events WHERE at >= ?3), ?2 + 1))",
        )
        .bind(last - i64::from(keep.at_most))
        .bind(last - i64::from(keep.at_least))
        .bind(keep.since.millis())
        .execute(tx.sql())
        .await?
        .rows_affected();
        tx.commit().await?;
        if pruned > 0 {
            let _turn = self.turn.lock().await;
            // Gives back a page a row: it is done when there are no more.
            sqlx::query("PRAGMA incremental_vacuum")
                .fetch_all(&self.database.quick)
                .await?;
        }
        Ok(pruned)
    }

    fn hub(&self) -> &Hub {
        &self.hub
    }

    async fn ping(&self) -> Result<()> {
        self.database.place.check()?;
        // A write that changes nothing, but has to reach the file: it fails where that is read-only or full.
        let mut tx = self.begin(Durability::Quick).await?;
        // SQLite leaves out what is the same as before: so there and back.
        for sql in [
            "UPDATE queue SET workers = workers + 1",
            "UPDATE queue SET workers = workers - 1",
        ] {
            sqlx::query(sql).execute(tx.sql()).await?;
        }
        tx.commit().await
    }

    async fn close(&self) {
        // Where it does not, the next start only looks more closely.
        let marked = tokio::time::timeout(MARK_TIME, self.mark_closed()).await;
        if !matches!(marked, Ok(Ok(()))) {
            tracing::debug!("the database could not be marked as closed");
        }
        self.database.keeper.close().await;
        self.database.readers.close().await;
        self.database.quick.close().await;
        self.database.durable.close().await;
        self.database.place.release();
    }
}
