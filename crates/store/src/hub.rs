//! Tells everyone in this process about committed events.

use domain::Event;
use std::sync::Arc;
use tokio::sync::broadcast;

/// How many events a slow reader may fall behind before it has to read them from the store again.
const CAPACITY: usize = 1_024;

/// A cheap handle; all clones tell the same listeners.
#[derive(Clone, Debug)]
pub struct Hub(broadcast::Sender<Arc<Event>>);

impl Default for Hub {
    fn default() -> Self {
        Self(broadcast::channel(CAPACITY).0)
    }
}

impl Hub {
    /// Hears every event committed from now on. Subscribe first, then read the store, then follow.
    pub fn subscribe(&self) -> broadcast::Receiver<Arc<Event>> {
        self.0.subscribe()
    }

    /// Tells all listeners. An event that nobody hears is no loss: the store has it.
    pub fn publish(&self, event: Event) {
        drop(self.0.send(Arc::new(event)));
    }
}
