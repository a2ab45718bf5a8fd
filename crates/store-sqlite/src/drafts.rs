//! Drafts and checkpoints: what a step has so far.

use super::{
    SqliteStore, runs,
    tx::{Durability, Tx},
};
use domain::{
    Draft, EventBody, RevisionKind, Run, RunId, Stage, Status, StepId, StepKind, StoryId,
};
use rules::draft::{base_revision, cut};
use sqlite_rows::rows;
use sqlx::SqliteConnection;
use store::{Append, Checkpoint, Lease, StageTiming, StepProgress};
use store::{Error, Result};
use writing::{assignment::Edits, edits};

/// Where a step's text goes.
pub(super) struct DraftTarget {
    pub(super) run: RunId,
    pub(super) story: StoryId,
    pub(super) chapter: u32,
    pub(super) chapter_id: Option<domain::ChapterId>,
    pub(super) base_revision: Option<domain::RevisionId>,
    pub(super) read_revision: Option<domain::RevisionId>,
}

pub(super) async fn target(sql: &mut SqliteConnection, step: StepId) -> Result<DraftTarget> {
    #[derive(sqlx::FromRow)]
    struct Row {
        run_id: String,
        story_id: String,
        number: Option<u32>,
        chapter_id: Option<String>,
        base_revision: Option<String>,
        read_revision: Option<String>,
    }
    let row: Row = sqlx::query_as(
        // The chapter's present number: it may have moved since the run was started.
        "SELECT t.run_id, r.story_id, COALESCE(c.number, t.chapter) AS number, t.chapter_id, \
         t.base_revision, t.read_revision FROM steps t JOIN runs r ON r.id = t.run_id \
         LEFT JOIN chapters c ON c.id = t.chapter_id WHERE t.id = ?",
    )
    .bind(step.to_string())
    .fetch_optional(sql)
    .await?
    .ok_or(Error::NotFound("step"))?;
    Ok(DraftTarget {
        run: rows::id(&row.run_id)?,
        story: rows::id(&row.story_id)?,
        chapter: row.number.unwrap_or_default(),
        chapter_id: row.chapter_id.as_deref().map(rows::id).transpose()?,
        base_revision: row.base_revision.as_deref().map(rows::id).transpose()?,
        read_revision: row.read_revision.as_deref().map(rows::id).transpose()?,
    })
}

pub(super) async fn text(sql: &mut SqliteConnection, step: StepId) -> Result<String> {
    let pieces: Vec<String> =
        sqlx::query_scalar("SELECT text FROM drafts WHERE step_id = ? ORDER BY at_offset")
            .bind(step.to_string())
            .fetch_all(sql)
            .await?;
    Ok(pieces.concat())
}

/// What is written so far of the chapter that a run is at.
pub(super) async fn of_run(sql: &mut SqliteConnection, run: &Run) -> Result<Option<Draft>> {
    let step = run
        .current_step()
        .filter(|step| step.kind == StepKind::Chapter);
    let Some(step) = step else { return Ok(None) };
    let target = target(&mut *sql, step.id).await?;
    let Some(chapter_id) = target.chapter_id else {
        return Ok(None);
    };
    Ok(Some(Draft {
        run: run.id,
        story: run.story,
        chapter: target.chapter,
        chapter_id,
        offset: 0,
        text: text(sql, step.id).await?,
    }))
}

/// Replaces everything from `offset` on and tells readers.
async fn splice(tx: &mut Tx<'_>, step: StepId, whole: &str, offset: usize) -> Result<()> {
    let at = |offset: usize| i64::try_from(offset).unwrap_or(i64::MAX);
    // One piece from the start: it also folds the many small ones together.
    sqlx::query("DELETE FROM drafts WHERE step_id = ?")
        .bind(step.to_string())
        .execute(tx.sql())
        .await?;
    if !whole.is_empty() {
        sqlx::query("INSERT INTO drafts (step_id, at_offset, text) VALUES (?, 0, ?)")
            .bind(step.to_string())
            .bind(whole)
            .execute(tx.sql())
            .await?;
    }
    count(tx, step, whole).await?;
    let target = target(tx.sql(), step).await?;
    let offset_sent = u64::try_from(at(offset)).unwrap_or_default();
    tx.emit(EventBody::Rewind {
        run: target.run,
        chapter: target.chapter,
        offset: offset_sent,
    })
    .await?;
    if let Some(tail) = whole.get(offset..).filter(|tail| !tail.is_empty()) {
        tx.emit(EventBody::Text {
            run: target.run,
            story: target.story,
            chapter: target.chapter,
            offset: offset_sent,
            text: tail.to_owned(),
        })
        .await?;
    }
    Ok(())
}

/// Keeps a draft, of which something is about to go, as a partial revision.
async fn keep_in_history(tx: &mut Tx<'_>, run: RunId, step: StepId, draft: &str) -> Result<()> {
    if let Some(chapter) = target(tx.sql(), step).await?.chapter_id {
        let kind = RevisionKind::Partial;
        super::revisions::insert(tx, chapter, kind, Some(run), draft, &[]).await?;
    }
    Ok(())
}

/// Counts a step's words in the text that there is: a run and its chapter's history tell the same number.
pub(super) async fn count(tx: &mut Tx<'_>, step: StepId, text: &str) -> Result<()> {
    sqlx::query("UPDATE steps SET words = ? WHERE id = ?")
        .bind(super::revisions::words(text))
        .bind(step.to_string())
        .execute(tx.sql())
        .await?;
    Ok(())
}

async fn note_progress(tx: &mut Tx<'_>, step: StepId, progress: StepProgress) -> Result<()> {
    // A fraction never falls, whatever a worker believes.
    sqlx::query(
        "UPDATE steps SET fraction = MAX(fraction, ?), tokens = ?, words = ?, scene = ?, \
         scenes = ?, is_thinking = ? WHERE id = ?",
    )
    .bind(progress.fraction.clamp(0.0, 1.0))
    .bind(i64::try_from(progress.tokens).unwrap_or(i64::MAX))
    .bind(i64::try_from(progress.words).unwrap_or(i64::MAX))
    .bind(progress.scene.map(|scene| scene.0))
    .bind(progress.scene.map(|scene| scene.1))
    .bind(progress.thinking)
    .bind(step.to_string())
    .execute(tx.sql())
    .await?;
    Ok(())
}

/// Notes what a step begins with. It begins once: a resumed one keeps the revision it began with, so that a person's edit
/// in between is still seen at the end.
async fn note_origin(tx: &mut Tx<'_>, step: StepId) -> Result<()> {
    let origin: Option<(bool, Option<String>, Option<String>)> = sqlx::query_as(
        "SELECT COALESCE(c.text_by_person, 0), t.asked_revision, c.revision_id FROM steps t \
         LEFT JOIN chapters c ON c.id = t.chapter_id WHERE t.id = ? AND t.stage IS NULL",
    )
    .bind(step.to_string())
    .fetch_optional(tx.sql())
    .await?;
    let Some((text_by_person, asked, now)) = origin else {
        return Ok(());
    };
    let asked = asked.as_deref().map(rows::id).transpose()?;
    let now = now.as_deref().map(rows::id).transpose()?;
    let base = base_revision(text_by_person, asked, now);
    sqlx::query(
        "UPDATE steps SET base_revision = ?1, \
         read_revision = (SELECT p.revision_id FROM chapters c JOIN chapters p \
           ON p.story_id = c.story_id AND p.number = c.number - 1 WHERE c.id = steps.chapter_id), \
         take = (SELECT COUNT(*) FROM revisions v WHERE v.chapter_id = steps.chapter_id \
           AND v.kind <> 'partial' AND v.run_id IS NOT NULL) WHERE id = ?2",
    )
    .bind(base.map(|base| base.to_string()))
    .bind(step.to_string())
    .execute(tx.sql())
    .await?;
    Ok(())
}

impl SqliteStore {
    pub(super) async fn enter_stage_(
        &self,
        lease: Lease,
        step: StepId,
        stage: Stage,
        seen: Option<StageTiming>,
    ) -> Result<Run> {
        let mut tx = self.begin(Durability::Quick).await?;
        tx.check_lease(lease).await?;
        if let Some(seen) = seen {
            let model: String = sqlx::query_scalar("SELECT model FROM runs WHERE id = ?")
                .bind(lease.run.to_string())
                .fetch_one(tx.sql())
                .await?;
            tx.learn(&model, seen).await?;
        }
        note_origin(&mut tx, step).await?;
        let began =
            sqlx::query("UPDATE steps SET status = ?, stage = ? WHERE id = ? AND status <> ?")
                .bind(Status::Running.as_str())
                .bind(stage.as_str())
                .bind(step.to_string())
                .bind(Status::Running.as_str())
                .execute(tx.sql())
                .await?
                .rows_affected()
                > 0;
        sqlx::query("UPDATE steps SET stage = ? WHERE id = ?")
            .bind(stage.as_str())
            .bind(step.to_string())
            .execute(tx.sql())
            .await?;
        if began {
            let target = target(tx.sql(), step).await?;
            if let Some(chapter) = target.chapter_id {
                let chapter = super::chapters::load_by_id(tx.sql(), chapter).await?;
                tx.emit_chapter(
                    chapter.story,
                    chapter.number,
                    chapter.revision,
                    chapter.state,
                )
                .await?;
            }
        }
        let run = tx.emit_run(lease.run).await?;
        tx.commit().await?;
        Ok(run)
    }

    pub(super) async fn rewrite_index_(&self, step: StepId) -> Result<u32> {
        sqlx::query_scalar("SELECT take FROM steps WHERE id = ?")
            .bind(step.to_string())
            .fetch_optional(&self.database.readers)
            .await?
            .ok_or(Error::NotFound("step"))
    }

    pub(super) async fn progress_(
        &self,
        lease: Lease,
        step: StepId,
        progress: StepProgress,
    ) -> Result<()> {
        let mut tx = self.begin(Durability::Quick).await?;
        tx.check_lease(lease).await?;
        Self::write_progress(&mut tx, lease, step, progress).await?;
        tx.commit().await
    }

    async fn write_progress(
        tx: &mut Tx<'_>,
        lease: Lease,
        step: StepId,
        progress: StepProgress,
    ) -> Result<()> {
        note_progress(tx, step, progress).await?;
        sqlx::query("UPDATE runs SET rate = ? WHERE id = ?")
            .bind(progress.rate)
            .bind(lease.run.to_string())
            .execute(tx.sql())
            .await?;
        tx.emit_run(lease.run).await?;
        Ok(())
    }

    pub(super) async fn append_(
        &self,
        lease: Lease,
        step: StepId,
        append: Append,
        progress: Option<StepProgress>,
    ) -> Result<()> {
        let mut tx = self.begin(Durability::Quick).await?;
        tx.check_lease(lease).await?;
        sqlx::query("INSERT INTO drafts (step_id, at_offset, text) VALUES (?, ?, ?)")
            .bind(step.to_string())
            .bind(i64::try_from(append.offset).unwrap_or(i64::MAX))
            .bind(&append.text)
            .execute(tx.sql())
            .await?;
        let target = target(tx.sql(), step).await?;
        tx.emit(EventBody::Text {
            run: target.run,
            story: target.story,
            chapter: target.chapter,
            offset: append.offset,
            text: append.text,
        })
        .await?;
        if let Some(progress) = progress {
            Self::write_progress(&mut tx, lease, step, progress).await?;
        }
        tx.commit().await
    }

    pub(super) async fn cut_draft_(
        &self,
        lease: Lease,
        step: StepId,
        offset: u64,
        prose: bool,
    ) -> Result<()> {
        let mut tx = self.begin(Durability::Durable).await?;
        tx.check_lease(lease).await?;
        let whole = text(tx.sql(), step).await?;
        let Some(kept) = cut(&whole, offset) else {
            return Ok(());
        };
        if prose {
            keep_in_history(&mut tx, lease.run, step, &whole).await?;
        }
        splice(&mut tx, step, kept, kept.len()).await?;
        tx.commit().await
    }

    pub(super) async fn checkpoints_(&self, step: StepId) -> Result<Vec<Checkpoint>> {
        let rows: Vec<(String, u32, String)> =
            sqlx::query_as("SELECT stage, part, output FROM checkpoints WHERE step_id = ?")
                .bind(step.to_string())
                .fetch_all(&self.database.readers)
                .await?;
        let mut checkpoints = rows
            .into_iter()
            .map(|(stage, part, output)| {
                let stage = Stage::parse(&stage).ok_or(Error::Corrupt("a checkpoint's stage"))?;
                Ok(Checkpoint {
                    stage,
                    part,
                    output,
                })
            })
            .collect::<Result<Vec<_>>>()?;
        checkpoints.sort_by_key(|checkpoint| (checkpoint.stage, checkpoint.part));
        Ok(checkpoints)
    }

    pub(super) async fn checkpoint_(
        &self,
        lease: Lease,
        step: StepId,
        checkpoint: Checkpoint,
        edits: Option<&Edits>,
    ) -> Result<()> {
        let mut tx = self.begin(Durability::Durable).await?;
        tx.check_lease(lease).await?;
        // Getting this far ends a row of crashes.
        sqlx::query("UPDATE runs SET crashes = 0 WHERE id = ?")
            .bind(lease.run.to_string())
            .execute(tx.sql())
            .await?;
        sqlx::query(
            "INSERT OR REPLACE INTO checkpoints (step_id, stage, part, output) VALUES (?, ?, ?, ?)",
        )
        .bind(step.to_string())
        .bind(checkpoint.stage.as_str())
        .bind(checkpoint.part)
        .bind(checkpoint.output)
        .execute(tx.sql())
        .await?;
        if let Some(edits) = edits {
            let before = text(tx.sql(), step).await?;
            let edited = edits::apply(&before, edits);
            if edited.lost_much_of(&before) {
                keep_in_history(&mut tx, lease.run, step, &before).await?;
            }
            let after = edited.text;
            if after != before {
                splice(&mut tx, step, &after, edits::common_prefix(&before, &after)).await?;
            }
        }
        tx.commit().await
    }

    pub(super) async fn draft_text_(&self, step: StepId) -> Result<String> {
        text(&mut *self.database.readers.acquire().await?, step).await
    }

    pub(super) async fn draft_(&self, run: RunId) -> Result<Option<Draft>> {
        let mut tx = self.database.readers.begin().await?;
        let run = runs::load(&mut tx, run).await?;
        of_run(&mut tx, &run).await
    }
}
