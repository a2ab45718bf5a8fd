//! What a run of kind `read` found in the author's text and proposes for the world, the outline and the chapters.

use crate::{
    ChapterId, ChapterRef, EntityId, ProposalContent, ProposalId, ProposalKind, RunId, StoryId,
};
use serde::{Deserialize, Serialize};

/// What the author decided about a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProposalState {
    /// Nothing yet.
    Open,
    /// Taken as it was.
    Accepted,
    /// Taken in the author's words.
    Edited,
    /// Not wanted; it is not proposed again.
    Dropped,
}

impl ProposalState {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Open, Self::Accepted, Self::Edited, Self::Dropped];

    /// As stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::Edited => "edited",
            Self::Dropped => "dropped",
        }
    }

    /// Reads [`ProposalState::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}

/// Where a proposal comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProposalPlace {
    /// The chapter.
    pub chapter_id: ChapterId,
    /// Its present number.
    pub chapter: u32,
    /// The sentence, word for word as it is in the chapter; empty where none was found.
    pub quote: String,
}

/// Something that was read and that the author has to decide about, or has decided about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Proposal {
    /// Its id.
    pub id: ProposalId,
    /// The story it is of.
    pub story: StoryId,
    /// The run that read it first; none where that is forgotten.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run: Option<RunId>,
    /// What it is about.
    pub kind: ProposalKind,
    /// What was decided about it.
    pub state: ProposalState,
    /// What is proposed; once it was edited, in the author's words.
    pub content: ProposalContent,
    /// Where it comes from, in the order of the chapters.
    pub places: Vec<ProposalPlace>,
    /// Whether its chapter has beats, or a summary, of its own: beats go to the history only, a summary is replaced.
    #[serde(default)]
    pub is_beside: bool,
    /// Grows with every change; the `ETag`.
    pub version: i64,
}

/// Which proposals to list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalFilter {
    /// Only of this kind.
    pub kind: Option<ProposalKind>,
    /// Only in this state.
    pub state: Option<ProposalState>,
    /// Accepted ones in either state; `state` does not count then.
    #[serde(default)]
    pub accepted: bool,
    /// Only what comes from this chapter.
    pub chapter: Option<ChapterId>,
}

/// Which proposals a decision is about: those with these ids, or all that are open of a kind, of a chapter, or both.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ProposalChoice {
    /// These.
    #[serde(default)]
    pub ids: Vec<ProposalId>,
    /// All open ones of this kind.
    #[serde(default)]
    pub kind: Option<ProposalKind>,
    /// All open ones that come from this chapter: its number or its id.
    #[serde(default)]
    pub chapter: Option<ChapterRef>,
    /// For one person, place or thing that is accepted: the entry of the world that it is the same as.
    #[serde(default)]
    pub into: Option<EntityId>,
}

/// What came of a decision.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProposalOutcome {
    /// Those that were decided about.
    pub changed: Vec<ProposalId>,
    /// Those that stay as they were, each with the reason.
    pub left: Vec<SkippedProposal>,
    /// How many of the beats went to the history alone, since their chapters have beats.
    pub only_in_history: u32,
}

/// A proposal about which nothing was decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SkippedProposal {
    /// Which.
    pub id: ProposalId,
    /// What it proposes, in a line.
    pub line: String,
    /// Why, in a sentence for the author.
    pub reason: String,
}

/// How many proposals of a kind there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProposalTally {
    /// Of which kind.
    pub kind: ProposalKind,
    /// Undecided.
    pub open: u32,
    /// Accepted, as they were or edited.
    pub accepted: u32,
    /// Not wanted.
    pub dropped: u32,
}

/// How much of a story was read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReadingState {
    /// Chapters that have a text.
    pub chapters: u32,
    /// Those of them that were read in their present text.
    pub read: u32,
    /// What was proposed, kind by kind; kinds without any are missing.
    pub counts: Vec<ProposalTally>,
}

impl ReadingState {
    /// All proposals that are undecided.
    pub fn open(&self) -> u32 {
        self.counts.iter().map(|count| count.open).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_and_states_are_read_back() {
        for kind in ProposalKind::ALL {
            assert_eq!(ProposalKind::parse(kind.as_str()), Some(kind));
        }
        for state in ProposalState::ALL {
            assert_eq!(ProposalState::parse(state.as_str()), Some(state));
        }
    }
}
