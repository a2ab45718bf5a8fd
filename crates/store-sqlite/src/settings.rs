//! What the author set.

use super::{SqliteStore, tx::Durability};
use async_trait::async_trait;
use domain::Preferences;
use sqlite_rows::{
    readable::{self, Lossy},
    rows,
};
use sqlite_stories::unreadable;
use store::SettingsStore;
use store::{Error, Result};

#[async_trait]
impl SettingsStore for SqliteStore {
    async fn preferences(&self) -> Result<(Preferences, i64)> {
        let (stored, revision): (Lossy, i64) =
            sqlx::query_as("SELECT preferences, revision FROM settings")
                .fetch_one(&self.database.readers)
                .await?;
        let (preferences, whole) = readable::by_field(&stored.0);
        if !whole {
            tracing::error!("some of the settings can't be read; defaults are used for them");
        }
        Ok((preferences, revision))
    }

    async fn save_preferences(&self, preferences: &Preferences, revision: i64) -> Result<i64> {
        let mut tx = self.begin(Durability::Durable).await?;
        let (stored, current): (Lossy, i64) =
            sqlx::query_as("SELECT preferences, revision FROM settings")
                .fetch_one(tx.sql())
                .await?;
        if current != revision {
            return Err(Error::StaleVersion { current });
        }
        if !readable::by_field::<Preferences>(&stored.0).1 {
            unreadable::keep(&mut tx, "settings.preferences", "1", &stored.0).await?;
        }
        sqlx::query("UPDATE settings SET preferences = ?, revision = revision + 1")
            .bind(rows::to_json(preferences))
            .execute(tx.sql())
            .await?;
        tx.commit().await?;
        Ok(current + 1)
    }
}
