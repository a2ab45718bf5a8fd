//! Claims: in which order runs are taken, and by whom.

use crate::setting::{MODEL, start, story};
use domain::{NewRun, RunId, Status};
use futures::future::join_all;
use std::collections::HashSet;
use store::{RunOutcome, Store};

async fn claim(store: &impl Store) -> Option<RunId> {
    let claimed = store.claim().await.unwrap()?;
    assert_eq!(claimed.run.status, Status::Running);
    assert_eq!(claimed.run.id, claimed.lease.run);
    Some(claimed.run.id)
}

/// A higher priority comes first, then who asked first.
pub async fn follow_priority_then_the_order_of_asking(store: &impl Store) {
    let mut asked = Vec::new();
    for priority in [0, 0, 5, -5, 5] {
        let request = NewRun {
            priority: Some(priority),
            ..NewRun::chapter(1)
        };
        let story = story(store, 1).await;
        let run = store.insert_run(story, request, MODEL, None).await.unwrap();
        asked.push(run.id);
    }
    for place in [2, 4, 0, 1, 3] {
        assert_eq!(claim(store).await, Some(asked[place]));
    }
    assert_eq!(claim(store).await, None);
}

/// Many workers that claim at once get each run once.
pub async fn give_no_run_to_two_workers(store: &impl Store) {
    const RUNS: usize = 6;
    for _ in 0..RUNS {
        let story = story(store, 1).await;
        start(store, story, 1).await;
    }
    let claimed = join_all((0..2 * RUNS).map(|_| claim(store))).await;
    let taken: Vec<RunId> = claimed.into_iter().flatten().collect();
    let distinct: HashSet<&RunId> = taken.iter().collect();
    assert_eq!((taken.len(), distinct.len()), (RUNS, RUNS));
}

/// Runs of neighbouring chapters wait for each other, and say so; others run side by side.
pub async fn keep_neighbouring_chapters_apart(store: &impl Store) {
    let story = story(store, 4).await;
    let first = start(store, story, 1).await;
    let second = start(store, story, 2).await;
    let fourth = start(store, story, 4).await;
    assert!(second.waiting_for.is_some());
    let taken = store.claim().await.unwrap().unwrap();
    assert_eq!(taken.run.id, first.id);
    assert_eq!(claim(store).await, Some(fourth.id));
    assert_eq!(claim(store).await, None);
    let waiting = store.run(second.id).await.unwrap().waiting_for;
    assert_eq!(waiting.as_deref(), Some("waiting for chapter 1"));
    let failed = RunOutcome::Failed("It rained.".to_owned());
    store.finish_run(taken.lease, failed).await.unwrap();
    assert_eq!(store.run(second.id).await.unwrap().waiting_for, None);
    assert_eq!(claim(store).await, Some(second.id));
}

/// A queue that is held gives out nothing.
pub async fn stop_while_the_queue_is_held(store: &impl Store) {
    let story = story(store, 1).await;
    let run = start(store, story, 1).await;
    assert!(store.set_queue_paused(true).await.unwrap().is_held);
    assert_eq!(claim(store).await, None);
    store.set_queue_paused(false).await.unwrap();
    assert_eq!(claim(store).await, Some(run.id));
}
