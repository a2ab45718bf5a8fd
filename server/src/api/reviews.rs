//! Structures, interviews, reviews.

use crate::{
    problem::Problem,
    request::{Body, Paging, Params, Path, id},
};
use axum::{Json, extract::State, http::StatusCode};
use domain::{BegunInterview, Interview, NewInterview, Page, Review, StructureTemplate};
use engine::Engine;

/// So many of a story's reviews can be looked at.
const MAX_REVIEWS: u32 = 200;

/// Structures that a story can follow.
#[utoipa::path(
    get,
    path = "/structures",
    params(Paging),
    responses((status = 200, body = Page<StructureTemplate>))
)]
pub(super) async fn structures(
    State(engine): State<Engine>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<StructureTemplate>>, Problem> {
    Ok(Json(paging.of(engine.structures(), |structure| {
        structure.id.as_str().to_owned()
    })?))
}

/// Asks a model what it needs to know about an idea, and drafts a brief.
#[utoipa::path(
    post,
    path = "/interview",
    request_body = NewInterview,
    responses(
        (status = 200, body = Interview),
        (status = 404, body = Problem),
        (status = 502, body = Problem)
    )
)]
pub(super) async fn interview(
    State(engine): State<Engine>,
    Body(new): Body<NewInterview>,
) -> Result<Json<Interview>, Problem> {
    Ok(Json(engine.interview(new).await?))
}

/// Begins an interview: it has its id before anything is asked in it.
#[utoipa::path(post, path = "/interviews", responses((status = 201, body = BegunInterview)))]
pub(super) async fn begin_interview(
    State(engine): State<Engine>,
) -> Result<(StatusCode, Json<BegunInterview>), Problem> {
    let begun = engine.begin_interview().await?;
    Ok((StatusCode::CREATED, Json(begun)))
}

/// The reviews of a story, the newest first.
#[utoipa::path(
    get,
    path = "/stories/{id}/reviews",
    params(Paging),
    responses((status = 200, body = Page<Review>))
)]
pub(super) async fn reviews(
    State(engine): State<Engine>,
    Path(story): Path<String>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<Review>>, Problem> {
    let reviews = engine.reviews(id(&story, "story")?, MAX_REVIEWS).await?;
    Ok(Json(paging.of(reviews, |review| review.run.to_string())?))
}
