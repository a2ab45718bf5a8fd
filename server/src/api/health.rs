//! For operators and their tools.

use crate::problem::Problem;
use axum::{extract::State, http::StatusCode};
use engine::{Engine, Error};

/// Answers while the process lives.
#[utoipa::path(
    get,
    path = "/healthz",
    responses((status = 200, body = String, content_type = "text/plain"))
)]
pub(super) async fn alive() -> &'static str {
    "ok"
}

/// Answers whether the database can be used and workers look for runs.
#[utoipa::path(
    get,
    path = "/readyz",
    responses((status = 200, body = String, content_type = "text/plain"))
)]
pub(super) async fn ready(State(engine): State<Engine>) -> Result<&'static str, Problem> {
    if engine.closing().is_cancelled() {
        return Err(Problem::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "ending",
            "The studio is shutting down.",
        ));
    }
    match engine.ready().await {
        Ok(()) => Ok("ready"),
        Err(error) => Err(Problem::new(
            StatusCode::SERVICE_UNAVAILABLE,
            match error {
                Error::NoWorker => "workers",
                _ => "store",
            },
            error.to_string(),
        )),
    }
}
