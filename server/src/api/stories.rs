//! Stories and templates.

use super::{if_match::IfMatch, resource::ResourceResponse};
use crate::{
    problem::Problem,
    request::{Body, Paging, Params, Path, id},
};
use axum::{Json, extract::State, http::StatusCode, response::Response};
use domain::{NewStory, Page, Story, StoryId, StoryPatch, Template};
use engine::Engine;

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
    Ok(Json(engine.stories(limit, paging.after).await?))
}

pub(super) fn created(story: Story) -> Response {
    let location = format!("/api/v1/stories/{}", story.id);
    ResourceResponse::from(story).made(StatusCode::CREATED, &location)
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
    Ok(created(engine.create_story(new).await?))
}

/// A story.
#[utoipa::path(get, path = "/stories/{id}", responses((status = 200, body = Story)))]
pub(super) async fn show(
    State(engine): State<Engine>,
    Path(story): Path<String>,
) -> Result<ResourceResponse<Story>, Problem> {
    Ok(engine.story(id(&story, "story")?).await?.into())
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
) -> Result<ResourceResponse<Story>, Problem> {
    let story: StoryId = id(&story, "story")?;
    let change = |_, version| engine.update_story(story, patch, version);
    Ok(based.change(&engine, &story, change).await?.into())
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
    let delete = |_, version| engine.delete_story(story, version);
    based.change(&engine, &story, delete).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Copies a story.
#[utoipa::path(post, path = "/stories/{id}/duplicate", responses((status = 201, body = Story)))]
pub(super) async fn duplicate(
    State(engine): State<Engine>,
    Path(story): Path<String>,
) -> Result<Response, Problem> {
    let story = id(&story, "story")?;
    Ok(created(engine.duplicate_story(story).await?))
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
