//! Partial texts: what a run that stops has written of a chapter so far.

use super::{drafts, revisions, runs, tx::Tx};
use domain::{ChapterId, ChapterState, RevisionId, RevisionKind, RunId, StepId};
use rules::commit::{PartialDraftAction, StoppedDraft, partial_draft};
use sqlite_rows::{readable::Lossy, rows};
use sqlx::SqliteConnection;
use store::{Error, Result};

/// Keeps the draft of a run's step under way as a partial revision, and makes it the chapter's text where that loses
/// nothing. Answers the words kept.
pub(super) async fn keep(tx: &mut Tx<'_>, run: RunId) -> Result<u64> {
    let Some(step) = runs::current_step(tx.sql(), run).await? else {
        return Ok(0);
    };
    let draft = drafts::text(tx.sql(), step).await?;
    let target = drafts::target(tx.sql(), step).await?;
    let Some(chapter) = target.chapter_id.filter(|_| !draft.trim().is_empty()) else {
        return Ok(0);
    };
    let words = revisions::words(&draft);
    let stored = stored(tx.sql(), chapter).await?;
    let beside = StoppedDraft {
        base: target.base_revision,
        revision: stored.revision,
        text: &stored.text,
        text_by_person: stored.text_by_person,
        state: stored.state,
    };
    let becomes = partial_draft(&beside, &draft);
    if becomes != PartialDraftAction::Known {
        let kind = RevisionKind::Partial;
        let revision = revisions::insert(tx, chapter, kind, Some(run), &draft, &[]).await?;
        drafts::count(tx, step, &draft).await?;
        if becomes == PartialDraftAction::ChapterText {
            let (state, by) = (ChapterState::Partial, revisions::DecidedBy::ByRun);
            revisions::point_at(tx, chapter, revision, &draft, state, by).await?;
            set_base(tx, step, revision).await?;
        }
    }
    Ok(u64::try_from(words).unwrap_or_default())
}

/// A chapter's text as it is stored, and its state: while a run writes it, the chapter itself says "drafting".
struct StoredText {
    revision: Option<(RevisionId, RevisionKind)>,
    text: String,
    text_by_person: bool,
    state: ChapterState,
}

async fn stored(sql: &mut SqliteConnection, chapter: ChapterId) -> Result<StoredText> {
    let row: (Option<String>, Option<String>, Option<Lossy>, bool, String) = sqlx::query_as(
        "SELECT c.revision_id, v.kind, v.text, c.text_by_person, c.state FROM chapters c \
         LEFT JOIN revisions v ON v.id = c.revision_id WHERE c.id = ?",
    )
    .bind(chapter.to_string())
    .fetch_optional(sql)
    .await?
    .ok_or(Error::NotFound("chapter"))?;
    let (revision, kind, text, text_by_person, state) = row;
    let revision = match revision.zip(kind) {
        // What can't be read counts as whole: nothing takes its place.
        Some((id, kind)) => Some((
            rows::id(&id)?,
            RevisionKind::parse(&kind).unwrap_or(RevisionKind::Whole),
        )),
        None => None,
    };
    Ok(StoredText {
        revision,
        text: text.map(|text| text.0).unwrap_or_default(),
        text_by_person,
        state: rows::chapter_state(&state),
    })
}

async fn set_base(tx: &mut Tx<'_>, step: StepId, revision: RevisionId) -> Result<()> {
    sqlx::query("UPDATE steps SET base_revision = ? WHERE id = ?")
        .bind(revision.to_string())
        .bind(step.to_string())
        .execute(tx.sql())
        .await?;
    Ok(())
}

/// Keeps what runs that wait or are paused have written of a chapter so far, before it is deleted: they pass over
/// it from then on.
pub(super) async fn keep_all_of(tx: &mut Tx<'_>, chapter: ChapterId) -> Result<()> {
    let runs: Vec<String> = sqlx::query_scalar(
        "SELECT r.id FROM runs r JOIN steps t ON t.run_id = r.id WHERE t.chapter_id = ? AND t.kind = 'chapter' \
         AND t.status <> 'succeeded' AND r.status IN ('queued', 'paused') AND NOT EXISTS (SELECT 1 FROM steps b \
           WHERE b.run_id = r.id AND b.position < t.position AND b.status <> 'succeeded')",
    )
    .bind(chapter.to_string())
    .fetch_all(tx.sql())
    .await?;
    for run in runs {
        keep(tx, rows::id(&run)?).await?;
    }
    Ok(())
}
