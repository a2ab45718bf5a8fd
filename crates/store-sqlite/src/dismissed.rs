//! Dismissed findings, and whether a chapter needs review for those that are left.

use super::{
    SqliteStore, chapters, revisions,
    tx::{Durability, Tx},
};
use async_trait::async_trait;
use domain::{
    Chapter, ChapterId, ChapterRef, Dismissal, RevisionId, StoryId, dismissal::needs_review,
};
use rules::dismissal;
use sqlx::SqliteConnection;
use store::DismissalStore;
use store::Result;

pub(super) async fn of_chapter(
    sql: &mut SqliteConnection,
    chapter: ChapterId,
) -> Result<Vec<Dismissal>> {
    let rows: Vec<(String, String, String)> = sqlx::query_as(
        "SELECT kind, quote, note FROM dismissed WHERE chapter_id = ? ORDER BY kind, quote, note",
    )
    .bind(chapter.to_string())
    .fetch_all(sql)
    .await?;
    Ok(rows
        .into_iter()
        .map(|(kind, quote, note)| Dismissal { kind, quote, note })
        .collect())
}

/// Whether a revision that a run wrote needs review for a finding that is not dismissed. `None` where it did
/// not when it was committed, or nobody checked it.
pub(super) async fn is_doubtful(
    sql: &mut SqliteConnection,
    chapter: ChapterId,
    revision: RevisionId,
) -> Result<Option<bool>> {
    let report = sqlite_rows::reports::read(&mut *sql, revision).await?;
    if !report.is_some_and(|report| report.needs_review) {
        return Ok(None);
    }
    let findings = revisions::read(&mut *sql, chapter, revision)
        .await?
        .findings;
    let dismissed = of_chapter(sql, chapter).await?;
    Ok(Some(needs_review(&findings, &dismissed)))
}

/// Gives a chapter the state that follows from what is dismissed now. `before` is what [`is_doubtful`] said before the
/// change.
async fn refresh_state(
    tx: &mut Tx<'_>,
    chapter: &Chapter,
    revision: RevisionId,
    before: Option<bool>,
) -> Result<()> {
    let after = is_doubtful(tx.sql(), chapter.id, revision).await?;
    let now = revisions::stored_state(tx.sql(), chapter.clone())
        .await?
        .state;
    if let Some(state) = dismissal::refreshed_state(now, before, after) {
        sqlx::query("UPDATE chapters SET state = ?, version = version + 1 WHERE id = ?")
            .bind(state.as_str())
            .bind(chapter.id.to_string())
            .execute(tx.sql())
            .await?;
    }
    Ok(())
}

impl SqliteStore {
    /// Changes the list, then what follows from it; nothing at all where it is as wished already.
    async fn change_dismissed(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        finding: &Dismissal,
        wanted: bool,
    ) -> Result<Chapter> {
        let mut tx = self.begin(Durability::Durable).await?;
        let chapter = chapters::load(tx.sql(), story, chapter).await?;
        let known = of_chapter(tx.sql(), chapter.id).await?;
        if !dismissal::changes(finding, &known, wanted)? {
            return Ok(chapter);
        }
        let before = match chapter.revision {
            Some(revision) => is_doubtful(tx.sql(), chapter.id, revision).await?,
            None => None,
        };
        let sql = if wanted {
            "INSERT INTO dismissed (chapter_id, kind, quote, note) VALUES (?1, ?2, ?3, ?4)"
        } else {
            "DELETE FROM dismissed WHERE chapter_id = ?1 AND kind = ?2 AND quote = ?3 \
             AND (quote <> '' OR note = ?4)"
        };
        sqlx::query(sql)
            .bind(chapter.id.to_string())
            .bind(&finding.kind)
            .bind(&finding.quote)
            .bind(&finding.note)
            .execute(tx.sql())
            .await?;
        if let Some(revision) = chapter.revision {
            refresh_state(&mut tx, &chapter, revision, before).await?;
        }
        let chapter = chapters::emit_changed(&mut tx, chapter.id).await?;
        tx.commit().await?;
        Ok(chapter)
    }
}

/// A copy of a chapter needs no more review than the chapter itself.
pub(super) async fn copy(tx: &mut Tx<'_>, from: &str, to: &str) -> Result<()> {
    sqlx::query(
        "INSERT INTO dismissed (chapter_id, kind, quote, note) \
         SELECT ?, kind, quote, note FROM dismissed WHERE chapter_id = ?",
    )
    .bind(to)
    .bind(from)
    .execute(tx.sql())
    .await?;
    Ok(())
}

#[async_trait]
impl DismissalStore for SqliteStore {
    async fn dismissed(&self, chapter: ChapterId) -> Result<Vec<Dismissal>> {
        of_chapter(&mut *self.database.readers.acquire().await?, chapter).await
    }

    async fn dismiss(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        finding: Dismissal,
    ) -> Result<Chapter> {
        self.change_dismissed(story, chapter, &finding, true).await
    }

    async fn undismiss(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        finding: Dismissal,
    ) -> Result<Chapter> {
        self.change_dismissed(story, chapter, &finding, false).await
    }
}
