//! Finding and replacing in a story, and somebody's new name.

use super::ApiResult;
use domain::{
    EntityId, NewName, Page, PlaceChoice, ReplacePattern, ReplacePreview, Replacement,
    ReplacementId, StoryId, UndoneReplacement,
};
use leptos::{prelude::*, server_fn::codec::Json};

/// Every place that a replacement would change: the first ones after the place with the id `after`.
#[server(prefix = "/api/studio", endpoint = "preview_replacement", input = Json)]
pub async fn preview_replacement(
    story: StoryId,
    pattern: ReplacePattern,
    after: Option<String>,
) -> ApiResult<ReplacePreview> {
    use super::server::{api_result, engine};
    api_result(engine().preview_replacement(story, &pattern, after).await)
}

/// Replaces the chosen places, all of them or none.
#[server(prefix = "/api/studio", endpoint = "replace_places", input = Json)]
pub async fn replace_places(
    story: StoryId,
    pattern: ReplacePattern,
    choice: PlaceChoice,
) -> ApiResult<Replacement> {
    use super::server::{api_result, engine};
    api_result(engine().replace(story, &pattern, choice).await)
}

/// Every place that has the name of an entity, or a part of it, with what it becomes.
#[server(prefix = "/api/studio", endpoint = "preview_rename", input = Json)]
pub async fn preview_rename(
    story: StoryId,
    entity: EntityId,
    new: NewName,
    after: Option<String>,
) -> ApiResult<ReplacePreview> {
    use super::server::{api_result, engine};
    api_result(engine().preview_rename(story, entity, new, after).await)
}

/// Gives an entity another name in the chosen places, all of them or none.
#[server(prefix = "/api/studio", endpoint = "rename_everywhere", input = Json)]
pub async fn rename_everywhere(
    story: StoryId,
    entity: EntityId,
    new: NewName,
    choice: PlaceChoice,
) -> ApiResult<Replacement> {
    use super::server::{api_result, engine};
    api_result(engine().rename(story, entity, new, choice).await)
}

/// Takes a replacement back.
#[server(prefix = "/api/studio", endpoint = "undo_replacement", input = Json)]
pub async fn undo_replacement(
    story: StoryId,
    replacement: ReplacementId,
) -> ApiResult<UndoneReplacement> {
    use super::server::{api_result, engine};
    api_result(engine().undo_replacement(story, replacement).await)
}

/// Replacements of a story, newest first, a page at a time.
#[server(prefix = "/api/studio", endpoint = "replacements", input = Json)]
pub async fn list_replacements(
    story: StoryId,
    after: Option<String>,
) -> ApiResult<Page<Replacement>> {
    use super::server::{api_result, engine};
    api_result(engine().replacements(story, 20, after).await)
}
