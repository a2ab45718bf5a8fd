//! What every open page mirrors.

use crate::{Run, RunId, Status};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// The runs in flight and waiting, as of event number `seq`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
        self.runs.retain(|known| known.id != run.id);
        if run.status.is_open() {
            self.runs.push(run);
            self.runs.sort_by(order);
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

/// In flight, queued by priority and place, paused.
fn order(a: &Run, b: &Run) -> Ordering {
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
