//! Findings of a chapter that the author does not want to be told again. Nothing here has a version:
//! dismissing twice is dismissing once.

use super::{
    ACTOR,
    chapters::{found, place},
    stories::whole,
};
use crate::{problem::Problem, request::Body};
use axum::{
    Json,
    extract::{Path, State},
    http::HeaderMap,
};
use domain::{Chapter, Dismissal, Page};
use engine::Engine;

pub(super) async fn list(
    State(engine): State<Engine>,
    Path((story, number)): Path<(String, String)>,
) -> Result<Json<Page<Dismissal>>, Problem> {
    let (story, number) = place(&story, &number)?;
    Ok(Json(whole(engine.dismissed(ACTOR, story, number).await?)))
}

pub(super) async fn add(
    State(engine): State<Engine>,
    Path((story, number)): Path<(String, String)>,
    Body(finding): Body<Dismissal>,
) -> Result<(HeaderMap, Json<Chapter>), Problem> {
    let (story, number) = place(&story, &number)?;
    Ok(found(
        engine
            .dismiss_finding(ACTOR, story, number, finding)
            .await?,
    ))
}

pub(super) async fn take_back(
    State(engine): State<Engine>,
    Path((story, number)): Path<(String, String)>,
    Body(finding): Body<Dismissal>,
) -> Result<(HeaderMap, Json<Chapter>), Problem> {
    let (story, number) = place(&story, &number)?;
    Ok(found(
        engine
            .restore_finding(ACTOR, story, number, finding)
            .await?,
    ))
}
