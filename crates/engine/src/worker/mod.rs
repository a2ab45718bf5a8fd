//! Workers: loops that claim a run and execute it.

mod execute;
mod health;
mod stop;
mod worker_context;

pub(crate) use health::{Health, WorkerSlot};
pub(crate) use stop::StopRegistry;
pub(crate) use worker_context::WorkerContext;

use crate::{Error, Result};
use domain::{Timestamp, trash::DAYS_IN_TRASH};
use exchange::import::DAYS_KEPT;
use std::{
    sync::PoisonError,
    time::{Duration, Instant},
};
use store::{AbandonedRuns, EventRetention, StopCause, clock};
use tokio::sync::RwLockWriteGuard;
use tokio_util::task::AbortOnDropHandle;

/// Look again after this long even if nobody woke us: a lost wake-up costs latency, never truth.
const LOOK_AGAIN: Duration = Duration::from_secs(5);

/// How long a worker's place stays empty after a panic: at first, and at most.
const RESTART_FIRST: Duration = Duration::from_millis(100);
const RESTART_LAST: Duration = Duration::from_secs(30);

/// How long all workers may take to come to rest: longer than a stage that hangs is waited for.
const RESTING_TIME: Duration = Duration::from_secs(25);
const ASK_AGAIN: Duration = Duration::from_millis(20);

/// How often old events are looked for.
const BETWEEN_TIDYING: Duration = Duration::from_secs(60);

/// A reader that was away for longer fetches the state anew rather than hours of what led there.
const KEEP_MS: i64 = 15 * 60 * 1000;
const KEEP_AT_MOST: u32 = 20_000;
const KEEP_AT_LEAST: u32 = 1_000;

/// What was sent is kept for so many calls: a few chapters' worth.
const KEEP_PROMPTS: u32 = 200;

/// Calls that belong to no story are kept for a week: long enough to come back to an idea.
const KEEP_ONE_SHOTS_MS: i64 = 7 * 24 * 60 * 60 * 1000;

/// What was deleted can be restored for so long.
const KEEP_TRASH_MS: i64 = DAYS_IN_TRASH * 24 * 60 * 60 * 1000;

/// A manuscript that was read waits for its author for so long.
const KEEP_IMPORTS_MS: i64 = DAYS_KEPT * 24 * 60 * 60 * 1000;

impl WorkerContext {
    /// Keeps one worker at work until the process wants to end: one that panics is started again, and its run is
    /// taken up at once instead of when its lease ends.
    pub(crate) async fn keep_working(self, slot: WorkerSlot) {
        let mut pause = RESTART_FIRST;
        loop {
            let began = Instant::now();
            let worker = AbortOnDropHandle::new(tokio::spawn(self.clone().work(slot.clone())));
            let Err(ended) = worker.await else {
                return;
            };
            slot.mark_down();
            if self.closing.is_cancelled() || ended.is_cancelled() {
                return;
            }
            tracing::error!(%ended, "a worker ended; another one takes its place");
            if let Some(run) = slot.end_run()
                && let Err(error) = self.store.recover(AbandonedRuns::These(vec![run])).await
            {
                // Its lease ends by itself.
                tracing::warn!(%error, %run, "could not take up the run of a worker that ended");
            }
            if began.elapsed() > RESTART_LAST {
                pause = RESTART_FIRST;
            }
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                () = self.closing.cancelled() => return,
            }
            pause = (pause * 2).min(RESTART_LAST);
        }
    }

    /// Claims and executes until the process wants to end.
    async fn work(self, slot: WorkerSlot) {
        loop {
            // Armed before the query, so that a run queued in between still wakes us.
            let woken = self.wake.notified();
            tokio::pin!(woken);
            woken.as_mut().enable();
            let at_work = tokio::select! {
                at_work = self.at_work.read() => at_work,
                () = self.closing.cancelled() => return,
            };
            if self.closing.is_cancelled() {
                return;
            }
            match self.store.claim().await {
                Ok(Some(claimed)) => {
                    slot.start_run(claimed.lease.run);
                    execute::execute(&self, claimed).await;
                    slot.end_run();
                    // Others may have waited for this one.
                    self.wake.notify_waiters();
                }
                Ok(None) => {
                    drop(at_work);
                    slot.mark_up();
                    tokio::select! {
                        () = woken => {}
                        () = self.closing.cancelled() => return,
                        () = tokio::time::sleep(LOOK_AGAIN) => self.sweep().await,
                    }
                }
                Err(error) => {
                    drop(at_work);
                    slot.mark_down();
                    tracing::error!(%error, cause = ?error, "could not look for runs");
                    tokio::select! {
                        () = self.closing.cancelled() => return,
                        () = tokio::time::sleep(LOOK_AGAIN) => {}
                    }
                }
            }
        }
    }

    /// Puts what runs back to the queue and lets no worker claim anything, for as long as the guard lives.
    pub(crate) async fn rest(&self) -> Result<RwLockWriteGuard<'_, ()>> {
        let resting = async {
            let at_rest = self.at_work.write();
            tokio::pin!(at_rest);
            loop {
                // Again and again: one may have claimed a run and not be reachable yet.
                self.stops.ask_all(StopCause::Interrupted);
                tokio::select! {
                    resting = &mut at_rest => return resting,
                    () = tokio::time::sleep(ASK_AGAIN) => {}
                }
            }
        };
        tokio::time::timeout(RESTING_TIME, resting)
            .await
            .map_err(|_| {
                let busy = "A run does not stop, so nothing was changed. Cancel the runs in the queue, then try again.";
                Error::Conflict(busy.to_owned())
            })
    }

    /// Takes up runs whose worker fell silent without letting go.
    async fn sweep(&self) {
        let expired = AbandonedRuns::ExpiredBut(self.stops.runs());
        if let Err(error) = self.store.recover(expired).await {
            tracing::warn!(%error, "could not look for abandoned runs");
        }
        self.tidy().await;
    }

    /// Prunes what is old, now and then: events, prompts, calls that belong to no story.
    async fn tidy(&self) {
        {
            let mut tidied = self.tidied.lock().unwrap_or_else(PoisonError::into_inner);
            if tidied.is_some_and(|last| last.elapsed() < BETWEEN_TIDYING) {
                return;
            }
            *tidied = Some(Instant::now());
        }
        let keep = EventRetention {
            since: Timestamp(clock::now().millis() - KEEP_MS),
            at_most: KEEP_AT_MOST,
            at_least: KEEP_AT_LEAST,
        };
        if let Err(error) = self.store.prune_events(keep).await {
            tracing::warn!(%error, "could not prune events");
        }
        if let Err(error) = self.store.forget_prompts(KEEP_PROMPTS).await {
            tracing::warn!(%error, "could not forget old prompts");
        }
        let before = Timestamp(clock::now().millis() - KEEP_ONE_SHOTS_MS);
        if let Err(error) = self.store.forget_one_shots(before).await {
            tracing::warn!(%error, "could not forget calls that belong to no story");
        }
        let before = Timestamp(clock::now().millis() - KEEP_TRASH_MS);
        if let Err(error) = self.store.empty_trash(before).await {
            tracing::warn!(%error, "could not empty the trash of what is old");
        }
        let before = Timestamp(clock::now().millis() - KEEP_IMPORTS_MS);
        if let Err(error) = self.store.forget_imports(before).await {
            tracing::warn!(%error, "could not forget imports that are old");
        }
    }
}
