//! Talking an idea over, reviews, and bringing back what was there before.

use super::Answer;
use domain::{BegunInterview, Chapter, EntityId, Interview, NewInterview, Review, StoryId};
use leptos::{prelude::*, server_fn::codec::Json};

/// Gives a talk its id before anything is asked in it: what was sent is found also where no answer comes.
#[server(prefix = "/api/studio", endpoint = "begin_interview", input = Json)]
pub async fn begin_talk() -> Answer<BegunInterview> {
    use super::server::{Owner, answer, engine};
    answer(engine().begin_interview(&Owner).await)
}

/// The next questions about an idea, and the brief so far.
#[server(prefix = "/api/studio", endpoint = "interview", input = Json)]
pub async fn talk_over(new: NewInterview) -> Answer<Interview> {
    use super::server::{Owner, answer, engine};
    answer(engine().interview(&Owner, new).await)
}

/// The story's latest review, if there is one.
#[server(prefix = "/api/studio", endpoint = "review", input = Json)]
pub async fn latest_review(story: StoryId) -> Answer<Option<Review>> {
    use super::server::{Owner, answer, engine};
    let reviews = answer(engine().reviews(&Owner, story, 1).await)?;
    Ok(reviews.into_iter().next())
}

/// Who and what of the world can be brought back to what it was before.
#[server(prefix = "/api/studio", endpoint = "formers", input = Json)]
pub async fn list_formers(story: StoryId) -> Answer<Vec<EntityId>> {
    use super::server::{Owner, answer, engine};
    answer(engine().formers(&Owner, story).await)
}

/// The chapter's former beats and its present ones change places.
#[server(prefix = "/api/studio", endpoint = "swap_outline", input = Json)]
pub async fn swap_outline(story: StoryId, number: u32, version: i64) -> Answer<Chapter> {
    use super::server::{Owner, answer, engine};
    answer(engine().swap_outline(&Owner, story, number, version).await)
}

/// What an entity was before and what it is change places; nothing is lost by it, so it needs no version.
#[server(prefix = "/api/studio", endpoint = "swap_entity", input = Json)]
pub async fn swap_entity(story: StoryId, entity: EntityId) -> Answer<()> {
    use super::server::{Owner, answer, engine};
    let engine = engine();
    let (_, version) = answer(engine.entity(&Owner, story, entity).await)?;
    answer(
        engine
            .swap_entity(&Owner, story, entity, version)
            .await
            .map(drop),
    )
}
