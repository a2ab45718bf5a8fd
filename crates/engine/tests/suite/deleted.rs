//! Chapters that are deleted while a run over all of them has not come to them.

use crate::support::{first_draft, played, scripted, story, until};
use domain::{ChapterPatch, NewChapter, NewRun, RunKind, Status, StoryId};
use engine::Engine;

async fn delete(engine: &Engine, story: StoryId, number: u32) {
    let chapter = engine.chapter(story, number).await.unwrap();
    engine
        .delete_chapter(story, number, chapter.version)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_run_over_all_chapters_passes_over_one_that_was_deleted() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 3).await.id;
    let run = engine
        .start(story, NewRun::of(RunKind::AllChapters), None)
        .await
        .unwrap();
    let draft = first_draft(&mut script).await;
    delete(&engine, story, 2).await;
    engine.request_pause(run.id).await.unwrap();
    drop(draft);
    let paused = until(&engine, run.id, |run| run.status == Status::Paused).await;
    assert!(paused.control.can_resume);
    engine.resume(run.id).await.unwrap();
    let run = played(&engine, &mut script, run.id).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    let chapters = engine.chapters(story).await.unwrap();
    assert_eq!(chapters.len(), 2);
    assert!(chapters.iter().all(domain::Chapter::is_finished));
}

#[tokio::test]
async fn a_run_shows_the_number_its_chapter_has_now() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 2).await.id;
    let run = engine.start(story, NewRun::chapter(2), None).await.unwrap();
    let draft = first_draft(&mut script).await;
    assert_eq!(engine.run(run.id).await.unwrap().current_chapter(), Some(2));
    delete(&engine, story, 1).await;
    let told = until(&engine, run.id, |run| run.current_chapter() == Some(1)).await;
    assert_eq!(told.title(), "Write chapter 1");
    draft.play().await;
    let run = played(&engine, &mut script, run.id).await;
    assert_eq!(
        (run.status, &*run.title()),
        (Status::Succeeded, "Write chapter 1")
    );
    assert!(engine.chapter(story, 1).await.unwrap().is_finished());
}

/// A form that was opened before a deletion has the number of another chapter by now.
#[tokio::test]
async fn a_change_meant_for_a_deleted_chapter_reaches_no_other_one() {
    let (_folder, engine, _script) = scripted().await;
    let story = story(&engine, 5).await.id;
    let title = |title: &str| ChapterPatch {
        title: Some(title.to_owned()),
        ..ChapterPatch::default()
    };
    let change = async |number: u32, to: &str, version: i64| {
        engine
            .update_chapter(story, number, title(to), version)
            .await
    };
    let mut third = engine.chapter(story, 3).await.unwrap();
    for name in ["The Ferry", "The Boat"] {
        third = change(3, name, third.version).await.unwrap();
    }
    delete(&engine, story, 3).await;
    let error = change(3, "Typed before", third.version).await.unwrap_err();
    assert_eq!(error.code(), "stale_version", "{error}");

    // The last one, and a new one in its place.
    let last = engine.chapter(story, 4).await.unwrap();
    delete(&engine, story, 4).await;
    let new = engine
        .add_chapter(story, NewChapter::default())
        .await
        .unwrap();
    assert_eq!(new.number, 4);
    let error = change(4, "Typed before", last.version).await.unwrap_err();
    assert_eq!(error.code(), "stale_version", "{error}");
    let version = engine.chapter(story, 4).await.unwrap().version;
    change(4, "Meant for it", version).await.unwrap();
}
