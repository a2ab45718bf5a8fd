//! Backups: what there is, what is in one, and how it comes back.

use super::ApiResult;
use domain::{BackupContents, BackupFile, BackupRestored, BackupSelection};
use leptos::{prelude::*, server_fn::codec::Json};

/// All backups, newest first.
#[server(prefix = "/api/studio", endpoint = "backups", input = Json)]
pub async fn list_backups() -> ApiResult<Vec<BackupFile>> {
    use super::server::{api_result, engine};
    api_result(engine().backups().await)
}

/// Makes a checked backup now.
#[server(prefix = "/api/studio", endpoint = "back_up", input = Json)]
pub async fn back_up() -> ApiResult<BackupFile> {
    use super::server::{api_result, engine};
    api_result(engine().back_up().await)
}

/// What is in a backup, compared with what is here now.
#[server(prefix = "/api/studio", endpoint = "backup", input = Json)]
pub async fn get_backup(id: String) -> ApiResult<BackupContents> {
    use super::server::{api_result, engine};
    api_result(engine().backup_contents(&id).await)
}

/// Restores everything in a backup, or one story of it as a new one.
#[server(prefix = "/api/studio", endpoint = "restore_backup", input = Json)]
pub async fn restore_backup(id: String, selection: BackupSelection) -> ApiResult<BackupRestored> {
    use super::server::{api_result, engine};
    api_result(engine().restore_backup(&id, selection).await)
}
