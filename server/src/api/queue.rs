//! The queue as a whole.

use crate::{
    problem::Problem,
    request::{Body, id},
};
use axum::{Json, extract::State};
use domain::{Queue, RunId};
use engine::{CancelScope, Engine, Error};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The queue as a whole.
#[utoipa::path(get, path = "/queue", responses((status = 200, body = Queue)))]
pub(super) async fn show(State(engine): State<Engine>) -> Result<Json<Queue>, Problem> {
    Ok(Json(engine.state().await?.queue))
}

/// Pauses the queue: nothing new is begun.
#[utoipa::path(post, path = "/queue/pause", responses((status = 200, body = Queue)))]
pub(super) async fn pause(State(engine): State<Engine>) -> Result<Json<Queue>, Problem> {
    Ok(Json(engine.pause_queue().await?))
}

/// Resumes the queue.
#[utoipa::path(post, path = "/queue/resume", responses((status = 200, body = Queue)))]
pub(super) async fn resume(State(engine): State<Engine>) -> Result<Json<Queue>, Problem> {
    Ok(Json(engine.resume_queue().await?))
}

/// Which runs to cancel: all that wait, or all open ones of a story.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CancelMany {
    status: Option<String>,
    story: Option<String>,
}

/// Whose cancellation was asked for; those that ran are silent in a moment.
#[derive(Serialize, ToSchema)]
pub(super) struct Cancelled {
    cancelled: Vec<RunId>,
}

/// Cancels all waiting runs, or all open runs of a story.
#[utoipa::path(
    post,
    path = "/runs/cancel",
    request_body = CancelMany,
    responses((status = 200, body = Cancelled), (status = 404, body = Problem))
)]
pub(super) async fn cancel_many(
    State(engine): State<Engine>,
    Body(which): Body<CancelMany>,
) -> Result<Json<Cancelled>, Problem> {
    let scope = match (which.status.as_deref(), which.story) {
        (Some("queued"), None) => CancelScope::Waiting,
        (None, Some(story)) => CancelScope::Story(id(&story, "story")?),
        _ => {
            return Err(Error::Invalid(
                "Choose which runs to cancel: {\"status\": \"queued\"} for all waiting runs, or {\"story\": \
                 \"…\"} for all runs of a story."
                    .to_owned(),
            )
            .into());
        }
    };
    let cancelled = engine.cancel_many(scope).await?;
    Ok(Json(Cancelled { cancelled }))
}
