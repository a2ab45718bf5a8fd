//! Versions of what was decided, and the trash.

use super::{
    books::BookResource, chapters, if_match::IfMatch, part_fields, resource::ResourceResponse,
};
use crate::{
    problem::Problem,
    request::{Paging, Params, Path, id},
};
use axum::{Json, extract::State, http::StatusCode};
use domain::{
    Author, BookDetails, Chapter, Outline, Page, PartId, Restored, RunId, Story, StoryId,
    Timestamp, TitledBrief, Trashed, Version, VersionId, VersionTarget, VersionValue,
};
use engine::Engine;
use exchange::export::BookSettings;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

/// A version as it is sent: its value without the name of its kind.
#[derive(Serialize, ToSchema)]
pub(super) struct VersionResponse<T> {
    id: VersionId,
    by: Author,
    /// The run that decided it.
    run: Option<RunId>,
    at: Timestamp,
    /// Whether it is what there is now.
    current: bool,
    value: T,
}

fn sent(version: Version) -> VersionResponse<Value> {
    let value = match &version.value {
        VersionValue::Outline(outline) => serde_json::to_value(outline).unwrap_or_default(),
        VersionValue::Brief(brief) => serde_json::to_value(brief).unwrap_or_default(),
        VersionValue::Book(details) => serde_json::to_value(details).unwrap_or_default(),
        VersionValue::Part(part) => part_fields::fields(part),
    };
    VersionResponse {
        id: version.id,
        by: version.by,
        run: version.run,
        at: version.at,
        current: version.current,
        value,
    }
}

/// The versions of something, newest first.
pub(super) async fn list(
    engine: &Engine,
    story: StoryId,
    of: VersionTarget,
    paging: Paging,
) -> Result<Json<Page<VersionResponse<Value>>>, Problem> {
    let limit = paging.limit()?;
    let page = engine.versions(story, of, limit, paging.after).await?;
    Ok(Json(Page {
        items: page.items.into_iter().map(sent).collect(),
        next: page.next,
    }))
}

/// Every version of a chapter's title and beats, the newest first.
#[utoipa::path(
    get,
    path = "/stories/{id}/chapters/{number}/outlines",
    params(Paging),
    responses((status = 200, body = Page<VersionResponse<Outline>>))
)]
pub(super) async fn outlines(
    State(engine): State<Engine>,
    Path((story, chapter)): Path<(String, String)>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<VersionResponse<Value>>>, Problem> {
    let (story, chapter) = chapters::place(&story, &chapter)?;
    list(&engine, story, VersionTarget::Outline(chapter), paging).await
}

/// Restores a version of a chapter's title and beats.
#[utoipa::path(
    post,
    path = "/stories/{id}/chapters/{number}/outlines/{vid}/restore",
    params(IfMatch),
    responses((status = 200, body = Chapter))
)]
pub(super) async fn restore_outline(
    State(engine): State<Engine>,
    Path((story, chapter, version)): Path<(String, String, String)>,
    based: IfMatch,
) -> Result<ResourceResponse<Chapter>, Problem> {
    let (story, chapter) = chapters::place(&story, &chapter)?;
    let (of, id) = (VersionTarget::Outline(chapter), id(&version, "version")?);
    let restore = |_, version| engine.restore_version(story, of, id, version);
    based.change(&engine, &(story, chapter), restore).await?;
    Ok(engine.chapter(story, chapter).await?.into())
}

/// Every version of a story's title and brief, the newest first.
#[utoipa::path(
    get,
    path = "/stories/{id}/brief/versions",
    params(Paging),
    responses((status = 200, body = Page<VersionResponse<TitledBrief>>))
)]
pub(super) async fn briefs(
    State(engine): State<Engine>,
    Path(story): Path<String>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<VersionResponse<Value>>>, Problem> {
    list(&engine, id(&story, "story")?, VersionTarget::Brief, paging).await
}

/// Every version of what a story's book says of itself, the newest first.
#[utoipa::path(
    get,
    path = "/stories/{id}/book/versions",
    params(Paging),
    responses((status = 200, body = Page<VersionResponse<BookDetails>>))
)]
pub(super) async fn books(
    State(engine): State<Engine>,
    Path(story): Path<String>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<VersionResponse<Value>>>, Problem> {
    list(&engine, id(&story, "story")?, VersionTarget::Book, paging).await
}

/// Restores a version of what a story's book says of itself.
#[utoipa::path(
    post,
    path = "/stories/{id}/book/versions/{vid}/restore",
    params(IfMatch),
    responses((status = 200, body = BookSettings))
)]
pub(super) async fn restore_book(
    State(engine): State<Engine>,
    Path((story, version)): Path<(String, String)>,
    based: IfMatch,
) -> Result<ResourceResponse<BookSettings>, Problem> {
    let (story, id): (StoryId, VersionId) = (id(&story, "story")?, id(&version, "version")?);
    let restore = |_, version| engine.restore_version(story, VersionTarget::Book, id, version);
    based.change(&engine, &BookResource(story), restore).await?;
    Ok(engine.book_settings(story).await?.into())
}

/// Restores a version of a story's title and brief.
#[utoipa::path(
    post,
    path = "/stories/{id}/brief/versions/{vid}/restore",
    params(IfMatch),
    responses((status = 200, body = Story))
)]
pub(super) async fn restore_brief(
    State(engine): State<Engine>,
    Path((story, version)): Path<(String, String)>,
    based: IfMatch,
) -> Result<ResourceResponse<Story>, Problem> {
    let (story, id): (StoryId, VersionId) = (id(&story, "story")?, id(&version, "version")?);
    let of = VersionTarget::Brief;
    let restore = |_, version| engine.restore_version(story, of, id, version);
    based.change(&engine, &story, restore).await?;
    Ok(engine.story(story).await?.into())
}

pub(super) async fn restore_part(
    engine: &Engine,
    story: StoryId,
    part: PartId,
    id: VersionId,
    based: IfMatch,
) -> Result<ResourceResponse<Value>, Problem> {
    let of = VersionTarget::Part(part);
    let restore = |_, version| engine.restore_version(story, of, id, version);
    based.change(engine, &(story, part), restore).await?;
    Ok(engine.part(story, part).await?.into())
}

/// What was deleted, the newest first. It is kept for 30 days.
#[utoipa::path(
    get,
    path = "/trash",
    params(Paging),
    responses((status = 200, body = Page<Trashed>))
)]
pub(super) async fn trash(
    State(engine): State<Engine>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<Trashed>>, Problem> {
    let limit = paging.limit()?;
    Ok(Json(engine.trash(limit, paging.after).await?))
}

/// Restores what was deleted.
#[utoipa::path(
    post,
    path = "/trash/{entry}/restore",
    responses((status = 200, body = Restored), (status = 409, body = Problem))
)]
pub(super) async fn restore(
    State(engine): State<Engine>,
    Path(entry): Path<String>,
) -> Result<Json<Restored>, Problem> {
    let entry = id(&entry, "entry in the trash")?;
    Ok(Json(engine.restore_trashed(entry).await?))
}

/// Deletes an entry of the trash for ever.
#[utoipa::path(delete, path = "/trash/{entry}", responses((status = 204)))]
pub(super) async fn delete_forever(
    State(engine): State<Engine>,
    Path(entry): Path<String>,
) -> Result<StatusCode, Problem> {
    let entry = id(&entry, "entry in the trash")?;
    engine.delete_forever(entry).await?;
    Ok(StatusCode::NO_CONTENT)
}
