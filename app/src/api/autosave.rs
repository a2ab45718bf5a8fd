//! What is typed in a chapter and not saved yet, as the studio keeps it.

use super::ApiResult;
use domain::{Autosave, ChapterRef, NewAutosave, StoryId, Timestamp};
use leptos::{prelude::*, server_fn::codec::Json};

/// The unsaved texts of a chapter, newest first.
#[server(prefix = "/api/studio", endpoint = "autosaves", input = Json)]
pub async fn list_autosaves(story: StoryId, chapter: ChapterRef) -> ApiResult<Vec<Autosave>> {
    use super::server::{api_result, engine};
    api_result(engine().autosaves(story, chapter).await)
}

/// Keeps what is typed in this tab; answers when.
#[server(prefix = "/api/studio", endpoint = "keep_autosave", input = Json)]
pub async fn keep_autosave(
    story: StoryId,
    chapter: ChapterRef,
    new: NewAutosave,
) -> ApiResult<Timestamp> {
    use super::server::{api_result, engine};
    let kept = engine().keep_autosave(story, chapter, new).await;
    api_result(kept.map(|kept| kept.saved_at))
}

/// Forgets what a tab kept.
#[server(prefix = "/api/studio", endpoint = "discard_autosave", input = Json)]
pub async fn discard_autosave(
    story: StoryId,
    chapter: ChapterRef,
    device: String,
) -> ApiResult<()> {
    use super::server::{api_result, engine};
    let gone = engine().discard_autosave(story, chapter, &device).await;
    api_result(gone)
}
