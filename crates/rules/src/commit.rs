//! Commits: where what a run made becomes the author's, beside what a person decided meanwhile.

use domain::{ChapterState, ConcurrentChange, Outline, RevisionId, RevisionKind, text};

/// The chapter and the step that wrote it, at the moment of the commit.
#[derive(Clone, Copy, Debug)]
pub struct CommitContext {
    /// The revision that the step was based on.
    pub base: Option<RevisionId>,
    /// The chapter's revision now.
    pub revision: Option<RevisionId>,
    /// Whether a person decided last what the text is.
    pub text_by_person: bool,
    /// The stored state.
    pub state: ChapterState,
    /// Whether the chapter was finished when the run was asked for.
    pub asked_finished: bool,
}

/// What a person decided about a chapter while a run wrote it. Then the run's text becomes a candidate; else it becomes
/// the chapter's.
pub fn decided_meanwhile(chapter: &CommitContext) -> Option<ConcurrentChange> {
    let is_marked =
        chapter.text_by_person && chapter.state == ChapterState::Written && !chapter.asked_finished;
    if is_marked {
        Some(ConcurrentChange::MarkedFinished)
    } else if chapter.revision != chapter.base {
        Some(ConcurrentChange::Edited)
    } else {
        None
    }
}

/// The state of a chapter whose text a run has just finished.
pub const fn finished_state(needs_review: bool) -> ChapterState {
    if needs_review {
        ChapterState::NeedsReview
    } else {
        ChapterState::Written
    }
}

/// A draft whose run stops, and the chapter it belongs to.
#[derive(Clone, Copy, Debug)]
pub struct StoppedDraft<'t> {
    /// The revision that the step was based on.
    pub base: Option<RevisionId>,
    /// The chapter's revision now, and its kind.
    pub revision: Option<(RevisionId, RevisionKind)>,
    /// The chapter's text now.
    pub text: &'t str,
    /// Whether a person decided last what the text is.
    pub text_by_person: bool,
    /// The stored state.
    pub state: ChapterState,
}

/// Where the text of a stopped draft goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartialDraftAction {
    /// The chapter says the same already: a run that was to continue the text had not begun to.
    Known,
    /// It stays in the history.
    History,
    /// It stays in the history and becomes the chapter's text.
    ChapterText,
}

/// Decides that. A draft becomes the chapter's text only where no finished text is lost and no person wrote meanwhile;
/// what a person decided to have there gives way only to a text that begins with it. A chapter that waits for a look and
/// has no whole text is written as much as an empty one.
pub fn partial_draft(chapter: &StoppedDraft<'_>, draft: &str) -> PartialDraftAction {
    let stands = chapter.text.trim_end();
    if stands == draft.trim_end() {
        return PartialDraftAction::Known;
    }
    let has_whole = chapter
        .revision
        .is_some_and(|(_, kind)| kind != RevisionKind::Partial);
    let is_unfinished = match chapter.state {
        ChapterState::Empty | ChapterState::Partial => true,
        ChapterState::NeedsReview => !has_whole,
        ChapterState::Written | ChapterState::Drafting => false,
    };
    let is_unchanged = chapter.revision.map(|(id, _)| id) == chapter.base;
    if is_unchanged && is_unfinished && (!chapter.text_by_person || draft.starts_with(stands)) {
        PartialDraftAction::ChapterText
    } else {
        PartialDraftAction::History
    }
}

/// A chapter's title and beats with what a run imagined for it; `None` where nothing is new. What the author has filled
/// in stays.
pub fn filled_outline(now: &Outline, title: &str, beats: &[String]) -> Option<Outline> {
    let filled = Outline {
        title: title_or(&now.title, title),
        outline: if now.outline.is_empty() {
            text::fields(beats)
        } else {
            now.outline.clone()
        },
    };
    (filled != *now).then_some(filled)
}

/// The title that is there, or the one that a run imagined.
pub(crate) fn title_or(now: &str, imagined: &str) -> String {
    if now.is_empty() {
        text::line(imagined)
    } else {
        now.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::revision;

    #[test]
    fn a_text_becomes_a_candidate_where_a_person_decided_meanwhile() {
        let untouched = CommitContext {
            base: Some(revision(1)),
            revision: Some(revision(1)),
            text_by_person: false,
            state: ChapterState::Partial,
            asked_finished: false,
        };
        assert_eq!(decided_meanwhile(&untouched), None);
        let edited = CommitContext {
            revision: Some(revision(2)),
            text_by_person: true,
            ..untouched
        };
        assert_eq!(decided_meanwhile(&edited), Some(ConcurrentChange::Edited));
        let marked = CommitContext {
            text_by_person: true,
            state: ChapterState::Written,
            ..untouched
        };
        assert_eq!(
            decided_meanwhile(&marked),
            Some(ConcurrentChange::MarkedFinished)
        );
        let known = CommitContext {
            asked_finished: true,
            ..marked
        };
        assert_eq!(decided_meanwhile(&known), None);
    }

    #[test]
    fn a_partial_draft_takes_the_place_of_no_finished_text() {
        let empty = StoppedDraft {
            base: None,
            revision: None,
            text: "",
            text_by_person: false,
            state: ChapterState::Empty,
        };
        assert_eq!(
            partial_draft(&empty, "It rained."),
            PartialDraftAction::ChapterText
        );
        let whole = Some((revision(1), RevisionKind::Whole));
        for state in [ChapterState::Written, ChapterState::NeedsReview] {
            let finished = StoppedDraft {
                base: Some(revision(1)),
                revision: whole,
                text: "It snowed.",
                state,
                ..empty
            };
            assert_eq!(
                partial_draft(&finished, "It rained."),
                PartialDraftAction::History
            );
        }
        let looked_at = StoppedDraft {
            state: ChapterState::NeedsReview,
            ..empty
        };
        assert_eq!(
            partial_draft(&looked_at, "It rained."),
            PartialDraftAction::ChapterText
        );
        let meanwhile = StoppedDraft {
            revision: Some((revision(2), RevisionKind::Partial)),
            state: ChapterState::Partial,
            ..empty
        };
        assert_eq!(
            partial_draft(&meanwhile, "It rained."),
            PartialDraftAction::History
        );
    }

    #[test]
    fn a_persons_text_gives_way_only_to_one_that_begins_with_it() {
        let opening = StoppedDraft {
            base: Some(revision(1)),
            revision: Some((revision(1), RevisionKind::Partial)),
            text: "It rained.\n",
            text_by_person: true,
            state: ChapterState::Partial,
        };
        assert_eq!(
            partial_draft(&opening, "It rained. "),
            PartialDraftAction::Known
        );
        assert_eq!(
            partial_draft(&opening, "It rained. It rained on."),
            PartialDraftAction::ChapterText
        );
        assert_eq!(
            partial_draft(&opening, "It snowed."),
            PartialDraftAction::History
        );
    }

    #[test]
    fn an_outline_is_filled_where_the_author_left_it_empty() {
        let titled = Outline {
            title: "Rain".to_owned(),
            outline: Vec::new(),
        };
        let beats = ["It rains.".to_owned()];
        let filled = filled_outline(&titled, "Snow", &beats);
        let expected = Outline {
            outline: beats.to_vec(),
            ..titled
        };
        assert_eq!(filled.as_ref(), Some(&expected));
        assert_eq!(filled_outline(&expected, "Snow", &[]), None);
    }
}
