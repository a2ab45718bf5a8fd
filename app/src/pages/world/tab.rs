//! The tabs of the world: which there are, and what each holds.

use domain::{EntityKind, World};

/// A tab: the value of `show` in the address.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum WorldTab {
    Kind(EntityKind),
    Relations,
    Rules,
    Facts,
}

impl WorldTab {
    /// All of them, as they are shown.
    pub(super) const ALL: [Self; 8] = [
        Self::Kind(EntityKind::Person),
        Self::Kind(EntityKind::Place),
        Self::Kind(EntityKind::Thing),
        Self::Kind(EntityKind::Faction),
        Self::Kind(EntityKind::Idea),
        Self::Relations,
        Self::Rules,
        Self::Facts,
    ];

    /// Its label.
    pub(super) const fn heading(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.heading(),
            Self::Relations => "Relations",
            Self::Rules => "Rules",
            Self::Facts => "Facts",
        }
    }

    /// As it is in the address.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.as_str(),
            Self::Relations => "relations",
            Self::Rules => "rules",
            Self::Facts => "facts",
        }
    }

    /// How many parts of the world it lists.
    pub(super) fn count(self, world: &World) -> usize {
        match self {
            Self::Kind(kind) => world.of_kind(kind).count(),
            Self::Relations => world.relations.len(),
            Self::Rules => world.rules.len(),
            Self::Facts => world.facts.len(),
        }
    }
}
