//! The queue as a whole.

use super::ACTOR;
use crate::{
    problem::Problem,
    request::{Body, id},
};
use axum::{Json, extract::State};
use domain::{Queue, RunId};
use engine::{CancelScope, Engine, Error};
use serde::{Deserialize, Serialize};

pub(super) async fn show(State(engine): State<Engine>) -> Result<Json<Queue>, Problem> {
    Ok(Json(engine.state(ACTOR).await?.queue))
}

pub(super) async fn pause(State(engine): State<Engine>) -> Result<Json<Queue>, Problem> {
    Ok(Json(engine.pause_queue(ACTOR).await?))
}

pub(super) async fn resume(State(engine): State<Engine>) -> Result<Json<Queue>, Problem> {
    Ok(Json(engine.resume_queue(ACTOR).await?))
}

/// Which runs to cancel: all that wait, or all open ones of a story.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CancelMany {
    status: Option<String>,
    story: Option<String>,
}

/// Whose cancellation was asked for; those that ran are silent in a moment.
#[derive(Serialize)]
pub(super) struct Cancelled {
    cancelled: Vec<RunId>,
}

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
    let cancelled = engine.cancel_many(ACTOR, scope).await?;
    Ok(Json(Cancelled { cancelled }))
}
