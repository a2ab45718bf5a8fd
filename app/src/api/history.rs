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
    use super::server::{Owner, api_result, engine};
    api_result(engine().versions(&Owner, story, of, 20, after).await)
}

/// How a version differs from what is there now.
#[server(prefix = "/api/studio", endpoint = "compare_version", input = Json)]
pub async fn compare_version(
    story: StoryId,
    of: VersionTarget,
    version: VersionId,
) -> ApiResult<Vec<ComparedField>> {
    use super::server::{Owner, api_result, engine};
    api_result(engine().compare_version(&Owner, story, of, version).await)
}

/// Makes a version the current one again. What is there now stays in the history, so it needs no version to be
/// based on.
#[server(prefix = "/api/studio", endpoint = "restore_version", input = Json)]
pub async fn restore_version(
    story: StoryId,
    of: VersionTarget,
    version: VersionId,
) -> ApiResult<()> {
    use super::server::{Owner, api_result, engine};
    let engine = engine();
    let based_on = match of {
        VersionTarget::Outline(chapter) => {
            api_result(engine.chapter(&Owner, story, chapter).await)?.version
        }
        VersionTarget::Brief => api_result(engine.story(&Owner, story).await)?.version,
        VersionTarget::Part(part) => api_result(engine.part(&Owner, story, part).await)?.1,
    };
    api_result(
        engine
            .restore_version(&Owner, story, of, version, based_on)
            .await,
    )
}

/// What was deleted and can be restored, last deleted first, a page at a time.
#[server(prefix = "/api/studio", endpoint = "trash", input = Json)]
pub async fn list_trash(after: Option<String>) -> ApiResult<Page<Trashed>> {
    use super::server::{Owner, api_result, engine};
    api_result(engine().trash(&Owner, 50, after).await)
}

/// Brings something back from the trash.
#[server(prefix = "/api/studio", endpoint = "restore_trashed", input = Json)]
pub async fn restore_trashed(entry: TrashId) -> ApiResult<Restored> {
    use super::server::{Owner, api_result, engine};
    api_result(engine().restore_trashed(&Owner, entry).await)
}

/// Deletes something in the trash for good.
#[server(prefix = "/api/studio", endpoint = "delete_forever", input = Json)]
pub async fn delete_forever(entry: TrashId) -> ApiResult<()> {
    use super::server::{Owner, api_result, engine};
    api_result(engine().delete_forever(&Owner, entry).await)
}
