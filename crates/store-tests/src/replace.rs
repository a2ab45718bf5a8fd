//! Replacements: several parts of a story at once, all of them or none.

use crate::setting::{chapter, commit, drafting, save, story, text, write};
use domain::{
    PartValue, ReplacedPart, Replacement, RevisionKind, SearchKind, StoryId, StoryPart,
    VersionTarget, VersionValue, WorldPart,
};
use store::{NewReplacement, Store};

/// The parts of a story that say “Mara” or “rains”, with other words in their places.
async fn changed(store: &impl Store, story: StoryId) -> Vec<StoryPart> {
    let parts = store.story_parts(story).await.unwrap();
    let other = |text: &mut String| *text = text.replace("Mara", "Ines").replace("rains", "snows");
    let changed = parts.into_iter().filter_map(|part| {
        let mut new = part.clone();
        match &mut new.value {
            PartValue::Text(text) => other(text),
            PartValue::Summary(summary) => {
                other(&mut summary.summary);
                summary.threads.iter_mut().for_each(other);
            }
            PartValue::Version(VersionValue::Outline(outline)) => {
                outline.outline.iter_mut().for_each(other);
            }
            PartValue::Version(VersionValue::Brief(brief)) => other(&mut brief.brief.premise),
            PartValue::Version(VersionValue::Part(WorldPart::Entity(entity))) => {
                other(&mut entity.name);
            }
            PartValue::Version(VersionValue::Part(WorldPart::Fact(fact))) => other(&mut fact.text),
            PartValue::Version(_) => {}
        }
        (new.value != part.value).then_some(new)
    });
    changed.collect()
}

fn new(parts: Vec<StoryPart>) -> NewReplacement {
    NewReplacement {
        find: "Mara".to_owned(),
        replace: "Ines".to_owned(),
        places: 7,
        parts,
    }
}

async fn replace(store: &impl Store, story: StoryId) -> Replacement {
    let new = new(changed(store, story).await);
    store.replace_parts(story, &new).await.unwrap()
}

async fn name(store: &impl Store, story: StoryId) -> String {
    store.world(story).await.unwrap().entities[0].name.clone()
}

fn kinds(parts: &[ReplacedPart]) -> Vec<(SearchKind, Option<u32>)> {
    parts.iter().map(|part| (part.kind, part.chapter)).collect()
}

/// A part with another version keeps all of them as they are.
pub async fn change_all_or_nothing(store: &impl Store) {
    use SearchKind::{Entity, Outline, Text};
    let id = story(store, 3).await;
    for number in [1, 3] {
        save(store, id, number, "Mara slept.").await;
    }
    let mut parts = changed(store, id).await;
    let kinds_found: Vec<_> = parts.iter().map(|part| part.kind).collect();
    assert_eq!(kinds_found, [Outline, Text, Outline, Outline, Text, Entity]);
    let seen = store.event_range().await.unwrap();
    parts[4].version -= 1;
    let refused = store.replace_parts(id, &new(parts.clone())).await;
    let refused = refused.unwrap_err();
    assert_eq!(refused.code(), "conflict");
    assert!(
        refused.to_string().starts_with("Chapter 3 changed"),
        "{refused}"
    );
    assert_eq!(text(store, id, 1).await, "Mara slept.");
    assert_eq!(name(store, id).await, "Mara");
    assert_eq!(store.event_range().await.unwrap(), seen);

    parts[4].version += 1;
    let done = store.replace_parts(id, &new(parts.clone())).await.unwrap();
    assert_eq!((done.changed, done.chapters, done.others), (7, 3, 1));
    for number in [1, 3] {
        assert_eq!(text(store, id, number).await, "Ines slept.");
        assert_eq!(store.revisions(id, number.into()).await.unwrap().len(), 2);
        let chapter = chapter(store, id, number).await;
        assert_eq!(
            (chapter.outline, chapter.stale),
            (vec!["It snows.".to_owned()], None)
        );
    }
    assert_eq!(name(store, id).await, "Ines");
    let outline = VersionTarget::Outline(1.into());
    let history = store.versions(id, outline, 10, None).await.unwrap().items;
    assert_eq!(history.len(), 2, "{history:?}");
    let again = store.replace_parts(id, &new(parts.clone())).await;
    assert_eq!(again.unwrap_err().code(), "conflict");
    let other = story(store, 1).await;
    let refused = store.replace_parts(other, &new(parts)).await;
    assert_eq!(refused.unwrap_err().code(), "conflict");
}

/// What was changed since stays, all else is as before.
pub async fn are_taken_back_once(store: &impl Store) {
    let id = story(store, 2).await;
    save(store, id, 1, "Mara slept.").await;
    save(store, id, 2, "Mara woke.").await;
    let before = chapter(store, id, 1).await;
    let done = replace(store, id).await;
    save(store, id, 2, "Ines ran.").await;
    let listed = store.replacements(id, 10, None).await.unwrap().items;
    assert_eq!(listed, std::slice::from_ref(&done));
    let undone = store.undo_replacement(id, done.undo).await.unwrap();
    assert_eq!(kinds(&undone.kept), [(SearchKind::Text, Some(2))]);
    assert_eq!(
        (undone.restored, undone.in_trash.len(), undone.gone),
        (4, 0, 0)
    );
    let now = chapter(store, id, 1).await;
    assert_eq!(
        (now.revision, now.outline),
        (before.revision, before.outline)
    );
    assert_eq!(name(store, id).await, "Mara");
    assert_eq!(text(store, id, 2).await, "Ines ran.");
    let again = store.undo_replacement(id, done.undo).await;
    assert_eq!(again.unwrap_err().code(), "conflict");
    let listed = store.replacements(id, 10, None).await.unwrap().items;
    assert!(listed[0].undone_at.is_some());
    let other = story(store, 1).await;
    let refused = store.undo_replacement(other, done.undo).await;
    assert_eq!(refused.unwrap_err().code(), "not_found");
    let second = replace(store, id).await;
    let page = store.replacements(id, 1, None).await.unwrap();
    assert_eq!(
        (page.items[0].undo, page.next.is_some()),
        (second.undo, true)
    );
    let rest = store.replacements(id, 1, Some(second.undo)).await.unwrap();
    assert_eq!((rest.items[0].undo, rest.next), (done.undo, None));
}

/// A run that writes the chapter meanwhile offers its text; what it found of another chapter is replaced, too.
pub async fn stand_before_what_a_run_writes(store: &impl Store) {
    let (id, lease, step) = drafting(store).await;
    save(store, id, 1, "Mara slept.").await;
    write(store, lease, step, 0, "It rained.").await;
    replace(store, id).await;
    let committed = store
        .commit_chapter(lease, step, commit("It rained."))
        .await;
    committed.unwrap();
    assert_eq!(text(store, id, 1).await, "Ines slept.");
    let history = store.revisions(id, 1.into()).await.unwrap();
    assert_eq!(history[0].kind, RevisionKind::Candidate);

    let (id, lease, step) = drafting(store).await;
    write(store, lease, step, 0, "It rained.").await;
    let committed = store
        .commit_chapter(lease, step, commit("It rained."))
        .await;
    committed.unwrap();
    let done = replace(store, id).await;
    assert_eq!(chapter(store, id, 1).await.summary, "It snows.");
    assert_eq!(
        store.world(id).await.unwrap().facts[0].text,
        "It snows in May."
    );
    let undone = store.undo_replacement(id, done.undo).await.unwrap();
    assert_eq!(undone.kept, []);
    assert_eq!(chapter(store, id, 1).await.summary, "It rains.");
    assert_eq!(
        store.world(id).await.unwrap().facts[0].text,
        "It rains in May."
    );
}

/// What is in the trash is told, and taken back once it is restored.
pub async fn are_taken_back_after_the_trash(store: &impl Store) {
    let id = story(store, 2).await;
    save(store, id, 2, "Mara slept.").await;
    let done = replace(store, id).await;
    let version = chapter(store, id, 2).await.version;
    let gone = store.delete_chapter(id, 2.into(), version).await.unwrap();
    let version = store.story(id).await.unwrap().version;
    let story_gone = store.delete_story(id, version).await.unwrap();
    store.restore_trashed(story_gone).await.unwrap();
    let undone = store.undo_replacement(id, done.undo).await.unwrap();
    let in_trash: Vec<_> = undone
        .in_trash
        .iter()
        .map(|part| (part.kind, &*part.heading))
        .collect();
    assert_eq!(
        in_trash,
        [
            (SearchKind::Outline, "Chapter 2"),
            (SearchKind::Text, "Chapter 2")
        ]
    );
    assert_eq!(undone.restored, 2);
    assert_eq!(name(store, id).await, "Mara");
    // Nothing is left but what is in the trash.
    let undone = store.undo_replacement(id, done.undo).await.unwrap();
    assert_eq!((undone.restored, undone.in_trash.len()), (0, 2));
    store.restore_trashed(gone).await.unwrap();
    let undone = store.undo_replacement(id, done.undo).await.unwrap();
    assert_eq!((undone.restored, undone.in_trash.len()), (2, 0));
    assert_eq!(text(store, id, 2).await, "Mara slept.");
    let again = store.undo_replacement(id, done.undo).await;
    assert_eq!(again.unwrap_err().code(), "conflict");

    // What was deleted for good is counted.
    let done = replace(store, id).await;
    let version = chapter(store, id, 2).await.version;
    let gone = store.delete_chapter(id, 2.into(), version).await.unwrap();
    store.delete_forever(gone).await.unwrap();
    let undone = store.undo_replacement(id, done.undo).await.unwrap();
    assert_eq!((undone.restored, undone.gone), (2, 2));
}
