//! What was sent to models on servers, and what it took.

use super::ApiResult;
use domain::{CallFilter, CallId, CallRecord, SentCall, StoryId, StorySpent};
use leptos::{prelude::*, server_fn::codec::Json};
use serde::{Deserialize, Serialize};

/// A page of calls, newest first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CallList {
    /// The calls.
    pub items: Vec<CallRecord>,
    /// Where the next page begins.
    pub next: Option<String>,
    /// There are none, since the built-in storyteller works here.
    pub storyteller: bool,
}

/// Calls, a page at a time.
#[server(prefix = "/api/studio", endpoint = "calls", input = Json)]
pub async fn list_calls(of: CallFilter, after: Option<String>) -> ApiResult<CallList> {
    use super::server::{api_result, engine};
    use crate::choose::storyteller_worked;
    use domain::BUILTIN;
    use engine::RunFilter;

    let engine = engine();
    let page = api_result(engine.calls(of, 50, after).await)?;
    let storyteller = match of {
        _ if !page.items.is_empty() => false,
        CallFilter::Run(run) => api_result(engine.run(run).await)?.model == BUILTIN,
        CallFilter::Chapter(story, chapter) => {
            let chapter = api_result(engine.chapter(story, chapter).await)?;
            let filter = RunFilter {
                story: Some(story),
                ..RunFilter::default()
            };
            let runs = api_result(engine.runs(filter, 100, None).await)?;
            storyteller_worked(&runs.items, &chapter)
        }
        CallFilter::Interview(_) => api_result(engine.settings().await)?.model == BUILTIN,
        CallFilter::Trials => false,
    };
    Ok(CallList {
        items: page.items,
        next: page.next,
        storyteller,
    })
}

/// One call, with what was sent while that is kept.
#[server(prefix = "/api/studio", endpoint = "call", input = Json)]
pub async fn get_call(call: CallId) -> ApiResult<SentCall> {
    use super::server::{api_result, engine};
    api_result(engine().call(call).await)
}

/// What the calls for a story took.
#[server(prefix = "/api/studio", endpoint = "story_spent", input = Json)]
pub async fn get_story_spent(story: StoryId) -> ApiResult<StorySpent> {
    use super::server::{api_result, engine};
    api_result(engine().story_spent(story).await)
}
