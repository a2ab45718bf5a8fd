//! Runs over the façade: what an author is promised.

use crate::support::{
    builtin, ended, first_draft, is_draft, open, scripted, story, until, written,
};
use domain::{ChapterState, NewRun, Origin, RevisionKind, RunKind, Stage, Status, Transition};
use engine::{
    Error,
    model::{Abilities, AnswerStream, Assignment, Call, LanguageModel, ModelError},
};
use std::sync::Arc;
use storyteller::BuiltIn;
use test_support::scripted::ScriptedModel;
use tokio_util::sync::CancellationToken;

#[tokio::test]
async fn writing_all_chapters_makes_world_outline_and_text() {
    let (_folder, engine) = builtin().await;
    let story = story(&engine, 3).await;
    let run = engine
        .start(story.id, NewRun::of(RunKind::AllChapters), None)
        .await
        .unwrap();
    assert_eq!(run.status, Status::Queued);
    let run = ended(&engine, run.id).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    assert_eq!(run.progress.fraction, 1.0);
    assert_eq!(run.steps.len(), 5);
    assert!(!engine.world(story.id).await.unwrap().is_empty());
    for chapter in engine.chapters(story.id).await.unwrap() {
        assert_eq!(
            chapter.state,
            ChapterState::Written,
            "chapter {}",
            chapter.number
        );
        assert!(!chapter.outline.is_empty() && !chapter.title.is_empty());
        let text = engine
            .current_revision(story.id, chapter.number)
            .await
            .unwrap()
            .unwrap();
        assert!(text.summary.words >= 900, "{} words", text.summary.words);
    }
    let story = engine.story(story.id).await.unwrap();
    assert_eq!(story.chapters_written, 3);
    // A second time there is nothing to do, unless finished chapters are meant too.
    let again = engine
        .start(story.id, NewRun::of(RunKind::AllChapters), None)
        .await;
    assert!(matches!(again, Err(Error::Invalid(_))));
    let included = NewRun {
        include_written: true,
        ..NewRun::of(RunKind::AllChapters)
    };
    let run = engine.start(story.id, included, None).await.unwrap();
    assert_eq!(run.steps.len(), 3);
    assert_eq!(ended(&engine, run.id).await.status, Status::Succeeded);
    let revisions = engine.revisions(story.id, 1).await.unwrap();
    assert_eq!(revisions.len(), 2, "the first text is still there");
}

#[tokio::test]
async fn cancel_keeps_the_text_written_so_far() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 2).await;
    let run = engine
        .start(story.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    let draft = first_draft(&mut script).await;
    draft.write("The radio spoke at four. It said her na").await;
    written(&engine, run.id, "her na").await;
    let wished = engine.request_cancel(run.id).await.unwrap();
    assert!(wished.control.cancel_requested || wished.status == Status::Cancelled);
    draft.dropped().await;
    assert!(draft.is_stopped());
    let run = ended(&engine, run.id).await;
    assert_eq!(run.status, Status::Cancelled);
    assert!(run.stopped_after_ms.is_some());
    assert!(!run.control.cancel_requested && run.control.can_resume);
    let chapter = engine.chapter(story.id, 1).await.unwrap();
    assert_eq!(chapter.state, ChapterState::Partial);
    let kept = engine.current_revision(story.id, 1).await.unwrap().unwrap();
    assert_eq!(kept.text, "The radio spoke at four. It said her na");
    assert_eq!(kept.summary.kind, RevisionKind::Partial);
    assert_eq!(kept.summary.origin, Origin::Run(run.id));
    // And once more is refused with the status, nothing lost.
    let again = engine.request_cancel(run.id).await.unwrap_err();
    assert!(matches!(again, Error::IllegalTransition(illegal)
        if illegal.status == Status::Cancelled && illegal.transition == Transition::Cancel));
}

#[tokio::test]
async fn a_cancelled_run_resumes_in_mid_sentence() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    let draft = first_draft(&mut script).await;
    let whole = draft.builtin_answer();
    let (before, after) = whole.split_at(whole.find(' ').unwrap() + 1);
    draft.write(before).await;
    written(&engine, run.id, before).await;
    engine.request_cancel(run.id).await.unwrap();
    ended(&engine, run.id).await;

    let resumed = engine.resume(run.id).await.unwrap();
    assert_eq!(resumed.status, Status::Queued);
    let draft = script.next_call().await;
    assert!(is_draft(&draft.call), "plan is not paid for twice");
    assert_eq!(draft.call.prefix, before);
    draft.write(after).await;
    draft.finish().await;
    // The next stage gets the whole: no word is missing and none is there twice.
    let edit = script
        .play_until(|call| matches!(call.assignment, Assignment::Edit { .. }))
        .await;
    let Assignment::Edit { text, .. } = &edit.call.assignment else {
        unreachable!()
    };
    assert!(text.starts_with(&whole));
    edit.play().await;
    let play = async {
        loop {
            script.next_call().await.play().await;
        }
    };
    let run = tokio::select! {
        run = until(&engine, run.id, |run| run.status == Status::Succeeded) => run,
        () = play => unreachable!(),
    };
    assert_eq!(run.attempt, 2);
    assert_eq!(
        engine.chapter(story.id, 1).await.unwrap().state,
        ChapterState::Written
    );
}

#[tokio::test]
async fn a_pause_keeps_everything_and_writes_no_revision() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    let draft = first_draft(&mut script).await;
    draft.write("Half a sen").await;
    written(&engine, run.id, "Half a sen").await;
    engine.request_pause(run.id).await.unwrap();
    draft.dropped().await;
    let paused = until(&engine, run.id, |run| run.status == Status::Paused).await;
    assert!(paused.control.is_paused && paused.control.can_resume);
    assert_eq!(paused.stage, Some(Stage::Draft));
    assert!(engine.revisions(story.id, 1).await.unwrap().is_empty());
    assert_eq!(
        engine.draft(run.id).await.unwrap().unwrap().text,
        "Half a sen"
    );
    engine.resume(run.id).await.unwrap();
    assert_eq!(script.next_call().await.call.prefix, "Half a sen");
}

#[tokio::test]
async fn a_model_that_cannot_continue_goes_on_from_the_last_whole_paragraph() {
    let folder = tempfile::tempdir().unwrap();
    let (model, mut script) = ScriptedModel::continuing(false);
    let engine = open(folder.path(), Arc::new(model), 1).await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    let draft = first_draft(&mut script).await;
    draft.write("One whole paragraph.\n\nAnd half of ano").await;
    written(&engine, run.id, "ano").await;
    engine.request_pause(run.id).await.unwrap();
    until(&engine, run.id, |run| run.status == Status::Paused).await;
    engine.resume(run.id).await.unwrap();
    assert_eq!(
        script.next_call().await.call.prefix,
        "One whole paragraph.\n\n"
    );
    let history = engine.revisions(story.id, 1).await.unwrap();
    let rest = engine.revision(story.id, 1, history[0].id).await.unwrap();
    assert_eq!(rest.text, "One whole paragraph.\n\nAnd half of ano");
}

#[tokio::test]
async fn a_shutdown_puts_the_run_back_and_the_next_process_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let (model, mut script) = ScriptedModel::new();
    let engine = open(folder.path(), Arc::new(model), 1).await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    let draft = first_draft(&mut script).await;
    draft.write("Before the end ").await;
    written(&engine, run.id, "the end ").await;
    engine.shut_down().await;
    drop(engine);

    let (model, mut script) = ScriptedModel::new();
    let engine = open(folder.path(), Arc::new(model), 1).await;
    let draft = script.next_call().await;
    assert_eq!(draft.call.prefix, "Before the end ");
    assert_eq!(
        engine.run(run.id).await.unwrap().attempt,
        1,
        "it cost no attempt"
    );
}

#[tokio::test]
async fn what_a_person_wrote_meanwhile_stays_and_the_run_offers_a_candidate() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    let draft = first_draft(&mut script).await;
    let chapter = engine.chapter(story.id, 1).await.unwrap();
    assert_eq!(chapter.state, ChapterState::Drafting);
    engine
        .save_text(story.id, 1, "Mine, by hand.".to_owned(), chapter.version)
        .await
        .unwrap();
    draft.play().await;
    let play = async {
        loop {
            script.next_call().await.play().await;
        }
    };
    tokio::select! {
        run = ended(&engine, run.id) => assert_eq!(run.status, Status::Succeeded),
        () = play => unreachable!(),
    }
    let text = engine.current_revision(story.id, 1).await.unwrap().unwrap();
    assert_eq!(text.text, "Mine, by hand.");
    let history = engine.revisions(story.id, 1).await.unwrap();
    assert_eq!(history[0].kind, RevisionKind::Candidate);
    // The old version is refused, and nothing is lost.
    let stale = engine
        .save_text(story.id, 1, "Too late.".to_owned(), chapter.version)
        .await;
    assert!(matches!(stale, Err(Error::StaleVersion { .. })));
}

#[tokio::test]
async fn ten_simultaneous_starts_with_one_key_are_one_run() {
    let (_folder, engine, _script) = scripted().await;
    let story = story(&engine, 1).await;
    let starts = (0..10).map(|_| {
        let engine = engine.clone();
        async move {
            let key = Some("click".to_owned());
            engine
                .start(story.id, NewRun::chapter(1), key)
                .await
                .unwrap()
                .id
        }
    });
    let ids = futures::future::join_all(starts).await;
    assert!(ids.iter().all(|id| *id == ids[0]));
    assert_eq!(engine.state().await.unwrap().runs.len(), 1);
}

#[tokio::test]
async fn runs_of_one_story_wait_for_each_other_and_say_so() {
    let (_folder, engine, mut script) = scripted().await;
    let first = story(&engine, 3).await;
    let other = story(&engine, 1).await;
    let run = engine
        .start(first.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    let call = script.next_call().await;
    let waiting = engine
        .start(first.id, NewRun::chapter(2), None)
        .await
        .unwrap();
    assert!(waiting.waiting_for.is_some());
    // Another story is written side by side.
    let beside = engine
        .start(other.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    let second = script.next_call().await;
    assert_ne!(second.call.story.seed, call.call.story.seed);
    assert_eq!(engine.run(beside.id).await.unwrap().status, Status::Running);
    assert_eq!(engine.run(waiting.id).await.unwrap().status, Status::Queued);
    engine.request_cancel(run.id).await.unwrap();
    until(&engine, waiting.id, |run| run.status == Status::Running).await;
}

#[tokio::test]
async fn a_deleted_story_stops_its_run_and_leaves_nothing_in_the_dock() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await;
    engine
        .start(story.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    let draft = first_draft(&mut script).await;
    let story = engine.story(story.id).await.unwrap();
    engine.delete_story(story.id, story.version).await.unwrap();
    draft.write("To nobody.").await;
    draft.dropped().await;
    assert!(engine.state().await.unwrap().runs.is_empty());
    assert!(matches!(
        engine.story(story.id).await,
        Err(Error::NotFound("story"))
    ));
}

#[tokio::test]
async fn a_resume_without_its_chapter_is_refused_in_words() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 2).await;
    let run = engine
        .start(story.id, NewRun::chapter(2), None)
        .await
        .unwrap();
    let _draft = first_draft(&mut script).await;
    engine.request_pause(run.id).await.unwrap();
    until(&engine, run.id, |run| run.status == Status::Paused).await;
    let chapter = engine.chapter(story.id, 2).await.unwrap();
    engine
        .delete_chapter(story.id, 2, chapter.version)
        .await
        .unwrap();
    assert!(!engine.run(run.id).await.unwrap().control.can_resume);
    assert!(matches!(
        engine.resume(run.id).await,
        Err(Error::Conflict(_))
    ));
}

/// A model whose first call is a mistake in the program.
struct Panics;

#[async_trait::async_trait]
impl LanguageModel for Panics {
    fn name(&self) -> &'static str {
        "panics"
    }

    async fn abilities(&self) -> Abilities {
        Abilities {
            continues_text: true,
            context: None,
            takes_schema: true,
            is_sure: true,
        }
    }

    async fn answer(&self, _: Call, _: CancellationToken) -> Result<AnswerStream, ModelError> {
        panic!("a planned mistake")
    }
}

#[tokio::test]
async fn a_panic_in_a_stage_fails_that_run_alone() {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(folder.path(), Arc::new(Panics), 1).await;
    let story = story(&engine, 1).await;
    for _ in 0..2 {
        let run = engine
            .start(story.id, NewRun::of(RunKind::World), None)
            .await
            .unwrap();
        let run = ended(&engine, run.id).await;
        assert_eq!(run.status, Status::Failed);
        assert!(run.error.is_some());
    }
}

#[tokio::test]
async fn the_cancel_of_a_paced_builtin_writer_is_between_two_tokens() {
    let folder = tempfile::tempdir().unwrap();
    // One token in a hundred seconds: only a stop inside the pause can end this test.
    let engine = open(folder.path(), Arc::new(BuiltIn::new(0.01)), 1).await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    until(&engine, run.id, |run| run.status == Status::Running).await;
    engine.request_cancel(run.id).await.unwrap();
    assert_eq!(ended(&engine, run.id).await.status, Status::Cancelled);
    engine.shut_down().await;
}
