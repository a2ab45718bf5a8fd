//! Drafts: how they grow, and how they become a chapter's text.

use crate::setting::{chapter, commit, drafting, save, text, write};
use domain::{ChapterState, Offer, RevisionKind, Stage, Status};
use store::{Checkpoint, StopCause, Store};

/// Text is added at the end. What is cut off stays in the history, where it is prose.
pub async fn grow_and_are_cut(store: &impl Store) {
    let (story, lease, step) = drafting(store).await;
    let state = chapter(store, story, 1).await.state;
    assert_eq!(state, ChapterState::Drafting);
    write(store, lease, step, 0, "It rained. ").await;
    write(store, lease, step, 11, "It snowed.").await;
    let draft = store.draft(lease.run).await.unwrap().unwrap();
    assert_eq!(draft.text, "It rained. It snowed.");
    store.cut_draft(lease, step, 11, true).await.unwrap();
    assert_eq!(store.draft_text(step).await.unwrap(), "It rained. ");
    let history = store.revisions(story, 1.into()).await.unwrap();
    let [kept] = &history[..] else {
        panic!("{history:?}");
    };
    assert_eq!(kept.kind, RevisionKind::Partial);
    let kept = store.revision(story, 1.into(), kept.id).await.unwrap();
    assert_eq!(kept.text, "It rained. It snowed.");
    // Beyond the end there is nothing to cut.
    store.cut_draft(lease, step, 99, true).await.unwrap();
    assert_eq!(store.draft_text(step).await.unwrap(), "It rained. ");
}

/// The revision, its report and the end of the step are there together, and the draft and its checkpoints are gone.
pub async fn become_a_revision_in_one_transaction(store: &impl Store) {
    let (story, lease, step) = drafting(store).await;
    write(store, lease, step, 0, "It rained.").await;
    for (stage, part) in [(Stage::Draft, 1), (Stage::Plan, 0), (Stage::Draft, 0)] {
        let output = "{}".to_owned();
        let checkpoint = Checkpoint {
            stage,
            part,
            output,
        };
        store
            .checkpoint(lease, step, checkpoint, None)
            .await
            .unwrap();
    }
    let kept = store.checkpoints(step).await.unwrap();
    let order: Vec<_> = kept.iter().map(|kept| (kept.stage, kept.part)).collect();
    assert_eq!(
        order,
        [(Stage::Plan, 0), (Stage::Draft, 0), (Stage::Draft, 1)]
    );
    let run = store
        .commit_chapter(lease, step, commit("It rained."))
        .await
        .unwrap();
    assert_eq!(run.steps[0].status, Status::Succeeded);
    assert_eq!(run.steps[0].fraction, 1.0);
    let written = chapter(store, story, 1).await;
    assert_eq!(written.state, ChapterState::Written);
    assert_eq!(written.summary, "It rains.");
    let revision = store
        .current_revision(story, 1.into())
        .await
        .unwrap()
        .unwrap();
    assert_eq!(revision.summary.kind, RevisionKind::Whole);
    assert_eq!(revision.text, "It rained.");
    let facts = store.world(story).await.unwrap().facts;
    assert_eq!((facts.len(), facts[0].chapter), (1, Some(1)));
    let threads = store.story_snapshot(story).await.unwrap().threads;
    assert_eq!(threads, [["Why?".to_owned()]]);
    assert_eq!(store.draft_text(step).await.unwrap(), "");
    assert!(store.checkpoints(step).await.unwrap().is_empty());
}

/// A text that was written while a person changed the chapter is offered beside it, until the author takes it.
pub async fn stay_beside_what_a_person_wrote(store: &impl Store) {
    let (story, lease, step) = drafting(store).await;
    save(store, story, 1, "It snowed.").await;
    store
        .commit_chapter(lease, step, commit("It rained."))
        .await
        .unwrap();
    assert_eq!(text(store, story, 1).await, "It snowed.");
    let history = store.revisions(story, 1.into()).await.unwrap();
    let offered = history[0].clone();
    assert_eq!(offered.kind, RevisionKind::Candidate);
    assert_eq!(offered.offer, Some(Offer::Open));
    let version = chapter(store, story, 1).await.version;
    let taken = store
        .restore(story, 1.into(), offered.id, version)
        .await
        .unwrap();
    assert_eq!(taken.revision, Some(offered.id));
    let offered = store.revision(story, 1.into(), offered.id).await.unwrap();
    assert_eq!(offered.summary.offer, Some(Offer::Taken));
}

/// A cancel leaves the text so far to the author as a partial revision.
pub async fn of_a_cancelled_run_are_kept(store: &impl Store) {
    let (story, lease, step) = drafting(store).await;
    write(store, lease, step, 0, "It rained.").await;
    let paused = store::RunOutcome::Stopped(StopCause::Paused, 3);
    store.finish_run(lease, paused).await.unwrap();
    assert_eq!(store.draft_text(step).await.unwrap(), "It rained.");
    assert_eq!(chapter(store, story, 1).await.revision, None);
    let run = store
        .request_stop(lease.run, StopCause::Cancelled)
        .await
        .unwrap();
    assert_eq!(run.status, Status::Cancelled);
    let kept = store
        .current_revision(story, 1.into())
        .await
        .unwrap()
        .unwrap();
    assert_eq!(kept.text, "It rained.");
    assert_eq!(kept.summary.kind, RevisionKind::Partial);
    assert_eq!(chapter(store, story, 1).await.state, ChapterState::Partial);
}

/// A chapter's details are its text with all that is beside it: the draft, the run that stopped, what is offered.
pub async fn are_part_of_a_chapters_details(store: &impl Store) {
    let (story, lease, step) = drafting(store).await;
    let details = async || store.chapter_details(story, 1.into()).await.unwrap();
    write(store, lease, step, 0, "It rained.").await;
    let written = details().await;
    assert_eq!(
        (written.of, &written.revision, &written.stopped),
        (1, &None, &None)
    );
    let draft = written.draft.unwrap();
    assert_eq!((draft.run, &*draft.text), (lease.run, "It rained."));
    store
        .request_stop(lease.run, StopCause::Cancelled)
        .await
        .unwrap();
    let cancelled = store::RunOutcome::Stopped(StopCause::Cancelled, 3);
    store.finish_run(lease, cancelled).await.unwrap();
    let stopped = details().await;
    assert_eq!(stopped.draft, None);
    assert_eq!(stopped.revision.unwrap().text, "It rained.");
    let run = stopped.stopped.unwrap();
    assert_eq!((run.run, run.status), (lease.run, Status::Cancelled));
    // What a person wrote since, the run does not know.
    save(store, story, 1, "It snowed.").await;
    assert_eq!(details().await.stopped, None);
    store.resume(lease.run).await.unwrap();
    let again = store.claim().await.unwrap().unwrap().lease;
    store
        .commit_chapter(again, step, commit("It hailed."))
        .await
        .unwrap();
    let offered = details().await;
    assert_eq!(offered.revision.unwrap().text, "It snowed.");
    assert_eq!(offered.candidate.unwrap().offer, Some(Offer::Open));
    assert!(store.chapter_details(story, 2.into()).await.is_err());
}
