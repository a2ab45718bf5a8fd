//! A model that misbehaves for a while: the chapter is written all the same.

use crate::{
    desk::{Desk, KEY, LIMIT, written_by},
    scenario::{Outcome, Row},
};
use std::time::Duration;
use tests::mean_server::{
    Manner::{self, *},
    What,
};

/// One way to misbehave that passes: the chapter is written all the same.
struct Passing {
    fault: &'static str,
    done: &'static str,
    studio: &'static str,
    manners: Vec<(What, Manner)>,
    /// How many more calls than a good model needs.
    more_calls: usize,
}

/// World, outline, plan, two scenes, edits, report.
const CALLS: usize = 7;

fn passing() -> Vec<Passing> {
    let one = |fault, done, studio, what, manner| Passing {
        fault,
        done,
        studio,
        manners: vec![(what, manner)],
        more_calls: 1,
    };
    vec![
        one(
            "model hangs before it begins",
            "no byte for longer than the limit for a first word",
            "closed the connection at the limit and asked again",
            What::Prose,
            HangSilent,
        ),
        one(
            "model hangs while it plans",
            "headers, then nothing, for the world",
            "closed the connection at the limit and asked again",
            What::World,
            HangAfter(0),
        ),
        one(
            "model hangs in mid-sentence",
            "20 words, then nothing, for longer than the limit between two words",
            "kept the 20 words, closed the connection and had them continued",
            What::Prose,
            HangAfter(20),
        ),
        Passing {
            fault: "connection cut in mid-word",
            done: "three times in one scene, without last chunk and without `[DONE]`",
            studio: "kept every letter and had the half word continued",
            manners: [3, 30, 4]
                .map(|after| (What::Prose, CutAfter(after)))
                .into(),
            more_calls: 3,
        },
        one(
            "answer just ends",
            "the body ended in order after 15 words, but with no finish reason and no `[DONE]`",
            "did not take it for whole: had it continued",
            What::Prose,
            EndAfter(15),
        ),
        one(
            "JSON cut in the middle",
            "the plan broke off",
            "asked for it anew: half a plan is no plan",
            What::Plan,
            CutAfter(4),
        ),
        one(
            "garbage in the stream",
            "events that are no JSON, after 12 words",
            "kept the 12 words and had them continued",
            What::Prose,
            GarbageAfter(12),
        ),
        one(
            "invalid UTF-8",
            "bytes that are no letter, after 12 words",
            "kept what was whole and had it continued; nothing of the bytes is in the text",
            What::Prose,
            NotUtf8After(12),
        ),
        Passing {
            fault: "letters torn apart",
            done: "every answer in pieces of 5 bytes, in the middle of letters and of lines",
            studio: "did not notice",
            manners: vec![
                (What::Prose, Torn),
                (What::Prose, Torn),
                (What::World, Torn),
            ],
            more_calls: 0,
        },
        one(
            "empty answer",
            "done, and nothing said",
            "asked again",
            What::Prose,
            Empty,
        ),
        Passing {
            fault: "empty answer in mid-sentence",
            done: "cut after 30 words; asked to go on, it was done and said nothing",
            studio: "did not take half a sentence for an end: asked again",
            manners: vec![(What::Prose, CutAfter(30)), (What::Prose, Empty)],
            more_calls: 2,
        },
        Passing {
            fault: "length limit",
            done: "`finish_reason: length` after 25 words, twice",
            studio: "had the text continued",
            manners: vec![
                (What::Prose, LengthAfter(25)),
                (What::Prose, LengthAfter(25)),
            ],
            more_calls: 2,
        },
        one(
            "429 with Retry-After",
            "one second was asked for",
            "asked again, not before that second was over",
            What::Prose,
            TooMany(1),
        ),
        Passing {
            fault: "503 while the model is loaded",
            done: "twice",
            studio: "asked again every few seconds",
            manners: vec![(What::Prose, Loading), (What::Prose, Loading)],
            more_calls: 2,
        },
        one(
            "connection closed at once",
            "accepted and closed without a word",
            "asked again",
            What::Prose,
            CloseAtOnce,
        ),
    ]
}

pub async fn is_written_all_the_same() -> Outcome {
    let cases = passing().into_iter().map(|case| tokio::spawn(pass(case)));
    let mut rows = Vec::new();
    for case in cases.collect::<Vec<_>>() {
        rows.push(case.await.unwrap());
    }
    Ok(rows)
}

async fn pass(case: Passing) -> Row {
    let mut desk = Desk::open().await;
    desk.limit(LIMIT, LIMIT).await;
    for (what, manner) in &case.manners {
        desk.mean.next(*what, manner.clone());
    }
    let run = desk.write_chapter().await;
    assert_eq!(
        desk.ended(&run).await,
        "succeeded",
        "{}: {}",
        case.fault,
        desk.told.runs[&run]
    );
    let text = desk
        .studio
        .client
        .text(&format!("{}/chapters/1/text", desk.story))
        .await;
    assert_eq!(
        text,
        desk.told.text(&run, 1),
        "{}: what was told",
        case.fault
    );
    assert_eq!(
        text,
        written_by(&desk.mean),
        "{}: what the model wrote",
        case.fault
    );
    let asked = desk.mean.asked();
    assert_eq!(
        asked.len(),
        CALLS + case.more_calls,
        "{}: {asked:?}",
        case.fault
    );
    for call in &asked {
        assert_eq!(
            call.authorization.as_deref(),
            Some(format!("Bearer {KEY}").as_str())
        );
    }
    if let (_, TooMany(seconds)) = case.manners[0] {
        let prose = desk.mean.asked_for(What::Prose);
        assert!(prose[1].at - prose[0].at >= Duration::from_secs(seconds));
    }
    assert_eq!(desk.told.runs[&run]["attempt"], 1);
    desk.studio.terminate().await;
    Row {
        fault: case.fault,
        done: case.done.to_owned(),
        studio: case.studio.to_owned(),
        checked: "the chapter is what the model wrote, nothing missing and nothing twice; one attempt; as many calls as \
                  needed"
            .to_owned(),
        lost: "0 bytes".to_owned(),
    }
}
