//! The world: reading, merging what a run imagined, copying.

pub(super) use sqlite_stories::load_world::{entity, load};

use super::{tx::Tx, versions::ChangeAuthor, world_edit};
use domain::{Entity, EntityId, EventBody, FactId, RelationId, RuleId, RunId, StoryId};
use rules::world::{NamedRelation, new_parts};
use sqlx::SqliteConnection;
use std::collections::HashMap;
use store::Result;
use store::ids;
use writing::assignment::WorldSketch;

/// Adds what is not there yet. What the author has named stays as the author has it.
pub(super) async fn merge(
    tx: &mut Tx<'_>,
    story: StoryId,
    sketch: &WorldSketch,
    run: RunId,
) -> Result<()> {
    let known = load(tx.sql(), story).await?;
    let entities = sketch.entities.iter().map(|new| Entity {
        id: EntityId(ids::new_id()),
        kind: new.kind,
        name: new.name.clone(),
        role: new.role.clone(),
        description: new.description.clone(),
        pronouns: new.pronouns.clone(),
        goal: new.goal.clone(),
        traits: new.traits.clone(),
    });
    let relations = sketch.relations.iter().map(|new| NamedRelation {
        from: &new.from,
        to: &new.to,
        label: &new.label,
    });
    let parts = new_parts(&known, entities, relations, &sketch.rules, ids::new_id);
    for part in &parts {
        world_edit::add(tx, story, part, ChangeAuthor::Run(run)).await?;
    }
    tx.emit(EventBody::World { story }).await?;
    tx.touch_story(story).await
}

/// Copies a world to another story, with new ids.
pub(super) async fn copy(
    sql: &mut SqliteConnection,
    from: StoryId,
    to: StoryId,
    chapters: &HashMap<String, String>,
    fresh_id: impl Fn() -> String,
) -> Result<()> {
    let world = load(sql, from).await?;
    let mut ids = HashMap::new();
    for entity in &world.entities {
        let fresh = fresh_id();
        sqlx::query(
            "INSERT INTO entities (id, story_id, kind, name, role, description, pronouns, goal, traits) \
             SELECT ?, ?, kind, name, role, description, pronouns, goal, traits FROM entities \
             WHERE id = ?",
        )
        .bind(&fresh)
        .bind(to.to_string())
        .bind(entity.id.to_string())
        .execute(&mut *sql)
        .await?;
        ids.insert(entity.id, fresh);
    }
    for relation in &world.relations {
        sqlx::query(
            "INSERT INTO relations (id, story_id, from_id, to_id, label) VALUES (?, ?, ?, ?, ?)",
        )
        .bind(RelationId(ids::new_id()).to_string())
        .bind(to.to_string())
        .bind(ids.get(&relation.from))
        .bind(ids.get(&relation.to))
        .bind(&relation.label)
        .execute(&mut *sql)
        .await?;
    }
    for rule in &world.rules {
        sqlx::query("INSERT INTO rules (id, story_id, text) VALUES (?, ?, ?)")
            .bind(RuleId(ids::new_id()).to_string())
            .bind(to.to_string())
            .bind(&rule.text)
            .execute(&mut *sql)
            .await?;
    }
    let facts: Vec<(Option<String>, String, bool)> = sqlx::query_as(
        "SELECT chapter_id, text, by_person FROM facts WHERE story_id = ? ORDER BY id",
    )
    .bind(from.to_string())
    .fetch_all(&mut *sql)
    .await?;
    for (chapter, text, by_person) in facts {
        sqlx::query(
            "INSERT INTO facts (id, story_id, chapter_id, text, by_person) VALUES (?, ?, ?, ?, ?)",
        )
        .bind(FactId(ids::new_id()).to_string())
        .bind(to.to_string())
        .bind(chapter.and_then(|chapter| chapters.get(&chapter)))
        .bind(text)
        .bind(by_person)
        .execute(&mut *sql)
        .await?;
    }
    for (chapter, copy) in chapters {
        sqlx::query(
            "INSERT INTO withdrawn_facts (chapter_id, text) \
             SELECT ?, text FROM withdrawn_facts WHERE chapter_id = ?",
        )
        .bind(copy)
        .bind(chapter)
        .execute(&mut *sql)
        .await?;
    }
    Ok(())
}
