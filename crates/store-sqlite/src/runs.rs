//! Runs: looking at them, wishing them stopped or resumed.

use super::{
    SqliteStore, partial, queue,
    tx::{Durability, Tx},
};
use domain::{AppState, Chapter, Page, Run, RunId, Status, StepId, Transition};
use rules::{run_view::check_resume, stop::is_wish};
use sqlite_rows::{
    paging::{page, rows_for},
    readable::readable,
    rows,
    rows::{RunRow, StepRow},
};
use sqlx::SqliteConnection;
use store::{Error, Result};
use store::{Lease, RunFilter, StopCause};

macro_rules! select_run {
    ($rest:literal) => {
        concat!(
            "SELECT r.id, r.story_id, s.title AS story_title, r.kind, r.status, \
             r.cancel_requested, r.pause_requested, r.feedback, r.model, r.priority, r.attempt, \
             r.rate, r.error, r.stopped_after_ms, r.version, r.created_at, r.started_at, r.ended_at, \
             r.position, r.waiting_for, r.pause_after_chapter, r.pace, r.budget, r.model_named, r.held_up, \
             (SELECT COUNT(*) FROM steps t WHERE t.run_id = r.id AND t.kind = 'chapter' \
                AND r.kind <> 'all_chapters' \
                AND t.status <> 'succeeded' AND t.chapter_id IS NULL) AS lost_chapters \
             FROM runs r JOIN stories s ON s.id = r.story_id ",
            $rest
        )
    };
}

async fn with_steps(sql: &mut SqliteConnection, rows: Vec<RunRow>) -> Result<Vec<Run>> {
    let mut runs = Vec::with_capacity(rows.len());
    for row in rows {
        let steps = sqlx::query_as::<_, StepRow>(
            // A chapter's present number: others may have been deleted since it was asked for.
            "SELECT t.id, t.kind, t.chapter_id, COALESCE(c.number, t.chapter) AS chapter, t.status, t.stage, \
             t.scene, t.scenes, t.fraction, t.tokens, t.words, t.is_thinking, t.entity_id, t.entity \
             FROM steps t LEFT JOIN chapters c ON c.id = t.chapter_id WHERE t.run_id = ? \
             ORDER BY t.position",
        )
        .bind(row.key())
        .fetch_all(&mut *sql)
        .await?
        .into_iter()
        .map(StepRow::read)
        .collect::<Result<_>>();
        let spent = super::calls::run_spent(&mut *sql, row.key()).await?;
        runs.push(steps.and_then(|steps| row.read(steps, spent)));
    }
    Ok(readable(runs))
}

pub(super) async fn load(sql: &mut SqliteConnection, id: RunId) -> Result<Run> {
    let row = sqlx::query_as::<_, RunRow>(select_run!("WHERE r.id = ?"))
        .bind(id.to_string())
        .fetch_all(&mut *sql)
        .await?;
    with_steps(sql, row)
        .await?
        .pop()
        .ok_or(Error::NotFound("run"))
}

/// The runs in flight and waiting, in the order pages show them.
pub(super) async fn load_state(sql: &mut SqliteConnection) -> Result<AppState> {
    let rows = sqlx::query_as::<_, RunRow>(select_run!(
        "WHERE r.status IN ('queued', 'running', 'paused')"
    ))
    .fetch_all(&mut *sql)
    .await?;
    let runs = with_steps(&mut *sql, rows).await?;
    let mut state = AppState {
        seq: super::events::last_seq(sql).await?,
        ..AppState::default()
    };
    for run in runs {
        state.apply(run);
    }
    state.queue = queue::load(sql).await?;
    Ok(state)
}

/// The runs that are at this chapter now: every open one, and the newest of those that stopped there.
pub(super) async fn at_chapter(sql: &mut SqliteConnection, chapter: &Chapter) -> Result<Vec<Run>> {
    // The newest that can go on counts; so many that can't do not come one after another.
    const STOPPED: u32 = 10;
    let rows = sqlx::query_as::<_, RunRow>(select_run!(
        "WHERE r.id IN (SELECT id FROM (SELECT id, status, ROW_NUMBER() OVER (\
             PARTITION BY status IN ('queued', 'running', 'paused') ORDER BY id DESC) AS nth FROM runs WHERE story_id = ?1 \
             AND status <> 'succeeded' AND ?2 = (SELECT t.chapter_id FROM steps t WHERE t.run_id = runs.id \
               AND t.status <> 'succeeded' ORDER BY t.position LIMIT 1)) \
           WHERE nth <= ?3 OR status IN ('queued', 'running', 'paused'))"
    ))
    .bind(chapter.story.to_string())
    .bind(chapter.id.to_string())
    .bind(STOPPED)
    .fetch_all(&mut *sql)
    .await?;
    with_steps(sql, rows).await
}

impl SqliteStore {
    pub(super) async fn run_(&self, id: RunId) -> Result<Run> {
        load(&mut *self.database.readers.begin().await?, id).await
    }

    pub(super) async fn runs_(
        &self,
        filter: RunFilter,
        limit: u32,
        after: Option<RunId>,
    ) -> Result<Page<Run>> {
        let mut tx = self.database.readers.begin().await?;
        let rows = sqlx::query_as::<_, RunRow>(select_run!(
            "WHERE (?1 IS NULL OR r.status = ?1) AND (?2 IS NULL OR r.story_id = ?2) \
             AND (?3 IS NULL OR r.id < ?3) AND (NOT ?5 OR r.ended_at IS NOT NULL) \
             ORDER BY CASE WHEN ?5 THEN r.ended_at END DESC, r.id DESC LIMIT ?4"
        ))
        .bind(filter.status.map(Status::as_str))
        .bind(filter.story.map(|story| story.to_string()))
        .bind(after.map(|after| after.to_string()))
        .bind(rows_for(limit))
        .bind(filter.ended)
        .fetch_all(&mut *tx)
        .await?;
        let items = with_steps(&mut tx, rows).await?;
        let Page { items, next } = page(items, limit, |run| run.id.to_string());
        let next = next.filter(|_| !filter.ended);
        Ok(Page { items, next })
    }

    pub(super) async fn state_(&self) -> Result<AppState> {
        load_state(&mut *self.database.readers.begin().await?).await
    }

    pub(super) async fn request_stop_(&self, id: RunId, cause: StopCause) -> Result<Run> {
        let mut tx = self.begin(Durability::Durable).await?;
        let run = load(tx.sql(), id).await?;
        let transition = cause.transition();
        // What is not allowed now is refused now.
        run.status.next(transition)?;
        if is_wish(run.status) {
            // Its worker carries the wish out. A cancel outweighs a pause.
            sqlx::query(
                "UPDATE runs SET cancel_requested = cancel_requested OR ?, \
                 pause_requested = pause_requested OR ? WHERE id = ?",
            )
            .bind(cause == StopCause::Cancelled)
            .bind(cause == StopCause::Paused)
            .bind(id.to_string())
            .execute(tx.sql())
            .await?;
        } else {
            if cause == StopCause::Cancelled {
                partial::keep(&mut tx, id).await?;
            }
            tx.transition(id, transition).await?;
        }
        let run = tx.emit_run_and_waiting(id).await?;
        tx.commit().await?;
        Ok(run)
    }

    pub(super) async fn take_model_(&self, lease: Lease, model: &str) -> Result<Run> {
        let mut tx = self.begin(Durability::Durable).await?;
        tx.check_lease(lease).await?;
        sqlx::query("UPDATE runs SET model = ?, version = version + 1 WHERE id = ?")
            .bind(model)
            .bind(lease.run.to_string())
            .execute(tx.sql())
            .await?;
        let run = tx.emit_run_and_waiting(lease.run).await?;
        tx.commit().await?;
        Ok(run)
    }

    pub(super) async fn set_wait_reason_(&self, lease: Lease, reason: Option<&str>) -> Result<()> {
        let mut tx = self.begin(Durability::Quick).await?;
        tx.check_lease(lease).await?;
        sqlx::query("UPDATE runs SET held_up = ? WHERE id = ?")
            .bind(reason)
            .bind(lease.run.to_string())
            .execute(tx.sql())
            .await?;
        tx.emit_run(lease.run).await?;
        tx.commit().await
    }

    pub(super) async fn resume_(&self, id: RunId) -> Result<Run> {
        let mut tx = self.begin(Durability::Durable).await?;
        let run = load(tx.sql(), id).await?;
        // The rule first: it has the better words where the status forbids it.
        run.status.next(Transition::Resume)?;
        check_resume(&run)?;
        tx.join_batch(id).await?;
        tx.transition(id, Transition::Resume).await?;
        tx.emit_queue().await?;
        sqlx::query(
            "UPDATE runs SET error = NULL, crashes = 0, stopped_after_ms = NULL WHERE id = ?",
        )
        .bind(id.to_string())
        .execute(tx.sql())
        .await?;
        let run = tx.emit_run_and_waiting(id).await?;
        tx.commit().await?;
        Ok(run)
    }
}

/// The step under way of a run: the first that is not done.
pub(super) async fn current_step(tx: &mut Tx<'_>, run: RunId) -> Result<Option<StepId>> {
    let id: Option<String> = sqlx::query_scalar(
        "SELECT id FROM steps WHERE run_id = ? AND status <> 'succeeded' ORDER BY position LIMIT 1",
    )
    .bind(run.to_string())
    .fetch_optional(tx.sql())
    .await?;
    id.as_deref().map(rows::id).transpose()
}
