//! The book that leaves the studio: its settings, its cover, its files.

use super::{
    if_match::IfMatch,
    resource::{Resource, ResourceResponse},
};
use crate::{
    entity_tags::EntityTags,
    problem::Problem,
    request::{Body, Paging, Params, Path, id},
};
use axum::{
    Json,
    body::Bytes,
    extract::State,
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{
            CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_NONE_MATCH,
        },
    },
    response::{IntoResponse as _, Response},
};
use domain::{CoverId, Page, StoryId};
use engine::{Engine, Error, book::content_disposition, store::CoverImage};
use exchange::export::{
    BookSettings, BookSettingsChange, ChapterSelection, DocumentLayout, ExportFormat,
    ExportOptions, TrimSize, UnfinishedChapters,
};
use futures::stream;
use serde::{Deserialize, Serialize};
use std::io::{self, Read as _};

/// How much of a file is read at once, in bytes.
const PIECE: usize = 64 * 1024;

/// Bytes of a file, for the document alone.
#[derive(utoipa::ToSchema)]
#[schema(value_type = String, format = Binary)]
#[expect(dead_code, reason = "it names a schema")]
pub(super) struct FileContent(Vec<u8>);

/// The settings of a story's book as a resource.
pub(super) struct BookResource(pub(super) StoryId);

impl Resource for BookResource {
    type Body = BookSettings;

    async fn read(&self, engine: &Engine) -> Result<ResourceResponse<BookSettings>, Error> {
        Ok(engine.book_settings(self.0).await?.into())
    }
}

/// What is kept of a story for its exports.
#[utoipa::path(get, path = "/stories/{id}/book", responses((status = 200, body = BookSettings)))]
pub(super) async fn show(
    State(engine): State<Engine>,
    Path(story): Path<String>,
) -> Result<ResourceResponse<BookSettings>, Problem> {
    Ok(BookResource(id(&story, "story")?).read(&engine).await?)
}

/// Replaces what is kept of a story for its exports. A field that is missing gets its default.
#[utoipa::path(
    put,
    path = "/stories/{id}/book",
    params(IfMatch),
    request_body = BookSettingsChange,
    responses((status = 200, body = BookSettings))
)]
pub(super) async fn change(
    State(engine): State<Engine>,
    Path(story): Path<String>,
    based: IfMatch,
    Body(new): Body<BookSettingsChange>,
) -> Result<ResourceResponse<BookSettings>, Problem> {
    let story: StoryId = id(&story, "story")?;
    let change = |_, version| engine.change_book_settings(story, new, version);
    Ok(based
        .change(&engine, &BookResource(story), change)
        .await?
        .into())
}

/// The cover in use.
#[utoipa::path(
    get,
    path = "/stories/{id}/book/cover",
    responses((
        status = 200,
        content((FileContent = "image/png"), (FileContent = "image/jpeg"), (FileContent = "image/gif"))
    ), (status = 204, description = "There is no cover."))
)]
pub(super) async fn cover(
    State(engine): State<Engine>,
    Path(story): Path<String>,
) -> Result<Response, Problem> {
    match engine.cover(id(&story, "story")?, None).await {
        Err(Error::NotFound("cover")) => Ok(StatusCode::NO_CONTENT.into_response()),
        found => Ok(image(found?)),
    }
}

fn image(cover: CoverImage) -> Response {
    let media_type = HeaderValue::from_str(&cover.media_type)
        .unwrap_or(HeaderValue::from_static("application/octet-stream"));
    ([(CONTENT_TYPE, media_type)], cover.bytes).into_response()
}

/// A cover that was uploaded, in use or not.
#[utoipa::path(
    get,
    path = "/stories/{id}/book/covers/{cover}",
    responses((
        status = 200,
        content((FileContent = "image/png"), (FileContent = "image/jpeg"), (FileContent = "image/gif"))
    ))
)]
pub(super) async fn one_cover(
    State(engine): State<Engine>,
    Path((story, cover)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let (story, cover) = (id(&story, "story")?, id(&cover, "cover")?);
    Ok(image(engine.cover(story, Some(cover)).await?))
}

/// A small picture of a cover, for lists: JPEG of at most 360 × 540 pixels. It never changes, so it can be kept for good.
#[utoipa::path(
    get,
    path = "/stories/{id}/book/covers/{cover}/thumbnail",
    responses(
        (status = 200, content((FileContent = "image/jpeg"))),
        (status = 304, description = "It is the one that the client has.")
    )
)]
pub(super) async fn thumbnail(
    State(engine): State<Engine>,
    Path((story, cover)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let (story, cover): (StoryId, CoverId) = (id(&story, "story")?, id(&cover, "cover")?);
    let picture = engine.thumbnail(story, cover).await?;
    let kept = [
        (
            CACHE_CONTROL,
            "private, max-age=31536000, immutable".to_owned(),
        ),
        (ETAG, format!("\"{cover}\"")),
    ];
    let known = EntityTags::of(&headers, &IF_NONE_MATCH);
    if matches!(known, Some(Ok(tags)) if tags.have(&cover.to_string())) {
        return Ok((StatusCode::NOT_MODIFIED, kept).into_response());
    }
    Ok((kept, [(CONTENT_TYPE, "image/jpeg")], picture).into_response())
}

/// Uses an earlier cover again.
#[utoipa::path(
    post,
    path = "/stories/{id}/book/covers/{cover}/restore",
    params(IfMatch),
    responses((status = 200, body = BookSettings))
)]
pub(super) async fn restore_cover(
    State(engine): State<Engine>,
    Path((story, cover)): Path<(String, String)>,
    based: IfMatch,
) -> Result<ResourceResponse<BookSettings>, Problem> {
    let story: StoryId = id(&story, "story")?;
    let cover: CoverId = id(&cover, "cover")?;
    let change = |_, version| engine.use_cover(story, Some(cover), version);
    let resource = BookResource(story);
    Ok(based.change(&engine, &resource, change).await?.into())
}

/// Uploads a cover and uses it: a PNG, JPEG or GIF image of at most 5 MB. Earlier ones stay.
#[utoipa::path(
    put,
    path = "/stories/{id}/book/cover",
    params(IfMatch),
    request_body(content = FileContent, content_type = "application/octet-stream"),
    responses((status = 200, body = BookSettings))
)]
pub(super) async fn set_cover(
    State(engine): State<Engine>,
    Path(story): Path<String>,
    based: IfMatch,
    image: Bytes,
) -> Result<ResourceResponse<BookSettings>, Problem> {
    let story: StoryId = id(&story, "story")?;
    let change = |_, version| engine.add_cover(story, image.to_vec(), version);
    Ok(based
        .change(&engine, &BookResource(story), change)
        .await?
        .into())
}

/// Uses no cover any more: the next export has one that is drawn from the title. All covers stay.
#[utoipa::path(
    delete,
    path = "/stories/{id}/book/cover",
    params(IfMatch),
    responses((status = 200, body = BookSettings))
)]
pub(super) async fn remove_cover(
    State(engine): State<Engine>,
    Path(story): Path<String>,
    based: IfMatch,
) -> Result<ResourceResponse<BookSettings>, Problem> {
    let story: StoryId = id(&story, "story")?;
    let change = |_, version| engine.use_cover(story, None, version);
    Ok(based
        .change(&engine, &BookResource(story), change)
        .await?
        .into())
}

/// Options for one file. What is missing is as it is kept for the story.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ExportQuery {
    format: Option<ExportFormat>,
    /// Which chapters: `1-5,8`, or `9-` for chapter 9 and all that follow. Empty: all.
    #[param(value_type = Option<String>)]
    chapters: Option<ChapterSelection>,
    /// Whether a page with title and author comes first.
    title_page: Option<bool>,
    /// What is printed between scenes.
    scene_break: Option<String>,
    /// Whether straight quotes and double hyphens are printed as the language has them.
    smart_typography: Option<bool>,
    unfinished: Option<UnfinishedChapters>,
    layout: Option<DocumentLayout>,
    trim_size: Option<TrimSize>,
}

impl ExportQuery {
    fn change(self, kept: ExportOptions) -> ExportOptions {
        ExportOptions {
            format: self.format.unwrap_or(kept.format),
            chapters: self.chapters.unwrap_or(kept.chapters),
            title_page: self.title_page.unwrap_or(kept.title_page),
            scene_break: self.scene_break.unwrap_or(kept.scene_break),
            smart_typography: self.smart_typography.unwrap_or(kept.smart_typography),
            unfinished: self.unfinished.unwrap_or(kept.unfinished),
            layout: self.layout.unwrap_or(kept.layout),
            trim_size: self.trim_size.unwrap_or(kept.trim_size),
        }
    }
}

/// The book as a file.
#[utoipa::path(
    get,
    path = "/stories/{id}/export",
    params(ExportQuery),
    responses((
        status = 200,
        content(
            (FileContent = "application/epub+zip"),
            (FileContent = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            (FileContent = "application/pdf"),
            (FileContent = "application/zip"),
            (serde_json::Value = "application/json"),
            (String = "text/html"),
            (String = "text/markdown"),
            (String = "text/plain")
        )
    ))
)]
pub(super) async fn export(
    State(engine): State<Engine>,
    Path(story): Path<String>,
    Params(query): Params<ExportQuery>,
) -> Result<Response, Problem> {
    let story: StoryId = id(&story, "story")?;
    let format = match query.format {
        Some(format) => format,
        None => engine.book_settings(story).await?.options.format,
    };
    if format == ExportFormat::Json {
        return whole_story(&engine, story).await;
    }
    let file = engine.export(story, |kept| query.change(kept)).await?;
    let (title, extension) = file.file_name.rsplit_once('.').unwrap_or_default();
    let name = content_disposition(title, extension);
    let mut response = ([(CONTENT_TYPE, file.media_type)], file.bytes).into_response();
    if let Ok(name) = HeaderValue::from_str(&name) {
        response.headers_mut().insert(CONTENT_DISPOSITION, name);
    }
    Ok(response)
}

/// The whole story with its history: read from the disk while it is sent.
async fn whole_story(engine: &Engine, story: StoryId) -> Result<Response, Problem> {
    let title = engine.story(story).await?.title;
    let file = engine.export_story_file(story).await?;
    let size = file.size;
    // One that may be asked again after its end, as the compression does.
    let pieces = stream::try_unfold(file.content, |mut content| async {
        let mut piece = vec![0; PIECE];
        let read = content.read(&mut piece)?;
        piece.truncate(read);
        Ok::<_, io::Error>((read > 0).then(|| (Bytes::from(piece), content)))
    });
    let format = ExportFormat::Json;
    let mut response = (
        [(CONTENT_TYPE, format.media_type())],
        axum::body::Body::from_stream(pieces),
    )
        .into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_LENGTH, HeaderValue::from(size));
    if let Ok(name) = HeaderValue::from_str(&content_disposition(&title, format.extension())) {
        headers.insert(CONTENT_DISPOSITION, name);
    }
    Ok(response)
}

/// Something that is not in a file as the author may expect.
#[derive(Serialize, utoipa::ToSchema)]
pub(super) struct ExportWarning {
    /// One sentence.
    text: String,
}

/// What is not in the file as the author may expect: unfinished chapters, characters that no font has.
#[utoipa::path(
    get,
    path = "/stories/{id}/export/warnings",
    params(ExportQuery, Paging),
    responses((status = 200, body = Page<ExportWarning>))
)]
pub(super) async fn warnings(
    State(engine): State<Engine>,
    Path(story): Path<String>,
    Params(query): Params<ExportQuery>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<ExportWarning>>, Problem> {
    paging.check()?;
    let story: StoryId = id(&story, "story")?;
    let file = engine.export(story, |kept| query.change(kept)).await?;
    let said = file.warnings.iter().map(|warning| ExportWarning {
        text: warning.to_string(),
    });
    Ok(Json(
        paging.of(said.collect(), |warning| warning.text.clone())?,
    ))
}
