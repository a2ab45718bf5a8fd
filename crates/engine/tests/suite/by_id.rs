//! A chapter that is named by its id is reached wherever it is: another tab may have deleted one before it, or brought
//! one back.

use crate::{
    support::{builtin, open, story},
    trash::delete_chapter,
};
use domain::{
    CallFilter, ChapterId, ChapterPatch, ChapterRef, Dismissal, NewAutosave, NewRun, RunKind,
    StoryId, VersionTarget,
};
use engine::{Engine, Error, Result};
use std::sync::Arc;
use storyteller::BuiltIn;

fn typed(device: &str) -> NewAutosave {
    NewAutosave {
        device: device.to_owned(),
        text: format!("Typed on {device}."),
        base_version: 1,
        base_revision: None,
    }
}

fn finding(quote: &str) -> Dismissal {
    Dismissal {
        kind: "contradiction".to_owned(),
        quote: quote.to_owned(),
        note: String::new(),
    }
}

/// Does what a page does with the chapter it has open, which has this number by now.
async fn reaches(engine: &Engine, story: StoryId, id: ChapterId, number: u32, device: &str) {
    let now = engine.chapter(story, id).await.unwrap();
    assert_eq!((now.id, now.number), (id, number));

    let new = typed(device);
    engine.keep_autosave(story, id, new).await.unwrap();
    let kept = engine.autosaves(story, number).await.unwrap();
    assert!(kept.iter().any(|kept| kept.device == device), "{kept:?}");

    let text = format!("Saved on {device}.");
    let save = engine.save_text(story, id, text.clone(), now.version);
    let saved = save.await.unwrap();
    assert_eq!((saved.id, saved.number), (id, number));
    let current = engine.current_revision(story, number).await.unwrap();
    assert_eq!(current.unwrap().text, text);
    let (compared, _) = engine.compare_with_current(story, id, text).await.unwrap();
    assert_eq!(compared.id, id);

    let before = engine.revisions(story, id).await.unwrap().len();
    let text = format!("Set aside on {device}.");
    let aside = engine.set_aside(story, id, text, saved.version);
    aside.await.unwrap();
    let after = engine.revisions(story, number).await.unwrap().len();
    assert_eq!(after, before + 1);

    let found = finding(device);
    let dismiss = engine.dismiss_finding(story, id, found.clone());
    assert_eq!(dismiss.await.unwrap().id, id);
    let dismissed = engine.dismissed(story, number).await.unwrap();
    assert!(dismissed.contains(&found));

    let title = ChapterPatch {
        title: Some(format!("Named on {device}")),
        ..ChapterPatch::default()
    };
    let version = engine.chapter(story, id).await.unwrap().version;
    let changed = engine.update_chapter(story, id, title, version);
    assert_eq!(changed.await.unwrap().number, number);
    let versions = async |chapter: ChapterRef| {
        let of = VersionTarget::Outline(chapter);
        engine.versions(story, of, 10, None).await.unwrap()
    };
    let titles = versions(id.into()).await;
    assert!(!titles.items.is_empty());
    assert_eq!(titles.items, versions(number.into()).await.items);

    engine.discard_autosave(story, id, device).await.unwrap();
    let kept = engine.autosaves(story, id).await.unwrap();
    assert!(kept.iter().all(|kept| kept.device != device), "{kept:?}");
}

#[tokio::test]
async fn what_is_typed_saved_and_dismissed_is_in_the_same_chapter() {
    let (_folder, engine) = builtin().await;
    let id = story(&engine, 4).await.id;
    let third = engine.chapter(id, 3).await.unwrap();
    reaches(&engine, id, third.id, 3, "a").await;

    let version = engine.chapter(id, 3).await.unwrap().version;
    let first = delete_chapter(&engine, id, 1).await;
    // What is based on a version from before is refused, and the answer leads to the present one.
    let late = engine
        .save_text(id, third.id, "Late.".to_owned(), version)
        .await;
    let Err(Error::StaleVersion { current }) = late else {
        panic!("it is refused: {late:?}");
    };
    let now = engine.chapter(id, third.id).await.unwrap();
    assert_eq!((now.number, now.version), (2, current));
    reaches(&engine, id, third.id, 2, "b").await;

    engine.restore_trashed(first).await.unwrap();
    reaches(&engine, id, third.id, 3, "c").await;

    for number in [1, 2, 4] {
        assert_eq!(engine.revisions(id, number).await.unwrap(), []);
        assert_eq!(engine.autosaves(id, number).await.unwrap(), []);
        assert_eq!(engine.dismissed(id, number).await.unwrap(), []);
        let chapter = engine.chapter(id, number).await.unwrap();
        assert_eq!(chapter.title, "");
    }
}

#[tokio::test]
async fn a_run_writes_the_chapter_that_was_meant() {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(folder.path(), Arc::new(BuiltIn::new(0.0)), 0).await;
    let id = story(&engine, 4).await.id;
    let third = engine.chapter(id, 3).await.unwrap();
    let save = engine.save_text(id, 3, "It rained.".to_owned(), third.version);
    save.await.unwrap();
    let first = delete_chapter(&engine, id, 1).await;
    let start = async |new: NewRun, key: &str| {
        let key = Some(key.to_owned());
        engine.start(id, new, key).await
    };
    let of_kind = |kind: RunKind| NewRun {
        chapter: Some(third.id.into()),
        ..NewRun::of(kind)
    };
    for (new, title) in [
        (NewRun::chapter(third.id), "Write chapter 2"),
        (of_kind(RunKind::Rewrite), "Rewrite chapter 2"),
        (of_kind(RunKind::Outline), "Regenerate beats of chapter 2"),
    ] {
        let run = start(new, title).await.unwrap();
        assert_eq!(run.title(), title);
        let meant = run.steps.last().unwrap();
        assert_eq!((meant.chapter_id, meant.chapter), (Some(third.id), Some(2)));
    }

    // The same request with the same key is the same run, whatever its chapter's number is by now. A number that means
    // the same chapter is another request, but asks for what is under way already.
    let run = start(NewRun::chapter(third.id), "Write chapter 2")
        .await
        .unwrap();
    engine.restore_trashed(first).await.unwrap();
    let again = start(NewRun::chapter(third.id), "Write chapter 2")
        .await
        .unwrap();
    assert_eq!((again.id, &*again.title()), (run.id, "Write chapter 3"));
    let reused = start(NewRun::chapter(3), "Write chapter 2").await;
    assert!(matches!(reused, Err(Error::KeyReused)), "{reused:?}");
    assert_eq!(start(NewRun::chapter(3), "new").await.unwrap().id, run.id);
}

/// Asks for a chapter in every way that there is; all refuse it.
async fn is_not_found(engine: &Engine, story: StoryId, id: ChapterId) {
    fn refused<T: std::fmt::Debug>(answer: Result<T>) {
        assert!(
            matches!(answer, Err(Error::NotFound("chapter"))),
            "{answer:?}"
        );
    }
    let text = || "Lost.".to_owned();
    let (patch, found) = (ChapterPatch::default(), finding("lost"));
    refused(engine.chapter(story, id).await);
    refused(engine.update_chapter(story, id, patch, 1).await);
    refused(engine.delete_chapter(story, id, 1).await);
    refused(engine.current_revision(story, id).await);
    refused(engine.revisions(story, id).await);
    refused(engine.save_text(story, id, text(), 1).await);
    refused(engine.set_aside(story, id, text(), 1).await);
    refused(engine.compare_with_current(story, id, text()).await);
    refused(engine.keep_autosave(story, id, typed("a")).await);
    refused(engine.autosaves(story, id).await);
    refused(engine.discard_autosave(story, id, "a").await);
    refused(engine.dismissed(story, id).await);
    refused(engine.dismiss_finding(story, id, found.clone()).await);
    refused(engine.restore_finding(story, id, found).await);
    refused(engine.start(story, NewRun::chapter(id), None).await);
    let of = VersionTarget::Outline(id.into());
    refused(engine.versions(story, of, 10, None).await);
    let of = CallFilter::Chapter(story, id.into());
    refused(engine.calls(of, 10, None).await);
}

#[tokio::test]
async fn an_id_of_another_story_or_of_a_deleted_chapter_is_not_found() {
    let (_folder, engine) = builtin().await;
    let (one, other) = (story(&engine, 2).await.id, story(&engine, 2).await.id);
    let theirs = engine.chapter(other, 1).await.unwrap();
    is_not_found(&engine, one, theirs.id).await;
    assert_eq!(engine.chapter(other, 1).await.unwrap(), theirs);

    let deleted = engine.chapter(one, 1).await.unwrap().id;
    let entry = delete_chapter(&engine, one, 1).await;
    is_not_found(&engine, one, deleted).await;
    engine.restore_trashed(entry).await.unwrap();
    let back = engine.chapter(one, deleted).await.unwrap();
    assert_eq!(back.number, 1);
}
