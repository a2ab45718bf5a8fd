//! Replacements: several chapters at once, all of them or none.

use crate::setting::{chapter, commit, drafting, save, story, text, write};
use domain::{RevisionKind, StoryId};
use store::{Error, ReplacedText, Store};

async fn replaced(store: &impl Store, story: StoryId, number: u32, text: &str) -> ReplacedText {
    let chapter = chapter(store, story, number).await;
    ReplacedText {
        chapter: chapter.id,
        version: chapter.version,
        text: text.to_owned(),
    }
}

/// A chapter with another version keeps all of them as they are.
pub async fn change_all_or_nothing(store: &impl Store) {
    let id = story(store, 3).await;
    for number in 1..=3 {
        save(store, id, number, "Mara slept.").await;
    }
    let mut texts = Vec::new();
    for number in [1, 3] {
        texts.push(replaced(store, id, number, "Ines slept.").await);
    }
    let seen = store.event_range().await.unwrap();
    texts[1].version -= 1;
    let refused = store.replace_texts(id, &texts).await.unwrap_err();
    assert!(matches!(refused, Error::Conflict(_)), "{refused}");
    assert!(
        refused.to_string().starts_with("Chapter 3 changed"),
        "{refused}"
    );
    assert_eq!(text(store, id, 1).await, "Mara slept.");
    assert_eq!(store.event_range().await.unwrap(), seen);

    texts[1].version += 1;
    let done = store.replace_texts(id, &texts).await.unwrap();
    assert_eq!(done.chapters.len(), 2);
    for number in [1, 3] {
        assert_eq!(text(store, id, number).await, "Ines slept.");
        assert_eq!(store.revisions(id, number.into()).await.unwrap().len(), 2);
    }
    assert_eq!(chapter(store, id, 3).await.stale, None);
    // Undone, each has the very revision that it had.
    save(store, id, 3, "Ines woke.").await;
    let undone = store.undo_replacement(id, done.id).await.unwrap();
    let chapters =
        |all: &[domain::ReplacedChapter]| all.iter().map(|one| one.number).collect::<Vec<_>>();
    assert_eq!(
        (chapters(&undone.restored), chapters(&undone.kept)),
        (vec![1], vec![3])
    );
    let now = chapter(store, id, 1).await;
    assert_eq!(now.revision, Some(done.chapters[0].before));
    assert_eq!(now.version, undone.restored[0].version);
    assert_eq!(text(store, id, 3).await, "Ines woke.");
    let again = store.undo_replacement(id, done.id).await;
    assert_eq!(again.unwrap_err().code(), "conflict");
    let other = story(store, 1).await;
    let refused = store.undo_replacement(other, done.id).await;
    assert_eq!(refused.unwrap_err().code(), "not_found");
    let refused = store.replace_texts(other, &texts).await;
    assert_eq!(refused.unwrap_err().code(), "not_found");
}

/// A run that writes the chapter meanwhile offers its text.
pub async fn stand_before_what_a_run_writes(store: &impl Store) {
    let (id, lease, step) = drafting(store).await;
    save(store, id, 1, "Mara slept.").await;
    write(store, lease, step, 0, "It rained.").await;
    let new = replaced(store, id, 1, "Ines slept.").await;
    store.replace_texts(id, &[new]).await.unwrap();
    let committed = store
        .commit_chapter(lease, step, commit("It rained."))
        .await;
    committed.unwrap();
    assert_eq!(text(store, id, 1).await, "Ines slept.");
    let history = store.revisions(id, 1.into()).await.unwrap();
    assert_eq!(history[0].kind, RevisionKind::Candidate);
}

/// What a replacement needs to be taken back goes to the trash and comes back with its story.
pub async fn are_taken_back_after_the_trash(store: &impl Store) {
    let id = story(store, 2).await;
    save(store, id, 2, "Mara slept.").await;
    let new = replaced(store, id, 2, "Ines slept.").await;
    let done = store.replace_texts(id, &[new]).await.unwrap();
    let version = store.story(id).await.unwrap().version;
    let gone = store.delete_story(id, version).await.unwrap();
    store.restore_trashed(gone).await.unwrap();
    store.undo_replacement(id, done.id).await.unwrap();
    assert_eq!(text(store, id, 2).await, "Mara slept.");
}
