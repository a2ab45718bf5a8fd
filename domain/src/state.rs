//! What every open page mirrors.

use crate::{Run, RunId, Status};
use serde::{Deserialize, Serialize};

/// The runs in flight and waiting, as of event number `seq`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AppState {
    /// Follow the events after this number to stay up to date.
    pub seq: i64,
    /// In flight first, then waiting in the order they will run, then paused.
    pub runs: Vec<Run>,
}

impl AppState {
    /// Takes over a run's new state; a run that ended leaves.
    pub fn apply(&mut self, run: Run) {
        self.runs.retain(|known| known.id != run.id);
        if run.status.is_open() {
            self.runs.push(run);
            self.runs.sort_by_key(order);
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
}

/// Sort key: in flight, queued by priority, paused.
fn order(run: &Run) -> (u8, i32, RunId) {
    let class = match run.status {
        Status::Running => 0,
        Status::Queued => 1,
        _ => 2,
    };
    (class, -run.priority, run.id)
}
