//! Events: their numbers, their order, and that they belong to what was committed.

use crate::setting::{chapter, story};
use domain::{ChapterPatch, NewChapter};
use futures::future::join_all;
use store::{Error, Store};

/// Numbers have no gaps, however many write at once, and listeners hear them in the order of their numbers.
pub async fn are_dense_and_in_commit_order(store: &impl Store) {
    const WRITERS: u32 = 8;
    const WRITES: u32 = 4;
    let mut stories = Vec::new();
    for _ in 0..WRITERS {
        stories.push(story(store, 1).await);
    }
    let (before, oldest) = store.event_range().await.unwrap();
    assert_eq!(oldest, 1, "nothing was pruned");
    let mut heard = store.hub().subscribe();
    join_all(stories.iter().map(|story| async move {
        for _ in 0..WRITES {
            let new = NewChapter::default();
            store.add_chapter(*story, new).await.unwrap();
        }
    }))
    .await;
    let (last, _) = store.event_range().await.unwrap();
    assert!(last - before >= i64::from(WRITERS * WRITES));
    let stored = store.events(0, u32::MAX).await.unwrap();
    let numbers: Vec<i64> = stored.iter().map(|event| event.seq).collect();
    assert!(numbers.iter().copied().eq(1..=last), "{numbers:?}");
    for event in &stored[usize::try_from(before).unwrap()..] {
        let told = heard.try_recv().unwrap();
        assert_eq!(*told, *event);
    }
    assert!(heard.try_recv().is_err(), "one event is told once");
    let some = store.events(before, 3).await.unwrap();
    let numbers: Vec<i64> = some.iter().map(|event| event.seq).collect();
    assert_eq!(numbers, [before + 1, before + 2, before + 3]);
}

/// A change that is refused leaves no event.
pub async fn of_a_refused_change_do_not_exist(store: &impl Store) {
    let story = story(store, 1).await;
    let version = chapter(store, story, 1).await.version;
    let before = store.event_range().await.unwrap();
    let patch = ChapterPatch {
        title: Some("Rain".to_owned()),
        ..ChapterPatch::default()
    };
    let refused = store.update_chapter(story, 1.into(), patch, version + 1);
    assert!(matches!(
        refused.await,
        Err(Error::StaleVersion { current }) if current == version
    ));
    assert_eq!(store.event_range().await.unwrap(), before);
    assert_eq!(chapter(store, story, 1).await.title, "");
}
