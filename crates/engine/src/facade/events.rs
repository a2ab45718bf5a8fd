//! Following events: with nothing lost and nothing twice, however often a reader comes back.

use super::Engine;
use crate::Result;
use domain::{Event, EventBody, RunId};
use futures::StreamExt as _;
use futures::stream::BoxStream;
use std::{collections::VecDeque, sync::Arc};
use store::Store;
use tokio::sync::broadcast::{self, error::RecvError};
use tokio_util::sync::CancellationToken;

/// Events in the order of their numbers. It ends when the engine shuts down.
pub type EventStream = BoxStream<'static, Result<Arc<Event>>>;

/// How many events a reader that is behind takes from the store at once: what bounds its memory.
const READ_AT_ONCE: u32 = 32;

struct Follower {
    store: Arc<dyn Store>,
    told: broadcast::Receiver<Arc<Event>>,
    closing: CancellationToken,
    /// The number of the last event handed out (or passed over by the filter).
    last: i64,
    /// Read from the store, not handed out yet.
    read: VecDeque<Arc<Event>>,
    /// Whether the store may have events that we were not told.
    behind: bool,
    run: Option<RunId>,
}

impl Engine {
    /// Follows events after number `after`, or from now on; of one run where one is given. A number that
    /// is too old, or not from this database, is answered with one `reset`.
    pub async fn follow(&self, after: Option<i64>, run: Option<RunId>) -> Result<EventStream> {
        let store = Arc::clone(&self.ctx.store);
        if let Some(run) = run {
            store.run(run).await?;
        }
        // First listen, then read, then follow: nothing falls in between.
        let told = store.hub().subscribe();
        let (newest, oldest) = store.event_range().await?;
        let mut follower = Follower {
            told,
            closing: self.ctx.closing.clone(),
            last: after.unwrap_or(newest),
            read: VecDeque::new(),
            behind: after.is_some(),
            run,
            store,
        };
        if follower.last > newest || follower.last < oldest - 1 {
            let state = follower.store.state().await?;
            follower.last = state.seq;
            let reset = Event {
                seq: state.seq,
                body: EventBody::Reset(state),
            };
            follower.read.push_back(Arc::new(reset));
        }
        Ok(futures::stream::unfold(follower, |mut follower| async {
            follower.next().await.map(|event| (event, follower))
        })
        .boxed())
    }
}

impl Follower {
    async fn next(&mut self) -> Option<Result<Arc<Event>>> {
        loop {
            if let Some(event) = self.read.pop_front() {
                self.last = self.last.max(event.seq);
                if self.wants(&event) {
                    return Some(Ok(event));
                }
                continue;
            }
            if self.behind {
                match self.store.events(self.last, READ_AT_ONCE).await {
                    Ok(events) if events.is_empty() => self.behind = false,
                    // What comes next was pruned while the reader was slow: it begins anew.
                    Ok(events) if events[0].seq != self.last + 1 => {
                        match self.store.state().await {
                            Ok(state) => self.read.push_back(Arc::new(Event {
                                seq: state.seq,
                                body: EventBody::Reset(state),
                            })),
                            Err(error) => return Some(Err(error)),
                        }
                    }
                    Ok(events) => self.read.extend(events.into_iter().map(Arc::new)),
                    Err(error) => return Some(Err(error)),
                }
                continue;
            }
            let told = tokio::select! {
                () = self.closing.cancelled() => return None,
                told = self.told.recv() => told,
            };
            match told {
                // We had it from the store already.
                Ok(event) if event.seq <= self.last => {}
                Ok(event) if event.seq == self.last + 1 => {
                    self.last = event.seq;
                    if self.wants(&event) {
                        return Some(Ok(event));
                    }
                }
                // One in between was not told, or we were too slow: the store has it.
                Ok(_) | Err(RecvError::Lagged(_)) => self.behind = true,
                Err(RecvError::Closed) => return None,
            }
        }
    }

    fn wants(&self, event: &Event) -> bool {
        match (self.run, &event.body) {
            (None, _) | (_, EventBody::Reset(_)) => true,
            (Some(run), body) => body.run() == Some(run),
        }
    }
}
