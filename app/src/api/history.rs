//! Versions of what was decided, and the trash.

use super::ApiResult;
use domain::{
    ComparedField, Page, Restored, StoryId, TrashId, Trashed, Version, VersionId, VersionTarget,
};
use leptos::{prelude::*, server_fn::codec::Json};

/// Versions of beats, a brief or a part of the world, newest first, a page at a time.
#[server(prefix = "/api/studio", endpoint = "versions", input = Json)]
pub async fn list_versions(
    story: StoryId,
    of: VersionTarget,
    after: Option<String>,
) -> ApiResult<Page<Version>> {
    use super::server::{api_result, engine};
    api_result(engine().versions(story, of, 20, after).await)
}

/// How a version differs from what is there now.
#[server(prefix = "/api/studio", endpoint = "compare_version", input = Json)]
pub async fn compare_version(
    story: StoryId,
    of: VersionTarget,
    version: VersionId,
) -> ApiResult<Vec<ComparedField>> {
    use super::server::{api_result, engine};
    api_result(engine().compare_version(story, of, version).await)
}

/// Makes a version the current one again. What is there now stays in the history, so it needs no version to be
/// based on.
#[server(prefix = "/api/studio", endpoint = "restore_version", input = Json)]
pub async fn restore_version(
    story: StoryId,
    of: VersionTarget,
    version: VersionId,
) -> ApiResult<()> {
    use super::server::{api_result, engine};
    let engine = engine();
    let based_on = match of {
        VersionTarget::Outline(chapter) => {
            api_result(engine.chapter(story, chapter).await)?.version
        }
        VersionTarget::Brief => api_result(engine.story(story).await)?.version,
        VersionTarget::Book => api_result(engine.book_settings(story).await)?.version,
        VersionTarget::Part(part) => api_result(engine.part(story, part).await)?.1,
    };
    api_result(engine.restore_version(story, of, version, based_on).await)
}

/// What was deleted and can be restored, last deleted first, a page at a time.
#[server(prefix = "/api/studio", endpoint = "trash", input = Json)]
pub async fn list_trash(after: Option<String>) -> ApiResult<Page<Trashed>> {
    use super::server::{api_result, engine};
    api_result(engine().trash(50, after).await)
}

/// Brings something back from the trash.
#[server(prefix = "/api/studio", endpoint = "restore_trashed", input = Json)]
pub async fn restore_trashed(entry: TrashId) -> ApiResult<Restored> {
    use super::server::{api_result, engine};
    api_result(engine().restore_trashed(entry).await)
}

/// Deletes something in the trash for good.
#[server(prefix = "/api/studio", endpoint = "delete_forever", input = Json)]
pub async fn delete_forever(entry: TrashId) -> ApiResult<()> {
    use super::server::{api_result, engine};
    api_result(engine().delete_forever(entry).await)
}
