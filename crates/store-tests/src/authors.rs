//! What belongs to the author: versions, the trash, dismissals, unsaved texts.

use crate::setting::{chapter, commit, drafting, save, start, story, text};
use domain::{
    ChapterState, Dismissal, Finding, NewAutosave, PartId, Preferences, RunPatch, Severity,
    Timestamp,
};
use store::{ChapterCommit, Error, Result, Store};

/// Every change that a person makes names the version it is based on; another one is refused, with the version now.
pub async fn a_stale_version_is_refused(store: &impl Store) {
    let story = story(store, 1).await;
    let now = store.story(story).await.unwrap().version;
    let at_chapter = chapter(store, story, 1).await.version;
    let entity = PartId::Entity(store.world(story).await.unwrap().entities[0].id);
    let (part, of_part) = store.part(story, entity).await.unwrap();
    let run = start(store, story, 1).await;
    let (preferences, of_settings) = store.preferences().await.unwrap();
    let text = || "It rained.".to_owned();
    let refused: [(i64, Result<()>); 8] = [
        (
            now,
            store
                .update_story(story, None, None, None, now + 1)
                .await
                .map(drop),
        ),
        (now, store.delete_story(story, now + 1).await.map(drop)),
        (
            at_chapter,
            store
                .save_text(story, 1.into(), text().into(), at_chapter + 1)
                .await
                .map(drop),
        ),
        (
            at_chapter,
            store
                .set_aside(story, 1.into(), text(), at_chapter + 1)
                .await
                .map(drop),
        ),
        (
            at_chapter,
            store
                .delete_chapter(story, 1.into(), at_chapter + 1)
                .await
                .map(drop),
        ),
        (
            of_part,
            store
                .put_part(story, part, Some(of_part + 1))
                .await
                .map(drop),
        ),
        (
            run.version,
            store
                .update_run(run.id, RunPatch::default(), "", run.version + 1)
                .await
                .map(drop),
        ),
        (
            of_settings,
            store
                .save_preferences(&preferences, of_settings + 1)
                .await
                .map(drop),
        ),
    ];
    for (nth, (version, refused)) in refused.into_iter().enumerate() {
        assert!(
            matches!(refused, Err(Error::StaleVersion { current }) if current == version),
            "{nth}: {refused:?}"
        );
    }
    let kept = store
        .save_preferences(&Preferences::default(), of_settings)
        .await;
    assert_eq!(kept.unwrap(), of_settings + 1);
}

/// What was deleted comes back whole, at its place; what was deleted for good does not.
pub async fn trash_gives_everything_back(store: &impl Store) {
    let story = story(store, 3).await;
    for number in 1..=3 {
        save(store, story, number, &format!("No. {number}")).await;
    }
    let second = chapter(store, story, 2).await;
    let entry = store
        .delete_chapter(story, 2.into(), second.version)
        .await
        .unwrap();
    assert_eq!(text(store, story, 2).await, "No. 3");
    let listed = store.trash(10, None).await.unwrap().items;
    assert!(listed.len() == 1 && listed[0].id == entry);
    let restored = store.restore_trashed(entry).await.unwrap();
    assert_eq!((restored.chapter, restored.note), (Some(2), None));
    assert_eq!(chapter(store, story, 2).await.id, second.id);
    assert_eq!(text(store, story, 2).await, "No. 2");
    assert_eq!(text(store, story, 3).await, "No. 3");
    let version = store.story(story).await.unwrap().version;
    let entry = store.delete_story(story, version).await.unwrap();
    assert!(matches!(store.story(story).await, Err(Error::NotFound(_))));
    store.restore_trashed(entry).await.unwrap();
    assert_eq!(text(store, story, 2).await, "No. 2");
    let version = store.story(story).await.unwrap().version;
    let entry = store.delete_story(story, version).await.unwrap();
    assert_eq!(store.empty_trash(Timestamp(0)).await.unwrap(), 0);
    store.delete_forever(entry).await.unwrap();
    let gone = store.restore_trashed(entry).await;
    assert!(matches!(gone, Err(Error::NotFound(_))));
}

/// A chapter that needs review for findings alone is written while all of them are dismissed.
pub async fn dismissals_decide_the_state(store: &impl Store) {
    let (story, lease, step) = drafting(store).await;
    let finding = Finding {
        severity: Severity::Major,
        kind: "repetition".to_owned(),
        quote: "It rained.".to_owned(),
        note: "Again.".to_owned(),
    };
    let reported = ChapterCommit {
        findings: vec![finding.clone()],
        needs_review: true,
        ..commit("It rained.")
    };
    store.commit_chapter(lease, step, reported).await.unwrap();
    let written = chapter(store, story, 1).await;
    assert_eq!(written.state, ChapterState::NeedsReview);
    let dismissal = Dismissal::of(&finding);
    let wish = || (story, 1.into(), dismissal.clone());
    let (of, number, what) = wish();
    let calm = store.dismiss(of, number, what).await.unwrap();
    assert_eq!(calm.state, ChapterState::Written);
    let (of, number, what) = wish();
    let again = store.dismiss(of, number, what).await.unwrap();
    assert_eq!(again.version, calm.version, "nothing changes");
    let known = store.dismissed(written.id).await.unwrap();
    assert!(known.len() == 1 && known[0] == dismissal);
    let (of, number, what) = wish();
    let back = store.undismiss(of, number, what).await.unwrap();
    assert_eq!(back.state, ChapterState::NeedsReview);
    assert!(store.dismissed(written.id).await.unwrap().is_empty());
}

/// Each device has one unsaved text of a chapter, until it says what was saved, or is discarded.
pub async fn unsaved_texts_are_kept_per_device(store: &impl Store) {
    let story = story(store, 1).await;
    let version = chapter(store, story, 1).await.version;
    let keep = |device: &str, text: &str| {
        let new = NewAutosave {
            device: device.to_owned(),
            text: text.to_owned(),
            base_version: version,
            base_revision: None,
        };
        store.keep_autosave(story, 1.into(), new)
    };
    keep("laptop", "It rai").await.unwrap();
    keep("laptop", "It rained.").await.unwrap();
    keep("phone", "It snowed.").await.unwrap();
    keep("tablet", "It rained.").await.unwrap();
    let devices = || async {
        let mut kept = store.autosaves(story, 1.into()).await.unwrap();
        kept.sort_by(|one, other| one.device.cmp(&other.device));
        let of = kept.into_iter().map(|kept| (kept.device, kept.text));
        of.collect::<Vec<_>>()
    };
    assert_eq!(devices().await.len(), 3);
    assert_eq!(devices().await[0].1, "It rained.");
    save(store, story, 1, "It rained.").await;
    let left = devices().await;
    assert_eq!(left, [("phone".to_owned(), "It snowed.".to_owned())]);
    for _ in 0..2 {
        store
            .discard_autosave(story, 1.into(), "phone")
            .await
            .unwrap();
        assert!(devices().await.is_empty());
    }
}
