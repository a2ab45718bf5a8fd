//! The queue: who may be changed, who waits for whom, where a run goes that is moved.

use domain::{Prerequisite, QueueWaitReason, Refusal, RunId, RunKind, Status, StepKind, StoryId};
use std::cmp::Ordering;

/// A run that executes or waits for its turn, as the queue looks at it.
#[derive(Clone, Debug)]
pub struct QueuedRun {
    /// Its id; of two with one priority and position the older one comes first.
    pub id: RunId,
    /// Runs of different stories have nothing to do with each other.
    pub story: StoryId,
    /// What it was asked for, where that can be read.
    pub kind: Option<RunKind>,
    /// Queued or running.
    pub status: Status,
    /// The higher one comes first.
    pub priority: i32,
    /// Among runs of one priority the lower one comes first.
    pub position: f64,
    /// What it still has to do, in order.
    pub open_steps: Vec<OpenStep>,
}

/// A step that is not finished.
#[derive(Clone, Copy, Debug)]
pub struct OpenStep {
    /// Its kind, where that can be read.
    pub kind: Option<StepKind>,
    /// The present number of its chapter; none where it has none, or the chapter was deleted.
    pub chapter: Option<u32>,
}

impl OpenStep {
    /// Whether two steps of one story collide: one writes what the other reads or writes. A chapter's step writes
    /// that chapter and reads the one before it, the outline and the world. A chapter that was deleted collides with
    /// nothing. A review reads everything and writes nothing that another reads; nor does a reading, but for the next one.
    fn collides_with(self, other: Self) -> bool {
        match (self.kind, other.kind) {
            (Some(StepKind::Review), Some(StepKind::Review | StepKind::Read))
            | (Some(StepKind::Read), Some(StepKind::Review)) => false,
            (Some(StepKind::Chapter), Some(StepKind::Chapter)) => self.is_next_to(other),
            _ => true,
        }
    }

    /// Whether the chapters of two steps are one, or follow each other.
    fn is_next_to(self, other: Self) -> bool {
        matches!((self.chapter, other.chapter), (Some(one), Some(other)) if one.abs_diff(other) <= 1)
    }
}

impl QueuedRun {
    /// What comes first in the queue.
    fn order(&self, other: &Self) -> Ordering {
        let by_priority = other.priority.cmp(&self.priority);
        by_priority
            .then(self.position.total_cmp(&other.position))
            .then(self.id.cmp(&other.id))
    }

    /// Whether this run has to end before another one of its story begins. Those that wait ahead count too: so chapters
    /// come about in the order in which they were asked for.
    fn blocks(&self, other: &Self) -> bool {
        if self.story != other.story {
            return false;
        }
        let is_ahead = self.status == Status::Running || self.order(other) == Ordering::Less;
        let collides = |one: &OpenStep| self.open_steps.iter().any(|own| own.collides_with(*one));
        is_ahead && self.id != other.id && other.open_steps.iter().any(collides)
    }
}

/// The run to execute next, of all that are queued or running: the first in order that no other blocks.
pub fn next(runs: &[QueuedRun]) -> Option<RunId> {
    let mut queued: Vec<&QueuedRun> = runs
        .iter()
        .filter(|run| run.status == Status::Queued)
        .collect();
    queued.sort_by(|one, other| one.order(other));
    queued
        .into_iter()
        .find(|run| !runs.iter().any(|other| other.blocks(run)))
        .map(|run| run.id)
}

/// What a queued run waits for: of those that block it one that executes, else the first in order.
pub fn blocker(run: &QueuedRun, runs: &[QueuedRun]) -> Option<BlockingRun> {
    let blocker = runs
        .iter()
        .filter(|other| other.blocks(run))
        .min_by(|one, other| {
            let running_first =
                (one.status != Status::Running).cmp(&(other.status != Status::Running));
            running_first.then(one.order(other))
        })?;
    let mut open = blocker.open_steps.iter();
    let at_issue = |step: &&OpenStep| run.open_steps.iter().any(|own| own.is_next_to(**step));
    Some(BlockingRun {
        kind: blocker.kind,
        status: blocker.status,
        making: open
            .clone()
            .find(|step| step.kind != Some(StepKind::Chapter))
            .and_then(|step| step.kind),
        chapter: open.find(at_issue).and_then(|step| step.chapter),
    })
}

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
        (_, Some(StepKind::Read), _) => Prerequisite::Reading,
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
    let middle = f64::midpoint(by, next);
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

    /// A queued run of a story; the positions are those of the ids.
    fn queued(id: u128, open_steps: &[(StepKind, Option<u32>)]) -> QueuedRun {
        let open_steps = open_steps.iter();
        QueuedRun {
            id: RunId(uuid::Uuid::from_u128(id)),
            story: StoryId(uuid::Uuid::nil()),
            kind: Some(RunKind::Chapter),
            status: Status::Queued,
            priority: 0,
            position: id as f64,
            open_steps: open_steps
                .map(|(kind, chapter)| OpenStep {
                    kind: Some(*kind),
                    chapter: *chapter,
                })
                .collect(),
        }
    }

    #[test]
    fn the_first_run_that_collides_with_none_ahead_is_next() {
        use StepKind::{Chapter, Outline, Read, Review, World};
        let blocks = |one: &[(StepKind, Option<u32>)], other: &[(StepKind, Option<u32>)]| {
            let forward = queued(1, one).blocks(&queued(2, other));
            let backward = queued(1, other).blocks(&queued(2, one));
            assert_eq!(forward, backward, "who is ahead blocks, whatever it does");
            assert!(!queued(2, one).blocks(&queued(1, other)));
            forward
        };
        assert!(blocks(&[(Chapter, Some(3))], &[(Chapter, Some(3))]));
        assert!(blocks(&[(Chapter, Some(3))], &[(Chapter, Some(4))]));
        assert!(!blocks(&[(Chapter, Some(3))], &[(Chapter, Some(5))]));
        assert!(
            !blocks(&[(Chapter, None)], &[(Chapter, Some(1))]),
            "deleted"
        );
        assert!(blocks(&[(World, None)], &[(Chapter, Some(9))]));
        assert!(blocks(&[(Outline, Some(2))], &[(Chapter, Some(9))]));
        assert!(blocks(&[(Review, None)], &[(Chapter, Some(9))]));
        assert!(!blocks(&[(Review, None)], &[(Review, Some(1))]));
        assert!(!blocks(&[(Review, None)], &[(Read, Some(1))]));
        assert!(blocks(&[(Read, Some(1))], &[(Read, Some(9))]), "the names");
        assert!(blocks(&[(Read, Some(1))], &[(Chapter, Some(9))]));
        assert!(!blocks(&[], &[(World, None)]), "nothing is left to do");

        let far = queued(3, &[(Chapter, Some(9))]);
        let mut runs = vec![
            queued(1, &[(Chapter, Some(1))]),
            queued(2, &[(Chapter, Some(2))]),
            far.clone(),
        ];
        assert_eq!(next(&runs), Some(runs[0].id));
        runs[0].status = Status::Running;
        assert_eq!(next(&runs), Some(far.id), "the second waits for the first");
        runs[2].status = Status::Running;
        assert_eq!(next(&runs), None);
        // An urgent run overtakes what waits, but not what executes.
        runs[1].priority = 5;
        assert_eq!(next(&runs), None);
        runs[0].story = StoryId(uuid::Uuid::max());
        assert_eq!(
            next(&runs),
            Some(runs[1].id),
            "another story is in nobody's way"
        );
        assert_eq!(next(&[]), None);
    }

    #[test]
    fn what_executes_is_named_before_what_waits() {
        use StepKind::{Chapter, World};
        let mut runs = [
            queued(1, &[(World, None), (Chapter, Some(1))]),
            queued(2, &[(Chapter, Some(2)), (Chapter, Some(3))]),
            queued(3, &[(Chapter, Some(4))]),
        ];
        let first = blocker(&runs[2], &runs).expect("the world comes first");
        assert_eq!((first.making, first.chapter), (Some(World), None));
        runs[1].status = Status::Running;
        let running = blocker(&runs[2], &runs).expect("its neighbour executes");
        assert_eq!(running.status, Status::Running);
        assert_eq!((running.making, running.chapter), (None, Some(3)));
        assert!(blocker(&runs[0], &runs[..1]).is_none());
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
