//! Chapters, their texts and revisions.

use super::ApiResult;
use domain::{
    Chapter, ChapterDetails, ChapterPatch, ChapterRef, NewChapter, Revision, RevisionId,
    RevisionSummary, StoryId, TrashId,
};
use leptos::{prelude::*, server_fn::codec::Json};

/// The story's chapters in order.
#[server(prefix = "/api/studio", endpoint = "chapters", input = Json)]
pub async fn list_chapters(story: StoryId) -> ApiResult<Vec<Chapter>> {
    use super::server::{api_result, engine};
    api_result(engine().chapters(story).await)
}

/// A chapter to read or write: the one asked for, else the one this browser read last, else the one to go on with;
/// `None` while the story has no chapters.
#[server(prefix = "/api/studio", endpoint = "chapter_details", input = Json)]
pub async fn load_chapter(
    story: StoryId,
    wanted: Option<ChapterRef>,
) -> ApiResult<Option<ChapterDetails>> {
    use super::{
        StudioError,
        server::{api_result, engine, refuse},
    };
    use crate::last_open;
    use engine::Error;

    let engine = engine();
    let read_last = last_open::remembered().chapter(story);
    let wanted = match wanted {
        Some(wanted) => Some(wanted),
        None => api_result(engine.chapter_to_open(story, read_last).await)?.map(ChapterRef::Id),
    };
    let Some(wanted) = wanted else {
        return Ok(None);
    };
    match (engine.chapter_details(story, wanted).await, wanted) {
        (Err(Error::NotFound("chapter")), ChapterRef::Number(number)) => {
            let missing = format!("This story has no chapter {number}.");
            Err(refuse(StudioError::new("not_found", &missing)))
        }
        (details, _) => api_result(details).map(Some),
    }
}

/// Adds a chapter at the end.
#[server(prefix = "/api/studio", endpoint = "add_chapter", input = Json)]
pub async fn add_chapter(story: StoryId, new: NewChapter) -> ApiResult<Chapter> {
    use super::server::{api_result, engine};
    api_result(engine().add_chapter(story, new).await)
}

/// Changes title or beats of the chapter as it was at `version`.
#[server(prefix = "/api/studio", endpoint = "update_chapter", input = Json)]
pub async fn update_chapter(
    story: StoryId,
    chapter: ChapterRef,
    patch: ChapterPatch,
    version: i64,
) -> ApiResult<Chapter> {
    use super::server::{api_result, engine};
    api_result(
        engine()
            .update_chapter(story, chapter, patch, version)
            .await,
    )
}

/// Moves the chapter to the trash with its revisions.
#[server(prefix = "/api/studio", endpoint = "delete_chapter", input = Json)]
pub async fn delete_chapter(
    story: StoryId,
    chapter: ChapterRef,
    version: i64,
) -> ApiResult<TrashId> {
    use super::server::{api_result, engine};
    api_result(engine().delete_chapter(story, chapter, version).await)
}

/// Keeps what a person typed as a new revision.
#[server(prefix = "/api/studio", endpoint = "save_text", input = Json)]
pub async fn save_text(
    story: StoryId,
    chapter: ChapterRef,
    text: String,
    version: i64,
) -> ApiResult<Chapter> {
    use super::server::{api_result, engine};
    api_result(engine().save_text(story, chapter, text, version).await)
}

/// The chapter's revisions, newest first.
#[server(prefix = "/api/studio", endpoint = "revisions", input = Json)]
pub async fn list_revisions(
    story: StoryId,
    chapter: ChapterRef,
) -> ApiResult<Vec<RevisionSummary>> {
    use super::server::{api_result, engine};
    api_result(engine().revisions(story, chapter).await)
}

/// One revision with its text.
#[server(prefix = "/api/studio", endpoint = "revision", input = Json)]
pub async fn get_revision(
    story: StoryId,
    chapter: ChapterRef,
    revision: RevisionId,
) -> ApiResult<Revision> {
    use super::server::{api_result, engine};
    api_result(engine().revision(story, chapter, revision).await)
}

/// Makes an earlier revision the current one again; nothing is lost.
#[server(prefix = "/api/studio", endpoint = "restore", input = Json)]
pub async fn restore_revision(
    story: StoryId,
    chapter: ChapterRef,
    revision: RevisionId,
    version: i64,
) -> ApiResult<Chapter> {
    use super::server::{api_result, engine};
    api_result(engine().restore(story, chapter, revision, version).await)
}
