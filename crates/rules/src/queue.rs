//! The queue: who may be changed, who waits for whom, where a run goes that is moved.

use domain::{Prerequisite, QueueWaitReason, Refusal, RunKind, Status, StepKind};

/// The run that another one has to wait for.
#[derive(Clone, Copy, Debug)]
pub struct BlockingRun {
    /// What it was asked for, where that can be read.
    pub kind: Option<RunKind>,
    /// Where it stands.
    pub status: Status,
    /// The kind of its next step that writes no chapter.
    pub making: Option<StepKind>,
    /// The number of its chapter that is at issue.
    pub chapter: Option<u32>,
}

/// What a queued run waits for, if anything.
pub fn wait(is_held: bool, blocker: Option<BlockingRun>) -> Option<QueueWaitReason> {
    if is_held {
        return Some(QueueWaitReason::QueuePaused);
    }
    let blocker = blocker?;
    let what = match (blocker.kind, blocker.making, blocker.chapter) {
        (Some(RunKind::AllChapters), _, _) => Prerequisite::AllChapters,
        (_, Some(StepKind::World), _) => Prerequisite::World,
        (_, Some(StepKind::Outline), _) => Prerequisite::Outline,
        (_, Some(StepKind::Review), _) => Prerequisite::Review,
        (_, _, Some(number)) => Prerequisite::Chapter(number),
        (_, _, None) => Prerequisite::Other,
    };
    let status = blocker.status;
    Some(QueueWaitReason::Behind { what, status })
}

/// Lets a run be changed. One that failed or was cancelled may be tried again otherwise, but has no place in the queue.
///
/// # Errors
///
/// [`Refusal::RunUnchangeable`] where its status does not allow it.
pub const fn check_change(status: Status, moves: bool) -> Result<(), Refusal> {
    let can_change = match status {
        Status::Queued | Status::Paused => true,
        Status::Failed | Status::Cancelled => !moves,
        Status::Running | Status::Succeeded => false,
    };
    if can_change {
        Ok(())
    } else {
        Err(Refusal::RunUnchangeable(status, moves))
    }
}

/// Lets a run be moved beside another one.
///
/// # Errors
///
/// [`Refusal::NoPlaceBeside`] where the other one is itself, or has no place in the queue.
pub const fn check_move(is_itself: bool, other: Status) -> Result<(), Refusal> {
    if !is_itself && matches!(other, Status::Queued | Status::Paused) {
        Ok(())
    } else {
        Err(Refusal::NoPlaceBeside)
    }
}

/// The position between `by` and the next run on the same side, or beyond `by` where there is none; `None` where no
/// number is left between the two, so that all runs need whole numbers first. That takes some fifty moves to the same
/// spot.
pub fn place(by: f64, next: Option<f64>, after: bool) -> Option<f64> {
    let Some(next) = next else {
        return Some(by + if after { 1.0 } else { -1.0 });
    };
    let middle = (by + next) / 2.0;
    (middle != by && middle != next).then_some(middle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_waits_for_what_is_made_ahead_of_it() {
        let behind = |kind, making, chapter| {
            let blocker = BlockingRun {
                kind,
                status: Status::Running,
                making,
                chapter,
            };
            match wait(false, Some(blocker)) {
                Some(QueueWaitReason::Behind { what, .. }) => what,
                other => panic!("{other:?}"),
            }
        };
        for (kind, making, chapter, what) in [
            (
                RunKind::AllChapters,
                Some(StepKind::World),
                Some(1),
                Prerequisite::AllChapters,
            ),
            (
                RunKind::Chapter,
                Some(StepKind::World),
                Some(1),
                Prerequisite::World,
            ),
            (
                RunKind::Chapter,
                Some(StepKind::Outline),
                None,
                Prerequisite::Outline,
            ),
            (
                RunKind::Review,
                Some(StepKind::Review),
                None,
                Prerequisite::Review,
            ),
            (RunKind::Chapter, None, Some(4), Prerequisite::Chapter(4)),
            (RunKind::Chapter, None, None, Prerequisite::Other),
        ] {
            assert_eq!(behind(Some(kind), making, chapter), what);
        }
        assert_eq!(behind(None, None, Some(3)), Prerequisite::Chapter(3));
        assert_eq!(wait(true, None), Some(QueueWaitReason::QueuePaused));
        assert_eq!(wait(false, None), None);
    }

    #[test]
    fn what_runs_or_is_done_is_not_changed() {
        for status in Status::ALL {
            let may = |moves| check_change(status, moves).is_ok();
            let expected = match status {
                Status::Queued | Status::Paused => (true, true),
                Status::Failed | Status::Cancelled => (true, false),
                Status::Running | Status::Succeeded => (false, false),
            };
            assert_eq!((may(false), may(true)), expected, "{status:?}");
            let is_waiting = matches!(status, Status::Queued | Status::Paused);
            assert_eq!(check_move(false, status).is_ok(), is_waiting);
            assert!(check_move(true, status).is_err());
        }
    }

    #[test]
    fn a_place_is_between_two_until_no_number_is_left() {
        assert_eq!(place(1.0, Some(2.0), true), Some(1.5));
        assert_eq!(place(1.0, None, true), Some(2.0));
        assert_eq!(place(1.0, None, false), Some(0.0));
        let mut next = 2.0;
        let moves = (0..100).take_while(|_| match place(1.0, Some(next), true) {
            Some(between) => {
                next = between;
                true
            }
            None => false,
        });
        assert!((50..60).contains(&moves.count()));
    }
}
