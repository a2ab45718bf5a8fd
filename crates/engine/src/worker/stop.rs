//! The stops of all runs that execute in this process.

use domain::RunId;
use model_session::Stop;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use store::StopCause;

/// The stops of all runs that execute in this process.
#[derive(Clone, Debug, Default)]
pub(crate) struct StopRegistry(Arc<Mutex<HashMap<RunId, Stop>>>);

impl StopRegistry {
    /// A stop for an execution that begins; forgotten when the guard goes.
    pub(crate) fn register(&self, run: RunId) -> StopGuard {
        let stop = Stop::default();
        unpoisoned(&self.0).insert(run, stop.clone());
        StopGuard {
            stops: self.clone(),
            run,
            stop,
        }
    }

    /// Asks the execution of this run to stop; whether there is one here.
    pub(crate) fn ask(&self, run: RunId, cause: StopCause) -> bool {
        let stops = unpoisoned(&self.0);
        let stop = stops.get(&run);
        if let Some(stop) = stop {
            stop.ask(cause);
        }
        stop.is_some()
    }

    /// The runs that execute here.
    pub(crate) fn runs(&self) -> Vec<RunId> {
        unpoisoned(&self.0).keys().copied().collect()
    }

    /// Asks all of them.
    pub(crate) fn ask_all(&self, cause: StopCause) {
        for stop in unpoisoned(&self.0).values() {
            stop.ask(cause);
        }
    }
}

/// Keeps a run's stop reachable while it executes.
pub(crate) struct StopGuard {
    stops: StopRegistry,
    run: RunId,
    /// The stop itself.
    pub(crate) stop: Stop,
}

impl Drop for StopGuard {
    fn drop(&mut self) {
        unpoisoned(&self.stops.0).remove(&self.run);
    }
}

/// No code can panic between lock and unlock here, so a poisoned lock still guards whole data.
pub(super) fn unpoisoned<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
