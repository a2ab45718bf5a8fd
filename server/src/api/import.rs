//! Manuscripts from outside: read, looked at and changed, then a story.

use super::{
    books::FileContent,
    if_match::IfMatch,
    resource::{Resource, ResourceResponse},
    stories::created,
};
use crate::{
    problem::Problem,
    request::{Body, Paging, Params, Path, id},
    sent_form::SentForm,
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use domain::{ImportId, Page, Story};
use engine::{Engine, Error};
use exchange::import::{ImportEntry, ImportPatch, ImportPreview};
use serde::{Deserialize, Serialize};

/// The files of a manuscript, for the document alone.
#[derive(utoipa::ToSchema)]
#[expect(dead_code, reason = "it describes a form")]
pub(super) struct ImportForm {
    /// A manuscript as DOCX, EPUB, HTML, Markdown, text or a zip of such files; or each file of a folder of chapters,
    /// with its path as its name; or a story that was exported as JSON.
    file: Vec<FileContent>,
    /// The encoding of a text file, such as `windows-1252`; found by itself if it is missing.
    encoding: Option<String>,
}

/// A story that is made of an import.
#[derive(Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct ImportTitle {
    /// The story's title; the one of the preview if it is missing or empty.
    title: Option<String>,
}

/// A paragraph of a chapter that is not imported yet.
#[derive(Serialize, utoipa::ToSchema)]
pub(super) struct ImportParagraph {
    /// Its number, from 1: a chapter is split before it.
    number: usize,
    /// Its text; `***` between scenes.
    text: String,
}

impl Resource for ImportId {
    type Body = ImportPreview;

    async fn read(&self, engine: &Engine) -> Result<ResourceResponse<ImportPreview>, Error> {
        Ok(engine.import(*self).await?.into())
    }
}

/// Reads a manuscript, and keeps what was read for 30 days: its chapters, and what can't be taken over.
#[utoipa::path(
    post,
    path = "/imports",
    request_body(content = ImportForm, content_type = "multipart/form-data"),
    responses((status = 201, body = ImportPreview))
)]
pub(super) async fn begin(
    State(engine): State<Engine>,
    SentForm { files, encoding }: SentForm,
) -> Result<Response, Problem> {
    let preview = engine.begin_import(files, encoding).await?;
    let location = format!("/api/v1/imports/{}", preview.id);
    Ok(ResourceResponse::from(preview).made(StatusCode::CREATED, &location))
}

/// Imports that wait to be accepted, the newest first.
#[utoipa::path(
    get,
    path = "/imports",
    params(Paging),
    responses((status = 200, body = Page<ImportEntry>))
)]
pub(super) async fn list(
    State(engine): State<Engine>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<ImportEntry>>, Problem> {
    let limit = paging.limit()?;
    Ok(Json(engine.imports(limit, paging.after).await?))
}

/// An import as it would become a story now.
#[utoipa::path(get, path = "/imports/{id}", responses((status = 200, body = ImportPreview)))]
pub(super) async fn show(
    State(engine): State<Engine>,
    Path(import): Path<String>,
) -> Result<ResourceResponse<ImportPreview>, Problem> {
    let import: ImportId = id(&import, "import")?;
    Ok(import.read(&engine).await?)
}

/// The paragraphs of a chapter, by its number in the preview.
#[utoipa::path(
    get,
    path = "/imports/{id}/chapters/{number}",
    params(Paging),
    responses((status = 200, body = Page<ImportParagraph>))
)]
pub(super) async fn chapter(
    State(engine): State<Engine>,
    Path((import, number)): Path<(String, String)>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<ImportParagraph>>, Problem> {
    paging.check()?;
    let (import, number) = (id(&import, "import")?, id(&number, "chapter")?);
    let paragraphs = engine.import_chapter(import, number).await?;
    let paragraph = |(number, text)| ImportParagraph { number, text };
    let items = (1..).zip(paragraphs).map(paragraph).collect();
    let key = |paragraph: &ImportParagraph| paragraph.number.to_string();
    Ok(Json(paging.of(items, key)?))
}

/// Merges, splits, renames or leaves out a chapter, changes the title, author or language, or reads a text again with
/// another encoding. Each of these can be undone.
#[utoipa::path(
    patch,
    path = "/imports/{id}",
    params(IfMatch),
    request_body = ImportPatch,
    responses((status = 200, body = ImportPreview))
)]
pub(super) async fn change(
    State(engine): State<Engine>,
    Path(import): Path<String>,
    based: IfMatch,
    Body(patch): Body<ImportPatch>,
) -> Result<ResourceResponse<ImportPreview>, Problem> {
    let import: ImportId = id(&import, "import")?;
    let change = |_, version| engine.change_import(import, patch, version);
    Ok(based.change(&engine, &import, change).await?.into())
}

/// Forgets an import. No story comes of it.
#[utoipa::path(
    delete,
    path = "/imports/{id}",
    params(IfMatch),
    responses((status = 204))
)]
pub(super) async fn discard(
    State(engine): State<Engine>,
    Path(import): Path<String>,
    based: IfMatch,
) -> Result<Response, Problem> {
    let import: ImportId = id(&import, "import")?;
    let discard = |_, version| engine.discard_import(import, version);
    based.change(&engine, &import, discard).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Makes a story of an import, all of it or nothing. Accepting it once more answers the same story.
#[utoipa::path(
    post,
    path = "/imports/{id}/accept",
    request_body = ImportTitle,
    responses((status = 201, body = Story))
)]
pub(super) async fn accept(
    State(engine): State<Engine>,
    Path(import): Path<String>,
    Body(ImportTitle { title }): Body<ImportTitle>,
) -> Result<Response, Problem> {
    let import: ImportId = id(&import, "import")?;
    Ok(created(engine.accept_import(import, title).await?))
}
