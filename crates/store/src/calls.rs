//! What the store does for the log of calls to models.

use super::{Lease, StopCause};
use crate::error::Result;
use async_trait::async_trait;
use domain::{
    CallEnd, CallFilter, CallId, CallRecord, InterviewId, Page, PromptPart, SentCall, Spent, Stage,
    StepId, StoryId, StorySpent, Timestamp,
};

/// A call to a model that is over, as it is noted.
#[derive(Clone, Debug)]
pub struct FinishedCall {
    /// The model, as `server:model`.
    pub model: String,
    /// When it was made.
    pub started_at: Timestamp,
    /// Milliseconds until the first token, if there was one.
    pub first_token_ms: Option<u64>,
    /// How it ended.
    pub ended: CallEnd,
    /// What it took; `calls` is 1.
    pub spent: Spent,
    /// What was sent.
    pub parts: Vec<PromptPart>,
}

/// What a call was made for that no run made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OneShotPurpose {
    /// An idea is talked over.
    Interview(InterviewId),
    /// A server is tried.
    Trial,
}

/// The log of calls to models on servers. Its methods are quick: a power cut may take the last calls.
#[async_trait]
pub trait CallLog: Send + Sync {
    /// Notes a call. Answers how the run has to stop, where its budget is used up by it. The author is told once of a
    /// budget that is used up; who lets the run go on is not stopped again.
    async fn record_call(
        &self,
        lease: Lease,
        step: StepId,
        stage: Stage,
        call: FinishedCall,
    ) -> Result<Option<StopCause>>;
    /// Begins an interview, or takes up the one with this id: it is in use now.
    async fn open_interview(&self, known: Option<InterviewId>) -> Result<InterviewId>;
    /// Notes a call that no run made.
    async fn record_one_shot(&self, of: OneShotPurpose, call: FinishedCall) -> Result<()>;
    /// Calls, newest first, after the one with id `after`.
    async fn calls(
        &self,
        of: CallFilter,
        limit: u32,
        after: Option<CallId>,
    ) -> Result<Page<CallRecord>>;
    /// One call, with what was sent while that is kept.
    async fn call(&self, id: CallId) -> Result<SentCall>;
    /// What the calls for a story took.
    async fn story_spent(&self, story: StoryId) -> Result<StorySpent>;
    /// Forgets what was sent in all but the newest calls.
    async fn forget_prompts(&self, keep: u32) -> Result<()>;
    /// Forgets calls that belong to no story: interviews that led to none and were last in use before, servers
    /// that were tried before.
    async fn forget_one_shots(&self, before: Timestamp) -> Result<()>;
}
