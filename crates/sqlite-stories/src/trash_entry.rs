//! What is put into the trash, and how its list shows it.

use crate::load_world;
use crate::trash_rows as rows;
use domain::{
    Chapter, Story, StoryId, Timestamp, TrashContents, TrashId, TrashKind, Trashed, WorldPart,
    trash::DAYS_IN_TRASH,
};
use sqlite_rows::{rows as values, version_values::VersionSubject};
use sqlx::{FromRow, SqliteConnection};
use store::{Error, Result, clock, ids};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// Moves a story to the trash.
pub async fn put_story(sql: &mut SqliteConnection, story: &Story) -> Result<TrashId> {
    let what = NewEntry {
        story: None,
        kind: TrashKind::Story,
        id: story.id.to_string(),
        title: story.title.clone(),
        words: story.words,
    };
    put(sql, what, "stories").await
}

/// Moves a chapter to the trash. Its number is the caller's matter.
pub async fn put_chapter(sql: &mut SqliteConnection, chapter: &Chapter) -> Result<TrashId> {
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
    put(sql, what, "chapters").await
}

/// Moves a part of a world to the trash; an entity with its relations.
pub async fn put_part(
    sql: &mut SqliteConnection,
    story: StoryId,
    part: &WorldPart,
) -> Result<TrashId> {
    let (kind, table, title) = match part {
        WorldPart::Entity(entity) => (TrashKind::Entity, "entities", entity.name.clone()),
        WorldPart::Relation(tie) => {
            let world = load_world::load(&mut *sql, story).await?;
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
        id: VersionSubject::Part(part.id()).key(),
        title,
        words: 0,
    };
    put(sql, what, table).await
}

/// What is put into the trash.
struct NewEntry {
    story: Option<StoryId>,
    kind: TrashKind,
    id: String,
    title: String,
    words: u64,
}

async fn put(sql: &mut SqliteConnection, what: NewEntry, table: &str) -> Result<TrashId> {
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
    .execute(&mut *sql)
    .await?;
    rows::move_to_trash(sql, &key, table, &what.id).await?;
    let counts: Vec<(String, i64)> = sqlx::query_as(
        "SELECT table_name, COUNT(*) FROM trash_rows WHERE trash_id = ? GROUP BY table_name",
    )
    .bind(&key)
    .fetch_all(&mut *sql)
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
        .bind(values::to_json(&contents))
        .bind(&key)
        .execute(&mut *sql)
        .await?;
    Ok(entry)
}

/// A row of the trash.
#[derive(FromRow)]
pub struct EntryRow {
    /// Its id.
    pub id: String,
    story_id: Option<String>,
    story_title: Option<String>,
    kind: String,
    /// The id of what was deleted.
    pub subject_id: String,
    /// What was deleted, by name.
    pub title: String,
    contents: String,
    deleted_at: i64,
}

impl EntryRow {
    /// What was deleted.
    pub fn kind(&self) -> Result<TrashKind> {
        TrashKind::parse(&self.kind).ok_or(Error::Corrupt("what is in the trash"))
    }

    /// The story that it is of, or was.
    pub fn story(&self) -> Result<StoryId> {
        values::id(self.story_id.as_deref().unwrap_or(&self.subject_id))
    }

    /// The entry as the list shows it.
    pub fn read(self) -> Result<Trashed> {
        Ok(Trashed {
            id: values::id(&self.id)?,
            kind: self.kind()?,
            story: self.story()?,
            story_title: self.story_title.unwrap_or_else(|| self.title.clone()),
            title: self.title,
            contents: values::from_json(&self.contents, "what is in the trash")?,
            deleted_at: Timestamp(self.deleted_at),
            kept_until: Timestamp(self.deleted_at + DAYS_IN_TRASH * DAY_MS),
        })
    }
}
