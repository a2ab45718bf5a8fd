//! The tabs of the world: which there are, and what each holds.

use domain::{EntityKind, World};
use uuid::Uuid;

/// A tab: the value of `show` in the address.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum WorldTab {
    Kind(EntityKind),
    Relations,
    Rules,
    Facts,
}

/// The tab that lists an entry of the world, and at which place.
pub(super) fn place_of(world: &World, entry: &str) -> Option<(WorldTab, usize)> {
    let id: Uuid = entry.parse().ok()?;
    if let Some(found) = world.entities.iter().find(|entity| entity.id.0 == id) {
        let at = world
            .of_kind(found.kind)
            .position(|entity| entity.id.0 == id);
        return Some((WorldTab::Kind(found.kind), at?));
    }
    let relation = world
        .relations
        .iter()
        .position(|relation| relation.id.0 == id);
    let rule = world.rules.iter().position(|rule| rule.id.0 == id);
    let fact = world.facts.iter().position(|fact| fact.id.0 == id);
    let of = |tab: WorldTab, at: Option<usize>| at.map(|at| (tab, at));
    of(WorldTab::Relations, relation)
        .or_else(|| of(WorldTab::Rules, rule))
        .or_else(|| of(WorldTab::Facts, fact))
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
