//! Requests: idempotency keys and budgets.

use crate::setting::{MODEL, call, save, story};
use domain::{AtLimit, Budget, NewRun, RunKind, Stage};
use store::{Error, StopCause, Store};

/// One key answers one run, whatever became of it; another request under the same key is refused. The same request under
/// another key joins the run that is open.
pub async fn with_one_key_start_one_run(store: &impl Store) {
    let story = story(store, 2).await;
    let ask = |number: u32, key: &'static str| {
        store.insert_run(story, NewRun::chapter(number), MODEL, Some(key))
    };
    let run = ask(1, "a").await.unwrap();
    assert_eq!(ask(1, "a").await.unwrap().id, run.id);
    assert!(matches!(ask(2, "a").await, Err(Error::KeyReused)));
    assert_eq!(ask(1, "b").await.unwrap().id, run.id);
    store
        .request_stop(run.id, StopCause::Cancelled)
        .await
        .unwrap();
    assert_eq!(ask(1, "a").await.unwrap().id, run.id);
    assert_ne!(ask(1, "c").await.unwrap().id, run.id);
    // A rewrite may be wanted more than once.
    save(store, story, 2, "It rained.").await;
    let rewrite = || NewRun {
        kind: RunKind::Rewrite,
        ..NewRun::chapter(2)
    };
    let first = store
        .insert_run(story, rewrite(), MODEL, None)
        .await
        .unwrap();
    let second = store
        .insert_run(story, rewrite(), MODEL, None)
        .await
        .unwrap();
    assert_ne!(first.id, second.id);
}

/// A budget that is used up stops its run once; who goes on meant to.
pub async fn stop_at_their_budget_once(store: &impl Store) {
    let story = story(store, 1).await;
    let request = NewRun {
        budget: Some(Budget {
            tokens: Some(10),
            cost: None,
            then: AtLimit::StopNow,
        }),
        ..NewRun::chapter(1)
    };
    store.insert_run(story, request, MODEL, None).await.unwrap();
    let claimed = store.claim().await.unwrap().unwrap();
    let (lease, step) = (claimed.lease, claimed.run.steps[0].id);
    let spend = |tokens| store.record_call(lease, step, Stage::Draft, call(tokens));
    assert_eq!(spend(9).await.unwrap(), None);
    assert_eq!(spend(1).await.unwrap(), Some(StopCause::Paused));
    assert_eq!(spend(1).await.unwrap(), None);
    let run = store.run(lease.run).await.unwrap();
    assert!(run.control.pause_requested);
    assert_eq!((run.spent.calls, run.spent.tokens()), (3, 11));
    assert_eq!(store.story_spent(story).await.unwrap().total.calls, 3);
}
