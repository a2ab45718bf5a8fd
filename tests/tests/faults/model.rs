//! A model that hangs while somebody cancels; one that can't go on from a given text.

use crate::{
    machine::take_next,
    scenario::{FaultRow, ScenarioOutcome},
    testbed::{Testbed, written_by},
};
use serde_json::json;
use std::time::{Duration, Instant};
use tests::mean_server::{
    Manner::{CutAfter, HangAfter, HangSilent},
    MeanServer, RequestKind,
};

/// Longer than Cancel may take, on a busy machine.
const CANCELLED_IN: Duration = Duration::from_millis(500);

pub(crate) async fn is_cancelled_while_it_hangs() -> ScenarioOutcome {
    let mut slowest = Duration::ZERO;
    for (what, manner) in [
        (RequestKind::World, HangSilent),
        (RequestKind::Plan, HangAfter(0)),
        (RequestKind::Prose, HangAfter(20)),
        (RequestKind::Report, HangAfter(1)),
    ] {
        let mut testbed = Testbed::open().await;
        testbed.mean.next(what, manner);
        let run = testbed.write_chapter().await;
        testbed
            .mean
            .until(|asked| asked.last().is_some_and(|last| last.what == what))
            .await;
        if what == RequestKind::Prose {
            while testbed.mirror.text(&run, 1).split_whitespace().count() < 20 {
                take_next(&mut testbed.mirror, &mut testbed.events).await;
            }
        }
        let began = Instant::now();
        let cancel = format!("/api/v1/runs/{run}/cancel");
        assert_eq!(testbed.studio.client.post(&cancel, json!({})).await.0, 200);
        assert_eq!(testbed.ended(&run).await, "cancelled");
        testbed
            .mean
            .until(|asked| asked.last().unwrap().hung_up.is_some())
            .await;
        let took = began.elapsed();
        assert!(took < CANCELLED_IN, "{what:?}: {took:?}");
        slowest = slowest.max(took);
        if what == RequestKind::Prose {
            let text = testbed
                .studio
                .client
                .text(&format!("{}/chapters/1/text", testbed.story))
                .await;
            assert_eq!(text, testbed.mirror.text(&run, 1));
            assert!(
                written_by(&testbed.mean).starts_with(&text)
                    && text.split_whitespace().count() >= 20
            );
        }
        testbed.studio.terminate().await;
    }
    let rounded = (slowest.as_millis() / 100 + 1) * 100;
    Ok(vec![FaultRow {
        fault: "Cancel while the model is silent",
        done: "the model hung before its first byte, after its headers, mid-sentence and in the report".to_owned(),
        studio: format!("cancelled, with the model's connection closed, in less than {rounded} ms (the slowest of four)"),
        checked: "the 20 words are kept as the chapter's partial text".to_owned(),
        lost: "0 bytes".to_owned(),
    }])
}

pub(crate) async fn cannot_continue_a_text() -> ScenarioOutcome {
    let mut testbed = Testbed::with(MeanServer::start_unknown().await).await;
    // In its second paragraph.
    testbed.mean.next(RequestKind::Prose, CutAfter(150));
    let run = testbed.write_chapter().await;
    assert_eq!(
        testbed.ended(&run).await,
        "succeeded",
        "{}",
        testbed.mirror.runs[&run]
    );
    let path = format!("{}/chapters/1", testbed.story);
    let text = testbed.studio.client.text(&format!("{path}/text")).await;
    assert_eq!(text, testbed.mirror.text(&run, 1));
    let cut = &testbed.mean.asked_for(RequestKind::Prose)[0].whole;
    let paragraph = cut.split("\n\n").next().unwrap();
    assert!(text.starts_with(paragraph), "the whole paragraph stays");
    assert_eq!(text.matches(paragraph).count(), 1);
    // What was given up is in the history.
    let (_, revisions) = testbed
        .studio
        .client
        .get(&format!("{path}/revisions"))
        .await;
    let partial = revisions["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|item| item["kind"] == "partial");
    let id = partial.expect("what was cut off is kept")["id"]
        .as_str()
        .unwrap();
    let (_, kept) = testbed
        .studio
        .client
        .get(&format!("{path}/revisions/{id}"))
        .await;
    let kept = kept["text"].as_str().unwrap();
    assert!(
        cut.starts_with(kept) && kept.len() > paragraph.len() + 10,
        "{kept}"
    );
    testbed.studio.terminate().await;
    Ok(vec![FaultRow {
        fault: "a model that can't continue mid-sentence",
        done: "the connection was cut in the second paragraph of a scene, by a server that does not accept \
               the beginning of an answer".to_owned(),
        studio: "told the pages to return to the last whole paragraph, and continued from there".to_owned(),
        checked: "the whole paragraph occurs once; the text that was cut off is a revision in the chapter's \
                  history".to_owned(),
        lost: "0 bytes: the half paragraph is in the history".to_owned(),
    }])
}
