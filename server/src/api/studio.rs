//! The studio as a whole.

use crate::problem::Problem;
use axum::{Json, extract::State};
use domain::AppState;
use engine::Engine;

/// The studio's open runs and its queue, with the number of the last event that they include.
#[utoipa::path(get, path = "/state", responses((status = 200, body = AppState)))]
pub(super) async fn state(State(engine): State<Engine>) -> Result<Json<AppState>, Problem> {
    Ok(Json(engine.state().await?))
}
