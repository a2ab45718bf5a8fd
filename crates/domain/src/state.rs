//! What every open page mirrors.

use crate::{Run, RunId, Status};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// The runs in flight and waiting, as of event number `seq`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AppState {
    /// Follow the events after this number to stay up to date.
    pub seq: i64,
    /// In flight first, then waiting in the order they will run, then paused.
    pub runs: Vec<Run>,
    /// The queue as a whole.
    #[serde(default)]
    pub queue: Queue,
}

/// The queue as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Queue {
    /// Held: nothing runs until a person lets it go on.
    pub is_held: bool,
    /// Runs that may run side by side.
    pub workers: u32,
    /// Expected tokens of the runs that ended since the queue was last empty: with them, what is done can
    /// be told from what is left without falling back whenever a run ends.
    pub ended_tokens: f64,
}

impl AppState {
    /// Takes over a run's new state; a run that ended leaves.
    pub fn apply(&mut self, run: Run) {
        let before = self.runs.len();
        self.runs.retain(|known| known.id != run.id);
        let was_open = self.runs.len() < before;
        if run.status.is_open() {
            // What is asked for of an empty queue begins anew.
            if before == 0 {
                self.queue.ended_tokens = 0.0;
            }
            self.runs.push(run);
            self.runs.sort_by(order);
        } else if was_open {
            // Of what was cancelled, what was done counts, and nobody asks for the rest any more.
            self.queue.ended_tokens += run.progress.fraction * run.progress.expected_tokens;
        }
    }

    /// The run the dock shows: the first in flight, else the first waiting.
    pub fn foremost(&self) -> Option<&Run> {
        self.runs.first()
    }

    /// A run by id.
    pub fn run(&self, id: RunId) -> Option<&Run> {
        self.runs.iter().find(|run| run.id == id)
    }

    /// How much is done of everything that was asked for since the queue was last empty, 0 to 1.
    pub fn fraction(&self) -> f64 {
        let (mut done, mut all) = (self.queue.ended_tokens, self.queue.ended_tokens);
        for run in &self.runs {
            done += run.progress.fraction * run.progress.expected_tokens;
            all += run.progress.expected_tokens;
        }
        if all > 0.0 { done / all } else { 0.0 }
    }

    /// Seconds until the queue is empty, if every run that is not paused is let go on: at least as long as
    /// the longest, and no shorter than all of them shared among the workers. `None` where one of them is
    /// not known.
    pub fn seconds_left(&self) -> Option<f64> {
        let (mut sum, mut longest) = (0.0, 0.0_f64);
        for run in &self.runs {
            if run.status != Status::Paused {
                let left = run.progress.seconds_left?;
                sum += left;
                longest = longest.max(left);
            }
        }
        Some(longest.max(sum / f64::from(self.queue.workers.max(1))))
    }
}

/// The order in which runs are listed: in flight, queued by priority and place, paused.
pub fn order(a: &Run, b: &Run) -> Ordering {
    let class = |run: &Run| match run.status {
        Status::Running => 0,
        Status::Queued => 1,
        _ => 2,
    };
    class(a)
        .cmp(&class(b))
        .then(b.priority.cmp(&a.priority))
        .then(a.position.total_cmp(&b.position))
        .then(a.id.cmp(&b.id))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::{ControlFlags, Progress, RunKind, Spent, StoryId, Timestamp};
    use uuid::Uuid;

    pub(crate) fn run(id: u128, status: Status, fraction: f64, seconds_left: Option<f64>) -> Run {
        Run {
            id: RunId(Uuid::from_u128(id)),
            story: StoryId(Uuid::nil()),
            story_title: String::new(),
            kind: RunKind::Chapter,
            status,
            control: ControlFlags::default(),
            stage: None,
            steps: Vec::new(),
            progress: Progress {
                fraction,
                expected_tokens: 100.0,
                seconds_left,
                ..Progress::default()
            },
            attempt: 0,
            priority: 0,
            position: id as f64,
            model: String::new(),
            model_named: false,
            budget: None,
            spent: Spent::default(),
            feedback: None,
            waiting_for: None,
            held_up: None,
            error: None,
            stopped_after_ms: None,
            version: 1,
            created_at: Timestamp(0),
            started_at: None,
            ended_at: None,
        }
    }

    #[test]
    fn the_queue_goes_forward_when_a_run_ends_and_begins_anew_when_it_was_empty() {
        let mut state = AppState::default();
        state.apply(run(1, Status::Running, 0.99, None));
        state.apply(run(2, Status::Queued, 0.0, None));
        let before = state.fraction();
        state.apply(run(1, Status::Succeeded, 1.0, None));
        assert!(state.fraction() > before);
        assert_eq!(state.fraction(), 0.5);
        state.apply(run(2, Status::Cancelled, 0.2, None));
        assert_eq!(state.fraction(), 1.0);
        state.apply(run(3, Status::Queued, 0.0, None));
        assert_eq!(state.fraction(), 0.0);
        // Of one that is cancelled half way, half was asked for and done.
        state.apply(run(3, Status::Running, 0.5, None));
        state.apply(run(4, Status::Queued, 0.0, None));
        state.apply(run(3, Status::Cancelled, 0.5, None));
        assert!((state.fraction() - 50.0 / 150.0).abs() < 1e-9);
    }

    #[test]
    fn time_left_is_shared_among_workers_and_unknown_where_one_is() {
        let mut state = AppState::default();
        state.queue.workers = 2;
        state.apply(run(1, Status::Running, 0.5, Some(60.0)));
        state.apply(run(2, Status::Running, 0.5, Some(20.0)));
        assert_eq!(state.seconds_left(), Some(60.0));
        state.apply(run(3, Status::Queued, 0.0, Some(100.0)));
        state.apply(run(4, Status::Queued, 0.0, Some(100.0)));
        assert_eq!(state.seconds_left(), Some(140.0));
        state.apply(run(5, Status::Paused, 0.0, None));
        assert_eq!(
            state.seconds_left(),
            Some(140.0),
            "who knows when it goes on"
        );
        state.apply(run(6, Status::Queued, 0.0, None));
        assert_eq!(state.seconds_left(), None);
    }
}
