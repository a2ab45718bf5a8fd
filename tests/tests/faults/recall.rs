//! SIGKILL while what is long ago is summed up, which is no part of any chapter.

use crate::{
    desk::Desk,
    machine::{catch_up, take_next},
    scenario::{Outcome, Row},
};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tests::{
    Binary, Disk, Draft,
    mean_server::{
        Manner::{Good, HangAfter},
        What,
    },
};

/// Two parts of ten chapters are summed up, and then the story so far.
const CHAPTERS: u32 = 22;

/// What is killed in mid-sentence: the first part before chapter 11; before chapter 21 the story, its second
/// part being whole by then. Each is asked for again, and nothing else.
const SUMMARIES: usize = 5;

pub async fn is_killed_while_it_sums_up() -> Outcome {
    let mut desk = Desk::open().await;
    let story = desk.studio.client.story(CHAPTERS).await;
    for manner in [HangAfter(3), Good, Good, HangAfter(3)] {
        desk.mean.next(What::Summary, manner);
    }
    let run = desk
        .studio
        .client
        .start(&story, json!({"kind": "all_chapters"}))
        .await;
    let id = run.rsplit('/').next().unwrap().to_owned();
    let mut before: BTreeMap<String, Draft> = BTreeMap::new();
    for (asked, written) in [(1, 10), (4, 20)] {
        desk.mean
            .until(|calls| {
                calls
                    .iter()
                    .filter(|call| call.what == What::Summary)
                    .count()
                    == asked
            })
            .await;
        while desk
            .told
            .runs
            .get(&id)
            .is_none_or(|run| !recalls(run, written))
        {
            take_next(&mut desk.told, &mut desk.events).await;
        }
        desk.studio.kill().await;
        while let Some((seq, name, data)) = desk.events.next().await {
            desk.told.take(seq, &name, &data);
        }
        let mut disk = Disk::of(desk.data.path()).await;
        let finished = disk.finished().await;
        assert_eq!(finished.len(), written, "every chapter before it is whole");
        for (revision, draft) in &before {
            assert_eq!(finished.get(revision), Some(draft), "and stays as it was");
        }
        for draft in finished.values() {
            assert_eq!(draft.text, desk.told.text(&id, draft.chapter));
        }
        before = finished;
        drop(disk);
        desk.studio = Binary::launch(Desk::command(desk.data.path(), &desk.mean)).await;
        let last = Some(desk.told.last);
        desk.events = desk.studio.client.events("/api/v1/events", last).await;
    }
    assert_eq!(
        desk.ended(&id).await,
        "succeeded",
        "{}",
        desk.told.runs[&id]
    );
    let client = desk.studio.client.clone();
    catch_up(&mut desk.told, &mut desk.events, &client).await;
    assert_eq!(desk.told.runs[&id]["attempt"], 3);
    for number in 1..=CHAPTERS {
        let text = client
            .text(&format!("{story}/chapters/{number}/text"))
            .await;
        assert_eq!(text, desk.told.text(&id, u64::from(number)));
    }
    assert_eq!(desk.mean.asked_for(What::Summary).len(), SUMMARIES);
    let (_, calls) = client.get(&format!("{run}/calls?limit=200")).await;
    let summed_up = |call: &&Value| call["stage"] == "recall" && call["ended"] == "whole";
    let noted = calls["items"].as_array().unwrap().iter().filter(summed_up);
    assert_eq!(noted.count(), 3, "{calls}");
    desk.studio.terminate().await;
    Ok(vec![Row {
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

/// Whether a run sums up what is long ago, after so many chapters.
fn recalls(run: &Value, written: usize) -> bool {
    let steps = run["steps"].as_array().unwrap();
    let done = steps
        .iter()
        .filter(|step| step["kind"] == "chapter" && step["status"] == "succeeded");
    run["status"] == "running" && run["stage"] == "recall" && done.count() == written
}
