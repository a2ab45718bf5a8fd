//! Stories and templates.

use super::ACTOR;
use crate::{
    problem::Problem,
    request::{Body, IfMatch, Paging, Params, Path, etag, id},
};
use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode, header::LOCATION},
    response::{IntoResponse, Response},
};
use domain::{NewStory, Page, Story, StoryId, StoryPatch, Template};
use engine::{Engine, Error};

/// Stories, the newest first.
#[utoipa::path(
    get,
    path = "/stories",
    params(Paging),
    responses((status = 200, body = Page<Story>))
)]
pub(super) async fn list(
    State(engine): State<Engine>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<Story>>, Problem> {
    let limit = paging.limit()?;
    Ok(Json(engine.stories(ACTOR, limit, paging.after).await?))
}

fn created(story: Story) -> Result<Response, Problem> {
    let mut headers = etag(story.version);
    let location = format!("/api/v1/stories/{}", story.id);
    if let Ok(location) = location.parse() {
        headers.insert(LOCATION, location);
    }
    Ok((StatusCode::CREATED, headers, Json(story)).into_response())
}

/// Makes a story.
#[utoipa::path(
    post,
    path = "/stories",
    request_body = NewStory,
    responses((status = 201, body = Story))
)]
pub(super) async fn create(
    State(engine): State<Engine>,
    Body(new): Body<NewStory>,
) -> Result<Response, Problem> {
    created(engine.create_story(ACTOR, new).await?)
}

/// A story.
#[utoipa::path(get, path = "/stories/{id}", responses((status = 200, body = Story)))]
pub(super) async fn show(
    State(engine): State<Engine>,
    Path(story): Path<String>,
) -> Result<(HeaderMap, Json<Story>), Problem> {
    Ok(found(engine.story(ACTOR, id(&story, "story")?).await?))
}

pub(super) fn found(story: Story) -> (HeaderMap, Json<Story>) {
    (etag(story.version), Json(story))
}

/// Changes a story's title or brief. A field that is missing stays as it is; `null` gives its default back.
#[utoipa::path(
    patch,
    path = "/stories/{id}",
    params(IfMatch),
    request_body = StoryPatch,
    responses((status = 200, body = Story))
)]
pub(super) async fn change(
    State(engine): State<Engine>,
    Path(story): Path<String>,
    based: IfMatch,
    Body(patch): Body<StoryPatch>,
) -> Result<(HeaderMap, Json<Story>), Problem> {
    let story: StoryId = id(&story, "story")?;
    let current = engine.story(ACTOR, story).await?;
    match engine
        .update_story(ACTOR, story, patch, based.version(current.version))
        .await
    {
        Ok(story) => Ok(found(story)),
        Err(error) => Err(with_current(&engine, story, error).await),
    }
}

/// Moves a story to the trash.
#[utoipa::path(
    delete,
    path = "/stories/{id}",
    params(IfMatch),
    responses((status = 204), (status = 409, body = Problem))
)]
pub(super) async fn delete(
    State(engine): State<Engine>,
    Path(story): Path<String>,
    based: IfMatch,
) -> Result<StatusCode, Problem> {
    let story: StoryId = id(&story, "story")?;
    let current = engine.story(ACTOR, story).await?;
    match engine
        .delete_story(ACTOR, story, based.version(current.version))
        .await
    {
        Ok(_) => Ok(StatusCode::NO_CONTENT),
        Err(error) => Err(with_current(&engine, story, error).await),
    }
}

/// A stale change is answered with the story as it stands.
pub(super) async fn with_current(engine: &Engine, story: StoryId, error: Error) -> Problem {
    let stale = matches!(error, Error::StaleVersion { .. });
    let problem = Problem::from(error);
    match engine.story(ACTOR, story).await {
        Ok(current) if stale => problem.with_current(&current),
        _ => problem,
    }
}

/// Copies a story.
#[utoipa::path(post, path = "/stories/{id}/duplicate", responses((status = 201, body = Story)))]
pub(super) async fn duplicate(
    State(engine): State<Engine>,
    Path(story): Path<String>,
) -> Result<Response, Problem> {
    created(engine.duplicate_story(ACTOR, id(&story, "story")?).await?)
}

/// Templates for new stories.
#[utoipa::path(
    get,
    path = "/templates",
    params(Paging),
    responses((status = 200, body = Page<Template>))
)]
pub(super) async fn templates(
    State(engine): State<Engine>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<Template>>, Problem> {
    Ok(Json(
        paging.of(engine.templates(), |template| template.id.clone())?,
    ))
}
