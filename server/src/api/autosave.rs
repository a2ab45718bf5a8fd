//! What is typed in a chapter and not saved yet. Nothing here has a version: each device changes its own alone.

use super::chapters::place;
use crate::{
    problem::Problem,
    request::{Body, Paging, Params, Path},
};
use axum::{Json, extract::State, http::StatusCode};
use domain::{Autosave, NewAutosave, Page};
use engine::Engine;
use serde::Deserialize;

/// What is typed in a chapter and not saved yet, by device.
#[utoipa::path(
    get,
    path = "/stories/{id}/chapters/{number}/autosave",
    params(Paging),
    responses((status = 200, body = Page<Autosave>))
)]
pub(super) async fn list(
    State(engine): State<Engine>,
    Path((story, chapter)): Path<(String, String)>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<Autosave>>, Problem> {
    let (story, chapter) = place(&story, &chapter)?;
    let all = engine.autosaves(story, chapter).await?;
    Ok(Json(paging.of(all, |kept| kept.device.clone())?))
}

/// Keeps what a device has typed.
#[utoipa::path(
    put,
    path = "/stories/{id}/chapters/{number}/autosave",
    request_body = NewAutosave,
    responses((status = 200, body = Autosave))
)]
pub(super) async fn keep(
    State(engine): State<Engine>,
    Path((story, chapter)): Path<(String, String)>,
    Body(new): Body<NewAutosave>,
) -> Result<Json<Autosave>, Problem> {
    let (story, chapter) = place(&story, &chapter)?;
    Ok(Json(engine.keep_autosave(story, chapter, new).await?))
}

/// Whose is to be forgotten.
#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct AutosaveQuery {
    /// The device that typed it.
    device: String,
}

/// Forgets what a device has typed.
#[utoipa::path(
    delete,
    path = "/stories/{id}/chapters/{number}/autosave",
    params(AutosaveQuery),
    responses((status = 204))
)]
pub(super) async fn discard(
    State(engine): State<Engine>,
    Path((story, chapter)): Path<(String, String)>,
    Params(AutosaveQuery { device }): Params<AutosaveQuery>,
) -> Result<StatusCode, Problem> {
    let (story, chapter) = place(&story, &chapter)?;
    engine.discard_autosave(story, chapter, &device).await?;
    Ok(StatusCode::NO_CONTENT)
}
