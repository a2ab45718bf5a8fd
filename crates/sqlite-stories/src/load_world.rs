//! A world as it is read.

use domain::{Entity, EntityId, StoryId, World};
use sqlite_rows::world::{self, EntityRow};
use sqlx::SqliteConnection;
use store::{Error, Result};

/// The world of a story.
pub async fn load(sql: &mut SqliteConnection, story: StoryId) -> Result<World> {
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
    Ok(world::world(entities, relations, rules, facts))
}

/// One entity and its version.
pub async fn entity(
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
