//! The status of a run, and the one function that changes it.

use serde::{Deserialize, Serialize};

/// Where a run (or a step of it) stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Waits for a worker.
    Queued,
    /// A worker holds it under a lease.
    Running,
    /// Stopped on request; everything needed to go on is kept.
    Paused,
    /// Did all it was asked to.
    Succeeded,
    /// Gave up; `error` says why in words.
    Failed,
    /// Stopped for good on request; what was written is kept.
    Cancelled,
}

/// What can happen to a run's status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Transition {
    /// A worker takes the run.
    Claim,
    /// The pause took effect (the model is silent, the text is on disk).
    Pause,
    /// A person asks to go on.
    Resume,
    /// The cancellation took effect.
    Cancel,
    /// The last step committed.
    Succeed,
    /// The run can't go on.
    Fail,
    /// The worker let go without the run's fault: shutdown, crash, lost lease.
    Interrupt,
}

impl Transition {
    /// All of them, for exhaustive tests.
    pub const ALL: [Self; 7] = [
        Self::Claim,
        Self::Pause,
        Self::Resume,
        Self::Cancel,
        Self::Succeed,
        Self::Fail,
        Self::Interrupt,
    ];

    /// The wish in words, as in "can't *pause* a run that is …".
    pub const fn verb(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Pause => "pause",
            Self::Resume => "resume",
            Self::Cancel => "cancel",
            Self::Succeed => "finish",
            Self::Fail => "fail",
            Self::Interrupt => "requeue",
        }
    }
}

/// A transition that the status does not allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("This run is {}, so you can’t {} it.", .status.label(), .transition.verb())]
pub struct IllegalTransition {
    /// The present, unchanged status.
    pub status: Status,
    /// What was asked for.
    pub transition: Transition,
}

impl Status {
    /// All of them, for exhaustive tests.
    pub const ALL: [Self; 6] = [
        Self::Queued,
        Self::Running,
        Self::Paused,
        Self::Succeeded,
        Self::Failed,
        Self::Cancelled,
    ];

    /// The status after `transition`: the only place where a status changes.
    pub const fn next(self, transition: Transition) -> Result<Status, IllegalTransition> {
        use Transition as T;
        match (self, transition) {
            (Self::Queued, T::Claim) => Ok(Self::Running),
            (Self::Queued | Self::Running, T::Pause) => Ok(Self::Paused),
            (Self::Queued | Self::Running | Self::Paused, T::Cancel) => Ok(Self::Cancelled),
            (Self::Running, T::Succeed) => Ok(Self::Succeeded),
            (Self::Queued | Self::Running | Self::Paused, T::Fail) => Ok(Self::Failed),
            (Self::Running, T::Interrupt) => Ok(Self::Queued),
            (Self::Paused | Self::Failed | Self::Cancelled, T::Resume) => Ok(Self::Queued),
            (status, transition) => Err(IllegalTransition { status, transition }),
        }
    }

    /// Whether the run has come to an end (it may still be resumed after a failure or a cancel).
    pub const fn is_ended(self) -> bool {
        matches!(self, Self::Succeeded | Self::Failed | Self::Cancelled)
    }

    /// In flight or waiting: what the dock shows.
    pub const fn is_open(self) -> bool {
        !self.is_ended()
    }

    /// The status as it is written in JSON, in the store and in the page.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Paused => "paused",
            Self::Succeeded => "succeeded",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }

    /// For a person.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Queued => "waiting",
            Self::Succeeded => "done",
            other => other.as_str(),
        }
    }

    /// Reads [`Status::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::{Status, Transition};

    /// The whole table, written out: a change of the function must be a change here too.
    #[test]
    fn every_pair_of_status_and_transition_is_decided() {
        let table = "\
            queued    : running   paused    -         cancelled -         failed    -\n\
            running   : -         paused    -         cancelled succeeded failed    queued\n\
            paused    : -         -         queued    cancelled -         failed    -\n\
            succeeded : -         -         -         -         -         -         -\n\
            failed    : -         -         queued    -         -         -         -\n\
            cancelled : -         -         queued    -         -         -         -";
        for (status, line) in Status::ALL.into_iter().zip(table.lines()) {
            let (name, cells) = line.split_once(':').expect("a row has a name");
            assert_eq!(name.trim(), status.as_str());
            for (transition, cell) in Transition::ALL.into_iter().zip(cells.split_whitespace()) {
                let next = status.next(transition);
                match cell {
                    "-" => assert!(next.is_err(), "{status:?} {transition:?}"),
                    word => assert_eq!(
                        next.map(Status::as_str),
                        Ok(word),
                        "{status:?} {transition:?}"
                    ),
                }
            }
        }
    }

    #[test]
    fn words_read_back() {
        for status in Status::ALL {
            assert_eq!(Status::parse(status.as_str()), Some(status));
        }
        assert_eq!(Status::parse("done"), None);
    }
}
