//! What of a story was summed up, part by part and all together.

use super::Lease;
use crate::error::{Error, Result};
use async_trait::async_trait;
use domain::StoryId;

/// How much a summary is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SummaryLevel {
    /// One part.
    Part,
    /// The story from its beginning to the end of a part.
    Story,
}

impl SummaryLevel {
    /// As stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Part => "part",
            Self::Story => "story",
        }
    }

    /// Reads [`SummaryLevel::as_str`] back.
    pub fn parse(word: &str) -> Result<Self> {
        [Self::Part, Self::Story]
            .into_iter()
            .find(|level| level.as_str() == word)
            .ok_or(Error::Corrupt("a summary's level"))
    }
}

/// A summary, or the note that a model had none to give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredSummary {
    /// How much it is of.
    pub level: SummaryLevel,
    /// The part, from 1; for a story, the last part that is in it.
    pub part: u32,
    /// What happens; empty where the model was asked in vain.
    pub text: String,
    /// Who was asked.
    pub model: String,
    /// How often this one was asked in vain for what it is made from.
    pub failures: u32,
    /// What it was made from, as a hash: it holds only as long as that is the same.
    pub made_from: String,
}

/// Summaries of many chapters together. They are derived: nothing is lost where they are missing.
#[async_trait]
pub trait SummaryStore: Send + Sync {
    /// Those of the first so many parts, and the last two of the story that reach no further.
    async fn summaries(&self, story: StoryId, parts: u32) -> Result<Vec<StoredSummary>>;
    /// Keeps one, in the place of the one before. Getting this far ends a row of crashes.
    async fn keep_summary(
        &self,
        lease: Lease,
        story: StoryId,
        summary: &StoredSummary,
    ) -> Result<()>;
}
