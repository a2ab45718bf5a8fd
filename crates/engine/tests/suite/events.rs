//! The event stream: nothing lost, nothing twice.

use crate::support::{all_events, builtin, ended, over, story};
use domain::{EventBody, NewRun, RunKind, Status, Timestamp};
use engine::store::{EventLog as _, EventRetention};
use futures::StreamExt as _;
use sqlx::{Connection as _, SqliteConnection};
use std::sync::Arc;
use store_sqlite::SqliteStore;
use storyteller::BuiltIn;

#[tokio::test]
async fn a_reader_that_comes_back_anywhere_gets_every_event_once() {
    let (_folder, engine) = builtin().await;
    let story = story(&engine, 2).await;
    let run = engine
        .start(story.id, NewRun::of(RunKind::AllChapters), None)
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
            .follow(Some(from as i64), None)
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
        .start(story.id, NewRun::of(RunKind::AllChapters), None)
        .await
        .unwrap();
    let mut events = engine.follow(Some(0), Some(run.id)).await.unwrap();
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
        .start(story.id, NewRun::chapter(1), None)
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
    let revision = engine.current_revision(story.id, 1).await.unwrap().unwrap();
    assert_eq!(text, revision.text);
}

#[tokio::test]
async fn a_number_from_elsewhere_is_answered_with_a_reset() {
    let (_folder, engine) = builtin().await;
    story(&engine, 1).await;
    let state = engine.state().await.unwrap();
    let mut events = engine.follow(Some(state.seq + 1_000), None).await.unwrap();
    let first = events.next().await.unwrap().unwrap();
    assert_eq!(first.seq, state.seq);
    assert!(matches!(&first.body, EventBody::Reset(reset) if *reset == state));
}

#[tokio::test]
async fn pruning_keeps_the_newest_gives_room_back_and_readers_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let store = Arc::new(SqliteStore::open(folder.path()).await.unwrap());
    let engine = over(store.clone(), Arc::new(BuiltIn::new(0.0)), 2).await;
    let story = story(&engine, 2).await;
    let run = engine
        .start(story.id, NewRun::of(RunKind::AllChapters), None)
        .await
        .unwrap();
    ended(&engine, run.id).await;
    let (last, _) = store.event_range().await.unwrap();
    assert!(last > 30);
    let keep = |at_most, at_least, since| EventRetention {
        at_most,
        at_least,
        since: Timestamp(since),
    };
    // None is older than the beginning of time, and there are not too many.
    let pruned = store.prune_events(keep(100_000, 10, 0)).await.unwrap();
    assert_eq!(pruned, 0);
    // All are older than the end of time: only the least number is left.
    store
        .prune_events(keep(100_000, 10, i64::MAX))
        .await
        .unwrap();
    assert_eq!(store.event_range().await.unwrap(), (last, last - 9));
    store.prune_events(keep(5, 0, 0)).await.unwrap();
    assert_eq!(store.event_range().await.unwrap(), (last, last - 4));
    let file = folder.path().join("fablewright.db");
    let mut sql = SqliteConnection::connect(&format!("sqlite://{}", file.display()))
        .await
        .unwrap();
    let free: i64 = sqlx::query_scalar("PRAGMA freelist_count")
        .fetch_one(&mut sql)
        .await
        .unwrap();
    assert_eq!(free, 0, "pages are given back");

    // Who has seen what came before what is left is told to fetch all; who has not missed anything is not.
    let mut old = engine.follow(Some(last - 20), None).await.unwrap();
    let reset = old.next().await.unwrap().unwrap();
    assert!(matches!(reset.body, EventBody::Reset(_)) && reset.seq == last);
    let mut recent = engine.follow(Some(last - 5), None).await.unwrap();
    assert_eq!(recent.next().await.unwrap().unwrap().seq, last - 4);
}

#[tokio::test]
async fn a_slow_reader_costs_a_bounded_number_of_events_and_misses_none() {
    let (_folder, engine) = builtin().await;
    let story = story(&engine, 3).await;
    let mut slow = engine.follow(Some(0), None).await.unwrap();
    let run = engine
        .start(story.id, NewRun::of(RunKind::AllChapters), None)
        .await
        .unwrap();
    // It reads nothing until everything is over: what waits for it is the store's, not memory's.
    ended(&engine, run.id).await;
    let last = engine.state().await.unwrap().seq;
    for seq in 1..=last {
        assert_eq!(slow.next().await.unwrap().unwrap().seq, seq);
    }
}

#[tokio::test]
async fn a_connected_reader_whose_next_event_was_pruned_begins_anew() {
    let folder = tempfile::tempdir().unwrap();
    let store = Arc::new(SqliteStore::open(folder.path()).await.unwrap());
    let engine = over(store.clone(), Arc::new(BuiltIn::new(0.0)), 2).await;
    let story = story(&engine, 2).await;
    let mut slow = engine.follow(Some(0), None).await.unwrap();
    assert_eq!(slow.next().await.unwrap().unwrap().seq, 1);
    let run = engine
        .start(story.id, NewRun::of(RunKind::AllChapters), None)
        .await
        .unwrap();
    ended(&engine, run.id).await;
    let keep = EventRetention {
        at_most: 5,
        at_least: 0,
        since: Timestamp(0),
    };
    store.prune_events(keep).await.unwrap();
    let (last, _) = store.event_range().await.unwrap();
    // What it had read already may come first; nothing comes after a hole.
    let mut seq = 1;
    loop {
        let event = slow.next().await.unwrap().unwrap();
        if matches!(event.body, EventBody::Reset(_)) {
            assert_eq!(event.seq, last);
            break;
        }
        assert_eq!(event.seq, seq + 1);
        seq = event.seq;
    }
}
