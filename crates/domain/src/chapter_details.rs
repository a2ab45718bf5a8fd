//! A chapter with everything its page shows.

use crate::{Chapter, Dismissal, Draft, Revision, RevisionSummary, RunId, Status, Timestamp};
use serde::{Deserialize, Serialize};

/// A chapter with everything its page shows, read in one transaction.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChapterDetails {
    /// The chapter.
    pub chapter: Chapter,
    /// How many chapters the story has.
    pub of: u32,
    /// Its current text.
    pub revision: Option<Revision>,
    /// What is written so far, while a run writes it.
    pub draft: Option<Draft>,
    /// The run that stopped in it and can go on.
    pub stopped: Option<StoppedRun>,
    /// What a run wrote while a person changed the chapter, while it is offered.
    pub candidate: Option<RevisionSummary>,
    /// Findings that the author does not want to see again.
    pub dismissed: Vec<Dismissal>,
}

/// A run that stopped inside a chapter and can go on from there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StoppedRun {
    /// Which.
    pub run: RunId,
    /// Cancelled, failed or paused.
    pub status: Status,
    /// Why it failed.
    pub error: Option<String>,
    /// When it stopped.
    pub at: Option<Timestamp>,
}
