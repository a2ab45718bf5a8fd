//! The wish to stop one execution of a run: it reaches the run between two tokens.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Instant,
};
use store::StopCause;
use tokio_util::sync::CancellationToken;

/// The wish to stop one execution of a run. Clones share it.
#[derive(Clone, Debug, Default)]
pub struct Stop {
    token: CancellationToken,
    asked: Arc<Mutex<Option<(StopCause, Instant)>>>,
}

impl Stop {
    /// Asks. A cancel outweighs what was asked before; else the first wish counts.
    pub fn ask(&self, cause: StopCause) {
        let mut asked = self.lock();
        match &mut *asked {
            Some((known, _)) if cause == StopCause::Cancelled => *known = cause,
            Some(_) => {}
            None => *asked = Some((cause, Instant::now())),
        }
        drop(asked);
        self.token.cancel();
    }

    /// Falls when somebody asks.
    pub fn token(&self) -> &CancellationToken {
        &self.token
    }

    /// What was asked for and how many milliseconds ago.
    pub fn asked(&self) -> Option<(StopCause, u64)> {
        self.lock().map(|(cause, at)| {
            (
                cause,
                u64::try_from(at.elapsed().as_millis()).unwrap_or(u64::MAX),
            )
        })
    }

    /// No code can panic between lock and unlock here, so a poisoned lock still guards whole data.
    fn lock(&self) -> MutexGuard<'_, Option<(StopCause, Instant)>> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
