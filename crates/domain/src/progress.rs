//! How far a run is: tokens done over tokens expected.

use crate::{Pace, Stage, StepKind};
use serde::{Deserialize, Serialize};

/// Progress of a run, derived from its steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Progress {
    /// 0 to 1. Never falls; exactly 1 when the run succeeded.
    pub fraction: f64,
    /// Tokens the model wrote so far.
    pub tokens: u64,
    /// Tokens the whole run is expected to take: its weight among others.
    pub expected_tokens: f64,
    /// The measured rate, while it is known.
    pub tokens_per_second: Option<f64>,
    /// Seconds left at that rate; `None` where it is not known.
    pub seconds_left: Option<f64>,
}

/// How far a step is that has finished all stages before `stage` and `tokens` of it.
///
/// A stage that runs longer than expected creeps towards its end and never passes it; `part` (of the
/// scenes, say) is believed over the token count where it is known.
pub fn step_fraction(
    pace: &Pace,
    kind: StepKind,
    stage: Stage,
    tokens: u64,
    part: Option<f64>,
) -> f64 {
    let before: f64 = kind
        .stages()
        .iter()
        .filter(|&&earlier| earlier < stage)
        .map(|&earlier| pace.stage(kind, earlier))
        .sum();
    let expected = pace.stage(kind, stage);
    let inside = part
        .unwrap_or_else(|| creep(tokens as f64 / expected))
        .clamp(0.0, 1.0);
    // The sum may miss 1 by the last bit of a float.
    ((before + inside * expected) / pace.step(kind)).min(1.0)
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
pub fn run_fraction(pace: &Pace, steps: impl IntoIterator<Item = (StepKind, f64)>) -> f64 {
    let (mut done, mut all) = (0.0, 0.0);
    for (kind, fraction) in steps {
        let weight = pace.step(kind);
        done += weight * fraction;
        all += weight;
    }
    if all == 0.0 { 0.0 } else { done / all }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pace::StagePace;
    use proptest::prelude::*;

    const KINDS: [StepKind; 5] = [
        StepKind::World,
        StepKind::Outline,
        StepKind::Chapter,
        StepKind::Review,
        StepKind::Read,
    ];

    /// Any history: what the stages of a chapter took.
    fn paces() -> impl Strategy<Value = Pace> {
        proptest::collection::vec(0.0f64..100_000.0, 6).prop_map(|tokens| Pace {
            stages: StepKind::Chapter
                .stages()
                .iter()
                .copied()
                .zip(tokens)
                .map(|(stage, tokens)| StagePace {
                    kind: StepKind::Chapter,
                    stage,
                    tokens,
                })
                .collect(),
            rate: None,
        })
    }

    #[test]
    fn a_step_ends_at_exactly_one() {
        let pace = Pace::default();
        for kind in KINDS {
            let last = *kind.stages().last().expect("a step has stages");
            assert_eq!(step_fraction(&pace, kind, last, 0, Some(1.0)), 1.0);
            assert_eq!(
                run_fraction(&pace, [(kind, 1.0), (StepKind::Chapter, 1.0)]),
                1.0
            );
        }
    }

    #[test]
    fn looking_back_is_no_progress_to_speak_of() {
        let pace = Pace::default();
        let of = |tokens| step_fraction(&pace, StepKind::Chapter, Stage::Recall, tokens, None);
        assert_eq!(of(0), 0.0);
        assert!(of(1_000_000) < 0.001);
    }

    proptest! {
        #[test]
        fn more_tokens_never_lower_the_fraction(pace in paces(), a in 0u64..5_000, b in 0u64..5_000) {
            let (low, high) = (a.min(b), a.max(b));
            for &stage in StepKind::Chapter.stages() {
                let of = |tokens| step_fraction(&pace, StepKind::Chapter, stage, tokens, None);
                prop_assert!(of(low) <= of(high));
                prop_assert!(of(high) <= 1.0);
            }
        }

        #[test]
        fn a_later_stage_is_never_behind_an_earlier_one(pace in paces(), tokens in 0u64..1_000_000) {
            let stages = StepKind::Chapter.stages();
            for pair in stages.windows(2) {
                let of = |stage, tokens| step_fraction(&pace, StepKind::Chapter, stage, tokens, None);
                // One part in a million million is the noise of floats.
                prop_assert!(of(pair[0], tokens) <= of(pair[1], 0) + 1e-12);
            }
        }
    }
}
