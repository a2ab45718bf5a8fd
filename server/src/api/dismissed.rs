//! Findings of a chapter that the author does not want to be told again. Nothing here has a version:
//! dismissing twice is dismissing once.

use super::{chapters::place, resource::ResourceResponse};
use crate::{
    problem::Problem,
    request::{Body, Paging, Params, Path},
};
use axum::{Json, extract::State};
use domain::{Chapter, Dismissal, Page};
use engine::Engine;

/// Findings of a chapter that are not shown any more.
#[utoipa::path(
    get,
    path = "/stories/{id}/chapters/{number}/dismissed",
    params(Paging),
    responses((status = 200, body = Page<Dismissal>))
)]
pub(super) async fn list(
    State(engine): State<Engine>,
    Path((story, chapter)): Path<(String, String)>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<Dismissal>>, Problem> {
    let (story, chapter) = place(&story, &chapter)?;
    let dismissed = engine.dismissed(story, chapter).await?;
    // They have no id; their order lasts, and their place in it tells them apart.
    let placed = (1_u32..).zip(dismissed).collect();
    let Page { items, next } = paging.of(placed, |(place, _): &(u32, _)| place.to_string())?;
    let items = items.into_iter().map(|(_, dismissal)| dismissal).collect();
    Ok(Json(Page { items, next }))
}

/// Dismisses a finding.
#[utoipa::path(
    post,
    path = "/stories/{id}/chapters/{number}/dismissed",
    request_body = Dismissal,
    responses((status = 200, body = Chapter))
)]
pub(super) async fn add(
    State(engine): State<Engine>,
    Path((story, chapter)): Path<(String, String)>,
    Body(finding): Body<Dismissal>,
) -> Result<ResourceResponse<Chapter>, Problem> {
    let (story, chapter) = place(&story, &chapter)?;
    let changed = engine.dismiss_finding(story, chapter, finding).await?;
    Ok(changed.into())
}

/// Shows a dismissed finding again.
#[utoipa::path(
    delete,
    path = "/stories/{id}/chapters/{number}/dismissed",
    request_body = Dismissal,
    responses((status = 200, body = Chapter))
)]
pub(super) async fn take_back(
    State(engine): State<Engine>,
    Path((story, chapter)): Path<(String, String)>,
    Body(finding): Body<Dismissal>,
) -> Result<ResourceResponse<Chapter>, Problem> {
    let (story, chapter) = place(&story, &chapter)?;
    let changed = engine.restore_finding(story, chapter, finding).await?;
    Ok(changed.into())
}
