//! Talking an idea over, and reviews.

use super::ApiResult;
use domain::{BegunInterview, Interview, NewInterview};
use leptos::{prelude::*, server_fn::codec::Json};

/// Gives a talk its id before anything is asked in it: what was sent is found also where no answer comes.
#[server(prefix = "/api/studio", endpoint = "begin_interview", input = Json)]
pub async fn begin_interview() -> ApiResult<BegunInterview> {
    use super::server::{api_result, engine};
    api_result(engine().begin_interview().await)
}

/// The next questions about an idea, and the brief so far.
#[server(prefix = "/api/studio", endpoint = "continue_interview", input = Json)]
pub async fn continue_interview(new: NewInterview) -> ApiResult<Interview> {
    use super::server::{api_result, engine};
    api_result(engine().interview(new).await)
}
