//! Which workers are at work: what tells a studio that executes runs from one that only says so.

use super::stop::unpoisoned;
use domain::RunId;
use std::sync::{Arc, Mutex};

/// All workers of this process. Clones share it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Health(Arc<Mutex<Vec<WorkerSlot>>>);

/// One worker's place. Clones share it.
#[derive(Clone, Debug, Default)]
pub(crate) struct WorkerSlot(Arc<Mutex<SlotState>>);

#[derive(Debug, Default)]
struct SlotState {
    is_up: bool,
    run: Option<RunId>,
}

impl Health {
    /// A place for one more worker.
    pub(crate) fn add_slot(&self) -> WorkerSlot {
        let slot = WorkerSlot::default();
        // Until it has looked for runs once, nothing speaks against it.
        slot.mark_up();
        unpoisoned(&self.0).push(slot.clone());
        slot
    }

    /// How many workers can look for runs.
    pub(crate) fn at_work(&self) -> usize {
        let desks = unpoisoned(&self.0);
        desks
            .iter()
            .filter(|slot| unpoisoned(&slot.0).is_up)
            .count()
    }
}

impl WorkerSlot {
    /// The worker looks for runs.
    pub(super) fn mark_up(&self) {
        unpoisoned(&self.0).is_up = true;
    }

    /// The worker ended, or can't look for runs.
    pub(super) fn mark_down(&self) {
        unpoisoned(&self.0).is_up = false;
    }

    /// The worker executes this run.
    pub(super) fn start_run(&self, run: RunId) {
        let mut place = unpoisoned(&self.0);
        (place.is_up, place.run) = (true, Some(run));
    }

    /// It executes none any more; the one it executed.
    pub(super) fn end_run(&self) -> Option<RunId> {
        unpoisoned(&self.0).run.take()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::ids;

    #[test]
    fn a_worker_that_ended_is_not_at_work_and_leaves_its_run() {
        let health = Health::default();
        let (one, _other) = (health.add_slot(), health.add_slot());
        let run = RunId(ids::new_id());
        one.start_run(run);
        assert_eq!(health.at_work(), 2);
        one.mark_down();
        assert_eq!(health.at_work(), 1);
        assert_eq!((one.end_run(), one.end_run()), (Some(run), None));
        one.mark_up();
        assert_eq!(health.at_work(), 2);
    }
}
