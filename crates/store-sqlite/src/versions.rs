//! The history of what a person or a run decided: each change keeps the value before and the new one.

pub(super) use sqlite_stories::version_history::{
    ChangeAuthor, brief_of, changed_since, keep, outline_of,
};

use super::{SqliteStore, books, chapters, stories, tx::Durability, world_edit};
use async_trait::async_trait;
use domain::{
    Author, Outline, Page, StoryId, Timestamp, TitledBrief, Version, VersionId, VersionTarget,
    VersionValue,
};
use rules::history::restored_part;
use sqlite_rows::{
    paging::{page, rows_for},
    rows,
    version_values::{VersionRow, VersionSubject, decode, encode},
};
use sqlx::SqliteConnection;
use store::VersionStore;
use store::{Error, Result};

fn author_of(word: &str) -> Result<Author> {
    Author::parse(word).ok_or(Error::Corrupt("a version's author"))
}

/// A version as the history shows it.
async fn read(
    row: VersionRow,
    sql: &mut SqliteConnection,
    current: Option<&str>,
) -> Result<Version> {
    let value = decode(sql, &row).await?;
    Ok(Version {
        id: rows::id(&row.id)?,
        by: author_of(&row.author)?,
        run: row.run_id.as_deref().map(rows::id).transpose()?,
        at: Timestamp(row.created_at),
        current: current == Some(row.id.as_str()),
        value,
    })
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
        VersionTarget::Book => {
            let book = books::load(sql, story).await?;
            CurrentValue {
                subject: VersionSubject::Book(story),
                value: VersionValue::Book(book.details),
                version: book.version,
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
        let mut tx = self.database.readers.begin().await?;
        let present = current_value(&mut tx, story, of).await?;
        let value = encode(&mut tx, story, &present.value).await?;
        let current = same_as(&mut tx, present.subject, &value).await?;
        let found: Vec<VersionRow> = sqlx::query_as(
            "SELECT id, kind, subject_id, author, run_id, value, created_at FROM versions \
             WHERE subject_id = ?1 AND kind = ?2 AND (?3 IS NULL OR id < ?3) ORDER BY id DESC LIMIT ?4",
        )
        .bind(present.subject.key())
        .bind(present.subject.kind())
        .bind(after.map(|id| id.to_string()))
        .bind(rows_for(limit))
        .fetch_all(&mut *tx)
        .await?;
        let Page { items: found, next } = page(found, limit, |row| row.id.clone());
        let mut items = Vec::with_capacity(found.len());
        for row in found {
            let id = row.id.clone();
            match read(row, &mut tx, current.as_deref()).await {
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
        let mut tx = self.database.readers.begin().await?;
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
            VersionValue::Book(details) => {
                let VersionValue::Book(before) = present.value else {
                    return Err(Error::Corrupt("a version"));
                };
                books::set_details(&mut tx, story, &before, &details).await?;
            }
            VersionValue::Part(part) => {
                let part = restored_part(part, &present.value);
                world_edit::put(&mut tx, story, &part).await?;
            }
        }
        tx.commit().await
    }
}
