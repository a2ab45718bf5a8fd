//! The values of the history as they are stored: JSON, each by the kind of what has the history.

use super::{rows, world_edit};
use domain::{ChapterId, Fact, FactId, PartId, StoryId, VersionValue, WorldPart};
use serde::{Deserialize, Serialize};
use sqlx::{FromRow, SqliteConnection};
use store::{Error, Result};

/// What has the history, by its lasting id.
#[derive(Clone, Copy)]
pub(super) enum VersionSubject {
    Outline(ChapterId),
    Brief(StoryId),
    Book(StoryId),
    Part(PartId),
}

impl VersionSubject {
    /// The word for it.
    pub(super) const fn kind(self) -> &'static str {
        match self {
            Self::Outline(_) => "outline",
            Self::Brief(_) => "brief",
            Self::Book(_) => "book",
            Self::Part(id) => id.as_str(),
        }
    }

    /// Its id as stored.
    pub(super) fn key(self) -> String {
        match self {
            Self::Outline(id) => id.to_string(),
            Self::Brief(id) | Self::Book(id) => id.to_string(),
            Self::Part(id) => world_edit::key(id),
        }
    }
}

#[derive(FromRow)]
pub(super) struct VersionRow {
    pub(super) id: String,
    kind: String,
    subject_id: String,
    pub(super) author: String,
    pub(super) run_id: Option<String>,
    value: String,
    pub(super) created_at: i64,
}

impl VersionRow {
    /// A value that is kept elsewhere in the same form.
    pub(super) fn of(subject: VersionSubject, value: &str) -> Self {
        Self {
            id: String::new(),
            kind: subject.kind().to_owned(),
            subject_id: subject.key(),
            author: String::new(),
            run_id: None,
            value: value.to_owned(),
            created_at: 0,
        }
    }

    fn subject(&self) -> Result<uuid::Uuid> {
        rows::id(&self.subject_id)
    }
}

/// A fact as the history keeps it: its chapter by id, since numbers change.
#[derive(Serialize, Deserialize)]
struct KeptFact {
    text: String,
    chapter: Option<ChapterId>,
}

/// The value as JSON.
pub(super) async fn encode(
    sql: &mut SqliteConnection,
    story: StoryId,
    value: &VersionValue,
) -> Result<String> {
    Ok(match value {
        VersionValue::Outline(outline) => rows::to_json(outline),
        VersionValue::Brief(brief) => rows::to_json(brief),
        VersionValue::Book(details) => rows::to_json(details),
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
pub(super) async fn decode(sql: &mut SqliteConnection, row: &VersionRow) -> Result<VersionValue> {
    let what = "a version";
    let json = row.value.as_str();
    Ok(match row.kind.as_str() {
        "outline" => VersionValue::Outline(rows::from_json(json, what)?),
        "brief" => VersionValue::Brief(rows::from_json(json, what)?),
        "book" => VersionValue::Book(rows::from_json(json, what)?),
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
