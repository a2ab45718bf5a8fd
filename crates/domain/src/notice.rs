//! What a store tells the author by itself, as values. Every sentence is worded here and nowhere else.

use crate::{NoticeLevel, Status, text};
use std::fmt;

/// A notice about a run. `Display` is the sentence for the author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A run was started and can't begin at once.
    Waiting {
        /// The run's title.
        run: String,
        /// What it waits for.
        reason: String,
    },
    /// A chapter's text became a suggestion, since a person decided about the chapter meanwhile.
    ChapterSuggested {
        /// The chapter's number.
        chapter: u32,
        /// What the person did.
        decision: ConcurrentChange,
    },
    /// A chapter was written, and the check found what it could not fix.
    ChapterNeedsReview {
        /// The chapter's number.
        chapter: u32,
    },
    /// New beats went to the history alone, since a person changed the beats meanwhile.
    BeatsOnlyInHistory {
        /// The chapter's number.
        chapter: u32,
    },
    /// What a run made of an entity went to the history alone, since a person changed the entity meanwhile.
    EntityOnlyInHistory {
        /// The entity's name.
        name: String,
    },
    /// A step had nothing to do.
    StepSkipped(SkipReason),
    /// A run did all it was asked to.
    Finished {
        /// The run's title.
        run: String,
    },
    /// A run can't go on.
    Failed {
        /// The run's title.
        run: String,
        /// Why, in words for the author.
        reason: String,
    },
    /// A run was cancelled while it ran.
    Stopped {
        /// Words of its text that are kept.
        words: u64,
    },
    /// A run that reads was cancelled while it ran.
    ReadingStopped {
        /// Chapters that it has read.
        chapters: usize,
    },
    /// A run took the process down several times in a row.
    CrashedTooOften,
    /// A run has used up its budget.
    BudgetUsedUp(BudgetOutcome),
}

/// What a person did to a chapter while a run wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConcurrentChange {
    /// Changed the text.
    Edited,
    /// Marked the chapter as finished.
    MarkedFinished,
}

/// Why a step that writes a chapter has nothing to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SkipReason {
    /// A person changed the chapter with this number.
    ChangedByPerson(u32),
    /// Another run, or a person, finished the chapter with this number.
    FinishedMeanwhile(u32),
}

/// What happens to a run whose budget is used up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BudgetOutcome {
    /// Nothing.
    Continues,
    /// A pause after the chapter under way.
    PausesAfterChapter,
    /// A pause now.
    Pauses,
}

impl Notice {
    /// How much it matters.
    pub const fn level(&self) -> NoticeLevel {
        match self {
            Self::ChapterNeedsReview { .. } | Self::BudgetUsedUp(_) => NoticeLevel::Warn,
            Self::Failed { .. } | Self::CrashedTooOften => NoticeLevel::Error,
            Self::Waiting { .. }
            | Self::ChapterSuggested { .. }
            | Self::BeatsOnlyInHistory { .. }
            | Self::EntityOnlyInHistory { .. }
            | Self::StepSkipped(_)
            | Self::Finished { .. }
            | Self::Stopped { .. }
            | Self::ReadingStopped { .. } => NoticeLevel::Info,
        }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let only_in_history = |f: &mut fmt::Formatter<'_>, what: fmt::Arguments<'_>| {
            write!(
                f,
                "You changed {what} while a new version was generated. Your version stays; the generated one is in \
                 the history."
            )
        };
        match self {
            Self::Waiting { run, reason } => write!(f, "{run}: {reason}."),
            Self::ChapterSuggested { chapter, decision } => {
                match decision {
                    ConcurrentChange::Edited => write!(f, "You edited chapter {chapter}")?,
                    ConcurrentChange::MarkedFinished => {
                        write!(f, "You marked chapter {chapter} as finished")?;
                    }
                }
                f.write_str(
                    " while a draft was being generated. Your text stays the current version; the draft is a \
                     suggestion beside it.",
                )
            }
            Self::ChapterNeedsReview { chapter } => write!(
                f,
                "Chapter {chapter} needs review: the check found issues that it could not fix."
            ),
            Self::BeatsOnlyInHistory { chapter } => {
                only_in_history(f, format_args!("the beats of chapter {chapter}"))
            }
            Self::EntityOnlyInHistory { name } => only_in_history(f, format_args!("“{name}”")),
            Self::StepSkipped(reason) => reason.fmt(f),
            Self::Finished { run } => write!(f, "{run}: finished."),
            Self::Failed { run, reason } => write!(f, "{run}: {reason} The text so far is kept."),
            Self::Stopped { words: 0 } => f.write_str("Stopped. There was no text yet."),
            Self::Stopped { words: 1 } => f.write_str("Stopped. 1 word kept."),
            Self::Stopped { words } => write!(f, "Stopped. {} words kept.", text::thousands(*words)),
            Self::ReadingStopped { chapters: 0 } => {
                f.write_str("Stopped. No chapter was read to its end.")
            }
            Self::ReadingStopped { chapters: 1 } => {
                f.write_str("Stopped. 1 chapter was read, and its proposals are kept.")
            }
            Self::ReadingStopped { chapters } => write!(
                f,
                "Stopped. {chapters} chapters were read, and their proposals are kept."
            ),
            Self::CrashedTooOften => f.write_str(
                "The studio crashed four times in a row while generating this. The text so far is kept. Resume to \
                 try again.",
            ),
            Self::BudgetUsedUp(consequence) => {
                f.write_str("This run has used up its budget. ")?;
                f.write_str(match consequence {
                    BudgetOutcome::Continues => "The run continues.",
                    BudgetOutcome::PausesAfterChapter => "It will pause after this chapter.",
                    BudgetOutcome::Pauses => {
                        "It is paused. Resume it to continue beyond the budget."
                    }
                })
            }
        }
    }
}

impl fmt::Display for SkipReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ChangedByPerson(number) => write!(
                f,
                "You changed chapter {number} after this run was started. Your text is unchanged: the run skipped \
                 the chapter."
            ),
            Self::FinishedMeanwhile(number) => write!(
                f,
                "Chapter {number} was finished before this run reached it, so the run skipped it."
            ),
        }
    }
}

/// What a queued run waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QueueWaitReason {
    /// The queue is held.
    QueuePaused,
    /// Another run of the story writes what this one reads, or the other way round.
    Behind {
        /// What the other run makes.
        what: Prerequisite,
        /// Whether that one runs, or waits further ahead in the queue.
        status: Status,
    },
}

/// What one run makes and another one needs first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prerequisite {
    /// All chapters.
    AllChapters,
    /// The world.
    World,
    /// The outline.
    Outline,
    /// A review.
    Review,
    /// A reading.
    Reading,
    /// The chapter with this number.
    Chapter(u32),
    /// Something else.
    Other,
}

impl fmt::Display for QueueWaitReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, status) = match self {
            Self::QueuePaused => return f.write_str("queue paused"),
            Self::Behind { what, status } => (what, status),
        };
        f.write_str("waiting for ")?;
        match what {
            Prerequisite::AllChapters => f.write_str("“Write all chapters” of this story")?,
            Prerequisite::World => f.write_str("the world of this story")?,
            Prerequisite::Outline => f.write_str("the outline of this story")?,
            Prerequisite::Review => f.write_str("the review of this story")?,
            Prerequisite::Reading => f.write_str("the reading of this story")?,
            Prerequisite::Chapter(number) => write!(f, "chapter {number}")?,
            Prerequisite::Other => f.write_str("another run of this story")?,
        }
        match status {
            Status::Running => Ok(()),
            _ => f.write_str(", which comes first in the queue"),
        }
    }
}

/// Why a written chapter may no longer fit what is before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StaleReason {
    /// The end of this chapter, which comes right before, reads otherwise now.
    EndingChanged(u32),
    /// This chapter was written again.
    Rewritten(u32),
    /// This chapter was written again, and a fact is no longer in it.
    RewrittenWithout(u32, String),
    /// This chapter has another text, and a fact is no longer in it.
    ChangedWithout(u32, String),
    /// This chapter, which comes right before, changed while the text was written.
    ChangedMeanwhile(u32),
}

impl fmt::Display for StaleReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fact = |fact: &str| text::quoted(fact.trim_end_matches('.'));
        match self {
            Self::EndingChanged(number) => write!(
                f,
                "The end of chapter {number} changed after this chapter was written."
            ),
            Self::Rewritten(number) => {
                write!(f, "Chapter {number} was rewritten after this chapter.")
            }
            Self::RewrittenWithout(number, gone) => write!(
                f,
                "Chapter {number} was rewritten and no longer says: {}.",
                fact(gone)
            ),
            Self::ChangedWithout(number, gone) => write!(
                f,
                "Chapter {number} has changed and no longer says: {}.",
                fact(gone)
            ),
            Self::ChangedMeanwhile(number) => write!(
                f,
                "Chapter {number} changed while this chapter was being written."
            ),
        }
    }
}

/// What is different about something that came back from the trash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RestoreNote {
    /// A chapter came back with this number, since the story is shorter now.
    OtherNumber(u32),
    /// An entity came back under another name, since another one has its own.
    OtherName {
        /// Its own name.
        was: String,
        /// The name it has now.
        is: String,
    },
    /// A fact came back without its chapter.
    WithoutChapter,
}

impl fmt::Display for RestoreNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherNumber(number) => write!(
                f,
                "The story is shorter now: it came back as chapter {number}."
            ),
            Self::OtherName { was, is } => write!(
                f,
                "There is another “{was}” now, so this one came back as “{is}”."
            ),
            Self::WithoutChapter => {
                f.write_str("Its chapter is deleted, so it is a fact of the whole story now.")
            }
        }
    }
}

/// What stands for a brief's premise that can't be read.
pub const UNREADABLE_PREMISE: &str =
    "[This brief can't be read. Restore it from a backup, or write it again.]";

/// What stands for an outline that can't be read.
pub const UNREADABLE_OUTLINE: &str =
    "[This outline can't be read. Restore it from a backup, or write it again.]";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notices_read_as_they_are_stored() {
        let suggested = Notice::ChapterSuggested {
            chapter: 3,
            decision: ConcurrentChange::MarkedFinished,
        };
        assert_eq!(
            suggested.to_string(),
            "You marked chapter 3 as finished while a draft was being generated. Your text stays the current \
             version; the draft is a suggestion beside it."
        );
        let stopped = |words| Notice::Stopped { words }.to_string();
        assert_eq!(stopped(0), "Stopped. There was no text yet.");
        assert_eq!(stopped(1), "Stopped. 1 word kept.");
        assert_eq!(stopped(1_214), "Stopped. 1,214 words kept.");
        let failed = Notice::Failed {
            run: "Write chapter 2".to_owned(),
            reason: "It rained.".to_owned(),
        };
        assert_eq!(
            failed.to_string(),
            "Write chapter 2: It rained. The text so far is kept."
        );
        assert_eq!(failed.level(), NoticeLevel::Error);
    }

    #[test]
    fn a_wait_says_whether_the_other_run_is_at_work() {
        let wait = |status| {
            QueueWaitReason::Behind {
                what: Prerequisite::Chapter(2),
                status,
            }
            .to_string()
        };
        assert_eq!(wait(Status::Running), "waiting for chapter 2");
        assert_eq!(
            wait(Status::Queued),
            "waiting for chapter 2, which comes first in the queue"
        );
    }

    #[test]
    fn a_fact_that_is_gone_is_quoted_without_its_full_stop() {
        let stale = StaleReason::RewrittenWithout(2, "The radio is dead.".to_owned());
        assert_eq!(
            stale.to_string(),
            "Chapter 2 was rewritten and no longer says: “The radio is dead”."
        );
    }
}
