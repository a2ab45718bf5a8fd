//! A database of an earlier version: what it holds is kept, and known better.

use crate::support::open;
use domain::{
    Author, Brief, CallFilter, EntityId, Offer, Outline, PartId, StoryId, VersionTarget,
    VersionValue,
};
use sqlx::{Connection as _, SqliteConnection, migrate::Migrator};
use std::{path::Path, sync::Arc};
use test_support::scripted::ScriptedModel;

#[tokio::test]
async fn a_database_from_before_offers_its_candidates_and_knows_what_its_texts_say() {
    let folder = tempfile::tempdir().unwrap();
    older_database(folder.path()).await;
    let (model, _script) = ScriptedModel::new();
    let engine = open(folder.path(), Arc::new(model), 0).await;
    let story: StoryId = older_id(1).parse().unwrap();
    let history = async |number| engine.revisions(story, number).await.unwrap();
    let offers = async |number| -> Vec<Option<Offer>> {
        let history = history(number).await;
        history.iter().map(|revision| revision.offer).collect()
    };
    // Newest first: what a person typed, then the candidates, then what runs wrote.
    let expected = [None, Some(Offer::Open), Some(Offer::Replaced), None, None];
    assert_eq!(offers(1).await, expected);
    assert_eq!(offers(2).await, [Some(Offer::Taken)]);

    // What the chapter says goes with the last text a run wrote for it.
    let whole = history(1).await.remove(3);
    let version = engine.chapter(story, 1).await.unwrap().version;
    let back = engine.restore(story, 1, whole.id, version).await.unwrap();
    assert_eq!(back.summary, "The lamp is lit.");
    let facts = engine.world(story).await.unwrap().facts;
    let facts: Vec<_> = facts.iter().map(|fact| &*fact.text).collect();
    assert_eq!(facts, ["The lamp is lit.", "The sea is cold."]);
}

#[tokio::test]
async fn a_database_from_before_keeps_its_calls() {
    let folder = tempfile::tempdir().unwrap();
    let mut sql = database_of(
        folder.path(),
        &[
            "0001_studio.sql",
            "0002_queue.sql",
            "0003_revisions.sql",
            "0004_models.sql",
            "0006_craft.sql",
        ],
    )
    .await;
    let brief = serde_json::to_string(&Brief::default()).unwrap();
    let (story, chapter, run) = (older_id(1), older_id(2), older_id(3));
    let (step, call) = (older_id(4), older_id(5));
    let (paused, failed) = (older_id(6), older_id(7));
    for statement in [
        format!(
            "INSERT INTO stories (id, title, brief, created_at, updated_at) \
             VALUES ('{story}', 'Old', '{brief}', 0, 0)"
        ),
        format!("INSERT INTO chapters (id, story_id, number) VALUES ('{chapter}', '{story}', 1)"),
        format!(
            "INSERT INTO runs (id, story_id, kind, status, model, created_at) \
             VALUES ('{run}', '{story}', 'chapter', 'succeeded', 'local:old', 0), \
               ('{paused}', '{story}', 'world', 'paused', 'local:old', 0), \
               ('{failed}', '{story}', 'world', 'failed', 'local:old', 0)"
        ),
        format!(
            "INSERT INTO steps (id, run_id, position, kind, chapter_id, chapter, status) \
             VALUES ('{step}', '{run}', 0, 'chapter', '{chapter}', 1, 'succeeded')"
        ),
        format!(
            "INSERT INTO calls (id, run_id, step_id, chapter, stage, model, started_at, took_ms, ended, \
             prompt_tokens, cached_tokens, answer_tokens, thinking_tokens, cost, prompt) VALUES \
             ('{call}', '{run}', '{step}', 1, 'draft', 'local:old', 7, 2000, 'whole', 11, 3, 5, 1, 0.5, \
             '[{{\"name\":\"beats\",\"role\":\"user\",\"text\":\"Rain.\",\"tokens\":2,\"left_out\":0}}]')"
        ),
    ] {
        run_sql(&mut sql, statement).await;
    }
    sql.close().await.unwrap();
    let (model, _script) = ScriptedModel::new();
    let engine = open(folder.path(), Arc::new(model), 0).await;
    // What is under way keeps its model; what failed for want of one follows the settings.
    let names = async |run: &str| {
        let run = engine.run(run.parse().unwrap()).await.unwrap();
        (run.model, run.model_named)
    };
    assert_eq!(names(&paused).await, ("local:old".to_owned(), true));
    assert_eq!(names(&failed).await, ("local:old".to_owned(), false));
    let sent = engine.call(call.parse().unwrap()).await.unwrap();
    assert_eq!(sent.record.describe(), "Writing chapter 1");
    assert_eq!(sent.parts[0].text, "Rain.");
    let run = CallFilter::Run(run.parse().unwrap());
    let calls = engine.calls(run, 10, None).await.unwrap().items;
    assert_eq!(calls, [sent.record]);
    let story: StoryId = story.parse().unwrap();
    let spent = engine.story_spent(story).await.unwrap();
    assert_eq!(spent.total, calls[0].spent);
    assert_eq!(spent.total.tokens(), 16);
    assert_eq!(spent.chapters, [(1, spent.total)]);
    // It still goes with its story.
    let version = engine.story(story).await.unwrap().version;
    engine.delete_story(story, version).await.unwrap();
    assert!(engine.call(calls[0].id).await.is_err());
}

#[tokio::test]
async fn a_database_from_before_keeps_every_value_that_was_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let (story, entity) = (older_id(1), older_id(3));
    database_with_replaced_values(folder.path(), &story, &entity).await;
    let (model, _script) = ScriptedModel::new();
    let engine = open(folder.path(), Arc::new(model), 0).await;
    let story: StoryId = story.parse().unwrap();
    let of = VersionTarget::Outline(1.into());
    let kept = engine.versions(story, of, 10, None).await.unwrap().items;
    let said: Vec<_> = kept
        .iter()
        .map(|version| (version.at.0, &version.value))
        .collect();
    let outline = |beat: &str| {
        VersionValue::Outline(Outline {
            title: "Night".to_owned(),
            outline: vec![beat.to_owned()],
        })
    };
    assert_eq!(
        said,
        [(7, &outline("Second.")), (5, &outline("The author’s."))]
    );
    assert!(
        kept.iter()
            .all(|version| version.by == Author::Unknown && !version.current)
    );
    // What two runs had hidden comes back, and what is there now is kept in turn.
    let version = engine.chapter(story, 1).await.unwrap().version;
    engine
        .restore_version(story, of, kept[1].id, version)
        .await
        .unwrap();
    let chapter = engine.chapter(story, 1).await.unwrap();
    assert_eq!(chapter.outline, ["The author’s."]);
    let now = engine.versions(story, of, 10, None).await.unwrap().items;
    assert_eq!((now[0].current, &now[1].value), (true, &outline("Third.")));

    let id: EntityId = entity.parse().unwrap();
    let of = VersionTarget::Part(PartId::Entity(id));
    let kept = engine.versions(story, of, 10, None).await.unwrap().items;
    let (_, version) = engine.entity(story, id).await.unwrap();
    engine
        .restore_version(story, of, kept[0].id, version)
        .await
        .unwrap();
    let (mara, _) = engine.entity(story, id).await.unwrap();
    assert_eq!((&*mara.name, &*mara.pronouns), ("Mara", "she/her"));
    assert_eq!((&*mara.role, &*mara.description), ("keeper", "Before."));
    assert_eq!(mara.traits, ["dry"]);
}

/// A database of before versions, in which a chapter's beats were replaced twice and an entity once.
async fn database_with_replaced_values(folder: &Path, story: &str, entity: &str) {
    let files = [
        "0001_studio.sql",
        "0002_queue.sql",
        "0003_revisions.sql",
        "0004_models.sql",
        "0006_craft.sql",
        "0007_asides.sql",
        "0008_summaries.sql",
        "0009_patience.sql",
    ];
    let mut sql = database_of(folder, &files).await;
    let brief = serde_json::to_string(&Brief::default()).unwrap();
    let chapter = older_id(2);
    for statement in [
        format!(
            "INSERT INTO stories (id, title, brief, created_at, updated_at) \
             VALUES ('{story}', 'Old', '{brief}', 0, 0)"
        ),
        format!(
            "INSERT INTO chapters (id, story_id, number, title, outline) \
             VALUES ('{chapter}', '{story}', 1, 'Night', '[\"Third.\"]')"
        ),
        format!(
            "INSERT INTO entities (id, story_id, kind, name, pronouns, description) \
             VALUES ('{entity}', '{story}', 'person', 'Mara', 'she/her', 'Now.')"
        ),
        format!(
            "INSERT INTO former (id, chapter_id, value, created_at) VALUES \
             ('{}', '{chapter}', '[\"The author’s.\"]', 5), ('{}', '{chapter}', '[\"Second.\"]', 7)",
            older_id(10),
            older_id(11)
        ),
        format!(
            "INSERT INTO former (id, entity_id, value, created_at) VALUES ('{}', '{entity}', \
             '{{\"role\":\"keeper\",\"description\":\"Before.\",\"goal\":\"\",\"traits\":[\"dry\"]}}', 6)",
            older_id(12)
        ),
    ] {
        run_sql(&mut sql, statement).await;
    }
    sql.close().await.unwrap();
}

#[tokio::test]
async fn a_replacement_from_before_is_taken_back_also_out_of_the_trash() {
    let folder = tempfile::tempdir().unwrap();
    let files = [
        "0001_studio.sql",
        "0002_queue.sql",
        "0003_revisions.sql",
        "0004_models.sql",
        "0006_craft.sql",
        "0007_asides.sql",
        "0008_summaries.sql",
        "0009_patience.sql",
        "0010_history.sql",
        "0011_authors_text.sql",
        "0012_autosaves.sql",
        "0013_safety.sql",
        "0014_books.sql",
        "0015_search.sql",
        "0016_replacements.sql",
    ];
    let mut sql = database_of(folder.path(), &files).await;
    let (story, done) = (older_id(1), older_id(9));
    let brief = serde_json::to_string(&Brief {
        premise: "A lamp.".to_owned(),
        ..Brief::default()
    })
    .unwrap();
    run_sql(&mut sql, format!("INSERT INTO stories (id, title, brief, created_at, updated_at) VALUES ('{story}', 'Old', '{brief}', 0, 0)")).await;
    run_sql(
        &mut sql,
        format!("INSERT INTO replacements (id, story_id, made_at) VALUES ('{done}', '{story}', 5)"),
    )
    .await;
    for (chapter, number, before, after) in
        [(2, 1, 20, 21), (3, 2, 30, 31)].map(|(chapter, number, before, after)| {
            (older_id(chapter), number, older_id(before), older_id(after))
        })
    {
        run_sql(&mut sql, format!("INSERT INTO chapters (id, story_id, number, state, revision_id) VALUES ('{chapter}', '{story}', {number}, 'written', '{after}')")).await;
        for (revision, text) in [(&before, "Mara slept."), (&after, "Ines slept.")] {
            run_sql(&mut sql, format!("INSERT INTO revisions (id, chapter_id, kind, text, words, created_at) VALUES ('{revision}', '{chapter}', 'whole', '{text}', 2, 0)")).await;
        }
        run_sql(&mut sql, format!("INSERT INTO replaced_texts (replacement_id, chapter_id, before, after) VALUES ('{done}', '{chapter}', '{before}', '{after}')")).await;
    }
    // As the second chapter is in the trash, without all of its rows.
    let (entry, second) = (older_id(40), older_id(3));
    run_sql(&mut sql, format!("INSERT INTO trash (id, story_id, kind, subject_id, title, contents, deleted_at) VALUES ('{entry}', '{story}', 'chapter', '{second}', 'Chapter 2', '{{}}', 6)")).await;
    run_sql(&mut sql, format!("INSERT INTO trash_rows (trash_id, table_name, key, content) SELECT '{entry}', 'chapters', id, json_object('id', id, 'story_id', story_id, 'number', number) FROM chapters WHERE number = 2")).await;
    run_sql(&mut sql, format!("INSERT INTO trash_rows (trash_id, table_name, key, content) SELECT '{entry}', 'replaced_texts', NULL, json_object('replacement_id', replacement_id, 'chapter_id', chapter_id, 'before', before, 'after', after) FROM replaced_texts WHERE chapter_id = '{second}'")).await;
    run_sql(
        &mut sql,
        format!("DELETE FROM chapters WHERE id = '{second}'"),
    )
    .await;
    sql.close().await.unwrap();

    let (model, _script) = ScriptedModel::new();
    let engine = open(folder.path(), Arc::new(model), 0).await;
    let id: StoryId = story.parse().unwrap();
    let listed = engine.replacements(id, 10, None).await.unwrap().items;
    assert_eq!(
        (listed.len(), listed[0].chapters, &*listed[0].find),
        (1, 2, "")
    );
    let undone = engine.undo_replacement(id, listed[0].undo).await.unwrap();
    assert_eq!((undone.restored, undone.in_trash.len()), (1, 1));
    assert_eq!(undone.in_trash[0].heading, "Chapter 2");
    let text = engine.current_revision(id, 1).await.unwrap().unwrap().text;
    assert_eq!(text, "Mara slept.");
    let found = engine.search(None, "mara", 10, None).await.unwrap().items;
    assert_eq!(found.len(), 1, "the index was made again");
}

fn older_id(of: u32) -> String {
    format!("0197a7c4-0000-7000-8000-{of:012}")
}

/// A database that has seen these migrations and no more.
async fn database_of(folder: &Path, files: &[&str]) -> SqliteConnection {
    let migrations = Path::new(env!("CARGO_MANIFEST_DIR")).join("../store-sqlite/src/migrations");
    let older = tempfile::tempdir().unwrap();
    for file in files {
        std::fs::copy(migrations.join(file), older.path().join(file)).unwrap();
    }
    let file = folder.join("fablewright.db");
    let mut sql = SqliteConnection::connect(&format!("sqlite://{}?mode=rwc", file.display()))
        .await
        .unwrap();
    Migrator::new(older.path())
        .await
        .unwrap()
        .run(&mut sql)
        .await
        .unwrap();
    sql
}

async fn run_sql(sql: &mut SqliteConnection, statement: String) {
    sqlx::query(sqlx::AssertSqlSafe(statement))
        .execute(sql)
        .await
        .unwrap();
}

/// A database as the first version with a queue left it.
async fn older_database(folder: &Path) {
    let mut sql = database_of(folder, &["0001_studio.sql", "0002_queue.sql"]).await;
    let brief = serde_json::to_string(&Brief::default()).unwrap();
    let run = older_id(90);
    let statements = [
        format!(
            "INSERT INTO stories (id, title, brief, created_at, updated_at) \
             VALUES ('{}', 'Old', '{brief}', 0, 0)",
            older_id(1)
        ),
        format!(
            "INSERT INTO chapters (id, story_id, number, state, revision_id, summary, threads) VALUES \
             ('{}', '{story}', 1, 'written', '{}', 'The lamp is lit.', '[\"Who lit it?\"]'), \
             ('{}', '{story}', 2, 'written', '{}', '', '[]')",
            older_id(2),
            older_id(14),
            older_id(3),
            older_id(20),
            story = older_id(1),
        ),
        format!(
            "INSERT INTO revisions (id, chapter_id, kind, run_id, text, words, created_at) VALUES \
             ('{}', '{one}', 'whole', '{run}', 'First.', 1, 0), \
             ('{}', '{one}', 'whole', '{run}', 'Second.', 1, 0), \
             ('{}', '{one}', 'candidate', '{run}', 'Third.', 1, 0), \
             ('{}', '{one}', 'candidate', '{run}', 'Fourth.', 1, 0), \
             ('{}', '{one}', 'whole', NULL, 'Mine.', 1, 0), \
             ('{}', '{}', 'candidate', '{run}', 'Taken.', 1, 0)",
            older_id(10),
            older_id(11),
            older_id(12),
            older_id(13),
            older_id(14),
            older_id(20),
            older_id(3),
            one = older_id(2),
        ),
        format!(
            "INSERT INTO facts (id, story_id, chapter_id, text) VALUES \
             ('{}', '{story}', '{one}', 'The lamp is lit.'), \
             ('{}', '{story}', '{one}', 'The sea is cold.')",
            older_id(30),
            older_id(31),
            story = older_id(1),
            one = older_id(2),
        ),
    ];
    for statement in statements {
        run_sql(&mut sql, statement).await;
    }
    sql.close().await.unwrap();
}
