//! The studio as a whole: state, models, settings.

use super::{ACTOR, stories::whole};
use crate::problem::Problem;
use axum::{Json, extract::State};
use domain::{AppState, Page, Settings};
use engine::Engine;
use serde::Serialize;

pub(super) async fn state(State(engine): State<Engine>) -> Result<Json<AppState>, Problem> {
    Ok(Json(engine.state(ACTOR).await?))
}

/// A model that can be chosen.
#[derive(Serialize)]
pub(super) struct Model {
    name: String,
}

pub(super) async fn models(State(engine): State<Engine>) -> Result<Json<Page<Model>>, Problem> {
    let settings = engine.settings(ACTOR).await?;
    Ok(Json(whole(vec![Model {
        name: settings.model,
    }])))
}

pub(super) async fn settings(State(engine): State<Engine>) -> Result<Json<Settings>, Problem> {
    Ok(Json(engine.settings(ACTOR).await?))
}
