//! The goals of the mechanical checks, held on the whole corpus of `tests/bench/continuity`.

// The bench of the `tests` crate reads and counts the same way. It can't be a dependency: it depends on us.
#[path = "../../../../tests/src/continuity/mod.rs"]
#[allow(
    dead_code,
    unused_imports,
    unreachable_pub,
    reason = "the bench prints more than a test looks at"
)]
mod chapters;

use chapters::{ALARMS, CLAIMED, HINTED, RECALL, by_model, mechanical, stories};
use domain::text::count_words;
use std::collections::BTreeMap;
use storyteller::BuiltIn;

#[test]
fn planted_faults_are_found_and_clean_chapters_left_alone() {
    let score = mechanical(&stories(), None);
    assert!(
        score.recall() >= RECALL,
        "{}: {:#?}",
        score.recall(),
        score.missed
    );
    assert!(score.alarm_rate() <= ALARMS, "{:#?}", score.alarms);
    assert!(score.short().is_empty(), "{:#?}", score.missed);
    for kind in CLAIMED.iter().chain(&HINTED) {
        let found = score.kinds[*kind];
        assert!(found.planted >= 5 && found.found > 0, "{kind}: {found:?}");
    }
}

#[test]
fn the_corpus_is_what_it_says() {
    let stories = stories();
    let mut chapters: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    // Most are short; some are as long as those of books.
    let mut long = 0;
    for story in &stories {
        for chapter in &story.chapters {
            let place = format!("{} / {}", story.title, chapter.id);
            let words = count_words(&chapter.text);
            assert!((180..=1_600).contains(&words), "{place}: {words} words");
            long += usize::from(words > 850);
            for planted in &chapter.expect {
                assert!(
                    CLAIMED
                        .iter()
                        .chain(&HINTED)
                        .any(|kind| planted.kind == *kind),
                    "{place}: {}",
                    planted.kind
                );
                let there = match planted.kind.as_str() {
                    "missing beat" => chapter.beats.contains(&planted.quote),
                    _ => chapter.text.contains(&planted.quote),
                };
                assert!(there, "{place}: {}", planted.quote);
            }
            let count = chapters.entry(format!("{:?}", story.set)).or_default();
            if chapter.expect.is_empty() {
                count.1 += 1;
            } else {
                count.0 += 1;
            }
        }
    }
    let halves: Vec<_> = chapters.into_iter().collect();
    let half = |name: &str, each: usize| (name.to_owned(), (each, each));
    assert_eq!(halves, [half("HeldOut", 30), half("Tuning", 25)]);
    assert_eq!(long, 8);
}

#[tokio::test]
async fn a_model_is_measured_on_the_same_corpus() {
    // The built-in writer does not see the plan, so it finds all but what the point of view needs.
    let score = by_model(&stories()[..1], None, &BuiltIn::new(0.0))
        .await
        .unwrap();
    assert_eq!(score.clean, 5);
    assert!(score.recall() > 0.5, "{:#?}", score.missed);
}
