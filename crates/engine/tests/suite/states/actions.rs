//! What can happen to runs, by chance.

use proptest::prelude::*;

/// What can happen next. Numbers pick a story, a run or a worker among those there are.
#[derive(Clone, Debug)]
pub(super) enum Move {
    Start(usize, u32),
    Claim,
    Token(usize),
    Checkpoint(usize),
    FinishStep(usize),
    Obey(usize),
    Fail(usize),
    Pause(usize),
    Resume(usize),
    Retry(usize),
    Cancel(usize),
    Crash,
    LoseLease(usize),
    Hold(bool),
}

pub(super) fn moves() -> impl Strategy<Value = Move> {
    let n = 0..8_usize;
    prop_oneof![
        6 => (prop_oneof![3 => Just(0_usize), 1 => Just(1)], 1..=4_u32).prop_map(|(story, chapter)| Move::Start(story, chapter)),
        6 => Just(Move::Claim),
        6 => n.clone().prop_map(Move::Token),
        2 => n.clone().prop_map(Move::Checkpoint),
        5 => n.clone().prop_map(Move::FinishStep),
        4 => n.clone().prop_map(Move::Obey),
        1 => n.clone().prop_map(Move::Fail),
        3 => n.clone().prop_map(Move::Pause),
        3 => n.clone().prop_map(Move::Resume),
        1 => n.clone().prop_map(Move::Retry),
        2 => n.clone().prop_map(Move::Cancel),
        1 => Just(Move::Crash),
        1 => n.prop_map(Move::LoseLease),
        1 => any::<bool>().prop_map(Move::Hold),
    ]
}
