//! A model that misbehaves for a while: the chapter is written all the same.

use crate::{
    scenario::{FaultRow, ScenarioOutcome},
    testbed::{KEY, LIMIT, Testbed, written_by},
};
use std::time::Duration;
use tests::mean_server::{
    Manner::{self, *},
    RequestKind,
};

/// One way to misbehave that passes: the chapter is written all the same.
struct Passing {
    fault: &'static str,
    done: &'static str,
    studio: &'static str,
    manners: Vec<(RequestKind, Manner)>,
    /// How many more calls than a good model needs.
    more_calls: usize,
}

/// World, outline, plan, two scenes, edits, report.
const CALLS: usize = 7;

/// One answer of the model is bad, and the next one is good.
fn one(
    fault: &'static str,
    done: &'static str,
    studio: &'static str,
    what: RequestKind,
    manner: Manner,
) -> Passing {
    Passing {
        fault,
        done,
        studio,
        manners: vec![(what, manner)],
        more_calls: 1,
    }
}

/// The model stops in the middle and keeps the connection.
fn hangs() -> Vec<Passing> {
    vec![
        one(
            "model hangs before it begins",
            "no byte for longer than the time limit to the first word",
            "closed the connection at the time limit and retried",
            RequestKind::Prose,
            HangSilent,
        ),
        one(
            "model hangs while it plans",
            "headers, then nothing, while the world was generated",
            "closed the connection at the time limit and retried",
            RequestKind::World,
            HangAfter(0),
        ),
        one(
            "model hangs mid-sentence",
            "20 words, then nothing for longer than the time limit between words",
            "kept the 20 words, closed the connection and continued them",
            RequestKind::Prose,
            HangAfter(20),
        ),
    ]
}

/// The answer is cut off, or some of its bytes make no sense.
fn broken_streams() -> Vec<Passing> {
    vec![
        Passing {
            fault: "connection cut mid-word",
            done: "three times in one scene, without a last chunk and without `[DONE]`",
            studio: "kept every letter and continued the half word",
            manners: [3, 30, 4]
                .map(|after| (RequestKind::Prose, CutAfter(after)))
                .into(),
            more_calls: 3,
        },
        one(
            "answer just ends",
            "the body ended properly after 15 words, but without a finish reason and without `[DONE]`",
            "did not accept it as complete; continued it",
            RequestKind::Prose,
            EndAfter(15),
        ),
        one(
            "JSON cut in the middle",
            "the plan was cut off",
            "asked for the plan again",
            RequestKind::Plan,
            CutAfter(4),
        ),
        one(
            "garbage in the stream",
            "events that are not JSON, after 12 words",
            "kept the 12 words and continued them",
            RequestKind::Prose,
            GarbageAfter(12),
        ),
        one(
            "invalid UTF-8",
            "invalid bytes, after 12 words",
            "kept the valid text and continued it; none of the invalid bytes is in the text",
            RequestKind::Prose,
            NotUtf8After(12),
        ),
        Passing {
            fault: "characters split",
            done: "every answer came in pieces of 5 bytes, which split characters and lines",
            studio: "worked as usual",
            manners: vec![
                (RequestKind::Prose, Torn),
                (RequestKind::Prose, Torn),
                (RequestKind::World, Torn),
            ],
            more_calls: 0,
        },
    ]
}

/// The answer is whole and says too little.
fn short_answers() -> Vec<Passing> {
    vec![
        one(
            "empty answer",
            "the model finished without any text",
            "retried",
            RequestKind::Prose,
            Empty,
        ),
        Passing {
            fault: "empty answer mid-sentence",
            done: "cut after 30 words; asked to continue, the model finished without any text",
            studio: "did not accept half a sentence as the end; retried",
            manners: vec![
                (RequestKind::Prose, CutAfter(30)),
                (RequestKind::Prose, Empty),
            ],
            more_calls: 2,
        },
        Passing {
            fault: "length limit",
            done: "`finish_reason: length` after 25 words, twice",
            studio: "continued the text",
            manners: vec![
                (RequestKind::Prose, LengthAfter(25)),
                (RequestKind::Prose, LengthAfter(25)),
            ],
            more_calls: 2,
        },
    ]
}

/// The server answers nothing for a while.
fn refusals() -> Vec<Passing> {
    vec![
        one(
            "429 with Retry-After",
            "the server asked for one second",
            "retried, but not before that second was over",
            RequestKind::Prose,
            TooMany(1),
        ),
        Passing {
            fault: "503 while the model is loaded",
            done: "twice",
            studio: "retried every few seconds",
            manners: vec![(RequestKind::Prose, Loading), (RequestKind::Prose, Loading)],
            more_calls: 2,
        },
        one(
            "connection closed at once",
            "accepted and closed without an answer",
            "retried",
            RequestKind::Prose,
            CloseAtOnce,
        ),
    ]
}

pub(crate) async fn is_written_all_the_same() -> ScenarioOutcome {
    let all = [hangs(), broken_streams(), short_answers(), refusals()];
    let cases = all
        .into_iter()
        .flatten()
        .map(|case| tokio::spawn(pass(case)));
    let mut rows = Vec::new();
    for case in cases.collect::<Vec<_>>() {
        rows.push(case.await.unwrap());
    }
    Ok(rows)
}

async fn pass(case: Passing) -> FaultRow {
    let mut testbed = Testbed::open().await;
    // Only a model that hangs has to be quick: on a busy machine others take their time.
    let hangs = |(_, manner): &(RequestKind, Manner)| matches!(manner, HangSilent | HangAfter(_));
    let hangs = case.manners.iter().any(hangs);
    if hangs {
        testbed.limit(LIMIT, LIMIT).await;
    }
    for (what, manner) in &case.manners {
        testbed.mean.next(*what, manner.clone());
    }
    let run = testbed.write_chapter().await;
    assert_eq!(
        testbed.ended(&run).await,
        "succeeded",
        "{}: {}",
        case.fault,
        testbed.mirror.runs[&run]
    );
    let text = testbed
        .studio
        .client
        .text(&format!("{}/chapters/1/text", testbed.story))
        .await;
    assert_eq!(
        text,
        testbed.mirror.text(&run, 1),
        "{}: what was told",
        case.fault
    );
    assert_eq!(
        text,
        written_by(&testbed.mean),
        "{}: what the model wrote",
        case.fault
    );
    let asked = testbed.mean.asked();
    let calls = CALLS + case.more_calls;
    // Where a limit counts, a machine that stands still for as long costs one more call.
    let as_many = if hangs {
        asked.len() >= calls
    } else {
        asked.len() == calls
    };
    assert!(as_many, "{}: {asked:?}", case.fault);
    for call in &asked {
        assert_eq!(
            call.authorization.as_deref(),
            Some(format!("Bearer {KEY}").as_str())
        );
    }
    if let (_, TooMany(seconds)) = case.manners[0] {
        let prose = testbed.mean.asked_for(RequestKind::Prose);
        assert!(prose[1].at - prose[0].at >= Duration::from_secs(seconds));
    }
    assert_eq!(testbed.mirror.runs[&run]["attempt"], 1);
    testbed.studio.terminate().await;
    FaultRow {
        fault: case.fault,
        done: case.done.to_owned(),
        studio: case.studio.to_owned(),
        checked: "the chapter is what the model wrote, nothing missing and nothing repeated; one attempt; \
                  no unnecessary calls"
            .to_owned(),
        lost: "0 bytes".to_owned(),
    }
}
