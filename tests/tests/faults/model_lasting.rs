//! A model that is of no use any more: the run gives up, in words, and loses nothing.

use crate::{
    machine::take_next,
    scenario::{FaultRow, ScenarioOutcome},
    testbed::{KEY, LIMIT, Testbed, written_by},
};
use serde_json::json;
use std::fs;
use tests::mean_server::{
    Manner::{self, *},
    RequestKind,
};

/// One way to misbehave that does not pass: the run gives up, in words.
struct Lasting {
    fault: &'static str,
    done: &'static str,
    manner: Manner,
    says: &'static str,
}

pub(crate) async fn is_told_in_words() -> ScenarioOutcome {
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
            says: "does not belong to a model server",
        },
        Lasting {
            fault: "nothing but silence",
            done: "every answer hangs before its first byte",
            manner: HangSilent,
            says: "took longer than",
        },
        Lasting {
            fault: "nothing but garbage",
            done: "every answer consists of events that are not JSON",
            manner: GarbageAfter(0),
            says: "can’t be read",
        },
        Lasting {
            fault: "nothing but empty answers",
            done: "every answer is empty",
            manner: Empty,
            says: "sent an empty answer",
        },
    ];
    let cases = cases.map(|case| tokio::spawn(give_up(case)));
    let mut rows = Vec::new();
    for case in cases {
        rows.push(case.await.unwrap());
    }
    Ok(rows)
}

async fn give_up(case: Lasting) -> FaultRow {
    let mut testbed = Testbed::open().await;
    if matches!(case.manner, HangSilent) {
        testbed.limit(LIMIT, LIMIT).await;
    }
    // A scene and a half, and then nothing good any more.
    testbed.mean.next(RequestKind::Prose, Good);
    testbed.mean.next(RequestKind::Prose, CutAfter(30));
    let run = testbed.write_chapter().await;
    while testbed.mean.asked_for(RequestKind::Prose).len() < 2 {
        take_next(&mut testbed.mirror, &mut testbed.events).await;
    }
    testbed.mean.always(case.manner.clone());
    let status = testbed.ended(&run).await;
    assert_eq!(
        status, "failed",
        "{}: {}",
        case.fault, testbed.mirror.runs[&run]
    );
    let says = testbed.mirror.runs[&run]["error"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(says.contains(case.says), "{}: {says}", case.fault);
    let says = says.replace(&testbed.mean.url, "http://…/v1");
    for file in ["fablewright.db", "fablewright.db-wal"] {
        let bytes = fs::read(testbed.data.path().join(file)).unwrap();
        let found = bytes
            .windows(KEY.len())
            .any(|bytes| bytes == KEY.as_bytes());
        assert!(!found, "the key is in {file}");
    }
    let kept = testbed.mirror.text(&run, 1).to_owned();
    assert!(kept.split_whitespace().count() > 30);
    assert!(
        written_by(&testbed.mean).starts_with(&kept),
        "{}: {kept}",
        case.fault
    );
    let text = testbed
        .studio
        .client
        .text(&format!("{}/chapters/1/text", testbed.story))
        .await;
    assert_eq!(text, kept, "it is the chapter's text meanwhile");
    // The model comes to its senses, and a person tries again.
    testbed.mean.always(Good);
    let resume = format!("/api/v1/runs/{run}/resume");
    assert_eq!(testbed.studio.client.post(&resume, json!({})).await.0, 200);
    while testbed.mirror.runs[&run]["status"] == "failed" {
        take_next(&mut testbed.mirror, &mut testbed.events).await;
    }
    assert_eq!(testbed.ended(&run).await, "succeeded");
    let text = testbed
        .studio
        .client
        .text(&format!("{}/chapters/1/text", testbed.story))
        .await;
    assert_eq!(text, written_by(&testbed.mean), "{}", case.fault);
    testbed.studio.terminate().await;
    FaultRow {
        fault: case.fault,
        done: case.done.to_owned(),
        studio: format!("failed the run: “{says}”"),
        checked: "the text so far is kept as the chapter's text; when resumed with a working model, the run \
                  continues mid-sentence and ends"
            .to_owned(),
        lost: "0 bytes".to_owned(),
    }
}
