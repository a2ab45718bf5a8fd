//! Chapters that are deleted while a run over all of them has not come to them.

use crate::support::{ACTOR, ended, first_draft, scripted, story, until};
use domain::{NewRun, RunKind, Status, StoryId};
use engine::Engine;

async fn delete(engine: &Engine, story: StoryId, number: u32) {
    let chapter = engine.chapter(ACTOR, story, number).await.unwrap();
    engine
        .delete_chapter(ACTOR, story, number, chapter.version)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_run_over_all_chapters_passes_over_one_that_was_deleted() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 3).await.id;
    let run = engine
        .start(ACTOR, story, NewRun::of(RunKind::AllChapters), None)
        .await
        .unwrap();
    let draft = first_draft(&mut script).await;
    delete(&engine, story, 2).await;
    engine.request_pause(ACTOR, run.id).await.unwrap();
    drop(draft);
    let paused = until(&engine, run.id, |run| run.status == Status::Paused).await;
    assert!(paused.control.can_resume);
    engine.resume(ACTOR, run.id).await.unwrap();
    let play = async {
        loop {
            script.next_call().await.play().await;
        }
    };
    let run = tokio::select! {
        run = ended(&engine, run.id) => run,
        () = play => unreachable!(),
    };
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    let chapters = engine.chapters(ACTOR, story).await.unwrap();
    assert_eq!(chapters.len(), 2);
    assert!(chapters.iter().all(|chapter| chapter.is_finished()));
}

#[tokio::test]
async fn a_run_shows_the_number_its_chapter_has_now() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 2).await.id;
    let run = engine
        .start(ACTOR, story, NewRun::chapter(2), None)
        .await
        .unwrap();
    let draft = first_draft(&mut script).await;
    assert_eq!(
        engine.run(ACTOR, run.id).await.unwrap().current_chapter(),
        Some(2)
    );
    delete(&engine, story, 1).await;
    let told = until(&engine, run.id, |run| run.current_chapter() == Some(1)).await;
    assert_eq!(told.title(), "Write chapter 1");
    draft.play().await;
    let play = async {
        loop {
            script.next_call().await.play().await;
        }
    };
    let run = tokio::select! {
        run = ended(&engine, run.id) => run,
        () = play => unreachable!(),
    };
    assert_eq!(
        (run.status, &*run.title()),
        (Status::Succeeded, "Write chapter 1")
    );
    assert!(engine.chapter(ACTOR, story, 1).await.unwrap().is_finished());
}
