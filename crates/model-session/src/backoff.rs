//! Patience: how long a stage waits for its model or the machine, and what the author is told meanwhile.

use backon::{BackoffBuilder as _, ExponentialBackoff, ExponentialBuilder, Retryable as _};
use std::time::{Duration, Instant};
use store::Result;
use tokio_util::sync::CancellationToken;

/// Tries in a row that brought nothing before the run gives up: with the pauses between them, a server
/// that is started again has half a minute.
const MAX_TRIES: usize = 7;

/// A try that took so long and brought nothing counts for three: nobody waits for seven of them.
const LONG: Duration = Duration::from_secs(60);

/// A model that has not begun by then is worth one.
pub(crate) const SLOW: Duration = Duration::from_secs(3);

/// How often a write that the machine refuses is tried at once: for about ten seconds. After that the run goes
/// back to the queue.
const MAX_WRITES: usize = 12;

/// The tries there are left.
pub(crate) struct Backoff(ExponentialBackoff);

impl Backoff {
    pub(crate) fn new() -> Self {
        let pauses = ExponentialBuilder::new()
            .with_min_delay(Duration::from_millis(250))
            .with_max_delay(Duration::from_secs(20))
            .with_max_times(MAX_TRIES - 1)
            .with_jitter();
        Self(pauses.build())
    }

    /// The pause after a try that took so long; `None` where it was the last one. A server's `wish` is honoured: at
    /// once means at once, and whoever wants a pause has one, a bit longer each time so that not all come back in
    /// the same moment.
    pub(crate) fn pause(&mut self, wish: Option<Duration>, took: Duration) -> Option<Duration> {
        let own = match took > LONG {
            true => self.0.nth(2)?,
            false => self.0.next()?,
        };
        Some(match wish {
            Some(Duration::ZERO) => Duration::ZERO,
            Some(wish) => wish.max(own) + own / 4,
            None => own,
        })
    }
}

/// When a model that has not begun is worth a word.
pub(crate) fn slow_at() -> Instant {
    Instant::now() + SLOW
}

/// Writes what was paid for, also where the machine refuses for a moment: a lock, a disk that is full.
pub async fn retry_write<T, F>(stop: &CancellationToken, write: impl Fn() -> F) -> Result<T>
where
    F: Future<Output = Result<T>>,
{
    let pauses = ExponentialBuilder::new()
        .with_min_delay(Duration::from_millis(50))
        .with_max_delay(Duration::from_secs(1))
        .with_max_times(MAX_WRITES - 1);
    let sleeper = stop.clone();
    write
        .retry(pauses)
        .sleep(move |pause| {
            let pause = tokio::time::sleep(pause);
            sleeper.clone().run_until_cancelled_owned(pause)
        })
        .when(|error| error.is_passing() && !stop.is_cancelled())
        .notify(|error, _| tracing::warn!(cause = ?error, "a write was refused; it is tried again"))
        .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::Error;

    const NONE: Duration = Duration::ZERO;

    #[test]
    fn a_servers_wish_is_honoured_and_never_shorter_than_our_own_pause() {
        let mut backoff = Backoff::new();
        assert_eq!(backoff.pause(Some(NONE), NONE), Some(NONE));
        let wish = Duration::from_secs(30);
        let pause = backoff.pause(Some(wish), NONE).expect("a try is left");
        assert!(pause > wish && pause < wish * 2, "{pause:?}");
        for _ in 2..MAX_TRIES - 1 {
            backoff
                .pause(Some(Duration::from_millis(1)), NONE)
                .expect("a try is left");
        }
        assert_eq!(backoff.pause(None, NONE), None, "enough");
    }

    #[tokio::test(start_paused = true)]
    async fn a_write_the_machine_refuses_is_tried_until_it_is_taken_or_nobody_wants_it() {
        let locked = || Err(Error::Locked("somebody else writes".into()));
        let tries = std::cell::Cell::new(0);
        let write = || {
            tries.set(tries.get() + 1);
            let done = match tries.get() {
                5 => Ok("written"),
                _ => locked(),
            };
            async { done }
        };
        let stop = CancellationToken::new();
        assert!(matches!(retry_write(&stop, write).await, Ok("written")));
        assert_eq!(tries.get(), 5);
        tries.set(10);
        assert!(retry_write(&stop, write).await.is_err(), "not for ever");
        assert_eq!(tries.get(), 10 + MAX_WRITES);
        stop.cancel();
        tries.set(10);
        assert!(retry_write(&stop, write).await.is_err());
        assert_eq!(tries.get(), 11, "who stops it waits for nothing");
    }

    #[test]
    fn tries_that_took_minutes_are_fewer() {
        let mut backoff = Backoff::new();
        let long = LONG * 2;
        assert!(backoff.pause(None, long).is_some());
        assert!(backoff.pause(None, long).is_some());
        assert_eq!(backoff.pause(None, long), None);
    }
}
