//! Runs.

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
use domain::{Draft, NewRun, Page, Run, RunId, RunPatch, Status};
use engine::{Engine, Error, RunFilter};
use serde::Deserialize;

fn found(run: Run) -> (HeaderMap, Json<Run>) {
    (etag(run.version), Json(run))
}

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
    let run = engine
        .start(ACTOR, id(&story, "story")?, request, key)
        .await?;
    let mut headers = etag(run.version);
    if let Ok(location) = format!("/api/v1/runs/{}", run.id).parse() {
        headers.insert(LOCATION, location);
    }
    Ok((StatusCode::ACCEPTED, headers, Json(run)).into_response())
}

/// `?status=&story=` and paging, flat: a flattened struct could not read its numbers from text.
#[derive(Deserialize)]
pub(super) struct RunQuery {
    status: Option<String>,
    story: Option<String>,
}

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
    Ok(Json(engine.runs(ACTOR, filter, limit, paging.after).await?))
}

pub(super) async fn show(
    State(engine): State<Engine>,
    Path(run): Path<String>,
) -> Result<(HeaderMap, Json<Run>), Problem> {
    Ok(found(engine.run(ACTOR, id(&run, "run")?).await?))
}

pub(super) async fn change(
    State(engine): State<Engine>,
    Path(run): Path<String>,
    based: IfMatch,
    Body(patch): Body<RunPatch>,
) -> Result<(HeaderMap, Json<Run>), Problem> {
    let run: RunId = id(&run, "run")?;
    let current = engine.run(ACTOR, run).await?;
    match engine
        .update_run(ACTOR, run, patch, based.version(current.version))
        .await
    {
        Ok(run) => Ok(found(run)),
        Err(error @ Error::StaleVersion { .. }) => {
            Err(Problem::from(error).with_current(&engine.run(ACTOR, run).await?))
        }
        Err(error) => Err(error.into()),
    }
}

macro_rules! wish {
    ($name:ident, $ask:ident) => {
        pub(super) async fn $name(
            State(engine): State<Engine>,
            Path(run): Path<String>,
        ) -> Result<(HeaderMap, Json<Run>), Problem> {
            Ok(found(engine.$ask(ACTOR, id(&run, "run")?).await?))
        }
    };
}

wish!(cancel, request_cancel);
wish!(resume, resume);
wish!(retry, retry);

/// `?after=chapter`: not at once, but when the chapter under way is finished.
#[derive(Deserialize)]
pub(super) struct PauseQuery {
    after: Option<AfterWhat>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum AfterWhat {
    Chapter,
}

pub(super) async fn pause(
    State(engine): State<Engine>,
    Path(run): Path<String>,
    Params(when): Params<PauseQuery>,
) -> Result<(HeaderMap, Json<Run>), Problem> {
    let run = id(&run, "run")?;
    Ok(found(match when.after {
        Some(AfterWhat::Chapter) => engine.pause_after_chapter(ACTOR, run, true).await?,
        None => engine.request_pause(ACTOR, run).await?,
    }))
}

/// Takes the wish to pause after the chapter back.
pub(super) async fn keep_going(
    State(engine): State<Engine>,
    Path(run): Path<String>,
) -> Result<(HeaderMap, Json<Run>), Problem> {
    Ok(found(
        engine
            .pause_after_chapter(ACTOR, id(&run, "run")?, false)
            .await?,
    ))
}

pub(super) async fn draft(
    State(engine): State<Engine>,
    Path(run): Path<String>,
) -> Result<Json<Draft>, Problem> {
    let draft = engine.draft(ACTOR, id(&run, "run")?).await?;
    draft
        .map(Json)
        .ok_or_else(|| Error::NotFound("draft: no chapter is under way in this run").into())
}
