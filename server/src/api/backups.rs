//! Backups of the whole database.

use super::books::FileContent;
use crate::{
    problem::Problem,
    request::{Body, Paging, Params, Path},
};
use axum::{
    Json, body,
    body::Bytes,
    extract::State,
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE},
    },
    response::{IntoResponse as _, Response},
};
use domain::{BackupContents, BackupFile, BackupRestored, BackupSelection, Page};
use engine::Engine;
use futures::stream;
use std::io;
use tokio::{fs::File, io::AsyncReadExt as _};

/// So many bytes of a file are sent at once.
const PIECE: usize = 64 * 1024;

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
    Ok(Json(
        paging.of(engine.backups().await?, |backup| backup.id.clone())?,
    ))
}

/// Makes a backup of everything now, and checks it.
#[utoipa::path(post, path = "/backups", responses((status = 201, body = BackupFile)))]
pub(super) async fn make(
    State(engine): State<Engine>,
) -> Result<(StatusCode, Json<BackupFile>), Problem> {
    Ok((StatusCode::CREATED, Json(engine.back_up().await?)))
}

/// What is in a backup, compared with what is here now. Neither is changed.
#[utoipa::path(get, path = "/backups/{id}", responses((status = 200, body = BackupContents)))]
pub(super) async fn show(
    State(engine): State<Engine>,
    Path(id): Path<String>,
) -> Result<Json<BackupContents>, Problem> {
    Ok(Json(engine.backup_contents(&id).await?))
}

/// Restores one story of a backup as a new story, or everything. What was there before is kept as a backup; what runs is
/// stopped, unfinished runs of the backup come back paused, and settings stay as they are. All of it is done or nothing.
#[utoipa::path(
    post,
    path = "/backups/{id}/restore",
    request_body = BackupSelection,
    responses((status = 200, body = BackupRestored), (status = 409))
)]
pub(super) async fn restore(
    State(engine): State<Engine>,
    Path(id): Path<String>,
    Body(selection): Body<BackupSelection>,
) -> Result<Json<BackupRestored>, Problem> {
    Ok(Json(engine.restore_backup(&id, selection).await?))
}

/// The backup as a file: an SQLite database.
#[utoipa::path(
    get,
    path = "/backups/{id}/file",
    responses((status = 200, content((FileContent = "application/vnd.sqlite3"))))
)]
pub(super) async fn file(
    State(engine): State<Engine>,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let (place, bytes) = engine.backup_file(&id).await?;
    let file = match File::open(&place).await {
        Ok(file) => file,
        // It was deleted just now, for its age.
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(engine::Error::NotFound("backup").into());
        }
        Err(error) => {
            let reason =
                format!("This backup can't be read ({error}). Check the disk, then try again.");
            return Err(engine::Error::Unusable(reason).into());
        }
    };
    let pieces = stream::try_unfold(file, |mut file| async {
        let mut piece = vec![0; PIECE];
        let read = file.read(&mut piece).await?;
        piece.truncate(read);
        Ok::<_, io::Error>((read > 0).then(|| (Bytes::from(piece), file)))
    });
    let mut headers = HeaderMap::new();
    let kind = HeaderValue::from_static("application/vnd.sqlite3");
    headers.insert(CONTENT_TYPE, kind);
    headers.insert(CONTENT_LENGTH, HeaderValue::from(bytes));
    // An id has letters, digits and hyphens alone.
    let name = format!("attachment; filename=\"fablewright-{id}.db\"");
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(CONTENT_DISPOSITION, name);
    }
    Ok((headers, body::Body::from_stream(pieces)).into_response())
}
