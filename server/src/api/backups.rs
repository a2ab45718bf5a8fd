//! Backups of the whole database.

use crate::{
    problem::Problem,
    request::{Paging, Params},
};
use axum::{Json, extract::State, http::StatusCode};
use domain::{BackupFile, Page};
use engine::Engine;

/// The backups in the data folder, the newest first.
#[utoipa::path(
    get,
    path = "/backups",
    params(Paging),
    responses((status = 200, body = Page<BackupFile>))
)]
pub(super) async fn list(
    State(engine): State<Engine>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<BackupFile>>, Problem> {
    paging.check()?;
    Ok(Json(paging.of(engine.backups().await?, |backup| {
        backup.file.clone()
    })?))
}

/// Makes a backup of everything now, and checks it.
#[utoipa::path(post, path = "/backups", responses((status = 201, body = BackupFile)))]
pub(super) async fn make(
    State(engine): State<Engine>,
) -> Result<(StatusCode, Json<BackupFile>), Problem> {
    Ok((StatusCode::CREATED, Json(engine.back_up().await?)))
}
