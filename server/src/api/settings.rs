//! Settings, servers and their models.

use super::ACTOR;
use crate::{
    problem::Problem,
    request::{Body, IfMatch, Paging, Params, etag},
};
use axum::{Json, extract::State, http::HeaderMap};
use domain::{ModelServer, ModelTest, Page, ServerModels, Settings, SettingsChange};
use engine::{Engine, Error};
use serde::Deserialize;

fn found(settings: Settings) -> (HeaderMap, Json<Settings>) {
    (etag(settings.revision), Json(settings))
}

pub(super) async fn show(
    State(engine): State<Engine>,
) -> Result<(HeaderMap, Json<Settings>), Problem> {
    Ok(found(engine.settings(ACTOR).await?))
}

pub(super) async fn change(
    State(engine): State<Engine>,
    based: IfMatch,
    Body(change): Body<SettingsChange>,
) -> Result<(HeaderMap, Json<Settings>), Problem> {
    let current = engine.settings(ACTOR).await?;
    let revision = based.version(current.revision);
    match engine.change_settings(ACTOR, change, revision).await {
        Ok(settings) => Ok(found(settings)),
        Err(error @ Error::StaleVersion { .. }) => {
            Err(Problem::from(error).with_current(&engine.settings(ACTOR).await?))
        }
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn models(
    State(engine): State<Engine>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<ServerModels>>, Problem> {
    // A list that can't be given is refused before servers are asked.
    paging.check()?;
    Ok(Json(
        paging.of(engine.models(ACTOR).await, |of| of.server.clone())?,
    ))
}

/// A server to try, saved or not.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TrialRequest {
    server: ModelServer,
    #[serde(default)]
    key: Option<String>,
    #[serde(default)]
    model: Option<String>,
}

pub(super) async fn test(
    State(engine): State<Engine>,
    Body(TrialRequest { server, key, model }): Body<TrialRequest>,
) -> Result<Json<ModelTest>, Problem> {
    Ok(Json(engine.test_server(ACTOR, server, key, model).await?))
}
