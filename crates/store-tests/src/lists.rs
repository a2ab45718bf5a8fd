//! Lists: page by page, nothing twice and nothing left out.

use crate::setting::{call, chapter, start, story};
use domain::{
    CallFilter, CallId, ChapterPatch, Page, RunId, Stage, StoryId, StoryQuery, TrashId, VersionId,
    VersionTarget,
};
use std::{fmt::Debug, future::Future, str::FromStr};
use store::{Result, RunFilter, Store};

/// Reads a list in pages of two, and checks the size of each.
async fn read<T, Id, Read>(mut page: impl FnMut(Option<Id>) -> Read) -> Vec<T>
where
    Id: FromStr<Err: Debug>,
    Read: Future<Output = Result<Page<T>>>,
{
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let Page { items, next } = page(after).await.unwrap();
        assert!(items.len() == 2 || items.len() < 2 && next.is_none());
        all.extend(items);
        let Some(next) = next else { return all };
        after = Some(next.parse().unwrap());
    }
}

/// Every list that has pages.
pub async fn are_paged_without_gaps(store: &impl Store) {
    let mut stories = Vec::new();
    for _ in 0..5 {
        stories.push(story(store, 1).await);
    }
    stories.reverse();
    let query = StoryQuery::default();
    let seen =
        read(async |after: Option<StoryId>| Ok(store.stories(&query, 2, after).await?.0)).await;
    assert!(
        seen.iter()
            .map(|story| story.id)
            .eq(stories.iter().copied())
    );

    let mut runs = Vec::new();
    for story in &stories {
        runs.push(start(store, *story, 1).await.id);
    }
    runs.reverse();
    let all = RunFilter::default();
    let seen = read(|after: Option<RunId>| store.runs(all, 2, after)).await;
    assert!(seen.iter().map(|run| run.id).eq(runs.iter().copied()));

    let claimed = store.claim().await.unwrap().unwrap();
    let (lease, step) = (claimed.lease, claimed.run.steps[0].id);
    for tokens in 1..=4 {
        let recorded = store.record_call(lease, step, Stage::Draft, call(tokens));
        recorded.await.unwrap();
    }
    let of = CallFilter::Run(lease.run);
    let seen = read(|after: Option<CallId>| store.calls(of, 2, after)).await;
    let tokens = seen.iter().map(|call| call.spent.answer_tokens);
    assert!(tokens.eq([4, 3, 2, 1]));

    let first = stories[0];
    for title in ["One", "Two", "Three"] {
        let patch = ChapterPatch {
            title: Some(title.to_owned()),
            ..ChapterPatch::default()
        };
        let version = chapter(store, first, 1).await.version;
        let changed = store.update_chapter(first, 1.into(), patch, version);
        changed.await.unwrap();
    }
    let of = VersionTarget::Outline(1.into());
    let seen = read(|after: Option<VersionId>| store.versions(first, of, 2, after)).await;
    assert_eq!(seen.len(), 4);
    assert!(seen.is_sorted_by(|one, next| one.id > next.id));
    assert!(seen[0].current && !seen[1].current);

    let mut entries = Vec::new();
    for story in &stories[..3] {
        let version = store.story(*story).await.unwrap().version;
        entries.push(store.delete_story(*story, version).await.unwrap());
    }
    entries.reverse();
    let seen = read(|after: Option<TrashId>| store.trash(2, after)).await;
    assert!(seen.iter().map(|entry| entry.id).eq(entries));
}
