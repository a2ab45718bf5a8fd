//! The library: which stories a list has, copies, small pictures of covers.

use crate::setting::{append, chapter, drafting, save, start, story};
use domain::{BookDetails, RunId, StoryCounts, StoryFilter, StoryId, StoryOrder, StoryQuery};
use exchange::export::BookSettingsChange;
use std::cell::Cell;
use store::{CoverImage, Error, Result, Store};
use text::find::Phrase;

async fn list(store: &impl Store, query: &StoryQuery) -> (Vec<StoryId>, StoryCounts) {
    let (page, counts) = store.stories(query, 100, None).await.unwrap();
    (page.items.iter().map(|story| story.id).collect(), counts)
}

fn by(filter: StoryFilter) -> StoryQuery {
    StoryQuery {
        filter,
        ..StoryQuery::default()
    }
}

async fn set_archived(
    store: &impl Store,
    id: StoryId,
    archived: bool,
    version: i64,
) -> Result<i64> {
    let changed = store.update_story(id, None, None, Some(archived), version);
    Ok(changed.await?.version)
}

/// An archived story is not in the usual list. All else of it is as before: search, runs, the time of its last change.
pub async fn archived_stories_leave_the_list_alone(store: &impl Store) {
    let (old, other) = (story(store, 1).await, story(store, 1).await);
    save(store, old, 1, "The quetzal flew.").await;
    let run: RunId = start(store, old, 1).await.id;
    let before = store.story(old).await.unwrap();
    let version = set_archived(store, old, true, before.version)
        .await
        .unwrap();
    assert!(version > before.version);
    let archived = store.story(old).await.unwrap();
    assert!(archived.archived_at.is_some());
    assert_eq!(archived.updated_at, before.updated_at);
    assert_eq!(list(store, &by(StoryFilter::All)).await.0, [other]);
    assert_eq!(list(store, &by(StoryFilter::Archived)).await.0, [old]);
    assert_eq!(list(store, &by(StoryFilter::Generating)).await.0, [old]);
    assert_eq!(list(store, &by(StoryFilter::Any)).await.0.len(), 2);
    let phrase = Phrase::new("quetzal").unwrap();
    let found = store.search(None, &phrase, 10, None).await.unwrap();
    assert_eq!(found.items.len(), 1);
    assert_eq!(store.claim().await.unwrap().unwrap().run.id, run);
    // A change that is based on an earlier version is refused, and archiving twice keeps the time.
    let late = set_archived(store, old, false, before.version).await;
    assert!(matches!(late, Err(Error::StaleVersion { current }) if current == version));
    let version = set_archived(store, old, true, version).await.unwrap();
    let again = store.story(old).await.unwrap();
    assert_eq!(again.archived_at, archived.archived_at);
    set_archived(store, old, false, version).await.unwrap();
    assert_eq!(list(store, &by(StoryFilter::All)).await.0.len(), 2);
}

/// The words are found in title, author, premise and genre, whatever their case and accents; the counts are of those.
pub async fn is_filtered_by_words_and_counted(store: &impl Store) {
    let (one, two) = (story(store, 2).await, story(store, 1).await);
    let version = store.story(one).await.unwrap().version;
    let title = Some("Ærøskøbing at Élan’s End".to_owned());
    store
        .update_story(one, title, None, None, version)
        .await
        .unwrap();
    let change = BookSettingsChange {
        details: BookDetails {
            author: "Zoë Quill".to_owned(),
            ..BookDetails::default()
        },
        ..BookSettingsChange::default()
    };
    store.set_book_settings(one, &change, 0).await.unwrap();
    assert_eq!(store.story(one).await.unwrap().author, "Zoë Quill");
    save(store, two, 1, "All of it.").await;
    let find = async |words: &str| {
        let words = words.to_owned();
        list(
            store,
            &StoryQuery {
                words,
                ..StoryQuery::default()
            },
        )
        .await
    };
    assert_eq!(find("elan's").await.0, [one]);
    assert_eq!(find("  QUILL zoe ").await.0, [one]);
    assert_eq!(find("brother radio").await.0.len(), 2, "of the premise");
    assert!(find("radio xylophone").await.0.is_empty());
    let counts = find("radio").await.1;
    let expected = StoryCounts {
        all: 2,
        in_progress: 2,
        finished: 0,
        generating: 0,
        archived: 0,
    };
    assert_eq!(counts, expected);
    assert_eq!(find("quill").await.1.all, 1);
    let by_words = StoryQuery {
        order: StoryOrder::Words,
        ..StoryQuery::default()
    };
    assert_eq!(list(store, &by_words).await.0, [two, one]);
}

/// A copy of a long story is made in pieces: a run writes its draft in between, and nobody sees the copy before it is
/// whole.
pub async fn a_copy_lets_others_write(store: &impl Store) {
    let (_, lease, step) = drafting(store).await;
    let long = story(store, 24).await;
    for number in 1..=24 {
        save(
            store,
            long,
            number,
            &format!("{number} {}", "wondrous ".repeat(4_000)),
        )
        .await;
    }
    let wondrous = Phrase::new("wondrous").unwrap();
    let done = Cell::new(false);
    let copy = async {
        let copy = store.duplicate_story(long).await.unwrap();
        done.set(true);
        copy
    };
    let writing = async {
        let (mut written, mut offset) = (0, 0);
        while !done.get() {
            store
                .append(lease, step, append(offset, "It rained. "), None)
                .await
                .unwrap();
            (written, offset) = (written + 1, offset + 11);
        }
        written
    };
    let reading = async {
        let mut read = 0;
        while !done.get() {
            let (stories, counts) = list(store, &by(StoryFilter::Any)).await;
            let found = store.search(None, &wondrous, 100, None).await.unwrap();
            if done.get() {
                break;
            }
            // The copy is whole as soon as it is seen, which may be before its maker hears of it.
            if stories.len() == 2 {
                assert_eq!((counts.all, found.items.len() % 24), (2, 0));
            }
            read += 1;
        }
        read
    };
    let (copy, written, read) = futures::join!(copy, writing, reading);
    assert!(
        written >= 8,
        "{written} pieces of a draft while the copy was made"
    );
    assert!(read >= 1, "{read} pages while the copy was made");
    assert_eq!((copy.chapters, copy.words), (24, 24 * 4_001));
    assert_eq!(chapter(store, copy.id, 24).await.words, 4_001);
    let text = store
        .current_revision(copy.id, 24.into())
        .await
        .unwrap()
        .unwrap()
        .text;
    assert!(text.starts_with("24 wondrous"));
    let found = store
        .search(Some(copy.id), &wondrous, 100, None)
        .await
        .unwrap();
    assert_eq!(found.items.len(), 24);
    assert_eq!(list(store, &by(StoryFilter::Any)).await.0.len(), 3);
}

/// A small picture stays beside its cover, also in a copy. A cover without one is not offered as a picture.
pub async fn pictures_of_covers_are_kept(store: &impl Store) {
    let id = story(store, 1).await;
    assert_eq!(store.story(id).await.unwrap().cover, None);
    let image = CoverImage {
        media_type: "image/png".to_owned(),
        bytes: b"large".to_vec(),
    };
    let settings = store.add_cover(id, &image, 0).await.unwrap();
    let cover = settings.cover.unwrap();
    assert_eq!(store.story(id).await.unwrap().cover, Some(cover));
    assert_eq!(store.thumbnail(id, cover).await.unwrap(), None);
    store.keep_thumbnail(cover, b"small").await.unwrap();
    assert_eq!(
        store.thumbnail(id, cover).await.unwrap().as_deref(),
        Some(&b"small"[..])
    );
    let copy = store.duplicate_story(id).await.unwrap();
    let copied = copy.cover.unwrap();
    assert_ne!(copied, cover);
    assert_eq!(
        store.thumbnail(copy.id, copied).await.unwrap().as_deref(),
        Some(&b"small"[..])
    );
    // Of another story.
    assert!(matches!(
        store.thumbnail(copy.id, cover).await,
        Err(Error::NotFound("cover"))
    ));
    let entry = store
        .delete_story(id, store.story(id).await.unwrap().version)
        .await
        .unwrap();
    store.keep_thumbnail(cover, b"too late").await.unwrap();
    store.restore_trashed(entry).await.unwrap();
    assert_eq!(
        store.thumbnail(id, cover).await.unwrap().as_deref(),
        Some(&b"small"[..])
    );
    store.keep_thumbnail(cover, b"").await.unwrap();
    assert_eq!(store.story(id).await.unwrap().cover, None);
}
