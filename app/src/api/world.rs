//! The world of a story.

use super::ApiResult;
use domain::{PartId, StoryId, TrashId, World, WorldPart};
use leptos::{prelude::*, server_fn::codec::Json};

/// Everything the story must obey.
#[server(prefix = "/api/studio", endpoint = "world", input = Json)]
pub async fn get_world(story: StoryId) -> ApiResult<World> {
    use super::server::{api_result, engine};
    api_result(engine().world(story).await)
}

/// One part of the world and its version.
#[server(prefix = "/api/studio", endpoint = "part", input = Json)]
pub async fn get_part(story: StoryId, part: PartId) -> ApiResult<(WorldPart, i64)> {
    use super::server::{api_result, engine};
    api_result(engine().part(story, part).await)
}

/// Adds a part to the world or, with a version, changes the one that is there.
#[server(prefix = "/api/studio", endpoint = "put_part", input = Json)]
pub async fn put_part(story: StoryId, part: WorldPart, version: Option<i64>) -> ApiResult<()> {
    use super::server::{api_result, engine};
    api_result(engine().put_part(story, part, version).await.map(drop))
}

/// Moves a part of the world to the trash.
#[server(prefix = "/api/studio", endpoint = "delete_part", input = Json)]
pub async fn delete_part(story: StoryId, part: PartId, version: i64) -> ApiResult<TrashId> {
    use super::server::{api_result, engine};
    api_result(engine().delete_part(story, part, version).await)
}
