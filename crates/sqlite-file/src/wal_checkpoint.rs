//! Checkpoints: soon after a commit that matters, the write-ahead log is folded into the database file, so that the file
//! copied alone has what an author saved.

use sqlx::SqlitePool;
use std::{sync::Arc, time::Duration};
use tokio::sync::Notify;
use tokio_util::task::AbortOnDropHandle;

/// Commits that come close together share one checkpoint.
const TOGETHER: Duration = Duration::from_millis(100);

/// Does so until it is dropped.
#[derive(Debug)]
pub struct WalCheckpointer {
    wanted: Arc<Notify>,
    _task: AbortOnDropHandle<()>,
}

impl WalCheckpointer {
    pub(crate) fn begin(pool: SqlitePool) -> Self {
        let wanted = Arc::new(Notify::new());
        let task = tokio::spawn(follow(pool, Arc::clone(&wanted)));
        Self {
            wanted,
            _task: AbortOnDropHandle::new(task),
        }
    }

    /// Asks for one, soon.
    pub fn request(&self) {
        self.wanted.notify_one();
    }
}

async fn follow(pool: SqlitePool, wanted: Arc<Notify>) {
    loop {
        wanted.notified().await;
        tokio::time::sleep(TOGETHER).await;
        // Passive: waits for nobody, and nobody waits for it. What it leaves, the next one takes.
        let done = sqlx::query("PRAGMA wal_checkpoint(PASSIVE)")
            .execute(&pool)
            .await;
        match done {
            Ok(_) => {}
            Err(sqlx::Error::PoolClosed) => return,
            Err(error) => tracing::debug!(%error, "no checkpoint was made"),
        }
    }
}
