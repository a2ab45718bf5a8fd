//! What the studio runs with.

use super::Answer;
use domain::Settings;
use leptos::{prelude::*, server_fn::codec::Json};

/// Model, workers, data folder, version.
#[server(prefix = "/api/studio", endpoint = "settings", input = Json)]
pub async fn get_settings() -> Answer<Settings> {
    use super::server::{Owner, answer, engine};
    answer(engine().settings(&Owner).await)
}
