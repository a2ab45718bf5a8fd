//! The values of the history as they are stored: JSON, each by the kind of what has the history.

use crate::rows;
use domain::{ChapterId, Fact, FactId, PartId, StoryId, VersionValue, WorldPart};
use serde::{Deserialize, Serialize};
use sqlx::{FromRow, SqliteConnection};
use store::{Error, Result};

/// What has the history, by its lasting id.
#[derive(Clone, Copy)]
pub enum VersionSubject {
    /// The beats of a chapter.
    Outline(ChapterId),
    /// The brief of a story.
    Brief(StoryId),
    /// The details of its book.
    Book(StoryId),
    /// A part of its world.
    Part(PartId),
}

impl VersionSubject {
    /// The word for it.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Outline(_) => "outline",
            Self::Brief(_) => "brief",
            Self::Book(_) => "book",
            Self::Part(id) => id.as_str(),
        }
    }

    /// Its id as stored.
    pub fn key(self) -> String {
        match self {
            Self::Outline(id) => id.to_string(),
            Self::Brief(id) | Self::Book(id) => id.to_string(),
            Self::Part(id) => match id {
                PartId::Entity(id) => id.to_string(),
                PartId::Relation(id) => id.to_string(),
                PartId::Rule(id) => id.to_string(),
                PartId::Fact(id) => id.to_string(),
            },
        }
    }
}

/// A row of the history.
#[derive(FromRow)]
pub struct VersionRow {
    /// Its id.
    pub id: String,
    kind: String,
    subject_id: String,
    /// Who made it.
    pub author: String,
    /// The run that made it, if one did.
    pub run_id: Option<String>,
    value: String,
    /// When it was made.
    pub created_at: i64,
}

impl VersionRow {
    /// A value that is kept elsewhere in the same form.
    pub fn of(subject: VersionSubject, value: &str) -> Self {
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
pub async fn encode(
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
pub async fn decode(sql: &mut SqliteConnection, row: &VersionRow) -> Result<VersionValue> {
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
