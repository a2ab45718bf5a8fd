//! The trash: what was deleted comes back whole.

use crate::support::{builtin, ended, open, over, story};
use domain::{
    ChapterPatch, Dismissal, Entity, EntityId, EntityKind, Fact, FactId, NewRun, PartId, Relation,
    RelationId, RunKind, StoryId, Timestamp, TrashId, TrashKind, Trashed, VersionTarget, WorldPart,
};
use engine::{Engine, Error, store::TrashStore as _};
use sqlx::{Connection as _, Row as _, SqliteConnection, sqlite::SqliteRow};
use std::{collections::BTreeMap, path::Path, sync::Arc};
use store_sqlite::SqliteStore;
use storyteller::BuiltIn;
use uuid::Uuid;

async fn trash(engine: &Engine) -> Vec<Trashed> {
    engine.trash(200, None).await.unwrap().items
}

pub(crate) async fn delete_chapter(engine: &Engine, id: StoryId, number: u32) -> TrashId {
    let chapter = engine.chapter(id, number).await.unwrap();
    engine
        .delete_chapter(id, number, chapter.version)
        .await
        .unwrap()
}

pub(crate) async fn delete_story(engine: &Engine, id: StoryId) -> TrashId {
    let version = engine.story(id).await.unwrap().version;
    engine.delete_story(id, version).await.unwrap()
}

async fn delete_part(engine: &Engine, id: StoryId, part: PartId) -> TrashId {
    let version = engine.part(id, part).await.unwrap().1;
    engine.delete_part(id, part, version).await.unwrap()
}

async fn title(engine: &Engine, id: StoryId, number: u32, title: &str) {
    let version = engine.chapter(id, number).await.unwrap().version;
    let patch = ChapterPatch {
        finished: None,
        title: Some(title.to_owned()),
        outline: None,
    };
    engine
        .update_chapter(id, number, patch, version)
        .await
        .unwrap();
}

async fn titles(engine: &Engine, id: StoryId) -> Vec<String> {
    let chapters = engine.chapters(id).await.unwrap();
    for (at, chapter) in chapters.iter().enumerate() {
        assert_eq!(chapter.number as usize, at + 1);
    }
    chapters.into_iter().map(|chapter| chapter.title).collect()
}

/// Every row of every table, but for what is told and counted anew with each change. Of the search index, what is in it.
async fn everything(folder: &Path) -> BTreeMap<String, Vec<String>> {
    let file = folder.join("fablewright.db");
    let mut sql = SqliteConnection::connect(&format!("sqlite://{}?mode=ro", file.display()))
        .await
        .unwrap();
    let tables: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' \
         AND name NOT IN ('_sqlx_migrations', 'events') AND name NOT LIKE 'search_%'",
    )
    .fetch_all(&mut sql)
    .await
    .unwrap();
    let mut all = BTreeMap::new();
    for table in tables {
        let columns: Vec<String> =
            sqlx::query_scalar("SELECT name FROM pragma_table_info(?) WHERE name <> 'updated_at'")
                .bind(&table)
                .fetch_all(&mut sql)
                .await
                .unwrap();
        let fields: Vec<_> = columns
            .iter()
            .map(|name| format!("quote(\"{name}\")"))
            .collect();
        let rows: Vec<SqliteRow> = sqlx::query(sqlx::AssertSqlSafe(format!(
            "SELECT {} AS row FROM \"{table}\" ORDER BY 1",
            fields.join(" || ',' || ")
        )))
        .fetch_all(&mut sql)
        .await
        .unwrap();
        all.insert(table, rows.iter().map(|row| row.get("row")).collect());
    }
    let indexed = sqlx::query_scalar("SELECT kind || subject_id FROM search_docs ORDER BY 1");
    let indexed = indexed.fetch_all(&mut sql).await.unwrap();
    all.insert("search_docs".to_owned(), indexed);
    all
}

/// A story with something in every table that belongs to one.
async fn full_story(engine: &Engine) -> StoryId {
    let id = story(engine, 3).await.id;
    let write = NewRun::of(RunKind::AllChapters);
    let key = Some(format!("write {id}"));
    let run = engine.start(id, write, key).await.unwrap();
    ended(engine, run.id).await;
    let run = engine
        .start(id, NewRun::of(RunKind::Review), None)
        .await
        .unwrap();
    ended(engine, run.id).await;
    let chapter = engine.chapter(id, 2).await.unwrap();
    engine
        .save_text(id, 2, "Mine alone.".to_owned(), chapter.version)
        .await
        .unwrap();
    let finding = Dismissal {
        kind: "repetition".to_owned(),
        quote: "Mine".to_owned(),
        note: String::new(),
    };
    engine.dismiss_finding(id, 2, finding).await.unwrap();
    let fact = Fact {
        id: FactId(Uuid::nil()),
        text: "Typed.".to_owned(),
        chapter: Some(2),
    };
    engine
        .put_part(id, WorldPart::Fact(fact), None)
        .await
        .unwrap();
    id
}

#[tokio::test]
async fn a_story_comes_back_to_the_last_row() {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(folder.path(), Arc::new(BuiltIn::new(0.0)), 2).await;
    let id = full_story(&engine).await;
    let other = full_story(&engine).await;
    let before = everything(folder.path()).await;
    for table in [
        "revisions",
        "facts",
        "steps",
        "readings",
        "reviews",
        "dismissed",
        "versions",
    ] {
        assert!(!before[table].is_empty(), "{table} has something to lose");
    }
    let entry = delete_story(&engine, id).await;
    assert!(matches!(engine.story(id).await, Err(Error::NotFound(_))));
    let runs = engine.runs(Default::default(), 50, None).await.unwrap();
    assert!(runs.items.iter().all(|run| run.story == other));
    let listed = trash(&engine).await;
    assert_eq!(listed.len(), 1);
    assert_eq!((listed[0].id, listed[0].kind), (entry, TrashKind::Story));
    assert_eq!(listed[0].contents.chapters, 3);
    assert!(listed[0].contents.words > 0 && listed[0].contents.revisions >= 4);

    let back = engine.restore_trashed(entry).await.unwrap();
    assert_eq!(
        (back.kind, back.story, back.note),
        (TrashKind::Story, id, None)
    );
    assert_eq!(trash(&engine).await, []);
    assert_eq!(everything(folder.path()).await, before);
}

#[tokio::test]
async fn a_chapter_comes_back_at_its_number_with_all_it_had() {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(folder.path(), Arc::new(BuiltIn::new(0.0)), 2).await;
    let id = full_story(&engine).await;
    // Versions of chapters only grow.
    let but_versions = async || {
        let mut all = everything(folder.path()).await;
        all.remove("chapters");
        all
    };
    let before = but_versions().await;
    let chapters = engine.chapters(id).await.unwrap();
    let dismissed = engine.dismissed(id, 2).await.unwrap();
    let entry = delete_chapter(&engine, id, 2).await;
    assert_eq!(engine.chapters(id).await.unwrap().len(), 2);
    let listed = trash(&engine).await.remove(0);
    assert_eq!(listed.kind, TrashKind::Chapter);
    assert!(listed.title.starts_with("Chapter 2: "), "{}", listed.title);
    assert_eq!((listed.contents.revisions, listed.contents.words), (2, 2));

    let back = engine.restore_trashed(entry).await.unwrap();
    assert_eq!((back.chapter, back.note), (Some(2), None));
    assert_eq!(but_versions().await, before);
    let now = engine.chapters(id).await.unwrap();
    for (mut now, was) in now.into_iter().zip(chapters) {
        assert!(now.number == 1 || now.version > was.version);
        now.version = was.version;
        assert_eq!(now, was);
    }
    assert_eq!(engine.dismissed(id, 2).await.unwrap(), dismissed);
    let text = engine.current_revision(id, 2).await.unwrap().unwrap();
    assert_eq!(text.text, "Mine alone.");
}

#[tokio::test]
async fn chapters_come_back_in_any_order_and_at_the_end_where_there_are_fewer() {
    let (_folder, engine) = builtin().await;
    let id = story(&engine, 4).await.id;
    for (number, name) in [(1, "a"), (2, "b"), (3, "c"), (4, "d")] {
        title(&engine, id, number, name).await;
    }
    let second = delete_chapter(&engine, id, 2).await;
    let stale = engine.chapter(id, 2).await.unwrap().version;
    let last = delete_chapter(&engine, id, 3).await;
    let first = delete_chapter(&engine, id, 1).await;
    assert_eq!(titles(&engine, id).await, ["c"]);
    let back = engine.restore_trashed(last).await.unwrap();
    assert_eq!(back.chapter, Some(2), "it was chapter 3, and there is one");
    assert!(back.note.unwrap().contains("chapter 2"));
    engine.restore_trashed(first).await.unwrap();
    engine.restore_trashed(second).await.unwrap();
    assert_eq!(titles(&engine, id).await, ["a", "b", "c", "d"]);
    // A change that was meant for the chapter that was there meanwhile is refused.
    let patch = ChapterPatch::default();
    let refused = engine.update_chapter(id, 2, patch, stale).await;
    assert!(
        matches!(refused, Err(Error::StaleVersion { .. })),
        "{refused:?}"
    );
    let gone = engine.restore_trashed(second).await;
    assert!(matches!(gone, Err(Error::NotFound(_))), "{gone:?}");
}

async fn person(engine: &Engine, id: StoryId, name: &str) -> EntityId {
    let entity = Entity {
        id: EntityId(Uuid::nil()),
        kind: EntityKind::Person,
        name: name.to_owned(),
        role: String::new(),
        description: "Typed by hand.".to_owned(),
        pronouns: String::new(),
        goal: String::new(),
        traits: vec!["dry".to_owned()],
    };
    let part = WorldPart::Entity(entity);
    let PartId::Entity(entity) = engine.put_part(id, part, None).await.unwrap().0.id() else {
        unreachable!()
    };
    entity
}

async fn tie(engine: &Engine, id: StoryId, from: EntityId, to: EntityId) -> PartId {
    let tie = Relation {
        id: RelationId(Uuid::nil()),
        from,
        to,
        label: "sister of".to_owned(),
    };
    let tie = WorldPart::Relation(tie);
    engine.put_part(id, tie, None).await.unwrap().0.id()
}

#[tokio::test]
async fn an_entity_comes_back_with_its_relations_its_history_and_a_name_of_its_own() {
    let (_folder, engine) = builtin().await;
    let id = story(&engine, 1).await.id;
    let (mara, iven) = (
        person(&engine, id, "Mara").await,
        person(&engine, id, "Iven").await,
    );
    tie(&engine, id, mara, iven).await;
    let before = engine.world(id).await.unwrap();
    let entry = delete_part(&engine, id, PartId::Entity(mara)).await;
    let world = engine.world(id).await.unwrap();
    assert_eq!((world.entities.len(), world.relations.len()), (1, 0));
    assert_eq!(trash(&engine).await[0].contents.relations, 1);
    engine.restore_trashed(entry).await.unwrap();
    assert_eq!(engine.world(id).await.unwrap(), before);

    let entry = delete_part(&engine, id, PartId::Entity(mara)).await;
    person(&engine, id, "mara").await;
    let back = engine.restore_trashed(entry).await.unwrap();
    assert_eq!(back.title, "Mara (restored)");
    assert!(back.note.unwrap().contains("another “Mara”"));
    let world = engine.world(id).await.unwrap();
    assert_eq!(world.entity(mara).unwrap().name, "Mara (restored)");
    assert_eq!(world.relations.len(), 1);
    let of = VersionTarget::Part(PartId::Entity(mara));
    let versions = engine.versions(id, of, 50, None).await.unwrap();
    assert_eq!(
        versions.items.len(),
        2,
        "the name it had, and the one it has"
    );
}

#[tokio::test]
async fn a_relation_whose_ends_are_both_in_the_trash_comes_back_with_the_second() {
    let (_folder, engine) = builtin().await;
    let id = story(&engine, 1).await.id;
    let (mara, iven) = (
        person(&engine, id, "Mara").await,
        person(&engine, id, "Iven").await,
    );
    let sisters = tie(&engine, id, mara, iven).await;
    let before = engine.world(id).await.unwrap();
    let first = delete_part(&engine, id, PartId::Entity(mara)).await;
    let second = delete_part(&engine, id, PartId::Entity(iven)).await;
    engine.restore_trashed(first).await.unwrap();
    assert_eq!(engine.world(id).await.unwrap().relations, []);
    engine.restore_trashed(second).await.unwrap();
    assert_eq!(engine.world(id).await.unwrap(), before);

    // One that was deleted itself says what it waits for.
    let alone = delete_part(&engine, id, sisters).await;
    let end = delete_part(&engine, id, PartId::Entity(iven)).await;
    let refused = engine.restore_trashed(alone).await;
    let Err(Error::Conflict(why)) = refused else {
        panic!("{refused:?}")
    };
    assert!(why.contains("Restore “Iven” first"), "{why}");
    engine.restore_trashed(end).await.unwrap();
    let back = engine.restore_trashed(alone).await.unwrap();
    assert_eq!(back.title, "Mara sister of Iven");
    assert_eq!(engine.world(id).await.unwrap(), before);
}

#[tokio::test]
async fn what_was_deleted_before_its_story_is_in_the_trash_again_with_the_story() {
    let (_folder, engine) = builtin().await;
    let id = story(&engine, 2).await.id;
    let mara = person(&engine, id, "Mara").await;
    let chapter = delete_chapter(&engine, id, 2).await;
    let entity = delete_part(&engine, id, PartId::Entity(mara)).await;
    let whole = delete_story(&engine, id).await;
    let listed: Vec<_> = trash(&engine).await.iter().map(|entry| entry.id).collect();
    assert_eq!(listed, [whole]);
    engine.restore_trashed(whole).await.unwrap();
    let listed: Vec<_> = trash(&engine).await.iter().map(|entry| entry.id).collect();
    assert_eq!(listed, [entity, chapter], "last deleted first");
    engine.restore_trashed(entity).await.unwrap();
    engine.restore_trashed(chapter).await.unwrap();
    assert_eq!(engine.chapters(id).await.unwrap().len(), 2);
    assert_eq!(engine.world(id).await.unwrap().entities[0].id, mara);
}

#[tokio::test]
async fn a_fact_comes_back_also_without_its_chapter() {
    let (_folder, engine) = builtin().await;
    let id = story(&engine, 2).await.id;
    let fact = Fact {
        id: FactId(Uuid::nil()),
        text: "The lamp is lit.".to_owned(),
        chapter: Some(2),
    };
    let fact = WorldPart::Fact(fact);
    let fact = engine.put_part(id, fact, None).await.unwrap().0.id();
    let entry = delete_part(&engine, id, fact).await;
    engine.restore_trashed(entry).await.unwrap();
    assert_eq!(engine.world(id).await.unwrap().facts[0].chapter, Some(2));
    let entry = delete_part(&engine, id, fact).await;
    delete_chapter(&engine, id, 2).await;
    let back = engine.restore_trashed(entry).await.unwrap();
    assert!(back.note.unwrap().contains("whole story"));
    assert_eq!(engine.world(id).await.unwrap().facts[0].chapter, None);
}

#[tokio::test]
async fn what_is_deleted_forever_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(folder.path(), Arc::new(BuiltIn::new(0.0)), 2).await;
    let empty = everything(folder.path()).await;
    let id = story(&engine, 2).await.id;
    title(&engine, id, 1, "Night").await;
    let entry = delete_chapter(&engine, id, 1).await;
    engine.delete_forever(entry).await.unwrap();
    assert_eq!(trash(&engine).await, []);
    let again = engine.restore_trashed(entry).await;
    assert!(matches!(again, Err(Error::NotFound(_))), "{again:?}");
    let entry = delete_story(&engine, id).await;
    engine.delete_forever(entry).await.unwrap();
    assert_eq!(everything(folder.path()).await, empty);
}

#[tokio::test]
async fn only_what_is_old_enough_is_tidied_away() {
    let folder = tempfile::tempdir().unwrap();
    let store = Arc::new(SqliteStore::open(folder.path()).await.unwrap());
    let engine = over(Arc::clone(&store), Arc::new(BuiltIn::new(0.0)), 0).await;
    let id = story(&engine, 2).await.id;
    let old = delete_chapter(&engine, id, 2).await;
    let deleted_at = trash(&engine).await[0].deleted_at;
    assert_eq!(
        trash(&engine).await[0].kept_until.seconds_since(deleted_at),
        30 * 24 * 3_600
    );
    assert_eq!(store.empty_trash(deleted_at).await.unwrap(), 0);
    assert_eq!(trash(&engine).await[0].id, old);
    let later = Timestamp(deleted_at.0 + 1);
    assert_eq!(store.empty_trash(later).await.unwrap(), 1);
    assert_eq!(trash(&engine).await, []);
}
