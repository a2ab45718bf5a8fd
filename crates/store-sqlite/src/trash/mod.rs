//! The trash: rows that were deleted, whole, and how they come back.
//!
//! What is deleted leaves its tables for good, so no query has to know of it. It is kept row by row, as JSON, with
//! everything that is deleted together with it.

mod restore;
mod rows;

use super::{
    SqliteStore,
    tx::{Durability, Tx},
    world, world_edit,
};
use async_trait::async_trait;
use domain::{
    Chapter, EventBody, Page, Restored, Story, StoryId, Timestamp, TrashContents, TrashId,
    TrashKind, Trashed, WorldPart, trash::DAYS_IN_TRASH,
};
use sqlite_rows::paging::{page, rows_for};
use sqlx::{FromRow, SqliteConnection};
use store::{Error, Result};
use store::{TrashStore, clock, ids};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// Moves a story to the trash.
pub(super) async fn put_story(tx: &mut Tx<'_>, story: &Story) -> Result<TrashId> {
    let what = NewEntry {
        story: None,
        kind: TrashKind::Story,
        id: story.id.to_string(),
        title: story.title.clone(),
        words: story.words,
    };
    put(tx, what, "stories").await
}

/// Moves a chapter to the trash. Its number is the caller's matter.
pub(super) async fn put_chapter(tx: &mut Tx<'_>, chapter: &Chapter) -> Result<TrashId> {
    let title = match chapter.title.as_str() {
        "" => format!("Chapter {}", chapter.number),
        title => format!("Chapter {}: {title}", chapter.number),
    };
    let what = NewEntry {
        story: Some(chapter.story),
        kind: TrashKind::Chapter,
        id: chapter.id.to_string(),
        title,
        words: chapter.words,
    };
    put(tx, what, "chapters").await
}

/// Moves a part of a world to the trash; an entity with its relations.
pub(super) async fn put_part(tx: &mut Tx<'_>, story: StoryId, part: &WorldPart) -> Result<TrashId> {
    let (kind, table, title) = match part {
        WorldPart::Entity(entity) => (TrashKind::Entity, "entities", entity.name.clone()),
        WorldPart::Relation(tie) => {
            let world = world::load(tx.sql(), story).await?;
            let name = |id| world.entity(id).map_or("", |entity| entity.name.as_str());
            let title = format!("{} {} {}", name(tie.from), tie.label, name(tie.to));
            (TrashKind::Relation, "relations", title)
        }
        WorldPart::Rule(rule) => (TrashKind::Rule, "rules", rule.text.clone()),
        WorldPart::Fact(fact) => (TrashKind::Fact, "facts", fact.text.clone()),
    };
    let what = NewEntry {
        story: Some(story),
        kind,
        id: world_edit::key(part.id()),
        title,
        words: 0,
    };
    put(tx, what, table).await
}

/// What is put into the trash.
struct NewEntry {
    story: Option<StoryId>,
    kind: TrashKind,
    id: String,
    title: String,
    words: u64,
}

async fn put(tx: &mut Tx<'_>, what: NewEntry, table: &str) -> Result<TrashId> {
    let entry = TrashId(ids::new_id());
    let key = entry.to_string();
    sqlx::query(
        "INSERT INTO trash (id, story_id, kind, subject_id, title, contents, deleted_at) \
         VALUES (?, ?, ?, ?, ?, '{}', ?)",
    )
    .bind(&key)
    .bind(what.story.map(|story| story.to_string()))
    .bind(what.kind.as_str())
    .bind(&what.id)
    .bind(&what.title)
    .bind(clock::now().millis())
    .execute(tx.sql())
    .await?;
    rows::move_to_trash(tx, &key, table, &what.id).await?;
    let counts: Vec<(String, i64)> = sqlx::query_as(
        "SELECT table_name, COUNT(*) FROM trash_rows WHERE trash_id = ? GROUP BY table_name",
    )
    .bind(&key)
    .fetch_all(tx.sql())
    .await?;
    let count = |table: &str| {
        let found = counts.iter().find(|(name, _)| name == table);
        found.map_or(0, |(_, count)| u64::try_from(*count).unwrap_or_default())
    };
    let contents = TrashContents {
        chapters: count("chapters"),
        words: what.words,
        revisions: count("revisions"),
        entities: count("entities"),
        relations: count("relations"),
        facts: count("facts"),
    };
    sqlx::query("UPDATE trash SET contents = ? WHERE id = ?")
        .bind(sqlite_rows::rows::to_json(&contents))
        .bind(&key)
        .execute(tx.sql())
        .await?;
    Ok(entry)
}

#[derive(FromRow)]
struct EntryRow {
    id: String,
    story_id: Option<String>,
    story_title: Option<String>,
    kind: String,
    subject_id: String,
    title: String,
    contents: String,
    deleted_at: i64,
}

macro_rules! select_entry {
    ($rest:literal) => {
        concat!(
            "SELECT t.id, t.story_id, s.title AS story_title, t.kind, t.subject_id, t.title, t.contents, \
             t.deleted_at FROM trash t LEFT JOIN stories s ON s.id = t.story_id ",
            $rest
        )
    };
}

impl EntryRow {
    fn kind(&self) -> Result<TrashKind> {
        TrashKind::parse(&self.kind).ok_or(Error::Corrupt("what is in the trash"))
    }

    fn story(&self) -> Result<StoryId> {
        sqlite_rows::rows::id(self.story_id.as_deref().unwrap_or(&self.subject_id))
    }

    fn read(self) -> Result<Trashed> {
        Ok(Trashed {
            id: sqlite_rows::rows::id(&self.id)?,
            kind: self.kind()?,
            story: self.story()?,
            story_title: self.story_title.unwrap_or_else(|| self.title.clone()),
            title: self.title,
            contents: sqlite_rows::rows::from_json(&self.contents, "what is in the trash")?,
            deleted_at: Timestamp(self.deleted_at),
            kept_until: Timestamp(self.deleted_at + DAYS_IN_TRASH * DAY_MS),
        })
    }
}

async fn find(sql: &mut SqliteConnection, id: TrashId) -> Result<EntryRow> {
    sqlx::query_as(select_entry!("WHERE t.id = ?"))
        .bind(id.to_string())
        .fetch_optional(sql)
        .await?
        .ok_or(Error::NotFound("entry in the trash"))
}

#[async_trait]
impl TrashStore for SqliteStore {
    async fn trash(&self, limit: u32, after: Option<TrashId>) -> Result<Page<Trashed>> {
        let items = sqlx::query_as::<_, EntryRow>(select_entry!(
            "WHERE ?1 IS NULL OR t.id < ?1 ORDER BY t.id DESC LIMIT ?2"
        ))
        .bind(after.map(|id| id.to_string()))
        .bind(rows_for(limit))
        .fetch_all(&self.database.readers)
        .await?
        .into_iter()
        .map(EntryRow::read)
        .collect::<Result<Vec<_>>>()?;
        Ok(page(items, limit, |item| item.id.to_string()))
    }

    async fn restore_trashed(&self, id: TrashId) -> Result<Restored> {
        let mut tx = self.begin(Durability::Durable).await?;
        let entry = find(tx.sql(), id).await?;
        let restored = restore::restore(&mut tx, &entry).await?;
        tx.touch_story(restored.story).await?;
        tx.commit().await?;
        Ok(restored)
    }

    async fn delete_forever(&self, id: TrashId) -> Result<()> {
        let mut tx = self.begin(Durability::Durable).await?;
        let entry = find(tx.sql(), id).await?;
        rows::forget(&mut tx, &entry.id).await?;
        // Open pages that show the trash hear of it.
        tx.emit(EventBody::Story {
            story: entry.story()?,
        })
        .await?;
        tx.commit().await
    }

    async fn empty_trash(&self, before: Timestamp) -> Result<u64> {
        let mut tx = self.begin(Durability::Durable).await?;
        let old: Vec<String> = sqlx::query_scalar("SELECT id FROM trash WHERE deleted_at < ?")
            .bind(before.millis())
            .fetch_all(tx.sql())
            .await?;
        for entry in &old {
            rows::forget(&mut tx, entry).await?;
        }
        tx.commit().await?;
        Ok(old.len() as u64)
    }
}
