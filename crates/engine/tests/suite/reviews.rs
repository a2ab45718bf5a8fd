//! What a review finds without a model: in each chapter and between chapters, every one of it counted.

use crate::support::{builtin, ended, scripted, story};
use domain::{Dismissal, NewRun, Review, RunKind, Severity, Status, StoryId};
use engine::{Engine, model::Assignment};
use test_support::scripted::Script;

/// A paragraph of its own for each number.
fn paragraph(at: usize) -> String {
    const WORDS: [&str; 32] = [
        "rope", "bell", "tar", "gulls", "salt", "oars", "lamps", "nets", "keel", "fog", "piers",
        "the", "a", "and", "of", "with", "under", "over", "slowly", "grey", "wet", "cold", "rose",
        "fell", "turned", "waited", "home", "boats", "rain", "stones", "wind", "light",
    ];
    let mut state = u64::try_from(at).unwrap() + 1;
    let mut word = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        WORDS[usize::try_from(state >> 59).unwrap()]
    };
    let words: Vec<&str> = (0..24).map(|_| word()).collect();
    format!("It was so: {}.", words.join(" "))
}

fn paragraphs(numbers: impl IntoIterator<Item = usize>) -> Vec<String> {
    numbers.into_iter().map(paragraph).collect()
}

async fn save(engine: &Engine, id: StoryId, number: u32, paragraphs: Vec<String>) {
    let version = engine.chapter(id, number).await.unwrap().version;
    engine
        .save_text(id, number, paragraphs.join("\n\n"), version)
        .await
        .unwrap();
}

async fn review(engine: &Engine, id: StoryId) -> Review {
    let run = engine
        .start(id, NewRun::of(RunKind::Review), None)
        .await
        .unwrap();
    let run = ended(engine, run.id).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    engine.reviews(id, 1).await.unwrap().remove(0)
}

/// Chapter and note of each finding of this kind.
fn places_of(review: &Review, kind: &str) -> Vec<(u32, String)> {
    let found = review.findings.iter();
    found
        .filter(|found| found.finding.kind == kind)
        .map(|found| (found.chapter.unwrap(), found.finding.note.clone()))
        .collect()
}

#[tokio::test]
async fn what_is_plainly_repeated_is_found_and_counted() {
    let (_folder, engine) = builtin().await;
    let id = story(&engine, 4).await.id;
    // Thirty paragraphs each of which is there twice, here and there.
    let twice = (0..30).flat_map(|at| [at, (at + 29) % 30]);
    save(&engine, id, 1, paragraphs(twice)).await;
    // A dialogue four times.
    let talk = [
        "“Did you hear it?” said Mara.",
        "“I heard the sea.”",
        "“It was his voice.”",
        "“It is always the sea.”",
    ];
    let mut scenes = Vec::new();
    for at in 100..104 {
        scenes.push(paragraph(at));
        scenes.extend(talk.map(str::to_owned));
    }
    save(&engine, id, 2, scenes).await;
    // All of a chapter again, and one paragraph of another.
    save(&engine, id, 3, paragraphs(200..230)).await;
    save(&engine, id, 4, paragraphs((200..230).chain([100]))).await;
    let review = review(&engine, id).await;
    let within = places_of(&review, "repetition");
    assert_eq!(
        within.iter().filter(|(chapter, _)| *chapter == 1).count(),
        30,
        "{within:#?}"
    );
    let talks: Vec<_> = within.iter().filter(|(chapter, _)| *chapter == 2).collect();
    assert_eq!(talks.len(), 1, "{talks:#?}");
    assert!(talks[0].1.contains("4 times"), "{talks:#?}");
    let across = places_of(&review, "repetition across chapters");
    assert_eq!(across.len(), 2, "{across:#?}");
    assert!(
        across[0]
            .1
            .starts_with("All of chapter 3 appears again here"),
        "{across:#?}"
    );
    assert_eq!(
        across[1],
        (
            4,
            "Paragraph 31 is the same as paragraph 1 of chapter 2.".to_owned()
        )
    );
    let tally = review.tally();
    assert!(tally.serious >= 33, "{tally:?}");
    let counted = review
        .findings
        .iter()
        .filter(|found| found.finding.severity == Severity::Major);
    assert_eq!(tally.serious, counted.count() as u64);
    let line = format!(
        "{} findings in 4 chapters, {} serious",
        tally.findings, tally.serious
    );
    assert!(
        review.assessment.starts_with(&line) || tally.findings == tally.serious,
        "{} – {line}",
        review.assessment
    );
    // Each quote leads to its passage.
    for found in &review.findings {
        let text = engine
            .current_revision(id, found.chapter.unwrap())
            .await
            .unwrap()
            .unwrap()
            .text;
        let quote = &found.finding.quote;
        assert!(
            quote.is_empty() || !domain::passage::find(quote, &text).is_empty(),
            "{quote}"
        );
    }
}

#[tokio::test]
async fn what_the_model_and_the_checks_find_is_told_together_without_what_was_dismissed() {
    let (_folder, engine, mut script) = scripted().await;
    let id = story(&engine, 2).await.id;
    save(&engine, id, 1, paragraphs([1, 2, 1])).await;
    save(&engine, id, 2, paragraphs([2, 5, 5])).await;
    let gone = Dismissal {
        kind: "repetition".to_owned(),
        quote: paragraph(5),
        note: String::new(),
    };
    engine.dismiss_finding(id, 2, gone).await.unwrap();
    let run = engine
        .start(id, NewRun::of(RunKind::Review), None)
        .await
        .unwrap();
    let quote = paragraph(1);
    let answer = serde_json::json!({
        "findings": [
            {"severity": "minor", "kind": "pace", "quote": quote, "note": "It drags."},
            {"severity": "minor", "kind": "pace", "quote": quote, "note": "Nothing changes."},
            {"severity": "minor", "kind": "repetition", "quote": quote, "note": "It is there twice."},
        ],
        "notes": "Somebody carries things.",
    })
    .to_string();
    let run = tokio::select! {
        () = play(&mut script, &answer, [3, 1]) => unreachable!(),
        run = ended(&engine, run.id) => run,
    };
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    let review = engine.reviews(id, 1).await.unwrap().remove(0);
    let all: Vec<_> = review
        .findings
        .iter()
        .map(|found| {
            (
                found.chapter.unwrap(),
                found.finding.kind.as_str(),
                found.finding.note.as_str(),
            )
        })
        .collect();
    assert_eq!(
        all,
        [
            (
                1,
                "repetition",
                "This paragraph appears twice in the chapter: paragraph 1, then again 3."
            ),
            (1, "pace", "It drags."),
            (1, "pace", "Nothing changes."),
            (
                2,
                "repetition across chapters",
                "Paragraph 1 is the same as paragraph 2 of chapter 1."
            ),
        ]
    );
}

/// Answers each call: the reading of the first chapter with `answer`, the last word once it knows of so many findings of
/// each chapter.
async fn play(script: &mut Script, answer: &str, expected: [usize; 2]) {
    loop {
        let call = script.next_call().await;
        let said = match &call.call.assignment {
            Assignment::Review { part, .. } if part.number == 1 => answer,
            Assignment::Assess { notes } => {
                let found: Vec<usize> = notes.iter().map(|note| note.findings.len()).collect();
                assert_eq!(found, expected, "the last word knows all of it");
                "{\"assessment\": \"It repeats itself.\"}"
            }
            _ => "{\"findings\": [], \"notes\": \"Nothing.\"}",
        };
        call.write(said).await;
        call.finish().await;
    }
}
