//! The book that leaves the studio.

use super::ApiResult;
use domain::{CoverId, StoryId};
use exchange::export::{BookSettings, BookSettingsChange};
use leptos::{prelude::*, server_fn::codec::Json};

/// What is kept of a story for its exports.
#[server(prefix = "/api/studio", endpoint = "book", input = Json)]
pub async fn get_book(story: StoryId) -> ApiResult<BookSettings> {
    use super::server::{api_result, engine};
    api_result(engine().book_settings(story).await)
}

/// Replaces what is kept of a story for its exports, as it was at `version`.
#[server(prefix = "/api/studio", endpoint = "save_book", input = Json)]
pub async fn save_book(
    story: StoryId,
    change: BookSettingsChange,
    version: i64,
) -> ApiResult<BookSettings> {
    use super::server::{api_result, engine};
    api_result(engine().change_book_settings(story, change, version).await)
}

/// Uses an earlier cover again, or none, of a story as it was at `version`.
#[server(prefix = "/api/studio", endpoint = "use_cover", input = Json)]
pub async fn use_cover(
    story: StoryId,
    cover: Option<CoverId>,
    version: i64,
) -> ApiResult<BookSettings> {
    use super::server::{api_result, engine};
    api_result(engine().use_cover(story, cover, version).await)
}

/// Makes the file, and tells what is not in it as the author may expect.
#[server(prefix = "/api/studio", endpoint = "check_export", input = Json)]
pub async fn check_export(story: StoryId) -> ApiResult<Vec<String>> {
    use super::server::{api_result, engine};
    let file = api_result(engine().export(story, |kept| kept).await)?;
    Ok(file.warnings.iter().map(ToString::to_string).collect())
}
