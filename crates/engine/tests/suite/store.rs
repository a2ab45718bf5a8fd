//! Opening the store: what an operator is told.

use crate::support::{builtin, ended, over, story};
use domain::{ChapterPatch, NewChapter, NewRun, Status};
use engine::{
    Error,
    store::{AbandonedRuns, Append, RunOutcome, RunStore as _, StopCause},
};
use sqlx::{Connection as _, SqliteConnection};
use std::sync::Arc;
use store_sqlite::SqliteStore;
use storyteller::BuiltIn;

#[tokio::test]
async fn a_second_studio_on_the_same_folder_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let _first = SqliteStore::open(folder.path()).await.unwrap();
    let second = SqliteStore::open(folder.path()).await.unwrap_err();
    assert!(matches!(&second, Error::Unusable(line) if line.contains("Another Fablewright")));
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_refused_and_untouched() {
    let folder = tempfile::tempdir().unwrap();
    drop(SqliteStore::open(folder.path()).await.unwrap());
    let url = format!(
        "sqlite://{}",
        folder.path().join("fablewright.db").display()
    );
    let mut sql = SqliteConnection::connect(&url).await.unwrap();
    sqlx::query(
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
         VALUES (9999, 'later', 1, x'00', 0)",
    )
    .execute(&mut sql)
    .await
    .unwrap();
    sql.close().await.unwrap();
    let refused = SqliteStore::open(folder.path()).await.unwrap_err();
    assert!(
        matches!(&refused, Error::Unusable(line) if line.contains("newer version of Fablewright"))
    );
}

#[tokio::test]
async fn a_folder_that_is_a_file_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "not a folder").unwrap();
    let refused = SqliteStore::open(&file).await.unwrap_err();
    assert!(matches!(&refused, Error::Unusable(line) if line.contains("--data")));
}

#[tokio::test]
async fn the_fourth_crash_in_a_row_fails_the_run_and_a_dead_worker_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let store = Arc::new(SqliteStore::open(folder.path()).await.unwrap());
    // No workers: the test claims, and lets go like a process that dies.
    let engine = over(store.clone(), Arc::new(BuiltIn::new(0.0)), 0).await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    for crash in 1..=4 {
        let claimed = store.claim().await.unwrap().unwrap();
        assert_eq!(claimed.run.attempt, crash);
        if crash == 1 {
            let (chapter, before) = claimed.run.steps.split_last().unwrap();
            for step in before {
                store.skip_step(claimed.lease, step.id, None).await.unwrap();
            }
            let append = Append {
                offset: 0,
                text: "It rained.".to_owned(),
            };
            store
                .append(claimed.lease, chapter.id, append, None)
                .await
                .unwrap();
        }
        // Its lease still holds: nobody else may take it.
        store
            .recover(AbandonedRuns::ExpiredBut(Vec::new()))
            .await
            .unwrap();
        assert!(store.claim().await.unwrap().is_none());
        store.recover(AbandonedRuns::All).await.unwrap();
        let late = store.renew(claimed.lease).await;
        assert!(matches!(late, Err(Error::LeaseLost)));
    }
    let run = engine.run(run.id).await.unwrap();
    assert_eq!(run.status, Status::Failed);
    assert!(run.error.unwrap().contains("The text so far is kept."));
    let chapter = engine.chapter(story.id, 1).await.unwrap();
    let kept = engine
        .revision(story.id, 1, chapter.revision.unwrap())
        .await
        .unwrap();
    assert_eq!(kept.text, "It rained.");
    // A person may try once more.
    engine.resume(run.id).await.unwrap();
    assert!(store.claim().await.unwrap().is_some());
}

#[tokio::test]
async fn what_is_wished_while_a_run_comes_to_rest_still_counts() {
    use StopCause::{Cancelled, Interrupted, Paused};
    let folder = tempfile::tempdir().unwrap();
    let store = Arc::new(SqliteStore::open(folder.path()).await.unwrap());
    // No workers: the test is the one that stops between two tokens, for one cause, while another comes.
    let engine = over(store.clone(), Arc::new(BuiltIn::new(0.0)), 0).await;
    for (stopped_for, pause, cancel, becomes) in [
        (Paused, true, false, Status::Paused),
        (Paused, true, true, Status::Cancelled),
        (Interrupted, false, false, Status::Queued),
        (Interrupted, true, false, Status::Paused),
        (Interrupted, false, true, Status::Cancelled),
        (Interrupted, true, true, Status::Cancelled),
        (Cancelled, true, true, Status::Cancelled),
    ] {
        let story = story(&engine, 1).await;
        let run = engine
            .start(story.id, NewRun::chapter(1), None)
            .await
            .unwrap();
        let lease = store.claim().await.unwrap().unwrap().lease;
        if pause {
            store.request_stop(run.id, Paused).await.unwrap();
        }
        if cancel {
            store.request_stop(run.id, Cancelled).await.unwrap();
        }
        let rested = store
            .finish_run(lease, RunOutcome::Stopped(stopped_for, 7))
            .await
            .unwrap();
        assert_eq!(rested.status, becomes, "{stopped_for:?} {pause} {cancel}");
        engine.request_cancel(run.id).await.ok();
    }
}

#[tokio::test]
async fn a_clock_that_jumps_takes_no_run_from_a_worker_of_this_process() {
    let folder = tempfile::tempdir().unwrap();
    let store = Arc::new(SqliteStore::open(folder.path()).await.unwrap());
    let engine = over(store.clone(), Arc::new(BuiltIn::new(0.0)), 0).await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    let claimed = store.claim().await.unwrap().unwrap();
    // What the clock makes of a lease when it is set ahead.
    let url = format!(
        "sqlite://{}",
        folder.path().join("fablewright.db").display()
    );
    let mut sql = SqliteConnection::connect(&url).await.unwrap();
    sqlx::query("UPDATE runs SET lease_until = 1")
        .execute(&mut sql)
        .await
        .unwrap();
    sql.close().await.unwrap();
    let others = AbandonedRuns::ExpiredBut(vec![run.id]);
    store.recover(others).await.unwrap();
    assert_eq!(engine.run(run.id).await.unwrap().status, Status::Running);
    store
        .recover(AbandonedRuns::ExpiredBut(Vec::new()))
        .await
        .unwrap();
    let late = store.renew(claimed.lease).await;
    assert!(
        matches!(late, Err(Error::LeaseLost)),
        "nobody is at work on it"
    );
}

#[tokio::test]
async fn later_chapters_move_up_when_one_is_deleted() {
    let (_folder, engine) = builtin().await;
    let story = story(&engine, 4).await;
    for number in 1..=4 {
        let chapter = engine.chapter(story.id, number).await.unwrap();
        let patch = ChapterPatch {
            finished: None,
            title: Some(format!("No. {number}")),
            outline: None,
        };
        engine
            .update_chapter(story.id, number, patch, chapter.version)
            .await
            .unwrap();
    }
    let second = engine.chapter(story.id, 2).await.unwrap();
    engine
        .delete_chapter(story.id, 2, second.version)
        .await
        .unwrap();
    engine
        .add_chapter(story.id, NewChapter::default())
        .await
        .unwrap();
    let titles: Vec<_> = engine
        .chapters(story.id)
        .await
        .unwrap()
        .into_iter()
        .map(|chapter| (chapter.number, chapter.title))
        .collect();
    let expected = [(1, "No. 1"), (2, "No. 3"), (3, "No. 4"), (4, "")];
    assert_eq!(
        titles,
        expected.map(|(number, title)| (number, title.to_owned()))
    );
}

#[tokio::test]
async fn a_copy_has_the_texts_and_the_world_and_is_its_own() {
    let (_folder, engine) = builtin().await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    assert_eq!(ended(&engine, run.id).await.status, Status::Succeeded);
    let copy = engine.duplicate_story(story.id).await.unwrap();
    let text = |id| engine.current_revision(id, 1);
    assert_eq!(
        text(copy.id).await.unwrap().unwrap().text,
        text(story.id).await.unwrap().unwrap().text
    );
    let original = engine.world(story.id).await.unwrap();
    let copied = engine.world(copy.id).await.unwrap();
    assert_eq!(copied.entities.len(), original.entities.len());
    assert_eq!(copied.relations.len(), original.relations.len());
    assert_eq!(copied.facts.len(), original.facts.len());
    let version = engine.story(story.id).await.unwrap().version;
    engine.delete_story(story.id, version).await.unwrap();
    assert!(text(copy.id).await.unwrap().is_some());
}

#[tokio::test]
async fn stories_come_newest_change_first_page_by_page() {
    let (_folder, engine) = builtin().await;
    let mut made = Vec::new();
    for _ in 0..5 {
        made.push(story(&engine, 1).await.id);
    }
    let (mut seen, mut after) = (Vec::new(), None);
    loop {
        let page = engine
            .library(domain::StoryQuery::default(), 2, after)
            .await
            .unwrap()
            .stories;
        seen.extend(page.items.iter().map(|story| story.id));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    made.reverse();
    assert_eq!(seen, made);
}
