//! SIGKILL while what is long ago is summed up, which is no part of any chapter.

use crate::{
    machine::{catch_up, take_next},
    scenario::{FaultRow, ScenarioOutcome},
    testbed::Testbed,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tests::{
    Binary, Disk, DiskDraft,
    mean_server::{
        Manner::{Good, HangAfter},
        RequestKind,
    },
};

/// Two parts of ten chapters are summed up, and then the story so far.
const CHAPTERS: u32 = 22;

/// What is killed in mid-sentence: the first part before chapter 11; before chapter 21 the story, its second
/// part being whole by then. Each is asked for again, and nothing else.
const SUMMARIES: usize = 5;

pub(crate) async fn is_killed_while_it_sums_up() -> ScenarioOutcome {
    let mut testbed = Testbed::open().await;
    let story = testbed.studio.client.story(CHAPTERS).await;
    for manner in [HangAfter(3), Good, Good, HangAfter(3)] {
        testbed.mean.next(RequestKind::Summary, manner);
    }
    let run = testbed
        .studio
        .client
        .start(&story, json!({"kind": "all_chapters"}))
        .await;
    let id = run.rsplit('/').next().unwrap().to_owned();
    let mut before: BTreeMap<String, DiskDraft> = BTreeMap::new();
    for (asked, written) in [(1, 10), (4, 20)] {
        until_summing_up(&mut testbed, &id, asked, written).await;
        testbed.studio.kill().await;
        while let Some((seq, name, data)) = testbed.events.next().await {
            testbed.mirror.apply(seq, &name, &data);
        }
        let mut disk = Disk::of(testbed.data.path()).await;
        let finished = disk.finished().await;
        assert_eq!(finished.len(), written, "every chapter before it is whole");
        for (revision, draft) in &before {
            assert_eq!(finished.get(revision), Some(draft), "and stays as it was");
        }
        for draft in finished.values() {
            assert_eq!(draft.text, testbed.mirror.text(&id, draft.chapter));
        }
        before = finished;
        drop(disk);
        testbed.studio = Binary::launch(Testbed::command(testbed.data.path(), &testbed.mean)).await;
        let last = Some(testbed.mirror.last);
        testbed.events = testbed.studio.client.events("/api/v1/events", last).await;
    }
    assert_eq!(
        testbed.ended(&id).await,
        "succeeded",
        "{}",
        testbed.mirror.runs[&id]
    );
    let client = testbed.studio.client.clone();
    catch_up(&mut testbed.mirror, &mut testbed.events, &client).await;
    assert_eq!(testbed.mirror.runs[&id]["attempt"], 3);
    for number in 1..=CHAPTERS {
        let text = client
            .text(&format!("{story}/chapters/{number}/text"))
            .await;
        assert_eq!(text, testbed.mirror.text(&id, u64::from(number)));
    }
    assert_eq!(
        testbed.mean.asked_for(RequestKind::Summary).len(),
        SUMMARIES
    );
    let (_, calls) = client.get(&format!("{run}/calls?limit=200")).await;
    let summed_up = |call: &&Value| call["stage"] == "recall" && call["ended"] == "whole";
    let noted = calls["items"].as_array().unwrap().iter().filter(summed_up);
    assert_eq!(noted.count(), 3, "{calls}");
    testbed.studio.terminate().await;
    Ok(vec![FaultRow {
        fault: "`kill -9` while earlier chapters are summarised",
        done: "killed during the summary of the first ten chapters, and during that of the first twenty"
            .to_owned(),
        studio: "asked again only for the missing summary, then continued writing".to_owned(),
        checked: format!(
            "all earlier chapters were complete at each kill and did not change; all {CHAPTERS} are exactly \
             the told text"
        ),
        lost: "0 bytes".to_owned(),
    }])
}

/// Waits for the request of a summary, and until the reader was told of it.
async fn until_summing_up(testbed: &mut Testbed, id: &str, asked: usize, written: usize) {
    testbed
        .mean
        .until(|calls| {
            calls
                .iter()
                .filter(|call| call.what == RequestKind::Summary)
                .count()
                == asked
        })
        .await;
    while testbed
        .mirror
        .runs
        .get(id)
        .is_none_or(|run| !recalls(run, written))
    {
        take_next(&mut testbed.mirror, &mut testbed.events).await;
    }
}

/// Whether a run sums up what is long ago, after so many chapters.
fn recalls(run: &Value, written: usize) -> bool {
    let steps = run["steps"].as_array().unwrap();
    let done = steps
        .iter()
        .filter(|step| step["kind"] == "chapter" && step["status"] == "succeeded");
    run["status"] == "running" && run["stage"] == "recall" && done.count() == written
}
