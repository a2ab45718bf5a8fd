//! Structures, interviews, reviews, and bringing back what was there before.

use super::{ACTOR, chapters};
use crate::{
    problem::Problem,
    request::{Based, Body, Paging, Params, chapter_number, etag, id},
};
use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
};
use domain::{
    BegunInterview, Chapter, Entity, EntityId, Interview, NewInterview, Page, Review, StoryId,
    StructureTemplate,
};
use engine::{Engine, Error};

/// So many of a story's reviews can be looked at.
const MAX_REVIEWS: u32 = 200;

pub(super) async fn structures(
    State(engine): State<Engine>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<StructureTemplate>>, Problem> {
    Ok(Json(paging.of(engine.structures(), |structure| {
        structure.id.word().to_owned()
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

/// A chapter's former beats come back; the present ones become the former.
pub(super) async fn former_beats(
    State(engine): State<Engine>,
    Path((story, number)): Path<(String, String)>,
    based: Based,
) -> Result<(HeaderMap, Json<Chapter>), Problem> {
    let (story, number) = (id(&story, "story")?, chapter_number(&number)?);
    let version = based.version(engine.chapter(ACTOR, story, number).await?.version);
    match engine.swap_outline(ACTOR, story, number, version).await {
        Ok(chapter) => Ok((etag(chapter.version), Json(chapter))),
        Err(error) => Err(chapters::with_current(&engine, story, number, error).await),
    }
}

fn found((entity, version): (Entity, i64)) -> (HeaderMap, Json<Entity>) {
    (etag(version), Json(entity))
}

/// What an entity was before comes back; what it is becomes the former.
pub(super) async fn former_entity(
    State(engine): State<Engine>,
    Path((story, entity)): Path<(String, String)>,
    based: Based,
) -> Result<(HeaderMap, Json<Entity>), Problem> {
    let (story, entity): (StoryId, EntityId) = (id(&story, "story")?, id(&entity, "entity")?);
    let version = based.version(engine.entity(ACTOR, story, entity).await?.1);
    match engine.swap_entity(ACTOR, story, entity, version).await {
        Ok(entity) => Ok(found(entity)),
        Err(error @ Error::StaleVersion { .. }) => {
            let (current, _) = engine.entity(ACTOR, story, entity).await?;
            Err(Problem::from(error).with_current(&current))
        }
        Err(error) => Err(error.into()),
    }
}
