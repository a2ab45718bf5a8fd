//! A world changed by hand: one part at a time, based on the version that was read.

use super::{
    SqliteStore, chapters, trash,
    tx::{Durability, Tx},
    versions::{self, ChangeAuthor},
    world,
};
use async_trait::async_trait;
use domain::{EventBody, FactId, PartId, StoryId, TrashId, VersionValue, WorldPart};
use rules::world::{StoredFact, check_part};
use sqlite_rows::{readable::Lossy, rows, version_values::VersionSubject};
use sqlx::SqliteConnection;
use store::WorldStore;
use store::{Error, Result};

/// The id as stored, and where the version is.
fn place(id: PartId) -> (String, &'static str) {
    match id {
        PartId::Entity(id) => (
            id.to_string(),
            "SELECT version FROM entities WHERE id = ? AND story_id = ?",
        ),
        PartId::Relation(id) => (
            id.to_string(),
            "SELECT version FROM relations WHERE id = ? AND story_id = ?",
        ),
        PartId::Rule(id) => (
            id.to_string(),
            "SELECT version FROM rules WHERE id = ? AND story_id = ?",
        ),
        PartId::Fact(id) => (
            id.to_string(),
            "SELECT version FROM facts WHERE id = ? AND story_id = ?",
        ),
    }
}

/// One part and its version.
pub(super) async fn load(
    sql: &mut SqliteConnection,
    story: StoryId,
    id: PartId,
) -> Result<(WorldPart, i64)> {
    super::stories::load(&mut *sql, story).await?;
    let part = world::load(&mut *sql, story).await?.part(id);
    let part = part.ok_or(Error::NotFound(id.as_str()))?;
    let (key, version) = place(id);
    let version = sqlx::query_scalar(version)
        .bind(key)
        .bind(story.to_string())
        .fetch_one(sql)
        .await?;
    Ok((part, version))
}

/// Adds a part, or changes the one that is there. What it was before stays in the history.
pub(super) async fn write(
    tx: &mut Tx<'_>,
    story: StoryId,
    part: &WorldPart,
    by: ChangeAuthor,
) -> Result<()> {
    let before = world::load(tx.sql(), story).await?.part(part.id());
    write_row(tx, story, part).await?;
    let (before, after) = (
        before.map(VersionValue::Part),
        VersionValue::Part(part.clone()),
    );
    let of = VersionSubject::Part(part.id());
    versions::keep(tx, story, of, by, before.as_ref(), &after).await
}

/// Adds a part that is not there yet.
pub(super) async fn add(
    tx: &mut Tx<'_>,
    story: StoryId,
    part: &WorldPart,
    by: ChangeAuthor,
) -> Result<()> {
    write_row(tx, story, part).await?;
    let (of, value) = (
        VersionSubject::Part(part.id()),
        VersionValue::Part(part.clone()),
    );
    versions::keep(tx, story, of, by, None, &value).await
}

/// A person's change of a part, checked and told.
pub(super) async fn put(tx: &mut Tx<'_>, story: StoryId, part: &WorldPart) -> Result<()> {
    check_part(&world::load(tx.sql(), story).await?, part)?;
    write(tx, story, part, ChangeAuthor::Person).await?;
    emit_world(tx, story).await
}

/// Writes the row of a part, without its history.
pub(super) async fn write_row(tx: &mut Tx<'_>, story: StoryId, part: &WorldPart) -> Result<()> {
    match part {
        WorldPart::Entity(entity) => {
            sqlx::query(
                "INSERT INTO entities (id, story_id, kind, name, role, description, pronouns, goal, traits) \
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, \
                 name = excluded.name, role = excluded.role, description = excluded.description, \
                 pronouns = excluded.pronouns, goal = excluded.goal, traits = excluded.traits, \
                 version = version + 1",
            )
            .bind(entity.id.to_string())
            .bind(story.to_string())
            .bind(entity.kind.as_str())
            .bind(&entity.name)
            .bind(&entity.role)
            .bind(&entity.description)
            .bind(&entity.pronouns)
            .bind(&entity.goal)
            .bind(rows::to_json(&entity.traits))
            .execute(tx.sql())
            .await?
        }
        WorldPart::Relation(tie) => {
            sqlx::query(
                "INSERT INTO relations (id, story_id, from_id, to_id, label) VALUES (?, ?, ?, ?, ?) \
                 ON CONFLICT (id) DO UPDATE SET from_id = excluded.from_id, to_id = excluded.to_id, \
                 label = excluded.label, version = version + 1",
            )
            .bind(tie.id.to_string())
            .bind(story.to_string())
            .bind(tie.from.to_string())
            .bind(tie.to.to_string())
            .bind(&tie.label)
            .execute(tx.sql())
            .await?
        }
        WorldPart::Rule(rule) => {
            sqlx::query(
                "INSERT INTO rules (id, story_id, text) VALUES (?, ?, ?) \
                 ON CONFLICT (id) DO UPDATE SET text = excluded.text, version = version + 1",
            )
            .bind(rule.id.to_string())
            .bind(story.to_string())
            .bind(&rule.text)
            .execute(tx.sql())
            .await?
        }
        WorldPart::Fact(fact) => {
            let chapter = match fact.chapter {
                Some(number) => Some(chapters::load(tx.sql(), story, number.into()).await?.id),
                None => None,
            };
            withdraw(tx, fact.id, Some(&fact.text)).await?;
            sqlx::query(
                "INSERT INTO facts (id, story_id, chapter_id, text, by_person) VALUES (?, ?, ?, ?, 1) \
                 ON CONFLICT (id) DO UPDATE SET chapter_id = excluded.chapter_id, text = excluded.text, \
                 by_person = 1, version = version + 1",
            )
            .bind(fact.id.to_string())
            .bind(story.to_string())
            .bind(chapter.map(|chapter| chapter.to_string()))
            .bind(&fact.text)
            .execute(tx.sql())
            .await?
        }
    };
    Ok(())
}

/// Notes that a person corrects or deletes what a run found to be true: it is not to come back with the text.
async fn withdraw(tx: &mut Tx<'_>, id: FactId, corrected: Option<&str>) -> Result<()> {
    let found: Option<(Option<String>, Lossy, bool)> =
        sqlx::query_as("SELECT chapter_id, text, by_person FROM facts WHERE id = ?")
            .bind(id.to_string())
            .fetch_optional(tx.sql())
            .await?;
    let Some((chapter, text, is_persons)) = found else {
        return Ok(());
    };
    let fact = StoredFact {
        text: &text.0,
        is_of_chapter: chapter.is_some(),
        is_persons,
    };
    if fact.is_withdrawn(corrected) {
        // The very bytes, also where they are no text.
        sqlx::query(
            "INSERT OR IGNORE INTO withdrawn_facts (chapter_id, text) \
             SELECT chapter_id, text FROM facts WHERE id = ?",
        )
        .bind(id.to_string())
        .execute(tx.sql())
        .await?;
    }
    Ok(())
}

/// Tells that a world changed.
pub(super) async fn emit_world(tx: &mut Tx<'_>, story: StoryId) -> Result<()> {
    tx.emit(EventBody::World { story }).await?;
    tx.touch_story(story).await
}

#[async_trait]
impl WorldStore for SqliteStore {
    async fn part(&self, story: StoryId, id: PartId) -> Result<(WorldPart, i64)> {
        load(&mut *self.database.readers.begin().await?, story, id).await
    }

    async fn put_part(
        &self,
        story: StoryId,
        part: WorldPart,
        version: Option<i64>,
    ) -> Result<(WorldPart, i64)> {
        let mut tx = self.begin(Durability::Durable).await?;
        super::stories::load(tx.sql(), story).await?;
        if let Some(version) = version {
            let (_, current) = load(tx.sql(), story, part.id()).await?;
            if current != version {
                return Err(Error::StaleVersion { current });
            }
        }
        put(&mut tx, story, &part).await?;
        let kept = load(tx.sql(), story, part.id()).await?;
        tx.commit().await?;
        Ok(kept)
    }

    async fn delete_part(&self, story: StoryId, id: PartId, version: i64) -> Result<TrashId> {
        let mut tx = self.begin(Durability::Durable).await?;
        let (part, current) = load(tx.sql(), story, id).await?;
        if current != version {
            return Err(Error::StaleVersion { current });
        }
        if let PartId::Fact(id) = id {
            withdraw(&mut tx, id, None).await?;
        }
        let trashed = trash::put_part(&mut tx, story, &part).await?;
        emit_world(&mut tx, story).await?;
        tx.commit().await?;
        Ok(trashed)
    }
}
