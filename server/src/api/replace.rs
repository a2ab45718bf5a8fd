//! Finding and replacing in the chapters of a story.

use crate::{
    problem::Problem,
    request::{Body, Path, id},
};
use axum::{Json, extract::State};
use domain::{NewReplacement, ReplacePattern, ReplacePreview, Replacement, UndoneReplacement};
use engine::Engine;

/// Lists the places that a replacement would change, each with its sentence; it changes nothing. At most 500 places are
/// listed, and `more` says how many follow; a replacement without `places` changes those, too.
#[utoipa::path(
    post,
    path = "/stories/{id}/replace/preview",
    request_body = ReplacePattern,
    responses((status = 200, body = ReplacePreview))
)]
pub(super) async fn preview(
    State(engine): State<Engine>,
    Path(story): Path<String>,
    Body(pattern): Body<ReplacePattern>,
) -> Result<Json<ReplacePreview>, Problem> {
    let story = id(&story, "story")?;
    Ok(Json(engine.preview_replacement(story, &pattern).await?))
}

/// Replaces the chosen places, or all of them. Each changed chapter gets a new revision; where one of them changed since
/// its places were listed, nothing is replaced.
#[utoipa::path(
    post,
    path = "/stories/{id}/replace",
    request_body = NewReplacement,
    responses((status = 200, body = Replacement), (status = 409, body = Problem))
)]
pub(super) async fn replace(
    State(engine): State<Engine>,
    Path(story): Path<String>,
    Body(new): Body<NewReplacement>,
) -> Result<Json<Replacement>, Problem> {
    let story = id(&story, "story")?;
    Ok(Json(engine.replace(story, new).await?))
}

/// Takes a replacement back: its chapters have their former texts again, but for those that changed since.
#[utoipa::path(
    post,
    path = "/stories/{id}/replace/{replacement}/undo",
    responses((status = 200, body = UndoneReplacement), (status = 409, body = Problem))
)]
pub(super) async fn undo(
    State(engine): State<Engine>,
    Path((story, replacement)): Path<(String, String)>,
) -> Result<Json<UndoneReplacement>, Problem> {
    let (story, replacement) = (id(&story, "story")?, id(&replacement, "replacement")?);
    Ok(Json(engine.undo_replacement(story, replacement).await?))
}
