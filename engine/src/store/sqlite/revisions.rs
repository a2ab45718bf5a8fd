//! Revisions: texts that are only ever added.

use super::{
    SqliteStore, chapters, dismissed, offers,
    readable::{Lossy, readable},
    reports, rows,
    rows::RevisionRow,
    stale,
    tx::{Durability, Tx},
};
use crate::{Error, Result, clock, ids};
use domain::{
    Chapter, ChapterId, ChapterState, Finding, Offer, Revision, RevisionId, RevisionKind,
    RevisionSummary, RunId, StoryId, text::count_words,
};
use sqlx::SqliteConnection;

const COLUMNS: &str = "SELECT id, kind, run_id, offer, words, created_at FROM revisions ";

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

/// Makes a revision the chapter's text.
pub(super) async fn point_at(
    tx: &mut Tx<'_>,
    chapter: ChapterId,
    revision: RevisionId,
    text: &str,
    state: ChapterState,
) -> Result<()> {
    sqlx::query(
        "UPDATE chapters SET revision_id = ?, words = ?, state = ?, version = version + 1 \
         WHERE id = ?",
    )
    .bind(revision.to_string())
    .bind(words(text))
    .bind(state.word())
    .bind(chapter.to_string())
    .execute(tx.sql())
    .await?;
    Ok(())
}

/// Makes what a person wrote the chapter's text.
pub(super) async fn write(tx: &mut Tx<'_>, chapter: &Chapter, text: &str) -> Result<()> {
    let revision = insert(tx, chapter.id, RevisionKind::Whole, None, text, &[]).await?;
    stale::after_edit(tx, chapter, text).await?;
    let state = match text.trim().is_empty() {
        true => ChapterState::Empty,
        false => ChapterState::Written,
    };
    point_at(tx, chapter.id, revision, text, state).await?;
    sqlx::query("UPDATE chapters SET stale = NULL WHERE id = ?")
        .bind(chapter.id.to_string())
        .execute(tx.sql())
        .await?;
    Ok(())
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
    let (text, findings): (Lossy, Lossy) =
        sqlx::query_as("SELECT text, findings FROM revisions WHERE id = ?")
            .bind(id.to_string())
            .fetch_one(sql)
            .await?;
    Ok(Revision {
        summary: summary.read()?,
        text: text.0,
        findings: rows::from_json(&findings.0, "findings").unwrap_or_else(|error| {
            tracing::error!(revision = %id, %error, "the findings can't be read");
            Vec::new()
        }),
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
        let rows = sqlx::query_as::<_, RevisionRow>(sqlx::AssertSqlSafe(format!(
            "{COLUMNS} WHERE chapter_id = ? ORDER BY id DESC"
        )))
        .bind(chapter.id.to_string())
        .fetch_all(&mut *tx)
        .await?;
        Ok(readable(rows.into_iter().map(RevisionRow::read)))
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
        write(&mut tx, &chapter, &text).await?;
        let chapter = chapters::emit_changed(&mut tx, chapter.id).await?;
        tx.commit().await?;
        Ok(chapter)
    }

    pub(super) async fn set_aside_(
        &self,
        story: StoryId,
        number: u32,
        text: String,
        version: i64,
    ) -> Result<RevisionSummary> {
        let mut tx = self.begin(Durability::Durable).await?;
        let chapter = chapters::load_for_change(&mut tx, story, number, version).await?;
        let id = insert(&mut tx, chapter.id, RevisionKind::Whole, None, &text, &[]).await?;
        let revision = read(tx.sql(), chapter.id, id).await?;
        tx.commit().await?;
        Ok(revision.summary)
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
        let report = reports::read(tx.sql(), id).await?;
        let doubtful = dismissed::is_doubtful(tx.sql(), chapter.id, id).await? == Some(true);
        let state = match revision.summary.kind {
            _ if revision.text.trim().is_empty() => ChapterState::Empty,
            RevisionKind::Partial => ChapterState::Partial,
            RevisionKind::Whole | RevisionKind::Candidate if doubtful => ChapterState::NeedsReview,
            RevisionKind::Whole | RevisionKind::Candidate => ChapterState::Written,
        };
        stale::after_edit(&mut tx, &chapter, &revision.text).await?;
        point_at(&mut tx, chapter.id, id, &revision.text, state).await?;
        if let Some(report) = report
            && let Some(gone) = reports::take_over(&mut tx, &chapter, &report).await?
        {
            stale::after_return(&mut tx, &chapter, &gone).await?;
        }
        offers::settle(&mut tx, id, Offer::Taken).await?;
        let chapter = chapters::emit_changed(&mut tx, chapter.id).await?;
        tx.commit().await?;
        Ok(chapter)
    }
}
