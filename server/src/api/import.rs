//! Manuscripts from outside.

use super::{books::FileContent, stories::created};
use crate::{
    problem::Problem,
    request::{Body, Params},
};
use axum::{Json, body::Bytes, extract::State, response::Response};
use domain::Story;
use engine::Engine;
use exchange::import::{ImportedStory, Manuscript};
use serde::Deserialize;

/// How a file is to be read.
#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ImportQuery {
    /// The file's name. Its content says what it is; the name stands in for a missing title.
    name: String,
    /// The encoding of a text file, such as `windows-1252`; found by itself if it is missing.
    encoding: Option<String>,
}

/// Reads a manuscript (DOCX, EPUB, HTML, Markdown, text, or a zip of such files) for a preview. Nothing is stored.
#[utoipa::path(
    post,
    path = "/import/preview",
    params(ImportQuery),
    request_body(content = FileContent, content_type = "application/octet-stream"),
    responses((status = 200, body = Manuscript))
)]
pub(super) async fn preview(
    State(engine): State<Engine>,
    Params(ImportQuery { name, encoding }): Params<ImportQuery>,
    file: Bytes,
) -> Result<Json<Manuscript>, Problem> {
    let read = engine.read_manuscript(name, file.to_vec(), encoding);
    Ok(Json(read.await?))
}

/// Makes a story of a manuscript, all of it or nothing.
#[utoipa::path(
    post,
    path = "/import",
    request_body = ImportedStory,
    responses((status = 201, body = Story))
)]
pub(super) async fn import(
    State(engine): State<Engine>,
    Body(imported): Body<ImportedStory>,
) -> Result<Response, Problem> {
    Ok(created(engine.import_story(imported).await?))
}
