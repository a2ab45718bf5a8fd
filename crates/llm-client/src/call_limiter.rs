//! How many calls at once, in the order they were asked for; and a rest for a server that does not answer.

use super::{connect_error::ConnectError, failure::CallFailure};
use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::Instant,
};

/// After so many calls in a row that found nobody, none is made for a while.
const MAX_FAILURES: u32 = 5;

/// How long that while is.
const COOLDOWN: Duration = Duration::from_secs(20);

/// Lets calls through. The queue is first come, first served, so that no run can starve another.
pub(super) struct CallLimiter {
    permits: Arc<Semaphore>,
    unanswered: Mutex<(u32, Option<Instant>)>,
}

/// Held for as long as a call lasts.
pub(super) type CallPermit = OwnedSemaphorePermit;

impl CallLimiter {
    pub(super) fn new(at_once: u32) -> Self {
        Self {
            permits: Arc::new(Semaphore::new(at_once as usize)),
            unanswered: Mutex::default(),
        }
    }

    /// Waits for a turn; refused while the server is given a rest.
    pub(super) async fn acquire(&self) -> Result<CallPermit, CallFailure> {
        let turn = Arc::clone(&self.permits).acquire_owned().await;
        // Nobody closes the semaphore.
        let turn = turn.map_err(|_| CallFailure::Unreachable(ConnectError::Other))?;
        let mut unanswered = self
            .unanswered
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(until) = &mut unanswered.1 {
            let left = until.saturating_duration_since(Instant::now());
            if !left.is_zero() {
                return Err(CallFailure::CircuitOpen(left));
            }
            // One call tries whether it is back; the others see what became of it.
            *until = Instant::now() + COOLDOWN;
        }
        Ok(turn)
    }

    /// Notes whether a call found anybody.
    pub(super) fn record(&self, answered: bool) {
        let mut unanswered = self
            .unanswered
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if answered {
            *unanswered = (0, None);
        } else {
            unanswered.0 += 1;
            if unanswered.0 >= MAX_FAILURES {
                unanswered.1 = Some(Instant::now() + COOLDOWN);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Server;
    use domain::{ModelServer, TimeLimits};
    use futures::FutureExt as _;

    #[tokio::test(start_paused = true)]
    async fn a_server_that_does_not_answer_is_given_a_rest_and_tried_again() {
        let limiter = CallLimiter::new(1);
        for _ in 0..MAX_FAILURES {
            drop(limiter.acquire().await.expect("let through"));
            limiter.record(false);
        }
        assert!(matches!(
            limiter.acquire().await,
            Err(CallFailure::CircuitOpen(_))
        ));
        tokio::time::advance(COOLDOWN).await;
        drop(limiter.acquire().await.expect("tried again"));
        limiter.record(false);
        assert!(limiter.acquire().await.is_err(), "still away");
        tokio::time::advance(COOLDOWN).await;
        drop(limiter.acquire().await.expect("tried again"));
        limiter.record(true);
        assert!(limiter.acquire().await.is_ok(), "it is back");
    }

    #[tokio::test(start_paused = true)]
    async fn one_call_alone_tries_whether_a_server_is_back() {
        let limiter = CallLimiter::new(4);
        for _ in 0..MAX_FAILURES {
            limiter.record(false);
        }
        tokio::time::advance(COOLDOWN).await;
        let _tries = limiter.acquire().await.expect("one tries");
        assert!(matches!(
            limiter.acquire().await,
            Err(CallFailure::CircuitOpen(_))
        ));
        limiter.record(true);
        assert!(limiter.acquire().await.is_ok(), "it is back");
    }

    #[tokio::test]
    async fn whoever_has_a_turn_has_it_still_after_the_settings_were_changed() {
        let settings = ModelServer {
            url: "http://127.0.0.1:9/v1".to_owned(),
            at_once: 1,
            ..ModelServer::default()
        };
        let limits = TimeLimits::default();
        let server = Server::new(settings.clone(), None, limits).expect("an address");
        let turn = server.0.limiter.acquire().await.expect("a turn");
        let key = Some("sk-new".to_owned());
        let again = server
            .reconfigured(settings.clone(), key, limits)
            .expect("an address");
        assert!(
            again.0.limiter.acquire().now_or_never().is_none(),
            "one at once"
        );
        drop(turn);
        assert!(again.0.limiter.acquire().now_or_never().is_some());
        let elsewhere = ModelServer {
            url: "http://127.0.0.1:10/v1".to_owned(),
            ..settings
        };
        let _turn = again.0.limiter.acquire().await.expect("a turn");
        let elsewhere = again
            .reconfigured(elsewhere, None, limits)
            .expect("an address");
        assert!(elsewhere.0.limiter.acquire().now_or_never().is_some());
    }

    #[tokio::test]
    async fn turns_are_given_in_the_order_they_were_asked_for() {
        let limiter = Arc::new(CallLimiter::new(1));
        let first = limiter.acquire().await.expect("a turn");
        let order = Arc::new(Mutex::new(Vec::new()));
        let mut waiting = Vec::new();
        for n in 0..4 {
            let (limiter, order) = (Arc::clone(&limiter), Arc::clone(&order));
            waiting.push(tokio::spawn(async move {
                let _turn = limiter.acquire().await.expect("a turn");
                order.lock().expect("whole").push(n);
            }));
            tokio::task::yield_now().await;
        }
        drop(first);
        for task in waiting {
            task.await.expect("done");
        }
        assert_eq!(*order.lock().expect("whole"), [0, 1, 2, 3]);
    }
}
