//! Settings, servers and their models.

use super::{
    if_match::IfMatch,
    resource::{Resource, ResourceResponse},
};
use crate::{
    problem::Problem,
    request::{Body, Paging, Params},
};
use axum::{Json, extract::State};
use domain::{ModelServer, ModelTest, Page, ServerModels, Settings, SettingsChange};
use engine::{Engine, Error};
use serde::Deserialize;
use utoipa::ToSchema;

/// The settings as a resource: there is one.
struct OnlySettings;

impl Resource for OnlySettings {
    type Body = Settings;

    async fn read(&self, engine: &Engine) -> Result<ResourceResponse<Settings>, Error> {
        Ok(engine.settings().await?.into())
    }
}

/// The settings. Keys of servers are never answered, only whether one is set.
#[utoipa::path(get, path = "/settings", responses((status = 200, body = Settings)))]
pub(super) async fn show(
    State(engine): State<Engine>,
) -> Result<ResourceResponse<Settings>, Problem> {
    Ok(OnlySettings.read(&engine).await?)
}

/// Changes the settings. A field that is missing stays as it is; `null` gives its default back.
#[utoipa::path(
    put,
    path = "/settings",
    params(IfMatch),
    request_body = SettingsChange,
    responses((status = 200, body = Settings), (status = 409, body = Problem))
)]
pub(super) async fn change(
    State(engine): State<Engine>,
    based: IfMatch,
    Body(change): Body<SettingsChange>,
) -> Result<ResourceResponse<Settings>, Problem> {
    let change = |_, revision| engine.change_settings(change, revision);
    Ok(based.change(&engine, &OnlySettings, change).await?.into())
}

/// The models of every server.
#[utoipa::path(
    get,
    path = "/models",
    params(Paging),
    responses((status = 200, body = Page<ServerModels>))
)]
pub(super) async fn models(
    State(engine): State<Engine>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<ServerModels>>, Problem> {
    // A list that can't be given is refused before servers are asked.
    paging.check()?;
    Ok(Json(
        paging.of(engine.models().await, |of| of.server.clone())?,
    ))
}

/// A server to try, saved or not.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TrialRequest {
    server: ModelServer,
    #[serde(default)]
    key: Option<String>,
    #[serde(default)]
    model: Option<String>,
}

/// Tries a server, saved or not, with one short answer.
#[utoipa::path(
    post,
    path = "/models/test",
    request_body = TrialRequest,
    responses((status = 200, body = ModelTest), (status = 502, body = Problem))
)]
pub(super) async fn test(
    State(engine): State<Engine>,
    Body(TrialRequest { server, key, model }): Body<TrialRequest>,
) -> Result<Json<ModelTest>, Problem> {
    Ok(Json(engine.test_server(server, key, model).await?))
}
