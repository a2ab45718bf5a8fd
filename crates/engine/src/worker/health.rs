//! Which workers are at work: what tells a studio that executes runs from one that only says so.

use super::stop::unpoisoned;
use domain::RunId;
use std::sync::{Arc, Mutex};

/// All workers of this process. Clones share it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Health(Arc<Mutex<Vec<Desk>>>);

/// One worker's place. Clones share it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Desk(Arc<Mutex<Place>>);

#[derive(Debug, Default)]
struct Place {
    is_up: bool,
    run: Option<RunId>,
}

impl Health {
    /// A place for one more worker.
    pub(crate) fn desk(&self) -> Desk {
        let desk = Desk::default();
        // Until it has looked for runs once, nothing speaks against it.
        desk.is_up();
        unpoisoned(&self.0).push(desk.clone());
        desk
    }

    /// How many workers can look for runs.
    pub(crate) fn at_work(&self) -> usize {
        let desks = unpoisoned(&self.0);
        desks
            .iter()
            .filter(|desk| unpoisoned(&desk.0).is_up)
            .count()
    }
}

impl Desk {
    /// The worker looks for runs.
    pub(super) fn is_up(&self) {
        unpoisoned(&self.0).is_up = true;
    }

    /// The worker ended, or can't look for runs.
    pub(super) fn is_down(&self) {
        unpoisoned(&self.0).is_up = false;
    }

    /// The worker executes this run.
    pub(super) fn take_up(&self, run: RunId) {
        let mut place = unpoisoned(&self.0);
        (place.is_up, place.run) = (true, Some(run));
    }

    /// It executes none any more; the one it executed.
    pub(super) fn lay_down(&self) -> Option<RunId> {
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
        let (one, _other) = (health.desk(), health.desk());
        let run = RunId(ids::fresh());
        one.take_up(run);
        assert_eq!(health.at_work(), 2);
        one.is_down();
        assert_eq!(health.at_work(), 1);
        assert_eq!((one.lay_down(), one.lay_down()), (Some(run), None));
        one.is_up();
        assert_eq!(health.at_work(), 2);
    }
}
