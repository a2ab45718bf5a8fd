//! Stories and the templates they can be made from.

use super::ApiResult;
use domain::{NewStory, Page, Story, StoryId, StoryPatch, Template, TrashId};
use leptos::{prelude::*, server_fn::codec::Json};

/// Stories, last changed first, a page at a time.
#[server(prefix = "/api/studio", endpoint = "stories", input = Json)]
pub async fn list_stories(after: Option<String>) -> ApiResult<Page<Story>> {
    use super::server::{api_result, engine};
    api_result(engine().stories(24, after).await)
}

/// One story.
#[server(prefix = "/api/studio", endpoint = "story", input = Json)]
pub async fn get_story(story: StoryId) -> ApiResult<Story> {
    use super::server::{api_result, engine};
    api_result(engine().story(story).await)
}

/// A story that may be gone: then nothing, and no error.
///
/// Not a server function of its own: the browser calls the one above, and the server must not answer a page of the
/// whole studio with 404.
pub async fn find_story(story: StoryId) -> ApiResult<Option<Story>> {
    #[cfg(feature = "ssr")]
    {
        use super::server::{api_result, engine};
        match engine().story(story).await {
            Err(engine::Error::NotFound(_)) => Ok(None),
            found => api_result(found).map(Some),
        }
    }
    #[cfg(not(feature = "ssr"))]
    match get_story(story).await {
        Err(error) if error.is_not_found() => Ok(None),
        found => found.map(Some),
    }
}

/// Makes a story.
#[server(prefix = "/api/studio", endpoint = "create_story", input = Json)]
pub async fn create_story(new: NewStory) -> ApiResult<Story> {
    use super::server::{api_result, engine};
    api_result(engine().create_story(new).await)
}

/// Changes title or brief of the story as it was at `version`.
#[server(prefix = "/api/studio", endpoint = "update_story", input = Json)]
pub async fn update_story(story: StoryId, patch: StoryPatch, version: i64) -> ApiResult<Story> {
    use super::server::{api_result, engine};
    api_result(engine().update_story(story, patch, version).await)
}

/// Moves the story to the trash with everything in it.
#[server(prefix = "/api/studio", endpoint = "delete_story", input = Json)]
pub async fn delete_story(story: StoryId, version: i64) -> ApiResult<TrashId> {
    use super::server::{api_result, engine};
    api_result(engine().delete_story(story, version).await)
}

/// Makes a copy of the story.
#[server(prefix = "/api/studio", endpoint = "duplicate_story", input = Json)]
pub async fn duplicate_story(story: StoryId) -> ApiResult<Story> {
    use super::server::{api_result, engine};
    api_result(engine().duplicate_story(story).await)
}

/// What a story can be made from.
#[server(prefix = "/api/studio", endpoint = "templates", input = Json)]
pub async fn list_templates() -> ApiResult<Vec<Template>> {
    use super::server::engine;
    Ok(engine().templates())
}
