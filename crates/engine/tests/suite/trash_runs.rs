//! The trash and runs: what becomes of their text, and of chapters that come back in time.

use crate::support::{first_draft, played, scripted, story, until};
use crate::trash::{delete_chapter, delete_story};
use domain::{ChapterState, NewRun, RunKind, Status};

#[tokio::test]
async fn runs_of_a_story_in_the_trash_stay_cancelled_and_their_text_is_there() {
    let (_folder, engine, mut script) = scripted().await;
    let id = story(&engine, 2).await.id;
    let writing = engine.start(id, NewRun::chapter(1), None).await.unwrap();
    let draft = first_draft(&mut script).await;
    draft.write("It was raining when the radio spoke.").await;
    crate::support::written(&engine, writing.id, "It was raining when the radio spoke.").await;
    let waiting = engine.start(id, NewRun::chapter(2), None).await.unwrap();
    let entry = delete_story(&engine, id).await;
    assert!(engine.state().await.unwrap().runs.is_empty());
    engine.restore_trashed(entry).await.unwrap();
    for run in [writing.id, waiting.id] {
        let run = engine.run(run).await.unwrap();
        assert_eq!(run.status, Status::Cancelled);
    }
    assert!(engine.state().await.unwrap().runs.is_empty());
    let text = engine.current_revision(id, 1).await.unwrap().unwrap();
    assert_eq!(text.text, "It was raining when the radio spoke.");
    drop(draft);
}

#[tokio::test]
async fn a_chapter_that_was_passed_over_is_written_where_it_came_back_in_time() {
    let (_folder, engine, mut script) = scripted().await;
    let id = story(&engine, 2).await.id;
    let run = engine
        .start(id, NewRun::of(RunKind::AllChapters), None)
        .await
        .unwrap();
    let draft = first_draft(&mut script).await;
    let entry = delete_chapter(&engine, id, 2).await;
    engine.restore_trashed(entry).await.unwrap();
    draft.play().await;
    let run = played(&engine, &mut script, run.id).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    let chapters = engine.chapters(id).await.unwrap();
    assert!(chapters.iter().all(domain::Chapter::is_finished));
}

#[tokio::test]
async fn what_a_paused_run_wrote_of_a_chapter_comes_back_with_it() {
    let (_folder, engine, mut script) = scripted().await;
    let id = story(&engine, 2).await.id;
    let run = engine.start(id, NewRun::chapter(1), None).await.unwrap();
    let draft = first_draft(&mut script).await;
    draft.write("It was raining when the radio spoke.").await;
    crate::support::written(&engine, run.id, "It was raining when the radio spoke.").await;
    engine.request_pause(run.id).await.unwrap();
    until(&engine, run.id, |run| run.status == Status::Paused).await;
    drop(draft);
    let entry = delete_chapter(&engine, id, 1).await;
    // It has nothing to go on with, and ends.
    let gone = engine.resume(run.id).await;
    assert!(gone.is_err(), "{gone:?}");
    engine.restore_trashed(entry).await.unwrap();
    let chapter = engine.chapter(id, 1).await.unwrap();
    assert_eq!(chapter.state, ChapterState::Partial);
    let text = engine.current_revision(id, 1).await.unwrap().unwrap();
    assert_eq!(text.text, "It was raining when the radio spoke.");
    let paused = engine.run(run.id).await.unwrap();
    assert_eq!(paused.status, Status::Paused);
    assert!(paused.control.can_resume, "it can go on where it stopped");
}
