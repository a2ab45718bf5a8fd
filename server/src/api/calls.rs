//! What was sent to models, and what it took.

use super::chapters::place;
use crate::{
    problem::Problem,
    request::{Paging, Params, Path, id},
};
use axum::{Json, extract::State};
use domain::{CallFilter, CallRecord, Page, SentCall, StorySpent};
use engine::Engine;

/// What a run sent to models, the newest call first.
#[utoipa::path(
    get,
    path = "/runs/{id}/calls",
    params(Paging),
    responses((status = 200, body = Page<CallRecord>))
)]
pub(super) async fn of_run(
    State(engine): State<Engine>,
    Path(run): Path<String>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<CallRecord>>, Problem> {
    let (run, limit) = (id(&run, "run")?, paging.limit()?);
    let calls = engine
        .calls(CallFilter::Run(run), limit, paging.after)
        .await?;
    Ok(Json(calls))
}

/// What was sent to models for a chapter, the newest call first.
#[utoipa::path(
    get,
    path = "/stories/{id}/chapters/{number}/calls",
    params(Paging),
    responses((status = 200, body = Page<CallRecord>))
)]
pub(super) async fn of_chapter(
    State(engine): State<Engine>,
    Path((story, chapter)): Path<(String, String)>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<CallRecord>>, Problem> {
    let ((story, chapter), limit) = (place(&story, &chapter)?, paging.limit()?);
    let calls = engine
        .calls(CallFilter::Chapter(story, chapter), limit, paging.after)
        .await?;
    Ok(Json(calls))
}

/// What an interview sent to a model, the newest call first.
#[utoipa::path(
    get,
    path = "/interviews/{id}/calls",
    params(Paging),
    responses((status = 200, body = Page<CallRecord>))
)]
pub(super) async fn of_interview(
    State(engine): State<Engine>,
    Path(interview): Path<String>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<CallRecord>>, Problem> {
    let (interview, limit) = (id(&interview, "interview")?, paging.limit()?);
    let calls = engine
        .calls(CallFilter::Interview(interview), limit, paging.after)
        .await?;
    Ok(Json(calls))
}

/// Calls that tried a server, the newest first.
#[utoipa::path(
    get,
    path = "/models/test/calls",
    params(Paging),
    responses((status = 200, body = Page<CallRecord>))
)]
pub(super) async fn of_trials(
    State(engine): State<Engine>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<CallRecord>>, Problem> {
    let limit = paging.limit()?;
    let calls = engine
        .calls(CallFilter::Trials, limit, paging.after)
        .await?;
    Ok(Json(calls))
}

/// A call with all parts of its prompt.
#[utoipa::path(get, path = "/calls/{id}", responses((status = 200, body = SentCall)))]
pub(super) async fn show(
    State(engine): State<Engine>,
    Path(call): Path<String>,
) -> Result<Json<SentCall>, Problem> {
    Ok(Json(engine.call(id(&call, "call")?).await?))
}

/// What a story has taken in tokens, time and money.
#[utoipa::path(get, path = "/stories/{id}/spent", responses((status = 200, body = StorySpent)))]
pub(super) async fn of_story(
    State(engine): State<Engine>,
    Path(story): Path<String>,
) -> Result<Json<StorySpent>, Problem> {
    Ok(Json(engine.story_spent(id(&story, "story")?).await?))
}
