//! Stored words that can't be read keep no run from ending, starting or writing.

use crate::support::{ended, first_draft, open, scripted, sql, story, written};
use domain::{Brief, ChapterPatch, Fact, FactId, NewRun, RevisionKind, RunKind, Status, WorldPart};
use std::sync::Arc;
use storyteller::BuiltIn;

#[tokio::test]
async fn a_run_is_cancelled_although_its_chapter_has_an_unknown_state() {
    let (folder, engine, mut script) = scripted().await;
    let id = story(&engine, 2).await.id;
    let request = NewRun::chapter(1);
    let run = engine.start(id, request, None).await.unwrap().id;
    let call = first_draft(&mut script).await;
    call.write("It rained. ").await;
    written(&engine, run, "It rained. ").await;
    sql(folder.path(), "UPDATE chapters SET state = 'strange'").await;
    engine.request_cancel(run).await.unwrap();
    assert_eq!(ended(&engine, run).await.status, Status::Cancelled);
    let history = engine.revisions(id, 1).await.unwrap();
    assert_eq!(history.len(), 1, "the text is kept");
    assert_eq!(history[0].kind, RevisionKind::Partial);
}

#[tokio::test]
async fn a_studio_starts_although_the_chapter_of_a_cancelled_run_has_an_unknown_state() {
    let (folder, engine, mut script) = scripted().await;
    let id = story(&engine, 1).await.id;
    let request = NewRun::chapter(1);
    let run = engine.start(id, request, None).await.unwrap().id;
    let call = first_draft(&mut script).await;
    call.write("It rained. ").await;
    written(&engine, run, "It rained. ").await;
    engine.shut_down().await;
    let crashed = "UPDATE chapters SET state = 'strange'; \
         UPDATE runs SET status = 'running', cancel_requested = 1";
    sql(folder.path(), crashed).await;
    drop((engine, script, call));
    let engine = open(folder.path(), Arc::new(BuiltIn::new(0.0)), 1).await;
    assert_eq!(engine.run(run).await.unwrap().status, Status::Cancelled);
    assert_eq!(engine.revisions(id, 1).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_run_waits_for_one_whose_kind_is_unknown() {
    let (folder, engine, mut script) = scripted().await;
    let id = story(&engine, 2).await.id;
    let request = NewRun::chapter(1);
    engine.start(id, request, None).await.unwrap();
    let _writes = first_draft(&mut script).await;
    sql(folder.path(), "UPDATE runs SET kind = 'strange'").await;
    let request = NewRun::chapter(2);
    let waits = engine.start(id, request, None).await.unwrap();
    assert_eq!(waits.status, Status::Queued);
    assert!(
        waits
            .waiting_for
            .is_some_and(|what| what.contains("chapter 1"))
    );
}

#[tokio::test]
async fn beats_are_regenerated_although_an_older_version_cannot_be_read() {
    let (folder, engine, mut script) = scripted().await;
    let new = story(&engine, 1).await;
    assert_ne!(new.brief, Brief::default());
    for beat in ["One.", "Two.", "Three."] {
        let version = engine.chapter(new.id, 1).await.unwrap().version;
        let patch = ChapterPatch {
            outline: Some(vec![beat.to_owned()]),
            ..ChapterPatch::default()
        };
        let changed = engine.update_chapter(new.id, 1, patch, version);
        changed.await.unwrap();
    }
    let broken = "UPDATE versions SET author = 'nobody', value = '{' \
         WHERE id = (SELECT MIN(id) FROM versions)";
    sql(folder.path(), broken).await;
    let again = NewRun {
        chapter: Some(1.into()),
        ..NewRun::of(RunKind::Outline)
    };
    let run = engine.start(new.id, again, None).await.unwrap().id;
    let run = crate::support::played(&engine, &mut script, run).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    let beats = engine.chapter(new.id, 1).await.unwrap().outline;
    assert_ne!(beats, ["Three."]);
}

#[tokio::test]
async fn what_is_no_text_is_deleted_and_comes_back_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(folder.path(), Arc::new(BuiltIn::new(0.0)), 0).await;
    let id = story(&engine, 1).await.id;
    let fact = Fact {
        id: FactId(uuid::Uuid::from_u128(1)),
        text: "The lamp is out.".to_owned(),
        chapter: Some(1),
    };
    let part = WorldPart::Fact(fact);
    let (part, _) = engine.put_part(id, part, None).await.unwrap();
    engine.shut_down().await;
    let broken = "UPDATE facts SET text = CAST(x'ff41' AS TEXT), by_person = 0; \
                  UPDATE chapters SET title = CAST(x'ff42' AS TEXT)";
    sql(folder.path(), broken).await;

    let engine = open(folder.path(), Arc::new(BuiltIn::new(0.0)), 0).await;
    let (_, version) = engine.part(id, part.id()).await.unwrap();
    engine.delete_part(id, part.id(), version).await.unwrap();
    let title = engine.chapter(id, 1).await.unwrap().title;
    let version = engine.story(id).await.unwrap().version;
    let entry = engine.delete_story(id, version).await.unwrap();
    engine.restore_trashed(entry).await.unwrap();
    assert_eq!(engine.chapter(id, 1).await.unwrap().title, title);
    assert!(title.ends_with('B'), "{title}");
}
