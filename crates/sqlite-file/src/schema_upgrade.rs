//! Brings a database to the schema of this version.

use crate::folder::unusable;
use sqlx::{
    SqliteConnection,
    migrate::{MigrateError, Migrator},
};
use std::path::Path;
use store::{DataFolderError, Result};

/// Runs what is missing of the migrations.
pub(crate) async fn migrate(
    sql: &mut SqliteConnection,
    file: &Path,
    schema: &Migrator,
) -> Result<()> {
    schema.run(sql).await.map_err(|error| match error {
        MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => {
            DataFolderError::Newer(file.to_owned()).into()
        }
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => {
            unusable(file, error)
        }
        other => DataFolderError::NotUpgraded {
            file: file.to_owned(),
            cause: other.to_string(),
        }
        .into(),
    })
}
