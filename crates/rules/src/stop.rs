//! How runs stop: on request, for the worker's sake, or because nothing is left to do.

use domain::{Status, Transition};

/// Why a running run is stopped. They are different and cost different things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopCause {
    /// A person cancelled: the text so far becomes a partial revision.
    Cancelled,
    /// A person paused: the text stays as the checkpoint.
    Paused,
    /// The process is about to end: back to the queue, at no cost.
    Interrupted,
}

impl StopCause {
    /// What it does to the run's status.
    pub const fn transition(self) -> Transition {
        match self {
            Self::Cancelled => Transition::Cancel,
            Self::Paused => Transition::Pause,
            Self::Interrupted => Transition::Interrupt,
        }
    }
}

/// What a person asked of a running run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StopRequests {
    /// A cancel was asked for.
    pub cancel: bool,
    /// A pause was asked for.
    pub pause: bool,
}

impl StopRequests {
    /// The stop that they mean. A cancel outweighs a pause.
    pub const fn cause(self) -> Option<StopCause> {
        match (self.cancel, self.pause) {
            (true, _) => Some(StopCause::Cancelled),
            (false, true) => Some(StopCause::Paused),
            (false, false) => None,
        }
    }

    /// What a worker hears at its sign of life. Where the queue is held, its run goes back to the queue.
    pub fn heard(self, is_held: bool) -> Option<StopCause> {
        self.cause()
            .or_else(|| is_held.then_some(StopCause::Interrupted))
    }

    /// Why a run rests that stopped for `cause`: a wish that came on the way still counts.
    pub fn settled(self, cause: StopCause) -> StopCause {
        match cause {
            StopCause::Cancelled => cause,
            StopCause::Paused | StopCause::Interrupted => self.cause().unwrap_or(cause),
        }
    }
}

/// Whether a person's stop is only a wish, which the run's worker carries out. Where nobody executes the run, it takes
/// effect at once.
pub fn is_wish(status: Status) -> bool {
    status == Status::Running
}

/// Whether the text so far is left to the author. A pause or a shutdown keeps it as the draft instead.
pub const fn keeps_partial(transition: Transition) -> bool {
    matches!(transition, Transition::Cancel | Transition::Fail)
}

/// The wish that a run pauses after its chapter, and whose wish it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PauseAfterChapter {
    /// Whether the run is to pause.
    pub is_wanted: bool,
    /// Whether the budget wants it: it was used up and the author was told.
    pub is_budgets: bool,
}

impl PauseAfterChapter {
    /// Whether the wish outlives a change of the run's status. A person's outlives a shutdown or a crash; the budget's
    /// whatever happens within the chapter.
    pub fn survives(self, transition: Transition, is_in_step: bool) -> bool {
        self.is_wanted && (transition == Transition::Interrupt || self.is_budgets && is_in_step)
    }

    /// Whether the wish outlives a change of the budget: one that the old budget wanted does not.
    pub const fn survives_new_budget(self) -> bool {
        self.is_wanted && !self.is_budgets
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use StopCause::{Cancelled, Interrupted, Paused};

    fn wishes(cancel: bool, pause: bool) -> StopRequests {
        StopRequests { cancel, pause }
    }

    #[test]
    fn a_cancel_outweighs_a_pause_and_a_pause_a_held_queue() {
        for (cancel, pause, held, heard) in [
            (true, true, true, Some(Cancelled)),
            (false, true, true, Some(Paused)),
            (false, false, true, Some(Interrupted)),
            (false, false, false, None),
        ] {
            assert_eq!(wishes(cancel, pause).heard(held), heard);
        }
    }

    #[test]
    fn a_wish_that_comes_while_a_run_comes_to_rest_still_counts() {
        for (stopped, cancel, pause, becomes) in [
            (Paused, false, true, Paused),
            (Paused, true, true, Cancelled),
            (Interrupted, false, false, Interrupted),
            (Interrupted, false, true, Paused),
            (Interrupted, true, false, Cancelled),
            (Cancelled, false, true, Cancelled),
        ] {
            assert_eq!(wishes(cancel, pause).settled(stopped), becomes);
        }
    }

    #[test]
    fn a_wish_to_pause_after_the_chapter_lasts_as_long_as_its_reason() {
        let of = |is_wanted, is_budgets| PauseAfterChapter {
            is_wanted,
            is_budgets,
        };
        for (wish, transition, is_in_step, survives) in [
            (of(true, false), Transition::Interrupt, true, true),
            (of(true, false), Transition::Pause, true, false),
            (of(true, true), Transition::Pause, true, true),
            (of(true, true), Transition::Pause, false, false),
            (of(true, true), Transition::Interrupt, false, true),
            (of(false, true), Transition::Interrupt, true, false),
        ] {
            assert_eq!(wish.survives(transition, is_in_step), survives, "{wish:?}");
        }
        assert!(of(true, false).survives_new_budget());
        assert!(!of(true, true).survives_new_budget());
        assert!(!of(false, false).survives_new_budget());
    }

    #[test]
    fn only_an_end_leaves_the_text_to_the_author() {
        for transition in Transition::ALL {
            let ends = matches!(transition, Transition::Cancel | Transition::Fail);
            assert_eq!(keeps_partial(transition), ends);
        }
        assert!(
            Status::ALL
                .into_iter()
                .filter(|status| is_wish(*status))
                .eq([Status::Running])
        );
    }
}
