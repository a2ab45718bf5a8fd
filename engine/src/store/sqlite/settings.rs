//! What the author set.

use super::{SqliteStore, rows, tx::Durability};
use crate::{Error, Result, store::SettingsStore};
use async_trait::async_trait;
use domain::Preferences;

#[async_trait]
impl SettingsStore for SqliteStore {
    async fn preferences(&self) -> Result<(Preferences, i64)> {
        let (stored, revision): (String, i64) =
            sqlx::query_as("SELECT preferences, revision FROM settings")
                .fetch_one(&self.readers)
                .await?;
        Ok((rows::from_json(&stored, "the settings")?, revision))
    }

    async fn save_preferences(&self, preferences: &Preferences, revision: i64) -> Result<i64> {
        let mut tx = self.begin(Durability::Durable).await?;
        let current: i64 = sqlx::query_scalar("SELECT revision FROM settings")
            .fetch_one(tx.sql())
            .await?;
        if current != revision {
            return Err(Error::StaleVersion { current });
        }
        sqlx::query("UPDATE settings SET preferences = ?, revision = revision + 1")
            .bind(rows::to_json(preferences))
            .execute(tx.sql())
            .await?;
        tx.commit().await?;
        Ok(current + 1)
    }
}
