//! Stories and templates.

use super::{if_match::IfMatch, resource::ResourceResponse};
use crate::{
    problem::Problem,
    request::{Body, Paging, Params, Path, id},
};
use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode, header::ACCEPT_LANGUAGE},
    response::Response,
};
use domain::{
    BatchOutcome, NewStory, Page, Story, StoryBatch, StoryCounts, StoryFilter, StoryId, StoryOrder,
    StoryPatch, StoryQuery, Template,
};
use engine::Engine;
use serde::{Deserialize, Serialize};

/// Which stories are listed, and how.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct StoryListQuery {
    /// The order. Titles are sorted as the first language of `Accept-Language` sorts.
    #[serde(default)]
    sort: StoryOrder,
    #[serde(default)]
    filter: StoryFilter,
    /// Words that title, author, premise or genre must have, each anywhere.
    #[serde(default)]
    q: String,
}

impl StoryListQuery {
    fn read(self, headers: &HeaderMap) -> StoryQuery {
        let language = headers.get(ACCEPT_LANGUAGE);
        let language = language
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        StoryQuery {
            order: self.sort,
            filter: self.filter,
            words: self.q,
            language: String::new(),
        }
        .in_language_of(language)
    }
}

/// Stories, those that are archived only where the filter says so.
#[utoipa::path(
    get,
    path = "/stories",
    params(StoryListQuery, Paging),
    responses((status = 200, body = Page<Story>))
)]
pub(super) async fn list(
    State(engine): State<Engine>,
    headers: HeaderMap,
    Params(query): Params<StoryListQuery>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<Story>>, Problem> {
    let limit = paging.limit()?;
    let library = engine
        .library(query.read(&headers), limit, paging.after)
        .await?;
    Ok(Json(library.stories))
}

/// The words that stories are counted by.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct StoryCountsQuery {
    /// Words that title, author, premise or genre must have, each anywhere.
    #[serde(default)]
    q: String,
}

/// How many stories each filter finds.
#[utoipa::path(
    get,
    path = "/stories/counts",
    params(StoryCountsQuery),
    responses((status = 200, body = StoryCounts))
)]
pub(super) async fn counts(
    State(engine): State<Engine>,
    Params(query): Params<StoryCountsQuery>,
) -> Result<Json<StoryCounts>, Problem> {
    let query = StoryQuery {
        words: query.q,
        ..StoryQuery::default()
    };
    Ok(Json(engine.library(query, 1, None).await?.counts))
}

/// What became of the stories of a batch.
#[derive(Serialize, utoipa::ToSchema)]
pub(super) struct BatchOutcomes {
    /// One for each story, in the order of the request.
    items: Vec<BatchOutcome>,
}

/// Archives, unarchives or deletes several stories. Each is changed on its own; one that can't be stays as it is.
#[utoipa::path(
    post,
    path = "/stories/batch",
    request_body = StoryBatch,
    responses((status = 200, body = BatchOutcomes))
)]
pub(super) async fn batch(
    State(engine): State<Engine>,
    Body(batch): Body<StoryBatch>,
) -> Result<Json<BatchOutcomes>, Problem> {
    let items = engine.change_stories(batch).await?;
    Ok(Json(BatchOutcomes { items }))
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

/// Changes a story's title or brief, or archives it. A field that is missing stays as it is; `null` gives its default back.
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
