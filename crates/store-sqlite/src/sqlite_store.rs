//! The store: its connections, and how it is opened.

use crate::ids;
use sqlite_file::Database;
use sqlite_stories::search_index;
use sqlx::migrate::Migrator;
use std::{path::Path, sync::atomic::AtomicBool};
use store::{Result, StartupNotice, hub::Hub};
use tokio::sync::Mutex;

/// Runs, stories and everything else in one SQLite file, held by this process alone.
#[derive(Debug)]
pub struct SqliteStore {
    /// Whoever writes holds the turn from `BEGIN` until its events are told, so that events are told in
    /// the order of their numbers.
    pub(crate) turn: Mutex<()>,
    pub(crate) database: Database,
    pub(crate) hub: Hub,
    /// Whether everything is being replaced by a backup.
    pub(crate) is_restoring: AtomicBool,
}

/// The schema, step by step.
pub(crate) static MIGRATIONS: Migrator = sqlx::migrate!("src/migrations");

impl SqliteStore {
    /// Opens (or makes) `fablewright.db` in `folder` and brings its schema up to date. A folder that was used before
    /// and has lost its database is refused.
    pub async fn open(folder: &Path) -> Result<Self> {
        Self::open_or_create(folder, false).await
    }

    /// The same; with `create`, also a folder that has lost its database begins with an empty one.
    pub async fn open_or_create(folder: &Path, create: bool) -> Result<Self> {
        let database = Database::open(folder, create, &MIGRATIONS).await?;
        ids::continue_after(&database.durable).await?;
        if database
            .notices
            .contains(&StartupNotice::SearchIndexRebuilt)
        {
            search_index::rebuild_index(&database.durable).await?;
        }
        Ok(Self {
            turn: Mutex::new(()),
            database,
            hub: Hub::default(),
            is_restoring: AtomicBool::new(false),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tx::Durability;
    use store::Error;

    /// A statement without triggers: where it finds no room, SQLite itself rolls the whole transaction back.
    async fn write(store: &SqliteStore) -> Result<()> {
        let mut tx = store.begin(Durability::Durable).await?;
        sqlx::query("INSERT INTO events (at, body) VALUES (1, ?)")
            .bind("x".repeat(20_000))
            .execute(tx.sql())
            .await?;
        tx.commit().await
    }

    #[tokio::test]
    async fn a_full_disk_is_named_and_forgotten_once_there_is_room() -> Result<()> {
        let folder = tempfile::tempdir().map_err(|_| Error::Corrupt("a folder"))?;
        let store = SqliteStore::open(folder.path()).await?;
        // No page more than there are: what a full disk says, on this connection alone.
        sqlx::query("PRAGMA max_page_count = 1")
            .fetch_all(&store.database.durable)
            .await?;
        let refused = write(&store).await;
        assert!(matches!(refused, Err(Error::DiskFull(_))), "{refused:?}");
        // Its connection was given up, and the limit with it.
        write(&store).await?;
        Ok(())
    }
}
