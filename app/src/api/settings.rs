//! What the studio runs with: settings, servers and their models.

use super::ApiResult;
use domain::{ModelServer, ModelTest, ServerModels, Settings, SettingsChange};
use leptos::{prelude::*, server_fn::codec::Json};

/// The settings in force.
#[server(prefix = "/api/studio", endpoint = "settings", input = Json)]
pub async fn get_settings() -> ApiResult<Settings> {
    use super::server::{api_result, engine};
    api_result(engine().settings().await)
}

/// Changes the settings as they were at `revision`.
#[server(prefix = "/api/studio", endpoint = "change_settings", input = Json)]
pub async fn change_settings(change: SettingsChange, revision: i64) -> ApiResult<Settings> {
    use super::server::{api_result, engine};
    api_result(engine().change_settings(change, revision).await)
}

/// What every server has.
#[server(prefix = "/api/studio", endpoint = "models", input = Json)]
pub async fn list_models() -> ApiResult<Vec<ServerModels>> {
    use super::server::engine;
    Ok(engine().models().await)
}

/// Tries a server, saved or not.
#[server(prefix = "/api/studio", endpoint = "test_server", input = Json)]
pub async fn test_server(
    server: ModelServer,
    key: Option<String>,
    model: Option<String>,
) -> ApiResult<ModelTest> {
    use super::server::{api_result, engine};
    api_result(engine().test_server(server, key, model).await)
}
