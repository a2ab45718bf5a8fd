//! Structures, interviews, reviews.

use super::{ACTOR, stories::whole};
use crate::{
    problem::Problem,
    request::{Body, Paging, Params, id},
};
use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use domain::{BegunInterview, Interview, NewInterview, Page, Review, StructureTemplate};
use engine::Engine;

pub(super) async fn structures(State(engine): State<Engine>) -> Json<Page<StructureTemplate>> {
    Json(whole(engine.structures()))
}

pub(super) async fn interview(
    State(engine): State<Engine>,
    Body(new): Body<NewInterview>,
) -> Result<Json<Interview>, Problem> {
    Ok(Json(engine.interview(ACTOR, new).await?))
}

/// An interview that has its id before anything is asked in it.
pub(super) async fn begin_interview(
    State(engine): State<Engine>,
) -> Result<(StatusCode, Json<BegunInterview>), Problem> {
    let begun = engine.begin_interview(ACTOR).await?;
    Ok((StatusCode::CREATED, Json(begun)))
}

pub(super) async fn reviews(
    State(engine): State<Engine>,
    Path(story): Path<String>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<Review>>, Problem> {
    let (story, limit) = (id(&story, "story")?, paging.limit()?);
    Ok(Json(whole(engine.reviews(ACTOR, story, limit).await?)))
}
