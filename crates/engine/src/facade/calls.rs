//! The log of calls to models.

use super::{Engine, MAX_LIMIT, after};
use crate::Result;
use domain::{CallFilter, CallId, CallRecord, Page, SentCall, StoryId, StorySpent};

impl Engine {
    /// Calls to models on servers, newest first.
    pub async fn calls(
        &self,
        of: CallFilter,
        limit: u32,
        from: Option<String>,
    ) -> Result<Page<CallRecord>> {
        self.store()
            .calls(of, limit.clamp(1, MAX_LIMIT), after(from)?)
            .await
    }

    /// One call, with what was sent while that is kept.
    pub async fn call(&self, id: CallId) -> Result<SentCall> {
        self.store().call(id).await
    }

    /// What the calls for a story took.
    pub async fn story_spent(&self, story: StoryId) -> Result<StorySpent> {
        self.store().story_spent(story).await
    }
}
