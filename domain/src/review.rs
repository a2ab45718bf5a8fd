//! A review: what a reader of the whole story has to say.

use crate::{ChapterId, Finding, RunId, StoryId, Timestamp};
use serde::{Deserialize, Serialize};

/// What a run of kind `review` found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Review {
    /// The run that read; it names the review too.
    pub run: RunId,
    /// Which story.
    pub story: StoryId,
    /// The model that read.
    pub model: String,
    /// A short assessment of the whole; empty until the run is finished.
    pub assessment: String,
    /// How many chapters were read.
    pub chapters: u32,
    /// What was found, in the order of the chapters.
    pub findings: Vec<ReviewFinding>,
    /// When the run was asked for.
    pub created_at: Timestamp,
    /// When it was finished.
    pub ended_at: Option<Timestamp>,
}

/// Something a review found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReviewFinding {
    /// The chapter it is in, by its present number; `None` where that was deleted.
    pub chapter: Option<u32>,
    /// The same for good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chapter_id: Option<ChapterId>,
    /// Whether the chapter has another text by now than the one that was read.
    #[serde(default)]
    pub is_outdated: bool,
    /// What was found.
    #[serde(flatten)]
    pub finding: Finding,
}
