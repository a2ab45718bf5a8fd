//! Going somewhere by its name.

use crate::{
    problem::Problem,
    request::{Params, id},
};
use axum::{Json, extract::State};
use domain::{NameMatch, Page};
use engine::{Engine, Error};
use serde::Deserialize;

/// How many names are answered where nothing else is asked for.
const USUAL: u32 = 20;

/// What is typed of a name.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct NameQuery {
    /// A part of a name, the beginnings of its words, or the number of a chapter; at most 100 characters. Where it is
    /// empty, any name fits.
    #[serde(default)]
    #[param(max_length = 100)]
    q: String,
    /// The story whose chapters and world entries are looked at beside all stories.
    story: Option<String>,
    /// How many names at most.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
}

/// Stories, and chapters and world entries of one story, whose names fit what is typed, best first. This is for going
/// somewhere as one types, so there is no next page.
#[utoipa::path(
    get,
    path = "/names",
    params(NameQuery),
    responses((status = 200, body = Page<NameMatch>), (status = 404, body = Problem))
)]
pub(super) async fn list(
    State(engine): State<Engine>,
    Params(query): Params<NameQuery>,
) -> Result<Json<Page<NameMatch>>, Problem> {
    let story = query.story.map(|story| id(&story, "story")).transpose()?;
    let limit = query.limit.unwrap_or(USUAL);
    if !(1..=200).contains(&limit) {
        let says = "`limit` must be a number from 1 to 200.";
        return Err(Error::Invalid(says.to_owned()).into());
    }
    let items = engine.names(story, &query.q, &[], limit).await?;
    Ok(Json(Page { items, next: None }))
}
