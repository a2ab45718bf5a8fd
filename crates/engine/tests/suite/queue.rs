//! The queue: who runs beside whom, who comes first, and what stops everything.

use crate::support::{ended, first_draft, is_draft, open, scripted, story, until, written};
use domain::{NewRun, Run, RunId, RunKind, RunPatch, Stage, Status, Story};
use engine::{
    CancelScope, Engine, Error, RunFilter,
    model::{Assignment, Call},
};
use std::sync::Arc;
use tempfile::TempDir;
use test_support::scripted::{Script, ScriptedCall, ScriptedModel};

/// A story with world and outline, so that chapters may be written in any order.
async fn outlined(chapters: u32, workers: usize) -> (TempDir, Engine, Script, Story) {
    let folder = tempfile::tempdir().unwrap();
    let (model, mut script) = ScriptedModel::new();
    let engine = open(folder.path(), Arc::new(model), workers).await;
    let story = story(&engine, chapters).await;
    let run = engine
        .start(story.id, NewRun::of(RunKind::Outline), None)
        .await
        .unwrap();
    play_until_ended(&engine, &mut script, run.id).await;
    (folder, engine, script, story)
}

/// Answers every call as the built-in writer would until the run ended.
async fn play_until_ended(engine: &Engine, script: &mut Script, run: RunId) -> Run {
    let play = async {
        loop {
            script.next_call().await.play().await;
        }
    };
    tokio::select! {
        run = ended(engine, run) => run,
        () = play => unreachable!(),
    }
}

async fn start(engine: &Engine, story: &Story, chapter: u32) -> Run {
    engine
        .start(story.id, NewRun::chapter(chapter), None)
        .await
        .unwrap()
}

fn chapter_of(call: &Call) -> Option<u32> {
    match &call.assignment {
        Assignment::Draft { chapter, .. } => Some(chapter.number),
        _ => None,
    }
}

/// Plays the script until drafts of these chapters are asked for, in whatever order; answers their calls.
async fn drafts_of(script: &mut Script, chapters: [u32; 2]) -> [ScriptedCall; 2] {
    let one = script.play_until(is_draft).await;
    let other = script.play_until(is_draft).await;
    if chapter_of(&one.call) == Some(chapters[0]) {
        assert_eq!(chapter_of(&other.call), Some(chapters[1]));
        [one, other]
    } else {
        assert_eq!(chapter_of(&one.call), Some(chapters[1]));
        assert_eq!(chapter_of(&other.call), Some(chapters[0]));
        [other, one]
    }
}

async fn waits_for(engine: &Engine, run: RunId) -> String {
    engine
        .run(run)
        .await
        .unwrap()
        .waiting_for
        .unwrap_or_default()
}

#[tokio::test]
async fn chapters_far_apart_are_written_side_by_side_and_neighbours_wait() {
    let (_folder, engine, mut script, story) = outlined(9, 4).await;
    let third = start(&engine, &story, 3).await;
    let ninth = start(&engine, &story, 9).await;
    let [three, nine] = drafts_of(&mut script, [3, 9]).await;
    let fourth = start(&engine, &story, 4).await;
    let fifth = start(&engine, &story, 5).await;
    assert_eq!(waits_for(&engine, fourth.id).await, "waiting for chapter 3");
    assert_eq!(
        waits_for(&engine, fifth.id).await,
        "waiting for chapter 4, which comes first in the queue"
    );
    let outline = engine
        .start(
            story.id,
            NewRun {
                include_written: true,
                ..NewRun::of(RunKind::AllChapters)
            },
            None,
        )
        .await
        .unwrap();
    assert!(
        waits_for(&engine, outline.id)
            .await
            .starts_with("waiting for")
    );
    engine.request_cancel(outline.id).await.unwrap();

    // The ninth is finished first: its facts still come after those of the third.
    nine.play().await;
    let mut open = vec![three];
    let ninth = loop {
        tokio::select! {
            run = ended(&engine, ninth.id) => break run,
            call = script.next_call() => call.play().await,
        }
    };
    assert_eq!(ninth.status, Status::Succeeded);
    assert_eq!(engine.run(third.id).await.unwrap().status, Status::Running);
    open.remove(0).play().await;
    for run in [third.id, fourth.id, fifth.id] {
        let run = play_until_ended(&engine, &mut script, run).await;
        assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
        assert_eq!(run.waiting_for, None);
    }
    let facts = engine.world(story.id).await.unwrap().facts;
    let from: Vec<_> = facts.iter().filter_map(|fact| fact.chapter).collect();
    assert!(from.is_sorted(), "facts are in chapter order: {from:?}");
    assert!(from.contains(&3) && from.contains(&9));
    // Nothing of it is stale: each was written after what it goes on from.
    let chapters = engine.chapters(story.id).await.unwrap();
    assert_eq!(chapters[3].stale, None);
    assert_eq!(chapters[4].stale, None);
}

#[tokio::test]
async fn a_writer_is_told_only_what_became_true_before_its_chapter() {
    let (_folder, engine, mut script, story) = outlined(3, 1).await;
    let third = start(&engine, &story, 3).await;
    play_until_ended(&engine, &mut script, third.id).await;
    let second = start(&engine, &story, 2).await;
    let draft = first_draft(&mut script).await;
    let told = &draft.call.story.world.facts;
    assert!(told.iter().all(|fact| fact.chapter != Some(3)), "{told:?}");
    draft.play().await;
    play_until_ended(&engine, &mut script, second.id).await;
    let chapters = engine.chapters(story.id).await.unwrap();
    let reason = chapters[2].stale.as_deref().unwrap();
    assert_eq!(reason, "Chapter 2 was rewritten after this chapter.");
}

#[tokio::test]
async fn a_rewrite_waits_for_the_chapter_after_it_and_makes_it_stale() {
    let (_folder, engine, mut script, story) = outlined(4, 4).await;
    for chapter in 1..=3 {
        let run = start(&engine, &story, chapter).await;
        play_until_ended(&engine, &mut script, run.id).await;
    }
    let fourth = start(&engine, &story, 4).await;
    let draft = first_draft(&mut script).await;
    let rewrite = NewRun {
        chapter: Some(3.into()),
        feedback: Some("More rain.".to_owned()),
        ..NewRun::of(RunKind::Rewrite)
    };
    let rewrite = engine.start(story.id, rewrite, None).await.unwrap();
    assert_eq!(
        waits_for(&engine, rewrite.id).await,
        "waiting for chapter 4"
    );
    draft.play().await;
    let fourth = play_until_ended(&engine, &mut script, fourth.id).await;
    assert_eq!(fourth.status, Status::Succeeded);
    let before = engine.current_revision(story.id, 4).await.unwrap();
    let rewrite = play_until_ended(&engine, &mut script, rewrite.id).await;
    assert_eq!(rewrite.status, Status::Succeeded, "{:?}", rewrite.error);
    let fourth = engine.chapter(story.id, 4).await.unwrap();
    assert_eq!(
        fourth.stale.as_deref(),
        Some("Chapter 3 was rewritten after this chapter.")
    );
    assert_eq!(
        engine.current_revision(story.id, 4).await.unwrap(),
        before,
        "its text is untouched"
    );
    assert_eq!(engine.chapter(story.id, 2).await.unwrap().stale, None);
}

#[tokio::test]
async fn what_a_person_changes_meanwhile_makes_the_new_chapter_stale() {
    let (_folder, engine, mut script, story) = outlined(2, 2).await;
    let first = start(&engine, &story, 1).await;
    play_until_ended(&engine, &mut script, first.id).await;
    let second = start(&engine, &story, 2).await;
    let draft = first_draft(&mut script).await;
    let chapter = engine.chapter(story.id, 1).await.unwrap();
    engine
        .save_text(
            story.id,
            1,
            "Nobody ever came back.".to_owned(),
            chapter.version,
        )
        .await
        .unwrap();
    draft.play().await;
    play_until_ended(&engine, &mut script, second.id).await;
    let second = engine.chapter(story.id, 2).await.unwrap();
    assert_eq!(
        second.stale.as_deref(),
        Some("Chapter 1 changed while this chapter was being written.")
    );
    // And an edit of the end afterwards says so too; one that leaves the end as it is says nothing.
    let chapter = engine.chapter(story.id, 1).await.unwrap();
    engine
        .save_text(
            story.id,
            1,
            "Somebody came back.".to_owned(),
            chapter.version,
        )
        .await
        .unwrap();
    let second = engine.chapter(story.id, 2).await.unwrap();
    assert_eq!(
        second.stale.as_deref(),
        Some("The end of chapter 1 changed after this chapter was written.")
    );
}

async fn order(engine: &Engine) -> Vec<RunId> {
    let state = engine.state().await.unwrap();
    state.runs.iter().map(|run| run.id).collect()
}

async fn put(engine: &Engine, run: RunId, patch: RunPatch) -> Result<Run, Error> {
    let version = engine.run(run).await.unwrap().version;
    engine.update_run(run, patch, version).await
}

fn before(run: RunId) -> RunPatch {
    RunPatch {
        before: Some(run),
        ..RunPatch::default()
    }
}

fn after(run: RunId) -> RunPatch {
    RunPatch {
        after: Some(run),
        ..RunPatch::default()
    }
}

#[tokio::test]
async fn waiting_runs_are_put_in_any_order() {
    let folder = tempfile::tempdir().unwrap();
    let (model, _script) = ScriptedModel::new();
    // Nothing executes here: everything waits.
    let engine = open(folder.path(), Arc::new(model), 0).await;
    let mut runs = Vec::new();
    for _ in 0..4 {
        let story = story(&engine, 1).await;
        runs.push(start(&engine, &story, 1).await.id);
    }
    let [a, b, c, d] = runs[..] else {
        unreachable!()
    };
    assert_eq!(order(&engine).await, [a, b, c, d]);
    put(&engine, d, before(a)).await.unwrap();
    assert_eq!(order(&engine).await, [d, a, b, c]);
    put(&engine, d, after(c)).await.unwrap();
    assert_eq!(order(&engine).await, [a, b, c, d]);
    put(&engine, a, before(c)).await.unwrap();
    assert_eq!(order(&engine).await, [b, a, c, d]);
    // A hundred moves into the same gap: there is always room for one more.
    for _ in 0..50 {
        put(&engine, c, before(a)).await.unwrap();
        put(&engine, d, before(a)).await.unwrap();
    }
    assert_eq!(order(&engine).await, [b, c, d, a]);
    // A priority outweighs the place; beside another run it takes over that one's priority.
    let first = RunPatch {
        priority: Some(5),
        ..RunPatch::default()
    };
    put(&engine, a, first).await.unwrap();
    assert_eq!(order(&engine).await, [a, b, c, d]);
    let moved = put(&engine, d, after(a)).await.unwrap();
    assert_eq!(
        (moved.priority, order(&engine).await),
        (5, vec![a, d, b, c])
    );

    let both = RunPatch {
        after: Some(a),
        ..before(b)
    };
    assert!(matches!(
        put(&engine, c, both).await,
        Err(Error::Invalid(_))
    ));
    assert!(matches!(
        put(&engine, c, before(c)).await,
        Err(Error::Conflict(_))
    ));
    let far = RunPatch {
        priority: Some(101),
        ..RunPatch::default()
    };
    assert!(matches!(put(&engine, c, far).await, Err(Error::Invalid(_))));
}

#[tokio::test]
async fn a_held_queue_puts_back_what_runs_and_begins_nothing() {
    let (_folder, engine, mut script) = scripted().await;
    let first = story(&engine, 1).await;
    let run = start(&engine, &first, 1).await;
    let draft = first_draft(&mut script).await;
    draft.write("The radio spoke at four. It said her na").await;
    written(&engine, run.id, "her na").await;
    assert!(engine.pause_queue().await.unwrap().is_held);
    draft.dropped().await;
    let back = until(&engine, run.id, |run| {
        run.status == Status::Queued && run.started_at.is_some()
    })
    .await;
    assert_eq!(back.attempt, 0, "it costs no attempt");
    assert_eq!(back.waiting_for.as_deref(), Some("queue paused"));
    let other = story(&engine, 1).await;
    let waiting = start(&engine, &other, 1).await;
    assert_eq!(waiting.waiting_for.as_deref(), Some("queue paused"));
    assert!(engine.state().await.unwrap().queue.is_held);
    engine.request_cancel(waiting.id).await.unwrap();

    assert!(!engine.resume_queue().await.unwrap().is_held);
    let draft = script.next_call().await;
    assert_eq!(draft.call.prefix, "The radio spoke at four. It said her na");
    draft.play().await;
    let run = play_until_ended(&engine, &mut script, run.id).await;
    assert_eq!((run.status, run.attempt), (Status::Succeeded, 1));
}

#[tokio::test]
async fn a_run_stops_after_its_chapter_where_that_is_asked_for() {
    let (_folder, engine, mut script, story) = outlined(3, 2).await;
    let run = engine
        .start(story.id, NewRun::of(RunKind::AllChapters), None)
        .await
        .unwrap();
    let draft = first_draft(&mut script).await;
    let wished = engine.pause_after_chapter(run.id, true).await.unwrap();
    assert!(wished.control.pause_after_chapter);
    draft.play().await;
    let play = async {
        loop {
            script.next_call().await.play().await;
        }
    };
    let paused = tokio::select! {
        run = until(&engine, run.id, |run| run.status == Status::Paused) => run,
        () = play => unreachable!(),
    };
    assert!(!paused.control.pause_after_chapter && paused.control.can_resume);
    let done: Vec<_> = paused.steps.iter().map(|step| step.status).collect();
    assert_eq!(done, [Status::Succeeded, Status::Queued, Status::Queued]);
    engine.resume(run.id).await.unwrap();
    let run = play_until_ended(&engine, &mut script, run.id).await;
    assert_eq!(run.status, Status::Succeeded);
    let late = engine.pause_after_chapter(run.id, true).await;
    assert!(matches!(late, Err(Error::IllegalTransition(_))));
}

#[tokio::test]
async fn all_that_waits_or_all_of_a_story_is_cancelled_at_once() {
    let (_folder, engine, mut script) = scripted().await;
    let first = story(&engine, 3).await;
    let run = start(&engine, &first, 1).await;
    let draft = first_draft(&mut script).await;
    let waiting = start(&engine, &first, 2).await;
    let paused = start(&engine, &first, 3).await;
    engine.request_pause(paused.id).await.unwrap();

    let cancelled = engine.cancel_many(CancelScope::Waiting).await.unwrap();
    assert_eq!(cancelled, [waiting.id]);
    let of = async |id| engine.run(id).await.unwrap().status;
    assert_eq!(of(run.id).await, Status::Running);
    assert_eq!(of(paused.id).await, Status::Paused);

    let cancelled = engine
        .cancel_many(CancelScope::Story(first.id))
        .await
        .unwrap();
    assert_eq!(cancelled, [run.id, paused.id]);
    draft.dropped().await;
    assert_eq!(ended(&engine, run.id).await.status, Status::Cancelled);
    assert_eq!(of(paused.id).await, Status::Cancelled);
    assert!(engine.state().await.unwrap().runs.is_empty());
}

#[tokio::test]
async fn progress_is_measured_against_what_this_machine_saw() {
    let (_folder, engine, mut script, story) = outlined(3, 1).await;
    let first = start(&engine, &story, 1).await;
    let prior = first.progress.expected_tokens;
    play_until_ended(&engine, &mut script, first.id).await;
    // The script sends each answer as one token: far less than the prior.
    let second = start(&engine, &story, 2).await;
    assert!(second.progress.expected_tokens < prior / 2.0);
    assert!(
        second.progress.seconds_left.is_some(),
        "known before it began"
    );
    assert!(second.progress.tokens_per_second.is_none(), "measured only");
    let draft = first_draft(&mut script).await;
    let now = engine.run(second.id).await.unwrap();
    assert_eq!(now.stage, Some(Stage::Draft));
    assert_eq!(
        now.progress.expected_tokens, second.progress.expected_tokens,
        "fixed for the run"
    );
    draft.play().await;
    let second = play_until_ended(&engine, &mut script, second.id).await;
    assert_eq!(second.progress.fraction, 1.0);
    assert_eq!(second.progress.seconds_left, None);
}

#[tokio::test]
async fn the_queue_as_a_whole_goes_forward_until_it_is_empty() {
    let (_folder, engine, mut script, story) = outlined(3, 1).await;
    let mut runs = Vec::new();
    for chapter in 1..=3 {
        runs.push(start(&engine, &story, chapter).await.id);
    }
    let mut last = engine.state().await.unwrap().fraction();
    assert!(last < 0.01);
    for run in runs {
        play_until_ended(&engine, &mut script, run).await;
        let state = engine.state().await.unwrap();
        let now = state.fraction();
        assert!(now > last, "{now} after {last}");
        last = now;
    }
    assert_eq!(last, 1.0);
    // What is asked for next begins anew.
    start(&engine, &story, 1).await;
    assert!(engine.state().await.unwrap().fraction() < 0.01);
}

#[tokio::test]
async fn what_ended_is_listed_with_the_last_one_first_however_old_the_run_is() {
    let (_folder, engine, _script, story) = outlined(3, 1).await;
    engine.pause_queue().await.unwrap();
    let mut runs = Vec::new();
    for chapter in 1..=3 {
        runs.push(start(&engine, &story, chapter).await.id);
    }
    for run in [runs[2], runs[0]] {
        engine.request_cancel(run).await.unwrap();
    }
    let ended = RunFilter {
        ended: true,
        story: Some(story.id),
        ..RunFilter::default()
    };
    let listed = engine.runs(ended, 2, None).await.unwrap();
    let key = |run: &Run| (run.ended_at, run.id);
    assert!(listed.items.is_sorted_by(|one, next| key(one) > key(next)));
    let mut ids: Vec<_> = listed.items.iter().map(|run| run.id).collect();
    ids.sort();
    assert_eq!((ids, listed.next), (vec![runs[0], runs[2]], None));
}
