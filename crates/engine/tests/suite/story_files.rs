//! A whole story as a file: everything is in it, and a story that is made of it is equal.

use crate::support::{builtin, ended, open, story};
use domain::{
    Dismissal, Entity, EntityId, EntityKind, NewAutosave, NewRun, PartId, PlaceChoice, Relation,
    RelationId, ReplacePattern, Rule, RuleId, RunKind, Status, StoryId, TextEdit, WorldPart,
};
use engine::{Engine, Error, RunFilter, SentFile};
use exchange::import::{ImportKind, ImportPatch, ImportPreview};
use proptest::{prelude::*, test_runner::TestRunner};
use serde_json::{Value, json};
use sqlx::{Connection as _, SqliteConnection, sqlite::SqliteConnectOptions};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::Read as _,
    path::Path,
    sync::Arc,
};
use storyteller::BuiltIn;
use uuid::Uuid;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01";

/// Tables whose rows are of a story and go into no file: each with a reason in docs/story-file.md.
const LEFT_OUT: [&str; 8] = [
    "accepted_imports",
    "checkpoints",
    "drafts",
    "idempotency",
    "thumbnails",
    "trash",
    "trash_links",
    "trash_rows",
];

async fn sql(folder: &Path) -> SqliteConnection {
    let file = folder.join("fablewright.db");
    let options = SqliteConnectOptions::new().filename(file);
    SqliteConnection::connect_with(&options).await.unwrap()
}

/// A story with something of everything that a person or a run can make.
async fn full_story(engine: &Engine) -> StoryId {
    let id = story(engine, 2).await.id;
    for kind in [RunKind::AllChapters, RunKind::Review, RunKind::Read] {
        let run = engine.start(id, NewRun::of(kind), None).await.unwrap();
        let run = ended(engine, run.id).await;
        assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    }
    let first = engine.chapter(id, 1).await.unwrap();
    let edit = TextEdit {
        text: "The lamp was out.\n\nShe rowed on.".to_owned(),
        finished: Some(true),
    };
    let first = engine.save_text(id, 1, edit, first.version).await.unwrap();
    let dismissed = Dismissal {
        kind: "repetition".to_owned(),
        quote: "The lamp".to_owned(),
        note: String::new(),
    };
    engine.dismiss_finding(id, 1, dismissed).await.unwrap();
    let typed = NewAutosave {
        device: "d1".to_owned(),
        text: "The lamp was".to_owned(),
        base_version: first.version,
        base_revision: first.revision,
    };
    engine.keep_autosave(id, 1, typed).await.unwrap();
    let entity = |name: &str| Entity {
        id: EntityId(Uuid::nil()),
        kind: EntityKind::Person,
        name: name.to_owned(),
        role: String::new(),
        description: "…".to_owned(),
        pronouns: String::new(),
        goal: String::new(),
        traits: vec!["stubborn".to_owned()],
    };
    let mut people = Vec::new();
    for name in ["Zebulon", "Quenby"] {
        let part = WorldPart::Entity(entity(name));
        people.push(engine.put_part(id, part, None).await.unwrap().0.id());
    }
    let [PartId::Entity(from), PartId::Entity(to)] = people[..] else {
        panic!("{people:?}");
    };
    for part in [
        WorldPart::Relation(Relation {
            id: RelationId(Uuid::nil()),
            from,
            to,
            label: "brother of".to_owned(),
        }),
        WorldPart::Rule(Rule {
            id: RuleId(Uuid::nil()),
            text: "The dead can't lie.".to_owned(),
        }),
    ] {
        engine.put_part(id, part, None).await.unwrap();
    }
    let book = engine.book_settings(id).await.unwrap();
    engine
        .add_cover(id, PNG.to_vec(), book.version)
        .await
        .unwrap();
    let pattern: ReplacePattern =
        serde_json::from_value(json!({"find": "rowed", "replace": "drifted"})).unwrap();
    let preview = engine
        .preview_replacement(id, &pattern, None)
        .await
        .unwrap();
    let all = PlaceChoice {
        base: Some(preview.base),
        ..PlaceChoice::default()
    };
    engine.replace(id, &pattern, all).await.unwrap();
    id
}

/// What only models on servers, or rare ways, leave behind.
async fn add_rare_rows(folder: &Path, id: StoryId) {
    let mut sql = sql(folder).await;
    let new = Uuid::now_v7;
    let statements = [
        format!(
            "INSERT INTO calls (id, run_id, step_id, stage, model, started_at, took_ms, ended, prompt_tokens, \
             cached_tokens, answer_tokens, thinking_tokens, cost, prompt) \
             SELECT '{}', r.id, s.id, 'draft', 'm', 1, 2, 'whole', 3, 4, 5, 6, 0.25, '[]' \
             FROM runs r JOIN steps s ON s.run_id = r.id WHERE r.story_id = '{id}' LIMIT 1",
            new()
        ),
        format!(
            "INSERT INTO summaries (story_id, level, part, text, model, made_from, made_at) \
             VALUES ('{id}', 'part', 1, 'She rows.', 'm', 'x', 1)"
        ),
        format!(
            "INSERT INTO interviews (id, story_id, used_at) VALUES ('{}', '{id}', 1)",
            new()
        ),
        format!(
            "INSERT INTO withdrawn_facts (chapter_id, text) SELECT id, 'It rains.' FROM chapters \
             WHERE story_id = '{id}' AND number = 1"
        ),
        format!(
            "INSERT OR IGNORE INTO facts (id, story_id, text) VALUES ('{}', '{id}', 'The lamp is lit.')",
            new()
        ),
    ];
    for statement in statements {
        sqlx::query(sqlx::AssertSqlSafe(statement))
            .execute(&mut sql)
            .await
            .unwrap();
    }
    sql.close().await.unwrap();
}

async fn exported(engine: &Engine, id: StoryId) -> Vec<u8> {
    let mut file = engine.export_story_file(id).await.unwrap();
    let mut bytes = Vec::new();
    file.content.read_to_end(&mut bytes).unwrap();
    assert_eq!(file.size, bytes.len() as u64);
    bytes
}

async fn begun(engine: &Engine, content: &[u8]) -> engine::Result<ImportPreview> {
    let file: SentFile = ("story.json".to_owned(), content.to_vec()).into();
    engine.begin_import(vec![file], None).await
}

/// The file with each id as its place among all ids, and without the times of an export or an import.
fn normalized(file: &[u8]) -> Value {
    let mut value: Value = serde_json::from_slice(file).unwrap();
    value["exported_at"] = Value::Null;
    value["stories"][0]["updated_at"] = Value::Null;
    let mut ids = BTreeSet::new();
    each_text(&mut value, &mut |text| {
        if Uuid::parse_str(text).is_ok() {
            ids.insert(text.clone());
        }
    });
    let places: BTreeMap<String, usize> = ids.into_iter().zip(1..).collect();
    each_text(&mut value, &mut |text| {
        if let Some(place) = places.get(text.as_str()) {
            *text = format!("id {place}");
        }
    });
    value
}

fn each_text(value: &mut Value, visit: &mut impl FnMut(&mut String)) {
    match value {
        Value::String(text) => visit(text),
        Value::Array(items) => items.iter_mut().for_each(|item| each_text(item, visit)),
        Value::Object(fields) => fields.values_mut().for_each(|item| each_text(item, visit)),
        _ => {}
    }
}

/// How many stories there are.
async fn stories(engine: &Engine) -> usize {
    let listed = engine
        .library(domain::StoryQuery::default(), 10, None)
        .await;
    listed.unwrap().stories.items.len()
}

#[tokio::test]
async fn a_story_that_is_exported_and_imported_is_equal() {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(folder.path(), Arc::new(BuiltIn::new(0.0)), 2).await;
    let id = full_story(&engine).await;
    engine.shut_down().await;
    drop(engine);
    add_rare_rows(folder.path(), id).await;
    let engine = open(folder.path(), Arc::new(BuiltIn::new(0.0)), 0).await;
    let first = exported(&engine, id).await;

    // Every table whose rows are of a story is in it, as the database itself says.
    let owned: Vec<String> = sqlx::query_scalar(
        "WITH RECURSIVE owned (name) AS (SELECT 'stories' UNION SELECT t.name FROM sqlite_schema t \
           JOIN pragma_foreign_key_list(t.name) f JOIN owned o ON o.name = f.\"table\" \
           WHERE t.type = 'table' AND f.on_delete = 'CASCADE') SELECT name FROM owned",
    )
    .fetch_all(&mut sql(folder.path()).await)
    .await
    .unwrap();
    let file: Value = serde_json::from_slice(&first).unwrap();
    let file = file.as_object().unwrap();
    let missing: Vec<_> = owned
        .iter()
        .map(String::as_str)
        .chain(["autosaves"])
        .filter(|name| !LEFT_OUT.contains(name) && !file.contains_key(*name))
        .collect();
    assert!(missing.is_empty(), "not in the file: {missing:?}");
    assert!(file["calls"][0].get("prompt").is_none());
    assert!(file["stories"][0]["brief"].is_object());

    let preview = begun(&engine, &first).await.unwrap();
    assert_eq!(preview.kind, ImportKind::Story);
    assert_eq!(preview.dropped, []);
    assert_eq!(preview.chapters.len(), 2);
    assert_eq!(preview.chapters[0].begins, "The lamp was out.");
    assert_eq!(stories(&engine).await, 1);
    let made = engine.accept_import(preview.id, None).await.unwrap();
    assert_ne!(made.id, id);
    let second = exported(&engine, made.id).await;
    assert_eq!(normalized(&second), normalized(&first));
    // The first one is as it was, and a second copy is a third story.
    assert_eq!(normalized(&exported(&engine, id).await), normalized(&first));
    let preview = begun(&engine, &second).await.unwrap();
    let title = ImportPatch {
        title: Some("The Copy".to_owned()),
        ..ImportPatch::default()
    };
    let preview = engine
        .change_import(preview.id, title, preview.version)
        .await
        .unwrap();
    let rename = ImportPatch {
        leave_out: Some(exchange::import::NamedChapter { chapter: 1 }),
        ..ImportPatch::default()
    };
    let refused = engine
        .change_import(preview.id, rename, preview.version)
        .await;
    assert!(refused.unwrap_err().to_string().contains("whole story"));
    let third = engine.accept_import(preview.id, None).await.unwrap();
    assert_eq!(third.title, "The Copy");
    assert_eq!(stories(&engine).await, 3);
}

#[tokio::test]
async fn what_can_not_be_read_costs_only_itself() {
    let (_folder, engine) = builtin().await;
    let id = full_story(&engine).await;
    let mut file: Value = serde_json::from_slice(&exported(&engine, id).await).unwrap();
    file["format_version"] = json!(2);
    let refused = begun(&engine, file.to_string().as_bytes()).await;
    let refused = refused.unwrap_err().to_string();
    assert!(refused.contains("newer version"), "{refused}");
    file["format_version"] = json!(1);
    file["later"] = json!([{"a": 1}]);
    file["note"] = json!("mine");
    file["stories"][0]["brief"]["genre"] = json!(7);
    file["chapters"][0]["colour"] = json!("blue");
    file["chapters"][1]["number"] = json!(40);
    file["entities"][0]["kind"] = json!("robot");
    file["revisions"][0]["text"] = json!(null);
    let preview = begun(&engine, file.to_string().as_bytes()).await.unwrap();
    let told: Vec<String> = preview
        .dropped
        .iter()
        .map(|loss| format!("{} {}: {}", loss.place.file, loss.place.number, loss.text))
        .collect();
    for says in [
        "later 0:",
        "note 0:",
        "brief",
        "“colour”",
        "“robot”",
        "anew",
        "revisions 1:",
    ] {
        assert!(told.iter().any(|it| it.contains(says)), "{says}: {told:#?}");
    }
    let made = engine.accept_import(preview.id, None).await.unwrap();
    assert_eq!(
        made.brief.premise,
        engine.story(id).await.unwrap().brief.premise
    );
    let numbers: Vec<_> = engine.chapters(made.id).await.unwrap();
    assert_eq!(
        numbers.iter().map(|it| it.number).collect::<Vec<_>>(),
        [1, 2]
    );

    // Cut off in the middle: what came before is there.
    let whole = exported(&engine, id).await;
    let cut = begun(&engine, &whole[..whole.len() / 2]).await.unwrap();
    assert!(cut.dropped[0].text.contains("fault"), "{:?}", cut.dropped);
    engine.accept_import(cut.id, None).await.unwrap();
    for (content, says) in [
        (
            r#"{"format": "fablewright-story", "format_version": 1}"#,
            "says nothing of the story",
        ),
        (r#"{"format": "fablewright-story"}"#, "which version"),
    ] {
        let refused = begun(&engine, content.as_bytes()).await.unwrap_err();
        assert!(refused.to_string().contains(says), "{refused}");
    }
}

/// Puts a value in the place that the numbers choose.
fn mutate(value: &mut Value, path: &[usize], new: &Value) {
    let Some((first, rest)) = path.split_first() else {
        *value = new.clone();
        return;
    };
    match value {
        Value::Array(items) if !items.is_empty() => {
            let at = first % items.len();
            mutate(&mut items[at], rest, new);
        }
        Value::Object(fields) if !fields.is_empty() => {
            let at = first % fields.len();
            if let Some(field) = fields.values_mut().nth(at) {
                mutate(field, rest, new);
            }
        }
        _ => *value = new.clone(),
    }
}

#[test]
fn whatever_is_in_a_file_a_story_that_can_be_read_comes_of_it() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let (_folder, engine, file) = runtime.block_on(async {
        let (folder, engine) = builtin().await;
        let id = full_story(&engine).await;
        let file: Value = serde_json::from_slice(&exported(&engine, id).await).unwrap();
        (folder, engine, file)
    });
    let new = prop_oneof![
        Just(Value::Null),
        Just(json!(-1)),
        Just(json!(1e300)),
        Just(json!("x")),
        Just(json!("00000000-0000-0000-0000-000000000000")),
        Just(json!([])),
        Just(json!({"a": [1]})),
        Just(json!(true)),
    ];
    let change = (proptest::collection::vec(any::<usize>(), 1..6), new);
    let changes = proptest::collection::vec(change, 1..8);
    let mut runner = TestRunner::new(ProptestConfig {
        cases: 40,
        ..ProptestConfig::default()
    });
    runner
        .run(&changes, |changes| {
            let mut file = file.clone();
            for (path, new) in &changes {
                mutate(&mut file, path, new);
            }
            runtime.block_on(imports_or_is_refused(&engine, &file.to_string()));
            Ok(())
        })
        .unwrap();
}

async fn imports_or_is_refused(engine: &Engine, file: &str) {
    let preview = match begun(engine, file.as_bytes()).await {
        Ok(preview) => preview,
        Err(Error::Invalid(_)) => return,
        Err(error) => panic!("{error:?}"),
    };
    if preview.kind == ImportKind::Manuscript {
        return;
    }
    let made = engine.accept_import(preview.id, None).await.unwrap();
    let chapters = engine.chapters(made.id).await.unwrap();
    for chapter in chapters {
        engine.chapter_details(made.id, chapter.id).await.unwrap();
        for revision in engine.revisions(made.id, chapter.id).await.unwrap() {
            let read = engine.revision(made.id, chapter.id, revision.id).await;
            read.unwrap();
        }
    }
    engine.world(made.id).await.unwrap();
    engine.book_settings(made.id).await.unwrap();
    engine.reviews(made.id, 50).await.unwrap();
    let filter = RunFilter {
        story: Some(made.id),
        ..RunFilter::default()
    };
    engine.runs(filter, 50, None).await.unwrap();
    engine.export_story_file(made.id).await.unwrap();
    let version = engine.story(made.id).await.unwrap().version;
    engine.delete_story(made.id, version).await.unwrap();
}
