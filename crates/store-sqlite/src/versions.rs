//! The history of what a person or a run decided: each change keeps the value before and the new one.

use super::{
    SqliteStore, chapters, rows, stories,
    tx::{Durability, Tx},
    world_edit,
};
use async_trait::async_trait;
use domain::{
    Author, Chapter, ChapterId, Fact, FactId, Outline, Page, PartId, RunId, Story, StoryId,
    Timestamp, TitledBrief, Version, VersionId, VersionTarget, VersionValue, WorldPart,
};
use serde::{Deserialize, Serialize};
use sqlx::{FromRow, SqliteConnection};
use store::{Error, Result};
use store::{VersionStore, clock, ids};

/// What has the history, by its lasting id.
#[derive(Clone, Copy)]
pub(super) enum VersionSubject {
    Outline(ChapterId),
    Brief(StoryId),
    Part(PartId),
}

impl VersionSubject {
    const fn kind(self) -> &'static str {
        match self {
            Self::Outline(_) => "outline",
            Self::Brief(_) => "brief",
            Self::Part(id) => id.as_str(),
        }
    }

    fn key(self) -> String {
        match self {
            Self::Outline(id) => id.to_string(),
            Self::Brief(id) => id.to_string(),
            Self::Part(id) => world_edit::key(id),
        }
    }
}

/// Who makes a change.
#[derive(Clone, Copy)]
pub(super) enum ChangeAuthor {
    Person,
    Run(RunId),
}

/// A fact as the history keeps it: its chapter by id, since numbers change.
#[derive(Serialize, Deserialize)]
struct KeptFact {
    text: String,
    chapter: Option<ChapterId>,
}

/// A chapter's title and beats.
pub(super) fn outline_of(chapter: &Chapter) -> VersionValue {
    VersionValue::Outline(Outline {
        title: chapter.title.clone(),
        outline: chapter.outline.clone(),
    })
}

/// A story's title and brief.
pub(super) fn brief_of(story: &Story) -> VersionValue {
    VersionValue::Brief(TitledBrief {
        title: story.title.clone(),
        brief: story.brief.clone(),
    })
}

/// The value as JSON.
async fn encode(
    sql: &mut SqliteConnection,
    story: StoryId,
    value: &VersionValue,
) -> Result<String> {
    Ok(match value {
        VersionValue::Outline(outline) => rows::to_json(outline),
        VersionValue::Brief(brief) => rows::to_json(brief),
        VersionValue::Part(WorldPart::Entity(entity)) => rows::to_json(entity),
        VersionValue::Part(WorldPart::Relation(relation)) => rows::to_json(relation),
        VersionValue::Part(WorldPart::Rule(rule)) => rows::to_json(rule),
        VersionValue::Part(WorldPart::Fact(fact)) => {
            let chapter: Option<String> = match fact.chapter {
                Some(number) => {
                    sqlx::query_scalar("SELECT id FROM chapters WHERE story_id = ? AND number = ?")
                        .bind(story.to_string())
                        .bind(number)
                        .fetch_optional(sql)
                        .await?
                }
                None => None,
            };
            rows::to_json(&KeptFact {
                text: fact.text.clone(),
                chapter: chapter.as_deref().map(rows::id).transpose()?,
            })
        }
    })
}

/// The value of a row.
async fn decode(sql: &mut SqliteConnection, row: &VersionRow) -> Result<VersionValue> {
    let what = "a version";
    let json = row.value.as_str();
    Ok(match row.kind.as_str() {
        "outline" => VersionValue::Outline(rows::from_json(json, what)?),
        "brief" => VersionValue::Brief(rows::from_json(json, what)?),
        "entity" => VersionValue::Part(WorldPart::Entity(rows::from_json(json, what)?)),
        "relation" => VersionValue::Part(WorldPart::Relation(rows::from_json(json, what)?)),
        "rule" => VersionValue::Part(WorldPart::Rule(rows::from_json(json, what)?)),
        "fact" => {
            let kept: KeptFact = rows::from_json(json, what)?;
            let chapter = match kept.chapter {
                Some(id) => {
                    sqlx::query_scalar("SELECT number FROM chapters WHERE id = ?")
                        .bind(id.to_string())
                        .fetch_optional(sql)
                        .await?
                }
                None => None,
            };
            VersionValue::Part(WorldPart::Fact(Fact {
                id: FactId(row.subject()?),
                text: kept.text,
                chapter,
            }))
        }
        _ => return Err(Error::Corrupt(what)),
    })
}

/// Whether a person changed one of these fields since a run was asked for.
pub(super) async fn changed_since(
    sql: &mut SqliteConnection,
    of: VersionSubject,
    run: RunId,
    fields: &[&str],
) -> Result<bool> {
    let all: Vec<(String, String, bool)> = sqlx::query_as(
        "SELECT author, value, id > ?3 FROM versions WHERE subject_id = ?1 AND kind = ?2 ORDER BY id",
    )
    .bind(of.key())
    .bind(of.kind())
    .bind(run.to_string())
    .fetch_all(sql)
    .await?;
    // The last value from before. Where none was kept, the first change kept what was there.
    let first = all.iter().rposition(|(_, _, since)| !since).unwrap_or(0);
    let (Some((_, then, _)), Some((_, now, _))) = (all.get(first), all.last()) else {
        return Ok(false);
    };
    let by_person = |(author, _, since): &(String, String, bool)| *since && author == "person";
    let parse = |json: &str| rows::from_json::<serde_json::Value>(json, "a version");
    let now = parse(now)?;
    let changed = if all.first().is_some_and(by_person) {
        // What a person wrote first was preceded by nothing, which is not kept.
        fields
            .iter()
            .any(|field| now.get(field).is_some_and(has_words))
    } else {
        let then = parse(then)?;
        fields.iter().any(|field| then.get(field) != now.get(field))
    };
    Ok(changed && all.iter().any(by_person))
}

/// Whether a field of a version says anything.
fn has_words(field: &serde_json::Value) -> bool {
    use serde_json::Value::{Array, Null, String};
    match field {
        Null => false,
        String(text) => !text.is_empty(),
        Array(items) => !items.is_empty(),
        _ => true,
    }
}

async fn insert(
    tx: &mut Tx<'_>,
    story: StoryId,
    of: VersionSubject,
    author: Author,
    run: Option<RunId>,
    value: &str,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO versions (id, story_id, kind, subject_id, author, run_id, value, created_at) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(VersionId(ids::new_id()).to_string())
    .bind(story.to_string())
    .bind(of.kind())
    .bind(of.key())
    .bind(author.as_str())
    .bind(run.map(|run| run.to_string()))
    .bind(value)
    .bind(clock::now().millis())
    .execute(tx.sql())
    .await?;
    Ok(())
}

/// Keeps a change: the value before it, where the history does not have that yet, and the new value. A new
/// value that is only offered beside the present one is kept in the same way.
pub(super) async fn keep(
    tx: &mut Tx<'_>,
    story: StoryId,
    of: VersionSubject,
    by: ChangeAuthor,
    before: Option<&VersionValue>,
    after: &VersionValue,
) -> Result<()> {
    if before == Some(after) {
        return Ok(());
    }
    if let Some(before) = before.filter(|value| !is_empty(value)) {
        let before = encode(tx.sql(), story, before).await?;
        let known: bool = sqlx::query_scalar(
            "SELECT EXISTS (SELECT 1 FROM versions WHERE subject_id = ? AND kind = ? AND value = ?)",
        )
        .bind(of.key())
        .bind(of.kind())
        .bind(&before)
        .fetch_one(tx.sql())
        .await?;
        if !known {
            insert(tx, story, of, Author::Unknown, None, &before).await?;
        }
    }
    let after = encode(tx.sql(), story, after).await?;
    let newest: Option<String> = sqlx::query_scalar(
        "SELECT value FROM versions WHERE subject_id = ? AND kind = ? ORDER BY id DESC LIMIT 1",
    )
    .bind(of.key())
    .bind(of.kind())
    .fetch_optional(tx.sql())
    .await?;
    if newest.as_ref() == Some(&after) {
        return Ok(());
    }
    match by {
        ChangeAuthor::Person => insert(tx, story, of, Author::Person, None, &after).await,
        ChangeAuthor::Run(run) => insert(tx, story, of, Author::Run, Some(run), &after).await,
    }
}

/// A chapter that nobody has outlined has nothing to keep.
fn is_empty(value: &VersionValue) -> bool {
    matches!(value, VersionValue::Outline(outline) if outline.is_empty())
}

#[derive(FromRow)]
struct VersionRow {
    id: String,
    kind: String,
    subject_id: String,
    author: String,
    run_id: Option<String>,
    value: String,
    created_at: i64,
}

impl VersionRow {
    fn subject(&self) -> Result<uuid::Uuid> {
        rows::id(&self.subject_id)
    }

    async fn read(self, sql: &mut SqliteConnection, current: Option<&str>) -> Result<Version> {
        let value = decode(sql, &self).await?;
        Ok(Version {
            id: rows::id(&self.id)?,
            by: Author::parse(&self.author).ok_or(Error::Corrupt("a version's author"))?,
            run: self.run_id.as_deref().map(rows::id).transpose()?,
            at: Timestamp(self.created_at),
            current: current == Some(self.id.as_str()),
            value,
        })
    }
}

/// What has the history as it is now, with its version number.
struct CurrentValue {
    subject: VersionSubject,
    value: VersionValue,
    version: i64,
}

async fn current_value(
    sql: &mut SqliteConnection,
    story: StoryId,
    of: VersionTarget,
) -> Result<CurrentValue> {
    Ok(match of {
        VersionTarget::Outline(chapter) => {
            let chapter = chapters::load(sql, story, chapter).await?;
            CurrentValue {
                subject: VersionSubject::Outline(chapter.id),
                value: outline_of(&chapter),
                version: chapter.version,
            }
        }
        VersionTarget::Brief => {
            let story = stories::load(sql, story).await?;
            CurrentValue {
                subject: VersionSubject::Brief(story.id),
                value: brief_of(&story),
                version: story.version,
            }
        }
        VersionTarget::Part(id) => {
            let (part, version) = world_edit::load(sql, story, id).await?;
            CurrentValue {
                subject: VersionSubject::Part(id),
                value: VersionValue::Part(part),
                version,
            }
        }
    })
}

/// The version of a subject that says what `value` says; the newest, where there are several.
async fn same_as(
    sql: &mut SqliteConnection,
    subject: VersionSubject,
    value: &str,
) -> Result<Option<String>> {
    Ok(sqlx::query_scalar(
        "SELECT MAX(id) FROM versions WHERE subject_id = ? AND kind = ? AND value = ?",
    )
    .bind(subject.key())
    .bind(subject.kind())
    .bind(value)
    .fetch_one(sql)
    .await?)
}

async fn find(
    sql: &mut SqliteConnection,
    subject: VersionSubject,
    id: VersionId,
) -> Result<VersionRow> {
    sqlx::query_as(
        "SELECT id, kind, subject_id, author, run_id, value, created_at FROM versions \
         WHERE id = ? AND subject_id = ? AND kind = ?",
    )
    .bind(id.to_string())
    .bind(subject.key())
    .bind(subject.kind())
    .fetch_optional(sql)
    .await?
    .ok_or(Error::NotFound("version"))
}

#[async_trait]
impl VersionStore for SqliteStore {
    async fn versions(
        &self,
        story: StoryId,
        of: VersionTarget,
        limit: u32,
        after: Option<VersionId>,
    ) -> Result<Page<Version>> {
        let mut tx = self.readers.begin().await?;
        let present = current_value(&mut tx, story, of).await?;
        let value = encode(&mut tx, story, &present.value).await?;
        let current = same_as(&mut tx, present.subject, &value).await?;
        let mut found: Vec<VersionRow> = sqlx::query_as(
            "SELECT id, kind, subject_id, author, run_id, value, created_at FROM versions \
             WHERE subject_id = ?1 AND kind = ?2 AND (?3 IS NULL OR id < ?3) ORDER BY id DESC LIMIT ?4",
        )
        .bind(present.subject.key())
        .bind(present.subject.kind())
        .bind(after.map(|id| id.to_string()))
        .bind(i64::from(limit) + 1)
        .fetch_all(&mut *tx)
        .await?;
        let more = found.len() > limit as usize;
        found.truncate(limit as usize);
        let next = found.last().filter(|_| more).map(|row| row.id.clone());
        let mut items = Vec::with_capacity(found.len());
        for row in found {
            let id = row.id.clone();
            match row.read(&mut tx, current.as_deref()).await {
                Ok(version) => items.push(version),
                // One that can't be read must not hide the others.
                Err(error @ Error::Corrupt(_)) => {
                    tracing::error!(%error, version = id, "left out of a history");
                }
                Err(error) => return Err(error),
            }
        }
        Ok(Page { items, next })
    }

    async fn version(
        &self,
        story: StoryId,
        of: VersionTarget,
        id: VersionId,
    ) -> Result<(VersionValue, VersionValue)> {
        let mut tx = self.readers.begin().await?;
        let present = current_value(&mut tx, story, of).await?;
        let row = find(&mut tx, present.subject, id).await?;
        Ok((decode(&mut tx, &row).await?, present.value))
    }

    async fn restore_version(
        &self,
        story: StoryId,
        of: VersionTarget,
        id: VersionId,
        version: i64,
    ) -> Result<()> {
        let mut tx = self.begin(Durability::Durable).await?;
        let present = current_value(tx.sql(), story, of).await?;
        if present.version != version {
            return Err(Error::StaleVersion {
                current: present.version,
            });
        }
        let row = find(tx.sql(), present.subject, id).await?;
        match decode(tx.sql(), &row).await? {
            VersionValue::Outline(Outline { title, outline }) => {
                let VersionSubject::Outline(chapter) = present.subject else {
                    return Err(Error::Corrupt("a version"));
                };
                let chapter = chapters::load_by_id(tx.sql(), chapter).await?;
                chapters::set_outline(&mut tx, &chapter, title, outline, ChangeAuthor::Person)
                    .await?;
                chapters::emit_changed(&mut tx, chapter.id).await?;
            }
            VersionValue::Brief(TitledBrief { title, brief }) => {
                let now = stories::load(tx.sql(), story).await?;
                stories::set_brief(&mut tx, &now, title, Some(brief)).await?;
            }
            VersionValue::Part(mut part) => {
                // The chapter a fact is of may be gone: then it keeps the one it has.
                if let (WorldPart::Fact(old), VersionValue::Part(WorldPart::Fact(now))) =
                    (&mut part, &present.value)
                    && old.chapter.is_none()
                {
                    old.chapter = now.chapter;
                }
                world_edit::put(&mut tx, story, &part).await?;
            }
        }
        tx.commit().await
    }
}
