//! Chapters, their texts and revisions.

use super::ApiResult;
use domain::{
    Chapter, ChapterPatch, ChapterRef, Dismissal, Draft, NewChapter, Revision, RevisionId,
    RevisionSummary, RunId, Status, StoryId, Timestamp, TrashId,
};
use leptos::{prelude::*, server_fn::codec::Json};
use serde::{Deserialize, Serialize};

/// A chapter with everything its page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChapterDetails {
    /// The chapter.
    pub chapter: Chapter,
    /// How many chapters the story has.
    pub of: u32,
    /// Its current text.
    pub revision: Option<Revision>,
    /// What is written so far, while a run writes it.
    pub draft: Option<Draft>,
    /// The run that stopped in it and can go on.
    pub stopped: Option<StoppedRun>,
    /// What a run wrote while a person changed the chapter, while it is offered.
    pub candidate: Option<RevisionSummary>,
    /// Findings that the author does not want to see again.
    pub dismissed: Vec<Dismissal>,
}

/// A run that stopped inside a chapter and can go on from there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoppedRun {
    /// Which.
    pub run: RunId,
    /// Cancelled, failed or paused.
    pub status: Status,
    /// Why it failed.
    pub error: Option<String>,
    /// When it stopped.
    pub at: Option<Timestamp>,
}

/// The story's chapters in order.
#[server(prefix = "/api/studio", endpoint = "chapters", input = Json)]
pub async fn list_chapters(story: StoryId) -> ApiResult<Vec<Chapter>> {
    use super::server::{Owner, api_result, engine};
    api_result(engine().chapters(&Owner, story).await)
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
        server::{Owner, api_result, engine, refuse},
    };
    use crate::{
        choose::{next_chapter, stopped_run},
        last_open,
        live::writing_run,
    };
    use domain::Offer;
    use engine::{Error, RunFilter};

    let engine = engine();
    let chapters = api_result(engine.chapters(&Owner, story).await)?;
    let state = api_result(engine.state(&Owner).await)?;
    let read_last = || {
        let read_last = last_open::remembered().chapter(story)?;
        let exists = chapters.iter().any(|chapter| chapter.number == read_last);
        exists.then_some(read_last)
    };
    let picked = || read_last().or_else(|| next_chapter(&chapters, &state, story));
    let Some(wanted) = wanted.or_else(|| picked().map(ChapterRef::Number)) else {
        return Ok(None);
    };
    let of = chapters.len() as u32;
    let found = chapters.into_iter().find(|chapter| wanted.names(chapter));
    let chapter = match (found, wanted) {
        (Some(chapter), _) => chapter,
        (None, ChapterRef::Number(number)) => {
            return Err(refuse(StudioError::new(
                "not_found",
                &format!("This story has no chapter {number}."),
            )));
        }
        (None, ChapterRef::Id(_)) => return api_result(Err(Error::NotFound("chapter"))),
    };
    // By its id from here on: another tab may delete one before it in this moment.
    let this = chapter.id;
    let revision = api_result(engine.current_revision(&Owner, story, this).await)?;
    let draft = match writing_run(&state, this) {
        Some(run) => api_result(engine.draft(&Owner, run.id).await)?
            .filter(|draft| draft.chapter_id == chapter.id),
        None => None,
    };
    let filter = RunFilter {
        story: Some(story),
        ..RunFilter::default()
    };
    let runs = api_result(engine.runs(&Owner, filter, 100, None).await)?;
    let stopped = stopped_run(&runs.items, &chapter, revision.as_ref()).map(|run| StoppedRun {
        run: run.id,
        status: run.status,
        error: run.error.clone(),
        at: run.ended_at,
    });
    let revisions = api_result(engine.revisions(&Owner, story, this).await)?;
    let candidate = revisions
        .into_iter()
        .find(|revision| revision.offer == Some(Offer::Open));
    let dismissed = api_result(engine.dismissed(&Owner, story, this).await)?;
    Ok(Some(ChapterDetails {
        chapter,
        of,
        revision,
        draft,
        stopped,
        candidate,
        dismissed,
    }))
}

/// Adds a chapter at the end.
#[server(prefix = "/api/studio", endpoint = "add_chapter", input = Json)]
pub async fn add_chapter(story: StoryId, new: NewChapter) -> ApiResult<Chapter> {
    use super::server::{Owner, api_result, engine};
    api_result(engine().add_chapter(&Owner, story, new).await)
}

/// Changes title or beats of the chapter as it was at `version`.
#[server(prefix = "/api/studio", endpoint = "update_chapter", input = Json)]
pub async fn update_chapter(
    story: StoryId,
    chapter: ChapterRef,
    patch: ChapterPatch,
    version: i64,
) -> ApiResult<Chapter> {
    use super::server::{Owner, api_result, engine};
    api_result(
        engine()
            .update_chapter(&Owner, story, chapter, patch, version)
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
    use super::server::{Owner, api_result, engine};
    api_result(
        engine()
            .delete_chapter(&Owner, story, chapter, version)
            .await,
    )
}

/// Keeps what a person typed as a new revision.
#[server(prefix = "/api/studio", endpoint = "save_text", input = Json)]
pub async fn save_text(
    story: StoryId,
    chapter: ChapterRef,
    text: String,
    version: i64,
) -> ApiResult<Chapter> {
    use super::server::{Owner, api_result, engine};
    api_result(
        engine()
            .save_text(&Owner, story, chapter, text, version)
            .await,
    )
}

/// The chapter's revisions, newest first.
#[server(prefix = "/api/studio", endpoint = "revisions", input = Json)]
pub async fn list_revisions(
    story: StoryId,
    chapter: ChapterRef,
) -> ApiResult<Vec<RevisionSummary>> {
    use super::server::{Owner, api_result, engine};
    api_result(engine().revisions(&Owner, story, chapter).await)
}

/// One revision with its text.
#[server(prefix = "/api/studio", endpoint = "revision", input = Json)]
pub async fn get_revision(
    story: StoryId,
    chapter: ChapterRef,
    revision: RevisionId,
) -> ApiResult<Revision> {
    use super::server::{Owner, api_result, engine};
    api_result(engine().revision(&Owner, story, chapter, revision).await)
}

/// Makes an earlier revision the current one again; nothing is lost.
#[server(prefix = "/api/studio", endpoint = "restore", input = Json)]
pub async fn restore_revision(
    story: StoryId,
    chapter: ChapterRef,
    revision: RevisionId,
    version: i64,
) -> ApiResult<Chapter> {
    use super::server::{Owner, api_result, engine};
    api_result(
        engine()
            .restore(&Owner, story, chapter, revision, version)
            .await,
    )
}
