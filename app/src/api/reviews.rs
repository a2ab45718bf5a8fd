//! Reviews of a whole story.

use super::ApiResult;
use domain::{Review, StoryId};
use leptos::{prelude::*, server_fn::codec::Json};

/// The story's latest review, if there is one.
#[server(prefix = "/api/studio", endpoint = "review", input = Json)]
pub async fn latest_review(story: StoryId) -> ApiResult<Option<Review>> {
    use super::server::{api_result, engine};
    let reviews = api_result(engine().reviews(story, 1).await)?;
    Ok(reviews.into_iter().next())
}
