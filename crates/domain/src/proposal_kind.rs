//! What a proposal is about.

use crate::EntityKind;
use serde::{Deserialize, Serialize};

/// What a proposal is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProposalKind {
    /// Someone of the cast.
    Person,
    /// Somewhere.
    Place,
    /// An object that matters.
    Thing,
    /// A group with a will.
    Faction,
    /// A belief, a custom, a law of nature.
    Idea,
    /// A tie between two of them.
    Relation,
    /// What became true in a chapter.
    Fact,
    /// A plot thread that a chapter leaves open.
    Thread,
    /// What happens in a chapter.
    Summary,
    /// The beats of a chapter.
    Beats,
}

impl ProposalKind {
    /// All of them, in the order a page shows them and in which they are accepted.
    pub const ALL: [Self; 10] = [
        Self::Person,
        Self::Place,
        Self::Thing,
        Self::Faction,
        Self::Idea,
        Self::Relation,
        Self::Fact,
        Self::Thread,
        Self::Summary,
        Self::Beats,
    ];

    /// As stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Thing => "thing",
            Self::Faction => "faction",
            Self::Idea => "idea",
            Self::Relation => "relation",
            Self::Fact => "fact",
            Self::Thread => "thread",
            Self::Summary => "summary",
            Self::Beats => "beats",
        }
    }

    /// The heading over all of a kind.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Person => "People",
            Self::Place => "Places",
            Self::Thing => "Things",
            Self::Faction => "Factions",
            Self::Idea => "Ideas",
            Self::Relation => "Relations",
            Self::Fact => "Facts",
            Self::Thread => "Plot threads",
            Self::Summary => "Chapter summaries",
            Self::Beats => "Chapter beats",
        }
    }

    /// Reads [`ProposalKind::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// Whether it is about one chapter: it goes with that chapter.
    pub const fn is_of_chapter(self) -> bool {
        matches!(
            self,
            Self::Fact | Self::Thread | Self::Summary | Self::Beats
        )
    }
}

impl From<EntityKind> for ProposalKind {
    fn from(kind: EntityKind) -> Self {
        match kind {
            EntityKind::Person => Self::Person,
            EntityKind::Place => Self::Place,
            EntityKind::Thing => Self::Thing,
            EntityKind::Faction => Self::Faction,
            EntityKind::Idea => Self::Idea,
        }
    }
}
