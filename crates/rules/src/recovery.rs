//! What becomes of a run whose worker is gone.

use crate::stop::StopRequests;
use domain::{RunId, Transition};

/// Which running runs nobody executes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AbandonedRuns {
    /// All of them: this process has just begun and holds the data alone.
    All,
    /// Those whose lease has expired, but for these: their workers live in this process, and only the clock
    /// has jumped or the disk takes no sign of life.
    ExpiredBut(Vec<RunId>),
    /// These, whose workers ended.
    These(Vec<RunId>),
}

impl AbandonedRuns {
    /// Whether a running run is one of them. Times are in milliseconds.
    pub fn includes(&self, run: RunId, lease_until: Option<i64>, now: i64) -> bool {
        match self {
            Self::All => true,
            Self::ExpiredBut(executed) => {
                lease_until.is_some_and(|until| until < now) && !executed.contains(&run)
            }
            Self::These(runs) => runs.contains(&run),
        }
    }
}

/// A run that took the process down this often in a row is not tried again.
const MAX_CRASHES: i64 = 4;

/// What becomes of a run that was abandoned for the `crashes`th time in a row. What a person wished takes effect now;
/// else it goes back to the queue, until it has taken the process down too often.
pub fn after_crash(wishes: StopRequests, crashes: i64) -> Transition {
    match wishes.cause() {
        Some(cause) => cause.transition(),
        None if crashes >= MAX_CRASHES => Transition::Fail,
        None => Transition::Interrupt,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_run_is_abandoned_where_its_lease_has_expired_and_nobody_here_executes_it() {
        let [here, elsewhere] = [1, 2].map(|id| RunId(Uuid::from_u128(id)));
        let expired = AbandonedRuns::ExpiredBut(vec![here]);
        for (run, lease_until, is_abandoned) in [
            (elsewhere, Some(99), true),
            (elsewhere, Some(100), false),
            (elsewhere, None, false),
            (here, Some(99), false),
        ] {
            assert_eq!(expired.includes(run, lease_until, 100), is_abandoned);
        }
        let these = AbandonedRuns::These(vec![here]);
        assert!(these.includes(here, Some(101), 100) && !these.includes(elsewhere, Some(99), 100));
        assert!(AbandonedRuns::All.includes(here, Some(101), 100));
    }

    #[test]
    fn the_fourth_crash_in_a_row_fails_a_run_unless_a_person_stopped_it() {
        let none = StopRequests::default();
        for crashes in 1..MAX_CRASHES {
            assert_eq!(after_crash(none, crashes), Transition::Interrupt);
        }
        assert_eq!(after_crash(none, MAX_CRASHES), Transition::Fail);
        let pause = StopRequests {
            pause: true,
            ..none
        };
        assert_eq!(after_crash(pause, MAX_CRASHES), Transition::Pause);
        let cancel = StopRequests {
            cancel: true,
            ..pause
        };
        assert_eq!(after_crash(cancel, 1), Transition::Cancel);
    }
}
