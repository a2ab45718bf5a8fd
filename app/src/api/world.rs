//! The world of a story.

use super::Answer;
use domain::{StoryId, World};
use leptos::{prelude::*, server_fn::codec::Json};

/// Everything the story must obey.
#[server(prefix = "/api/studio", endpoint = "world", input = Json)]
pub async fn get_world(story: StoryId) -> Answer<World> {
    use super::server::{Owner, answer, engine};
    answer(engine().world(&Owner, story).await)
}
