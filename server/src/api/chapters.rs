//! Chapters, their texts and revisions.

use super::{
    if_match::IfMatch,
    resource::{ResourceResponse, etag},
};
use crate::{
    problem::Problem,
    request::{self, Body, Paging, Params, Path, id},
};
use axum::{
    Json,
    extract::State,
    http::{HeaderValue, StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use domain::{
    Chapter, ChapterDetails, ChapterPatch, ChapterRef, Comparison, NewChapter, Page, Revision,
    RevisionId, RevisionSummary, StoryId, TextEdit,
};
use engine::{Engine, Error};
use serde::Deserialize;
use utoipa::ToSchema;

/// A chapter's place, out of the path.
pub(super) fn place(story: &str, chapter: &str) -> Result<(StoryId, ChapterRef), Problem> {
    Ok((id(story, "story")?, request::chapter(chapter)?))
}

/// The chapters of a story in their order.
#[utoipa::path(
    get,
    path = "/stories/{id}/chapters",
    params(Paging),
    responses((status = 200, body = Page<Chapter>))
)]
pub(super) async fn list(
    State(engine): State<Engine>,
    Path(story): Path<String>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<Chapter>>, Problem> {
    let chapters = engine.chapters(id(&story, "story")?).await?;
    let number = |chapter: &Chapter| chapter.number.to_string();
    Ok(Json(paging.of(chapters, number)?))
}

/// Adds a chapter at the end.
#[utoipa::path(
    post,
    path = "/stories/{id}/chapters",
    request_body = NewChapter,
    responses((status = 201, body = Chapter), (status = 409, body = Problem))
)]
pub(super) async fn add(
    State(engine): State<Engine>,
    Path(story): Path<String>,
    Body(new): Body<NewChapter>,
) -> Result<Response, Problem> {
    let story: StoryId = id(&story, "story")?;
    let chapter = engine.add_chapter(story, new).await?;
    let location = format!("/api/v1/stories/{story}/chapters/{}", chapter.number);
    Ok(ResourceResponse::from(chapter).made(StatusCode::CREATED, &location))
}

/// A chapter without its text.
#[utoipa::path(
    get,
    path = "/stories/{id}/chapters/{number}",
    responses((status = 200, body = Chapter))
)]
pub(super) async fn show(
    State(engine): State<Engine>,
    Path((story, chapter)): Path<(String, String)>,
) -> Result<ResourceResponse<Chapter>, Problem> {
    let (story, chapter) = place(&story, &chapter)?;
    Ok(engine.chapter(story, chapter).await?.into())
}

/// A chapter with its text and all that is beside it, as of one moment: a draft under way, a run that stopped, a
/// suggestion, dismissed findings.
#[utoipa::path(
    get,
    path = "/stories/{id}/chapters/{number}/details",
    responses((status = 200, body = ChapterDetails))
)]
pub(super) async fn details(
    State(engine): State<Engine>,
    Path((story, chapter)): Path<(String, String)>,
) -> Result<Json<ChapterDetails>, Problem> {
    let (story, chapter) = place(&story, &chapter)?;
    Ok(Json(engine.chapter_details(story, chapter).await?))
}

/// Changes a chapter's title, beats, or whether it is finished.
#[utoipa::path(
    patch,
    path = "/stories/{id}/chapters/{number}",
    params(IfMatch),
    request_body = ChapterPatch,
    responses((status = 200, body = Chapter), (status = 409, body = Problem))
)]
pub(super) async fn change(
    State(engine): State<Engine>,
    Path((story, chapter)): Path<(String, String)>,
    based: IfMatch,
    Body(patch): Body<ChapterPatch>,
) -> Result<ResourceResponse<Chapter>, Problem> {
    let (story, chapter) = place(&story, &chapter)?;
    let change = |_, version| engine.update_chapter(story, chapter, patch, version);
    let changed = based.change(&engine, &(story, chapter), change).await?;
    Ok(changed.into())
}

/// Moves a chapter to the trash.
#[utoipa::path(
    delete,
    path = "/stories/{id}/chapters/{number}",
    params(IfMatch),
    responses((status = 204), (status = 409, body = Problem))
)]
pub(super) async fn delete(
    State(engine): State<Engine>,
    Path((story, chapter)): Path<(String, String)>,
    based: IfMatch,
) -> Result<StatusCode, Problem> {
    let (story, chapter) = place(&story, &chapter)?;
    let delete = |_, version| engine.delete_chapter(story, chapter, version);
    based.change(&engine, &(story, chapter), delete).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The current text of a chapter as Markdown; empty where there is none.
#[utoipa::path(
    get,
    path = "/stories/{id}/chapters/{number}/text",
    responses((status = 200, body = String, content_type = "text/markdown", headers(("ETag" = String, description = "The version of the chapter, for `If-Match`."))))
)]
pub(super) async fn text(
    State(engine): State<Engine>,
    Path((story, chapter)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let (story, chapter) = place(&story, &chapter)?;
    let version = engine.chapter(story, chapter).await?.version;
    let revision = engine.current_revision(story, chapter).await?;
    let mut headers = etag(version);
    headers.insert(
        CONTENT_TYPE,
        HeaderValue::from_static("text/markdown; charset=utf-8"),
    );
    Ok((
        headers,
        revision.map(|revision| revision.text).unwrap_or_default(),
    )
        .into_response())
}

/// Every revision of a chapter without its text, the newest first.
#[utoipa::path(
    get,
    path = "/stories/{id}/chapters/{number}/revisions",
    params(Paging),
    responses((status = 200, body = Page<RevisionSummary>))
)]
pub(super) async fn revisions(
    State(engine): State<Engine>,
    Path((story, chapter)): Path<(String, String)>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<RevisionSummary>>, Problem> {
    let (story, chapter) = place(&story, &chapter)?;
    let revisions = engine.revisions(story, chapter).await?;
    Ok(Json(
        paging.of(revisions, |revision| revision.id.to_string())?,
    ))
}

/// A person's edit.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct EditRequest {
    text: String,
    /// The candidate that went into the text, which is settled by it.
    merged: Option<RevisionId>,
    /// `false`: keep it in the history alone, beside the text the chapter has.
    #[serde(default = "yes")]
    current: bool,
    /// Whether the chapter is finished by it; left out, it stays finished or unfinished as it was.
    finished: Option<bool>,
}

const fn yes() -> bool {
    true
}

/// Saves a person's text as a new revision.
#[utoipa::path(
    post,
    path = "/stories/{id}/chapters/{number}/revisions",
    params(IfMatch),
    request_body = EditRequest,
    responses((status = 201, body = Chapter), (status = 409, body = Problem))
)]
pub(super) async fn write(
    State(engine): State<Engine>,
    Path((story, chapter)): Path<(String, String)>,
    based: IfMatch,
    Body(edit): Body<EditRequest>,
) -> Result<Response, Problem> {
    let (story, chapter) = place(&story, &chapter)?;
    let save = |_, version| save(&engine, story, chapter, edit, version);
    let (saved, revision) = based.change(&engine, &(story, chapter), save).await?;
    let revision = revision.map(|id| id.to_string()).unwrap_or_default();
    let location = format!("/api/v1/stories/{story}/chapters/{chapter}/revisions/{revision}");
    Ok(ResourceResponse::from(saved).made(StatusCode::CREATED, &location))
}

/// Saves an edit, and gives the chapter with the revision that was made.
async fn save(
    engine: &Engine,
    story: StoryId,
    chapter: ChapterRef,
    edit: EditRequest,
    version: i64,
) -> Result<(Chapter, Option<RevisionId>), Error> {
    match edit {
        EditRequest {
            text,
            current: false,
            ..
        } => {
            let kept = engine.set_aside(story, chapter, text, version).await?;
            Ok((engine.chapter(story, chapter).await?, Some(kept.id)))
        }
        EditRequest {
            text,
            merged: Some(candidate),
            ..
        } => engine
            .merge_text(story, chapter, text, candidate, version)
            .await
            .map(with_revision),
        EditRequest { text, finished, .. } => engine
            .save_text(story, chapter, TextEdit { text, finished }, version)
            .await
            .map(with_revision),
    }
}

fn with_revision(chapter: Chapter) -> (Chapter, Option<RevisionId>) {
    let revision = chapter.revision;
    (chapter, revision)
}

/// A revision with its text and findings.
#[utoipa::path(
    get,
    path = "/stories/{id}/chapters/{number}/revisions/{rid}",
    responses((status = 200, body = Revision))
)]
pub(super) async fn revision(
    State(engine): State<Engine>,
    Path((story, chapter, revision)): Path<(String, String, String)>,
) -> Result<Json<Revision>, Problem> {
    let (story, chapter) = place(&story, &chapter)?;
    Ok(Json(
        engine
            .revision(story, chapter, id(&revision, "revision")?)
            .await?,
    ))
}

/// Makes a revision the current text again.
#[utoipa::path(
    post,
    path = "/stories/{id}/chapters/{number}/revisions/{rid}/restore",
    params(IfMatch),
    responses((status = 200, body = Chapter), (status = 409, body = Problem))
)]
pub(super) async fn restore(
    State(engine): State<Engine>,
    Path((story, chapter, revision)): Path<(String, String, String)>,
    based: IfMatch,
) -> Result<ResourceResponse<Chapter>, Problem> {
    let (story, chapter) = place(&story, &chapter)?;
    let revision = id(&revision, "revision")?;
    let restore = |_, version| engine.restore(story, chapter, revision, version);
    let restored = based.change(&engine, &(story, chapter), restore).await?;
    Ok(restored.into())
}

/// Refuses a suggestion: it stays in the history and is no longer offered.
#[utoipa::path(
    post,
    path = "/stories/{id}/chapters/{number}/revisions/{rid}/drop",
    params(IfMatch),
    responses((status = 200, body = Chapter), (status = 409, body = Problem))
)]
pub(super) async fn drop_candidate(
    State(engine): State<Engine>,
    Path((story, chapter, revision)): Path<(String, String, String)>,
    based: IfMatch,
) -> Result<ResourceResponse<Chapter>, Problem> {
    let (story, chapter) = place(&story, &chapter)?;
    let revision = id(&revision, "revision")?;
    let drop = |_, version| engine.drop_candidate(story, chapter, revision, version);
    let changed = based.change(&engine, &(story, chapter), drop).await?;
    Ok(changed.into())
}

/// Two revisions of the chapter, by id.
#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct CompareQuery {
    /// The id of the older revision.
    from: String,
    /// The id of the newer revision.
    to: String,
}

/// Compares two revisions of a chapter.
#[utoipa::path(
    get,
    path = "/stories/{id}/chapters/{number}/compare",
    params(CompareQuery),
    responses((status = 200, body = Comparison))
)]
pub(super) async fn compare(
    State(engine): State<Engine>,
    Path((story, chapter)): Path<(String, String)>,
    Params(CompareQuery { from, to }): Params<CompareQuery>,
) -> Result<Json<Comparison>, Problem> {
    let (story, chapter) = place(&story, &chapter)?;
    let (from, to) = (id(&from, "revision")?, id(&to, "revision")?);
    Ok(Json(engine.compare(story, chapter, from, to).await?))
}
