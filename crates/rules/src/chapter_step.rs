//! What a run does with a chapter whose turn has come: the author may have written in it since the run was asked
//! for, or another run may have finished it.

use domain::{Chapter, RevisionId, RunKind, SkipReason, WriteMode};

/// A step that writes a chapter: the text that it was requested for, and the chapter now.
#[derive(Clone, Debug)]
pub struct ChapterStepState {
    /// The chapter's revision when the run was asked for.
    pub asked_revision: Option<RevisionId>,
    /// Whether the chapter was finished then.
    pub asked_finished: bool,
    /// Whether a person decided last what the chapter's text is.
    pub text_by_person: bool,
    /// What the run was asked to do with the text that is there.
    pub mode: Option<WriteMode>,
    /// The chapter now, in the state that is stored: a run that writes it does not make it "drafting".
    pub chapter: Chapter,
}

impl ChapterStepState {
    /// Whether a person changed the chapter's text since the run was asked for.
    pub fn changed_by_person(&self) -> bool {
        self.text_by_person && self.chapter.revision != self.asked_revision
    }
}

/// What a step does with its chapter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChapterAction {
    /// Leave it alone.
    Skip(SkipReason),
    /// Keep its text and write on from its end.
    Continue,
    /// Write it from its beginning.
    StartOver,
}

/// Decides when the step begins. A run that writes many chapters passes over those that a person changed since it
/// was asked for; a run that was asked for this one chapter writes it, and its text becomes a suggestion.
pub fn begin(kind: RunKind, origin: &ChapterStepState) -> ChapterAction {
    let chapter = &origin.chapter;
    let number = chapter.number;
    let changed = origin.changed_by_person();
    if kind == RunKind::AllChapters && changed {
        return ChapterAction::Skip(SkipReason::ChangedByPerson(number));
    }
    let finished_meanwhile = !origin.asked_finished && chapter.is_finished() && !changed;
    let only_if_unfinished = kind == RunKind::AllChapters
        || kind == RunKind::Chapter && origin.mode != Some(WriteMode::StartOver);
    if finished_meanwhile && only_if_unfinished {
        return ChapterAction::Skip(SkipReason::FinishedMeanwhile(number));
    }
    match kind {
        RunKind::Chapter | RunKind::AllChapters if continues(origin.mode, chapter) => {
            ChapterAction::Continue
        }
        _ => ChapterAction::StartOver,
    }
}

/// Whether the chapter's text is kept and continued.
fn continues(mode: Option<WriteMode>, chapter: &Chapter) -> bool {
    chapter.revision.is_some()
        && match mode {
            Some(WriteMode::Continue) => true,
            Some(WriteMode::StartOver) => false,
            None => !chapter.is_finished(),
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{chapter, revision};
    use domain::ChapterState;

    /// A chapter that had no text when the run was asked for.
    fn origin(state: ChapterState, text: Option<u128>, by_person: bool) -> ChapterStepState {
        ChapterStepState {
            asked_revision: None,
            asked_finished: false,
            text_by_person: by_person,
            mode: None,
            chapter: chapter(3, state, text),
        }
    }

    #[test]
    fn a_run_over_all_chapters_leaves_what_a_person_changed_since() {
        for state in [
            ChapterState::Written,
            ChapterState::Partial,
            ChapterState::Empty,
        ] {
            let changed = origin(state, Some(7), true);
            assert_eq!(
                begin(RunKind::AllChapters, &changed),
                ChapterAction::Skip(SkipReason::ChangedByPerson(3))
            );
        }
    }

    #[test]
    fn what_the_author_asked_for_with_the_text_in_sight_is_done() {
        let mut known = origin(ChapterState::Partial, Some(7), true);
        known.asked_revision = Some(revision(7));
        assert_eq!(begin(RunKind::AllChapters, &known), ChapterAction::Continue);
        assert_eq!(begin(RunKind::Chapter, &known), ChapterAction::Continue);
        known.mode = Some(WriteMode::StartOver);
        assert_eq!(begin(RunKind::Chapter, &known), ChapterAction::StartOver);
        known.mode = None;
        known.chapter.state = ChapterState::Written;
        known.asked_finished = true;
        assert_eq!(
            begin(RunKind::AllChapters, &known),
            ChapterAction::StartOver
        );
        assert_eq!(begin(RunKind::Rewrite, &known), ChapterAction::StartOver);
        known.mode = Some(WriteMode::Continue);
        assert_eq!(begin(RunKind::Chapter, &known), ChapterAction::Continue);
    }

    #[test]
    fn a_chapter_that_another_run_finished_meanwhile_is_not_paid_for_twice() {
        let finished = origin(ChapterState::Written, Some(7), false);
        for kind in [RunKind::Chapter, RunKind::AllChapters] {
            assert_eq!(
                begin(kind, &finished),
                ChapterAction::Skip(SkipReason::FinishedMeanwhile(3)),
                "{kind:?}"
            );
        }
        let over = ChapterStepState {
            mode: Some(WriteMode::StartOver),
            ..finished
        };
        assert_eq!(begin(RunKind::Chapter, &over), ChapterAction::StartOver);
    }

    #[test]
    fn one_chapter_is_written_although_a_person_wrote_meanwhile() {
        let opening = origin(ChapterState::Partial, Some(7), true);
        assert_eq!(begin(RunKind::Chapter, &opening), ChapterAction::Continue);
        let finished = origin(ChapterState::Written, Some(7), true);
        assert_eq!(begin(RunKind::Chapter, &finished), ChapterAction::StartOver);
    }
}
