//! How much a stage is expected to take: what it took before, or a fixed prior until there is a history.

use crate::{Stage, StepKind};
use serde::{Deserialize, Serialize};

/// What one stage took, or is expected to take.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StagePace {
    /// What the step produces.
    pub kind: StepKind,
    /// The stage of it.
    pub stage: Stage,
    /// Tokens the model writes in it.
    pub tokens: f64,
}

/// What the stages of a run are expected to take.
///
/// Fixed when the run is asked for: were it to change on the way, progress could fall.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Pace {
    /// Learned from earlier runs with the same model; the prior holds for stages that are missing.
    pub stages: Vec<StagePace>,
    /// Tokens a second of that model in earlier runs; `None` before the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<f64>,
}

impl Pace {
    /// Tokens a stage is expected to take; at least 1.
    pub fn stage(&self, kind: StepKind, stage: Stage) -> f64 {
        self.stages
            .iter()
            .find(|known| known.kind == kind && known.stage == stage)
            .map_or_else(|| prior(kind, stage), |known| known.tokens)
            .max(1.0)
    }

    /// Tokens a whole step is expected to take.
    pub fn step(&self, kind: StepKind) -> f64 {
        kind.stages()
            .iter()
            .map(|&stage| self.stage(kind, stage))
            .sum()
    }
}

/// How much of what was known stays when a stage was seen once more.
const MEMORY: f64 = 0.7;

/// What is expected after a stage took `seen`, where `known` was expected before.
pub fn learn(known: Option<f64>, seen: f64) -> f64 {
    known.map_or(seen, |known| known * MEMORY + seen * (1.0 - MEMORY))
}

/// Tokens a stage takes before this machine has a history of its own.
///
/// The numbers are weights: their ratios matter, not their sizes. They were read off the built-in writer,
/// whose chapters are about 1,300 words long.
const fn prior(kind: StepKind, stage: Stage) -> f64 {
    match (kind, stage) {
        (StepKind::World, Stage::Draft) => 900.0,
        (StepKind::Outline, Stage::Draft) => 600.0,
        // So rare that a bar that waited for it would jump in all other chapters.
        (StepKind::Chapter, Stage::Recall) => 1.0,
        (StepKind::Chapter, Stage::Plan) => 250.0,
        (StepKind::Chapter, Stage::Draft) => 1_400.0,
        (StepKind::Chapter, Stage::Edit) => 100.0,
        (StepKind::Chapter, Stage::Check | Stage::Revise) => 60.0,
        (StepKind::Review, Stage::Check) => 120.0,
        (StepKind::Read, Stage::Check) => 600.0,
        _ => 10.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_learned_wins_over_the_prior() {
        let learned = Pace {
            stages: vec![StagePace {
                kind: StepKind::Chapter,
                stage: Stage::Plan,
                tokens: 3_000.0,
            }],
            rate: None,
        };
        assert_eq!(learned.stage(StepKind::Chapter, Stage::Plan), 3_000.0);
        let prior = Pace::default();
        assert_eq!(
            learned.stage(StepKind::Chapter, Stage::Draft),
            prior.stage(StepKind::Chapter, Stage::Draft)
        );
        assert_eq!(
            learned.step(StepKind::Chapter) - prior.step(StepKind::Chapter),
            2_750.0
        );
    }

    #[test]
    fn one_odd_run_does_not_turn_everything_over() {
        assert_eq!(learn(None, 500.0), 500.0);
        let after = learn(Some(1_000.0), 5_000.0);
        assert!(after > 1_000.0 && after < 3_000.0);
    }
}
