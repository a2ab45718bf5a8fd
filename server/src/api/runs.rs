//! Runs.

use super::{if_match::IfMatch, parameters::IdempotencyKey, resource::ResourceResponse};
use crate::{
    problem::Problem,
    request::{Body, Paging, Params, Path, id},
};
use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use domain::{Draft, NewRun, Page, Run, RunId, RunPatch, Status};
use engine::{Engine, Error, RunFilter};
use serde::Deserialize;
use utoipa::ToSchema;

/// Asks for a run. It is queued, and executed in the background.
#[utoipa::path(
    post,
    path = "/stories/{id}/runs",
    params(IdempotencyKey),
    request_body = NewRun,
    responses((status = 202, body = Run), (status = 409, body = Problem))
)]
pub(super) async fn start(
    State(engine): State<Engine>,
    Path(story): Path<String>,
    headers: HeaderMap,
    Body(request): Body<NewRun>,
) -> Result<Response, Problem> {
    let key = match headers.get("idempotency-key").map(|key| key.to_str()) {
        None => None,
        Some(Ok(key)) => Some(key.to_owned()),
        Some(Err(_)) => {
            return Err(Problem::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "invalid",
                "An Idempotency-Key must be plain ASCII text.",
            ));
        }
    };
    let run = engine.start(id(&story, "story")?, request, key).await?;
    let location = format!("/api/v1/runs/{}", run.id);
    Ok(ResourceResponse::from(run).made(StatusCode::ACCEPTED, &location))
}

/// `?status=&story=` and paging, flat: a flattened struct could not read its numbers from text.
#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct RunQuery {
    /// Only runs of this status.
    #[param(value_type = Option<Status>)]
    status: Option<String>,
    /// Only runs of this story.
    story: Option<String>,
}

/// Runs, the newest first.
#[utoipa::path(
    get,
    path = "/runs",
    params(RunQuery, Paging),
    responses((status = 200, body = Page<Run>), (status = 404, body = Problem))
)]
pub(super) async fn list(
    State(engine): State<Engine>,
    Params(filter): Params<RunQuery>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<Run>>, Problem> {
    let status = filter
        .status
        .map(|word| {
            Status::parse(&word).ok_or_else(|| {
                let words: Vec<_> = Status::ALL.into_iter().map(Status::as_str).collect();
                Error::Invalid(format!("`status` must be one of {}.", words.join(", ")))
            })
        })
        .transpose()?;
    let story = filter.story.map(|story| id(&story, "story")).transpose()?;
    let limit = paging.limit()?;
    let filter = RunFilter {
        status,
        story,
        ..RunFilter::default()
    };
    Ok(Json(engine.runs(filter, limit, paging.after).await?))
}

/// A run.
#[utoipa::path(get, path = "/runs/{id}", responses((status = 200, body = Run)))]
pub(super) async fn show(
    State(engine): State<Engine>,
    Path(run): Path<String>,
) -> Result<ResourceResponse<Run>, Problem> {
    Ok(engine.run(id(&run, "run")?).await?.into())
}

/// Changes a run that is queued or paused: its place in the queue, its feedback, model or budget.
#[utoipa::path(
    patch,
    path = "/runs/{id}",
    params(IfMatch),
    request_body = RunPatch,
    responses((status = 200, body = Run), (status = 409, body = Problem))
)]
pub(super) async fn change(
    State(engine): State<Engine>,
    Path(run): Path<String>,
    based: IfMatch,
    Body(patch): Body<RunPatch>,
) -> Result<ResourceResponse<Run>, Problem> {
    let run: RunId = id(&run, "run")?;
    let change = |_, version| engine.update_run(run, patch, version);
    Ok(based.change(&engine, &run, change).await?.into())
}

macro_rules! wish {
    ($(#[$doc:meta])* $name:ident, $ask:ident, $path:literal) => {
        $(#[$doc])*
        #[utoipa::path(
            post,
            path = $path,
            responses((status = 200, body = Run), (status = 409, body = Problem))
        )]
        pub(super) async fn $name(
            State(engine): State<Engine>,
            Path(run): Path<String>,
        ) -> Result<ResourceResponse<Run>, Problem> {
            Ok(engine.$ask(id(&run, "run")?).await?.into())
        }
    };
}

wish!(
    /// Cancels a run. What is written so far stays as a partial revision.
    cancel,
    request_cancel,
    "/runs/{id}/cancel"
);
wish!(
    /// Continues a paused run.
    resume,
    resume,
    "/runs/{id}/resume"
);
wish!(
    /// Continues a failed or cancelled run where it stopped.
    retry,
    retry,
    "/runs/{id}/retry"
);

/// `?after=chapter`: not at once, but when the chapter under way is finished.
#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct PauseQuery {
    /// `chapter`: not at once, but when the chapter under way is finished.
    #[param(inline)]
    after: Option<AfterWhat>,
}

#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum AfterWhat {
    Chapter,
}

/// Pauses a run.
#[utoipa::path(
    post,
    path = "/runs/{id}/pause",
    params(PauseQuery),
    responses((status = 200, body = Run), (status = 409, body = Problem))
)]
pub(super) async fn pause(
    State(engine): State<Engine>,
    Path(run): Path<String>,
    Params(when): Params<PauseQuery>,
) -> Result<ResourceResponse<Run>, Problem> {
    let run = id(&run, "run")?;
    let run = match when.after {
        Some(AfterWhat::Chapter) => engine.pause_after_chapter(run, true).await?,
        None => engine.request_pause(run).await?,
    };
    Ok(run.into())
}

/// Takes back the wish to pause after the chapter.
#[utoipa::path(
    delete,
    path = "/runs/{id}/pause",
    responses((status = 200, body = Run), (status = 409, body = Problem))
)]
pub(super) async fn keep_going(
    State(engine): State<Engine>,
    Path(run): Path<String>,
) -> Result<ResourceResponse<Run>, Problem> {
    let run = id(&run, "run")?;
    Ok(engine.pause_after_chapter(run, false).await?.into())
}

/// What is written so far of the step under way.
#[utoipa::path(get, path = "/runs/{id}/draft", responses((status = 200, body = Draft)))]
pub(super) async fn draft(
    State(engine): State<Engine>,
    Path(run): Path<String>,
) -> Result<Json<Draft>, Problem> {
    let draft = engine.draft(id(&run, "run")?).await?;
    draft
        .map(Json)
        .ok_or_else(|| Error::NotFound("draft: no chapter is under way in this run").into())
}
