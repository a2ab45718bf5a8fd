//! The studio as a whole.

use super::ACTOR;
use crate::problem::Problem;
use axum::{Json, extract::State};
use domain::AppState;
use engine::Engine;

pub(super) async fn state(State(engine): State<Engine>) -> Result<Json<AppState>, Problem> {
    Ok(Json(engine.state(ACTOR).await?))
}
