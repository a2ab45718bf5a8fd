//! Workers: loops that claim a run and execute it.

mod execute;
mod stop;

pub(crate) use stop::{Stop, Stops};

use crate::{
    model::LanguageModel,
    store::{Abandoned, Store},
};
use std::{sync::Arc, time::Duration};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

/// Look again after this long even if nobody woke us: a lost wake-up costs latency, never truth.
const LOOK_AGAIN: Duration = Duration::from_secs(5);

/// Everything a worker needs; clones share it.
#[derive(Clone)]
pub(crate) struct Workshop {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) model: Arc<dyn LanguageModel>,
    /// Notified when a run may have become claimable.
    pub(crate) wake: Arc<Notify>,
    pub(crate) stops: Stops,
    /// Falls when the process wants to end.
    pub(crate) closing: CancellationToken,
}

impl Workshop {
    /// Claims and executes until the process wants to end.
    pub(crate) async fn work(self) {
        loop {
            // Armed before the query, so that a run queued in between still wakes us.
            let woken = self.wake.notified();
            tokio::pin!(woken);
            woken.as_mut().enable();
            if self.closing.is_cancelled() {
                return;
            }
            match self.store.claim().await {
                Ok(Some(claimed)) => {
                    execute::execute(&self, claimed).await;
                    // Others may have waited for this one.
                    self.wake.notify_waiters();
                }
                Ok(None) => tokio::select! {
                    () = woken => {}
                    () = self.closing.cancelled() => return,
                    () = tokio::time::sleep(LOOK_AGAIN) => self.sweep().await,
                },
                Err(error) => {
                    tracing::error!(%error, cause = ?error, "could not look for runs");
                    tokio::select! {
                        () = self.closing.cancelled() => return,
                        () = tokio::time::sleep(LOOK_AGAIN) => {}
                    }
                }
            }
        }
    }

    /// Takes up runs whose worker fell silent without letting go.
    async fn sweep(&self) {
        if let Err(error) = self.store.recover(Abandoned::Expired).await {
            tracing::warn!(%error, "could not look for abandoned runs");
        }
    }
}
