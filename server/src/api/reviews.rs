//! Structures, interviews, reviews.

use super::ACTOR;
use crate::{
    problem::Problem,
    request::{Body, Paging, Params, Path, id},
};
use axum::{Json, extract::State, http::StatusCode};
use domain::{BegunInterview, Interview, NewInterview, Page, Review, StructureTemplate};
use engine::Engine;

/// So many of a story's reviews can be looked at.
const MAX_REVIEWS: u32 = 200;

pub(super) async fn structures(
    State(engine): State<Engine>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<StructureTemplate>>, Problem> {
    Ok(Json(paging.of(engine.structures(), |structure| {
        structure.id.as_str().to_owned()
    })?))
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
    let reviews = engine
        .reviews(ACTOR, id(&story, "story")?, MAX_REVIEWS)
        .await?;
    Ok(Json(paging.of(reviews, |review| review.run.to_string())?))
}
