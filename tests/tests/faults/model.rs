//! A model that misbehaves in every way a server can.

use crate::{
    desk::{Desk, KEY, written_by},
    machine::take_next,
    scenario::{Outcome, Row},
};
use serde_json::json;
use std::{
    fs,
    time::{Duration, Instant},
};
use tests::mean_server::{
    Manner::{self, *},
    MeanServer, What,
};

/// A model may be silent for so long in these tests, in seconds.
const LIMIT: f64 = 0.4;

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
            studio: "asked again after growing pauses",
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

pub async fn passes() -> Outcome {
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

/// One way to misbehave that does not pass: the run gives up, in words.
struct Lasting {
    fault: &'static str,
    done: &'static str,
    manner: Manner,
    says: &'static str,
}

pub async fn lasts() -> Outcome {
    let cases = [
        Lasting {
            fault: "wrong key",
            done: "401 in the middle of a chapter",
            manner: Unauthorized,
            says: "does not accept the key",
        },
        Lasting {
            fault: "a page instead of a model",
            done: "an HTML page with status 200, in the middle of a chapter",
            manner: Html,
            says: "no model server",
        },
        Lasting {
            fault: "nothing but silence",
            done: "every answer hangs before its first byte",
            manner: HangSilent,
            says: "took longer than",
        },
        Lasting {
            fault: "nothing but garbage",
            done: "every answer is events that are no JSON",
            manner: GarbageAfter(0),
            says: "can’t be read",
        },
        Lasting {
            fault: "nothing but empty answers",
            done: "every answer is empty",
            manner: Empty,
            says: "answered with nothing",
        },
    ];
    let cases = cases.map(|case| tokio::spawn(give_up(case)));
    let mut rows = Vec::new();
    for case in cases {
        rows.push(case.await.unwrap());
    }
    Ok(rows)
}

async fn give_up(case: Lasting) -> Row {
    let mut desk = Desk::open().await;
    desk.limit(LIMIT, LIMIT).await;
    // A scene and a half, and then nothing good any more.
    desk.mean.next(What::Prose, Good);
    desk.mean.next(What::Prose, CutAfter(30));
    let run = desk.write_chapter().await;
    while desk.mean.asked_for(What::Prose).len() < 2 {
        take_next(&mut desk.told, &mut desk.events).await;
    }
    desk.mean.always(case.manner.clone());
    let status = desk.ended(&run).await;
    assert_eq!(status, "failed", "{}: {}", case.fault, desk.told.runs[&run]);
    let says = desk.told.runs[&run]["error"].as_str().unwrap().to_owned();
    assert!(says.contains(case.says), "{}: {says}", case.fault);
    let says = says.replace(&desk.mean.url, "http://…/v1");
    for file in ["fablewright.db", "fablewright.db-wal"] {
        let bytes = fs::read(desk.data.path().join(file)).unwrap();
        let found = bytes
            .windows(KEY.len())
            .any(|bytes| bytes == KEY.as_bytes());
        assert!(!found, "the key is in {file}");
    }
    let kept = desk.told.text(&run, 1).to_owned();
    assert!(kept.split_whitespace().count() > 30);
    assert!(
        written_by(&desk.mean).starts_with(&kept),
        "{}: {kept}",
        case.fault
    );
    let text = desk
        .studio
        .client
        .text(&format!("{}/chapters/1/text", desk.story))
        .await;
    assert_eq!(text, kept, "it is the chapter's text meanwhile");
    // The model comes to its senses, and a person tries again.
    desk.mean.always(Good);
    let resume = format!("/api/v1/runs/{run}/resume");
    assert_eq!(desk.studio.client.post(&resume, json!({})).await.0, 200);
    while desk.told.runs[&run]["status"] == "failed" {
        take_next(&mut desk.told, &mut desk.events).await;
    }
    assert_eq!(desk.ended(&run).await, "succeeded");
    let text = desk
        .studio
        .client
        .text(&format!("{}/chapters/1/text", desk.story))
        .await;
    assert_eq!(text, written_by(&desk.mean), "{}", case.fault);
    desk.studio.terminate().await;
    Row {
        fault: case.fault,
        done: case.done.to_owned(),
        studio: format!("failed the run: “{says}”"),
        checked: "what was written is kept and is the chapter's text; resumed with a good model, the run goes on in \
                  mid-sentence and ends"
            .to_owned(),
        lost: "0 bytes".to_owned(),
    }
}

/// Longer than Cancel may take, on a busy machine.
const CANCELLED_IN: Duration = Duration::from_millis(500);

pub async fn is_cancelled_while_it_hangs() -> Outcome {
    let mut slowest = Duration::ZERO;
    for (what, manner) in [
        (What::World, HangSilent),
        (What::Plan, HangAfter(0)),
        (What::Prose, HangAfter(20)),
        (What::Report, HangAfter(1)),
    ] {
        let mut desk = Desk::open().await;
        desk.mean.next(what, manner);
        let run = desk.write_chapter().await;
        desk.mean
            .until(|asked| asked.last().is_some_and(|last| last.what == what))
            .await;
        if what == What::Prose {
            while desk.told.text(&run, 1).split_whitespace().count() < 20 {
                take_next(&mut desk.told, &mut desk.events).await;
            }
        }
        let began = Instant::now();
        let cancel = format!("/api/v1/runs/{run}/cancel");
        assert_eq!(desk.studio.client.post(&cancel, json!({})).await.0, 200);
        assert_eq!(desk.ended(&run).await, "cancelled");
        desk.mean
            .until(|asked| asked.last().unwrap().hung_up.is_some())
            .await;
        let took = began.elapsed();
        assert!(took < CANCELLED_IN, "{what:?}: {took:?}");
        slowest = slowest.max(took);
        if what == What::Prose {
            let text = desk
                .studio
                .client
                .text(&format!("{}/chapters/1/text", desk.story))
                .await;
            assert_eq!(text, desk.told.text(&run, 1));
            assert!(
                written_by(&desk.mean).starts_with(&text) && text.split_whitespace().count() >= 20
            );
        }
        desk.studio.terminate().await;
    }
    let rounded = (slowest.as_millis() / 100 + 1) * 100;
    Ok(vec![Row {
        fault: "Cancel while the model is silent",
        done: "the model hung before its first byte, after its headers, in mid-sentence and in the report".to_owned(),
        studio: format!("cancelled, with the model's connection closed, in less than {rounded} ms (the slowest of four)"),
        checked: "the 20 words written are the chapter's partial text".to_owned(),
        lost: "0 bytes".to_owned(),
    }])
}

pub async fn cannot_continue_a_text() -> Outcome {
    let mut desk = Desk::with(MeanServer::start_unknown().await).await;
    // In its second paragraph.
    desk.mean.next(What::Prose, CutAfter(110));
    let run = desk.write_chapter().await;
    assert_eq!(
        desk.ended(&run).await,
        "succeeded",
        "{}",
        desk.told.runs[&run]
    );
    let path = format!("{}/chapters/1", desk.story);
    let text = desk.studio.client.text(&format!("{path}/text")).await;
    assert_eq!(text, desk.told.text(&run, 1));
    let cut = &desk.mean.asked_for(What::Prose)[0].whole;
    let paragraph = cut.split("\n\n").next().unwrap();
    assert!(text.starts_with(paragraph), "the whole paragraph stays");
    assert_eq!(text.matches(paragraph).count(), 1);
    // What was given up is in the history.
    let (_, revisions) = desk.studio.client.get(&format!("{path}/revisions")).await;
    let partial = revisions["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|item| item["kind"] == "partial");
    let id = partial.expect("what was cut off is kept")["id"]
        .as_str()
        .unwrap();
    let (_, kept) = desk
        .studio
        .client
        .get(&format!("{path}/revisions/{id}"))
        .await;
    let kept = kept["text"].as_str().unwrap();
    assert!(
        cut.starts_with(kept) && kept.len() > paragraph.len() + 10,
        "{kept}"
    );
    desk.studio.terminate().await;
    Ok(vec![Row {
        fault: "a model that can't go on in mid-sentence",
        done: "cut in the second paragraph of a scene, by a server that takes no beginning of an answer".to_owned(),
        studio: "told the pages to go back to the last whole paragraph, and had it go on from there".to_owned(),
        checked: "the whole paragraph stands once; all that was cut off is a revision in the chapter's history".to_owned(),
        lost: "0 bytes: the half paragraph is in the history".to_owned(),
    }])
}
