//! How far a chapter is with a text that a person wrote, or that comes back.

use domain::{ChapterState, Refusal, RevisionId, RevisionKind};

/// The state of a chapter with a person's text: finished only if the author says so, or if it was before.
pub fn state_of(was_finished: bool, text: &str, finished: Option<bool>) -> ChapterState {
    match finished.unwrap_or(was_finished) {
        _ if text.trim().is_empty() => ChapterState::Empty,
        true => ChapterState::Written,
        false => ChapterState::Partial,
    }
}

/// What a person's text is to its chapter, by the state that it gives it.
pub const fn kind_of(state: ChapterState) -> RevisionKind {
    match state {
        ChapterState::Partial => RevisionKind::Partial,
        _ => RevisionKind::Whole,
    }
}

/// The state of a chapter whose text is an earlier one again. `doubtful` says whether that needs review for a finding
/// that is not dismissed.
pub fn restored_state(kind: RevisionKind, text: &str, doubtful: bool) -> ChapterState {
    match kind {
        _ if text.trim().is_empty() => ChapterState::Empty,
        RevisionKind::Partial => ChapterState::Partial,
        RevisionKind::Whole | RevisionKind::Candidate if doubtful => ChapterState::NeedsReview,
        RevisionKind::Whole | RevisionKind::Candidate => ChapterState::Written,
    }
}

/// The text that a person marks as finished, or as not finished.
///
/// # Errors
///
/// [`Refusal::NothingToFinish`] where there is none.
pub fn markable(number: u32, revision: Option<RevisionId>) -> Result<RevisionId, Refusal> {
    revision.ok_or(Refusal::NothingToFinish(number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ChapterState::{Empty, NeedsReview, Partial, Written};

    #[test]
    fn a_persons_text_is_finished_as_the_author_says() {
        for (was, text, finished, state) in [
            (false, "It rained.", None, Partial),
            (true, "It rained.", None, Written),
            (true, "It rained.", Some(false), Partial),
            (false, "It rained.", Some(true), Written),
            (true, " \n", Some(true), Empty),
        ] {
            assert_eq!(state_of(was, text, finished), state);
        }
        assert_eq!(kind_of(Partial), RevisionKind::Partial);
        assert_eq!(kind_of(Empty), RevisionKind::Whole);
    }

    #[test]
    fn a_text_that_comes_back_is_what_it_was() {
        let state = |kind, doubtful| restored_state(kind, "It rained.", doubtful);
        assert_eq!(state(RevisionKind::Partial, true), Partial);
        assert_eq!(state(RevisionKind::Whole, true), NeedsReview);
        assert_eq!(state(RevisionKind::Candidate, false), Written);
        assert_eq!(restored_state(RevisionKind::Whole, "", true), Empty);
        assert_eq!(markable(3, None), Err(Refusal::NothingToFinish(3)));
    }
}
