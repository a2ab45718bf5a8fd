//! For operators and their tools.

use crate::problem::Problem;
use axum::{extract::State, http::StatusCode};
use engine::{Engine, Error};

/// The process answers.
pub(super) async fn alive() -> &'static str {
    "ok"
}

/// The process can do its work: the database can be read and written, and workers look for runs.
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
