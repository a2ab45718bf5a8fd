//! Talking an idea over, and reviews.

use super::Answer;
use domain::{BegunInterview, Interview, NewInterview, Review, StoryId};
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
