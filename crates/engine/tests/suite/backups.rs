//! Backups: what is in one, everything restored, one story restored.

use crate::support::{
    all_events, builtin, database, ended, first_draft, open, scripted, sql, story, until, written,
};
use domain::{
    BackupComparison, BackupFile, BackupReason, BackupSelection, Entity, EntityId, EntityKind,
    EventBody, NewRun, PartId, Relation, RelationId, RunKind, Status, Story, StoryId, StoryPatch,
    VersionTarget, WorldPart,
};
use engine::{
    Engine,
    store::{MaintenanceStore as _, RunFilter, StoryStore as _},
};
use futures::StreamExt as _;
use sqlx::{AssertSqlSafe, Connection as _, SqliteConnection, sqlite::SqliteConnectOptions};
use std::{collections::BTreeMap, fs, path::Path, sync::Arc};
use store_sqlite::SqliteStore;
use storyteller::BuiltIn;
use tempfile::TempDir;
use uuid::Uuid;

pub(crate) const EVERYTHING: BackupSelection = BackupSelection { story: None };

async fn rename(engine: &Engine, id: StoryId, title: &str) {
    let version = engine.story(id).await.unwrap().version;
    let patch = StoryPatch {
        title: Some(title.to_owned()),
        brief: None,
    };
    engine.update_story(id, patch, version).await.unwrap();
}

async fn delete(engine: &Engine, id: StoryId) {
    let version = engine.story(id).await.unwrap().version;
    engine.delete_story(id, version).await.unwrap();
}

async fn write(engine: &Engine, id: StoryId, text: &str) {
    let version = engine.chapter(id, 1).await.unwrap().version;
    let text = text.to_owned();
    engine.save_text(id, 1, text, version).await.unwrap();
}

pub(crate) async fn text(engine: &Engine, id: StoryId) -> String {
    engine.current_revision(id, 1).await.unwrap().unwrap().text
}

async fn finds(engine: &Engine, phrase: &str) -> usize {
    let page = engine.search(None, phrase, 200, None).await.unwrap();
    page.items.len()
}

/// What SQLite finds wrong in the database, references to rows that are not there included.
pub(crate) async fn faults(folder: &Path) -> Vec<String> {
    let mut sql = connect(folder).await;
    let mut found: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check")
        .fetch_all(&mut sql)
        .await
        .unwrap();
    found.retain(|line| line != "ok");
    let lost: Vec<String> = sqlx::query_scalar("SELECT \"table\" FROM pragma_foreign_key_check")
        .fetch_all(&mut sql)
        .await
        .unwrap();
    found.extend(lost);
    found
}

async fn connect(folder: &Path) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(database(folder));
    SqliteConnection::connect_with(&options).await.unwrap()
}

/// A library that was changed after a backup.
struct Changed {
    folder: TempDir,
    engine: Engine,
    backup: BackupFile,
    /// A story whose title and text are others since, one that is in the trash, one that is new.
    changed: Story,
    deleted: StoryId,
    fresh: StoryId,
}

impl Changed {
    async fn make() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let engine = open(folder.path(), Arc::new(BuiltIn::new(0.0)), 1).await;
        let changed = story(&engine, 2).await;
        let deleted = story(&engine, 1).await.id;
        write(&engine, changed.id, "The lamp was lit by Zephyrine.").await;
        let backup = engine.back_up().await.unwrap();
        write(&engine, changed.id, "The lamp was out, said Quillon.").await;
        rename(&engine, changed.id, "Renamed").await;
        delete(&engine, deleted).await;
        let fresh = story(&engine, 3).await.id;
        Self {
            folder,
            engine,
            backup,
            changed,
            deleted,
            fresh,
        }
    }

    async fn is_as_before(&self) {
        let engine = &self.engine;
        let title = engine.story(self.changed.id).await.unwrap().title;
        assert_eq!(title, self.changed.title);
        let text = text(engine, self.changed.id).await;
        assert_eq!(text, "The lamp was lit by Zephyrine.");
        engine.story(self.deleted).await.unwrap();
        let gone = engine.story(self.fresh).await.unwrap_err();
        assert_eq!(gone.code(), "not_found");
        assert!(engine.trash(200, None).await.unwrap().items.is_empty());
        // The index of the search came with it.
        assert_eq!(finds(engine, "Zephyrine").await, 1);
        assert_eq!(finds(engine, "Quillon").await, 0);
    }
}

#[tokio::test]
async fn a_backup_is_compared_with_what_is_here_now() {
    let library = Changed::make().await;
    let (engine, backup) = (&library.engine, &library.backup);
    assert_eq!(
        (backup.reason, backup.verified),
        (BackupReason::Manual, true)
    );
    let same = story(engine, 1).await.id;
    let newer = engine.back_up().await.unwrap();
    let compared = async |backup: &BackupFile| {
        let contents = engine.backup_contents(&backup.id).await.unwrap();
        let stories = contents.stories.iter().map(|story| (story.id, story.now));
        let new = contents.new_stories.iter().map(|story| story.id);
        (stories.collect::<Vec<_>>(), new.collect::<Vec<_>>())
    };
    let (stories, new) = compared(backup).await;
    // Last changed first: the text was written last.
    let expected = [
        (library.changed.id, BackupComparison::Changed),
        (library.deleted, BackupComparison::InTrash),
    ];
    assert_eq!(stories, expected);
    assert_eq!(new, [same, library.fresh]);
    let entry = engine.trash(10, None).await.unwrap().items[0].id;
    engine.delete_forever(entry).await.unwrap();
    let (stories, _) = compared(backup).await;
    assert_eq!(stories[1], (library.deleted, BackupComparison::Missing));
    let (stories, new) = compared(&newer).await;
    assert!(
        stories
            .iter()
            .all(|(_, now)| *now == BackupComparison::Same)
    );
    assert!(new.is_empty());
    let contents = engine.backup_contents(&backup.id).await.unwrap();
    let first = &contents.stories[0];
    assert_eq!((first.chapters, first.words), (2, 6));
    engine.shut_down().await;
}

#[tokio::test]
async fn everything_comes_back_and_what_was_there_is_kept_as_a_backup() {
    let library = Changed::make().await;
    let (engine, id) = (&library.engine, library.changed.id);
    let restored = engine
        .restore_backup(&library.backup.id, EVERYTHING)
        .await
        .unwrap();
    assert_eq!((restored.stories, restored.paused_runs), (2, 0));
    library.is_as_before().await;
    // What was there before can be restored in turn.
    let kept = restored.kept.unwrap();
    assert_eq!(kept.reason, BackupReason::Restore);
    engine.restore_backup(&kept.id, EVERYTHING).await.unwrap();
    assert_eq!(text(engine, id).await, "The lamp was out, said Quillon.");
    engine.story(library.fresh).await.unwrap();
    write(engine, id, "Written on.").await;
    assert_eq!(finds(engine, "Written on").await, 1);
    engine.shut_down().await;
    let folder = library.folder.path();
    assert_eq!(faults(folder).await, Vec::<String>::new());
    let left = fs::read_dir(folder.join("backups")).unwrap();
    let names = left.map(|file| file.unwrap().file_name().into_string().unwrap());
    assert!(names.into_iter().all(|name| name.ends_with(".db")));
}

#[tokio::test]
async fn numbers_that_were_given_are_not_given_again_and_open_pages_are_told() {
    let library = Changed::make().await;
    let (engine, id) = (&library.engine, library.changed.id);
    let last = engine.state().await.unwrap().seq;
    let of_story = engine.story(id).await.unwrap().version;
    let of_chapter = engine.chapter(id, 1).await.unwrap().version;
    let mut open_page = engine.follow(None, None).await.unwrap();
    engine
        .restore_backup(&library.backup.id, EVERYTHING)
        .await
        .unwrap();
    // Whoever holds a version of what was there before is refused.
    assert!(engine.story(id).await.unwrap().version > of_story);
    assert!(engine.chapter(id, 1).await.unwrap().version > of_chapter);
    // An open page is told to read everything again, one that comes back with an old number as well.
    let told = open_page.next().await.unwrap().unwrap();
    assert!(matches!(&told.body, EventBody::Reset(state) if state.seq == told.seq));
    assert_eq!(told.seq, last + 1);
    let said = open_page.next().await.unwrap().unwrap();
    assert!(matches!(&said.body, EventBody::Notice { text, .. } if text.contains("restored")));
    let mut late = engine.follow(Some(last - 3), None).await.unwrap();
    let told = late.next().await.unwrap().unwrap();
    assert!(matches!(told.body, EventBody::Reset(_)));
    assert!(told.seq > last);
    engine.shut_down().await;
    // A process that comes later goes on where the numbers were.
    let engine = open(library.folder.path(), Arc::new(BuiltIn::new(0.0)), 0).await;
    rename(&engine, id, "Later").await;
    let events = all_events(&engine).await;
    assert!(events.iter().all(|event| event.seq > last));
    engine.shut_down().await;
}

#[tokio::test]
async fn what_runs_stops_and_unfinished_runs_of_the_backup_come_back_paused() {
    let (folder, engine, mut script) = scripted().await;
    let first = story(&engine, 2).await;
    let run = engine
        .start(first.id, NewRun::of(RunKind::AllChapters), None)
        .await
        .unwrap();
    let call = first_draft(&mut script).await;
    call.write("It began with a light. ").await;
    written(&engine, run.id, "a light. ").await;
    let backup = engine.back_up().await.unwrap();
    call.write("And it went on after the backup. ").await;
    written(&engine, run.id, "the backup. ").await;
    let restored = engine.restore_backup(&backup.id, EVERYTHING).await.unwrap();
    assert_eq!(restored.paused_runs, 1);
    let paused = engine.run(run.id).await.unwrap();
    assert_eq!((paused.status, paused.attempt), (Status::Paused, 1));
    let draft = engine.draft(run.id).await.unwrap().unwrap();
    assert_eq!(draft.text, "It began with a light. ");
    // In the copy of what was there before is all that was written.
    let kept = restored.kept.unwrap();
    let kept_text: String = {
        let options = SqliteConnectOptions::new()
            .filename(&kept.file)
            .read_only(true);
        let mut sql = SqliteConnection::connect_with(&options).await.unwrap();
        sqlx::query_scalar("SELECT group_concat(text, '' ORDER BY at_offset) FROM drafts")
            .fetch_one(&mut sql)
            .await
            .unwrap()
    };
    assert!(kept_text.ends_with("after the backup. "), "{kept_text}");
    // Workers go on: the run continues where the backup had it, once somebody asks for it.
    let mut events = engine.follow(None, Some(run.id)).await.unwrap();
    engine.resume(run.id).await.unwrap();
    let call = first_draft(&mut script).await;
    assert_eq!(engine.run(run.id).await.unwrap().status, Status::Running);
    call.write("More. ").await;
    let mut wait_for = async |wanted: &dyn Fn(&EventBody) -> bool| {
        while !wanted(&events.next().await.unwrap().unwrap().body) {}
    };
    wait_for(&|body| matches!(body, EventBody::Text { text, .. } if text.contains("More."))).await;
    engine.request_cancel(run.id).await.unwrap();
    wait_for(&|body| matches!(body, EventBody::Run(run) if run.status.is_ended())).await;
    engine.shut_down().await;
    drop(engine);
    assert_eq!(faults(folder.path()).await, Vec::<String>::new());
}

/// The rows of each table that belong to stories.
async fn counts(folder: &Path) -> BTreeMap<String, i64> {
    let mut sql = connect(folder).await;
    let tables: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_%' \
         ESCAPE '\\' AND name NOT LIKE 'search_words%' AND name NOT LIKE 'trash%' \
         AND name NOT IN ('events', 'settings', 'queue', 'pace', 'idempotency', 'unreadable', \
         'search_stories')",
    )
    .fetch_all(&mut sql)
    .await
    .unwrap();
    let mut all = BTreeMap::new();
    for table in tables {
        let count = AssertSqlSafe(format!("SELECT COUNT(*) FROM \"{table}\""));
        let count: i64 = sqlx::query_scalar(count).fetch_one(&mut sql).await.unwrap();
        all.insert(table, count);
    }
    all
}

/// Two who are related, one of them added by hand; their ids.
async fn related(engine: &Engine, id: StoryId) -> (EntityId, EntityId) {
    let world = engine.world(id).await.unwrap();
    let entity = world.entities[0].clone();
    let friend = Entity {
        id: EntityId(Uuid::nil()),
        kind: EntityKind::Person,
        name: "Xanthippe".to_owned(),
        ..entity.clone()
    };
    let friend = engine
        .put_part(id, WorldPart::Entity(friend), None)
        .await
        .unwrap()
        .0;
    let PartId::Entity(friend_id) = friend.id() else {
        panic!("an entity");
    };
    let tie = Relation {
        id: RelationId(Uuid::nil()),
        from: friend_id,
        to: entity.id,
        label: "sister of".to_owned(),
    };
    engine
        .put_part(id, WorldPart::Relation(tie), None)
        .await
        .unwrap();
    (friend_id, entity.id)
}

/// What no run and no page makes here: a text that is not saved, and a cover.
async fn add_rest(folder: &Path, id: StoryId) {
    let statement = format!(
        "INSERT INTO autosaves (chapter_id, device, text, base_version, saved_at) \
         SELECT id, 'tab', 'not saved', version, 1 FROM chapters WHERE story_id = '{id}' AND number = 2; \
         INSERT INTO covers (id, story_id, media_type, image) VALUES ('0196f3a2-7c5e-7d10-9b1a-2f4c6e8a0b1d', '{id}', \
         'image/png', 'AAAA'); \
         INSERT INTO books (story_id, cover_id) VALUES ('{id}', '0196f3a2-7c5e-7d10-9b1a-2f4c6e8a0b1d') \
         ON CONFLICT DO UPDATE SET cover_id = excluded.cover_id"
    );
    sql(folder, &statement).await;
}

#[tokio::test]
async fn one_story_comes_back_as_a_new_one_with_everything_of_it() {
    let (folder, engine) = builtin().await;
    let id = story(&engine, 3).await.id;
    for kind in [RunKind::AllChapters, RunKind::Review] {
        let run = engine.start(id, NewRun::of(kind), None).await.unwrap();
        assert_eq!(ended(&engine, run.id).await.status, Status::Succeeded);
    }
    write(&engine, id, "By hand: the Xanthippe sailed.").await;
    rename(&engine, id, "The Lamp").await;
    let (friend, other) = related(&engine, id).await;
    add_rest(folder.path(), id).await;
    let backup = engine.back_up().await.unwrap();
    let before = counts(folder.path()).await;

    let only = BackupSelection { story: Some(id) };
    let restored = engine.restore_backup(&backup.id, only).await.unwrap();
    assert_eq!(restored.kept, None);
    let copy = restored.story.unwrap();
    assert_ne!(copy.id, id);
    let day = backup.at.to_rfc3339();
    let day = day.split('T').next().unwrap();
    assert_eq!(copy.title, format!("The Lamp (from backup of {day})"));
    assert_eq!(engine.story(id).await.unwrap().title, "The Lamp");
    assert_eq!(
        text(&engine, copy.id).await,
        "By hand: the Xanthippe sailed."
    );
    assert_eq!(finds(&engine, "the Xanthippe sailed").await, 2);
    // Every table has twice what it had: nothing of the story stayed behind.
    let after = counts(folder.path()).await;
    for (table, count) in before {
        assert_eq!(after[&table], count * 2, "{table}");
    }
    assert_eq!(faults(folder.path()).await, Vec::<String>::new());
    // What refers to something refers to its own.
    for number in 1..=3 {
        let (old, new) = (
            engine.revisions(id, number).await.unwrap(),
            engine.revisions(copy.id, number).await.unwrap(),
        );
        assert_eq!(old.len(), new.len());
        for (old, new) in old.iter().zip(&new) {
            assert_eq!((old.words, old.kind), (new.words, new.kind));
            assert_ne!(old.id, new.id);
        }
    }
    let world = engine.world(copy.id).await.unwrap();
    let tie = world
        .relations
        .iter()
        .find(|tie| tie.label == "sister of")
        .unwrap();
    assert_eq!(world.entity(tie.from).unwrap().name, "Xanthippe");
    assert!(tie.from != friend && tie.to != other);
    // A version in the history is one of the copy's own parts, and can be restored there.
    let part = VersionTarget::Part(PartId::Entity(tie.from));
    let versions = engine
        .versions(copy.id, part, 20, None)
        .await
        .unwrap()
        .items;
    assert_eq!(versions.len(), 1);
    let json = serde_json::to_string(&versions).unwrap();
    assert!(
        json.contains(&tie.from.to_string()) && !json.contains(&friend.to_string()),
        "{json}"
    );
    assert_eq!(engine.reviews(copy.id, 10).await.unwrap().len(), 1);
    engine.shut_down().await;
}

#[tokio::test]
async fn a_run_that_was_under_way_comes_with_its_story_and_waits_to_be_resumed() {
    let (_folder, engine, mut script) = scripted().await;
    let id = story(&engine, 1).await.id;
    let run = engine
        .start(id, NewRun::of(RunKind::AllChapters), None)
        .await
        .unwrap();
    let call = first_draft(&mut script).await;
    call.write("The sea was flat that day. ").await;
    written(&engine, run.id, "that day. ").await;
    let backup = engine.back_up().await.unwrap();
    let only = BackupSelection { story: Some(id) };
    let copy = engine
        .restore_backup(&backup.id, only)
        .await
        .unwrap()
        .story
        .unwrap();
    // The one that runs goes on undisturbed.
    call.write("Then it rose. ").await;
    written(&engine, run.id, "rose. ").await;
    assert_eq!(
        text(&engine, copy.id).await.trim_end(),
        "The sea was flat that day."
    );
    let runs = engine.runs(
        RunFilter {
            story: Some(copy.id),
            ..Default::default()
        },
        10,
        None,
    );
    let runs = runs.await.unwrap().items;
    assert_eq!(runs.len(), 1);
    assert_eq!(runs[0].status, Status::Cancelled);
    engine.request_cancel(run.id).await.unwrap();
    until(&engine, run.id, |run| run.status.is_ended()).await;
    engine.shut_down().await;
}

#[tokio::test]
async fn two_backups_of_one_second_are_in_the_order_in_which_they_were_made() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path()).await.unwrap();
    let mut made = Vec::new();
    for reason in [
        BackupReason::Manual,
        BackupReason::Daily,
        BackupReason::Manual,
    ] {
        made.insert(0, store.back_up(reason).await.unwrap());
    }
    assert_eq!(store.backups().await.unwrap(), made);
    // The daily one is due by the last of its own kind.
    assert_eq!(store.last_backup().await.unwrap(), Some(made[1].at));
    assert!(store.stories(10, None).await.unwrap().items.is_empty());
}
