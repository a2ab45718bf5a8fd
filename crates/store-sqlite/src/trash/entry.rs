//! What is put into the trash, and how its list shows it.

use super::rows;
use crate::{load_world, tx::Tx};
use domain::{
    Chapter, Story, StoryId, Timestamp, TrashContents, TrashId, TrashKind, Trashed, WorldPart,
    trash::DAYS_IN_TRASH,
};
use sqlite_rows::{rows as values, version_values::VersionSubject};
use sqlx::FromRow;
use store::{Error, Result, clock, ids};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// Moves a story to the trash.
pub(crate) async fn put_story(tx: &mut Tx<'_>, story: &Story) -> Result<TrashId> {
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
pub(crate) async fn put_chapter(tx: &mut Tx<'_>, chapter: &Chapter) -> Result<TrashId> {
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
pub(crate) async fn put_part(tx: &mut Tx<'_>, story: StoryId, part: &WorldPart) -> Result<TrashId> {
    let (kind, table, title) = match part {
        WorldPart::Entity(entity) => (TrashKind::Entity, "entities", entity.name.clone()),
        WorldPart::Relation(tie) => {
            let world = load_world::load(tx.sql(), story).await?;
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
        .bind(values::to_json(&contents))
        .bind(&key)
        .execute(tx.sql())
        .await?;
    Ok(entry)
}

#[derive(FromRow)]
pub(crate) struct EntryRow {
    pub(super) id: String,
    pub(super) story_id: Option<String>,
    pub(super) story_title: Option<String>,
    pub(super) kind: String,
    pub(super) subject_id: String,
    pub(super) title: String,
    pub(super) contents: String,
    pub(super) deleted_at: i64,
}

impl EntryRow {
    pub(super) fn kind(&self) -> Result<TrashKind> {
        TrashKind::parse(&self.kind).ok_or(Error::Corrupt("what is in the trash"))
    }

    pub(super) fn story(&self) -> Result<StoryId> {
        values::id(self.story_id.as_deref().unwrap_or(&self.subject_id))
    }

    pub(super) fn read(self) -> Result<Trashed> {
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
