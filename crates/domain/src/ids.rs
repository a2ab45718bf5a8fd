//! Newtype ids, so that a run's id can't be passed where a story's is asked for.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        ///
        /// A UUIDv7: its hyphenated text sorts by the time it was made.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::from_str(text).map(Self)
            }
        }
    )+};
}

ids! {
    /// Names a [`crate::Story`].
    StoryId,
    /// Names a [`crate::Chapter`] for good; its number is only its present place in the story.
    ChapterId,
    /// Names a [`crate::Revision`].
    RevisionId,
    /// Names a [`crate::Run`].
    RunId,
    /// Names the image of a cover.
    CoverId,
    /// Names a [`crate::Step`].
    StepId,
    /// Names an [`crate::Entity`].
    EntityId,
    /// Names a [`crate::Relation`].
    RelationId,
    /// Names a [`crate::Replacement`].
    ReplacementId,
    /// Names a [`crate::Rule`].
    RuleId,
    /// Names a [`crate::Fact`].
    FactId,
    /// Names a [`crate::CallRecord`].
    CallId,
    /// Names a [`crate::Proposal`].
    ProposalId,
    /// Names an [`crate::Interview`], from its first question to the story that comes of it.
    InterviewId,
    /// Names an import that waits for its author.
    ImportId,
    /// Names a [`crate::Version`] of beats, a brief or a part of a world.
    VersionId,
    /// Names something in the trash.
    TrashId,
}
