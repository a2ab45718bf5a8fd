//! Leases: what a worker may write, and what becomes of a run whose worker is gone.

use crate::setting::{append, call, chapter, claimed, commit, text, write};
use domain::{Stage, Status};
use store::{
    AbandonedRuns, Checkpoint, Error, Lease, Result, RunOutcome, StepProgress, StopCause, Store,
};
use writing::assignment::WorldSketch;

/// Every write of a worker whose lease went to another is refused and leaves nothing.
pub async fn a_lost_lease_writes_nothing(store: &impl Store) {
    let (story, old, step) = claimed(store).await;
    store.recover(AbandonedRuns::All).await.unwrap();
    let new = store.claim().await.unwrap().unwrap().lease;
    assert!(new.run == old.lease.run && new.fence > old.lease.fence);
    write(store, new, step.id, 0, "It rained.").await;
    let before = store.event_range().await.unwrap();
    let known = store.run(new.run).await.unwrap();
    let at = |lease: Lease| async move {
        let checkpoint = Checkpoint {
            stage: Stage::Plan,
            part: 0,
            output: "{}".to_owned(),
        };
        let progress = StepProgress::default();
        let (id, stage) = (step.id, Stage::Draft);
        let refused: [Result<()>; 14] = [
            store.renew(lease).await.map(drop),
            store.take_model(lease, "another").await.map(drop),
            store.set_wait_reason(lease, Some("waiting")).await,
            store.notify_author(lease, "Hello.".to_owned()).await,
            store.skip_step(lease, id, None).await,
            store.enter_stage(lease, id, stage, None).await.map(drop),
            store.progress(lease, id, progress).await,
            store.append(lease, id, append(0, "It snowed."), None).await,
            store.cut_draft(lease, id, 0, true).await,
            store.checkpoint(lease, id, checkpoint, None).await,
            store.record_call(lease, id, stage, call(1)).await.map(drop),
            store.commit_world(lease, id, &WorldSketch::default()).await,
            store
                .commit_chapter(lease, id, commit("It snowed."))
                .await
                .map(drop),
            store
                .finish_run(lease, RunOutcome::Succeeded)
                .await
                .map(drop),
        ];
        refused
    };
    for (nth, refused) in at(old.lease).await.into_iter().enumerate() {
        assert!(
            matches!(refused, Err(Error::LeaseLost)),
            "{nth}: {refused:?}"
        );
    }
    assert_eq!(store.event_range().await.unwrap(), before);
    assert_eq!(store.run(new.run).await.unwrap(), known);
    assert_eq!(
        store.draft_text(known.steps[0].id).await.unwrap(),
        "It rained."
    );
    assert_eq!(chapter(store, story, 1).await.revision, None);
}

/// An execution that rested can't write into the next one of the same run.
pub async fn a_claim_ends_the_leases_before_it(store: &impl Store) {
    let (_, first, step) = claimed(store).await;
    let rests = RunOutcome::Stopped(StopCause::Interrupted, 0);
    let rested = store.finish_run(first.lease, rests).await.unwrap();
    assert_eq!(rested.status, Status::Queued);
    let second = store.claim().await.unwrap().unwrap().lease;
    assert!(second.run == first.lease.run && second.fence > first.lease.fence);
    let late = store.append(first.lease, step.id, append(0, "Late."), None);
    assert!(matches!(late.await, Err(Error::LeaseLost)));
    write(store, second, step.id, 0, "It rained.").await;
    assert_eq!(store.draft_text(step.id).await.unwrap(), "It rained.");
}

/// An abandoned run goes back to the queue with its draft, until it has crashed four times in a row; a checkpoint ends
/// the row. A lease that holds is not abandoned.
pub async fn abandoned_runs_are_claimed_again(store: &impl Store) {
    let (story, first, step) = claimed(store).await;
    let run = first.run.id;
    write(store, first.lease, step.id, 0, "It rained.").await;
    store
        .recover(AbandonedRuns::ExpiredBut(Vec::new()))
        .await
        .unwrap();
    store
        .recover(AbandonedRuns::These(Vec::new()))
        .await
        .unwrap();
    assert!(store.renew(first.lease).await.is_ok());
    for crash in 1..=6 {
        store
            .recover(AbandonedRuns::These(vec![run]))
            .await
            .unwrap();
        let status = store.run(run).await.unwrap().status;
        if crash == 6 {
            assert_eq!(status, Status::Failed);
            break;
        }
        assert_eq!(status, Status::Queued);
        let claimed = store.claim().await.unwrap().unwrap();
        assert_eq!(claimed.run.attempt, crash + 1);
        assert_eq!(store.draft_text(step.id).await.unwrap(), "It rained.");
        if crash == 2 {
            let checkpoint = Checkpoint {
                stage: Stage::Plan,
                part: 0,
                output: "{}".to_owned(),
            };
            let kept = store.checkpoint(claimed.lease, step.id, checkpoint, None);
            kept.await.unwrap();
        }
    }
    // The text is the author's, and a person may try once more.
    assert_eq!(text(store, story, 1).await, "It rained.");
    store.resume(run).await.unwrap();
    assert!(store.claim().await.unwrap().is_some());
}

/// What a person asked for takes effect although the worker is gone, or is about to rest for another cause.
pub async fn a_wish_outlives_its_worker(store: &impl Store) {
    let (_, first, _) = claimed(store).await;
    let run = first.run.id;
    let asked = store.request_stop(run, StopCause::Paused).await.unwrap();
    assert_eq!(asked.status, Status::Running);
    assert!(asked.control.pause_requested);
    let heard = store.renew(first.lease).await.unwrap();
    assert_eq!(heard, Some(StopCause::Paused));
    store.recover(AbandonedRuns::All).await.unwrap();
    assert_eq!(store.run(run).await.unwrap().status, Status::Paused);
    store.resume(run).await.unwrap();
    let again = store.claim().await.unwrap().unwrap().lease;
    store.request_stop(run, StopCause::Cancelled).await.unwrap();
    let rests = RunOutcome::Stopped(StopCause::Interrupted, 0);
    let rested = store.finish_run(again, rests).await.unwrap();
    assert_eq!(rested.status, Status::Cancelled);
}
