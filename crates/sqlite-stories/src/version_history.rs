//! The history as it is kept: each change with the value before it and the new one.

use domain::{
    Author, Chapter, Outline, RunId, Story, StoryId, TitledBrief, VersionId, VersionValue,
};
use rules::history::{StoredVersion, is_changed_by_person, is_worth_keeping};
use sqlite_rows::{
    rows,
    version_values::{VersionSubject, encode},
};
use sqlx::SqliteConnection;
use store::{Result, clock, ids};

/// Who makes a change.
#[derive(Clone, Copy)]
pub enum ChangeAuthor {
    /// The author.
    Person,
    /// A run.
    Run(RunId),
}

/// A chapter's title and beats.
pub fn outline_of(chapter: &Chapter) -> VersionValue {
    VersionValue::Outline(Outline {
        title: chapter.title.clone(),
        outline: chapter.outline.clone(),
    })
}

/// A story's title and brief.
pub fn brief_of(story: &Story) -> VersionValue {
    VersionValue::Brief(TitledBrief {
        title: story.title.clone(),
        brief: story.brief.clone(),
    })
}

/// Whether a person changed one of these fields since a run was asked for.
pub async fn changed_since(
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
    let kept = all.iter().map(|(author, value, is_newer)| {
        // What can't be read is nobody's and says nothing: it keeps no run from ending.
        let value: serde_json::Value = rows::from_json(value, "a version").unwrap_or_default();
        StoredVersion {
            author: Author::parse(author).unwrap_or(Author::Unknown),
            is_newer: *is_newer,
            fields: fields
                .iter()
                .map(|field| value.get(field).cloned())
                .collect(),
        }
    });
    let kept: Vec<_> = kept.collect();
    Ok(is_changed_by_person(&kept, has_words))
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
    sql: &mut SqliteConnection,
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
    .execute(&mut *sql)
    .await?;
    Ok(())
}

/// Keeps a change: the value before it, where the history does not have that yet, and the new value. A new
/// value that is only offered beside the present one is kept in the same way.
pub async fn keep(
    sql: &mut SqliteConnection,
    story: StoryId,
    of: VersionSubject,
    by: ChangeAuthor,
    before: Option<&VersionValue>,
    after: &VersionValue,
) -> Result<()> {
    if before == Some(after) {
        return Ok(());
    }
    if let Some(before) = before.filter(|value| is_worth_keeping(value)) {
        let before = encode(&mut *sql, story, before).await?;
        let known: bool = sqlx::query_scalar(
            "SELECT EXISTS (SELECT 1 FROM versions WHERE subject_id = ? AND kind = ? AND value = ?)",
        )
        .bind(of.key())
        .bind(of.kind())
        .bind(&before)
        .fetch_one(&mut *sql)
        .await?;
        if !known {
            insert(sql, story, of, Author::Unknown, None, &before).await?;
        }
    }
    let after = encode(&mut *sql, story, after).await?;
    let newest: Option<String> = sqlx::query_scalar(
        "SELECT value FROM versions WHERE subject_id = ? AND kind = ? ORDER BY id DESC LIMIT 1",
    )
    .bind(of.key())
    .bind(of.kind())
    .fetch_optional(&mut *sql)
    .await?;
    if newest.as_ref() == Some(&after) {
        return Ok(());
    }
    match by {
        ChangeAuthor::Person => insert(sql, story, of, Author::Person, None, &after).await,
        ChangeAuthor::Run(run) => insert(sql, story, of, Author::Run, Some(run), &after).await,
    }
}
