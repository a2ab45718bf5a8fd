//! Manuscripts that wait to become stories.

use super::ApiResult;
use domain::{ImportId, Page, Story};
use exchange::import::{ImportEntry, ImportPatch, ImportPreview};
use leptos::{prelude::*, server_fn::codec::Json};

/// Imports that wait, the newest first, a page at a time.
#[server(prefix = "/api/studio", endpoint = "imports", input = Json)]
pub async fn list_imports(after: Option<String>) -> ApiResult<Page<ImportEntry>> {
    use super::server::{api_result, engine};
    api_result(engine().imports(50, after).await)
}

/// An import as it would become a story now.
#[server(prefix = "/api/studio", endpoint = "import", input = Json)]
pub async fn get_import(import: ImportId) -> ApiResult<ImportPreview> {
    use super::server::{api_result, engine};
    api_result(engine().import(import).await)
}

/// The paragraphs of a chapter, by its number in the preview.
#[server(prefix = "/api/studio", endpoint = "import_chapter", input = Json)]
pub async fn get_import_chapter(import: ImportId, number: u32) -> ApiResult<Vec<String>> {
    use super::server::{api_result, engine};
    api_result(engine().import_chapter(import, number).await)
}

/// Changes an import as it was at `version`.
#[server(prefix = "/api/studio", endpoint = "change_import", input = Json)]
pub async fn change_import(
    import: ImportId,
    patch: ImportPatch,
    version: i64,
) -> ApiResult<ImportPreview> {
    use super::server::{api_result, engine};
    api_result(engine().change_import(import, patch, version).await)
}

/// Forgets an import as it was at `version`.
#[server(prefix = "/api/studio", endpoint = "discard_import", input = Json)]
pub async fn discard_import(import: ImportId, version: i64) -> ApiResult<()> {
    use super::server::{api_result, engine};
    api_result(engine().discard_import(import, version).await)
}

/// Makes a story of an import.
#[server(prefix = "/api/studio", endpoint = "accept_import", input = Json)]
pub async fn accept_import(import: ImportId) -> ApiResult<Story> {
    use super::server::{api_result, engine};
    api_result(engine().accept_import(import, None).await)
}
