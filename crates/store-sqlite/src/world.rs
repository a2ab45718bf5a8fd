//! The world: reading, merging what a run imagined, copying.

use super::{SqliteStore, rows, rows::EntityRow, tx::Tx, versions::ChangeAuthor, world_edit};
use domain::{
    Entity, EntityId, EventBody, FactId, Relation, RelationId, Rule, RuleId, RunId, StoryId, World,
    WorldPart, text,
};
use sqlx::SqliteConnection;
use std::collections::HashMap;
use store::ids;
use store::{Error, Result};
use writing::assignment::WorldSketch;

pub(super) async fn load(sql: &mut SqliteConnection, story: StoryId) -> Result<World> {
    let story = story.to_string();
    let entities = sqlx::query_as(
        "SELECT id, kind, name, role, description, pronouns, goal, traits FROM entities \
         WHERE story_id = ? ORDER BY id",
    )
    .bind(&story)
    .fetch_all(&mut *sql)
    .await?;
    let relations = sqlx::query_as(
        "SELECT id, from_id, to_id, label FROM relations WHERE story_id = ? ORDER BY id",
    )
    .bind(&story)
    .fetch_all(&mut *sql)
    .await?;
    let rules = sqlx::query_as("SELECT id, text FROM rules WHERE story_id = ? ORDER BY id")
        .bind(&story)
        .fetch_all(&mut *sql)
        .await?;
    // In chapter order, whatever order the chapters were written in.
    let facts = sqlx::query_as(
        "SELECT f.id, f.text, c.number FROM facts f LEFT JOIN chapters c ON c.id = f.chapter_id \
         WHERE f.story_id = ? ORDER BY c.number NULLS FIRST, f.id",
    )
    .bind(&story)
    .fetch_all(&mut *sql)
    .await?;
    Ok(rows::world(entities, relations, rules, facts))
}

/// One entity and its version.
pub(super) async fn entity(
    sql: &mut SqliteConnection,
    story: StoryId,
    id: EntityId,
) -> Result<(Entity, i64)> {
    let row: Option<EntityRow> = sqlx::query_as(
        "SELECT id, kind, name, role, description, pronouns, goal, traits FROM entities \
         WHERE story_id = ? AND id = ?",
    )
    .bind(story.to_string())
    .bind(id.to_string())
    .fetch_optional(&mut *sql)
    .await?;
    let entity = row.ok_or(Error::NotFound("entity"))?.read()?;
    let version = sqlx::query_scalar("SELECT version FROM entities WHERE id = ?")
        .bind(id.to_string())
        .fetch_one(sql)
        .await?;
    Ok((entity, version))
}

impl SqliteStore {
    /// Adds what is not there yet. What the author has named stays as the author has it.
    pub(super) async fn merge_world(
        tx: &mut Tx<'_>,
        story: StoryId,
        sketch: &WorldSketch,
        run: RunId,
    ) -> Result<()> {
        let by = ChangeAuthor::Run(run);
        let known = load(tx.sql(), story).await?;
        let mut ids: HashMap<String, EntityId> = known
            .entities
            .iter()
            .map(|entity| (entity.name.to_lowercase(), entity.id))
            .collect();
        for entity in &sketch.entities {
            let name = text::line(&entity.name);
            if name.is_empty() || ids.contains_key(&name.to_lowercase()) {
                continue;
            }
            let id = EntityId(ids::new_id());
            let new = Entity {
                id,
                kind: entity.kind,
                name,
                role: text::field(&entity.role),
                description: text::field(&entity.description),
                pronouns: text::field(&entity.pronouns),
                goal: text::field(&entity.goal),
                traits: text::fields(&entity.traits),
            };
            ids.insert(new.name.to_lowercase(), id);
            world_edit::add(tx, story, &WorldPart::Entity(new), by).await?;
        }
        let mut tied: Vec<_> = known
            .relations
            .iter()
            .map(|relation| (relation.from, relation.to, relation.label.clone()))
            .collect();
        for relation in &sketch.relations {
            let find = |name: &str| ids.get(&text::line(name).to_lowercase()).copied();
            let Some((from, to)) = find(&relation.from).zip(find(&relation.to)) else {
                continue;
            };
            let tie = (from, to, text::line(&relation.label));
            if from == to || tied.contains(&tie) {
                continue;
            }
            let new = Relation {
                id: RelationId(ids::new_id()),
                from,
                to,
                label: tie.2.clone(),
            };
            world_edit::add(tx, story, &WorldPart::Relation(new), by).await?;
            tied.push(tie);
        }
        for rule in &sketch.rules {
            let rule = text::field(rule);
            if rule.is_empty() || known.rules.iter().any(|known| known.text == rule) {
                continue;
            }
            let new = Rule {
                id: RuleId(ids::new_id()),
                text: rule,
            };
            world_edit::add(tx, story, &WorldPart::Rule(new), by).await?;
        }
        tx.emit(EventBody::World { story }).await?;
        tx.touch_story(story).await
    }
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
