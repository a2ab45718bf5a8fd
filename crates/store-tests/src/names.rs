//! Names: of all stories, and of what is in one of them.

use crate::setting::story;
use domain::{Chapter, ChapterPatch, Entity, EntityId, EntityKind, NameKind, NameMatch, WorldPart};
use store::{Store, ids};

fn of_kind(named: &[NameMatch], kind: NameKind) -> Vec<&NameMatch> {
    named.iter().filter(|one| one.kind == kind).collect()
}

/// Every story is named, and chapters and entities of the one that is asked about alone.
pub async fn are_those_of_all_stories_and_of_one(store: &impl Store) {
    let (first, second) = (story(store, 2).await, story(store, 3).await);
    let chapters: Vec<Chapter> = store.chapters(first).await.unwrap();
    let patch = ChapterPatch {
        title: Some("The Ferry".to_owned()),
        ..ChapterPatch::default()
    };
    let change = store.update_chapter(first, 2.into(), patch, chapters[1].version);
    change.await.unwrap();
    let entity = Entity {
        id: EntityId(ids::new_id()),
        kind: EntityKind::Place,
        name: "The Old Quay".to_owned(),
        role: String::new(),
        description: String::new(),
        pronouns: String::new(),
        goal: String::new(),
        traits: Vec::new(),
    };
    let part = WorldPart::Entity(entity.clone());
    store.put_part(first, part, None).await.unwrap();
    let named = store.names(Some(first)).await.unwrap();
    let chapters: Vec<_> = of_kind(&named, NameKind::Chapter)
        .into_iter()
        .map(|one| (one.story, one.number, one.name.as_str()))
        .collect();
    let expected = [(first, Some(1), ""), (first, Some(2), "The Ferry")];
    assert_eq!(chapters, expected);
    let entities = of_kind(&named, NameKind::Entity);
    let quay = entities.iter().find(|one| one.id == entity.id.0).unwrap();
    assert_eq!(
        (quay.name.as_str(), quay.entity),
        ("The Old Quay", Some(EntityKind::Place))
    );
    // The one that was changed last comes first.
    let stories = of_kind(&named, NameKind::Story);
    let ids: Vec<_> = stories.iter().map(|one| one.story).collect();
    assert_eq!(ids, [first, second]);
    let all = store.names(None).await.unwrap();
    assert_eq!(all.len(), 2);
    let version = store.story(first).await.unwrap().version;
    store.delete_story(first, version).await.unwrap();
    let left = store.names(None).await.unwrap();
    assert_eq!(left.len(), 1, "what is in the trash is not named");
    assert!(store.names(Some(first)).await.is_err());
}
