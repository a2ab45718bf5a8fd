//! The goals of the mechanical checks, held on the whole corpus.

#![allow(clippy::unwrap_used)]

#[path = "../../tests/src/continuity/mod.rs"]
#[allow(dead_code, reason = "the bench uses what the test does not")]
mod continuity;

use continuity::{ALARMS, RECALL, Set, mechanical, stories};
use domain::text::count_words;

#[test]
fn planted_faults_are_found_and_clean_chapters_left_alone() {
    let stories = stories();
    if std::env::var("TUNE").is_ok() {
        let s = mechanical(&stories, Some(Set::Tuning));
        let h = mechanical(&stories, Some(Set::HeldOut));
        eprintln!(
            "HELD {:#?} {} alarms {} extra {}",
            h.kinds,
            h.recall(),
            h.alarms.len(),
            h.extra.len()
        );
        panic!("{:#?}\n{}\n{}", s, s.recall(), s.alarms.len());
    }
    let score = mechanical(&stories, None);
    assert!(
        score.recall() >= RECALL,
        "{}: {:#?}",
        score.recall(),
        score.missed
    );
    assert!(score.alarm_rate() <= ALARMS, "{:#?}", score.alarms);
}
