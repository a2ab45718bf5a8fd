//! Finding a phrase, in one story or in all of them.

use crate::{
    problem::Problem,
    request::{Paging, Params, Path, id},
};
use axum::{Json, extract::State};
use domain::{Page, SearchHit};
use engine::Engine;
use serde::Deserialize;

/// What to find.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct SearchQuery {
    /// A phrase of 1 to 200 characters. Case, accents of Latin letters and the form of quotation marks do not matter.
    #[param(min_length = 1, max_length = 200)]
    q: String,
}

/// Texts of all stories that have a phrase. A page may be short, or empty, and still name a next one.
#[utoipa::path(
    get,
    path = "/search",
    params(SearchQuery, Paging),
    responses((status = 200, body = Page<SearchHit>))
)]
pub(super) async fn library(
    State(engine): State<Engine>,
    Params(query): Params<SearchQuery>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<SearchHit>>, Problem> {
    let limit = paging.limit()?;
    Ok(Json(
        engine.search(None, &query.q, limit, paging.after).await?,
    ))
}

/// Texts of one story that have a phrase. A page may be short, or empty, and still name a next one.
#[utoipa::path(
    get,
    path = "/stories/{id}/search",
    params(SearchQuery, Paging),
    responses((status = 200, body = Page<SearchHit>))
)]
pub(super) async fn of_story(
    State(engine): State<Engine>,
    Path(story): Path<String>,
    Params(query): Params<SearchQuery>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<SearchHit>>, Problem> {
    let story = Some(id(&story, "story")?);
    let limit = paging.limit()?;
    Ok(Json(
        engine.search(story, &query.q, limit, paging.after).await?,
    ))
}
