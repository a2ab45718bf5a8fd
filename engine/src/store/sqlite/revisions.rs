//! Revisions: texts that are only ever added.

use super::{
    SqliteStore, chapters, rows,
    rows::RevisionRow,
    stale,
    tx::{Durability, Tx},
};
use crate::{Error, Result, clock, ids};
use domain::{
    Chapter, ChapterId, ChapterState, Finding, Revision, RevisionId, RevisionKind, RevisionSummary,
    RunId, StoryId, text::count_words,
};
use sqlx::SqliteConnection;

const COLUMNS: &str = "SELECT id, kind, run_id, words, created_at FROM revisions ";

/// Adds a revision; which one a chapter points at is the caller's matter.
pub(super) async fn insert(
    tx: &mut Tx<'_>,
    chapter: ChapterId,
    kind: RevisionKind,
    run: Option<RunId>,
    text: &str,
    findings: &[Finding],
) -> Result<RevisionId> {
    let id = RevisionId(ids::fresh());
    sqlx::query(
        "INSERT INTO revisions (id, chapter_id, kind, run_id, text, words, findings, created_at) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(id.to_string())
    .bind(chapter.to_string())
    .bind(kind.word())
    .bind(run.map(|run| run.to_string()))
    .bind(text)
    .bind(words(text))
    .bind(rows::to_json(&findings))
    .bind(clock::now().millis())
    .execute(tx.sql())
    .await?;
    Ok(id)
}

/// Words as the store counts them.
pub(super) fn words(text: &str) -> i64 {
    i64::try_from(count_words(text)).unwrap_or(i64::MAX)
}

pub(super) async fn read(
    sql: &mut SqliteConnection,
    chapter: ChapterId,
    id: RevisionId,
) -> Result<Revision> {
    let summary: RevisionRow = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "{COLUMNS} WHERE id = ? AND chapter_id = ?"
    )))
    .bind(id.to_string())
    .bind(chapter.to_string())
    .fetch_optional(&mut *sql)
    .await?
    .ok_or(Error::NotFound("revision"))?;
    let (text, findings): (String, String) =
        sqlx::query_as("SELECT text, findings FROM revisions WHERE id = ?")
            .bind(id.to_string())
            .fetch_one(sql)
            .await?;
    Ok(Revision {
        summary: summary.read()?,
        text,
        findings: rows::from_json(&findings, "findings")?,
    })
}

impl SqliteStore {
    pub(super) async fn current_revision_(
        &self,
        story: StoryId,
        number: u32,
    ) -> Result<Option<Revision>> {
        let mut tx = self.readers.begin().await?;
        let chapter = chapters::load(&mut tx, story, number).await?;
        match chapter.revision {
            Some(id) => read(&mut tx, chapter.id, id).await.map(Some),
            None => Ok(None),
        }
    }

    pub(super) async fn revisions_(
        &self,
        story: StoryId,
        number: u32,
    ) -> Result<Vec<RevisionSummary>> {
        let mut tx = self.readers.begin().await?;
        let chapter = chapters::load(&mut tx, story, number).await?;
        sqlx::query_as::<_, RevisionRow>(sqlx::AssertSqlSafe(format!(
            "{COLUMNS} WHERE chapter_id = ? ORDER BY id DESC"
        )))
        .bind(chapter.id.to_string())
        .fetch_all(&mut *tx)
        .await?
        .into_iter()
        .map(RevisionRow::read)
        .collect()
    }

    pub(super) async fn revision_(
        &self,
        story: StoryId,
        number: u32,
        id: RevisionId,
    ) -> Result<Revision> {
        let mut tx = self.readers.begin().await?;
        let chapter = chapters::load(&mut tx, story, number).await?;
        read(&mut tx, chapter.id, id).await
    }

    pub(super) async fn save_text_(
        &self,
        story: StoryId,
        number: u32,
        text: String,
        version: i64,
    ) -> Result<Chapter> {
        let mut tx = self.begin(Durability::Durable).await?;
        let chapter = chapters::load_for_change(&mut tx, story, number, version).await?;
        let revision = insert(&mut tx, chapter.id, RevisionKind::Whole, None, &text, &[]).await?;
        stale::after_edit(&mut tx, &chapter, &text).await?;
        let state = if text.trim().is_empty() {
            "empty"
        } else {
            "written"
        };
        sqlx::query(
            "UPDATE chapters SET revision_id = ?, words = ?, state = ?, stale = NULL, \
             version = version + 1 WHERE id = ?",
        )
        .bind(revision.to_string())
        .bind(words(&text))
        .bind(state)
        .bind(chapter.id.to_string())
        .execute(tx.sql())
        .await?;
        let chapter = chapters::emit_changed(&mut tx, chapter.id).await?;
        tx.commit().await?;
        Ok(chapter)
    }

    pub(super) async fn restore_(
        &self,
        story: StoryId,
        number: u32,
        id: RevisionId,
        version: i64,
    ) -> Result<Chapter> {
        let mut tx = self.begin(Durability::Durable).await?;
        let chapter = chapters::load_for_change(&mut tx, story, number, version).await?;
        let revision = read(tx.sql(), chapter.id, id).await?;
        stale::after_edit(&mut tx, &chapter, &revision.text).await?;
        let state = match revision.summary.kind {
            _ if revision.text.trim().is_empty() => ChapterState::Empty,
            RevisionKind::Partial => ChapterState::Partial,
            RevisionKind::Whole | RevisionKind::Candidate => ChapterState::Written,
        };
        sqlx::query(
            "UPDATE chapters SET revision_id = ?, words = ?, state = ?, version = version + 1 \
             WHERE id = ?",
        )
        .bind(id.to_string())
        .bind(words(&revision.text))
        .bind(state.word())
        .bind(chapter.id.to_string())
        .execute(tx.sql())
        .await?;
        let chapter = chapters::emit_changed(&mut tx, chapter.id).await?;
        tx.commit().await?;
        Ok(chapter)
    }
}
