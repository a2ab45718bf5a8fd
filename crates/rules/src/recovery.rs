//! What becomes of a run whose worker is gone.

use crate::stop::StopRequests;
use domain::Transition;

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
