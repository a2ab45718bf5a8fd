//! Where a story plays and what it feels like.

/// Where a story plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Setting {
    /// By the sea.
    Coast,
    /// In a city.
    City,
    /// Village, hills, woods.
    Country,
    /// An older, invented world.
    Realm,
    /// Off this earth.
    Space,
}

impl Setting {
    /// As decks are named.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Coast => "coast",
            Self::City => "city",
            Self::Country => "country",
            Self::Realm => "realm",
            Self::Space => "space",
        }
    }
}

/// What a story feels like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mood {
    /// Ghosts, and what the dead want.
    Haunted,
    /// Something hidden.
    Mystery,
    /// Two people.
    Romance,
    /// A way to go and something against it.
    Adventure,
    /// Lives, as they are.
    Quiet,
}

impl Mood {
    /// As decks are named.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Haunted => "haunted",
            Self::Mystery => "mystery",
            Self::Romance => "romance",
            Self::Adventure => "adventure",
            Self::Quiet => "quiet",
        }
    }
}
