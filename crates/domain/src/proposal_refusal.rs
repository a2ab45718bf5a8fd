//! Why nothing is decided about a proposal, or a decision is not taken back.

use crate::{ProposalKind, text::quoted};

/// A reason. `Display` is the sentence for the author.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProposalRefusal {
    /// It is part of the story already.
    #[error("This was accepted already.")]
    Accepted,
    /// It is not wanted.
    #[error("This was dropped. Take that back first.")]
    Dropped,
    /// Its chapter does not exist.
    #[error("Its chapter was deleted.")]
    NoChapter,
    /// An entry of the world has the name.
    #[error(
        "The world already has an entry named {}. Merge this with it, or edit the name.",
        quoted(.0)
    )]
    NameTaken(String),
    /// Both ends of a relation are one.
    #[error("Both names are the same entry of the world.")]
    SameEnds,
    /// A relation needs an entry with this name.
    #[error(
        "The world has no entry named {}. Accept it first, or add it to the world.",
        quoted(.0)
    )]
    NoEntry(String),
    /// The author changed a proposal of this kind to one of another kind.
    #[error("This proposal is of kind {}, and what it is changed to is not.", .0.as_str())]
    OtherKind(ProposalKind),
    /// Something else that only the rest of the world can tell.
    #[error("{0}")]
    Refused(String),
    /// Nothing is to be taken back.
    #[error("Nothing was decided about this.")]
    Open,
    /// What came of it was changed in the world.
    #[error(
        "This was changed since in the world, so it stays. Delete it there, if you do not want it."
    )]
    ChangedInWorld,
    /// What came of it was changed in its chapter.
    #[error("The chapter was changed since, so this stays. Change it there.")]
    ChangedInChapter,
    /// Relations end at the entry that came of it.
    #[error("This has relations in the world by now, so it stays. Take those back first.")]
    HasRelations,
    /// It was decided in another story, of which this is a copy.
    #[error("What came of this is not known any more, so it can’t be taken back here.")]
    NotKnown,
}
