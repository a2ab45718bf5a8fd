//! Findings of the check that the author does not want to see again.

use super::ApiResult;
use domain::{Chapter, ChapterRef, Dismissal, StoryId};
use leptos::{prelude::*, server_fn::codec::Json};

/// Dismisses a finding for good.
#[server(prefix = "/api/studio", endpoint = "dismiss_finding", input = Json)]
pub async fn dismiss_finding(
    story: StoryId,
    chapter: ChapterRef,
    finding: Dismissal,
) -> ApiResult<Chapter> {
    use super::server::{api_result, engine};
    api_result(engine().dismiss_finding(story, chapter, finding).await)
}

/// Shows a dismissed finding again.
#[server(prefix = "/api/studio", endpoint = "restore_finding", input = Json)]
pub async fn restore_finding(
    story: StoryId,
    chapter: ChapterRef,
    finding: Dismissal,
) -> ApiResult<Chapter> {
    use super::server::{api_result, engine};
    api_result(engine().restore_finding(story, chapter, finding).await)
}
