//! Versions of what was decided, and the trash.

use super::{ACTOR, chapters, stories, world};
use crate::{
    problem::Problem,
    request::{IfMatch, Paging, Params, Path, id},
};
use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode},
};
use domain::{
    Author, Chapter, Outline, Page, PartId, Restored, RunId, Story, StoryId, Timestamp,
    TitledBrief, Trashed, Version, VersionId, VersionTarget, VersionValue,
};
use engine::{Engine, Error};
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
        VersionValue::Part(part) => world::fields(part),
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
    let page = engine
        .versions(ACTOR, story, of, limit, paging.after)
        .await?;
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
) -> Result<(HeaderMap, Json<Chapter>), Problem> {
    let (story, chapter) = chapters::place(&story, &chapter)?;
    let based = based.version(engine.chapter(ACTOR, story, chapter).await?.version);
    let (of, version) = (VersionTarget::Outline(chapter), id(&version, "version")?);
    match engine
        .restore_version(ACTOR, story, of, version, based)
        .await
    {
        Ok(()) => Ok(chapters::found(
            engine.chapter(ACTOR, story, chapter).await?,
        )),
        Err(error) => Err(chapters::with_current(&engine, story, chapter, error).await),
    }
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
) -> Result<(HeaderMap, Json<Story>), Problem> {
    let (story, version): (StoryId, VersionId) = (id(&story, "story")?, id(&version, "version")?);
    let based = based.version(engine.story(ACTOR, story).await?.version);
    match engine
        .restore_version(ACTOR, story, VersionTarget::Brief, version, based)
        .await
    {
        Ok(()) => Ok(stories::found(engine.story(ACTOR, story).await?)),
        Err(error) => Err(stories::with_current(&engine, story, error).await),
    }
}

pub(super) async fn restore_part(
    engine: &Engine,
    story: StoryId,
    part: PartId,
    version: VersionId,
    based: IfMatch,
) -> Result<(HeaderMap, Json<Value>), Problem> {
    let based = based.version(engine.part(ACTOR, story, part).await?.1);
    let of = VersionTarget::Part(part);
    match engine
        .restore_version(ACTOR, story, of, version, based)
        .await
    {
        Ok(()) => Ok(world::found(engine.part(ACTOR, story, part).await?)),
        Err(error @ Error::StaleVersion { .. }) => {
            Err(world::with_current(engine, story, part, error).await)
        }
        Err(error) => Err(error.into()),
    }
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
    Ok(Json(engine.trash(ACTOR, limit, paging.after).await?))
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
    Ok(Json(engine.restore_trashed(ACTOR, entry).await?))
}

/// Deletes an entry of the trash for ever.
#[utoipa::path(delete, path = "/trash/{entry}", responses((status = 204)))]
pub(super) async fn delete_forever(
    State(engine): State<Engine>,
    Path(entry): Path<String>,
) -> Result<StatusCode, Problem> {
    let entry = id(&entry, "entry in the trash")?;
    engine.delete_forever(ACTOR, entry).await?;
    Ok(StatusCode::NO_CONTENT)
}
