//! Why a request is refused that the present state of a story or of the queue does not allow, as values. Every sentence
//! is worded here and nowhere else.

use crate::{Offer, Status, story::MAX_CHAPTERS};

/// Whether the request itself is at fault, or the state that it met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalKind {
    /// What it is about does not exist; the word for it.
    NotFound(&'static str),
    /// The request can't be carried out as it is.
    Invalid,
    /// The request does not fit the present state.
    Conflict,
}

/// A refusal. `Display` is the sentence for the person who asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No such chapter, entity, …
    #[error("This {0} does not exist. It may have been deleted.")]
    NotFound(&'static str),
    /// A run of this kind is about one chapter.
    #[error("This request needs a chapter: its number or its id.")]
    ChapterMissing,
    /// No chapter is without beats.
    #[error("Every chapter already has beats. Choose a chapter to regenerate its beats.")]
    AllOutlined,
    /// The chapter with this number can't be rewritten.
    #[error("Chapter {0} has no text yet. Write it first.")]
    NothingToRewrite(u32),
    /// There is nothing to write all of.
    #[error("This story has no chapters yet. Add one first.")]
    NoChapters,
    /// Nothing is left to be written.
    #[error("Every chapter is written. Include finished chapters to start over.")]
    AllWritten,
    /// No chapter has a text.
    #[error("There is nothing to review yet: no chapter of this story has any text.")]
    NothingToReview,
    /// No chapter has a text to read.
    #[error("There is nothing to read yet: no chapter of this story has any text.")]
    NothingToRead,
    /// Every chapter was read as it is now.
    #[error(
        "Every chapter was read already, in its present text. Choose a chapter to read it again."
    )]
    AllRead,
    /// The chapter with this number has no text to read.
    #[error("Chapter {0} has no text yet, so there is nothing to read.")]
    NoTextToRead(u32),
    /// A world has no two entities with one name.
    #[error("This world already has an entry named “{0}”. Choose a different name.")]
    NameTaken(String),
    /// A relation ties two entities of its world.
    #[error(
        "A relation needs two entries of this world, and one of these does not exist. If it was deleted, restore it \
         from the trash first."
    )]
    RelationWithoutEnds,
    /// No chapter can be added.
    #[error("A story can have at most {MAX_CHAPTERS} chapters.")]
    TooManyChapters,
    /// A chapter can't come back.
    #[error("A story has at most {MAX_CHAPTERS} chapters. Delete another one first.")]
    NoRoomForChapter,
    /// The other run has no place in the queue.
    #[error("A run can be moved only before or after another run that is waiting or paused.")]
    NoPlaceBeside,
    /// The run's status does not allow a change.
    #[error("This run is {}. Only a run that is waiting or paused can be {}.", .0.label(), if *.1 { "moved" } else { "changed" })]
    RunUnchangeable(Status, bool),
    /// The same was asked for before, otherwise.
    #[error(
        "This is in the queue already, with another budget or priority. Change it under Queue, or cancel it there and \
         start again."
    )]
    QueuedOtherwise,
    /// A run has lost what it was to write.
    #[error("The chapter of this run was deleted, so there is nothing to continue.")]
    RunWithoutChapter,
    /// The chapter with this number is empty.
    #[error(
        "Chapter {0} has no text yet, so it can't be marked as finished. Write something first."
    )]
    NothingToFinish(u32),
    /// A run writes the chapter with this number.
    #[error("Chapter {0} is being generated. Cancel that first, then delete the chapter.")]
    ChapterUnderWay(u32),
    /// A chapter keeps no more than so many dismissals.
    #[error("This chapter has {0} dismissed findings, the maximum. Show some of them again first.")]
    TooManyDismissals(usize),
    /// A chapter keeps no more than so many unsaved texts.
    #[error(
        "This chapter has {0} unsaved texts in other tabs or on other devices, which is the most. Save or discard some \
         of them first."
    )]
    TooManyAutosaves(u32),
    /// Something was decided about a suggestion already.
    #[error("This suggestion is no longer open: it was {}. Its text stays in the history.", .0.as_str())]
    SuggestionSettled(Offer),
    /// A revision that was never a suggestion.
    #[error(
        "This version is not a suggestion, so it can’t be discarded. Every version of a chapter stays in its history."
    )]
    NoSuggestion,
    /// A relation can't come back before the entity with this name.
    #[error("This relation needs “{0}”, which is also in the trash. Restore “{0}” first.")]
    RelationEndInTrash(String),
    /// A relation can't come back at all.
    #[error("One entry of this relation was deleted for good, so the relation can’t be restored.")]
    RelationEndGone,
    /// These parts of a story are not as they were when the places of a replacement were listed.
    #[error(
        "{} changed since the places were listed, so nothing was replaced. List the places again.",
        listed(.0)
    )]
    ChangedSincePreview(Vec<String>),
    /// Places of a replacement are not there.
    #[error(
        "Some of these places are not there any more, so nothing was replaced. List the places again."
    )]
    PlacesGone,
    /// What a replacement looks for is nowhere.
    #[error("This is found nowhere in this story, so nothing was replaced.")]
    NothingToReplace,
    /// A replacement leaves every text as it is.
    #[error(
        "Nothing would be changed by this, so nothing was replaced. Choose places, or another replacement."
    )]
    NothingReplaced,
    /// The texts with the replacements take too much memory.
    #[error(
        "With this replacement, the story would become much too long, so nothing was replaced. Use a shorter replacement."
    )]
    ReplacementTooLarge,
    /// A replacement has no more than so many places.
    #[error(
        "This is found more than {} times in this story, which is the most. Search for something longer.",
        crate::text::thousands(*.0 as u64)
    )]
    TooManyPlaces(usize),
    /// A replacement was taken back already.
    #[error(
        "This replacement was already undone. Every version of a chapter or an entry is in its history."
    )]
    ReplacementUndone,
}

/// The first of these names, and how many more there are, as the beginning of a sentence.
fn listed(names: &[String]) -> String {
    const SHOWN: usize = 3;
    let first = names.iter().take(SHOWN).map(String::as_str);
    let mut first: Vec<&str> = first.collect();
    let more = match names.len().saturating_sub(SHOWN) {
        0 => None,
        more => Some(format!("{more} more")),
    };
    first.extend(more.as_deref());
    let names = match first.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => first.concat(),
    };
    let rest = names.chars().skip(1);
    names
        .chars()
        .take(1)
        .flat_map(char::to_uppercase)
        .chain(rest)
        .collect()
}

impl Refusal {
    /// What is at fault.
    pub const fn kind(&self) -> RefusalKind {
        match self {
            Self::NotFound(what) => RefusalKind::NotFound(what),
            Self::ChapterMissing
            | Self::AllOutlined
            | Self::NothingToRewrite(_)
            | Self::NoChapters
            | Self::AllWritten
            | Self::NothingToReview
            | Self::NothingToRead
            | Self::AllRead
            | Self::NoTextToRead(_)
            | Self::NameTaken(_)
            | Self::RelationWithoutEnds
            | Self::TooManyChapters
            | Self::NothingToReplace
            | Self::NothingReplaced
            | Self::ReplacementTooLarge
            | Self::TooManyPlaces(_) => RefusalKind::Invalid,
            Self::NoRoomForChapter
            | Self::NoPlaceBeside
            | Self::RunUnchangeable(..)
            | Self::QueuedOtherwise
            | Self::RunWithoutChapter
            | Self::NothingToFinish(_)
            | Self::ChapterUnderWay(_)
            | Self::TooManyDismissals(_)
            | Self::TooManyAutosaves(_)
            | Self::SuggestionSettled(_)
            | Self::NoSuggestion
            | Self::RelationEndInTrash(_)
            | Self::RelationEndGone
            | Self::ChangedSincePreview(_)
            | Self::PlacesGone
            | Self::ReplacementUndone => RefusalKind::Conflict,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_a_sentence_of_its_kind() {
        for (refusal, kind, sentence) in [
            (
                Refusal::RunUnchangeable(Status::Succeeded, true),
                RefusalKind::Conflict,
                "This run is done. Only a run that is waiting or paused can be moved.",
            ),
            (
                Refusal::SuggestionSettled(Offer::Dropped),
                RefusalKind::Conflict,
                "This suggestion is no longer open: it was dropped. Its text stays in the history.",
            ),
            (
                Refusal::TooManyChapters,
                RefusalKind::Invalid,
                "A story can have at most 1000 chapters.",
            ),
            (
                Refusal::ChangedSincePreview(
                    ["the brief", "“Mara”", "a rule", "a fact", "a relation"]
                        .map(str::to_owned)
                        .to_vec(),
                ),
                RefusalKind::Conflict,
                "The brief, “Mara”, a rule and 2 more changed since the places were listed, so nothing was replaced. List the places again.",
            ),
            (
                Refusal::NotFound("chapter"),
                RefusalKind::NotFound("chapter"),
                "This chapter does not exist. It may have been deleted.",
            ),
        ] {
            assert_eq!(
                (refusal.kind(), &*refusal.to_string()),
                (kind, sentence),
                "{refusal:?}"
            );
        }
    }
}
