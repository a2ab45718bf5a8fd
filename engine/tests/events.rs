//! The event stream: nothing lost, nothing twice.

#![allow(clippy::unwrap_used, missing_docs)]

mod support;

use domain::{EventBody, NewRun, RunKind, Status};
use futures::StreamExt as _;
use support::{ACTOR, all_events, builtin, ended, story};

#[tokio::test]
async fn a_reader_that_comes_back_anywhere_gets_every_event_once() {
    let (_folder, engine) = builtin().await;
    let story = story(&engine, 2).await;
    let run = engine
        .start(ACTOR, story.id, NewRun::of(RunKind::AllChapters), None)
        .await
        .unwrap();
    ended(&engine, run.id).await;
    let all: Vec<i64> = all_events(&engine)
        .await
        .iter()
        .map(|event| event.seq)
        .collect();
    assert_eq!(
        all,
        (1..=all.len() as i64).collect::<Vec<_>>(),
        "numbers have no holes"
    );
    for from in [0, 1, all.len() / 2, all.len() - 1] {
        let rest: Vec<i64> = engine
            .follow(ACTOR, Some(from as i64), None)
            .await
            .unwrap()
            .take(all.len() - from)
            .map(|event| event.unwrap().seq)
            .collect()
            .await;
        assert_eq!(rest, all[from..]);
    }
}

#[tokio::test]
async fn progress_never_falls_and_ends_at_one() {
    let (_folder, engine) = builtin().await;
    let story = story(&engine, 2).await;
    let run = engine
        .start(ACTOR, story.id, NewRun::of(RunKind::AllChapters), None)
        .await
        .unwrap();
    let mut events = engine.follow(ACTOR, Some(0), Some(run.id)).await.unwrap();
    let mut last = 0.0;
    while let Some(event) = events.next().await {
        if let EventBody::Run(run) = &event.unwrap().body {
            assert!(
                run.progress.fraction >= last,
                "{} after {last}",
                run.progress.fraction
            );
            last = run.progress.fraction;
            if run.status.is_ended() {
                assert_eq!(run.status, Status::Succeeded);
                break;
            }
        }
    }
    assert_eq!(last, 1.0);
}

#[tokio::test]
async fn the_streamed_text_is_the_committed_text() {
    let (_folder, engine) = builtin().await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(ACTOR, story.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    ended(&engine, run.id).await;
    let mut text = String::new();
    for event in all_events(&engine).await {
        match event.body {
            EventBody::Text {
                offset,
                text: piece,
                ..
            } => {
                assert_eq!(offset as usize, text.len(), "pieces join without a gap");
                text.push_str(&piece);
            }
            EventBody::Rewind { offset, .. } => text.truncate(offset as usize),
            _ => {}
        }
    }
    let revision = engine
        .current_revision(ACTOR, story.id, 1)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(text, revision.text);
}

#[tokio::test]
async fn a_number_from_elsewhere_is_answered_with_a_reset() {
    let (_folder, engine) = builtin().await;
    story(&engine, 1).await;
    let state = engine.state(ACTOR).await.unwrap();
    let mut events = engine
        .follow(ACTOR, Some(state.seq + 1_000), None)
        .await
        .unwrap();
    let first = events.next().await.unwrap().unwrap();
    assert_eq!(first.seq, state.seq);
    assert!(matches!(&first.body, EventBody::Reset(reset) if *reset == state));
}
