//! Stories and the templates they can be made from.

use super::ApiResult;
#[cfg(feature = "ssr")]
use domain::Brief;
use domain::{
    BatchOutcome, Library, NewStory, Story, StoryBatch, StoryId, StoryPatch, StoryQuery, Template,
    TrashId,
};
use leptos::{prelude::*, server_fn::codec::Json};

/// The first `count` stories of the library. Of their briefs it has what a list shows.
#[server(prefix = "/api/studio", endpoint = "library", input = Json)]
pub async fn list_library(query: StoryQuery, count: u32) -> ApiResult<Library> {
    use super::server::{api_result, engine};
    use http::{header::ACCEPT_LANGUAGE, request::Parts};

    /// The most of a premise that is shown, in characters.
    const PREMISE: usize = 400;
    /// The most stories that the engine lists at once.
    const PART: u32 = 200;

    let request = use_context::<Parts>();
    let language = request
        .as_ref()
        .and_then(|parts| parts.headers.get(ACCEPT_LANGUAGE));
    let language = language.and_then(|value| value.to_str().ok());
    let query = query.in_language_of(language.unwrap_or_default());
    let mut library = api_result(engine().library(query.clone(), count.min(PART), None).await)?;
    let wanted = count as usize;
    while let (true, Some(after)) = (library.stories.items.len() < wanted, &library.stories.next) {
        let rest = u32::try_from(wanted - library.stories.items.len()).unwrap_or(PART);
        let part = engine()
            .library(query.clone(), rest.min(PART), Some(after.clone()))
            .await;
        let part = api_result(part)?.stories;
        library.stories.items.extend(part.items);
        library.stories.next = part.next;
    }
    for story in &mut library.stories.items {
        story.brief = Brief {
            premise: story.brief.premise.chars().take(PREMISE).collect(),
            genre: std::mem::take(&mut story.brief.genre),
            language: std::mem::take(&mut story.brief.language),
            ..Brief::default()
        };
    }
    Ok(library)
}

/// Archives, unarchives or deletes several stories.
#[server(prefix = "/api/studio", endpoint = "change_stories", input = Json)]
pub async fn change_stories(batch: StoryBatch) -> ApiResult<Vec<BatchOutcome>> {
    use super::server::{api_result, engine};
    api_result(engine().change_stories(batch).await)
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
