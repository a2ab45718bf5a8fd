//! Finding a phrase in texts, and a place by its name.

use super::ApiResult;
use domain::{NameMatch, Page, SearchHit, StoryId};
use leptos::{prelude::*, server_fn::codec::Json};
use uuid::Uuid;

/// Texts that have a phrase, in one story or in all of them. A page may be short, or empty, and still name a next one.
#[server(prefix = "/api/studio", endpoint = "search", input = Json)]
pub async fn search(
    story: Option<StoryId>,
    phrase: String,
    after: Option<String>,
) -> ApiResult<Page<SearchHit>> {
    use super::server::{api_result, engine};
    api_result(engine().search(story, &phrase, 50, after).await)
}

/// Stories, and chapters and world entries of one story, whose names fit what is typed, best first. Those in `recent`
/// come before others that fit as well.
#[server(prefix = "/api/studio", endpoint = "names", input = Json)]
pub async fn find_names(
    story: Option<StoryId>,
    typed: String,
    recent: Vec<Uuid>,
) -> ApiResult<Vec<NameMatch>> {
    use super::server::{api_result, engine};
    api_result(engine().names(story, &typed, &recent, 40).await)
}
