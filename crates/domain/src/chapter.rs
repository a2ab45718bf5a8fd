//! Chapters and their revisions.

use crate::{ChapterId, RevisionId, RunId, StoryId, Timestamp};
use serde::{Deserialize, Serialize};

/// How far a chapter's text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChapterState {
    /// No text.
    Empty,
    /// A run is writing it now.
    Drafting,
    /// Finished text.
    Written,
    /// Text that stops before the chapter's end.
    Partial,
    /// Finished, with findings or doubts a person should look at.
    NeedsReview,
}

impl ChapterState {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Empty,
        Self::Drafting,
        Self::Written,
        Self::Partial,
        Self::NeedsReview,
    ];

    /// As stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Drafting => "drafting",
            Self::Written => "written",
            Self::Partial => "partial",
            Self::NeedsReview => "needs_review",
        }
    }

    /// For a person.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Drafting => "writing",
            Self::Written => "written",
            Self::Partial => "partial",
            Self::NeedsReview => "needs review",
        }
    }

    /// Reads [`ChapterState::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }

    /// Whether "Write all chapters" passes over it.
    pub const fn is_finished(self) -> bool {
        matches!(self, Self::Written | Self::NeedsReview)
    }
}

/// A numbered place in a story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Chapter {
    /// Names the chapter for good.
    pub id: ChapterId,
    /// The story it belongs to.
    pub story: StoryId,
    /// Its present place, from 1.
    pub number: u32,
    /// May be empty before there is an outline.
    pub title: String,
    /// The beats: what has to happen, in order.
    pub outline: Vec<String>,
    /// How far its text is.
    pub state: ChapterState,
    /// The current revision.
    pub revision: Option<RevisionId>,
    /// Words in the current revision.
    pub words: u64,
    /// What happens in it, in a few sentences, once it is written.
    #[serde(default)]
    pub summary: String,
    /// Why the text may no longer fit, where that is so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stale: Option<String>,
    /// Grows with every change; the `ETag`.
    pub version: i64,
}

impl Chapter {
    /// Whether "Write all chapters" passes over it. One that needs review because no model would write it
    /// has no summary: that comes with a whole text.
    pub fn is_finished(&self) -> bool {
        self.state.is_finished()
            && (self.state != ChapterState::NeedsReview || !self.summary.is_empty())
    }

    /// The title, or "Chapter 4" where there is none yet.
    pub fn heading(&self) -> String {
        if self.title.is_empty() {
            format!("Chapter {}", self.number)
        } else {
            self.title.clone()
        }
    }
}

/// A chapter to add.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewChapter {
    /// Its title; may be empty.
    #[serde(default)]
    pub title: String,
    /// Its beats; may be empty.
    #[serde(default)]
    pub outline: Vec<String>,
}

/// A change to a chapter; what is missing stays.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChapterPatch {
    /// New title.
    #[serde(default)]
    pub title: Option<String>,
    /// New beats.
    #[serde(default)]
    pub outline: Option<Vec<String>>,
    /// Whether its text is finished: an unfinished one is continued, a finished one is left alone by "Write all
    /// chapters".
    #[serde(default)]
    pub finished: Option<bool>,
}

/// A text that a person saves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextEdit {
    /// The text.
    pub text: String,
    /// Whether the chapter is finished by it; where nothing is said, it stays finished or unfinished as it was.
    pub finished: Option<bool>,
}

impl From<String> for TextEdit {
    fn from(text: String) -> Self {
        Self {
            text,
            finished: None,
        }
    }
}

/// Who wrote a revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// A person typed it.
    Person,
    /// This run wrote it.
    Run(RunId),
}

/// What a revision is to its chapter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RevisionKind {
    /// A whole text.
    Whole,
    /// Text up to where a run was stopped.
    Partial,
    /// Written by a run while a person changed the chapter: offered, never forced.
    Candidate,
}

impl RevisionKind {
    /// As stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Partial => "partial",
            Self::Candidate => "candidate",
        }
    }

    /// Reads [`RevisionKind::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Whole, Self::Partial, Self::Candidate]
            .into_iter()
            .find(|kind| kind.as_str() == word)
    }
}

/// What became of a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Offer {
    /// It is offered: the author has not decided yet.
    Open,
    /// The author took all of it.
    Taken,
    /// The author took parts of it.
    Merged,
    /// The author does not want it.
    Dropped,
    /// A run wrote a newer text before the author decided.
    Replaced,
}

impl Offer {
    /// As stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Taken => "taken",
            Self::Merged => "merged",
            Self::Dropped => "dropped",
            Self::Replaced => "replaced",
        }
    }

    /// Reads [`Offer::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        [
            Self::Open,
            Self::Taken,
            Self::Merged,
            Self::Dropped,
            Self::Replaced,
        ]
        .into_iter()
        .find(|offer| offer.as_str() == word)
    }
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// A matter of taste.
    Minor,
    /// A reader would stumble.
    Major,
}

/// Something the check found, with the passage it is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// What kind: "repetition", "missing beat", …
    pub kind: String,
    /// The passage, word for word; empty where nothing can be quoted.
    #[serde(default)]
    pub quote: String,
    /// What is wrong with it.
    pub note: String,
}

/// An immutable text of a chapter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Revision {
    /// What every list shows.
    #[serde(flatten)]
    pub summary: RevisionSummary,
    /// The text, Markdown.
    pub text: String,
    /// What the check found in it.
    #[serde(default)]
    pub findings: Vec<Finding>,
}

/// A revision without its text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RevisionSummary {
    /// Its id.
    pub id: RevisionId,
    /// Who wrote it.
    pub origin: Origin,
    /// What it is to its chapter.
    pub kind: RevisionKind,
    /// For a candidate: what became of it. At most one candidate of a chapter is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer: Option<Offer>,
    /// Words in it.
    pub words: u64,
    /// When it was kept.
    pub created_at: Timestamp,
}
