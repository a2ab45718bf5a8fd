//! Revisions: texts that are only ever added.

pub(super) use sqlite_stories::load_revision::{current, history, read, stored_state, words};

use super::{
    SqliteStore, autosaves, chapters, dismissed, reports, stale,
    tx::{Durability, Tx},
};
use domain::{
    Chapter, ChapterId, ChapterRef, ChapterState, Finding, Offer, Revision, RevisionId,
    RevisionKind, RevisionSummary, RunId, StoryId, TextEdit,
};
use rules::revision::{self, kind_of, restored_state, state_of};
use sqlite_rows::rows;
use store::Result;
use store::{clock, ids};

/// Adds a revision; which one a chapter points at is the caller's matter.
pub(super) async fn insert(
    tx: &mut Tx<'_>,
    chapter: ChapterId,
    kind: RevisionKind,
    run: Option<RunId>,
    text: &str,
    findings: &[Finding],
) -> Result<RevisionId> {
    let id = RevisionId(ids::new_id());
    sqlx::query(
        "INSERT INTO revisions (id, chapter_id, kind, run_id, text, words, findings, created_at) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(id.to_string())
    .bind(chapter.to_string())
    .bind(kind.as_str())
    .bind(run.map(|run| run.to_string()))
    .bind(text)
    .bind(words(text))
    .bind(rows::to_json(&findings))
    .bind(clock::now().millis())
    .execute(tx.sql())
    .await?;
    Ok(id)
}

/// Makes a revision the chapter's text, as a person or a run decided.
pub(super) async fn point_at(
    tx: &mut Tx<'_>,
    chapter: ChapterId,
    revision: RevisionId,
    text: &str,
    state: ChapterState,
    by: DecidedBy,
) -> Result<()> {
    sqlx::query(
        "UPDATE chapters SET revision_id = ?, words = ?, state = ?, text_by_person = ?, \
         version = version + 1 WHERE id = ?",
    )
    .bind(revision.to_string())
    .bind(words(text))
    .bind(state.as_str())
    .bind(by == DecidedBy::ByPerson)
    .bind(chapter.to_string())
    .execute(tx.sql())
    .await?;
    Ok(())
}

/// Who decided that a text is the chapter's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DecidedBy {
    ByPerson,
    ByRun,
}

/// Notes that the author calls a chapter's text finished, or not finished.
pub(super) async fn set_finished(tx: &mut Tx<'_>, chapter: &Chapter, finished: bool) -> Result<()> {
    let revision = revision::markable(chapter.number, chapter.revision)?;
    let text = read(tx.sql(), chapter.id, revision).await?.text;
    let state = state_of(chapter.is_finished(), &text, Some(finished));
    // What a run wrote keeps the mark of how it ended.
    sqlx::query("UPDATE revisions SET kind = ? WHERE id = ? AND run_id IS NULL")
        .bind(kind_of(state).as_str())
        .bind(revision.to_string())
        .execute(tx.sql())
        .await?;
    point_at(tx, chapter.id, revision, &text, state, DecidedBy::ByPerson).await
}

/// Makes what a person wrote the chapter's text.
pub(super) async fn write(tx: &mut Tx<'_>, chapter: &Chapter, edit: &TextEdit) -> Result<()> {
    let text = edit.text.as_str();
    autosaves::forget_saved(tx, chapter.id, text).await?;
    let stored = stored_state(tx.sql(), chapter.clone()).await?;
    let state = state_of(stored.is_finished(), text, edit.finished);
    let revision = insert(tx, chapter.id, kind_of(state), None, text, &[]).await?;
    stale::after_edit(tx, chapter, text).await?;
    point_at(tx, chapter.id, revision, text, state, DecidedBy::ByPerson).await?;
    sqlx::query("UPDATE chapters SET stale = NULL WHERE id = ?")
        .bind(chapter.id.to_string())
        .execute(tx.sql())
        .await?;
    Ok(())
}

/// Notes what became of a candidate; of a revision that is none, nothing.
pub(super) async fn close_offer(tx: &mut Tx<'_>, revision: RevisionId, offer: Offer) -> Result<()> {
    sqlx::query("UPDATE revisions SET offer = ? WHERE id = ? AND kind = 'candidate'")
        .bind(offer.as_str())
        .bind(revision.to_string())
        .execute(tx.sql())
        .await?;
    Ok(())
}

impl SqliteStore {
    pub(super) async fn current_revision_(
        &self,
        story: StoryId,
        chapter: ChapterRef,
    ) -> Result<Option<Revision>> {
        let mut tx = self.database.readers.begin().await?;
        let chapter = chapters::load(&mut tx, story, chapter).await?;
        current(&mut tx, &chapter).await
    }

    pub(super) async fn revisions_(
        &self,
        story: StoryId,
        chapter: ChapterRef,
    ) -> Result<Vec<RevisionSummary>> {
        let mut tx = self.database.readers.begin().await?;
        let chapter = chapters::load(&mut tx, story, chapter).await?;
        history(&mut tx, chapter.id).await
    }

    pub(super) async fn revision_(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        id: RevisionId,
    ) -> Result<Revision> {
        let mut tx = self.database.readers.begin().await?;
        let chapter = chapters::load(&mut tx, story, chapter).await?;
        read(&mut tx, chapter.id, id).await
    }

    pub(super) async fn save_text_(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        edit: TextEdit,
        version: i64,
    ) -> Result<Chapter> {
        let mut tx = self.begin(Durability::Durable).await?;
        let chapter = chapters::load_for_change(&mut tx, story, chapter, version).await?;
        write(&mut tx, &chapter, &edit).await?;
        let chapter = chapters::emit_changed(&mut tx, chapter.id).await?;
        tx.commit().await?;
        Ok(chapter)
    }

    pub(super) async fn set_aside_(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        text: String,
        version: i64,
    ) -> Result<RevisionSummary> {
        let mut tx = self.begin(Durability::Durable).await?;
        let chapter = chapters::load_for_change(&mut tx, story, chapter, version).await?;
        let id = insert(&mut tx, chapter.id, RevisionKind::Whole, None, &text, &[]).await?;
        autosaves::forget_saved(&mut tx, chapter.id, &text).await?;
        let revision = read(tx.sql(), chapter.id, id).await?;
        tx.commit().await?;
        Ok(revision.summary)
    }

    pub(super) async fn restore_(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        id: RevisionId,
        version: i64,
    ) -> Result<Chapter> {
        let mut tx = self.begin(Durability::Durable).await?;
        let chapter = chapters::load_for_change(&mut tx, story, chapter, version).await?;
        let revision = read(tx.sql(), chapter.id, id).await?;
        let report = sqlite_rows::reports::read(tx.sql(), id).await?;
        let doubtful = dismissed::is_doubtful(tx.sql(), chapter.id, id).await? == Some(true);
        let state = restored_state(revision.summary.kind, &revision.text, doubtful);
        stale::after_edit(&mut tx, &chapter, &revision.text).await?;
        let by = DecidedBy::ByPerson;
        point_at(&mut tx, chapter.id, id, &revision.text, state, by).await?;
        if let Some(report) = report
            && let Some(gone) = reports::take_over(&mut tx, &chapter, &report).await?
        {
            stale::after_return(&mut tx, &chapter, gone).await?;
        }
        close_offer(&mut tx, id, Offer::Taken).await?;
        let chapter = chapters::emit_changed(&mut tx, chapter.id).await?;
        tx.commit().await?;
        Ok(chapter)
    }
}
