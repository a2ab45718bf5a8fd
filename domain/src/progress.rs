//! How far a run is: tokens done over tokens expected.

use crate::{Stage, StepKind};
use serde::{Deserialize, Serialize};

/// Progress of a run, derived from its steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// 0 to 1. Never falls; exactly 1 when the run succeeded.
    pub fraction: f64,
    /// Tokens the model wrote so far.
    pub tokens: u64,
    /// The measured rate, while it is known.
    pub tokens_per_second: Option<f64>,
    /// Seconds left at that rate; `None` where it is not known.
    pub seconds_left: Option<f64>,
}

/// Tokens a stage is expected to take before this machine has a history of its own.
///
/// The numbers are weights: their ratios matter, not their sizes. They were read off the built-in
/// writer, whose chapters are about 1,300 words long.
pub const fn expected_tokens(kind: StepKind, stage: Stage) -> u64 {
    match (kind, stage) {
        (StepKind::World, Stage::Draft) => 900,
        (StepKind::Outline, Stage::Draft) => 600,
        (StepKind::Chapter, Stage::Plan) => 250,
        (StepKind::Chapter, Stage::Draft) => 1_400,
        (StepKind::Chapter, Stage::Edit) => 100,
        (StepKind::Chapter, Stage::Check | Stage::Revise) => 60,
        _ => 10,
    }
}

/// Tokens a whole step is expected to take.
pub fn expected_step_tokens(kind: StepKind) -> u64 {
    kind.stages()
        .iter()
        .map(|&stage| expected_tokens(kind, stage))
        .sum()
}

/// How far a step is that has finished all stages before `stage` and `tokens` of it.
///
/// A stage that runs longer than expected creeps towards its end and never passes it; `part` (of the
/// scenes, say) is believed over the token count where it is known.
pub fn step_fraction(kind: StepKind, stage: Stage, tokens: u64, part: Option<f64>) -> f64 {
    let before: u64 = kind
        .stages()
        .iter()
        .filter(|&&earlier| earlier < stage)
        .map(|&earlier| expected_tokens(kind, earlier))
        .sum();
    let expected = expected_tokens(kind, stage) as f64;
    let inside = part
        .unwrap_or_else(|| creep(tokens as f64 / expected))
        .clamp(0.0, 1.0);
    (before as f64 + inside * expected) / expected_step_tokens(kind) as f64
}

/// Maps 0… without end to 0…1: straight up to 0.9, then ever more slowly.
pub fn creep(ratio: f64) -> f64 {
    if ratio <= 0.9 {
        ratio.max(0.0)
    } else {
        1.0 - 0.1 * (-(ratio - 0.9) / 0.1).exp()
    }
}

/// The fraction of a run from the fractions of its steps, weighted by what each is expected to take.
pub fn run_fraction(steps: impl IntoIterator<Item = (StepKind, f64)>) -> f64 {
    let (mut done, mut all) = (0.0, 0.0);
    for (kind, fraction) in steps {
        let weight = expected_step_tokens(kind) as f64;
        done += weight * fraction;
        all += weight;
    }
    if all == 0.0 { 0.0 } else { done / all }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_step_ends_at_exactly_one() {
        for kind in [StepKind::World, StepKind::Outline, StepKind::Chapter] {
            let last = *kind.stages().last().expect("a step has stages");
            assert_eq!(step_fraction(kind, last, 0, Some(1.0)), 1.0);
            assert_eq!(run_fraction([(kind, 1.0), (StepKind::Chapter, 1.0)]), 1.0);
        }
    }

    proptest! {
        #[test]
        fn more_tokens_never_lower_the_fraction(a in 0u64..5_000, b in 0u64..5_000) {
            let (low, high) = (a.min(b), a.max(b));
            for &stage in StepKind::Chapter.stages() {
                let of = |tokens| step_fraction(StepKind::Chapter, stage, tokens, None);
                prop_assert!(of(low) <= of(high));
                prop_assert!(of(high) <= 1.0);
            }
        }

        #[test]
        fn a_later_stage_is_never_behind_an_earlier_one(tokens in 0u64..1_000_000) {
            let stages = StepKind::Chapter.stages();
            for pair in stages.windows(2) {
                prop_assert!(
                    step_fraction(StepKind::Chapter, pair[0], tokens, None)
                        <= step_fraction(StepKind::Chapter, pair[1], 0, None)
                );
            }
        }
    }
}
